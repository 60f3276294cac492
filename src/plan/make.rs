//! Makes a plan: from the baseline and the targets to the route, its order and its quarters.

use std::collections::BTreeSet;

use super::baseline::{Baseline, reach};
use super::settings::Settings;
use super::targets::Goal;
use super::types::{Plan, Planned, Target};
use super::{candidates, order, quarters, route, targets};
use crate::assessment::{Assessment, Route, State};
use crate::questionnaire::Catalogue;

/// Makes the plan of an assessment.
pub fn plan<'a>(catalogue: &'a Catalogue, assessment: &Assessment, settings: &Settings) -> Plan<'a> {
    let settings = settings.clamp(catalogue, assessment);
    let baseline = Baseline::of(catalogue, assessment);
    let goals = targets::goals(&baseline, &settings.targets);
    let candidates = candidates::candidates(&baseline, &goals);
    let full = reach(candidates.all, &baseline.needs);
    let (route, proven_shortest) = match settings.route {
        Route::Full => (full.clone(), None),
        Route::Shortest => {
            let (route, proven) = route::shortest(&baseline, &goals);
            (route, Some(proven))
        }
    };
    let order = order::order(&baseline, &route, &candidates.blocking);
    let numbers = quarters::numbers(&baseline, &order, settings.capacity);
    let planned = |(position, quarter): (&usize, &usize)| {
        let asked = &baseline.asked[*position];
        let in_plan = baseline.requires(*position).filter(|required| route.contains(required));
        Planned {
            question: asked.question,
            action: asked.action,
            standing: asked.standing,
            levels: asked.levels().collect(),
            blocking: candidates.blocking.contains(position),
            requires: in_plan.map(|required| baseline.asked[required].question.id.as_str()).collect(),
            quarter: *quarter,
            state: assessment.actions.get(&asked.question.id).cloned().unwrap_or_default(),
        }
    };
    let listed = |positions: BTreeSet<usize>| positions.iter().map(|i| baseline.asked[*i].listed()).collect();
    Plan {
        actions: order.iter().zip(&numbers).map(planned).collect(),
        targets: judge_targets(&baseline, goals, &route),
        done: listed(baseline.in_state(State::Done)),
        dropped: listed(baseline.in_state(State::Dropped)),
        left_out: listed(full.difference(&route).copied().collect()),
        quarters: quarters::quarters(&baseline, &order, &numbers, &settings),
        proven_shortest,
        settings,
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
    let target = |goal: Goal<'a>| Target {
        questionnaire: goal.questionnaire,
        level: goal.target,
        ends_at: baseline
            .project_one(goal.questionnaire, |position| route.contains(&position))
            .map_or(0, |score| score.reached),
        needs_dropped: ids(goal.needs_dropped),
    };
    goals.into_iter().map(target).collect()
}
