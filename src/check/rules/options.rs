//! Options: a text for each step of the scale, and none besides.

use crate::check::problem::{ProblemList, WayStep, at, shown};
use crate::check::{Fault, FieldType, Subject};
use crate::questionnaire::format::QuestionnaireFile;

pub(super) fn check(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    for (i, question) in file.questions() {
        let Some(options) = &question.options else { continue };
        let way = at!["question", i, "options"];
        let mut scales = file.scale.iter();
        let Some(scale) = scales.find(|scale| question.scale.as_ref().is_none_or(|named| scale.id == *named))
        else {
            // A scale that is named and not there is told as a reference.
            if question.scale.is_none() {
                let (subject, missing) =
                    (Subject::default().field("scale"), Some(FieldType::Tables(1..=i64::MAX)));
                problems.add_at(Fault::MissingField { subject, missing }, way);
            }
            continue;
        };
        let steps: Vec<&str> = scale.steps.iter().map(|step| step.id.as_str()).collect();
        for step in steps.iter().filter(|step| !step.is_empty() && !options.contains_key(**step)) {
            problems.add_at(Fault::MissingOption { question: shown(&question.id), option: shown(step) }, way);
        }
        for option in options.keys().filter(|option| !steps.contains(&option.as_str())) {
            let steps = steps.iter().map(|step| shown(step)).collect();
            let fault = Fault::UnknownOption { question: shown(&question.id), option: shown(option), steps };
            problems.add_at(fault, at!["question", i, "options", WayStep::Name(option)]);
        }
    }
}
