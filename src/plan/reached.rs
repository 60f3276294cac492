//! The time at which a plan reaches a target.

use jiff::civil::Date;

use super::types::{Plan, Quarter, Target};
use crate::score::LevelsScore;

/// The time at which a plan reaches a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It is reached already.
    Now,
    /// With what was done since the assessment, without any action of the plan.
    WithDone,
    /// At the end of a quarter.
    Quarter {
        /// Its number, from 1.
        number: usize,
        /// Its last day.
        ends: Date,
    },
    /// Not on this route.
    Never,
}

impl<'a> Plan<'a> {
    /// The time at which a target of this plan is reached; `now` is the score of its questionnaire.
    pub fn reached(&self, target: &Target<'_>, now: &LevelsScore<'_>) -> Reached {
        if now.has_reached(target.level) {
            return Reached::Now;
        }
        // A level that is scoped out counts as reached with the one below it.
        let below = now.levels.iter().take(target.level).rev();
        let wanted = below.into_iter().find(|level| !level.scoped_out).map_or(0, |level| level.number);
        let there = |quarter: &&Quarter<'a>| {
            let mut reaches = quarter.reaches.iter();
            reaches.any(|(other, level)| other.id == target.questionnaire.id && *level >= wanted)
        };
        match self.quarters.iter().find(there) {
            Some(quarter) => Reached::Quarter { number: quarter.number, ends: quarter.ends },
            None if target.ends_at >= wanted => Reached::WithDone,
            None => Reached::Never,
        }
    }
}
