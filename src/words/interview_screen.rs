//! What the interview says around its questions.

use super::answers::NOT_APPLICABLE;
use super::interview::time;
use super::{capital, count, scores};
use crate::interview::{Position, Progress};
use crate::questionnaire::Part;

pub(crate) const REASON: &str = "Why it does not apply";
pub(crate) const REASON_HINT: &str = "Why does this question not apply? One sentence; it stands in the plan.";
pub(crate) const NO_REASON: &str = "Say why it does not apply; it stands in the plan";
pub(crate) const NONE_TO_CONFIRM: &str = "No answer of the assessment before is left to be confirmed";
pub(crate) const CONFIRM_HINT: &str =
    "They are those of the assessment before that nobody has confirmed or changed. u takes it back.";
pub(crate) const CONFIRM_NO: &str = "No, ask one by one";
/// The question goes on below.
pub(crate) const MORE: &str = "\u{2193} PgDn";
/// Above a question whose answer is to be confirmed.
pub(crate) const TO_CONFIRM: &str =
    "To be confirmed: Enter takes the earlier answer over; y all that are left.";

/// Level or area, the name of the question, and whether it is a key question.
pub(crate) fn place(position: Position<'_>) -> String {
    let questionnaire = position.questionnaire;
    let part = match position.place.part {
        Part::Level(number) => {
            let title = questionnaire.levels.get(number).map_or("", |level| &level.text.title);
            format!("{} {number} {title}", capital(&questionnaire.text.level_name))
        }
        Part::Ability => scores::ABILITY.to_owned(),
        Part::Area(number) => questionnaire.areas.get(number).map_or("", |area| &area.text.title).to_owned(),
        Part::Fit => questionnaire.text.title.clone(),
    };
    let key = if position.place.key { " · key question" } else { "" };
    format!("{part} · {}{key}", position.place.question)
}

/// The reason why a question does not apply.
pub(crate) fn reason(reason: &str) -> String {
    format!("{}: {reason}", capital(NOT_APPLICABLE))
}

pub(crate) fn whom_to_ask(role: &str) -> String {
    format!("Whom to ask: {role}")
}

/// What was answered last.
pub(crate) fn last(answer: &str) -> String {
    format!("\u{2713} {answer} (u undoes)")
}

/// How much is left, in this questionnaire and in all.
pub(crate) fn left(progress: &Progress<'_>, questionnaire: &str) -> String {
    match progress.queue.len() {
        0 => format!("All {} questions are answered. r shows the results.", progress.counts.total),
        left => {
            let here = progress.left_in(questionnaire);
            format!("{here} left here, {left} in all: {}", time(progress, left))
        }
    }
}

pub(crate) fn confirm(answers: usize) -> String {
    format!("Confirm {} as before?", count(answers, "answer"))
}

pub(crate) fn confirm_yes(answers: usize) -> String {
    format!("Yes, all {answers} still hold")
}

pub(crate) fn confirmed(answers: usize) -> String {
    format!("{answers} answers confirmed")
}
