//! What each target would mean: the plans to every level, by both routes, in numbers. Made when the
//! screen is entered or a page turned, never while moving on it. Nothing here draws.

use jiff::civil::Date;

use crate::assessment::{Assessment, Route};
use crate::plan::{Arrival, Plan, Settings, plan};
use crate::questionnaire::Catalogue;
use crate::score::Score;

/// What a level as target would mean.
#[derive(Debug)]
pub(super) struct Outlook {
    /// The number of the level.
    pub(super) level: usize,
    pub(super) shortest: Forecast,
    pub(super) full: Forecast,
}

/// One route in numbers.
#[derive(Debug)]
pub(super) struct Forecast {
    pub(super) actions: usize,
    pub(super) points: u32,
    /// How many actions begin with finding out.
    pub(super) to_answer: usize,
    pub(super) reach: Reach,
    /// Titles of dropped actions that stand before it.
    pub(super) needs_dropped: Vec<String>,
}

/// When the level is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Already.
    Now,
    /// With what was done since the assessment.
    WithDone,
    /// With this quarter, which ends on this day.
    Quarter(usize, Date),
    /// Not on this route.
    Never,
}

/// The outlook on every level from the reached one on; the other targets stay as they are.
pub(super) fn outlooks(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    today: Date,
) -> Vec<Outlook> {
    let Some(levels) = score.levels() else { return Vec::new() };
    let mut settings = Settings::of(catalogue, assessment, today);
    let mut outlook = |level: usize| {
        for (id, target) in &mut settings.targets {
            if *id == score.questionnaire.id {
                *target = level;
            }
        }
        let mut by = |route: Route| {
            settings.route = route;
            forecast(&plan(catalogue, assessment, &settings), score)
        };
        Outlook { level, shortest: by(Route::Shortest), full: by(Route::Full) }
    };
    (levels.reached..score.questionnaire.levels.len()).map(&mut outlook).collect()
}

fn forecast(plan: &Plan<'_>, score: &Score<'_>) -> Forecast {
    let target = plan.targets.iter().find(|target| target.questionnaire.id == score.questionnaire.id);
    let reach = match target.zip(score.levels()).map(|(target, levels)| plan.arrival(target, levels)) {
        Some(Arrival::Now) => Reach::Now,
        Some(Arrival::WithDone) => Reach::WithDone,
        Some(Arrival::With(wave)) => Reach::Quarter(wave.number, wave.ends),
        Some(Arrival::Never) | None => Reach::Never,
    };
    let title = |id: &&str| {
        let dropped = plan.dropped.iter().find(|listed| listed.question.id == *id);
        dropped.map(|listed| listed.action.text.title.clone())
    };
    Forecast {
        actions: plan.actions.len(),
        points: plan.points(),
        to_answer: plan.to_answer(),
        reach,
        needs_dropped: target.iter().flat_map(|target| &target.needs_dropped).filter_map(title).collect(),
    }
}
