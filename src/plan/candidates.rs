//! The actions among which a route chooses.

use std::collections::BTreeSet;

use super::baseline::Baseline;
use super::targets::Goal;
use crate::assessment::State;
use crate::questionnaire::Part;
use crate::score::MET;

/// The actions among which a route chooses, dropped ones and what needs them apart.
#[derive(Default)]
pub(super) struct Candidates {
    pub all: BTreeSet<usize>,
    /// Those that stand in a level up to a target that does not hold.
    pub blocking: BTreeSet<usize>,
}

/// Finds the candidates for these goals.
pub(super) fn candidates(baseline: &Baseline<'_>, goals: &[Goal<'_>]) -> Candidates {
    let now = baseline.project(|_| false);
    let ruled_out = baseline.ruled_out(&baseline.in_state(State::Dropped));
    let mut found = Candidates::default();
    for (position, asked) in baseline.asked.iter().enumerate() {
        if ruled_out.contains(&position) {
            continue;
        }
        for (questionnaire, place) in &asked.places {
            let score = now.iter().find(|(scored, _)| scored.id == questionnaire.id).map(|(_, score)| score);
            let goal = goals.iter().find(|goal| goal.questionnaire.id == questionnaire.id);
            let target = goal.map_or(0, |goal| goal.target);
            let is_candidate = match place.part {
                Part::Level(number) => (1..=target).contains(&number) && asked.is_below(100),
                Part::Ability => {
                    let ability = score.and_then(|score| score.ability);
                    let sustains = ability.and_then(|ability| ability.sustains);
                    sustains.is_some_and(|level| level < target) && asked.is_below(MET)
                }
                Part::Area(_) => asked.is_below(MET),
                Part::Fit => false,
            };
            if !is_candidate {
                continue;
            }
            found.all.insert(position);
            if let Part::Level(number) = place.part
                && score.and_then(|score| score.levels.get(number - 1)).is_some_and(|level| !level.holds)
            {
                found.blocking.insert(position);
            }
        }
    }
    found
}
