//! What readers of a question need beyond what the program needs, and how many questions they bear.

use std::ops::Range;

use crate::check::problem::{Problems, shown};
use crate::check::{Fault, Subject};
use crate::questionnaire::Content;
use crate::questionnaire::format::QuestionnaireFile;

/// The most questions that people answer in one go.
pub(crate) const MOST_QUESTIONS: usize = 40;

pub(super) fn check(file: &QuestionnaireFile, problems: &mut Problems) {
    count(file, problems);
    let head = problems.head.clone();
    let mut wish = |is_there: bool, fault: fn(Subject) -> Fault, subject: Subject, place: Range<usize>| {
        if !is_there {
            problems.add(fault(subject), place);
        }
    };
    let whole = Subject::File(Content::Questionnaire);
    wish(file.summary.is_some(), Fault::MissingSummary, whole, head);
    for level in &file.level {
        wish(level.summary.is_some(), Fault::MissingSummary, Subject::item("level", &level.id), level.span());
    }
    for area in &file.area {
        wish(area.summary.is_some(), Fault::MissingSummary, Subject::item("area", &area.id), area.span());
    }
    for candidate in &file.candidate {
        let subject = Subject::item("candidate", &candidate.id);
        wish(candidate.summary.is_some(), Fault::MissingSummary, subject.clone(), candidate.span());
        wish(candidate.source.is_some(), Fault::MissingSource, subject, candidate.span());
    }
    for objective in &file.objective {
        let subject = Subject::item("objective", &objective.id);
        wish(objective.source.is_some(), Fault::MissingSource, subject, objective.span());
    }
    for question in &file.question {
        let (subject, place) = (Subject::item("question", &question.id), question.span());
        wish(question.help.is_some(), Fault::MissingHelp, subject.clone(), place.clone());
        wish(question.source.is_some(), Fault::MissingSource, subject.clone(), place.clone());
        let is_asked_of = question.respondent.is_some() || !file.kind.is_graded();
        wish(is_asked_of, Fault::MissingRespondent, subject, place);
    }
    for question in &file.question {
        if let Some(action) = question.action.as_ref().filter(|action| action.steps.is_empty()) {
            problems.add(Fault::ActionWithoutSteps(shown(&question.id)), action.span());
        }
    }
}

fn count(file: &QuestionnaireFile, problems: &mut Problems) {
    let own = file.question.iter().map(|question| question.span());
    let asked: Vec<_> = own.chain(file.r#use.iter().map(|taken| taken.span())).collect();
    if let Some(place) = asked.get(MOST_QUESTIONS) {
        problems.add(Fault::TooManyQuestions(asked.len()), place.clone());
    }
}
