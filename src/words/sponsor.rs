//! The page for the sponsor: what somebody reads who has two minutes and decides.

use jiff::civil::Date;

use super::scores::level;
use super::{capital, count};
use crate::plan::{Plan, Planned, Reached, Target};
use crate::questionnaire::{Action, Questionnaire};
use crate::score::Counts;

/// The heading of the page.
pub(crate) const SPONSOR: &str = "For the sponsor";
/// The heading of what is missing.
pub(crate) const GAPS: &str = "What weighs most";
/// The heading of the aims.
pub(crate) const AIM: &str = "What we want to reach";
/// The heading of the decisions.
pub(crate) const DECISIONS: &str = "What has to be decided now";
/// The heading of the actions that come first.
pub(crate) const FIRST: &str = "What comes first";

/// A result under the name of its questionnaire.
pub(crate) fn result(questionnaire: &Questionnaire, headline: &str, meaning: &str) -> String {
    format!("{}: {headline}. {meaning}", questionnaire.text.title)
}

/// What the results rest on.
pub(crate) fn rests_on(counts: Counts) -> String {
    let Counts { total, unknown, unanswered, .. } = counts;
    let known = total - unknown - unanswered;
    let open = match (unknown, unanswered) {
        (0, 0) => return format!("This rests on answers to all {}.", count(total, "question")),
        (unknown, 0) => format!("{unknown} nobody could answer yet"),
        (0, unanswered) => format!("{unanswered} were not asked yet"),
        (unknown, unanswered) => {
            format!("{unknown} nobody could answer yet, and {unanswered} were not asked yet")
        }
    };
    format!("This rests on answers to {known} of {}; {open}.", count(total, "question"))
}

/// A gap: what is to be done about it, and why.
pub(crate) fn gap(action: &Action) -> String {
    format!("{}: {}", action.text.title, action.text.why)
}

/// An aim, and by when it is met.
pub(crate) fn aim(target: &Target<'_>, reached: Reached) -> String {
    let questionnaire = target.questionnaire;
    let to = capital(&level(questionnaire, target.level));
    match reached {
        Reached::Now => format!("{to}, where we are: nothing further is asked for"),
        Reached::WithDone => {
            format!("{to}: with what is done already, to be confirmed by the next assessment")
        }
        Reached::Quarter { ends, .. } => format!("{to}, by {ends}"),
        Reached::Never => format!("{to}; this plan gets to {}", level(questionnaire, target.ends_at)),
    }
}

/// How much work a plan is, in weeks.
pub(crate) fn work(plan: &Plan<'_>) -> String {
    match plan.quarters.last() {
        None => "It takes no work.".to_owned(),
        Some(last) => format!(
            "It takes about {} of one person's work, until {}.",
            count(plan.points(), "week"),
            last.ends
        ),
    }
}

/// The decision on time.
pub(crate) fn decide_on_time(weeks: u32, from: Date) -> String {
    format!("Time: {} of one person's work each quarter, from {from}", count(weeks, "week"))
}

/// An action that comes first, who does it and by when.
pub(crate) fn first(planned: &Planned<'_>, role: &str, ends: Date) -> String {
    format!("{} ({role}, by {ends})", planned.action.text.title)
}
