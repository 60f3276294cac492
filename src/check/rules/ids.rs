//! Ids: none is reserved, none stands twice.

use std::collections::HashSet;

use crate::check::context::Context;
use crate::check::problem::{Problems, shown};
use crate::check::{Checked, Duplicate, Fault, Subject};
use crate::questionnaire::format::QuestionTable;
use crate::questionnaire::located::Id;
use crate::questionnaire::{ABILITY, NOT_APPLICABLE, UNKNOWN};

/// Words that stand where an id may stand and mean something else.
const RESERVED: [&str; 4] = [UNKNOWN, NOT_APPLICABLE, "unanswered", ABILITY];

pub(super) fn check(checked: &Checked, context: &Context<'_>, problems: &mut Problems) {
    let file = &checked.file;
    reserved("questionnaire", &file.id, problems);
    if context.paths.get(file.id.as_str()).is_some_and(|path| *path != checked.path) {
        problems.add(Fault::DuplicateId(Duplicate::Questionnaire(shown(&file.id))), file.id.span());
    }
    unique("level", None, file.level.iter().map(|table| &table.id), problems);
    unique("area", None, file.area.iter().map(|table| &table.id), problems);
    unique("candidate", None, file.candidate.iter().map(|table| &table.id), problems);
    unique("objective", None, file.objective.iter().map(|table| &table.id), problems);
    unique("scale", None, file.scale.iter().map(|table| &table.id), problems);
    unique("question", None, file.question.iter().map(|table| &table.id), problems);
    for scale in &file.scale {
        unique("steps", Some(("scale", &scale.id)), scale.steps.iter().map(|step| &step.id), problems);
    }
    for question in &file.question {
        unique(
            "choice",
            Some(("question", &question.id)),
            question.choice.iter().map(|choice| &choice.id),
            problems,
        );
        defined_elsewhere(checked, context, question, problems);
    }
    let mut used = HashSet::new();
    for taken in &file.r#use {
        unique(
            "choice",
            Some(("use", &taken.question)),
            taken.choice.iter().map(|choice| &choice.id),
            problems,
        );
        if !taken.question.is_empty() && !used.insert(&taken.question) {
            problems.add(Fault::DuplicateUse(shown(&taken.question)), taken.question.span());
        }
    }
}

/// Checks the ids of the tables in a list, which may stand in a table with an id itself.
pub(super) fn unique<'a>(
    list: &'static str,
    owner: Option<(&str, &str)>,
    ids: impl Iterator<Item = &'a Id>,
    problems: &mut Problems,
) {
    let mut seen = HashSet::new();
    for id in ids.filter(|id| !id.is_empty()) {
        reserved(list, id, problems);
        if !seen.insert(id) {
            let owner = owner.map(|(list, id)| Subject::item(list, id));
            problems.add(Fault::DuplicateId(Duplicate::Item { list, id: shown(id), owner }), id.span());
        }
    }
}

fn reserved(list: &'static str, id: &Id, problems: &mut Problems) {
    if RESERVED.contains(&id.as_str()) {
        problems.add(Fault::ReservedId { list, id: id.to_string() }, id.span());
    }
}

/// Question ids are unique over all questionnaires.
fn defined_elsewhere(
    checked: &Checked,
    context: &Context<'_>,
    question: &QuestionTable,
    problems: &mut Problems,
) {
    let Some(known) = context.question(&question.id) else { return };
    if known.questionnaire.id != checked.model.id {
        let (id, questionnaire) = (shown(&question.id), shown(&known.questionnaire.id));
        problems.add(Fault::DuplicateId(Duplicate::Question { id, questionnaire }), question.id.span());
    }
}
