//! A plan as Markdown: what a team pins in its repository, ticks off and comes back to.
//!
//! The same input gives the same bytes, and a changed answer changes few lines: one fact a line, no
//! aligned tables, nothing numbered that could shift.

mod actions;
mod appendix;
mod page;
mod standing;
mod summary;

use self::page::MarkdownPage;
use super::marks::{END_OF_NAME, ORGANIZATION, PLAN_MARKER};
use super::seals::add_seals;
use crate::assessment::Assessment;
use crate::plan::{Ahead, Plan, ahead};
use crate::questionnaire::Catalogue;
use crate::report::change;
use crate::report::discussion::notable;
use crate::report::escape::{bold, inline};
use crate::report::sponsor;
use crate::score::{Score, score};
use crate::team::{Comparison, compare};
use crate::words;

/// Everything that a plan is written from.
struct PlanSource<'a> {
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    plan: &'a Plan<'a>,
    scores: Vec<Score<'a>>,
    since: Option<Comparison<'a>>,
    ahead: Option<Ahead<'a>>,
}

/// The plan as Markdown, as GitHub reads it; with an earlier assessment also what changed since.
pub fn plan_markdown<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    plan: &'a Plan<'a>,
    earlier: Option<&'a Assessment>,
) -> String {
    let (scores, ahead) = (score(catalogue, assessment), ahead(catalogue, assessment, plan));
    let since = earlier.map(|earlier| compare(earlier, assessment, catalogue));
    let source = PlanSource { catalogue, assessment, plan, scores, since, ahead };
    let mut page = MarkdownPage::default();
    page.line(PLAN_MARKER);
    page.blank();
    page.line(&title(&source));
    page.blank();
    page.part("sponsor", words::sponsor::SPONSOR, |page| {
        let (since, ahead) = (source.since.as_ref(), source.ahead.as_ref());
        page.lines(&sponsor(catalogue, assessment, plan, &source.scores, since, ahead).markdown());
    });
    page.part("summary", words::plan::SUMMARY, |page| summary::summary(page, &source));
    if let Some(since) = &source.since {
        let change = change(since);
        page.part("change", &change.heading, |page| page.lines(&change.markdown()));
    }
    page.part("route", words::plan::ROUTE, |page| summary::route(page, &source));
    page.part("who", words::plan::WHO, |page| summary::who(page, &source));
    page.part("standing", words::plan::STANDING, |page| standing::write(page, &source));
    page.part("contested", words::team::NOTABLE, |page| {
        let decisions = notable(catalogue, assessment);
        decisions.iter().for_each(|sentence| page.item(0, &inline(sentence)));
    });
    actions::write(&mut page, &source);
    appendix::write(&mut page, &source);
    add_seals(&page.finish())
}

/// The title, with marks around the organisation.
fn title(source: &PlanSource<'_>) -> String {
    let (before, behind) = words::plan::title_around(source.scores.iter().map(|score| score.questionnaire));
    let end = if behind.is_empty() { "" } else { END_OF_NAME };
    format!("# {before}{ORGANIZATION}{}{end}{}", inline(&source.assessment.organization), inline(&behind))
}

/// A line of a list: what, and what about it.
fn fact(page: &mut MarkdownPage, label: &str, text: &str) {
    page.item(0, &format!("{} {}", bold(&format!("{label}:")), inline(text)));
}

/// The title of the action of a question; its id where there is none.
fn action_title(catalogue: &Catalogue, id: &str) -> String {
    let action = catalogue.question(id).and_then(|question| question.action.as_ref());
    action.map_or(id, |action| &action.text.title).to_owned()
}
