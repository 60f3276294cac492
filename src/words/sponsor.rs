//! The page for the sponsor: what somebody reads who has two minutes and decides.

use jiff::civil::Date;

use super::scores::level;
use super::{capital, count};
use crate::plan::{Ahead, Plan, Planned, Reached, Target};
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
        (0, unanswered) => not_asked(unanswered),
        (unknown, unanswered) => format!("{unknown} nobody could answer yet, and {}", not_asked(unanswered)),
    };
    format!("This rests on answers to {known} of {}; {open}.", count(total, "question"))
}

/// The heading of what hangs on answers that nobody has.
pub(crate) fn not_known(questions: usize) -> String {
    format!("Not known yet, so neither in place nor a gap ({})", count(questions, "question"))
}

fn not_asked(questions: usize) -> String {
    format!("{questions} {} not asked yet", if questions == 1 { "was" } else { "were" })
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
        Reached::Quarter { ends, .. } if target.ends_at > target.level => format!(
            "{to}, by {ends}; with what is there above it, that leads to {}",
            level(questionnaire, target.ends_at)
        ),
        Reached::Quarter { ends, .. } => format!("{to}, by {ends}"),
        Reached::Never => format!("{to}; this plan gets to {}", level(questionnaire, target.ends_at)),
    }
}

/// How much work a plan is, in weeks.
pub(crate) fn work(plan: &Plan<'_>) -> String {
    match plan.quarters.last() {
        None => "It takes no work.".to_owned(),
        Some(last) => {
            let (weeks, ends) = (count(plan.points(), "week"), last.ends);
            match plan.points_to_answer() {
                0 => format!("It takes about {weeks} of one person's work, until {ends}."),
                open if open == plan.points() => format!(
                    "It takes no work if all of that turns out to be there, and otherwise at most about {weeks} of \
                     one person's work, until {ends}."
                ),
                open => format!(
                    "It takes at most about {weeks} of one person's work, until {ends}; {open} of them only for \
                     what turns out to be missing."
                ),
            }
        }
    }
}

/// The decision on how far to go in these questionnaires.
pub(crate) fn how_far(titles: &[&str]) -> String {
    format!("How far to go, or to stay; nobody has chosen yet for: {}", titles.join(", "))
}

/// The first thing to do where something is not known.
pub(crate) fn find_out(questions: usize, ask: &[String]) -> String {
    format!("Find out what is not known ({}); ask: {}", count(questions, "question"), ask.join(", "))
}

/// What would come after the plan, with these of its actions.
pub(crate) fn afterwards(ahead: &Ahead<'_>, actions: &[&str]) -> String {
    let to: Vec<String> = ahead.to.iter().map(|(questionnaire, at)| level(questionnaire, *at)).collect();
    let open =
        (!ahead.open.is_empty()).then(|| format!("{} to find out", count(ahead.open.len(), "question")));
    let what: Vec<String> = actions.iter().map(|title| (*title).to_owned()).chain(open).collect();
    format!("What would come next, towards {}: {}", to.join("; "), what.join("; "))
}

/// The decision on time.
pub(crate) fn decide_on_time(weeks: u32, from: Date) -> String {
    format!("Time: {} of one person's work each quarter, from {from}", count(weeks, "week"))
}

/// An action that comes first, who does it and by when.
pub(crate) fn first(planned: &Planned<'_>, role: &str, ends: Date) -> String {
    format!("{} ({role}, by {ends})", planned.action.text.title)
}
