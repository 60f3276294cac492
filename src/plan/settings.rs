//! The settings of a plan.

use jiff::civil::Date;

use crate::assessment::{Assessment, Route};
use crate::questionnaire::Catalogue;
use crate::score::{Score, score};

/// The settings of a plan: the assessment's own settings, overridden by options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The route: which actions are taken.
    pub route: Route,
    /// Points of work a quarter holds, at least 1.
    pub capacity: u32,
    /// The first day of the first quarter.
    pub start: Date,
    /// Target by questionnaire id: the number of the level aimed at.
    pub targets: Vec<(String, usize)>,
}

impl Settings {
    /// The settings of an assessment: its own, or the defaults (route `recommended`, 12
    /// points, `today`, and for each `levels` questionnaire what it aims at, whatever was done since).
    pub fn of(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Settings {
        let target = |score: &Score<'_>| Some((score.questionnaire.id.clone(), target(assessment, score)?));
        Settings {
            route: assessment.plan.route(),
            capacity: assessment.plan.capacity(),
            start: assessment.plan.start.unwrap_or(today),
            targets: score(catalogue, assessment).iter().filter_map(target).collect(),
        }
    }

    /// The number of the level that is aimed at in a questionnaire; `None` where it has no levels.
    pub fn target(&self, questionnaire: &str) -> Option<usize> {
        self.targets.iter().find(|(id, _)| id == questionnaire).map(|(_, level)| *level)
    }

    /// These settings as they can be carried out: at least one point a quarter, a target for every
    /// `levels` questionnaire of the assessment and no other, none above the highest level, and the
    /// full route where there is no level to take another to.
    pub(super) fn clamp(&self, catalogue: &Catalogue, assessment: &Assessment) -> Settings {
        let mut sound = Settings::of(catalogue, assessment, self.start);
        for (id, target) in &mut sound.targets {
            let highest = catalogue.questionnaire(id).map_or(0, |found| found.levels.len().saturating_sub(1));
            *target = self.target(id).unwrap_or(*target).min(highest);
        }
        let route = if sound.targets.is_empty() { Route::Full } else { self.route };
        Settings { route, capacity: self.capacity.max(1), start: self.start, targets: sound.targets }
    }
}

/// The number of the level that an assessment aims at in a questionnaire with this score: the chosen one, or its
/// default; `None` where it has no levels.
pub fn target(assessment: &Assessment, score: &Score<'_>) -> Option<usize> {
    let levels = &score.questionnaire.levels;
    let chosen = assessment.targets.get(&score.questionnaire.id);
    let chosen = chosen.and_then(|id| levels.iter().position(|level| level.id == *id));
    Some(chosen.unwrap_or(score.levels()?.default_target()))
}
