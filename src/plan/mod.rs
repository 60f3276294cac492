//! What to do: candidates, route, order, quarters. Pure; the definitions stand in `docs/scoring.md`.

mod baseline;
mod candidates;
mod objectives;
mod order;
mod quarters;
mod reached;
mod roles;
mod route;
mod targets;
mod what_if;

pub use self::objectives::{Judged, judged, suggested, toggled};
pub use self::reached::Reached;
pub use self::roles::{Held, Need, Vacancy, held, needs};
pub use self::what_if::{LevelForecast, RouteForecast, forecast_levels};

use std::collections::BTreeSet;

use jiff::civil::Date;

use self::baseline::{Baseline, reach};
use self::targets::Goal;
use crate::assessment::{ActionState, Assessment, Route, State};
use crate::questionnaire::{Action, Catalogue, Question, Questionnaire};
use crate::score::{Score, Standing, score};

/// What a plan is made for: the assessment's own settings, overridden by options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Which actions are taken.
    pub route: Route,
    /// Points of work a quarter holds, at least 1.
    pub capacity: u32,
    /// The first day of the first quarter.
    pub start: Date,
    /// Target by questionnaire id: the number of the level aimed at.
    pub targets: Vec<(String, usize)>,
}

/// A plan: what is to be done, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan<'a> {
    /// What it was made for, with a target for every `levels` questionnaire of the assessment.
    pub settings: Settings,
    /// The questionnaires of kind `levels`, in the order of the assessment, and their targets.
    pub targets: Vec<Target<'a>>,
    /// Whether the route is proven to be the shortest; `None` for the full route.
    pub proven_shortest: Option<bool>,
    /// The actions still to be done, in order.
    pub actions: Vec<Planned<'a>>,
    /// Actions that were done since the assessment, by question id.
    pub done: Vec<Listed<'a>>,
    /// Actions that were dropped, by question id.
    pub dropped: Vec<Listed<'a>>,
    /// What the full route has and this one lacks, by question id.
    pub left_out: Vec<Listed<'a>>,
    /// The quarters, in order.
    pub quarters: Vec<Quarter<'a>>,
}

/// What a questionnaire is to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'a> {
    /// Which questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The number of the level aimed at.
    pub level: usize,
    /// The number of the level that the plan gets to, after all its actions.
    pub ends_at: usize,
    /// Dropped actions (question ids) without which the target cannot be reached; empty when it can.
    pub needs_dropped: Vec<&'a str>,
}

/// An action that is not, or no longer, in the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listed<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its action.
    pub action: &'a Action,
    /// How the question stands.
    pub standing: Standing,
}

/// An action of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its action.
    pub action: &'a Action,
    /// How the question stands; when it is open the action begins with finding out.
    pub standing: Standing,
    /// Where the question stands: `levels` questionnaires and level numbers, in the order of the
    /// assessment; empty for questions of ability and areas only.
    pub levels: Vec<(&'a Questionnaire, usize)>,
    /// Whether it stands in the way of a level up to the target.
    pub blocking: bool,
    /// Actions of this plan that come first, by question id in the order of the file.
    pub requires: Vec<&'a str>,
    /// The number of the quarter in which it is finished, from 1.
    pub quarter: usize,
    /// Its state, and who has taken it.
    pub state: ActionState,
}

/// A quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Quarter<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its first day.
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
    /// The actions finished in it: positions in [`Plan::actions`].
    pub actions: std::ops::Range<usize>,
    /// The action under way in it, when none is finished: a position in [`Plan::actions`].
    pub under_way: Option<usize>,
    /// The level that each `levels` questionnaire will have reached after it.
    pub reaches: Vec<(&'a Questionnaire, usize)>,
}

impl Plan<'_> {
    /// The work of all its actions, in points.
    pub fn points(&self) -> u32 {
        self.actions.iter().map(|planned| planned.action.effort.points()).sum()
    }

    /// How many of its actions begin with finding out.
    pub fn to_answer(&self) -> usize {
        self.actions.iter().filter(|planned| planned.standing.is_open()).count()
    }
}

impl Settings {
    /// The settings of an assessment: its own, or the defaults (route `shortest`, 12 points,
    /// `today`, and for each `levels` questionnaire the next level, whatever was done since).
    pub fn of(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Settings {
        let target = |score: &Score<'_>| {
            let levels = &score.questionnaire.levels;
            let chosen = assessment.targets.get(&score.questionnaire.id);
            let chosen = chosen.and_then(|id| levels.iter().position(|level| level.id == *id));
            let target = chosen.unwrap_or(score.levels()?.default_target());
            Some((score.questionnaire.id.clone(), target))
        };
        Settings {
            route: assessment.plan.route(),
            capacity: assessment.plan.capacity(),
            start: assessment.plan.start.unwrap_or(today),
            targets: score(catalogue, assessment).iter().filter_map(target).collect(),
        }
    }

    /// These settings as they can be carried out: at least one point a quarter, a target for every
    /// `levels` questionnaire of the assessment and no other, none above the highest level, and the
    /// full route where there is no level to take the shortest to.
    fn made_sound(&self, catalogue: &Catalogue, assessment: &Assessment) -> Settings {
        let mut sound = Settings::of(catalogue, assessment, self.start);
        for (id, target) in &mut sound.targets {
            let highest = catalogue.questionnaire(id).map_or(0, |found| found.levels.len().saturating_sub(1));
            if let Some((_, wanted)) = self.targets.iter().find(|(wanted, _)| wanted == id) {
                *target = (*wanted).min(highest);
            }
        }
        let route = if sound.targets.is_empty() { Route::Full } else { self.route };
        Settings { route, capacity: self.capacity.max(1), start: self.start, targets: sound.targets }
    }
}

/// Makes the plan of an assessment.
pub fn plan<'a>(catalogue: &'a Catalogue, assessment: &Assessment, settings: &Settings) -> Plan<'a> {
    let settings = settings.made_sound(catalogue, assessment);
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
        targets: reported(&baseline, goals, &route),
        done: listed(baseline.in_state(State::Done)),
        dropped: listed(baseline.in_state(State::Dropped)),
        left_out: listed(full.difference(&route).copied().collect()),
        quarters: quarters::quarters(&baseline, &order, &numbers, &settings),
        proven_shortest,
        settings,
    }
}

/// The goals, and what becomes of them on this route.
fn reported<'a>(baseline: &Baseline<'a>, goals: Vec<Goal<'a>>, route: &BTreeSet<usize>) -> Vec<Target<'a>> {
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
