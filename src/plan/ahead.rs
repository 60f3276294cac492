//! A look ahead: what would come after a plan, in what is left of its first year. Where somebody chose to stay, or the
//! target is the highest level, that is only what has to be looked after.

use jiff::ToSpan;

use super::make::plan;
use super::settings::Settings;
use super::types::{Levels, Plan, Planned, Target};
use crate::assessment::{Answer, Assessment, Entry, Route};
use crate::questionnaire::{Catalogue, DefaultTarget, Part, Question, Questionnaire};
use crate::score::{MET, Standing, standing};

/// The quarters that a plan and the look beyond it cover together.
pub const YEAR: usize = 4;

/// What would come after a plan.
#[derive(Debug)]
pub struct Ahead<'a> {
    /// The levels that the plan will have reached, of the questionnaires that would go on by themselves.
    pub from: Levels<'a>,
    /// The levels after those.
    pub to: Levels<'a>,
    /// True where somebody chose the targets that lie before them.
    pub is_chosen: bool,
    /// What is in place in part and has to be looked after, where more is there than the plan aims at.
    pub keep: Vec<Planned<'a>>,
    /// Gaps that are known in levels above whose main practice is there already, and that need nothing else first.
    pub beside: Vec<Planned<'a>>,
    /// Of the first other actions on the way there, as many as the year has room for, those whose answer is known.
    pub actions: Vec<Planned<'a>>,
    /// And those that would begin with finding out.
    pub open: Vec<Planned<'a>>,
}

impl<'a> Ahead<'a> {
    /// What can be begun beside the plan, since it is about what is there already.
    pub fn ready(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.keep.iter().chain(&self.beside)
    }
}

/// What would come after a plan, were all of its actions done; `None` where nothing is aimed at, the plan
/// does not get to its targets, or the year has no room left.
pub fn ahead<'a>(catalogue: &'a Catalogue, assessment: &Assessment, now: &Plan<'a>) -> Option<Ahead<'a>> {
    let last = now.quarters.last()?;
    let goes_on = |questionnaire: &str| {
        let target = now.targets.iter().find(|target| target.questionnaire.id == questionnaire);
        target.is_some_and(|target| {
            let is_chosen = assessment.targets.contains_key(questionnaire);
            target.is_met
                && target.questionnaire.default_target == DefaultTarget::Next
                && (!is_chosen || target.level > target.now)
        })
    };
    let mut then = with_all_done(assessment, now);
    // What was aimed at is reached then.
    then.targets.retain(|questionnaire, _| !goes_on(questionnaire));
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
    let is_above = |target: &Target<'_>| target.is_met && target.level > target.now;
    if to.is_empty() && !now.targets.iter().any(is_above) {
        return None;
    }
    let mut room = (u64::from(now.settings.capacity) * YEAR as u64).saturating_sub(u64::from(now.points()));
    let mut fits = |planned: &Planned<'_>| {
        let left = room.checked_sub(u64::from(planned.points));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let full = full(catalogue, &then, &settings);
    let is_beyond = |(questionnaire, level): &(&Questionnaire, usize)| {
        now.settings.target(&questionnaire.id).is_some_and(|target| *level > target)
    };
    let is_chosen = to.iter().all(|(questionnaire, _)| assessment.targets.contains_key(&questionnaire.id));
    let has_more = is_chosen
        || from.iter().any(is_beyond)
        || to.iter().any(|(questionnaire, level)| is_lived(catalogue, &then, questionnaire, *level));
    let keeps = |planned: &&Planned<'_>| {
        let has_more = has_more || planned.levels.iter().any(is_beyond);
        has_more && planned.action.keeps && is_there_in_part(planned)
    };
    let keep = full.iter().filter(keeps);
    let keep: Vec<_> = keep.cloned().take_while(&mut fits).collect();
    let beside: Vec<_> = beside(catalogue, &then, full, &to).into_iter().take_while(&mut fits).collect();
    let others =
        next.actions.into_iter().filter(|planned| !is_in(&keep, planned) && !is_in(&beside, planned));
    let first = others.take_while(&mut fits);
    let (open, actions): (Vec<_>, Vec<_>) = first.partition(|planned| planned.standing.is_open());
    let is_empty = [&keep, &beside, &actions, &open].iter().all(|part| part.is_empty());
    (!is_empty).then_some(Ahead { from, to, is_chosen, keep, beside, actions, open })
}

/// What has to be looked after beside a plan with these settings: it need not wait, and no target asks for it.
pub fn to_keep<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    settings: &Settings,
) -> Vec<Planned<'a>> {
    let now = plan(catalogue, assessment, settings);
    ahead(catalogue, assessment, &now).map_or(Vec::new(), |ahead| ahead.keep)
}

/// Every action that could still be taken, whatever is aimed at; what keeps also where ability suffices.
fn full<'a>(catalogue: &'a Catalogue, then: &Assessment, settings: &Settings) -> Vec<Planned<'a>> {
    let targets = settings.targets.iter().map(|(id, _)| (id.clone(), usize::MAX)).collect();
    let keeps = |id: &&str| {
        let action = catalogue.question(id).and_then(|question| question.action.as_ref());
        action.is_some_and(|action| action.keeps)
    };
    let mut then = then.clone();
    then.plan.also = then.asked_questions(catalogue).into_iter().filter(keeps).map(str::to_owned).collect();
    plan(catalogue, &then, &Settings { route: Route::Full, targets, ..settings.clone() }).actions
}

fn is_there_in_part(planned: &Planned<'_>) -> bool {
    matches!(planned.standing, Standing::Answered { credit: MET.., .. })
}

fn is_in(actions: &[Planned<'_>], planned: &Planned<'_>) -> bool {
    actions.iter().any(|other| other.question.id == planned.question.id)
}

fn is_met(catalogue: &Catalogue, then: &Assessment, question: &Question) -> bool {
    standing(catalogue, then, question).proven().is_none_or(|credit| credit >= MET)
}

/// True where a key question of the level is in place.
fn is_lived(catalogue: &Catalogue, then: &Assessment, questionnaire: &Questionnaire, level: usize) -> bool {
    let here = questionnaire.placements.iter().filter(|place| place.part == Part::Level(level) && place.key);
    let mut here = here.filter_map(|place| catalogue.question(&place.question));
    here.any(|question| is_met(catalogue, then, question))
}

/// Known gaps above these levels, where a key question of the level is in place and nothing else has to come
/// first.
fn beside<'a>(
    catalogue: &'a Catalogue,
    then: &Assessment,
    full: Vec<Planned<'a>>,
    to: &Levels<'a>,
) -> Vec<Planned<'a>> {
    let is_ready = |planned: &Planned<'_>| {
        let mut requires = planned.action.requires.iter().filter_map(|id| catalogue.question(id));
        requires.all(|question| is_met(catalogue, then, question))
    };
    let is_above = |(questionnaire, level): &(&Questionnaire, usize)| {
        let to = to.iter().find(|(other, _)| other.id == questionnaire.id);
        to.is_some_and(|(_, to)| level > to) && is_lived(catalogue, then, questionnaire, *level)
    };
    let is_known =
        |planned: &Planned<'_>| matches!(planned.standing, Standing::Answered { credit, .. } if credit < MET);
    full.into_iter()
        .filter(|planned| is_known(planned) && is_ready(planned) && planned.levels.iter().any(is_above))
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
