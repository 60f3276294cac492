//! What the interview says around its questions.

use super::count;

pub(crate) const NOT_APPLICABLE: &str = "Not applicable";
pub(crate) const REASON_HINT: &str =
    "Why does this question not apply to you? One sentence; it stands in the plan.";
pub(crate) const NO_REASON: &str = "Say why it does not apply; it stands in the plan";
pub(crate) const NONE_TO_CONFIRM: &str = "No answer of the assessment before is left to be confirmed";
pub(crate) const CONFIRM_HINT: &str =
    "They are those of the assessment before that nobody has confirmed or changed. u takes it back.";
pub(crate) const CONFIRM_NO: &str = "No, ask one by one";

/// The question whether to confirm so many answers at once.
pub(crate) fn confirm(answers: usize) -> String {
    format!("Confirm {} as before?", count(answers, "answer"))
}

/// The answer that confirms so many answers.
pub(crate) fn confirm_yes(answers: usize) -> String {
    format!("Yes, all {answers} still hold")
}

/// So many answers were confirmed.
pub(crate) fn confirmed(answers: usize) -> String {
    format!("{answers} answers confirmed")
}
