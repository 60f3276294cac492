//! The set-up before the first plan: what to aim at, how much time there is, from when, and whether what is
//! there already is looked after. One page says what is suggested; each of its lines can be changed, and comes
//! back to it.

use super::{date, edited, set_plan};
use crate::app::dialogs::Dialog;
use crate::app::response::Response;
use crate::app::screens::target::is_small;
use crate::app::screens::writing::{self, Writing};
use crate::app::{Now, Open};
use crate::assessment::Edit;
use crate::plan::{HigherAim, Planned, Settings, higher_aim, to_keep};
use crate::questionnaire::Questionnaire;
use crate::words::plan_setup as words;

/// The points of work that a quarter has for a day a week, half a person, one, and two.
const TIMES: [u32; 4] = [2, 6, 12, 24];

/// What the plan is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Look,
    Write,
}

/// A line of the page.
enum Line {
    /// The target of the questionnaire with this id.
    Aim(String),
    Time,
    Start,
    Keep,
    Make,
}

/// Asks for it where nothing is known of it, once; else does what the plan is wanted for.
pub(super) fn first(open: &mut Open<'_>, now: Now, purpose: Purpose) -> Response {
    let settings = &open.session.assessment().plan;
    let is_known = settings.is_set_up();
    let is_empty = open.session.assessment().asked(open.session.catalogue()).next().is_none();
    if is_known || is_empty || open.is_read_only() || open.plan.is_set_up {
        return purpose.follow();
    }
    open.plan.is_set_up = true;
    Response::ask(page(open, now, purpose))
}

impl Purpose {
    fn follow(self) -> Response {
        match self {
            Purpose::Look => Response::none(),
            Purpose::Write => writing::ask_format(Writing::plans()),
        }
    }
}

fn page(open: &Open<'_>, now: Now, purpose: Purpose) -> Dialog {
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let settings = Settings::of(catalogue, assessment, now.today);
    let higher = higher_aims(open, now);
    let hint = words::hint(&higher);
    let aims = settings.targets.into_iter().filter_map(|(id, level)| {
        let score = open.session.progress().score(&id)?;
        let aim = higher.iter().find(|aim| aim.questionnaire.id == id);
        let level = aim.map_or(level, |aim| aim.level);
        let line = words::aim(score.questionnaire, level, score.levels()?, assessment.targets.get(&id));
        Some((Line::Aim(id), line))
    });
    let mut lines: Vec<(Line, String)> = aims.collect();
    lines.push((Line::Time, words::time(settings.capacity, assessment.plan.capacity.is_none())));
    lines.push((Line::Start, words::start(settings.start, assessment.plan.start.is_none())));
    let keep = keep(open, now, &higher);
    let line = words::keep(&keep, !open.plan.leaves_keep);
    lines.extend((!keep.is_empty()).then_some((Line::Keep, line)));
    lines.push((Line::Make, words::MAKE.to_owned()));
    let last = lines.len().saturating_sub(1);
    let page = Dialog::list(words::TITLE, hint, lines, last, move |app, line| {
        app.on_open(|open, now| match line {
            Line::Aim(id) => ask_aim(open, now, purpose, &id),
            Line::Time => ask_time(open, now, purpose),
            Line::Start => ask_start(open, now, purpose),
            Line::Keep => ask_keep(open, now, purpose),
            Line::Make => make(open, now, purpose),
        })
    });
    page.over(purpose.follow().dialog)
}

/// What is suggested in place of the next level.
fn higher_aims<'a>(open: &Open<'a>, now: Now) -> Vec<HigherAim<'a>> {
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let scores = open.session.progress().scores.iter();
    scores.filter_map(|score| higher_aim(catalogue, assessment, score, now.today)).collect()
}

/// The targets that are chosen with it.
fn targets(higher: &[HigherAim<'_>]) -> impl Iterator<Item = Edit> {
    higher.iter().filter_map(|aim| {
        let level = aim.questionnaire.levels.get(aim.level)?;
        Some(Edit::Target(aim.questionnaire.id.clone(), Some(level.id.clone())))
    })
}

/// What has to be looked after beside the plan that the page suggests.
fn keep<'a>(open: &Open<'a>, now: Now, higher: &[HigherAim<'a>]) -> Vec<Planned<'a>> {
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    if !is_small(catalogue, assessment) {
        return Vec::new();
    }
    let mut then = assessment.clone();
    targets(higher).for_each(|target| drop(then.apply(target)));
    to_keep(catalogue, &then, &Settings::of(catalogue, &then, now.today))
}

/// Comes back to the page after a change.
fn back(open: &Open<'_>, now: Now, purpose: Purpose, changed: Response) -> Response {
    Response { dialog: Some(page(open, now, purpose)), ..changed }
}

/// Asks for something over the page.
fn ask(open: &Open<'_>, now: Now, purpose: Purpose, dialog: Dialog) -> Response {
    Response::ask(dialog.over(Some(page(open, now, purpose))))
}

fn ask_aim(open: &Open<'_>, now: Now, purpose: Purpose, id: &str) -> Response {
    let score = open.session.progress().score(id);
    let Some((score, levels)) = score.and_then(|score| Some((score, score.levels()?))) else {
        return Response::none();
    };
    let questionnaire: &Questionnaire = score.questionnaire;
    let aim = higher_aim(open.session.catalogue(), open.session.assessment(), score, now.today);
    let suggested = aim.map_or(levels.default_target(), |aim| aim.level);
    let numbers = levels.reached..questionnaire.levels.len();
    let lines = numbers.filter_map(|number| {
        Some((
            questionnaire.levels.get(number)?.id.clone(),
            words::level(questionnaire, number, levels, suggested),
        ))
    });
    let now_at = Settings::of(open.session.catalogue(), open.session.assessment(), now.today).target(id);
    let selected = aim.map_or(now_at.unwrap_or(0), |aim| aim.level).saturating_sub(levels.reached);
    let id = id.to_owned();
    let title = words::aim_title(questionnaire);
    let dialog = Dialog::list(title, words::AIM, lines.collect(), selected, move |app, level: String| {
        app.on_open(|open, now| {
            let edit = Edit::Target(id, Some(level));
            let changed = edited(open, now, |session| session.edit(edit));
            back(open, now, purpose, changed)
        })
    });
    ask(open, now, purpose, dialog)
}

fn ask_time(open: &Open<'_>, now: Now, purpose: Purpose) -> Response {
    let capacity = open.session.assessment().plan.capacity();
    let times = TIMES.iter().map(|points| (Some(*points), words::time_choice(*points)));
    let lines: Vec<(Option<u32>, String)> = times.chain([(None, words::OTHER_TIME.to_owned())]).collect();
    let selected = TIMES.iter().position(|points| *points == capacity).unwrap_or(TIMES.len());
    let dialog = Dialog::list(words::TIME_TITLE, words::TIME, lines, selected, move |app, points| {
        app.on_open(|open, now| match points {
            Some(points) => {
                let changed = set_plan(open, now, |plan| plan.capacity = Some(points));
                back(open, now, purpose, changed)
            }
            None => ask(
                open,
                now,
                purpose,
                super::capacity_field(open, move |open, now, changed| back(open, now, purpose, changed)),
            ),
        })
    });
    ask(open, now, purpose, dialog)
}

fn ask_start(open: &Open<'_>, now: Now, purpose: Purpose) -> Response {
    let start = open.session.assessment().plan.start.unwrap_or(now.today).to_string();
    let dialog = Dialog::line(words::START_TITLE, words::START, start, move |app, line| {
        let start = date(line, app.now.today)?;
        Ok(app.on_open(|open, now| {
            let changed = set_plan(open, now, |plan| plan.start = start);
            back(open, now, purpose, changed)
        }))
    });
    ask(open, now, purpose, dialog.required(words::NO_START))
}

fn ask_keep(open: &Open<'_>, now: Now, purpose: Purpose) -> Response {
    let lines = vec![(true, words::KEEP_YES.to_owned()), (false, words::KEEP_NO.to_owned())];
    let selected = usize::from(open.plan.leaves_keep);
    let hint = words::keep_hint(&keep(open, now, &higher_aims(open, now)));
    let dialog = Dialog::list(words::KEEP_TITLE, hint, lines, selected, move |app, takes_in: bool| {
        app.on_open(|open, now| {
            open.plan.leaves_keep = !takes_in;
            back(open, now, purpose, Response::none())
        })
    });
    ask(open, now, purpose, dialog)
}

/// Keeps what was suggested and not changed, so that it is not asked again; a level that is suggested in place
/// of the next one is chosen with it, and what has to be looked after is taken in.
fn make(open: &mut Open<'_>, now: Now, purpose: Purpose) -> Response {
    let higher = higher_aims(open, now);
    let mut plan = open.session.assessment().plan.clone();
    plan.capacity = Some(plan.capacity());
    plan.start = plan.start.or(Some(now.today));
    if !open.plan.leaves_keep {
        // At the head of the plan, since it is certain: what else there is may first have to be found out.
        let kept = keep(open, now, &higher).into_iter().map(|planned| planned.question.id.clone());
        for question in kept {
            if !plan.first.contains(&question) {
                plan.first.push(question.clone());
            }
            plan.also.push(question);
        }
    }
    let settings = (plan != open.session.assessment().plan).then_some(Edit::Plan(plan));
    let edits: Vec<Edit> = targets(&higher).chain(settings).collect();
    let changed = match edits.is_empty() {
        true => Response::none(),
        false => edited(open, now, |session| session.edit(Edit::All(edits))),
    };
    Response { dialog: purpose.follow().dialog, ..changed }
}
