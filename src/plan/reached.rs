//! The time at which a plan reaches a target.

use jiff::civil::Date;

use super::targets::is_met;
use super::types::{Levels, Plan, Quarter, Target};
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
    /// The levels that are new at the end of these quarters, none above its target: what lies beyond rests
    /// on answers that no action of this plan is about.
    pub fn new_levels(&self, from: &Quarter<'a>, to: &Quarter<'a>) -> Levels<'a> {
        let level = |target: &Target<'a>, number: usize| {
            let quarter = self.quarters.iter().find(|quarter| quarter.number == number);
            let reaches = quarter.map_or(&[][..], |quarter| &quarter.reaches);
            let here = reaches.iter().find(|(questionnaire, _)| questionnaire.id == target.questionnaire.id);
            here.map_or(target.now, |(_, level)| (*level).min(target.level))
        };
        let new = |target: &Target<'a>| {
            let after = level(target, to.number);
            (after > level(target, from.number.saturating_sub(1))).then_some((target.questionnaire, after))
        };
        self.targets.iter().filter_map(new).collect()
    }

    /// The time at which a target of this plan is met; `now` is the score of its questionnaire.
    pub fn reached(&self, target: &Target<'_>, now: &LevelsScore<'_>) -> Reached {
        if target.level <= now.reached || is_met(now, target.level) {
            return Reached::Now;
        }
        if !target.is_met {
            return Reached::Never;
        }
        // A level that is scoped out counts as reached with the one below it.
        let below = now.levels.iter().take(target.level).rev();
        let wanted = below.into_iter().find(|level| !level.scoped_out).map_or(0, |level| level.number);
        let level = |levels: &Levels<'a>| {
            levels.iter().find(|(other, _)| other.id == target.questionnaire.id).map(|(_, level)| *level)
        };
        let there = |quarter: &&Quarter<'a>| {
            level(&quarter.reaches).is_some_and(|reached| reached >= wanted)
                && level(&quarter.sustains).is_none_or(|sustained| sustained >= target.level)
        };
        match self.quarters.iter().find(there) {
            Some(quarter) => Reached::Quarter { number: quarter.number, ends: quarter.ends },
            None => Reached::WithDone,
        }
    }
}
