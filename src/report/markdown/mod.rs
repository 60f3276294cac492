//! A plan as Markdown: what a team pins in its repository, ticks off and comes back to.
//!
//! The same input gives the same bytes, and a changed answer changes few lines: one fact a line, no
//! aligned tables, nothing numbered that could shift.
//!
//! # The form, for whoever reads a plan back
//!
//! - The first line is [`PLAN_MARKER`].
//! - What the program writes stands between `<!-- part: NAME -->` and `<!-- end -->`, each alone on
//!   its line. What people write stands outside of these, or inside of an action (below).
//! - An action is a task of the outermost list of a part named `quarter-N` or `done`, on one line:
//!   `- [ ] **TITLE** (EFFORT) <!-- action: QUESTION -->`, `[x]` when done. QUESTION is a bare id.
//! - Its details follow, indented by two: `  - LABEL: TEXT`, LABEL one of [`labels`], each at most
//!   once apart from `requires` and `evidence`. `owner:` and `due:` are always there,
//!   with nothing behind them until somebody writes it; `due:` takes a date as 2027-01-31, `state:`
//!   one of `todo`, `doing`, `done`, `dropped` (without the line: by the box). `steps:` is followed by
//!   numbered lines, `note:` by quoted ones, both indented by four.
//! - Any other line below an action belongs to people.
//! - The last lines hold the seals, by which the program knows its own lines again (see [`form`]).
//! - Text of people and questionnaires never holds `<` or `>`, so no text makes a marker. To read an
//!   owner back: undo backslashes before punctuation, the entities `&lt; &gt; &amp; &#36;`, `<` and
//!   `>` around an address, and U+2060 behind `@`.

mod actions;
mod back;
mod fence;
pub mod form;
mod page;
mod standing;
mod summary;

pub use self::form::PLAN_MARKER;
use self::page::Page;
use super::discussion::though_contested;
use super::escape::{bold, inline};
use crate::assessment::Assessment;
use crate::plan::Plan;
use crate::questionnaire::Catalogue;
use crate::score::{Score, score};
use crate::words;

/// The labels of the details of an action.
pub(super) mod labels {
    pub(crate) const ROLE: &str = "role";
    pub(crate) const OWNER: &str = "owner";
    pub(crate) const DUE: &str = "due";
    pub(crate) const STATE: &str = "state";
    pub(crate) const COUNTS_FOR: &str = "counts for";
    pub(crate) const FIND_OUT: &str = "find out";
    pub(crate) const NOW: &str = "now";
    pub(crate) const REQUIRES: &str = "requires";
    pub(crate) const WHY: &str = "why";
    pub(crate) const STEPS: &str = "steps";
    pub(crate) const DONE_WHEN: &str = "done when";
    pub(crate) const NOTE: &str = "note";
    pub(crate) const EVIDENCE: &str = "evidence";
    pub(crate) const RESOURCE: &str = "resource";

    /// All of them.
    pub(crate) const ALL: [&str; 14] = [
        ROLE, OWNER, DUE, STATE, COUNTS_FOR, FIND_OUT, NOW, REQUIRES, WHY, STEPS, DONE_WHEN, NOTE, EVIDENCE,
        RESOURCE,
    ];
}

/// Everything that a plan is written from.
struct Source<'a> {
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    plan: &'a Plan<'a>,
    scores: Vec<Score<'a>>,
}

/// The plan as Markdown, as GitHub reads it.
pub fn plan_markdown<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, plan: &'a Plan<'a>) -> String {
    let source = Source { catalogue, assessment, plan, scores: score(catalogue, assessment) };
    let mut page = Page::default();
    page.line(PLAN_MARKER);
    page.blank();
    page.line(&format!("# {}", inline(&words::plan::title(&assessment.organization))));
    page.blank();
    page.part("summary", words::plan::SUMMARY, |page| summary::summary(page, &source));
    page.part("route", words::plan::ROUTE, |page| summary::route(page, &source));
    page.part("who", words::plan::WHO, |page| summary::who(page, &source));
    page.part("standing", words::plan::STANDING, |page| standing::write(page, &source));
    page.part("contested", words::team::THOUGH_CONTESTED, |page| {
        let contested = though_contested(catalogue, assessment);
        contested.iter().for_each(|sentence| page.item(0, &inline(sentence)));
    });
    actions::write(&mut page, &source);
    back::write(&mut page, &source);
    form::sealed(page.finish())
}

/// A line of a list: what, and what about it.
fn fact(page: &mut Page, label: &str, text: &str) {
    page.item(0, &format!("{} {}", bold(&format!("{label}:")), inline(text)));
}

/// The title of the action of a question; its id where there is none.
fn action_title(catalogue: &Catalogue, id: &str) -> String {
    let action = catalogue.question(id).and_then(|question| question.action.as_ref());
    action.map_or(id, |action| &action.text.title).to_owned()
}
