//! What makes a question be asked or count otherwise: a condition, an optional question, a foundation.

use std::collections::HashSet;

use crate::check::index::Index;
use crate::check::problem::{ProblemList, at, shown};
use crate::check::{Fault, WrongCondition, WrongPlacement};
use crate::questionnaire::ABILITY;
use crate::questionnaire::format::QuestionnaireFile;

pub(super) fn check(file: &QuestionnaireFile, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    for (list, i, place) in file.places() {
        if place.from.is_some() && !(place.key && place.level.as_deref() == Some(ABILITY)) {
            problems.add_at(Fault::WrongPlacement(WrongPlacement::From), at![list, i, "from"]);
        }
        if place.key && place.optional {
            problems.add_at(Fault::WrongPlacement(WrongPlacement::KeyAndOptional), at![list, i, "optional"]);
        }
    }
    let mut told = HashSet::new();
    for (i, question) in file.questions() {
        let Some(condition) = &question.only_if else { continue };
        let first = index.question(&condition.question).and_then(|known| known.question.options.first());
        if first.is_some_and(|first| first.id == condition.at_least) {
            let fault = WrongCondition::FirstOption(shown(&condition.at_least));
            problems.add_at(Fault::WrongCondition(fault), at!["question", i, "only_if", "at_least"]);
        }
        if let Some(circle) = circle(&question.id, index).filter(|_| !told.contains(question.id.as_str())) {
            told.extend(circle.iter().copied());
            let circle = circle.into_iter().map(shown).collect();
            let fault = Fault::WrongCondition(WrongCondition::Circle(circle));
            problems.add_at(fault, at!["question", i, "only_if", "question"]);
        }
    }
}

/// The questions on the way from this one back to it, each of which depends on the next.
fn circle<'a>(start: &str, index: &Index<'a>) -> Option<Vec<&'a str>> {
    let mut way = Vec::new();
    let mut at = index.question(start)?.question;
    while way.len() <= index.questions.len() {
        way.push(at.id.as_str());
        at = index.question(&at.only_if.as_ref()?.question)?.question;
        if at.id == start {
            return Some(way);
        }
    }
    None
}
