//! A better first target than the next level: where the way there only lacks answers, the highest level above it that
//! is there already.

use jiff::civil::Date;

use super::make::plan;
use super::settings::Settings;
use super::types::Plan;
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, DefaultTarget, Part, Questionnaire};
use crate::score::{Counts, Score, standing};

/// The highest level that is there already, but for answers below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HigherAim<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The number of the level that is aimed at where nobody chooses.
    pub next: usize,
    /// The number of the level to suggest: its own gate holds.
    pub level: usize,
    /// The work up to it that is certain, in points.
    pub certain: u32,
    /// The work up to it that answers may save, in points.
    pub open: u32,
}

/// The level to suggest in place of the next one; `None` where a target is chosen, where work up to the next
/// level is certain, and where more than half of the answers up to the level found are missing.
pub fn higher_aim<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    score: &Score<'a>,
    today: Date,
) -> Option<HigherAim<'a>> {
    let (questionnaire, levels) = (score.questionnaire, score.levels()?);
    let next = levels.default_target();
    let is_chosen = assessment.targets.contains_key(&questionnaire.id);
    if is_chosen || questionnaire.default_target != DefaultTarget::Next || next == levels.reached {
        return None;
    }
    let there = levels.levels.iter().filter(|level| level.number > next && level.holds);
    let level = there.map(|level| level.number).max()?;
    let settings = Settings::of(catalogue, assessment, today);
    let to = |level: usize| {
        let targets = settings.targets.iter();
        let alone = targets.map(|(id, _)| (id.clone(), if *id == questionnaire.id { level } else { 0 }));
        plan(catalogue, assessment, &Settings { targets: alone.collect(), ..settings.clone() })
    };
    if certain(&to(next)) > 0 || !is_known(catalogue, assessment, questionnaire, level) {
        return None;
    }
    let plan = to(level);
    let is_met = plan.targets.iter().all(|target| target.is_met);
    is_met.then(|| HigherAim {
        questionnaire,
        next,
        level,
        certain: certain(&plan),
        open: plan.points_to_answer(),
    })
}

/// The work that no answer can save, in points.
fn certain(plan: &Plan<'_>) -> u32 {
    plan.points() - plan.points_to_answer()
}

/// True when at least half of the questions up to a level have an answer: else the level rests on a guess.
fn is_known(
    catalogue: &Catalogue,
    assessment: &Assessment,
    questionnaire: &Questionnaire,
    level: usize,
) -> bool {
    let places = questionnaire.placements.iter();
    let here = places.filter(|place| matches!(place.part, Part::Level(number) if number <= level));
    let here = here.filter_map(|place| catalogue.question(&place.question));
    let counts = Counts::of(here.map(|question| standing(catalogue, assessment, question)));
    2 * (counts.unknown + counts.unanswered) <= counts.total
}
