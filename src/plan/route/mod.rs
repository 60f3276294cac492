//! The cheapest route: a set of actions with the least effort after which every target is met, beside those
//! that are taken in any case.
//!
//! This file says what has to be covered; [`search`] finds the set and proves it, with the bounds of
//! [`relaxation`], and both know numbers alone. `docs/scoring.md` explains the method.

mod relaxation;
mod search;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Baseline, Place, reach};
use super::targets::Goal;
use crate::questionnaire::Part;
use crate::score::Sum;

/// The gates and the ability that have to be covered, and the actions that may be chosen for them.
#[derive(Debug, Default)]
pub(super) struct CoverProblem {
    /// In the order of preference between sets that are equally short.
    pub items: Vec<CoverItem>,
    /// By level, what its gate lacks, and what ability lacks: Σ w·c still to be gained.
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
    /// True when it is taken in any case, or no target is met without it.
    pub forced: bool,
}

/// The cheapest route to these goals that holds the base, and whether it is proven to be so.
pub(super) fn cheapest(
    baseline: &Baseline<'_>,
    goals: &[Goal<'_>],
    base: &BTreeSet<usize>,
) -> (BTreeSet<usize>, bool) {
    let (problem, positions) = problem(baseline, goals, base);
    let found = search::solve(&problem, search::WORK_LIMIT);
    let chosen = positions.iter().zip(&found.chosen).filter(|(_, chosen)| **chosen);
    (chosen.map(|(position, _)| *position).collect(), found.proven)
}

/// The problem that the goals pose, and the position of the question behind each item.
fn problem(
    baseline: &Baseline<'_>,
    goals: &[Goal<'_>],
    base: &BTreeSet<usize>,
) -> (CoverProblem, Vec<usize>) {
    let mut problem = CoverProblem::default();
    let mut gates: BTreeMap<(&str, Part), usize> = BTreeMap::new(); // positions in `needs`
    for goal in goals {
        for (part, need) in missing(goal) {
            gates.insert((&goal.questionnaire.id, part), problem.needs.len());
            problem.needs.push(need);
        }
    }
    let gate =
        |place: &Place<'_>| gates.get(&(place.questionnaire.id.as_str(), place.placement.part)).copied();
    let may_help = |position: &usize| {
        let places = &baseline.asked[*position].places;
        base.contains(position) || places.iter().any(|place| gate(place).is_some())
    };
    let helping = baseline.available.iter().copied().filter(may_help);
    let mut positions: Vec<usize> = reach(helping, &baseline.needs).into_iter().collect();
    positions.sort_by_key(|position| baseline.asked[*position].lowest_level()); // stable: then by id
    let item_of: BTreeMap<usize, usize> = positions.iter().enumerate().map(|(i, p)| (*p, i)).collect();

    for position in &positions {
        let asked = &baseline.asked[*position];
        let credit = asked.credit().unwrap_or(100).min(100);
        let mut item = CoverItem { points: i64::from(asked.points()), ..CoverItem::default() };
        item.forced = base.contains(position);
        for place in &asked.places {
            let Some(gate) = gate(place) else { continue };
            item.gains.push((gate, i64::from(place.placement.weight) * i64::from(100 - credit)));
            item.forced |= is_indispensable(place, goals) && credit < place.questionnaire.key_gate;
        }
        item.requires = baseline.needs[*position].iter().filter_map(|p| item_of.get(p).copied()).collect();
        problem.items.push(item);
    }
    (problem, positions)
}

/// What a goal lacks: each level up to it whose gate does not hold, and ability that does not sustain it,
/// with Σ w·c still to be gained.
fn missing(goal: &Goal<'_>) -> Vec<(Part, i64)> {
    let Some(to_meet) = goal.to_meet else { return Vec::new() };
    let lacks = |sum: Sum, percent: u32| {
        let gate = u64::from(percent) * sum.weight;
        i64::try_from(gate.saturating_sub(sum.gained)).unwrap_or(i64::MAX)
    };
    let shut = goal.now.levels.iter().take(to_meet).filter(|level| !level.holds && !level.scoped_out);
    let gates = shut.map(|level| (Part::Level(level.number), lacks(level.sum, goal.questionnaire.gate)));
    let percent = goal.questionnaire.levels.iter().take(to_meet + 1).skip(1).map(|level| level.ability).max();
    let ability = goal.now.ability.as_ref().filter(|_| goal.sustains().is_some_and(|level| level < to_meet));
    let ability = ability.map(|ability| (Part::Ability, lacks(ability.sum, percent.unwrap_or(0))));
    gates.chain(ability).collect()
}

/// True where a goal cannot be met while this question, which counts for it, is below the key gate.
fn is_indispensable(place: &Place<'_>, goals: &[Goal<'_>]) -> bool {
    let placement = place.placement;
    let goal = goals.iter().find(|goal| goal.questionnaire.id == place.questionnaire.id);
    let to_meet = goal.and_then(|goal| goal.to_meet).unwrap_or(0);
    placement.key && (placement.part != Part::Ability || placement.from <= to_meet)
}
