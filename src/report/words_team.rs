//! What the reports say about groups and about time, in one place, as `words.rs` has it for scores.

use super::words::{self, answer, capital, count, level};
use crate::assessment::{Assessment, How};
use crate::questionnaire::{Question, Questionnaire};
use crate::score::{AbilityScore, Balance, LevelScore, LevelsScore, Standing};
use crate::team::{AnswerChange, Followed, Topic, answered_on};

pub(super) const NOTHING_TO_DISCUSS: &str = "Nothing to discuss: all who answered agree.";
pub(super) const RESULTS: &str = "Results";
pub(super) const UP: &str = "Answers that moved up";
pub(super) const DOWN: &str = "Answers that moved down";
pub(super) const OTHER: &str = "Other answers that changed";
pub(super) const DONE: &str = "Actions done";
pub(super) const NEW: &str = "New questions";
pub(super) const GONE: &str = "Questions no longer asked";
pub(super) const REVISED: &str = "Not compared: the question has changed its meaning";
pub(super) const REVISED_WHY: &str =
    "Where the earlier answer is to an older revision, it counts as unanswered in the earlier result.";
pub(super) const VERSIONS: &str = "Versions";
pub(super) const POSITION: &str = "Position";
pub(super) const PERCENT: &str = "Percent over all questions";
pub(super) const NOT_ASKED: &str = "not asked";

/// From one thing to another; the thing alone where it stayed.
pub(super) fn from_to(before: &str, after: &str) -> String {
    if before == after { format!("{after} (as before)") } else { format!("{before} → {after}") }
}

/// What a merge put together.
pub(super) fn merged(assessment: &Assessment, questions: usize) -> String {
    let who = assessment.respondent.as_deref().unwrap_or_default();
    format!("{}: {} by {who}", assessment.organization, count(questions, "answered question"))
}

/// The heading of what to discuss.
pub(super) fn to_discuss(topics: usize) -> String {
    format!("To discuss, the most divided first ({})", count(topics, "question"))
}

/// Why a question is to be discussed: "divergence (agreement −0.33), gap (2 do not know)".
pub(super) fn topic(topic: &Topic<'_>) -> String {
    let mut why = Vec::new();
    if topic.divergence {
        let agreement = topic.agreement.map(|a| format!(" (agreement {})", agreement(a)));
        why.push(format!("divergence{}", agreement.unwrap_or_default()));
    }
    if topic.scope > 0 {
        let says = if topic.scope == 1 { "says" } else { "say" };
        why.push(format!("scope ({} {says} not applicable)", topic.scope));
    }
    if topic.gap > 0 {
        let does = if topic.gap == 1 { "does" } else { "do" };
        why.push(format!("gap ({} {does} not know)", topic.gap));
    }
    capital(&why.join(", "))
}

/// An agreement with two decimals, half up: "0.61", "−0.33".
pub(crate) fn agreement(thousandths: i32) -> String {
    let hundredths = (thousandths + 5).div_euclid(10);
    let sign = if hundredths < 0 { "−" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

/// The answer that a group has so far, and how it came about.
pub(super) fn decided(question: &Question, standing: Standing, how: How) -> String {
    match how {
        How::Median => format!("Answer: {} (median)", answer(question, standing)),
        How::Chosen => format!("Answer: {} (chosen)", answer(question, standing)),
        How::Parked => "No answer yet (parked)".to_owned(),
    }
}

/// A question with its id.
pub(super) fn question(question: &Question) -> String {
    format!("{} ({})", question.text.question, question.id)
}

/// The title of a comparison.
pub(super) fn title(before: &Assessment, after: &Assessment) -> String {
    if before.organization == after.organization {
        format!("{}: {} → {}", after.organization, when(before), when(after))
    } else {
        format!("{}, {} → {}, {}", before.organization, when(before), after.organization, when(after))
    }
}

/// The title of a history.
pub(super) fn history(organization: &str, moments: usize) -> String {
    format!("{organization}: {}", count(moments, "assessment"))
}

/// The day of an assessment.
fn when(assessment: &Assessment) -> String {
    answered_on(assessment).map_or_else(|| "without a date".to_owned(), |day| day.to_string())
}

/// A level and whether it is settled: "stage 1, Legal-driven (provisional)".
pub(super) fn reached(questionnaire: &Questionnaire, levels: &LevelsScore<'_>) -> String {
    let state = if levels.provisional() { "provisional" } else { "settled" };
    format!("{} ({state})", level(questionnaire, levels.reached))
}

/// How a gate stands: "82.0%, holds".
pub(super) fn gate(level: &LevelScore<'_>) -> String {
    match (level.scoped_out, level.holds) {
        (true, _) => "passed over".to_owned(),
        (false, true) => format!("{}, holds", level.sum),
        (false, false) => format!("{}, does not hold", level.sum),
    }
}

/// The ability to execute.
pub(super) fn ability(questionnaire: &Questionnaire, ability: Option<&AbilityScore>) -> String {
    let Some(ability) = ability else { return NOT_ASKED.to_owned() };
    let sustains =
        ability.sustains.map(|number| format!(", sustains {}", words::number(questionnaire, number)));
    let balance = match ability.balance {
        Some(Balance::OverExtended) => ", over-extended",
        Some(Balance::Balanced) => ", balanced",
        Some(Balance::Ready) => ", ready for more",
        None => "",
    };
    format!("{}{}{balance}", ability.sum, sustains.unwrap_or_default())
}

/// An answer that changed.
pub(super) fn changed(change: &AnswerChange<'_>) -> String {
    let says = |standing| answer(change.question, standing);
    format!("{}: {} → {}", question(change.question), says(change.before), says(change.after))
}

/// Whether an answer followed its action.
pub(super) fn followed(followed: Followed) -> &'static str {
    match followed {
        Followed::Yes => "the answer followed",
        Followed::No => "the answer is no better: is it really done, or was something else in the way?",
        Followed::Open => "the answer is open: ask again",
    }
}

/// A questionnaire that was answered in different versions, or in one assessment only.
pub(super) fn versions(id: &str, before: Option<&str>, after: Option<&str>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) if before == after => None,
        (before, after) => {
            Some(format!("{id}: {} → {}", before.unwrap_or(NOT_ASKED), after.unwrap_or(NOT_ASKED)))
        }
    }
}
