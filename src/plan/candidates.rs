//! The actions among which a route chooses, and those that it takes whatever it costs.

use std::collections::BTreeSet;

use super::baseline::Baseline;
use super::targets::Goal;
use crate::assessment::State;
use crate::questionnaire::Part;
use crate::score::MET;

/// The actions among which a route chooses; what is not available is not among them.
#[derive(Default)]
pub(super) struct Candidates {
    pub all: BTreeSet<usize>,
    /// Those that stand in a level up to a target that does not hold, or on whose ability a target rests.
    pub blocking: BTreeSet<usize>,
    /// Those that are under way, or that the user takes in.
    pub always: BTreeSet<usize>,
    /// Those that a programme should not do without where it aims at more than it has reached.
    pub recommended: BTreeSet<usize>,
}

/// Finds the candidates for these goals, and the questions that the user takes in.
pub(super) fn candidates(baseline: &Baseline<'_>, goals: &[Goal<'_>], also: &[String]) -> Candidates {
    let mut found = Candidates::default();
    for position in baseline.available.iter().copied() {
        let asked = &baseline.asked[position];
        if asked.state == State::Doing || also.contains(&asked.question.id) {
            found.always.insert(position);
        }
        for place in &asked.places {
            let placement = place.placement;
            let goal = goals.iter().find(|goal| goal.questionnaire.id == place.questionnaire.id);
            let (is_candidate, is_blocking, is_basic) = match (placement.part, goal) {
                (Part::Level(number), Some(goal)) => {
                    let holds = goal.now.levels.get(number - 1).is_some_and(|level| level.holds);
                    ((1..=goal.target).contains(&number), !holds, !placement.optional && asked.is_below(MET))
                }
                (Part::Ability, Some(goal)) => {
                    let in_time = placement.key && placement.from <= goal.target;
                    let blocks = in_time && asked.is_below(place.questionnaire.key_gate);
                    (goal.sustains().is_some_and(|level| level < goal.target), blocks, blocks)
                }
                (Part::Area(_), _) => (asked.is_below(MET), false, false),
                (Part::Level(_) | Part::Ability | Part::Fit, _) => (false, false, false),
            };
            if !is_candidate {
                continue;
            }
            found.all.insert(position);
            if is_blocking {
                found.blocking.insert(position);
            }
            if is_basic && goal.is_some_and(|goal| goal.to_meet.is_some()) {
                found.recommended.insert(position);
            }
        }
    }
    found
}
