//! What can be changed about a plan: states, owners, days, the route; and writing it to a file.

use std::path::PathBuf;

use jiff::civil::Date;

use super::words;
use crate::app::answers::change;
use crate::app::dialogs::{Choice, Choosing, Dialog, Item, Lines, Reading, Text, Writing};
use crate::app::message::Effect;
use crate::app::{App, Notice, PlanFormat, Screen};
use crate::assessment::{ActionState, PlanSettings, Route, State};
use crate::clock;
use crate::interview::Session;
use crate::plan::Settings;
use crate::plan_file::{Said, take};
use crate::text::clean;

/// Asks how far the selected action is.
pub(super) fn ask_state(app: &mut App<'_>, question: &str, title: &str) {
    let Some(open) = &app.open else { return };
    let now = open.session.assessment().state(question);
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: title.to_owned(),
        hint: "How far is it?".to_owned(),
        items: State::ALL.iter().map(|state| Item::new(state.id(), words::state_choice(*state))).collect(),
        selected: State::ALL.iter().position(|state| *state == now).unwrap_or(0),
        purpose: Choice::State(question.to_owned()),
    }));
}

/// Asks who does the selected action.
pub(super) fn ask_owner(app: &mut App<'_>, question: &str, title: &str) {
    let owner = state(app, question).owner.unwrap_or_default();
    let purpose = Text::Owner(question.to_owned());
    app.dialog = Some(Writing::dialog(title, words::OWNER, Lines::One, &owner, purpose));
}

/// Asks by when the selected action is to be done.
pub(super) fn ask_due(app: &mut App<'_>, question: &str, title: &str) {
    let due = state(app, question).due.map(|due| due.to_string()).unwrap_or_default();
    let purpose = Text::Due(question.to_owned());
    app.dialog = Some(Writing::dialog(title, words::DUE, Lines::One, &due, purpose));
}

/// Asks what to change about the plan as a whole.
pub(super) fn ask_settings(app: &mut App<'_>) {
    let settings = settings(app);
    let route = |route: Route| Item::new(route.id(), words::route(route, settings.route() == route));
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: "How the plan is made".to_owned(),
        hint: words::SETTINGS.to_owned(),
        items: vec![
            route(Route::Shortest),
            route(Route::Full),
            Item::new(CAPACITY, words::capacity(settings.capacity())),
            Item::new(START, words::start(settings.start)),
        ],
        selected: usize::from(settings.route() == Route::Full),
        purpose: Choice::Settings,
    }));
}

const CAPACITY: &str = "capacity";
const START: &str = "start";

/// Takes what was chosen to change about the plan as a whole.
pub(crate) fn setting(app: &mut App<'_>, id: &str) -> Vec<Effect> {
    let now = settings(app);
    let (title, hint, text, purpose) = match (id, id.parse::<Route>().ok()) {
        (_, Some(route)) => {
            return edited(app, |session| session.set_plan(PlanSettings { route: Some(route), ..now }));
        }
        (CAPACITY, _) => ("Capacity", words::CAPACITY, now.capacity().to_string(), Text::Capacity),
        (START, _) => {
            let start = now.start.map(|start| start.to_string()).unwrap_or_default();
            ("Start", words::START, start, Text::Start)
        }
        _ => return Vec::new(),
    };
    app.dialog = Some(Writing::dialog(title, hint, Lines::One, &text, purpose));
    Vec::new()
}

/// Takes a written owner, day or number.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub(crate) fn written(app: &mut App<'_>, purpose: Text, line: &str) -> Result<Vec<Effect>, String> {
    match purpose {
        Text::Owner(question) => {
            let owner = (!line.is_empty()).then(|| line.to_owned());
            Ok(edited(app, |session| session.change_action(&question, |action| action.owner = owner)))
        }
        Text::Due(question) => {
            let due = date(line, app.today)?;
            Ok(edited(app, |session| session.change_action(&question, |action| action.due = due)))
        }
        Text::Capacity => {
            let capacity = line.parse().ok().filter(|capacity| *capacity >= 1);
            let capacity = capacity.ok_or_else(|| words::BAD_CAPACITY.to_owned())?;
            let now = settings(app);
            Ok(edited(app, |session| session.set_plan(PlanSettings { capacity: Some(capacity), ..now })))
        }
        Text::Start => {
            let start = date(line, app.today)?;
            let now = settings(app);
            Ok(edited(app, |session| session.set_plan(PlanSettings { start, ..now })))
        }
        _ => Ok(Vec::new()),
    }
}

/// Sets how far an action is.
pub(crate) fn set_state(app: &mut App<'_>, question: &str, to: State) -> Vec<Effect> {
    let next = app.open.as_ref().and_then(|open| open.plan.after(question));
    let effects = edited(app, |session| session.change_action(question, |action| action.state = to));
    let action = app.catalogue.question(question).and_then(|question| question.action.as_ref());
    if let (Some(action), false) = (action, effects.is_empty()) {
        if let (Some(open), State::Done | State::Dropped, Some(next)) = (&mut app.open, to, next) {
            // The action went to the end of the list: what is done next stands here.
            open.plan.select(next);
        }
        app.notice = Some(Notice::Info(words::set(&action.text.title, to)));
    }
    effects
}

/// A day as people write it; nothing for none.
fn date(text: &str, today: Date) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    clock::day(text, today).map(Some).ok_or_else(|| words::BAD_DATE.to_owned())
}

fn state(app: &App<'_>, question: &str) -> ActionState {
    let assessment = app.open.as_ref().map(|open| open.session.assessment());
    assessment.and_then(|assessment| assessment.actions.get(question)).cloned().unwrap_or_default()
}

fn settings(app: &App<'_>) -> PlanSettings {
    app.open.as_ref().map(|open| open.session.assessment().plan).unwrap_or_default()
}

/// Makes a change; the plan follows at once.
fn edited(app: &mut App<'_>, edit: impl FnOnce(&mut Session<'_>)) -> Vec<Effect> {
    let effects = change(app, |open| edit(&mut open.session));
    let today = app.today;
    if let (Some(open), Screen::Plan) = (&mut app.open, app.screen) {
        open.plan.arrive(&open.session, today);
    }
    effects
}

/// Writes the plan to a file. The first time, the day on which it begins is kept in the assessment,
/// so that its quarters stay where they are.
pub(crate) fn write(app: &mut App<'_>, format: PlanFormat, path: PathBuf, force: bool) -> Vec<Effect> {
    let today = app.today;
    let mut effects = match &app.open {
        Some(open) if !open.is_read_only() => edited(app, |session| session.keep_start(today)),
        _ => Vec::new(),
    };
    if let Some(open) = &app.open {
        let assessment = open.session.assessment();
        let contents =
            format.plan_of(app.catalogue, assessment, &Settings::of(app.catalogue, assessment, today));
        effects.push(Effect::Write { path, contents, assessment: Box::new(assessment.clone()), force });
    }
    effects
}

/// Takes over what people ticked and filled in in the earlier plan, shows it, and writes the plan again.
pub(crate) fn take_over(app: &mut App<'_>, path: PathBuf, said: &[Said]) -> Vec<Effect> {
    let Some(open) = &app.open else { return Vec::new() };
    let taken = take(said, open.session.assessment(), app.catalogue);
    if open.is_read_only() || taken.changes.is_empty() {
        return app.problem(words::not_synced(&path));
    }
    let mut effects = edited(app, |session| session.edit(taken.edit()));
    let lines = taken.changes.iter().map(|change| clean(&change.to_string()).into_owned());
    let lines = lines.chain([String::new(), words::TAKEN_OVER_UNDO.to_owned()]).collect();
    let title = words::taken_over(&path);
    effects.extend(write(app, PlanFormat::Markdown, path, false));
    app.dialog = Some(Dialog::Reading(Reading { title, lines, ..Reading::default() }));
    effects
}
