//! The part of each target that is within reach, and which dropped actions stand before it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::baseline::Baseline;
use crate::assessment::State;
use crate::questionnaire::Questionnaire;

/// The level that a questionnaire is to reach, and the one that it can.
pub(super) struct Goal<'a> {
    pub questionnaire: &'a Questionnaire,
    /// The number of the level aimed at.
    pub target: usize,
    /// The highest level up to the target that can be reached without a dropped action.
    pub within_reach: usize,
    /// Dropped questions without which the target cannot be reached.
    pub needs_dropped: Vec<usize>,
}

/// The goals of the `levels` questionnaires, in the order of the assessment.
pub(super) fn goals<'a>(baseline: &Baseline<'a>, targets: &[(String, usize)]) -> Vec<Goal<'a>> {
    let dropped = baseline.in_state(State::Dropped);
    let ruled_out = baseline.ruled_out(&dropped);
    let best = baseline.project(|position| !ruled_out.contains(&position));
    let goals = best.into_iter().filter_map(|(questionnaire, best)| {
        let target = targets.iter().find(|(id, _)| *id == questionnaire.id)?.1;
        let within_reach = (0..=target).rev().find(|level| best.has_reached(*level)).unwrap_or(0);
        let needs_dropped = match within_reach == target {
            true => Vec::new(),
            false => needs_dropped(baseline, questionnaire, target, &dropped),
        };
        Some(Goal { questionnaire, target, within_reach, needs_dropped })
    });
    goals.collect()
}

/// The dropped questions that have to come back for this target: all of them, less each, the dearest
/// first, without which the target can still be reached. What is left is needed to the last one.
fn needs_dropped<'a>(
    baseline: &Baseline<'a>,
    questionnaire: &'a Questionnaire,
    target: usize,
    dropped: &BTreeSet<usize>,
) -> Vec<usize> {
    let can_reach = |dropped: &BTreeSet<usize>| {
        let ruled_out = baseline.ruled_out(dropped);
        let best = baseline.project_one(questionnaire, |position| !ruled_out.contains(&position));
        best.is_some_and(|best| best.has_reached(target))
    };
    let mut dearest_first: Vec<usize> = dropped.iter().copied().collect();
    dearest_first.sort_by_key(|i| Reverse(baseline.asked[*i].action.effort.points()));
    let mut still_dropped = BTreeSet::new();
    for position in &dearest_first {
        still_dropped.insert(*position);
        if !can_reach(&still_dropped) {
            still_dropped.remove(position);
        }
    }
    dropped.difference(&still_dropped).copied().collect()
}
