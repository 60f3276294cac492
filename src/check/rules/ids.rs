//! Ids: none is reserved, none stands twice.

use std::collections::HashSet;

use crate::check::index::Index;
use crate::check::problem::{ProblemList, WayStep, at, shown};
use crate::check::{Checked, Fault};
use crate::questionnaire::{ABILITY, NOT_APPLICABLE, UNKNOWN};

/// Words that stand where an id may stand and mean something else.
const RESERVED: [&str; 4] = [UNKNOWN, NOT_APPLICABLE, "unanswered", ABILITY];

pub(super) fn check(checked: &Checked, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    let file = &checked.file;
    reserved("questionnaire", &file.id, at!["id"], problems);
    if index.paths.get(file.id.as_str()).is_some_and(|path| *path != checked.path) {
        let (list, id) = ("questionnaire", shown(&file.id));
        problems.add_at(Fault::DuplicateId { list, id, elsewhere: None }, at!["id"]);
    }
    unique("level", at!["level"], file.level.iter().map(|table| &table.id), problems);
    unique("area", at!["area"], file.area.iter().map(|area| &area.id), problems);
    unique("candidate", at!["candidate"], file.candidate.iter().map(|candidate| &candidate.id), problems);
    unique("objective", at!["objective"], file.objective.iter().map(|objective| &objective.id), problems);
    unique("scale", at!["scale"], file.scale.iter().map(|table| &table.id), problems);
    unique("list", at!["list"], file.list.iter().map(|list| &list.id), problems);
    unique("question", at!["question"], file.question.iter().map(|table| &table.id), problems);
    for (i, scale) in file.scale.iter().enumerate() {
        unique("step", at!["scale", i, "steps"], scale.steps.iter().map(|step| &step.id), problems);
    }
    for (i, question) in file.question.iter().enumerate() {
        let choices = question.choice.iter().map(|choice| &choice.fit.option);
        unique("choice", at!["question", i, "choice"], choices, problems);
        let id = &question.id;
        let known = index.question(id).filter(|known| known.questionnaire.id != checked.model.id);
        if let Some(known) = known {
            let (list, elsewhere) = ("question", Some(shown(&known.questionnaire.id)));
            let fault = Fault::DuplicateId { list, id: shown(id), elsewhere };
            problems.add_at(fault, at!["question", i, "id"]);
        }
    }
    let mut used = HashSet::new();
    for (i, taken) in file.r#use.iter().enumerate() {
        let choices = taken.choice.iter().map(|choice| &choice.option);
        unique("choice", at!["use", i, "choice"], choices, problems);
        let question = &taken.question;
        if !question.is_empty() && !used.insert(question) {
            problems.add_at(Fault::DuplicateUse(shown(question)), at!["use", i, "question"]);
        }
    }
}

/// Checks the ids of the tables in a list, to which this is the way.
pub(super) fn unique<'a>(
    list: &'static str,
    way: &[WayStep<'_>],
    ids: impl Iterator<Item = &'a String>,
    problems: &mut ProblemList<'_>,
) {
    let mut seen = HashSet::new();
    for (i, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
        let way = [way, at![i, "id"]].concat();
        reserved(list, id, &way, problems);
        if !seen.insert(id) {
            problems.add_at(Fault::DuplicateId { list, id: shown(id), elsewhere: None }, &way);
        }
    }
}

fn reserved(list: &'static str, id: &str, way: &[WayStep<'_>], problems: &mut ProblemList<'_>) {
    if RESERVED.contains(&id) {
        problems.add_at(Fault::ReservedId { list, id: id.to_owned() }, way);
    }
}
