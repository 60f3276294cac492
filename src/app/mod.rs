//! The application, without a terminal: its state, and what a message does to it.
//!
//! [`App::update`] has no input or output, no clock and no path inside: time comes with each message,
//! and whatever is to be done outside goes out as effects and comes back as messages.
//!
//! ```text
//!             ┌── Message ──▶ App::update ──▶ [Effect] ──▶ crate::effects ──┐
//!  front end ─┤                                                             │
//!             └── reads the state: screen, dialog, feedback, context  ◀─ Message
//! ```
//!
//! - `keys`: the one table of keys and what they ask for
//! - `message`, `effect`: what comes in and what goes out, as data
//! - `screens`: the open assessment, and a file for each screen with what it remembers and what a command
//!   does on it
//! - `response`: what comes of a command; `dialogs`: what stands over a screen
//! - `room`: people who vote from their own devices
//! - `cursor`: what is selected on a screen
//! - `saving`, `interruptions`: how an assessment gets to disk and is left; questions that open by
//!   themselves
//!
//! **A screen** is a file in `screens`: a struct with what it remembers, `command(open, now, command)`
//! that returns a `Response`, and where lines can be selected `items(open)`, which
//! lists them in the order of the page. It knows the open assessment and nothing of the application.
//!
//! **A dialog** holds what its answer does, as a closure: who asks says what follows. Where an answer will
//! not do, the closure returns the problem, and the dialog stays.
//!
//! **Two front ends** share it: one draws it, one speaks it. Both read the state and send messages. A key
//! is a [`Message::Key`]; whoever knows the command (a click, a line) sends [`Message::Command`]. A number
//! for a line of the page or of a list is [`Message::Select`], then the command (`Enter`, `State`, …). A
//! text is [`Message::Typed`], then `Enter` (done) or `Back`. Effects are carried out by
//! `crate::effects`; the front end itself does those that need its terminal.

mod cursor;
pub mod dialogs;
mod effect;
mod in_workshop;
mod interruptions;
pub mod keys;
mod message;
mod response;
mod room;
mod saving;
pub mod screens;

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;

pub use self::cursor::{Cursor, Pick};
pub use self::effect::Effect;
pub use self::message::{Listing, Merging, Message, Opened, SaveProblem, WriteProblem, WrittenPlan};
pub use self::response::{Feedback, Leaving};
pub use self::room::Room;
pub use self::screens::comparison::ComparisonState;
pub use self::screens::home::HomeState;
pub use self::screens::workshop::{MOST_PEOPLE, Setup};
pub use self::screens::{FileState, Open, Tab};

use self::dialogs::{Body, Dialog, Reply, TextField};
use self::interruptions::Interruptions;
use self::keys::{Command, Context, Key};
use self::response::Response;
use self::screens::workshop::WorkshopState;
use self::screens::{help, home, workshop};
use crate::interview::Session;
use crate::questionnaire::Catalogue;
use crate::words::app as words;
use crate::words::saving as saving_words;
use crate::workshop::is_under_way;

/// The screen that is shown, with the assessment that is open on it.
pub enum Screen<'a> {
    /// The list of assessments.
    Home,
    Comparison(Box<ComparisonState>),
    Open(Box<Open<'a>>),
}

/// The time of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub at: Timestamp,
    /// Its day where the user lives.
    pub today: Date,
}

/// The state of the application.
pub struct App<'a> {
    pub catalogue: &'a Catalogue,
    /// The time of the last message.
    pub now: Now,
    pub screen: Screen<'a>,
    pub home: HomeState,
    pub dialog: Option<Dialog>,
    /// What is said until the next key.
    pub feedback: Option<Feedback>,
    /// Whether the mouse is on, where there is one.
    pub mouse: bool,
    /// The room that is open to devices.
    pub room: Option<Room>,
    setup: Setup,
    /// The options of the command line with which a workshop was begun, as they are typed.
    pub options: String,
    /// Whether what is opened first is opened in a workshop.
    in_workshop: bool,
    /// The questions that the assessment which is opened next asks before all others.
    ask_first: BTreeSet<String>,
    /// The workshop that was left for the list, and its file: opened again, the file goes on with it.
    left_workshop: Option<(PathBuf, WorkshopState)>,
    /// Where to go once the open assessment is on disk.
    leaving: Option<Leaving>,
    interruptions: Interruptions,
    /// How much the disk is at work on that has to come back first.
    waits_for_disk: usize,
    /// The system ended the program, and not the user.
    pub was_ended: bool,
}

impl<'a> App<'a> {
    /// The application at Home, before the list was read.
    pub fn new(catalogue: &'a Catalogue) -> App<'a> {
        App {
            catalogue,
            now: Now { at: Timestamp::UNIX_EPOCH, today: Date::constant(1970, 1, 1) },
            screen: Screen::Home,
            home: HomeState::default(),
            dialog: None,
            feedback: None,
            mouse: false,
            room: None,
            setup: Setup::default(),
            options: String::new(),
            in_workshop: false,
            ask_first: BTreeSet::new(),
            left_workshop: None,
            leaving: None,
            interruptions: Interruptions::default(),
            waits_for_disk: 0,
            was_ended: false,
        }
    }

    /// The same for a workshop: what is opened first is opened in it.
    #[must_use]
    pub fn in_workshop(self, setup: Setup) -> App<'a> {
        App { setup, in_workshop: true, ..self }
    }

    /// The same with a room that is open to devices.
    #[must_use]
    pub fn with_room(self, room: Room) -> App<'a> {
        App { room: Some(room), ..self }
    }

    /// The open assessment.
    pub fn open(&self) -> Option<&Open<'a>> {
        if let Screen::Open(open) = &self.screen { Some(open) } else { None }
    }

    fn open_mut(&mut self) -> Option<&mut Open<'a>> {
        if let Screen::Open(open) = &mut self.screen { Some(open) } else { None }
    }

    /// Whether there is more to find out for what is shown: then the application wants a
    /// [`Message::Work`] whenever there is nothing else.
    pub fn has_work(&self) -> bool {
        self.open().is_some_and(|open| open.tab == Tab::Target && open.target.has_work())
    }

    fn work(&mut self) -> Vec<Effect> {
        let today = self.now.today;
        if let Some(open) = self.open_mut() {
            open.target.step(&open.session, today);
        }
        Vec::new()
    }

    /// Where a key is pressed.
    pub fn context(&self) -> Context {
        self.dialog.as_ref().map_or_else(|| self.place(), Dialog::context)
    }

    /// Where a key is pressed that no dialog takes.
    fn place(&self) -> Context {
        match &self.screen {
            Screen::Home => self.home.context(),
            Screen::Comparison(_) => Context::Comparison,
            Screen::Open(open) => open.context(),
        }
    }

    /// Takes a message that arrived at this moment (`today` is its day where the user lives), and
    /// says what is to be done.
    pub fn update(&mut self, at: Timestamp, today: Date, message: Message) -> Vec<Effect> {
        self.now = Now { at, today };
        let effects = self.admit(message).map_or_else(Vec::new, |message| self.take(message));
        let mut effects = self.with_waiting(effects);
        self.introduce_room();
        effects.extend(self.news_for_devices());
        effects
    }

    /// Takes a message whose time has come.
    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.key(&key),
            Message::Command(command) => self.press(command),
            Message::Select(position) => self.select(position),
            Message::Moved(cursor) => self.moved(cursor),
            Message::Scrolled(top) => self.scrolled(top),
            Message::Typed(text) => {
                self.feedback = None;
                self.in_field(|field| field.typed(text));
                Vec::new()
            }
            Message::Pasted => self.follow(Response::say(words::PASTED)),
            Message::Listed(list) => {
                self.home.listed(self.catalogue, list);
                Vec::new()
            }
            Message::Opened(Ok(opened)) => self.opened(*opened),
            Message::Merging(Ok(merging)) => self.merge(*merging),
            Message::Merging(Err(problem)) | Message::Opened(Err(problem)) | Message::Filed(Err(problem)) => {
                self.ask_first.clear();
                self.in_workshop = false;
                self.follow(Response::problem(problem))
            }
            Message::Filed(Ok((text, path))) => {
                self.home.wanted = path;
                self.follow(Response { effects: vec![Effect::List], ..Response::say(text) })
            }
            Message::Saved(version) => self.saved(version),
            Message::SavedAs(version, path) => self.saved_as(version, path),
            Message::SaveFailed(problem) => self.save_failed(problem),
            Message::Written(result) => self.written(result),
            Message::Edited(edited) => {
                let (text, problem) =
                    edited.map_or_else(|problem| (None, Some(problem)), |text| (text, None));
                self.in_field(|field| field.edited(text));
                problem.map_or_else(Vec::new, |problem| self.follow(Response::problem(problem)))
            }
            Message::NotWaited(said) => {
                self.in_field(|field| field.waits_for_editor(said));
                Vec::new()
            }
            Message::DiskIsSlow => {
                self.waits_for_disk += 1;
                self.follow(Response::say(saving_words::DISK_IS_SLOW))
            }
            Message::Late(message) => {
                self.waits_for_disk = self.waits_for_disk.saturating_sub(1);
                self.feedback = None;
                self.take(*message)
            }
            Message::CannotSuspend => self.follow(Response::problem(words::NO_SHELL)),
            Message::Heard(heard) => self.heard(heard),
            Message::Code(code) => self.has_code(code),
            Message::Tick => Vec::new(),
            Message::Work => self.work(),
            Message::Terminate => self.terminate(),
        }
    }

    /// Does something in the text that is being written, if one is.
    fn in_field(&mut self, act: impl FnOnce(&mut TextField)) {
        if let Some(field) = self.dialog.as_mut().and_then(Dialog::field_mut) {
            act(field);
        }
    }

    fn key(&mut self, key: &Key) -> Vec<Effect> {
        self.feedback = None;
        match keys::command(self.context(), key) {
            Some(command) => self.press(command),
            None if self.is_shown_by(key) => {
                self.dialog = None;
                Vec::new()
            }
            None => {
                let context = self.context();
                let has_help = context != Context::Reading;
                let said = || words::no_such_key(&key.0, has_help);
                let said = workshop::unknown_key(context).map_or_else(said, str::to_owned);
                self.follow(Response::say(said))
            }
        }
    }

    /// Does what a command means where one is: in the dialog, or else on the screen.
    fn press(&mut self, command: Command) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return self.command(command) };
        match (dialog.command(command), command) {
            (Reply::Stays, _) => Vec::new(),
            (Reply::NoSuchLine(last), _) => self.follow(Response::say(words::no_such_line(last))),
            (Reply::Left, _) => {
                self.dialog = self.dialog.take().and_then(Dialog::below);
                if self.dialog.is_none() {
                    self.leaving = None;
                }
                Vec::new()
            }
            (Reply::Answered, _) => self.answer(),
            (Reply::Editor, _) => dialog.field().map(TextField::edit).into_iter().collect(),
            (Reply::Unknown, Command::Help) => {
                let help = help::page(self.context()).over(self.dialog.take());
                self.dialog = Some(help);
                Vec::new()
            }
            (Reply::Unknown, Command::Quit) => {
                let mut effects = self.keep_written();
                effects.extend(self.quit());
                effects
            }
            (Reply::Unknown, Command::Suspend | Command::Mouse) => self.command(command),
            (Reply::Unknown, _) => Vec::new(),
        }
    }

    /// Does what the answer of the dialog is for; it stays with what is wrong where the answer will not do.
    fn answer(&mut self) -> Vec<Effect> {
        let Some(dialog) = self.dialog.take() else { return Vec::new() };
        dialog.answer(self).unwrap_or_else(|dialog| {
            self.dialog = Some(*dialog);
            Vec::new()
        })
    }

    fn command(&mut self, command: Command) -> Vec<Effect> {
        match (command, &mut self.screen) {
            (Command::Quit, _) => self.quit(),
            (Command::Suspend, _) => vec![Effect::Suspend],
            (Command::Help, _) => self.follow(Response::ask(help::page(self.context()))),
            (Command::Mouse, _) => {
                self.mouse = !self.mouse;
                let text = if self.mouse { words::MOUSE_ON } else { words::MOUSE_OFF };
                self.follow(Response { effects: vec![Effect::Mouse(self.mouse)], ..Response::say(text) })
            }
            (_, Screen::Home) => {
                let response = home::command(&mut self.home, self.catalogue, command);
                self.follow(response)
            }
            (Command::Back, Screen::Comparison(_)) => {
                self.screen = Screen::Home;
                Vec::new()
            }
            (_, Screen::Comparison(_)) => Vec::new(),
            (Command::Devices, Screen::Open(_)) => {
                let response = self.ask_devices();
                self.follow(response)
            }
            (_, Screen::Open(_)) => self.on_open(|open, now| open.command(now, command)),
        }
    }

    /// Lets the open assessment do something, and does what comes of it; nothing where none is open.
    fn on_open(&mut self, act: impl FnOnce(&mut Open<'a>, Now) -> Response) -> Vec<Effect> {
        let now = self.now;
        let Some(open) = self.open_mut() else { return Vec::new() };
        let response = act(open, now);
        self.follow(response)
    }

    /// Does what a screen or an answer wants.
    fn follow(&mut self, response: Response) -> Vec<Effect> {
        let Response { changed, feedback, dialog, leave, effects } = response;
        let mut all = if changed { self.save() } else { Vec::new() };
        all.extend(effects);
        self.feedback = feedback.or(self.feedback.take());
        self.dialog = dialog.or(self.dialog.take());
        if let Some(leaving) = leave {
            all.extend(self.leave(leaving));
        }
        all
    }

    fn select(&mut self, position: usize) -> Vec<Effect> {
        match (&mut self.dialog, &mut self.screen) {
            (Some(Dialog { body: Body::List(list), .. }), _) => list.select(position),
            (Some(_), _) | (None, Screen::Comparison(_)) => {}
            (None, Screen::Home) => self.home.select(position),
            (None, Screen::Open(open)) => open.select(position),
        }
        Vec::new()
    }

    fn moved(&mut self, cursor: Cursor) -> Vec<Effect> {
        self.feedback = None;
        if let Some(open) = self.open_mut() {
            open.moved(cursor);
        }
        Vec::new()
    }

    fn scrolled(&mut self, top: usize) -> Vec<Effect> {
        self.feedback = None;
        match (&mut self.dialog, &mut self.screen) {
            (Some(Dialog { body: Body::Page(page), .. }), _) => page.top = top,
            (Some(_), _) | (None, Screen::Home) => {}
            (None, Screen::Comparison(comparison)) => comparison.top = top,
            (None, Screen::Open(open)) => open.scrolled(top),
        }
        Vec::new()
    }

    /// Shows what was opened: its next question, or what is to be known about it first.
    fn opened(&mut self, opened: Opened) -> Vec<Effect> {
        let Opened { path, assessment, notices, read_only, plans, shortlist } = opened;
        self.interruptions.forget_failed_saves();
        let mut session = Session::new(self.catalogue, assessment);
        let first = std::mem::take(&mut self.ask_first);
        if !first.is_empty() {
            session.ask_first(first);
        }
        self.feedback = read_only.clone().map(Feedback::Problem);
        if !notices.is_empty() {
            self.dialog = Some(help::notices(notices, session.carried_over().len()));
        }
        // A file that was read again in the middle of a workshop, or was left for Home, goes on where it was.
        let left = self.left_workshop.take_if(|(left, _)| *left == path);
        let to_workshop = self.is_in_workshop() || std::mem::take(&mut self.in_workshop) || left.is_some();
        if !to_workshop && self.feedback.is_none() && is_under_way(&session) {
            self.feedback = Some(Feedback::Info(crate::words::workshop_screen::UNDER_WAY.to_owned()));
        }
        let before = match std::mem::replace(&mut self.screen, Screen::Home) {
            Screen::Open(open) if open.path == path => open.workshop,
            _ => None,
        };
        let file = read_only.map_or(FileState::Saved, FileState::ReadOnly);
        let mut open = Open::new(session, path, file, self.setup);
        open.plan.written = plans;
        open.shortlist = shortlist;
        open.workshop = before.or(left.map(|(_, workshop)| workshop));
        workshop::find_place(&mut open);
        open.go(if to_workshop { Tab::Workshop } else { Tab::Interview }, self.now);
        self.screen = Screen::Open(Box::new(open));
        Vec::new()
    }
}
