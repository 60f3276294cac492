//! The part of each target that can be met, and which dropped actions stand before it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::baseline::Baseline;
use crate::assessment::State;
use crate::questionnaire::{Question, Questionnaire};
use crate::score::LevelsScore;

/// The level that a questionnaire is to reach, and the one that it can.
pub(super) struct Goal<'a> {
    pub questionnaire: &'a Questionnaire,
    /// The number of the level aimed at.
    pub target: usize,
    /// The score as it is, with what was done since the assessment.
    pub now: LevelsScore<'a>,
    /// The level that a route has to meet: the target or, where dropped actions stand before it, the
    /// highest below; `None` where the target is not above the level reached, which asks for nothing.
    pub to_meet: Option<usize>,
    /// Dropped questions without which the target cannot be met.
    pub needs_dropped: Vec<usize>,
    /// Questions without which it cannot be met, and which say nothing on what to do.
    pub without_action: Vec<&'a Question>,
}

impl Goal<'_> {
    /// The number of the level that ability sustains; `None` where it is not asked for, or nothing of it
    /// is applicable.
    pub(super) fn sustains(&self) -> Option<usize> {
        sustains(&self.now)
    }
}

/// The number of the level that ability sustains; `None` where it is not asked for, or nothing of it is
/// applicable.
pub(super) fn sustains(score: &LevelsScore<'_>) -> Option<usize> {
    score.ability.as_ref().and_then(|ability| ability.sustains)
}

/// True when the gates up to a level hold, and ability sustains it.
pub(super) fn is_met(score: &LevelsScore<'_>, level: usize) -> bool {
    score.has_reached(level) && sustains(score).is_none_or(|sustained| sustained >= level)
}

/// The goals of the `levels` questionnaires, in the order of the assessment.
pub(super) fn goals<'a>(baseline: &Baseline<'a>, targets: &[(String, usize)]) -> Vec<Goal<'a>> {
    let dropped = baseline.in_state(State::Dropped);
    let now = baseline.project(|_| false);
    let goals = now.into_iter().filter_map(|(questionnaire, now)| {
        let target = targets.iter().find(|(id, _)| *id == questionnaire.id)?.1;
        let (needs, without_action) = (Vec::new(), Vec::new());
        let mut goal =
            Goal { questionnaire, target, now, to_meet: None, needs_dropped: needs, without_action };
        if target > goal.now.reached {
            let best = baseline.project_one(questionnaire, |position| baseline.available.contains(&position));
            let meets = |level: &usize| best.as_ref().is_some_and(|best| is_met(best, *level));
            goal.to_meet = Some((0..=target).rev().find(meets).unwrap_or(0));
            if goal.to_meet != Some(target) {
                goal.needs_dropped = needs_dropped(baseline, questionnaire, target, &dropped);
                let all = baseline.available_without(&BTreeSet::new());
                let best = baseline.project_one(questionnaire, |position| all.contains(&position));
                let best = best.filter(|best| !is_met(best, target));
                let lacks = best.map(|best| baseline.in_the_way(questionnaire, &best, target));
                goal.without_action = lacks.unwrap_or_default();
            }
        }
        Some(goal)
    });
    goals.collect()
}

/// The dropped questions that have to come back for this target: all of them, less each, the dearest
/// first, without which the target can still be met. What is left is needed to the last one.
fn needs_dropped<'a>(
    baseline: &Baseline<'a>,
    questionnaire: &'a Questionnaire,
    target: usize,
    dropped: &BTreeSet<usize>,
) -> Vec<usize> {
    let can_meet = |dropped: &BTreeSet<usize>| {
        let available = baseline.available_without(dropped);
        let best = baseline.project_one(questionnaire, |position| available.contains(&position));
        best.is_some_and(|best| is_met(&best, target))
    };
    if !can_meet(&BTreeSet::new()) {
        return Vec::new();
    }
    let mut dearest_first: Vec<usize> = dropped.iter().copied().collect();
    dearest_first.sort_by_key(|i| Reverse(baseline.asked[*i].points()));
    let mut still_dropped = BTreeSet::new();
    for position in &dearest_first {
        still_dropped.insert(*position);
        if !can_meet(&still_dropped) {
            still_dropped.remove(position);
        }
    }
    dropped.difference(&still_dropped).copied().collect()
}
