//! When a target is reached on the way of a plan.

use super::{Plan, Quarter, Target};
use crate::score::LevelsScore;

/// When a target is reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival<'p> {
    /// It is reached already.
    Now,
    /// At the end of this quarter.
    With(&'p Quarter<'p>),
    /// With what was done since the assessment, without any action of the plan.
    WithDone,
    /// Not on this route.
    Never,
}

impl<'a> Plan<'a> {
    /// When a target of this plan is reached; `now` is the score of its questionnaire.
    pub fn arrival(&self, target: &Target<'_>, now: &LevelsScore<'_>) -> Arrival<'_> {
        if now.has_reached(target.level) {
            return Arrival::Now;
        }
        // A level that is scoped out counts as reached with the one below it.
        let below = now.levels.iter().take(target.level).rev();
        let wanted = below.into_iter().find(|level| !level.scoped_out).map_or(0, |level| level.number);
        let there = |quarter: &&Quarter<'a>| {
            let mut reaches = quarter.reaches.iter();
            reaches.any(|(other, level)| other.id == target.questionnaire.id && *level >= wanted)
        };
        match self.quarters.iter().find(there) {
            Some(quarter) => Arrival::With(quarter),
            None if target.ends_at >= wanted => Arrival::WithDone,
            None => Arrival::Never,
        }
    }
}
