//! In which order actions are done: requirements first, then what counts most for its effort.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use crate::questionnaire::Part;

/// The rank that decides between two actions that could both come next.
struct Rank {
    level: usize,
    blocking: bool,
    key: bool,
    /// Σ w·(100 − c) over all places that ask it.
    gain: u64,
    points: u64,
}

impl Rank {
    /// Compares two actions: the lesser comes first, by the rules of the plan; the id decides between equals.
    fn cmp(&self, other: &Rank) -> Ordering {
        let (own, others) = (self.gain * other.points, other.gain * self.points);
        (self.level, Reverse(self.blocking), Reverse(self.key), Reverse(own)).cmp(&(
            other.level,
            Reverse(other.blocking),
            Reverse(other.key),
            Reverse(others),
        ))
    }
}

/// The actions of a route in the order in which they are done.
pub(super) fn order(
    baseline: &Baseline<'_>,
    route: &BTreeSet<usize>,
    blocking: &BTreeSet<usize>,
) -> Vec<usize> {
    let requires = requires(baseline, route);
    let levels = levels(baseline, &requires);
    let rank = |position: usize| rank(baseline, position, levels[&position], blocking);
    let mut waiting: Vec<(usize, Rank)> = route.iter().map(|position| (*position, rank(*position))).collect();
    waiting.sort_by(|(_, a), (_, b)| a.cmp(b)); // stable: the ids stay in order among equals

    let mut placed = BTreeSet::new();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let ready = |(position, _): &(usize, Rank)| requires[position].is_subset(&placed);
        // Requirements that go round in a circle are refused by `check`: any of them may begin.
        let (next, _) = waiting.remove(waiting.iter().position(ready).unwrap_or(0));
        placed.insert(next);
        order.push(next);
    }
    order
}

/// By action of the route, those of the route that it requires.
fn requires(baseline: &Baseline<'_>, route: &BTreeSet<usize>) -> BTreeMap<usize, BTreeSet<usize>> {
    let of = |position| baseline.requires(position).filter(|required| route.contains(required)).collect();
    route.iter().map(|position| (*position, of(*position))).collect()
}

/// By action, the lowest level at which it or an action that needs it stands: beginning with the
/// lowest, each action passes its level on to all that it requires.
fn levels(baseline: &Baseline<'_>, requires: &BTreeMap<usize, BTreeSet<usize>>) -> BTreeMap<usize, usize> {
    let mut actions: Vec<usize> = requires.keys().copied().collect();
    actions.sort_by_key(|position| baseline.asked[*position].lowest_level());
    let mut levels = BTreeMap::new();
    for action in actions {
        let level = baseline.asked[action].lowest_level();
        let mut next = vec![action];
        while let Some(position) = next.pop() {
            if let std::collections::btree_map::Entry::Vacant(entry) = levels.entry(position) {
                entry.insert(level);
                next.extend(&requires[&position]);
            }
        }
    }
    levels
}

fn rank(baseline: &Baseline<'_>, position: usize, level: usize, blocking: &BTreeSet<usize>) -> Rank {
    let asked = &baseline.asked[position];
    let counts = |part| match part {
        Part::Level(_) | Part::Ability | Part::Area(_) => true,
        Part::Fit => false,
    };
    let counted = || asked.places.iter().map(|(_, place)| place).filter(|place| counts(place.part));
    let missing = u64::from(100 - asked.credit().unwrap_or(100).min(100));
    Rank {
        level,
        blocking: blocking.contains(&position),
        key: counted().any(|place| place.key),
        gain: counted().map(|place| u64::from(place.weight) * missing).sum(),
        points: u64::from(asked.action.effort.points()),
    }
}
