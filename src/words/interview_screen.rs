//! What the interview says around its questions.

use super::answers::NOT_APPLICABLE;
use super::interview::time;
use super::{capital, count, scores};
use crate::interview::{Position, Progress};
use crate::questionnaire::{NameList, Part, Questionnaire};
use crate::score::Score;

pub(crate) const REASON: &str = "Why it does not apply";
pub(crate) const REASON_HINT: &str = "Why does this question not apply? One sentence; it stands in the plan.";
pub(crate) const NO_REASON: &str = "Say why it does not apply; it stands in the plan";
pub(crate) const NONE_TO_CONFIRM: &str = "No answer of the assessment before is left to be confirmed";
pub(crate) const CONFIRM_HINT: &str =
    "They are those of the assessment before that nobody has confirmed or changed. u takes it back.";
pub(crate) const CONFIRM_NO: &str = "No, ask one by one";
/// A digit came so soon after a result that it was meant for another question.
pub(crate) const TOO_FAST: &str = "That number came too soon to be meant for this page; type it again";
/// The sign of a question that is not asked, in the list of questions.
pub(crate) const IMPLIED_SIGN: &str = "= follows from another";
/// Above the ways on from a result.
pub(crate) const WHAT_NEXT: &str = "What next?";
/// The question goes on below.
pub(crate) const MORE: &str = "\u{2193} PgDn";
/// Above a question whose answer is to be confirmed.
pub(crate) const TO_CONFIRM: &str =
    "To be confirmed: Enter takes the earlier answer over; y all that are left.";

/// Level or area, and the name of the question.
pub(crate) fn place(position: Position<'_>) -> String {
    let questionnaire = position.questionnaire;
    format!("{} · {}", part(questionnaire, position.place.part), position.place.question)
}

/// Level or area by name.
pub(crate) fn part(questionnaire: &Questionnaire, part: Part) -> String {
    match part {
        Part::Level(number) => {
            let title = questionnaire.levels.get(number).map_or("", |level| &level.text.title);
            format!("{} {number} {title}", capital(&questionnaire.text.level_name))
        }
        Part::Ability => scores::ABILITY.to_owned(),
        Part::Area(number) => questionnaire.areas.get(number).map_or("", |area| &area.text.title).to_owned(),
        Part::Fit => questionnaire.text.title.clone(),
    }
}

/// What hangs on a key question; `None` for others.
pub(crate) fn key_question(position: Position<'_>) -> Option<String> {
    let number = |number| scores::number(position.questionnaire, number);
    match position.place.part {
        _ if !position.place.key => None,
        Part::Level(level) => Some(format!("Key question: without it, {} is not reached.", number(level))),
        Part::Ability => {
            Some(format!("Key question: without it, {} does not last.", number(position.place.from)))
        }
        Part::Area(_) | Part::Fit => None,
    }
}

/// Why a question is not asked: because of the answer to this one.
pub(crate) fn not_asked(other: &str) -> String {
    format!("Not asked: it follows from the answer to {other}. An answer of its own would count instead.")
}

/// Names that a question speaks of.
pub(crate) fn named(list: &NameList, names: &[String]) -> String {
    let names = if names.is_empty() { "none named yet".to_owned() } else { names.join(", ") };
    format!("{}: {names}", list.text.title)
}

/// The same, with the key that writes them down.
pub(crate) fn names(list: &NameList, names: &[String]) -> String {
    format!("{} (L)", named(list, names))
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

/// What there is to come: up to the next result, then what is left, in this questionnaire and in all.
pub(crate) fn left(progress: &Progress<'_>, questionnaire: &str) -> String {
    let asked = progress.counts.total - progress.counts.implied;
    match (progress.before_milestone(questionnaire), progress.left_in(questionnaire), progress.queue.len()) {
        (.., 0) => format!("All {asked} questions are answered. r shows the results."),
        (0, 0, all) => format!("All answered here, {all} left elsewhere: {}", time(progress, all)),
        (0, here, all) => format!("{here} left here, {all} in all: {}", time(progress, all)),
        (before, _, all) if progress.has_told() && all > before => {
            format!("{before} to the next result ({}), {all} in all", time(progress, before))
        }
        (before, ..) => {
            let which = if progress.has_told() { "next" } else { "first" };
            format!("{} to the {which} result, {}", count(before, "question"), time(progress, before))
        }
    }
}

/// The answer by which a questionnaire has come to its end, without another result than the one told before; and what
/// comes next.
pub(crate) fn answered_to_end(answer: &str, score: &Score<'_>, next: &Questionnaire) -> Option<String> {
    let (questionnaire, levels) = (score.questionnaire, score.levels()?);
    let result = scores::reached(questionnaire, levels);
    let (title, next) = (&questionnaire.text.title, &next.text.title);
    Some(format!("{answer}. With that {title} is complete; the result stays {result}. Next: {next}"))
}

/// Where one stands so far, in the fewest words; `None` before a result is told.
pub(crate) fn so_far(progress: &Progress<'_>, questionnaire: &str) -> Option<String> {
    let score = progress.score(questionnaire).filter(|_| progress.before_milestone(questionnaire) == 0)?;
    let levels = score.levels()?;
    let reached = scores::number(score.questionnaire, levels.reached);
    Some(match scores::certainty(levels) {
        Some(certainty) => format!("{reached}, {certainty}"),
        None => reached,
    })
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
