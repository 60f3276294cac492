//! The gain from one question, were it fully in place.

use super::levels::highest;
use super::{Outcome, Score, Standing, Sum};
use crate::questionnaire::{Part, Placement};

/// The gain from one question, were it fully in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gain {
    /// This level would be reached.
    Level(usize),
    /// The gate of this level would hold, but one below it would not.
    Gate(usize),
    /// The percent of this level would be so much, and so many of its key questions not far enough.
    Percent {
        /// The level.
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

/// The gain from the question of this place in the questionnaire, which stands so; `None` where it counts for nothing.
pub fn gain(now: &Score<'_>, place: &Placement, standing: Standing) -> Option<Gain> {
    let credit = standing.proven()?;
    let risen = |mut sum: Sum| {
        sum.gained += u64::from(place.weight) * u64::from(100 - credit);
        sum
    };
    match (place.part, &now.result) {
        (Part::Level(number), Outcome::Levels(levels)) => {
            let level = levels.levels.get(number.checked_sub(1)?)?;
            let was_missing = place.key && credit < now.questionnaire.key_gate;
            let keys = level.keys_missing.saturating_sub(usize::from(was_missing));
            let sum = risen(level.sum);
            let holds = keys == 0 && sum.reaches(now.questionnaire.gate);
            let reached =
                highest(&levels.levels, |other| if other.number == number { holds } else { other.holds });
            Some(match holds {
                _ if reached > levels.reached => Gain::Level(reached),
                true => Gain::Gate(number),
                false => Gain::Percent { level: number, sum, keys },
            })
        }
        (Part::Area(number), Outcome::Areas(areas)) => {
            let area = areas.areas.get(number)?;
            Some(Gain::Area { title: area.area.text.title.clone(), from: area.sum, to: risen(area.sum) })
        }
        (
            Part::Level(_) | Part::Area(_) | Part::Ability | Part::Fit,
            Outcome::Levels(_) | Outcome::Areas(_) | Outcome::Fit(_),
        ) => None,
    }
}
