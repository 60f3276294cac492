//! The application line by line: a line becomes messages, and what came of them is told. Every change is
//! on disk before the next line is asked for.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use anyhow::Context;

use super::console::{Console, Exit};
use super::page::Page;
use crate::app::dialogs::{Body, Dialog};
use crate::app::keys::Command;
use crate::app::{App, Effect, Feedback, FileState, Message, Open, SaveProblem, Tab};
use crate::clock;
use crate::effects::Effects;
use crate::listen::Door;
use crate::words::interview::{change_text, summary};
use crate::words::{spoken as words, terminal};

/// The application, and the two ends of the conversation.
pub(super) struct Shell<'a> {
    pub(super) console: Console,
    pub(super) app: App<'a>,
    effects: Effects<'a>,
    events: Receiver<Outside>,
    /// A line that came while something else was waited for.
    line: Option<Result<String, Exit>>,
    /// How many messages come for certain: lists and plans that are being written.
    awaited: usize,
    /// The program ends.
    pub(super) is_over: bool,
    /// What is not saved was given up.
    has_given_up: bool,
    /// A file was opened, and nothing was said of it.
    has_opened: bool,
    /// The file of the open assessment, and its version of which it was said that it is on disk.
    saved: Option<(PathBuf, u64)>,
    pub(super) page: Told,
    pub(super) dialog: Told,
    /// The lines of a note that are written.
    pub(super) lines: Vec<String>,
    /// The action of the plan that is told, by its question.
    pub(super) action: Option<String>,
    /// The places through which one came, for `back`.
    pub(super) trail: Vec<Place>,
}

/// Something that happened outside.
enum Outside {
    /// A line that was asked for.
    Line(Result<String, Exit>),
    Message(Message),
}

/// A screen of an open assessment, or an action of its plan.
pub(super) type Place = (Tab, Option<String>);

/// A page, and how many of its parts were told.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) page: Page,
    parts: usize,
}

impl Told {
    /// Tells a page; one that was told before only as far as it is new.
    fn tell(&mut self, console: &mut Console, page: Page) -> Result<(), Exit> {
        if page.name != self.page.name {
            *self = Told { page, parts: 0 };
            return self.tell_on(console, self.page.at_once);
        }
        let before = std::mem::replace(&mut self.page, page);
        let is_new = |said: &&_| !before.at_once().any(|old| old == *said);
        console.tell(self.page.at_once().filter(is_new))?;
        if self.page.parts != before.parts {
            self.parts = self.page.at_once.min(self.page.parts.len());
        }
        Ok(())
    }

    /// Tells so many more parts, and how much is left.
    pub(super) fn tell_on(&mut self, console: &mut Console, parts: usize) -> Result<(), Exit> {
        let told = self.parts;
        self.parts = told.saturating_add(parts).min(self.page.parts.len());
        console.tell(self.page.parts[told..self.parts].iter().flatten())?;
        match self.page.parts[self.parts..].iter().map(Vec::len).sum() {
            0 => Ok(()),
            left => console.say(&words::more(left)),
        }
    }

    pub(super) fn has_more(&self) -> bool {
        self.parts < self.page.parts.len()
    }
}

impl<'a> Shell<'a> {
    /// An application in the folders of the user.
    ///
    /// # Errors
    /// The system names no home directory, or has no thread to give.
    pub(super) fn new(app: App<'a>, door: Option<Door>) -> anyhow::Result<Shell<'a>> {
        let (sender, events) = channel();
        let lines = sender.clone();
        let tell = move |message| {
            // Nobody is there to read it when the program has just ended.
            let _ = sender.send(Outside::Message(message));
        };
        let mut effects = Effects::new(app.catalogue, Arc::new(tell))?;
        door.map_or(Ok(()), |door| effects.listen(door))?;
        Ok(Shell {
            console: Console::new(move |line| drop(lines.send(Outside::Line(line))))
                .context(terminal::NO_THREAD)?,
            effects,
            app,
            events,
            line: None,
            awaited: 0,
            is_over: false,
            has_given_up: false,
            has_opened: false,
            saved: None,
            page: Told::default(),
            dialog: Told::default(),
            lines: Vec::new(),
            action: None,
            trail: Vec::new(),
        })
    }

    /// Tells and asks until the user leaves.
    pub(super) fn run(&mut self) -> Result<(), Exit> {
        let mut otherwise = "";
        self.console.say(words::WELCOME)?;
        loop {
            self.tell(otherwise)?;
            if self.is_over {
                return Ok(());
            }
            let asked = if self.app.dialog.is_some() { &self.dialog } else { &self.page };
            let prompt = asked.page.prompt.clone();
            let before = self.question();
            let line = self.ask(&prompt)?;
            otherwise = if self.question() == before {
                self.line(&line)?
            } else {
                self.console.say(words::NOT_COUNTED)?;
                ""
            };
        }
    }

    /// What a dialog asks, where one is open. One may open by itself while a line is written for something else.
    fn question(&self) -> Option<String> {
        self.app.dialog.as_ref().map(|dialog| dialog.title.clone())
    }

    /// Asks for a line.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<String, Exit> {
        self.console.ask(prompt)?;
        let line = self.next_line();
        self.console.take(line)
    }

    /// Waits for the line that was asked for; what devices do meanwhile is taken in.
    fn next_line(&mut self) -> Result<String, Exit> {
        loop {
            if let Some(line) = self.line.take() {
                return line;
            }
            match self.events.recv() {
                Ok(Outside::Line(line)) => return line,
                Ok(Outside::Message(message)) => self.send(message),
                Err(_) => return Err(Exit::End),
            }
        }
    }

    /// Carries out what is to be done first, and waits for what has to come of it.
    pub(super) fn begin(&mut self, effect: Effect) {
        self.carry_out(vec![effect]);
        self.wait();
    }

    /// Sends a message, carries out what it asks for, and waits for what has to come of it.
    pub(super) fn send(&mut self, message: Message) {
        self.has_opened |= matches!(message, Message::Opened(Ok(_)));
        let effects = self.app.update(clock::now(), clock::today(), message);
        self.carry_out(effects);
        self.wait();
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.is_over = true,
                Effect::Leave => {
                    self.effects.give_up();
                    (self.is_over, self.has_given_up) = (true, true);
                }
                // They need a terminal.
                Effect::Edit(_) | Effect::EditOn(_) | Effect::Mouse(_) | Effect::Suspend => {}
                other => {
                    self.awaited += usize::from(matches!(other, Effect::List | Effect::Write { .. }));
                    if let Some(message) = self.effects.carry_out(other) {
                        self.send(message);
                    }
                }
            }
        }
    }

    /// Waits until everything is on disk, and lists and plans are there.
    fn wait(&mut self) {
        while self.app.has_work() {
            self.app.update(clock::now(), clock::today(), Message::Work);
        }
        while self.awaited > 0 || self.app.open().is_some_and(|open| open.file == FileState::Saving) {
            let message = match self.events.recv() {
                Ok(Outside::Message(message)) => message,
                Ok(Outside::Line(line)) => {
                    // An end is not taken back by what was written before it.
                    if !matches!(self.line, Some(Err(_))) {
                        self.line = Some(line);
                    }
                    continue;
                }
                Err(_) => return,
            };
            self.awaited -= usize::from(matches!(message, Message::Listed(_) | Message::Written(_)));
            self.send(message);
        }
    }

    /// Waits until everything is on disk for good, and says how to come back.
    ///
    /// # Errors
    /// Something could not be saved; where it is instead.
    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        self.effects.finish()?;
        if !self.has_given_up {
            let workshop = self.app.left_to_decide().zip(self.app.open());
            let workshop = workshop.map(|(left, open)| (open.path.as_path(), left));
            // Nobody may be there to hear it.
            let _ = self.console.say(&words::goodbye(workshop, &self.app.options));
        }
        Ok(())
    }

    /// Tells what came of the last line, and then what is new where one is; `otherwise`, where that is
    /// nothing.
    fn tell(&mut self, otherwise: &str) -> Result<(), Exit> {
        self.tell_outcome()?;
        if self.is_over {
            return Ok(());
        }
        // A text to read is told, and needs no answer.
        while let Some(dialog @ Dialog { body: Body::Page(_), .. }) = &self.app.dialog {
            Told::default().tell(&mut self.console, Page::of_dialog(dialog, 0))?;
            self.send(Message::Command(Command::Back));
            self.tell_outcome()?;
        }
        // A file that somebody else changed is decided about before anything else is asked.
        let has_changed = |open: &Open<'_>| open.file == FileState::Failed(SaveProblem::ChangedOnDisk);
        if self.app.dialog.is_none() && self.app.open().is_some_and(has_changed) {
            self.send(Message::SaveFailed(SaveProblem::ChangedOnDisk));
        }
        if let Some(dialog) = &self.app.dialog {
            return self.dialog.tell(&mut self.console, Page::of_dialog(dialog, self.lines.len()));
        }
        self.dialog = Told::default();
        self.lines.clear();
        self.tell_page()?;
        if self.console.has_said() { Ok(()) } else { self.console.say(otherwise) }
    }

    /// Tells the page of the screen.
    fn tell_page(&mut self) -> Result<(), Exit> {
        self.action =
            self.action.take().filter(|_| self.app.open().is_some_and(|open| open.tab == Tab::Plan));
        let page = Page::of(&self.app, self.action.as_deref());
        if self.action.is_some() && page.name == "plan" {
            // Another target or route, and it is in no list any more.
            self.action = None;
            self.console.say(words::ACTION_GONE)?;
        }
        if page.name != self.page.page.name {
            self.console.pause()?;
        }
        self.page.tell(&mut self.console, page)
    }

    /// Says what was opened, and what was changed once it is on disk; else what the application says.
    fn tell_outcome(&mut self) -> Result<(), Exit> {
        if std::mem::take(&mut self.has_opened)
            && let Some(open) = self.app.open()
        {
            let assessment = open.session.assessment();
            let summary = summary(self.app.catalogue, assessment).join(", ");
            let said = [&words::sentence(&assessment.organization), &words::sentence(&summary)];
            self.console.pause()?;
            self.console.say_all(said)?;
            self.saved = None;
            self.page = Told::default();
            self.trail.clear();
        }
        let feedback = match self.app.feedback.take() {
            Some(Feedback::Info(text) | Feedback::Problem(text)) => words::sentence(&text),
            None => String::new(),
        };
        let Some(open) = self.app.open().filter(|open| open.is_on_disk()) else {
            return self.console.say(&feedback);
        };
        let version = open.session.version();
        let (path, before) = self.saved.take().unzip();
        self.saved = Some((open.path.clone(), version));
        match before {
            Some(before) if before != version => {
                let done = if feedback.is_empty() { done(open) } else { feedback };
                self.console.say(&words::saved(&done))?;
            }
            _ => self.console.say(&feedback)?,
        }
        match path {
            Some(path) if path == open.path => Ok(()),
            _ => self.console.say(&words::in_file(&open.path)),
        }
    }
}

/// What the last change was about; an answer speaks for itself.
fn done(open: &Open<'_>) -> String {
    let text = |assessment: &_, edit: &_| change_text(open.session.catalogue(), assessment, edit);
    match open.session.last_change(text) {
        Some(what) if open.interview.last.as_ref() == Some(&what) => what,
        Some(what) => words::changed(&what),
        None => String::new(),
    }
}
