//! What it would bring if one question were fully in place: its score is made again with that answer.
//!

use super::{LevelsScore, Outcome, Score, Standing, Sum, score_with, standing};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Part, Place, Questionnaire};

/// What it would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gain {
    /// This level would be reached.
    Level(usize),
    /// The gate of this level would hold, but one below it would not.
    Gate(usize),
    /// The percent of this level would be so much, and so many of its key questions not far enough.
    Percent {
        /// Which level.
        level: usize,
        /// Its percent then.
        sum: Sum,
        /// Its key questions that would still be missing.
        keys: usize,
    },
    /// The percent of this area would rise.
    Area {
        /// Its title.
        title: String,
        /// Its percent now.
        from: Sum,
        /// Its percent then.
        to: Sum,
    },
}

/// What a question of this questionnaire would bring; `None` where it counts for nothing.
pub fn gain(catalogue: &Catalogue, assessment: &Assessment, now: &Score<'_>, question: &str) -> Option<Gain> {
    let questionnaire = now.questionnaire;
    let place = questionnaire.places.iter().find(|place| place.question == question)?;
    let stand = |place: &Place| with_in_place(catalogue, assessment, place, question);
    let then = score_with(catalogue, questionnaire, stand);
    match (place.part, &now.result, &then.result) {
        (Part::Level(number), Outcome::Levels(now), Outcome::Levels(then)) => {
            level(questionnaire, (now, then), number, stand)
        }
        (Part::Area(number), Outcome::Areas(now), Outcome::Areas(then)) => {
            let (now, then) = (now.areas.get(number)?, then.areas.get(number)?);
            Some(Gain::Area { title: now.area.text.title.clone(), from: now.sum, to: then.sum })
        }
        _ => None,
    }
}

/// How a question stands when one of them is fully in place.
fn with_in_place(catalogue: &Catalogue, assessment: &Assessment, place: &Place, question: &str) -> Standing {
    let Some(found) = catalogue.question(&place.question) else { return Standing::Unanswered };
    if place.question == question {
        return Standing::Answered { credit: 100, option: found.options.len().saturating_sub(1) };
    }
    standing(found, assessment.entry(&place.question))
}

fn level(
    questionnaire: &Questionnaire,
    (now, then): (&LevelsScore<'_>, &LevelsScore<'_>),
    number: usize,
    stand: impl Fn(&Place) -> Standing,
) -> Option<Gain> {
    if then.reached > now.reached {
        return Some(Gain::Level(then.reached));
    }
    let level = then.levels.get(number.checked_sub(1)?)?;
    if level.holds {
        return Some(Gain::Gate(number));
    }
    let here = questionnaire.places.iter().filter(|place| place.part == Part::Level(number) && place.key);
    let missing =
        here.filter(|place| stand(place).proven().is_some_and(|credit| credit < questionnaire.key_gate));
    Some(Gain::Percent { level: number, sum: level.sum, keys: missing.count() })
}
