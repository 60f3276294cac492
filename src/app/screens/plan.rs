//! The plan: the actions by quarter, what can be changed about them, and writing it to a file.

mod setup;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::setup::Purpose;
use crate::app::dialogs::{Act, Dialog};
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::screens::shared::ask_about;
use crate::app::screens::target::is_small;
use crate::app::screens::writing::{self, Writing};
use crate::app::{Cursor, Now, Open, Pick, Tab};
use crate::assessment::{ActionState, Assessment, PlanSettings, Route, State, Steer};
use crate::interview::Session;
use crate::plan::{Ahead, Finished, Plan, Planned, Settings, ahead, needs, plan};
use crate::plan_file::{PlanFormat, Problem, TaskState, take};
use crate::report::action as detail;
use crate::text::{clean, day};
use crate::words::plan as words_plan;
use crate::words::plan_file::on_line;
use crate::words::plan_screen as words;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct PlanState<'a> {
    /// Where it was written, the last one first.
    pub(in crate::app) written: Vec<(PlanFormat, PathBuf)>,
    /// The plan as it is now; `None` before the first visit.
    pub plan: Option<Plan<'a>>,
    /// What need not wait for the plan, since it is about what is there already.
    ready: Vec<Planned<'a>>,
    /// The selected action, by its question.
    pub cursor: Cursor,
    /// Whether the set-up was asked for in this sitting.
    is_set_up: bool,
    /// Whether the set-up was told not to take in what has to be looked after.
    leaves_keep: bool,
}

impl<'a> PlanState<'a> {
    /// Makes the plan anew; the selection stays on its action.
    pub(in crate::app) fn arrive(&mut self, session: &Session<'a>, today: Date) {
        let (catalogue, assessment) = (session.catalogue(), session.assessment());
        let plan = plan(catalogue, assessment, &Settings::of(catalogue, assessment, today));
        if self.cursor.selected.is_none() {
            self.cursor.selected = plan.actions.first().map(|planned| pick(&planned.question.id));
        }
        let ahead = is_small(catalogue, assessment).then(|| ahead(catalogue, assessment, &plan)).flatten();
        self.ready = ahead.iter().flat_map(Ahead::ready).cloned().collect();
        self.plan = Some(plan);
    }

    /// An action by its question, wherever it is listed.
    pub fn find(&self, question: &str) -> Option<&Planned<'a>> {
        let ready = || self.ready.iter().find(|planned| planned.question.id == question);
        detail::find(self.plan.as_ref()?, question).or_else(ready)
    }

    /// What is listed below the quarters, in groups with their titles.
    pub fn beside(&self) -> Vec<(&'static str, Vec<&Planned<'a>>)> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let is_ready =
            |listed: &&Planned<'_>| self.ready.iter().any(|ready| ready.question.id == listed.question.id);
        let groups = [
            (words_plan::DONE, plan.done.iter().collect()),
            (words_plan::DROPPED, plan.dropped.iter().collect()),
            (words::READY, self.ready.iter().collect()),
            (words_plan::LEFT_OUT, plan.left_out.iter().filter(|listed| !is_ready(listed)).collect()),
        ];
        groups.into_iter().filter(|(_, listed): &(_, Vec<_>)| !listed.is_empty()).collect()
    }

    /// The action after this one that is to be done, else the one before.
    fn after(&self, question: &str) -> Option<Pick> {
        let actions = &self.plan.as_ref()?.actions;
        let at = actions.iter().position(|planned| planned.question.id == question)?;
        let next = actions.get(at + 1).or_else(|| actions.get(at.checked_sub(1)?))?;
        Some(pick(&next.question.id))
    }
}

fn pick(question: &str) -> Pick {
    Pick::Question(question.to_owned())
}

/// What can be selected: the actions of the plan, then those that are listed beside it.
pub fn items(open: &Open<'_>) -> Vec<Pick> {
    let Some(plan) = &open.plan.plan else { return Vec::new() };
    let planned = plan.quarters.iter().flat_map(|quarter| {
        let Finished { actions, names } = plan.finished(quarter);
        actions.into_iter().chain(names)
    });
    let listed = open.plan.beside().into_iter().flat_map(|(_, listed)| listed);
    planned.chain(listed).map(|listed| pick(&listed.question.id)).collect()
}

/// Goes to the plan; asks for its set-up where nothing is known of it.
pub(in crate::app) fn come(open: &mut Open<'_>, now: Now) -> Response {
    open.go(Tab::Plan, now);
    setup::first(open, now, Purpose::Look)
}

/// Asks how and where the plan is to be written; for its set-up first where nothing is known of it.
pub(in crate::app) fn ask_to_write(open: &mut Open<'_>, now: Now) -> Response {
    setup::first(open, now, Purpose::Write)
}

pub(in crate::app) fn command(open: &mut Open<'_>, now: Now, command: Command) -> Response {
    match command {
        Command::Back => {
            open.go(Tab::Interview, now);
            Response::none()
        }
        Command::Settings => ask_settings(open),
        Command::Who => who(open),
        Command::Also => steer(open, now, Steer::Also),
        Command::Sooner => steer(open, now, Steer::Sooner),
        Command::Later => steer(open, now, Steer::Later),
        _ => match selected(open) {
            Some((question, title)) => on_action(open, command, question, title),
            None => no_action(open),
        },
    }
}

fn on_action(open: &Open<'_>, command: Command, question: String, title: String) -> Response {
    match command {
        Command::State => ask_state(open, question, &title),
        Command::Owner => ask_owner(open, question, &title),
        Command::Due => ask_due(open, question, &title),
        Command::Note | Command::Evidence => ask_about(open, command, &question),
        Command::Enter => read(open, &question, title),
        _ => Response::none(),
    }
}

/// What comes of a command for an action where none is selected.
fn no_action(open: &Open<'_>) -> Response {
    if items(open).is_empty() { Response::say(words::NO_ACTION) } else { Response::none() }
}

/// Moves the selected action, and says where it is then.
fn steer(open: &mut Open<'_>, now: Now, how: Steer) -> Response {
    let Some((question, title)) = selected(open) else { return no_action(open) };
    let place = |open: &Open<'_>| {
        let actions = &open.plan.plan.as_ref()?.actions;
        let position = actions.iter().position(|planned| planned.question.id == question)?;
        Some((position, actions.get(position)?.quarter))
    };
    let before = place(open);
    match (open.session.assessment().state(&question), before) {
        (State::Done | State::Dropped, _) => return Response::say(words::STATE_FIRST),
        (_, None) if how != Steer::Also => return Response::say(words::TAKE_IN_FIRST),
        _ => {}
    }
    let response = set_plan(open, now, |plan| plan.steer([question.as_str()].into_iter(), how));
    if !response.changed {
        return response;
    }
    let after = place(open);
    let is_taken_in = open.session.assessment().plan.also.contains(&question);
    response.and_say(match (how, after) {
        (Steer::Also, _) if is_taken_in => words::taken_in(&title, after.map(|(_, quarter)| quarter)),
        (Steer::Also, _) => words::no_longer_taken_in(&title, after.is_some()),
        (Steer::Sooner | Steer::Later, Some((_, quarter))) if after != before => {
            words::moved(&title, quarter)
        }
        (Steer::Sooner | Steer::Later, _) => words::not_moved(&title, how),
    })
}

/// The question of the selected action, and the title of the action.
fn selected(open: &Open<'_>) -> Option<(String, String)> {
    let Some(Pick::Question(question)) = open.plan.cursor.selected_in(&items(open)) else { return None };
    let title = open.plan.find(&question)?.action.text.title.clone();
    Some((question, title))
}

pub(in crate::app) fn to_question(open: &mut Open<'_>, now: Now) -> Response {
    if let Some((question, _)) = selected(open) {
        open.session.go_to(&question);
    }
    open.go(Tab::Interview, now);
    Response::none()
}

fn read(open: &Open<'_>, question: &str, title: String) -> Response {
    let Some(plan) = &open.plan.plan else { return Response::none() };
    let Some(shown) = open.plan.find(question) else { return Response::none() };
    let lines = detail::lines(open.session.catalogue(), open.session.assessment(), plan, shown);
    Response::ask(Dialog::page(title, lines))
}

/// Says which roles the plan needs, and whether somebody holds each.
fn who(open: &Open<'_>) -> Response {
    let Some(plan) = &open.plan.plan else { return Response::none() };
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let needs = needs(catalogue, assessment, plan);
    let mut lines: Vec<String> = needs.iter().map(|need| words::need(catalogue, plan, need)).collect();
    if lines.is_empty() {
        lines.push(words::NOBODY_NEEDED.to_owned());
    }
    Response::ask(Dialog::page(words::WHO, lines))
}

fn ask_state(open: &Open<'_>, question: String, action: &str) -> Response {
    let now = open.session.assessment().state(&question);
    let lines = State::ALL.iter().map(|state| (*state, words::state_choice(*state))).collect();
    let selected = State::ALL.iter().position(|state| *state == now).unwrap_or(0);
    Response::ask(Dialog::list(words::state_of(action), words::STATE, lines, selected, move |app, state| {
        app.on_open(|open, now| set_state(open, now, &question, state))
    }))
}

fn set_state(open: &mut Open<'_>, now: Now, question: &str, to: State) -> Response {
    let next = open.plan.after(question);
    let response = edited(open, now, |session| session.change_action(question, |action| action.state = to));
    let action = open.session.catalogue().question(question).and_then(|question| question.action.as_ref());
    match action {
        Some(action) if response.changed => {
            if let (State::Done | State::Dropped, Some(next)) = (to, next) {
                // The action went to the end of the list: what is done next stands here.
                open.plan.cursor.selected = Some(next);
            }
            response.and_say(words::set(&action.text.title, to))
        }
        _ => response,
    }
}

fn ask_owner(open: &Open<'_>, question: String, action: &str) -> Response {
    let owner = state(open, &question).owner.unwrap_or_default();
    let dialog = Dialog::line(words::owner_of(action), words::OWNER, owner, move |app, line| {
        let owner = (!line.is_empty()).then(|| line.to_owned());
        Ok(app.on_open(|open, now| {
            edited(open, now, |session| session.change_action(&question, |action| action.owner = owner))
        }))
    });
    Response::ask(dialog.nothing_means(words::NOBODY))
}

fn ask_due(open: &Open<'_>, question: String, action: &str) -> Response {
    let due = state(open, &question).due.map(|due| due.to_string()).unwrap_or_default();
    let dialog = Dialog::line(words::due_of(action), words::DUE, due, move |app, line| {
        let due = date(line, app.now.today)?;
        Ok(app.on_open(|open, now| {
            let response =
                edited(open, now, |session| session.change_action(&question, |action| action.due = due));
            if due.is_some_and(|due| due < now.today) { response.and_say(words::PAST) } else { response }
        }))
    });
    Response::ask(dialog.nothing_means(words::NO_DAY))
}

fn state(open: &Open<'_>, question: &str) -> ActionState {
    open.session.assessment().actions.get(question).cloned().unwrap_or_default()
}

fn ask_settings(open: &Open<'_>) -> Response {
    let settings = &open.session.assessment().plan;
    let route = |route: Route| words::route(route, settings.route() == route);
    let lines: Vec<(Act, String)> = vec![
        (
            |open, now| set_plan(open, now, |plan| plan.route = Some(Route::Recommended)),
            route(Route::Recommended),
        ),
        (|open, now| set_plan(open, now, |plan| plan.route = Some(Route::Shortest)), route(Route::Shortest)),
        (|open, now| set_plan(open, now, |plan| plan.route = Some(Route::Full)), route(Route::Full)),
        (|open, _| ask_capacity(open), words::capacity(settings.capacity())),
        (|open, _| ask_start(open), words::start(settings.start)),
    ];
    let selected = Route::ALL.iter().position(|route| *route == settings.route()).unwrap_or(0);
    Response::ask(Dialog::acts(words::SETTINGS_TITLE, words::SETTINGS, lines, selected))
}

fn ask_capacity(open: &Open<'_>) -> Response {
    Response::ask(capacity_field(open, |_, _, changed| changed))
}

/// The question for the points of work of a quarter; `then` takes what came of the change.
fn capacity_field(
    open: &Open<'_>,
    then: impl Fn(&mut Open<'_>, Now, Response) -> Response + Copy + 'static,
) -> Dialog {
    let capacity = open.session.assessment().plan.capacity().to_string();
    let dialog = Dialog::line(words::CAPACITY_TITLE, words::capacity_hint(), capacity, move |app, line| {
        let capacity = line.parse().ok().filter(|capacity| *capacity >= 1);
        let capacity = Some(capacity.ok_or_else(|| words::BAD_CAPACITY.to_owned())?);
        Ok(app.on_open(|open, now| {
            let changed = set_plan(open, now, |plan| plan.capacity = capacity);
            then(open, now, changed)
        }))
    });
    dialog.required(words::BAD_CAPACITY)
}

fn ask_start(open: &Open<'_>) -> Response {
    let start = open.session.assessment().plan.start.map(|start| start.to_string()).unwrap_or_default();
    let dialog = Dialog::line(words::START_TITLE, words::START, start, |app, line| {
        let start = date(line, app.now.today)?;
        Ok(app.on_open(|open, now| set_plan(open, now, |plan| plan.start = start)))
    });
    Response::ask(dialog.nothing_means(words::WHEN_WRITTEN))
}

fn set_plan(open: &mut Open<'_>, now: Now, change: impl FnOnce(&mut PlanSettings)) -> Response {
    let mut settings = open.session.assessment().plan.clone();
    change(&mut settings);
    edited(open, now, |session| session.set_plan(settings))
}

/// A day as people write it; `None` for none.
fn date(text: &str, today: Date) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    day(text, today).map(Some).ok_or_else(|| words::BAD_DATE.to_owned())
}

/// Makes a change; the plan follows at once.
pub(super) fn edited(open: &mut Open<'_>, now: Now, edit: impl FnOnce(&mut Session<'_>)) -> Response {
    let response = open.change(|session| edit(session));
    if open.tab == Tab::Plan {
        open.plan.arrive(&open.session, now.today);
    }
    response
}

/// The lines of a plan that was written that cannot be read.
pub(in crate::app) fn not_read(path: &Path, refused: &[Problem]) -> Dialog {
    let lines = refused.iter().map(|problem| clean(&on_line(problem)).into_owned());
    Dialog::page(
        words::not_read(path),
        lines.chain([String::new(), words::REST_IS_READ.to_owned()]).collect(),
    )
}

/// Takes over what people ticked and filled in in the earlier plan, shows it, and writes the plan again.
pub(in crate::app) fn take_over(
    open: &mut Open<'_>,
    now: Now,
    path: PathBuf,
    said: &[TaskState],
    earlier: Option<Assessment>,
) -> Response {
    let taken = take(said, open.session.assessment(), open.session.catalogue());
    if open.is_read_only() || taken.changes.is_empty() {
        return Response::problem(words::not_synced(&path));
    }
    let changed = edited(open, now, |session| session.edit(taken.edit())).changed;
    let lines = taken.changes.iter().map(|change| clean(&change.to_string()).into_owned());
    let lines = lines.chain([String::new(), words::TAKEN_OVER_UNDO.to_owned()]).collect();
    let dialog = Some(Dialog::page(words::taken_over(&path), lines));
    let written = writing::write(open, now, Writing::Plan(PlanFormat::Markdown), path, earlier, false);
    Response { changed: changed || written.changed, dialog, ..written }
}
