//! The state of the interface, and what a message does to it.
//!
//! `update` has no input or output, no clock and no path inside: time comes with each message, and
//! whatever is to be done outside goes out as effects and comes back as messages.

pub(crate) mod answers;
pub(crate) mod dialogs;
mod interruptions;
pub mod keys;
pub mod message;
mod opening;
pub(crate) mod saving;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crossterm::event::KeyModifiers;
use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::layout::{Rect, Size};

use self::dialogs::{Answer, Dialog, Reading};
use self::interruptions::Unasked;
use self::keys::{Command, Context};
use self::message::{Effect, Message, SaveProblem, WriteProblem};
use self::saving::Leaving;
use crate::interview::Session;
pub(crate) use crate::plan_file::PlanFormat;
use crate::questionnaire::Catalogue;
use crate::tui::screens;
use crate::tui::screens::comparison::ComparisonView;
use crate::tui::screens::home::Home;
use crate::tui::screens::interview::InterviewView;
use crate::tui::screens::plan::PlanView;
use crate::tui::screens::results::ResultsView;
use crate::tui::screens::target::TargetView;
use crate::tui::screens::workshop::{Setup, WorkshopView};
use crate::tui::theme::Theme;
use crate::words::interview::change_text;

/// The smallest terminal that the screens fit into, columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    Home,
    Interview,
    Results,
    Target,
    Plan,
    Workshop,
    Comparison,
}

/// How the file of the open assessment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saved {
    /// Everything is on disk.
    Yes,
    /// A save is under way.
    Pending,
    /// It could not be saved.
    Failed(SaveProblem),
    /// It is not to be saved: somebody else has it open.
    ReadOnly(String),
}

/// One line of feedback at the foot of the screen, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    Info(String),
    Problem(String),
}

/// The open assessment and what its screens remember.
pub(crate) struct Open<'a> {
    pub(crate) session: Session<'a>,
    pub(crate) path: PathBuf,
    pub(crate) saved: Saved,
    pub(crate) interview: InterviewView<'a>,
    pub(crate) results: ResultsView,
    pub(crate) target: TargetView<'a>,
    pub(crate) plan: PlanView<'a>,
    pub(crate) workshop: Option<WorkshopView>,
}

impl Open<'_> {
    /// Whether it may be changed.
    pub(crate) fn is_read_only(&self) -> bool {
        matches!(self.saved, Saved::ReadOnly(_))
    }
}

/// The state of the interface.
pub struct App<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) theme: Theme,
    pub(crate) size: Size,
    pub(crate) now: Timestamp,
    pub(crate) today: Date,
    pub(crate) screen: Screen,
    /// How a workshop begins.
    pub(crate) setup: Setup,
    pub(crate) home: Home,
    pub(crate) comparison: Option<ComparisonView>,
    /// The questions that the assessment which is opened next asks before all others.
    pub(crate) ask_first: BTreeSet<String>,
    pub(crate) open: Option<Open<'a>>,
    /// The workshop that was left for Home, and its file: opened again, the file goes on with it.
    pub(crate) left_workshop: Option<(PathBuf, WorkshopView)>,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) notice: Option<Notice>,
    pub(crate) mouse: bool,
    /// Where to go once the open assessment is on disk.
    pub(crate) leaving: Option<Leaving>,
    /// What asks something although no key was pressed for it.
    pub(crate) unasked: Unasked,
}

impl<'a> App<'a> {
    /// The interface at Home, before the list was read.
    pub fn new(catalogue: &'a Catalogue, theme: Theme, size: (u16, u16)) -> App<'a> {
        App {
            catalogue,
            theme,
            size: Size::new(size.0, size.1),
            now: Timestamp::UNIX_EPOCH,
            today: Date::constant(1970, 1, 1),
            screen: Screen::Home,
            setup: Setup::default(),
            home: Home::default(),
            comparison: None,
            ask_first: BTreeSet::new(),
            open: None,
            left_workshop: None,
            dialog: None,
            notice: None,
            mouse: false,
            leaving: None,
            unasked: Unasked::default(),
        }
    }

    /// The same for a workshop: what is opened first is opened in it.
    #[must_use]
    pub fn in_workshop(self, setup: Setup) -> App<'a> {
        App { screen: Screen::Workshop, setup, ..self }
    }

    /// Whether a clock is shown that runs: then the interface wants a [`Message::Tick`] every second.
    pub fn has_running_clock(&self) -> bool {
        let workshop = self.open.as_ref().and_then(|open| open.workshop.as_ref());
        self.screen == Screen::Workshop && workshop.is_some_and(|view| view.workshop.clock.is_running())
    }

    /// Takes a message that arrived at this moment (`today` is its day where the user lives), and
    /// says what is to be done.
    pub fn update(&mut self, now: Timestamp, today: Date, message: Message) -> Vec<Effect> {
        (self.now, self.today) = (now, today);
        let effects = self.admitted(message).map_or_else(Vec::new, |message| self.take(message));
        self.with_waiting(effects)
    }

    /// Takes a message whose time has come.
    pub(crate) fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.key(&key),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse(event) => screens::mouse(self, event),
            Message::Resized(columns, rows) => {
                self.size = Size::new(columns, rows);
                Vec::new()
            }
            Message::Listed(list) => {
                self.home.listed(self.catalogue, list);
                Vec::new()
            }
            Message::Opened(Ok(opened)) => self.opened(*opened),
            Message::Merging(Ok(merging)) => saving::merge(self, *merging, None),
            Message::Merging(Err(problem)) | Message::Opened(Err(problem)) | Message::Filed(Err(problem)) => {
                self.ask_first.clear();
                if self.open.is_none() {
                    self.screen = Screen::Home;
                }
                self.problem(problem)
            }
            Message::Filed(Ok((text, path))) => {
                self.notice = Some(Notice::Info(text));
                self.home.wanted = path;
                vec![Effect::List]
            }
            Message::Saved(version) => self.saved(version),
            Message::SavedAs(version, path) => self.saved_as(version, path),
            Message::SaveFailed(problem) => self.save_failed(problem),
            Message::Written(Ok(path)) => {
                self.notice = Some(Notice::Info(format!("The plan is in {}", path.display())));
                Vec::new()
            }
            Message::Written(Err(WriteProblem::Failed(path, problem))) => {
                answers::ask_plan_path_again(self, &path, problem)
            }
            Message::Written(Err(WriteProblem::Exists(path))) => answers::ask_to_replace(self, path),
            Message::Written(Err(WriteProblem::NotSynced(path, said))) => {
                crate::tui::screens::plan::take_over(self, path, &said)
            }
            Message::Edited(Err(problem)) => self.problem(problem),
            Message::Edited(Ok(text)) => {
                if let (Some(text), Some(Dialog::Writing(writing))) = (text, &mut self.dialog) {
                    writing.set_text(&crate::text::broken_lines(&text));
                }
                Vec::new()
            }
            Message::Tick => Vec::new(),
            Message::Terminate => self.terminate(),
        }
    }

    /// Where a key is pressed.
    pub fn context(&self) -> Context {
        match (&self.dialog, self.screen) {
            (Some(Dialog::Choosing(choosing)), _) if choosing.has_ticks() => Context::Ticking,
            (Some(Dialog::Choosing(choosing)), _) if choosing.asks_by_itself() => Context::Asked,
            (Some(Dialog::Choosing(_)), _) => Context::Choosing,
            (Some(_), _) => Context::Reading,
            (None, Screen::Home) if self.home.is_empty() => Context::Welcome,
            (None, Screen::Home) => Context::Home,
            (None, Screen::Interview) => match &self.open {
                Some(open) if open.interview.milestone.is_some() => Context::Settled,
                _ => Context::Interview,
            },
            (None, Screen::Results) => Context::Results,
            (None, Screen::Target) => Context::Target,
            (None, Screen::Plan) => Context::Plan,
            (None, Screen::Comparison) => Context::Comparison,
            (None, Screen::Workshop) => screens::workshop::context(self),
        }
    }

    /// How many questions the workshop has left, those that nobody answered too; `None` where none is
    /// open, or where something of it is not saved.
    pub fn left_to_decide(&self) -> Option<usize> {
        let open = self.open.as_ref().filter(|open| open.saved == Saved::Yes)?;
        let workshop = &open.workshop.as_ref()?.workshop;
        Some(workshop.agenda(&open.session).len() + workshop.unanswered(&open.session).len())
    }

    /// Whether the mouse is on.
    pub fn has_mouse(&self) -> bool {
        self.mouse
    }

    fn key(&mut self, key: &crossterm::event::KeyEvent) -> Vec<Effect> {
        let name = crate::tui::keymap::key(key);
        self.notice = None;
        if self.size.width < SMALLEST.0 || self.size.height < SMALLEST.1 {
            // What cannot be seen is not answered: only leaving works.
            return match keys::command(Context::Home, &name) {
                Some(Command::Quit) => self.keep_and_quit(),
                _ => Vec::new(),
            };
        }
        if let Some(Dialog::Writing(writing)) = &mut self.dialog {
            let leaves = keys::command(Context::Reading, &name) == Some(Command::Quit);
            if leaves && key.modifiers == KeyModifiers::CONTROL {
                return self.keep_and_quit();
            }
            let answer = writing.key(key);
            return self.answered(answer);
        }
        match keys::command(self.context(), &name) {
            Some(command) => self.press(command),
            None => {
                screens::workshop::unknown_key(self);
                Vec::new()
            }
        }
    }

    /// Leaves the program from within a text that is being written: what is there of it is kept.
    fn keep_and_quit(&mut self) -> Vec<Effect> {
        let mut effects = self.keep_written();
        effects.extend(self.quit());
        effects
    }

    /// Does what a command means where one is: in the dialog, or else on the screen.
    pub(crate) fn press(&mut self, command: Command) -> Vec<Effect> {
        let body = self.body();
        if let Some(Dialog::Reading(reading)) = &mut self.dialog
            && screens::frame::scroll_reading(body, reading, command)
        {
            return Vec::new();
        }
        match &mut self.dialog {
            Some(dialog) => {
                let answer = dialog.command(command);
                self.answered(answer)
            }
            None => self.command(command),
        }
    }

    fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Pending => Vec::new(),
            Answer::Cancelled => {
                match self.dialog.take() {
                    Some(Dialog::Reading(Reading { over: Some(list), .. })) => self.dialog = Some(*list),
                    _ => self.leaving = None,
                }
                Vec::new()
            }
            Answer::Command(Command::Help) => {
                let Dialog::Reading(help) = screens::help::dialog(self.context()) else { return Vec::new() };
                let over = self.dialog.take().map(Box::new);
                self.dialog = Some(Dialog::Reading(Reading { over, ..help }));
                Vec::new()
            }
            Answer::External(text) => vec![Effect::Edit(text)],
            Answer::Command(command @ (Command::Quit | Command::Suspend | Command::Mouse)) => {
                self.anywhere(command).unwrap_or_default()
            }
            Answer::Command(_) => Vec::new(),
            Answer::Text(purpose, text) => answers::text(self, purpose, &text),
            Answer::Chosen(purpose, id, ticked) => {
                self.dialog = None;
                answers::chosen(self, purpose, &id, &ticked)
            }
        }
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Dialog::Writing(writing)) = &mut self.dialog {
            writing.paste(text);
        } else {
            self.notice = Some(Notice::Info("Pasted text goes into a note: press n first".to_owned()));
        }
        Vec::new()
    }

    fn command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(effects) = self.anywhere(command) {
            return effects;
        }
        match self.screen {
            Screen::Home => screens::home::command(self, command),
            Screen::Interview => screens::interview::command(self, command),
            Screen::Results => screens::results::command(self, command),
            Screen::Target => screens::target::command(self, command),
            Screen::Plan => screens::plan::command(self, command),
            Screen::Workshop => screens::workshop::command(self, command),
            Screen::Comparison => screens::comparison::command(self, command),
        }
    }

    /// What means the same on every screen; `None` for what a screen decides.
    fn anywhere(&mut self, command: Command) -> Option<Vec<Effect>> {
        let open = self.open.is_some();
        match command {
            Command::Quit => return Some(self.quit()),
            Command::Suspend => return Some(vec![Effect::Suspend]),
            Command::Help => self.dialog = Some(screens::help::dialog(self.context())),
            Command::Mouse => {
                self.mouse = !self.mouse;
                let state = if self.mouse { "on: click and wheel work" } else { "off: the terminal copies" };
                self.notice = Some(Notice::Info(format!("Mouse {state}")));
                return Some(vec![Effect::Mouse(self.mouse)]);
            }
            Command::Interview if self.screen == Screen::Plan => screens::plan::to_question(self),
            Command::Interview if open => self.go(Screen::Interview),
            Command::Results if open => self.go(Screen::Results),
            Command::Target if open => self.go(Screen::Target),
            Command::Plan if open => self.go(Screen::Plan),
            Command::Workshop if open => screens::workshop::come(self),
            Command::Back if screens::workshop::is_behind(self) => screens::workshop::come(self),
            Command::Questionnaires if open => answers::ask_questionnaires(self),
            Command::Find if open => answers::ask_find(self),
            Command::Write if open => answers::ask_format(self),
            Command::Undo if open => return Some(self.step(true)),
            Command::Redo if open => return Some(self.step(false)),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// The part of the terminal between the top line and the foot.
    pub(crate) fn body(&self) -> Rect {
        Rect { x: 0, y: 1, width: self.size.width, height: self.size.height.saturating_sub(2) }
    }

    /// Goes to a screen of the open assessment.
    pub(crate) fn go(&mut self, screen: Screen) {
        self.screen = screen;
        let Some(open) = &mut self.open else { return };
        match screen {
            Screen::Interview => open.interview.arrive(&open.session),
            Screen::Target => open.target.arrive(&open.session, self.today),
            Screen::Plan => open.plan.arrive(&open.session, self.today),
            Screen::Workshop => screens::workshop::arrive(open, self.setup, self.now),
            Screen::Home | Screen::Results | Screen::Comparison => {}
        }
    }

    /// Takes the last change back, or makes it again, and says what it was.
    fn step(&mut self, back: bool) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let (done, nothing) = match back {
            true => ("Taken back", "Nothing to undo"),
            false => ("Made again", "Nothing to redo"),
        };
        let text = |assessment: &_, edit: &_| change_text(self.catalogue, assessment, edit);
        let Some(change) = open.session.undo_or_redo(back, text) else {
            self.notice = Some(Notice::Info(nothing.to_owned()));
            return Vec::new();
        };
        open.interview.last = None;
        self.notice = Some(Notice::Info(format!("{done}: {change}")));
        let screen = self.screen;
        self.go(screen);
        self.save()
    }

    pub(crate) fn problem(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice::Problem(text));
        Vec::new()
    }
}
