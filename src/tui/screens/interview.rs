//! The interview: the questions by level at the left, one question at the right.
//!
//! ```text
//! ┌──────────────────┬──────────────────────────────────────┐
//! │ 1 Legal      5/8 │ where · key question                 │
//! │   ✓ inventory    │ Question?                            │
//! │   > licence-…    │ help                                 │
//! │ 2 Community  0/8 │   1 option …                         │
//! │                  │   0 don't know   x not applicable    │
//! │                  │ last answer · progress               │
//! └──────────────────┴──────────────────────────────────────┘
//! ```

mod agenda;
pub(crate) mod question;
mod settled;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};

use crate::app::answers::{self, change};
use crate::app::dialogs::{Lines, Text, Writing};
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::saving::Leaving;
use crate::app::{App, Open};
use crate::assessment::Answer;
use crate::interview::{Milestone, Session};
use crate::score::Standing;
use crate::words::interview::answer_text;

const NOTE: &str = "A note for the plan: what you found, who knows more.";
const EVIDENCE: &str = "What shows that the answer is right: one address or place on each line.";

/// From this width on the list of questions stands beside the question.
const WIDE_ENOUGH_FOR_LIST: u16 = 76;

/// What this screen remembers.
#[derive(Debug, Default)]
pub(crate) struct InterviewView<'a> {
    /// The highlighted line: an option, then *don't know*, then *not applicable*.
    pub(crate) highlighted: Option<usize>,
    /// The first line of the question that is shown, where the user turned its pages.
    pub(crate) top: Option<usize>,
    /// Whether each option shows what it is worth.
    pub(crate) worth: bool,
    /// What an answer brought about: it stands in the place of the question until the user goes on.
    pub(crate) milestone: Option<Milestone<'a>>,
    /// What was answered last, to be seen beside the next question.
    pub(crate) last: Option<String>,
    /// The question that was answered last: the milestone is about it.
    pub(crate) answered: Option<String>,
}

impl<'a> InterviewView<'a> {
    /// Comes to a question: its answer is highlighted, an old one to be confirmed too.
    pub(crate) fn arrive(&mut self, session: &Session<'_>) {
        self.milestone = None;
        self.top = None;
        self.highlighted = session.answered_line();
    }

    /// Shows a milestone in the place of the question, if there is one: the first way on is highlighted.
    fn show(&mut self, milestone: Option<Milestone<'a>>) {
        self.milestone = milestone;
        if milestone.is_some() {
            self.highlighted = None;
        }
    }
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    if open.interview.milestone.is_some() {
        return settled::command(app, command);
    }
    let options = open.session.question().map_or(0, |question| question.options.len());
    let lines = options + 2;
    let view = &mut open.interview;
    if matches!(command, Command::Up | Command::Down) {
        view.top = None;
    }
    match command {
        Command::Choose(number) if number <= options => return choose(app, number - 1),
        Command::Unknown => return choose(app, options),
        Command::NotApplicable => return choose(app, options + 1),
        Command::Clear => {
            let effects = change(app, |open| open.session.clear());
            arrive(app);
            return effects;
        }
        Command::Up => {
            view.highlighted = Some(view.highlighted.map_or(lines - 1, |line| line.saturating_sub(1)))
        }
        Command::Down => {
            view.highlighted = Some(view.highlighted.map_or(0, |line| (line + 1).min(lines - 1)))
        }
        Command::PageUp | Command::PageDown => {
            let Some(open) = &app.open else { return Vec::new() };
            let top = question::paged(app, open, main_area(app.body()), command);
            if let Some(open) = &mut app.open {
                open.interview.top = Some(top);
            }
        }
        Command::Enter => return enter(app),
        Command::Next => move_to(open, |session| session.step(1)),
        Command::Previous => move_to(open, |session| session.step(-1)),
        Command::NextOpen => move_to(open, Session::go_on),
        Command::Confirm => answers::ask_to_confirm(app),
        Command::Worth => view.worth = !view.worth,
        Command::Note | Command::Evidence => ask_about_current(app, command),
        Command::Back => return app.leave(Leaving::Home),
        _ => {}
    }
    Vec::new()
}

fn move_to<'a>(open: &mut Open<'a>, step: impl FnOnce(&mut Session<'a>)) {
    step(&mut open.session);
    open.interview.arrive(&open.session);
}

fn arrive(app: &mut App<'_>) {
    if let Some(open) = &mut app.open {
        open.interview.arrive(&open.session);
    }
}

/// `Enter`: chooses what is highlighted, unless it is the answer already, and goes on.
fn enter(app: &mut App<'_>) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let highlighted = open.interview.highlighted;
    let confirmed = !matches!(open.session.standing(), Some(Standing::ToConfirm(_)));
    match highlighted {
        Some(line) if !(confirmed && highlighted == open.session.answered_line()) => choose(app, line),
        _ => {
            move_to(open, Session::go_on);
            Vec::new()
        }
    }
}

/// Chooses a line: an option, *don't know* or *not applicable*.
fn choose(app: &mut App<'_>, line: usize) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let Some(question) = open.session.question() else { return Vec::new() };
    match line.checked_sub(question.options.len()) {
        None => match open.session.option(line) {
            Some(option) => answer(app, option, None),
            None => Vec::new(),
        },
        Some(0) => answer(app, Answer::Unknown, None),
        Some(_) => {
            let entry = open.session.assessment().entry(&question.id);
            let reason = entry.and_then(|entry| entry.reason.clone()).unwrap_or_default();
            let hint = "Why does this question not apply to you? One sentence; it stands in the plan.";
            app.dialog = Some(Writing::dialog("Not applicable", hint, Lines::One, &reason, Text::Reason));
            Vec::new()
        }
    }
}

/// Answers the current question and goes on, or stops at what the answer brought about.
pub(crate) fn answer(app: &mut App<'_>, answer: Answer, reason: Option<String>) -> Vec<Effect> {
    let now = app.now;
    change(app, |open| {
        let said = open.session.question().map(|question| answer_text(question, &answer));
        let question = open.session.question().map(|question| question.id.clone());
        let milestone = open.session.answer(answer, reason, now);
        open.session.go_on();
        open.interview.arrive(&open.session);
        let view = &mut open.interview;
        (view.last, view.answered) = (said, question);
        view.show(milestone);
    })
}

/// Confirms everything that was carried over and is left.
pub(crate) fn confirm(app: &mut App<'_>) -> Vec<Effect> {
    let now = app.now;
    change(app, |open| {
        let confirmed = open.session.carried_over().len();
        let milestone = open.session.confirm_carried_over(now);
        open.session.go_on();
        open.interview.arrive(&open.session);
        let view = &mut open.interview;
        (view.last, view.answered) = (Some(format!("{confirmed} answers confirmed")), None);
        view.show(milestone);
    })
}

/// Asks for a note on the question where one is, or for its evidence.
pub(crate) fn ask_about_current(app: &mut App<'_>, command: Command) {
    let question = app.open.as_ref().and_then(|open| open.session.question());
    let Some(id) = question.map(|question| question.id.clone()) else { return };
    ask_about(app, command, &id);
}

/// Asks for a note on a question, or for its evidence.
pub(crate) fn ask_about(app: &mut App<'_>, command: Command, question: &str) {
    let Some(open) = &app.open else { return };
    let Some(text) = app.catalogue.question(question).map(|question| &question.text.question) else { return };
    let entry = open.session.assessment().entry(question).cloned().unwrap_or_default();
    let (what, hint, said, purpose) = match command {
        Command::Evidence => {
            ("Evidence", EVIDENCE, entry.evidence.join("\n"), Text::Evidence as fn(String) -> Text)
        }
        _ => ("Note", NOTE, entry.note.unwrap_or_default(), Text::Note as fn(String) -> Text),
    };
    let title = format!("{what}: {text}");
    app.dialog = Some(Writing::dialog(&title, hint, Lines::Many, &said, purpose(question.to_owned())));
}

/// Draws the screen.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let main = main_area(area);
    if area.width >= WIDE_ENOUGH_FOR_LIST {
        let [list, _] =
            Layout::horizontal([Constraint::Length(list_width(area) + 1), Constraint::Fill(1)]).areas(area);
        agenda::draw(app, open, frame, list);
    }
    match open.interview.milestone {
        Some(milestone) => settled::draw(app, open, milestone, frame, main),
        None => question::draw(app, open, frame, main),
    }
}

/// Where the question stands: beside the list of questions, where there is room for one.
fn main_area(area: Rect) -> Rect {
    if area.width < WIDE_ENOUGH_FOR_LIST {
        return Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    }
    let list = list_width(area);
    Rect { x: area.x + list + 2, width: area.width - list - 3, ..area }
}

/// The columns of the list of questions.
fn list_width(area: Rect) -> u16 {
    if area.width >= 110 { 36 } else { 25 }
}

/// The answer that a click chooses.
pub(crate) fn answer_at(app: &App<'_>, at: Position) -> Option<Command> {
    let open = app.open.as_ref().filter(|open| open.interview.milestone.is_none() && app.dialog.is_none())?;
    let main = main_area(app.body());
    main.contains(at).then(|| question::answer_at(app, open, main, at.y))?
}
