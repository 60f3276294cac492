//! Makes a plan: from the baseline and the targets to the route, its order and its quarters.

use std::collections::BTreeSet;

use super::baseline::{Baseline, reach};
use super::candidates::{Candidates, candidates};
use super::settings::Settings;
use super::targets::{self, Goal, is_met};
use super::types::{Plan, Planned, Target};
use super::{order, quarters, route};
use crate::assessment::{Assessment, Route, State};
use crate::questionnaire::Catalogue;

/// Makes the plan of an assessment.
pub fn plan<'a>(catalogue: &'a Catalogue, assessment: &Assessment, settings: &Settings) -> Plan<'a> {
    let settings = settings.clamp(catalogue, assessment);
    let baseline = Baseline::of(catalogue, assessment);
    let goals = targets::goals(&baseline, &settings.targets);
    let candidates = candidates(&baseline, &goals, &assessment.plan.also);
    let with_needs = |positions: BTreeSet<usize>| reach(positions, &baseline.needs);
    let full = with_needs(&candidates.all | &candidates.always);
    let base = match settings.route {
        Route::Recommended => Some(&candidates.always | &candidates.recommended),
        Route::Shortest => Some(candidates.always.clone()),
        Route::Full => None,
    };
    let (route, proven) = match base {
        Some(base) => {
            let (route, proven) = route::cheapest(&baseline, &goals, &with_needs(base));
            (route, Some(proven))
        }
        None => (full.clone(), None),
    };
    let order = order::order(&baseline, &goals, &route, &assessment.plan);
    let quarters = quarters::quarters(&baseline, &order, &settings);
    let show = Show { baseline: &baseline, assessment, route: &route, candidates: &candidates };
    let mut actions: Vec<Planned<'a>> = order.iter().map(|position| show.planned(*position)).collect();
    for quarter in &quarters {
        actions[quarter.actions.clone()].iter_mut().for_each(|planned| planned.quarter = quarter.number);
    }
    let beside = |positions: BTreeSet<usize>| positions.into_iter().map(|i| show.planned(i)).collect();
    Plan {
        done: beside(baseline.in_state(State::Done)),
        dropped: beside(baseline.in_state(State::Dropped)),
        left_out: beside(&full - &route),
        targets: judge_targets(&baseline, goals, &route),
        actions,
        quarters,
        proven,
        has_additions: !candidates.always.is_empty(),
        settings,
    }
}

/// What is to be known to show an action.
struct Show<'p, 'a> {
    baseline: &'p Baseline<'a>,
    assessment: &'p Assessment,
    route: &'p BTreeSet<usize>,
    candidates: &'p Candidates,
}

impl<'a> Show<'_, 'a> {
    fn planned(&self, position: usize) -> Planned<'a> {
        let (baseline, route) = (self.baseline, self.route);
        let asked = &baseline.asked[position];
        let id = |required: usize| baseline.asked[required].question.id.as_str();
        Planned {
            question: asked.question,
            action: asked.action,
            standing: asked.standing,
            points: asked.points(),
            levels: asked.levels().collect(),
            blocking: self.candidates.blocking.contains(&position),
            foundation: asked.is_foundation(),
            requires: baseline.requires(position).filter(|other| route.contains(other)).map(id).collect(),
            missing: if route.contains(&position) {
                baseline.unmet(position).filter(|other| !route.contains(other)).map(id).collect()
            } else {
                Vec::new()
            },
            quarter: 0,
            state: self.assessment.actions.get(&asked.question.id).cloned().unwrap_or_default(),
        }
    }
}

/// The goals, and what becomes of them on this route.
fn judge_targets<'a>(
    baseline: &Baseline<'a>,
    goals: Vec<Goal<'a>>,
    route: &BTreeSet<usize>,
) -> Vec<Target<'a>> {
    let ids = |positions: Vec<usize>| {
        positions.iter().map(|position| baseline.asked[*position].question.id.as_str()).collect()
    };
    let target = |goal: Goal<'a>| {
        let now = goal.now.reached;
        let score = baseline.project_one(goal.questionnaire, |position| route.contains(&position));
        let score = score.unwrap_or(goal.now);
        Target {
            questionnaire: goal.questionnaire,
            now,
            level: goal.target,
            is_met: goal.to_meet.is_none() || is_met(&score, goal.target),
            ends_at: (0..=score.reached).rev().find(|level| is_met(&score, *level)).unwrap_or(0),
            needs_dropped: ids(goal.needs_dropped),
            without_action: goal.without_action,
        }
    };
    goals.into_iter().map(target).collect()
}
