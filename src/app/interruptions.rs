//! Questions that open by themselves, because the disk said something while somebody was typing. What
//! was typed for the screen below must not answer them, and they must not take a note away that is being
//! written.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use super::dialogs::{Body, Cause, Dialog};
use super::keys::{self, Command};
use super::{App, Effect, Feedback, Message, WriteProblem};
use crate::words::app as words;
use crate::words::saving::DISK_IS_SLOW;

/// A question takes no key before nothing was pressed for so long.
const MOMENT: SignedDuration = SignedDuration::from_secs(1);

#[derive(Debug, Default)]
pub(super) struct Interruptions {
    /// When one was opened, or a key was last passed over there.
    at: Timestamp,
    /// What asks something, and waits until the dialog that is open is closed.
    waiting: VecDeque<Message>,
    /// Nothing is typed for the screen below: a line is begun when everything is told.
    by_lines: bool,
}

impl Interruptions {
    /// Keeps what asks something until its time has come.
    pub(super) fn wait(&mut self, message: Message) {
        self.waiting.push_back(message);
    }

    /// Forgets what hindered a save: it went elsewhere.
    pub(super) fn forget_failed_saves(&mut self) {
        self.waiting.retain(|message| !matches!(message, Message::SaveFailed(_)));
    }
}

impl App<'_> {
    /// The same for a front end that reads line by line, and waits for the disk after each: what is
    /// asked by itself may be answered at once, and a save that fails is asked about at once.
    #[must_use]
    pub fn by_lines(mut self) -> Self {
        self.interruptions.by_lines = true;
        self
    }

    pub(super) fn is_by_lines(&self) -> bool {
        self.interruptions.by_lines
    }

    pub(super) fn ask_by_itself(&mut self, mut dialog: Dialog) {
        if dialog.cause == Cause::Wanted {
            dialog.cause = Cause::Itself;
        }
        self.interruptions.at = self.now.at;
        self.dialog = Some(dialog);
    }

    /// The message, if its time has come; otherwise it waits, or (a key) does not count.
    pub(super) fn admit(&mut self, message: Message) -> Option<Message> {
        match &message {
            Message::Written(Err(WriteProblem::Exists(_) | WriteProblem::NotSynced(..)))
                if self.dialog.is_some() =>
            {
                self.interruptions.wait(message);
                return None;
            }
            Message::Written(Ok(written)) if self.dialog.is_some() && !written.refused.is_empty() => {
                self.interruptions.wait(message);
                return None;
            }
            _ if self.waits_for_disk > 0 && !self.may_count(&message) => {
                self.feedback = Some(Feedback::Info(DISK_IS_SLOW.to_owned()));
                return None;
            }
            // Ctrl with a letter means the same everywhere.
            Message::Key(key) if key.0.starts_with("Ctrl+") => {}
            Message::Key(_) | Message::Command(_) | Message::Select(_) | Message::Typed(_)
                if self.is_too_early() =>
            {
                self.interruptions.at = self.now.at;
                self.feedback = Some(Feedback::Info(words::TOO_EARLY.to_owned()));
                return None;
            }
            _ => {}
        }
        Some(message)
    }

    /// Whether a message counts while the disk is at work: of what is pressed only that which leads out.
    fn may_count(&self, message: &Message) -> bool {
        let harmless = |dialog: &Dialog| dialog.leads_out || matches!(dialog.body, Body::Page(_));
        let leads_out = self.dialog.as_ref().is_some_and(harmless);
        let goes =
            |command| matches!(command, Command::Quit | Command::Suspend | Command::Help | Command::Mouse);
        match message {
            Message::Key(key) => leads_out || keys::command(self.context(), key).is_some_and(goes),
            Message::Command(command) => leads_out || goes(*command),
            Message::Select(_) | Message::Moved(_) | Message::Typed(_) | Message::Pasted => leads_out,
            _ => true,
        }
    }

    fn is_too_early(&self) -> bool {
        let asks = self.dialog.as_ref().is_some_and(|dialog| dialog.cause != Cause::Wanted);
        asks && !self.is_by_lines() && self.now.at.duration_since(self.interruptions.at) < MOMENT
    }

    /// Adds what comes of those that waited.
    pub(super) fn with_waiting(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        // Who opens a dialog stays: what is written there is not to be lost when the disk answers.
        if self.dialog.as_ref().is_some_and(|dialog| !dialog.leads_out) {
            self.leaving = None;
        }
        while self.dialog.is_none()
            && let Some(message) = self.interruptions.waiting.pop_front()
        {
            effects.extend(self.take(message));
        }
        effects
    }

    /// Keeps a note that is being written, as far as it is.
    pub(super) fn keep_written(&mut self) -> Vec<Effect> {
        match &self.dialog {
            Some(Dialog { body: Body::Field(field), .. }) if field.is_note => self.answer(),
            _ => Vec::new(),
        }
    }
}
