//! A questionnaire in one line, as a list offers it.

use crate::questionnaire::{Kind, Questionnaire, minutes};

/// A questionnaire in one line: its title, its size, how long it takes, what comes out.
pub fn described(questionnaire: &Questionnaire) -> String {
    let what = match questionnaire.kind {
        Kind::Levels => format!("{}s", questionnaire.text.level_name),
        Kind::Areas => "areas".to_owned(),
        Kind::Fit => "a recommendation".to_owned(),
    };
    let questions = questionnaire.placements.len();
    let s = if questions == 1 { "" } else { "s" };
    format!("{}: {questions} question{s}, {} min, {what}", questionnaire.text.title, minutes(questions))
}
