//! What is offered: questionnaires that look closer at what is weak (when a question that they deepen
//! has a low answer), and for the next assessment the questions that the plan worked on.

use crate::assessment::{Assessment, State};
use crate::questionnaire::{Catalogue, Kind, Question, Questionnaire};
use crate::score::{Standing, standing};

/// Answers below this credit are low.
const LOW: u32 = 67;

/// A questionnaire that is not asked, and the low answers for which it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer<'a> {
    /// Which.
    pub questionnaire: &'a Questionnaire,
    /// The low answers.
    pub low: Vec<(&'a Question, Standing)>,
}

/// What can be offered, in the order of the catalogue.
pub fn offers<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<Offer<'a>> {
    let others = catalogue.questionnaires().iter().filter(|other| !assessment.asks(&other.id));
    let asked: Vec<&str> = assessment
        .questionnaires
        .iter()
        .filter_map(|(id, _)| catalogue.questionnaire(id))
        .flat_map(|questionnaire| questionnaire.places.iter().map(|place| place.question.as_str()))
        .collect();
    let low = |id: &String| {
        let question = catalogue.question(id).filter(|_| asked.contains(&id.as_str()))?;
        let standing = standing(question, assessment.entry(id));
        matches!(standing, Standing::Answered { credit, .. } if credit < LOW).then_some((question, standing))
    };
    others
        .map(|questionnaire| Offer {
            questionnaire,
            low: questionnaire.deepens.iter().filter_map(low).collect(),
        })
        .filter(|offer| !offer.low.is_empty())
        .collect()
}

/// A questionnaire in one line: its title, its size, what comes out.
pub fn described(questionnaire: &Questionnaire) -> String {
    let what = match questionnaire.kind {
        Kind::Levels => format!("{}s", questionnaire.text.level_name),
        Kind::Areas => format!("{} areas", questionnaire.areas.len()),
        Kind::Fit => "a recommendation".to_owned(),
    };
    let questions = questionnaire.places.len();
    let s = if questions == 1 { "" } else { "s" };
    format!("{} ({questions} question{s}, {what})", questionnaire.text.title)
}

/// The questions whose actions were finished or begun, each with the state and title of its action:
/// before the next assessment they are offered to be asked first, since their answers may have changed.
pub fn worked_on(catalogue: &Catalogue, assessment: &Assessment) -> Vec<(String, String)> {
    let states = [State::Done, State::Doing].into_iter();
    let worked = states.flat_map(|state| assessment.actions.iter().filter(move |(_, on)| on.state == state));
    let titled = worked.filter_map(|(id, on)| {
        let action = catalogue.question(id)?.action.as_ref()?;
        Some((id.clone(), format!("{}: {}", on.state.id(), action.text.title)))
    });
    titled.collect()
}
