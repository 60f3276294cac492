//! What is asked on several screens, and what is said about what is written there.

pub(crate) use super::actions::{evidence, note};
use crate::questionnaire::{NameList, Question};

pub(crate) const NO_PATH: &str = "Write the path of a file";
pub(crate) const NO_NAME: &str = "Give the organisation a name";
pub(crate) const FIND: &str = "Find a question";
pub(crate) const FIND_HINT: &str = "A part of the question, its options or its name.";
pub(crate) const NOT_FOUND: &str = "No question says that";
pub(crate) const QUESTIONNAIRES: &str = "Which questionnaires?";
pub(crate) const TICK_ONE: &str = "Tick at least one questionnaire; Enter goes on.";
pub(crate) const QUESTIONNAIRES_HINT: &str =
    "The ticked ones are asked, in this order; a question that two of them ask is asked once. Enter goes on.";
pub(crate) const NOTE_HINT: &str = "A note for the plan: what you found, who knows more.";
pub(crate) const EVIDENCE_HINT: &str =
    "What shows that the answer is right: one address or place on each line.";

pub(crate) fn found(questions: usize) -> String {
    format!("{questions} found")
}

pub(crate) fn found_question(question: &Question) -> String {
    format!("{}: {}", question.id, question.text.question)
}

pub(crate) const NO_NAMES: &str = "This question speaks of no list of names";
pub(crate) const WHICH_NAMES: &str = "Which list?";

/// What belongs into a list of names.
pub(crate) fn names_hint(list: &NameList) -> String {
    format!("{} One name on each line, or several with ; between them.", list.text.help)
        .trim_start()
        .to_owned()
}

pub(crate) fn too_many_names(most: usize) -> String {
    format!("These are more than {most} names")
}
