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
//!   once apart from `requires`, `evidence` and `resource`. `owner:` and `due:` are always there,
//!   with nothing behind them until somebody writes it; `due:` takes a date as 2027-01-31, `state:`
//!   one of `todo`, `doing`, `done`, `dropped` (without the line: by the box). `steps:` is followed by
//!   numbered lines, `note:` by quoted ones, both indented by four.
//! - Any other line below an action belongs to people.
//! - The last line holds the seals, by which the program knows its own lines again (see [`form`]).
//! - Text of people and questionnaires never holds `<` or `>`, so no text makes a marker. To read an
//!   owner back: undo backslashes before punctuation, the entities `&lt; &gt; &amp; &#36;`, `<` and
//!   `>` around an address, and U+2060 behind `@`.

mod actions;
mod back;
pub mod form;
mod page;
mod standing;

pub use self::form::PLAN_MARKER;
use self::page::Page;
use super::escape::{bold, inline};
use super::{words, words_plan};
use crate::assessment::{Assessment, State};
use crate::plan::Plan;
use crate::questionnaire::Catalogue;
use crate::score::{Outcome, Score, score};

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
    page.line(&format!("# {}", inline(&words_plan::title(&assessment.organization))));
    page.blank();
    page.part("summary", words_plan::SUMMARY, |page| summary(page, &source));
    page.part("standing", words_plan::STANDING, |page| standing::write(page, &source));
    page.part("route", words_plan::ROUTE, |page| route(page, &source));
    actions::write(&mut page, &source);
    back::write(&mut page, &source);
    form::sealed(page.finish())
}

/// Where we are, where we go, how much work it is, until when.
fn summary(page: &mut Page, source: &Source<'_>) {
    let Source { assessment, plan, scores, .. } = source;
    for score in scores {
        let questionnaire = score.questionnaire;
        let result = match &score.result {
            Outcome::Levels(levels) => {
                let now = words_plan::short_result(questionnaire, levels);
                let target = plan.targets.iter().find(|target| target.questionnaire.id == questionnaire.id);
                let target = target.map(|target| words::level(questionnaire, target.level));
                target.map_or(now.clone(), |target| words_plan::now_and_target(&now, &target))
            }
            Outcome::Areas(areas) => words::range(areas.sum, areas.possible),
            Outcome::Fit(fit) => words::fit_result(&fit.candidates),
        };
        fact(page, &questionnaire.text.title, &result);
    }
    let doing = plan.actions.iter().filter(|planned| planned.state.state == State::Doing).count();
    fact(page, words_plan::WORK, &words_plan::work(plan));
    for (label, text) in [
        (words_plan::TIME, words_plan::time(plan)),
        (words_plan::FIND_OUT, (plan.to_answer() > 0).then(|| words_plan::to_answer(plan.to_answer()))),
        (words_plan::SO_FAR, words_plan::progress(plan, doing)),
        (words_plan::ANSWERS, words_plan::answered(assessment)),
    ] {
        if let Some(text) = text {
            fact(page, label, &text);
        }
    }
    page.blank();
    page.line(&inline(words_plan::HOW_TO_USE));
}

/// Targets, objectives, the route, and whether it gets there.
fn route(page: &mut Page, source: &Source<'_>) {
    let Source { catalogue, assessment, plan, scores } = source;
    for target in &plan.targets {
        let title = &target.questionnaire.text.title;
        let score = scores.iter().find(|score| score.questionnaire.id == target.questionnaire.id);
        if let Some(levels) = score.and_then(Score::levels) {
            fact(page, title, &words_plan::way(plan, target, levels));
        }
        if !target.needs_dropped.is_empty() {
            let actions = target.needs_dropped.iter().map(|id| action_title(catalogue, id));
            page.item(1, &inline(&words_plan::needs_dropped(&actions.collect::<Vec<_>>())));
        }
        for objective in words_plan::objectives(target.questionnaire, assessment) {
            page.item(1, &format!("{}: {}", words_plan::OBJECTIVE, inline(&objective)));
        }
    }
    fact(page, words_plan::ROUTE_LABEL, words_plan::route(plan));
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
