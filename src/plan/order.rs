//! In which order actions are done: requirements first, then what the user moves, then from the lowest
//! level upwards.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Asked, Baseline, Place, reach, reversed};
use super::targets::Goal;
use crate::assessment::{PlanSettings, State};
use crate::questionnaire::Part;

/// The rank that decides between two actions that could both come next: the lesser comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// False for what is under way, or is needed for that.
    waits: bool,
    /// The position among what the user draws forward.
    first: usize,
    /// From 1, the position among what the user holds back.
    later: usize,
    level: (usize, PlaceClass),
    /// Where its own place stands: the questionnaire in the assessment, the place in the questionnaire.
    at: (usize, usize),
}

/// The weight of a question at its level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PlaceClass {
    Foundation,
    Key,
    Other,
    Optional,
}

/// The actions of a route in the order in which they are done.
pub(super) fn order(
    baseline: &Baseline<'_>,
    goals: &[Goal<'_>],
    route: &BTreeSet<usize>,
    steering: &PlanSettings,
) -> Vec<usize> {
    let requires = |position: usize| -> Vec<usize> {
        let all = if route.contains(&position) { Some(baseline.requires(position)) } else { None };
        all.into_iter().flatten().filter(|required| route.contains(required)).collect()
    };
    let requires: Vec<Vec<usize>> = (0..baseline.asked.len()).map(requires).collect();
    let ranks = ranks(baseline, goals, route, steering, &reversed(&requires));
    let mut waiting: Vec<usize> = route.iter().copied().collect();
    waiting.sort_by_key(|position| ranks[position]);

    let mut placed = BTreeSet::new();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let ready = |position: &usize| requires[*position].iter().all(|required| placed.contains(required));
        // Requirements that go round in a circle are refused by `check`: any of them may begin.
        let next = waiting.remove(waiting.iter().position(ready).unwrap_or(0));
        placed.insert(next);
        order.push(next);
    }
    order
}

/// The rank of each action. What is needed takes over from all that need it, directly or through
/// others, but its own place and that it is held back.
fn ranks(
    baseline: &Baseline<'_>,
    goals: &[Goal<'_>],
    route: &BTreeSet<usize>,
    steering: &PlanSettings,
    needed_by: &[Vec<usize>],
) -> BTreeMap<usize, Rank> {
    let own = |position: usize| {
        let asked = &baseline.asked[position];
        let (level, at) = own_place(asked, goals);
        let id = &asked.question.id;
        Rank {
            waits: asked.state != State::Doing,
            first: steering.first.iter().position(|first| first == id).unwrap_or(usize::MAX),
            later: steering.later.iter().rposition(|later| later == id).map_or(0, |later| later + 1),
            level,
            at,
        }
    };
    let owns: BTreeMap<usize, Rank> = route.iter().map(|position| (*position, own(*position))).collect();
    let rank = |position: usize| {
        let mut rank = owns[&position];
        for other in reach([position], needed_by).iter().map(|other| owns[other]) {
            rank.waits &= other.waits;
            rank.first = rank.first.min(other.first);
            rank.level = rank.level.min(other.level);
        }
        if !rank.waits || rank.first != usize::MAX {
            rank.later = 0;
        }
        rank
    };
    route.iter().map(|position| (*position, rank(*position))).collect()
}

/// The lowest level and class of a question, and the place that gives them: among its places up to
/// their targets or, without one, among all. Areas come after all levels.
fn own_place(asked: &Asked<'_>, goals: &[Goal<'_>]) -> ((usize, PlaceClass), (usize, usize)) {
    let of = |place: &Place<'_>| {
        let goal = goals.iter().find(|goal| goal.questionnaire.id == place.questionnaire.id);
        let level = goal.and_then(|goal| level(place, goal));
        let class = level.map_or(PlaceClass::Other, |_| class(place));
        let is_above = level.zip(goal).is_none_or(|(level, goal)| level > goal.target);
        let is_fit = place.placement.part == Part::Fit;
        (is_above, (level.unwrap_or(usize::MAX), class), is_fit, place.at)
    };
    let best = asked.places.iter().map(of).min();
    best.map_or(((usize::MAX, PlaceClass::Other), (usize::MAX, 0)), |(_, level, _, at)| (level, at))
}

/// The level of a place; `None` where it is none of a level or ability.
fn level(place: &Place<'_>, goal: &Goal<'_>) -> Option<usize> {
    match place.placement.part {
        Part::Level(number) => Some(number),
        Part::Ability if place.placement.key => Some(place.placement.from),
        Part::Ability => Some(goal.sustains().map_or(goal.target, |level| goal.target.min(level + 1))),
        Part::Area(_) | Part::Fit => None,
    }
}

fn class(place: &Place<'_>) -> PlaceClass {
    match (place.placement.part, place.placement.key, place.placement.optional) {
        (Part::Ability, true, _) => PlaceClass::Foundation,
        (_, true, _) => PlaceClass::Key,
        (_, false, true) => PlaceClass::Optional,
        (_, false, false) => PlaceClass::Other,
    }
}
