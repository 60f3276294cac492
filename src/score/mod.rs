//! Scores: what the answers prove and what they still allow. Pure: the same answers give the same scores.
//!
//! All arithmetic is on whole numbers; the formulas are ours and stand in `docs/scoring.md`.

mod areas;
mod findings;
mod fit;
mod follow_ups;
mod gain;
mod levels;
mod standing;
mod sum;

pub use areas::{AreaScore, AreasScore, RankedArea};
pub use findings::{LevelFindings, NextLevel, findings};
pub use fit::{CandidateScore, FitScore};
pub use follow_ups::{FollowUp, follow_ups};
pub use gain::{Gain, gain};
pub use levels::{AbilityScore, Balance, LevelScore, LevelsScore};
pub use standing::{Counts, Standing, counts, is_asked, own_standing, standing};
pub use sum::Sum;

use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Kind, Part, Placement, Questionnaire};

/// The credit from which something counts as in place where nothing else is said: a requirement is met,
/// a role is held, an area question needs no action, an answer is not low.
pub const MET: u32 = 67;

/// The scores of every questionnaire of an assessment that the catalogue knows, in its order.
pub fn score<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<Score<'a>> {
    let asked = assessment.asked(catalogue);
    asked.map(|questionnaire| score_one(catalogue, questionnaire, assessment)).collect()
}

/// The score of one questionnaire.
pub fn score_one<'a>(
    catalogue: &'a Catalogue,
    questionnaire: &'a Questionnaire,
    assessment: &Assessment,
) -> Score<'a> {
    score_with(catalogue, questionnaire, |place| {
        catalogue
            .question(&place.question)
            .map_or(Standing::Unanswered, |question| standing(catalogue, assessment, question))
    })
}

/// The score of one questionnaire where `stand` says how each question stands: the projections of a
/// plan ask with other answers than those given.
pub fn score_with<'a>(
    catalogue: &'a Catalogue,
    questionnaire: &'a Questionnaire,
    stand: impl Fn(&Placement) -> Standing,
) -> Score<'a> {
    let stands: Vec<(&Placement, Standing)> = questionnaire
        .placements
        .iter()
        .filter(|place| catalogue.question(&place.question).is_some())
        .map(|place| (place, stand(place)))
        .collect();
    let questions = stands.iter().filter(|(place, _)| place.part != Part::Ability);
    let questions = Counts::of(questions.map(|(_, standing)| *standing));
    let result = match questionnaire.kind {
        Kind::Levels => Outcome::Levels(levels::score(questionnaire, questions, &stands)),
        Kind::Areas => Outcome::Areas(areas::score(questionnaire, &stands)),
        Kind::Fit => Outcome::Fit(fit::score(catalogue, questionnaire, &stands)),
    };
    Score { questionnaire, questions, result }
}

/// The score of one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Score<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The standings of its questions, those on ability apart.
    pub questions: Counts,
    /// The result.
    pub result: Outcome<'a>,
}

/// The result, by kind of questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<'a> {
    /// A level reached.
    Levels(LevelsScore<'a>),
    /// A percentage by area.
    Areas(AreasScore<'a>),
    /// Candidates by points.
    Fit(FitScore<'a>),
}

impl<'a> Score<'a> {
    /// The result of a questionnaire of kind `levels`.
    pub fn levels(&self) -> Option<&LevelsScore<'a>> {
        match &self.result {
            Outcome::Levels(levels) => Some(levels),
            Outcome::Areas(_) | Outcome::Fit(_) => None,
        }
    }

    /// Σ w·c and Σ w over all its questions, ability apart; `None` for kind `fit`.
    pub fn sum(&self) -> Option<Sum> {
        match &self.result {
            Outcome::Levels(levels) => Some(levels.sum),
            Outcome::Areas(areas) => Some(areas.sum),
            Outcome::Fit(_) => None,
        }
    }
}
