//! Questions that open by themselves, because the disk said something while somebody was typing. What
//! was typed for the screen below must not answer them, and they must not take a note away that is being
//! written.

use std::collections::VecDeque;

use crossterm::event::KeyModifiers;
use jiff::{SignedDuration, Timestamp};

use super::dialogs::{Dialog, Text};
use super::message::{Effect, Message, WriteProblem};
use super::{App, Notice};

/// A question takes no key before nothing was pressed for so long.
const MOMENT: SignedDuration = SignedDuration::from_secs(1);

/// What is said about a key before that.
const TOO_EARLY: &str = "This key did not count: please read the question first";

/// What is to be known about such questions.
#[derive(Debug, Default)]
pub(crate) struct Unasked {
    /// When one was opened, or a key was last passed over there.
    at: Timestamp,
    /// What asks something, and waits until the dialog that is open is closed.
    waiting: VecDeque<Message>,
}

impl Unasked {
    pub(crate) fn wait(&mut self, message: Message) {
        self.waiting.push_back(message);
    }

    /// Forgets what hindered a save: it went elsewhere.
    pub(crate) fn forget_failed_saves(&mut self) {
        self.waiting.retain(|message| !matches!(message, Message::SaveFailed(_)));
    }
}

impl App<'_> {
    /// Opens a question by itself.
    pub(crate) fn ask_by_itself(&mut self, dialog: Dialog) {
        self.unasked.at = self.now;
        self.dialog = Some(dialog);
    }

    /// The message, if its time has come; otherwise it waits, or (a key) does not count.
    pub(crate) fn admitted(&mut self, message: Message) -> Option<Message> {
        match &message {
            Message::Written(Err(WriteProblem::Exists(_) | WriteProblem::NotSynced(..)))
                if self.dialog.is_some() =>
            {
                self.unasked.wait(message);
                return None;
            }
            // Ctrl with a letter means the same everywhere.
            Message::Key(key) if key.modifiers.contains(KeyModifiers::CONTROL) => {}
            Message::Key(_) | Message::Mouse(_) if self.is_too_early() => {
                self.unasked.at = self.now;
                self.notice = Some(Notice::Info(TOO_EARLY.to_owned()));
                return None;
            }
            _ => {}
        }
        Some(message)
    }

    fn is_too_early(&self) -> bool {
        let asks = match &self.dialog {
            Some(Dialog::Choosing(choosing)) => choosing.asks_by_itself(),
            Some(Dialog::Writing(writing)) => {
                matches!(writing.purpose, Text::PlanPath(_)) && writing.problem.is_some()
            }
            _ => false,
        };
        asks && self.now.duration_since(self.unasked.at) < MOMENT
    }

    /// Adds what comes of those that waited.
    pub(crate) fn with_waiting(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        // Who opens a dialog stays: what is written there is not to be lost when the disk answers.
        if self.dialog.as_ref().is_some_and(Dialog::keeps_here) {
            self.leaving = None;
        }
        while self.dialog.is_none()
            && let Some(message) = self.unasked.waiting.pop_front()
        {
            effects.extend(self.take(message));
        }
        effects
    }
}
