//! Forecasts of each target: the plans to every level, by each route, in numbers. Three plans a level:
//! a front end makes them when they are asked for, not while the user moves among them.

use jiff::civil::Date;

use super::make::plan;
use super::reached::Reached;
use super::settings::Settings;
use super::types::Plan;
use crate::assessment::{Assessment, Route};
use crate::questionnaire::Catalogue;
use crate::score::Score;

/// The consequences of a level as target.
#[derive(Debug)]
pub struct LevelForecast {
    /// The number of the level.
    pub level: usize,
    /// By the recommended route.
    pub recommended: RouteForecast,
    /// By the shortest route.
    pub shortest: RouteForecast,
    /// By the full route.
    pub full: RouteForecast,
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

/// A forecast for every level from the reached one on; the other targets stay as they are.
pub fn forecast_levels(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    today: Date,
) -> Vec<LevelForecast> {
    let Some(levels) = score.levels() else { return Vec::new() };
    let mut settings = Settings::of(catalogue, assessment, today);
    let mut to = |level: usize| {
        for (id, target) in &mut settings.targets {
            if *id == score.questionnaire.id {
                *target = level;
            }
        }
        let mut by = |route: Route| {
            settings.route = route;
            forecast_route(&plan(catalogue, assessment, &settings), score)
        };
        LevelForecast {
            level,
            recommended: by(Route::Recommended),
            shortest: by(Route::Shortest),
            full: by(Route::Full),
        }
    };
    (levels.reached..score.questionnaire.levels.len()).map(&mut to).collect()
}

fn forecast_route(plan: &Plan<'_>, score: &Score<'_>) -> RouteForecast {
    let target = plan.targets.iter().find(|target| target.questionnaire.id == score.questionnaire.id);
    let reached = target.zip(score.levels()).map(|(target, levels)| plan.reached(target, levels));
    let title = |id: &&str| {
        let dropped = plan.dropped.iter().find(|listed| listed.question.id == *id);
        dropped.map(|listed| listed.action.text.title.clone())
    };
    RouteForecast {
        actions: plan.actions.len(),
        points: plan.points(),
        to_answer: plan.to_answer(),
        reached: reached.unwrap_or(Reached::Never),
        needs_dropped: target.iter().flat_map(|target| &target.needs_dropped).filter_map(title).collect(),
    }
}
