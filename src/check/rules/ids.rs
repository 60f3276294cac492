//! Ids: none is reserved, none stands twice.

use std::collections::HashSet;
use std::ops::Range;

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::table::Table;
use crate::questionnaire::{ABILITY, NOT_APPLICABLE, UNKNOWN};

/// Words that stand where an id may stand and mean something else.
const RESERVED: [&str; 4] = [UNKNOWN, NOT_APPLICABLE, "unanswered", ABILITY];

pub(super) fn check(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    let root = file.root;
    if let Some(id) = root.string("id") {
        let place = root.place("id").unwrap_or(0..0);
        reserved("questionnaire", id, place.clone(), problems);
        if context.paths.get(id).is_some_and(|path| *path != file.text.path) {
            let message = format!("another of these files has the questionnaire id `{}` too", shown(id));
            problems.add(DUPLICATE_ID, place, &message, "choose another id");
        }
    }
    for name in ["level", "area", "candidate", "objective", "scale", "question", "role", "resource"] {
        unique(root, name, name, "", problems);
    }
    for (_, scale) in root.tables("scale") {
        unique(scale, "steps", "step", &owner("scale", scale, "id"), problems);
    }
    for (place, question) in root.tables("question") {
        unique(question, "choice", "choice", &owner("question", question, "id"), problems);
        defined_elsewhere(file, context, question, place, problems);
    }
    let mut used = HashSet::new();
    for (place, taken) in root.tables("use") {
        unique(taken, "choice", "choice", &owner("use", taken, "question"), problems);
        let Some(id) = taken.string("question") else { continue };
        if !used.insert(id) {
            let message = format!("question `{}` is taken in twice", shown(id));
            problems.add(
                DUPLICATE_USE,
                taken.place("question").unwrap_or(place),
                &message,
                "keep one `[[use]]` of it",
            );
        }
    }
}

fn owner(name: &str, table: Table<'_>, field: &str) -> String {
    format!(" of {name} `{}`", shown(table.string(field).unwrap_or_default()))
}

/// Checks the ids of the tables in a list.
fn unique(parent: Table<'_>, list: &str, name: &str, owner: &str, problems: &mut Problems<'_>) {
    let mut seen = HashSet::new();
    for (_, table) in parent.tables(list) {
        let (Some(id), Some(place)) = (table.string("id"), table.place("id")) else { continue };
        reserved(name, id, place.clone(), problems);
        if !seen.insert(id) {
            let message = format!("{name} id `{}`{owner} stands twice", shown(id));
            problems.add(DUPLICATE_ID, place, &message, "choose another id");
        }
    }
}

fn reserved(name: &str, id: &str, place: Range<usize>, problems: &mut Problems<'_>) {
    if RESERVED.contains(&id) {
        let message = format!("{name} id `{id}` is a reserved word");
        problems.add(RESERVED_ID, place, &message, "choose another id");
    }
}

/// Question ids are unique over all questionnaires.
fn defined_elsewhere(
    file: &File<'_>,
    context: &Context<'_>,
    question: Table<'_>,
    place: Range<usize>,
    problems: &mut Problems<'_>,
) {
    let Some(id) = question.string("id") else { return };
    let Some(known) = context.question(id) else { return };
    if known.questionnaire.id != file.model.id {
        let message =
            format!("question `{}` is defined in questionnaire `{}` too", shown(id), known.questionnaire.id);
        let place = question.place("id").unwrap_or(place);
        problems.add(DUPLICATE_ID, place, &message, "take it in with `[[use]]`, or choose another id");
    }
}
