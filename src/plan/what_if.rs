//! Forecasts of each target: the plans to every level, by each route, in numbers. Several plans a level:
//! a front end makes them when they are asked for, not while the user moves among them.

use jiff::civil::Date;

use super::make::plan;
use super::reached::Reached;
use super::settings::Settings;
use super::types::Plan;
use crate::assessment::{Assessment, Route};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::Score;

/// The points that a level of another questionnaire takes at most to be cheap beside a target.
const CHEAP: u32 = 3;

/// The consequences of a level as target: for its questionnaire alone, then with the other targets.
#[derive(Debug)]
pub struct LevelForecast<'a> {
    /// The number of the level.
    pub level: usize,
    /// By the recommended route.
    pub recommended: RouteForecast,
    /// By the shortest route.
    pub shortest: RouteForecast,
    /// By the full route.
    pub full: RouteForecast,
    /// By the recommended route with the targets of all questionnaires; `None` where no other is aimed
    /// at.
    pub together: Option<RouteForecast>,
    /// Levels of other questionnaires that cost little beside it, the highest of each.
    pub beside: Vec<Beside<'a>>,
    /// True when ability will carry it after the recommended route; `None` where it is not asked for.
    pub is_carried: Option<bool>,
    /// True when ability carries it before any action.
    pub is_carried_now: bool,
}

/// A level of another questionnaire that is reached by the same quarter with few points more.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The other questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The number of its level.
    pub level: usize,
    /// The points that it takes more.
    pub points: u32,
}

/// One route in numbers.
#[derive(Debug)]
pub struct RouteForecast {
    /// The number of actions.
    pub actions: usize,
    /// Their effort.
    pub points: u32,
    /// The number of actions that begin with finding out.
    pub to_answer: usize,
    /// The time at which the level is reached.
    pub reached: Reached,
    /// Titles of dropped actions that stand before it.
    pub needs_dropped: Vec<String>,
}

/// A forecast for a level, the reached one or one above it. `scores` are those of the assessment.
pub fn forecast_level<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    scores: &[Score<'a>],
    score: &Score<'a>,
    level: usize,
    today: Date,
) -> LevelForecast<'a> {
    let settings = Settings::of(catalogue, assessment, today);
    Outlook { catalogue, assessment, scores, score, settings }.level(level)
}

/// What the plans to the levels of one questionnaire are made from.
struct Outlook<'p, 'a> {
    catalogue: &'a Catalogue,
    assessment: &'p Assessment,
    scores: &'p [Score<'a>],
    score: &'p Score<'a>,
    /// With the targets of all questionnaires.
    settings: Settings,
}

impl<'a> Outlook<'_, 'a> {
    fn level(&self, level: usize) -> LevelForecast<'a> {
        let alone = |route: Route| self.plan(route, level, |_, _| 0);
        let recommended = alone(Route::Recommended);
        let others = || self.scores.iter().filter(|other| other.questionnaire.id != self.id());
        let is_aimed_at = |other: &Score<'_>| {
            let target = self.settings.target(&other.questionnaire.id);
            other.levels().zip(target).is_some_and(|(levels, target)| target > levels.reached)
        };
        let together = others()
            .any(is_aimed_at)
            .then(|| self.in_numbers(&self.plan(Route::Recommended, level, |_, target| target)));
        LevelForecast {
            level,
            beside: others().filter_map(|other| self.cheap(level, &recommended, other)).collect(),
            is_carried: self.is_carried(level, &recommended),
            is_carried_now: self.carried_now().is_some_and(|carried| carried >= level),
            recommended: self.in_numbers(&recommended),
            shortest: self.in_numbers(&alone(Route::Shortest)),
            full: self.in_numbers(&alone(Route::Full)),
            together,
        }
    }

    fn id(&self) -> &str {
        &self.score.questionnaire.id
    }

    /// The plan to a level; `other` says the target of each other questionnaire from the present one.
    fn plan(&self, route: Route, level: usize, other: impl Fn(&str, usize) -> usize) -> Plan<'a> {
        let mut settings = Settings { route, ..self.settings.clone() };
        for (id, target) in &mut settings.targets {
            *target = if id == self.id() { level } else { other(id, *target) };
        }
        plan(self.catalogue, self.assessment, &settings)
    }

    /// The highest level of another questionnaire that costs little beside this one.
    fn cheap(&self, level: usize, alone: &Plan<'a>, other: &Score<'a>) -> Option<Beside<'a>> {
        let Reached::Quarter { number, .. } = self.reached(alone, self.score)? else { return None };
        let questionnaire = other.questionnaire;
        let above = other.levels()?.reached + 1..questionnaire.levels.len();
        let cheap = above.map_while(|other_level| {
            let both = self.plan(Route::Recommended, level, |id, _| {
                if id == questionnaire.id { other_level } else { 0 }
            });
            let points = both.points().checked_sub(alone.points()).filter(|points| *points <= CHEAP)?;
            let is_in_time = |score: &Score<'_>| {
                matches!(self.reached(&both, score), Some(Reached::Quarter { number: then, .. }) if then <= number)
            };
            (is_in_time(self.score) && is_in_time(other)).then_some(Beside { questionnaire, level: other_level, points })
        });
        cheap.last()
    }

    /// The time at which a plan reaches its target in a questionnaire.
    fn reached(&self, plan: &Plan<'_>, score: &Score<'_>) -> Option<Reached> {
        let target = plan.targets.iter().find(|target| target.questionnaire.id == score.questionnaire.id)?;
        Some(plan.reached(target, score.levels()?))
    }

    /// The highest level that ability carries before any action.
    fn carried_now(&self) -> Option<usize> {
        self.score.levels()?.ability.as_ref()?.sustains
    }

    /// Whether ability carries a level after a plan.
    fn is_carried(&self, level: usize, plan: &Plan<'_>) -> Option<bool> {
        let now = self.carried_now()?;
        let after = plan.quarters.last().and_then(|quarter| {
            quarter.sustains.iter().find(|(other, _)| other.id == self.id()).map(|(_, level)| *level)
        });
        Some(after.unwrap_or(now) >= level)
    }

    fn in_numbers(&self, plan: &Plan<'_>) -> RouteForecast {
        let target = plan.targets.iter().find(|target| target.questionnaire.id == self.id());
        let title = |id: &&str| {
            let dropped = plan.dropped.iter().find(|listed| listed.question.id == *id);
            dropped.map(|listed| listed.action.text.title.clone())
        };
        RouteForecast {
            actions: plan.actions.len(),
            points: plan.points(),
            to_answer: plan.to_answer(),
            reached: self.reached(plan, self.score).unwrap_or(Reached::Never),
            needs_dropped: target.iter().flat_map(|target| &target.needs_dropped).filter_map(title).collect(),
        }
    }
}
