//! What readers of a question need beyond what the program needs, and how many questions they bear.

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::Kind;
use crate::questionnaire::MAX_QUESTIONS;
use crate::questionnaire::table::Table;

/// The most questions that people answer in one go.
const MOST_QUESTIONS: usize = 40;

pub(super) fn check(file: &File<'_>, problems: &mut Problems<'_>) {
    let root = file.root;
    count(file, problems);
    let mut wish =
        |rule: Rule, table: Table<'_>, place: &std::ops::Range<usize>, field: &str, name: String| {
            if table.value(field).is_none() {
                problems.add(
                    rule,
                    place.clone(),
                    &format!("{name} has no `{field}`"),
                    &format!("add `{field} = \"…\"`"),
                );
            }
        };
    wish(MISSING_SUMMARY, root, &file.head(), "summary", "the questionnaire".to_owned());
    for list in ["level", "area", "candidate", "objective"] {
        for (place, part) in root.tables(list) {
            let name = || format!("{list} `{}`", shown(part.string("id").unwrap_or_default()));
            if list != "objective" {
                wish(MISSING_SUMMARY, part, &place, "summary", name());
            }
            if list == "candidate" || list == "objective" {
                wish(MISSING_SOURCE, part, &place, "source", name());
            }
        }
    }
    for (place, question) in root.tables("question") {
        let name = || format!("question `{}`", shown(question.string("id").unwrap_or_default()));
        wish(MISSING_HELP, question, &place, "help", name());
        wish(MISSING_SOURCE, question, &place, "source", name());
        if file.kind != Some(Kind::Fit) {
            wish(MISSING_RESPONDENT, question, &place, "respondent", name());
        }
    }
    for (_, question) in root.tables("question") {
        let Some(action) = question.table("action") else { continue };
        if action.items("steps").next().is_none() {
            let id = shown(question.string("id").unwrap_or_default());
            let place = action.place("steps").or(question.place("action")).unwrap_or(0..0);
            let message = format!("the action of question `{id}` has no first steps");
            problems.add(ACTION_WITHOUT_STEPS, place, &message, "add `steps = [\"…\"]`");
        }
    }
}

/// Tells of a questionnaire with more questions than the program takes; nothing else of it is checked.
pub(super) fn are_too_many(file: &File<'_>, problems: &mut Problems<'_>) -> bool {
    let Some((place, _)) = file.root.tables("question").nth(MAX_QUESTIONS) else { return false };
    let message = format!("the questionnaire has more than {MAX_QUESTIONS} questions");
    problems.add(TOO_LARGE, place, &message, "split it");
    true
}

fn count(file: &File<'_>, problems: &mut Problems<'_>) {
    let asked: Vec<_> = file.root.tables("question").chain(file.root.tables("use")).collect();
    if let Some((place, _)) = asked.get(MOST_QUESTIONS) {
        let message =
            format!("the questionnaire asks {} questions; people tire after {MOST_QUESTIONS}", asked.len());
        problems.add(
            TOO_MANY_QUESTIONS,
            place.clone(),
            &message,
            "leave out what decides nothing, or split it",
        );
    }
}
