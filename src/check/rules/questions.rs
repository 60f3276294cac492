//! What readers of a question need beyond what the program needs, and how many questions they bear.

use crate::check::problem::{ProblemList, at, shown};
use crate::check::{Fault, Subject};
use crate::questionnaire::format::QuestionnaireFile;

/// The most questions that people answer in one go.
pub(crate) const MOST_QUESTIONS: usize = 40;

pub(super) fn check(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    count(file, problems);
    let whole = Subject::default();
    if file.text.summary.is_empty() {
        problems.add_at(Fault::MissingSummary(whole.field("summary")), at![]);
    }
    if file.licence.is_some() && file.text.credit.is_empty() {
        problems.add_at(Fault::MissingCredit(whole.field("credit")), at!["licence"]);
    }
    let mut summary = |list: &str, i: usize, id: &str, text: &str| {
        if text.is_empty() {
            problems.add_at(Fault::MissingSummary(whole.item(list, id).field("summary")), at![list, i]);
        }
    };
    file.level.iter().enumerate().for_each(|(i, level)| summary("level", i, &level.id, &level.text.summary));
    file.area.iter().enumerate().for_each(|(i, area)| summary("area", i, &area.id, &area.text.summary));
    file.candidate
        .iter()
        .enumerate()
        .for_each(|(i, one)| summary("candidate", i, &one.id, &one.text.summary));
    let mut source = |list: &str, i: usize, id: &str, text: &str| {
        if text.is_empty() {
            problems.add_at(Fault::MissingSource(whole.item(list, id).field("source")), at![list, i]);
        }
    };
    file.candidate.iter().enumerate().for_each(|(i, one)| source("candidate", i, &one.id, &one.source));
    file.objective.iter().enumerate().for_each(|(i, one)| source("objective", i, &one.id, &one.source));
    for (i, question) in file.questions() {
        source("question", i, &question.id, &question.source);
    }
    for (i, question) in file.questions() {
        let subject = whole.item("question", &question.id);
        if question.help.is_empty() {
            problems.add_at(Fault::MissingHelp(subject.field("help")), at!["question", i]);
        }
        if question.respondent.is_none() && file.kind.is_graded() {
            problems.add_at(Fault::MissingRespondent(subject.field("respondent")), at!["question", i]);
        }
        if question.action.is_none() && file.kind.is_graded() {
            problems.add_at(Fault::MissingAction(subject.field("action")), at!["question", i]);
        }
        if question.action.as_ref().is_some_and(|action| action.text.steps.is_empty()) {
            let fault = Fault::ActionWithoutSteps(shown(&question.id));
            problems.add_at(fault, at!["question", i, "action", "steps"]);
        }
    }
}

fn count(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let mut asked: Vec<_> = file.places().map(|(list, i, place)| (place.at, list, i)).collect();
    asked.sort_unstable();
    if let Some((_, list, i)) = asked.get(MOST_QUESTIONS) {
        problems.add_at(Fault::TooManyQuestions(asked.len()), at![*list, *i]);
    }
}
