//! Recommended follow-up questionnaires, which look closer at what is weak: each names the questions of
//! others that it deepens, and is worth a look when one of those has a low answer.

use super::{MET, Standing, is_asked, standing};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Question, Questionnaire};

/// A questionnaire that is worth asking next, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The low answers that point to it, in the order in which it names them; at least one.
    pub low: Vec<(&'a Question, Standing)>,
    /// The number of its questions that have no answer yet.
    pub open: usize,
}

/// The recommended follow-ups: the questionnaires that deepen a question which this assessment asks and
/// which was answered with less than [`MET`], in the order of the catalogue. What is unknown is no low
/// answer.
pub fn follow_ups<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<FollowUp<'a>> {
    let stands = |id: &str| {
        let question = catalogue.question(id)?;
        Some((question, standing(catalogue, assessment, question)))
    };
    let low = |id: &String| {
        let (question, standing) = stands(id).filter(|_| is_asked(catalogue, assessment, id))?;
        matches!(standing, Standing::Answered { credit, .. } if credit < MET).then_some((question, standing))
    };
    let follow_up = |questionnaire: &'a Questionnaire| {
        let low: Vec<_> = questionnaire.deepens.iter().filter_map(low).collect();
        let places = questionnaire.placements.iter().filter_map(|place| stands(&place.question));
        let open = places.filter(|(_, standing)| standing.is_unanswered()).count();
        (!low.is_empty()).then_some(FollowUp { questionnaire, low, open })
    };
    let others = catalogue.questionnaires().filter(|other| !assessment.asks(&other.id));
    others.filter_map(follow_up).collect()
}
