//! Options: a text for each step of the scale, and none besides.

use crate::check::problem::{Problems, shown};
use crate::check::{Fault, Unknown};
use crate::questionnaire::format::{QuestionTable, QuestionnaireFile};

pub(super) fn check(file: &QuestionnaireFile, problems: &mut Problems) {
    for question in &file.question {
        let Some(options) = &question.options else { continue };
        let id = shown(&question.id);
        let Some(steps) = steps(file, question) else {
            // A scale that is named and not there is told as a reference.
            if question.scale.is_none() {
                problems.add(Fault::UnknownReference(Unknown::Scale { question: id }), options.span());
            }
            continue;
        };
        for step in steps.iter().filter(|step| !step.is_empty() && !options.contains_key(**step)) {
            let (question, option) = (id.clone(), shown(step));
            problems.add(Fault::MissingOption { question, option }, options.span());
        }
        for option in options.keys().filter(|option| !steps.contains(&option.as_str())) {
            let steps = steps.iter().map(|step| shown(step)).collect();
            let fault = Fault::UnknownOption { question: id.clone(), option: shown(option), steps };
            problems.add(fault, option.span());
        }
    }
}

/// The steps of a question's scale; `None` where it has no scale, or one without steps.
fn steps<'a>(file: &'a QuestionnaireFile, question: &QuestionTable) -> Option<Vec<&'a str>> {
    let mut scales = file.scale.iter();
    let scale = scales.find(|scale| question.scale.as_ref().is_none_or(|named| scale.id == *named))?;
    Some(scale.steps.iter().map(|step| step.id.as_str()).collect())
}
