//! What a command says of a file that it has changed, a line for each change.

use super::answers;
use crate::assessment::{Entry, PlanSettings};
use crate::questionnaire::{Question, Questionnaire};

/// Where nothing is different afterwards.
pub(crate) const NOTHING: &str = "nothing has changed";

/// From one state of something to another: "inventory: Started → In place throughout".
pub(crate) fn from_to(what: &str, before: &str, after: &str) -> String {
    format!("{what}: {before} → {after}")
}

/// What changed in the answer to a question, its note and its evidence; `None` where nothing did. The time of the
/// answer is no change.
pub(crate) fn entry(question: &Question, before: Option<&Entry>, after: Option<&Entry>) -> Option<String> {
    let answer = |entry: Option<&Entry>| {
        let answer = entry.and_then(|entry| entry.answer.as_ref());
        answer.map_or_else(|| answers::UNANSWERED.to_owned(), |answer| answers::answer(question, answer))
    };
    let none = Entry::default();
    let (then, now) = (before.unwrap_or(&none), after.unwrap_or(&none));
    let answered = from_to(&question.id, &answer(before), &answer(after));
    let beside = [
        (then.answer == now.answer && then.revision != now.revision, "confirmed"),
        (then.reason != now.reason, "reason"),
        (then.note != now.note, "note"),
        (then.evidence != now.evidence, "evidence"),
    ];
    let beside = beside.iter().filter(|(has_changed, _)| *has_changed).map(|(_, name)| *name);
    let beside = beside.collect::<Vec<_>>().join(", ");
    match (then.answer != now.answer, beside.is_empty()) {
        (true, true) => Some(answered),
        (true, false) => Some(format!("{answered}; {beside}")),
        (false, false) => Some(format!("{}: {beside}", question.id)),
        (false, true) => None,
    }
}

/// A level that is aimed at, or that none is chosen.
pub(crate) fn target(questionnaire: &Questionnaire, level: Option<&str>) -> String {
    let number = questionnaire.levels.iter().position(|known| Some(known.id.as_str()) == level);
    number.map_or_else(|| "no target chosen".to_owned(), |number| super::scores::level(questionnaire, number))
}

/// Where the action of a question stands in the plan by what people said.
pub(crate) fn place(plan: &PlanSettings, question: &str) -> String {
    let has = |list: &[String]| list.iter().any(|id| id == question);
    let places = [(&plan.also, "taken in"), (&plan.first, "sooner"), (&plan.later, "later")];
    let places = places.iter().filter(|(list, _)| has(list)).map(|(_, name)| *name);
    let places = places.collect::<Vec<_>>().join(", ");
    if places.is_empty() { "as the route has it".to_owned() } else { places }
}
