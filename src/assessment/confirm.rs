//! Which answers are to be confirmed, and why: scores, notices and every front end go by this.

use super::model::{Answer, Entry};
use super::next::CARRIED_OVER;
use crate::questionnaire::Question;

/// Why an answer is to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToConfirm {
    /// It was carried over from the assessment before.
    CarriedOver,
    /// Its question has changed its meaning since.
    Changed,
    /// Its question does not offer it (any more).
    NotOffered,
}

/// Why the answer of an entry is to be confirmed; `None` where it counts as it stands, or there is none.
pub fn to_confirm(question: &Question, entry: &Entry) -> Option<ToConfirm> {
    let answer = entry.answer.as_ref()?;
    match (answer, entry.revision.unwrap_or(1)) {
        (Answer::Option(option), _) if question.option(option).is_none() => Some(ToConfirm::NotOffered),
        (_, CARRIED_OVER) => Some(ToConfirm::CarriedOver),
        (_, revision) if revision < question.revision => Some(ToConfirm::Changed),
        _ => None,
    }
}
