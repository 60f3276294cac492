//! A look ahead: what would come after a plan whose target nobody chose, in what is left of its first year.

use jiff::ToSpan;

use super::make::plan;
use super::settings::Settings;
use super::types::{Levels, Plan, Planned};
use crate::assessment::{Answer, Assessment, Entry, Route};
use crate::questionnaire::{Catalogue, DefaultTarget, Part, Question, Questionnaire};
use crate::score::{MET, Standing, standing};

/// The quarters that a plan and the look beyond it cover together.
const YEAR: usize = 4;

/// What would come after a plan.
#[derive(Debug)]
pub struct Ahead<'a> {
    /// The levels that the plan will have reached, of the questionnaires that would go on by themselves.
    pub from: Levels<'a>,
    /// The levels after those.
    pub to: Levels<'a>,
    /// Gaps that are known in levels above whose main practice is there already, and that need nothing else first.
    pub beside: Vec<Planned<'a>>,
    /// The first actions on the way there, as many as the year has room for, whose question is known.
    pub actions: Vec<Planned<'a>>,
    /// Those among them that would begin with finding out.
    pub open: Vec<Planned<'a>>,
}

/// What would come after a plan, were all of its actions done; `None` where a target was chosen, the plan
/// does not get to the one suggested, or the year has no room left.
pub fn ahead<'a>(catalogue: &'a Catalogue, assessment: &Assessment, now: &Plan<'a>) -> Option<Ahead<'a>> {
    let last = now.quarters.last()?;
    let goes_on = |questionnaire: &str| {
        let target = now.targets.iter().find(|target| target.questionnaire.id == questionnaire);
        target.is_some_and(|target| {
            target.is_met
                && target.questionnaire.default_target == DefaultTarget::Next
                && !assessment.targets.contains_key(questionnaire)
        })
    };
    let then = with_all_done(assessment, now);
    let settings = Settings::of(catalogue, &then, last.ends.saturating_add(1.day()));
    let next = plan(catalogue, &then, &settings);
    let from: Levels<'a> =
        last.reaches.iter().filter(|(questionnaire, _)| goes_on(&questionnaire.id)).copied().collect();
    let to: Levels<'a> = from
        .iter()
        .filter_map(|(questionnaire, level)| {
            let target = next.settings.target(&questionnaire.id)?;
            (target > *level).then_some((*questionnaire, target))
        })
        .collect();
    if to.is_empty() {
        return None;
    }
    let mut room = (u64::from(now.settings.capacity) * YEAR as u64).saturating_sub(u64::from(now.points()));
    let mut fits = |planned: &Planned<'_>| {
        let left = room.checked_sub(u64::from(planned.points));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let beside: Vec<_> = beside(catalogue, &then, &settings, &to).into_iter().take_while(&mut fits).collect();
    let first = next.actions.into_iter().filter(|planned| !is_in(&beside, planned)).take_while(&mut fits);
    let (open, actions): (Vec<_>, Vec<_>) = first.partition(|planned| planned.standing.is_open());
    let is_empty = beside.is_empty() && actions.is_empty() && open.is_empty();
    (!is_empty).then_some(Ahead { from, to, beside, actions, open })
}

fn is_in(actions: &[Planned<'_>], planned: &Planned<'_>) -> bool {
    actions.iter().any(|other| other.question.id == planned.question.id)
}

/// Known gaps above these levels, where a key question of the level is in place and nothing else has to come
/// first.
fn beside<'a>(
    catalogue: &'a Catalogue,
    then: &Assessment,
    settings: &Settings,
    to: &Levels<'a>,
) -> Vec<Planned<'a>> {
    let is_met = |question: &Question| {
        let standing = standing(catalogue, then, question);
        standing.proven().is_none_or(|credit| credit >= MET)
    };
    let is_ready = |planned: &Planned<'_>| {
        planned.action.requires.iter().filter_map(|id| catalogue.question(id)).all(is_met)
    };
    let is_lived = |questionnaire: &Questionnaire, level: usize| {
        let here =
            questionnaire.placements.iter().filter(|place| place.part == Part::Level(level) && place.key);
        here.filter_map(|place| catalogue.question(&place.question)).any(is_met)
    };
    let is_above = |(questionnaire, level): &(&Questionnaire, usize)| {
        let to = to.iter().find(|(other, _)| other.id == questionnaire.id);
        to.is_some_and(|(_, to)| level > to) && is_lived(questionnaire, *level)
    };
    let targets = settings.targets.iter().map(|(id, _)| (id.clone(), usize::MAX)).collect();
    let all = Settings { route: Route::Full, targets, ..settings.clone() };
    let is_known =
        |planned: &Planned<'_>| matches!(planned.standing, Standing::Answered { credit, .. } if credit < MET);
    let all = plan(catalogue, then, &all).actions.into_iter();
    all.filter(|planned| is_known(planned) && is_ready(planned) && planned.levels.iter().any(is_above))
        .collect()
}

/// The assessment as it would be with everything in place that the plan is about.
fn with_all_done(assessment: &Assessment, plan: &Plan<'_>) -> Assessment {
    let mut then = assessment.clone();
    for planned in plan.actions.iter().chain(&plan.done) {
        let question = planned.question;
        let Some(best) = question.options.last() else { continue };
        let answer = Some(Answer::Option(best.id.clone()));
        let entry = Entry { answer, revision: Some(question.revision), ..Entry::default() };
        then.answers.insert(question.id.clone(), entry);
    }
    then
}
