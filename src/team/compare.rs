//! Two assessments of one organisation, before and after: what moved, what is new or gone, what cannot
//! be compared, and what became of the actions in between.
//!
//! Both are scored as the questionnaires are now. An answer to another revision of its question than
//! the one after it is named and not compared.

use super::decide::is_ordered;
use crate::assessment::{Assessment, Entry, State};
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::score::{Score, Standing, score_one, standing};

/// The changes from one assessment to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'a> {
    pub before: &'a Assessment,
    pub after: &'a Assessment,
    /// Every questionnaire that either asks and that is here.
    pub questionnaires: Vec<QuestionnaireChange<'a>>,
    /// The answers that differ, in the order of asking.
    pub answers: Vec<AnswerChange<'a>>,
    /// Questions that only the later one asks, in the order of asking.
    pub new: Vec<&'a str>,
    /// Questions that only the earlier one asks or has an answer to, by id after those still known.
    pub gone: Vec<&'a str>,
    /// Questions that were answered in different revisions, or in one that is no longer asked: not
    /// compared.
    pub revised: Vec<&'a str>,
    /// The actions that were done since, by question.
    pub actions: Vec<DoneAction<'a>>,
}

/// The change of the result of one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireChange<'a> {
    pub questionnaire: &'a Questionnaire,
    /// The versions that the two assessments name; `None` where it was not asked.
    pub versions: (Option<&'a str>, Option<&'a str>),
    /// The earlier result; `None` where it was not asked.
    pub before: Option<Score<'a>>,
    /// The later result.
    pub after: Option<Score<'a>>,
}

/// The change of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerChange<'a> {
    pub question: &'a Question,
    pub before: Standing,
    pub after: Standing,
    pub direction: Direction,
}

/// The direction in which an answer moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Direction {
    /// To more credit.
    Up,
    /// To less credit.
    Down,
    /// From or to no option, or between options without an order.
    Other,
}

impl Direction {
    /// The word in the results.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// An action that was done, and whether the answer followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneAction<'a> {
    pub question: &'a Question,
    pub followed: Followed,
}

/// The effect of a finished action on the answer to its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Followed {
    /// More credit than before, or all of it.
    Yes,
    /// No more credit than before.
    No,
    /// Not answered with an option now, or not to be compared.
    Open,
}

impl Followed {
    /// The word in the results.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Compares two assessments.
pub fn compare<'a>(
    before: &'a Assessment,
    after: &'a Assessment,
    catalogue: &'a Catalogue,
) -> Comparison<'a> {
    let (asked_before, asked_after) = (before.asked_questions(catalogue), after.asked_questions(catalogue));
    let mut comparison = Comparison {
        before,
        after,
        questionnaires: questionnaires(before, after, catalogue),
        answers: Vec::new(),
        new: asked_after.iter().filter(|id| !asked_before.contains(id)).copied().collect(),
        gone: asked_before.iter().filter(|id| !asked_after.contains(id)).copied().collect(),
        revised: Vec::new(),
        actions: Vec::new(),
    };
    let unknown = before.answers.iter().filter(|(id, entry)| {
        let id = id.as_str();
        entry.answer.is_some() && !asked_before.contains(&id) && !asked_after.contains(&id)
    });
    comparison.gone.extend(unknown.map(|(id, _)| id.as_str()));

    for id in asked_before.iter().filter(|id| asked_after.contains(id)) {
        let Some(question) = catalogue.question(id) else { continue };
        let (then, now) = (before.entry(id), after.entry(id));
        let revised = is_revised(question, then, now);
        let (then, now) = (standing(catalogue, before, question), standing(catalogue, after, question));
        if revised {
            comparison.revised.push(id);
        } else if let Some(change) = answer(question, then, now) {
            comparison.answers.push(change);
        }
        let done = [before, after].iter().any(|assessment| assessment.state(id) == State::Done);
        if done && question.action.is_some() {
            let followed = if revised { Followed::Open } else { followed(then, now) };
            comparison.actions.push(DoneAction { question, followed });
        }
    }
    comparison.actions.sort_by_key(|action| &action.question.id);
    comparison
}

fn questionnaires<'a>(
    before: &'a Assessment,
    after: &'a Assessment,
    catalogue: &'a Catalogue,
) -> Vec<QuestionnaireChange<'a>> {
    let version = |assessment: &'a Assessment, id: &str| {
        assessment.questionnaires.iter().find(|(asked, _)| asked == id).map(|(_, version)| version.as_str())
    };
    let only_before = before.questionnaires.iter().filter(|(id, _)| !after.asks(id));
    let all = after.questionnaires.iter().chain(only_before);
    all.filter_map(|(id, _)| {
        let questionnaire = catalogue.questionnaire(id)?;
        let score = |assessment: &Assessment| {
            assessment.asks(id).then(|| score_one(catalogue, questionnaire, assessment))
        };
        let versions = (version(before, id), version(after, id));
        Some(QuestionnaireChange { questionnaire, versions, before: score(before), after: score(after) })
    })
    .collect()
}

/// True when two answers are to different revisions of a question, or the earlier one is to an older
/// one than is asked now. One that was only carried over (revision 0) is no answer yet.
fn is_revised(question: &Question, before: Option<&Entry>, after: Option<&Entry>) -> bool {
    let revision = |entry: Option<&Entry>| {
        let entry = entry.filter(|entry| entry.answer.is_some())?;
        Some(entry.revision.unwrap_or(1)).filter(|revision| *revision > 0)
    };
    match (revision(before), revision(after)) {
        (Some(before), Some(after)) => before != after,
        (Some(before), None) => before < question.revision,
        (None, _) => false,
    }
}

fn answer<'a>(question: &'a Question, before: Standing, after: Standing) -> Option<AnswerChange<'a>> {
    if before == after || (before.is_unanswered() && after.is_unanswered()) {
        return None;
    }
    let direction = match (before, after) {
        (Standing::Answered { option: then, .. }, Standing::Answered { option: now, .. })
            if is_ordered(question) =>
        {
            if now > then {
                Direction::Up
            } else {
                Direction::Down
            }
        }
        _ => Direction::Other,
    };
    Some(AnswerChange { question, before, after, direction })
}

fn followed(before: Standing, after: Standing) -> Followed {
    match after {
        Standing::Answered { credit, .. } => {
            let more = before.proven().is_none_or(|before| credit > before);
            if more || credit == 100 { Followed::Yes } else { Followed::No }
        }
        _ => Followed::Open,
    }
}
