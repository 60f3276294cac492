//! The shortest route: a set of actions with the least effort after which every target is reached.
//!
//! This file says what has to be covered; [`search`] finds the set and proves it, with the bounds of
//! [`relaxation`], and both know numbers alone. `docs/scoring.md` explains the method.

mod relaxation;
mod search;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Baseline, reach};
use super::targets::Goal;
use crate::assessment::State;
use crate::questionnaire::{Part, Questionnaire};

/// The gates that have to be covered, and the actions that may be chosen for them.
#[derive(Debug, Default)]
pub(super) struct CoverProblem {
    /// In the order of preference between sets that are equally short.
    pub items: Vec<CoverItem>,
    /// By level, what its gate lacks: Σ w·c still to be gained.
    pub needs: Vec<i64>,
}

/// An action that may be chosen.
#[derive(Debug, Default, Clone)]
pub(super) struct CoverItem {
    pub points: i64,
    /// Levels, and what each gains by it: w·(100 − c).
    pub gains: Vec<(usize, i64)>,
    /// Items that have to be chosen with it.
    pub requires: Vec<usize>,
    /// True when no level is reached without it.
    pub forced: bool,
}

/// The shortest route to these goals, and whether it is proven to be so.
pub(super) fn shortest(baseline: &Baseline<'_>, goals: &[Goal<'_>]) -> (BTreeSet<usize>, bool) {
    let (problem, positions) = problem(baseline, goals);
    let found = search::solve(&problem, search::WORK_LIMIT);
    let chosen = positions.iter().zip(&found.chosen).filter(|(_, chosen)| **chosen);
    (chosen.map(|(position, _)| *position).collect(), found.proven)
}

/// The problem that the goals pose, and the position of the question behind each item.
fn problem<'a>(baseline: &Baseline<'a>, goals: &[Goal<'a>]) -> (CoverProblem, Vec<usize>) {
    let mut problem = CoverProblem::default();
    let mut missing: BTreeMap<(&'a str, usize), usize> = BTreeMap::new(); // positions in `needs`
    for goal in goals {
        let Some(score) = baseline.project_one(goal.questionnaire, |_| false) else { continue };
        for level in score.levels.iter().take(goal.within_reach) {
            if !level.holds && !level.scoped_out {
                missing.insert((&goal.questionnaire.id, level.number), problem.needs.len());
                let gate = u64::from(goal.questionnaire.gate) * level.sum.weight;
                problem.needs.push(i64::try_from(gate.saturating_sub(level.sum.gained)).unwrap_or(i64::MAX));
            }
        }
    }
    let level =
        |questionnaire: &'a Questionnaire, number| missing.get(&(questionnaire.id.as_str(), number)).copied();

    let ruled_out = baseline.ruled_out(&baseline.in_state(State::Dropped));
    let may_help = |position: &usize| {
        let asked = &baseline.asked[*position];
        asked.is_below(100)
            && asked.levels().any(|(questionnaire, number)| level(questionnaire, number).is_some())
    };
    let helping = (0..baseline.asked.len()).filter(|i| may_help(i) && !ruled_out.contains(i));
    let mut positions: Vec<usize> = reach(helping, &baseline.needs).into_iter().collect();
    positions.sort_by_key(|position| baseline.asked[*position].lowest_level()); // stable: then by id
    let item_of: BTreeMap<usize, usize> = positions.iter().enumerate().map(|(i, p)| (*p, i)).collect();

    for position in &positions {
        let asked = &baseline.asked[*position];
        let credit = asked.credit().unwrap_or(100).min(100);
        let mut item = CoverItem { points: i64::from(asked.action.effort.points()), ..CoverItem::default() };
        for (questionnaire, place) in &asked.places {
            let Part::Level(number) = place.part else { continue };
            let Some(level) = level(questionnaire, number) else { continue };
            item.gains.push((level, i64::from(place.weight) * i64::from(100 - credit)));
            item.forced |= place.key && credit < questionnaire.key_gate;
        }
        item.requires = baseline.needs[*position].iter().filter_map(|p| item_of.get(p).copied()).collect();
        problem.items.push(item);
    }
    (problem, positions)
}
