//! What a front end and the command line ask about a workshop.

use super::{App, FileState, Tab};

impl<'a> App<'a> {
    /// The same with the options that are named where it is said how the workshop goes on.
    #[must_use]
    pub fn with_options(self, options: String) -> App<'a> {
        App { options, ..self }
    }

    /// Whether a workshop is shown.
    pub fn is_in_workshop(&self) -> bool {
        self.open().is_some_and(|open| open.tab == Tab::Workshop)
    }

    /// Whether a clock is shown that runs: then the application wants a [`Message::Tick`](super::Message::Tick)
    /// every second.
    pub fn has_running_clock(&self) -> bool {
        let workshop = self.open().filter(|open| open.tab == Tab::Workshop);
        workshop
            .and_then(|open| open.workshop.as_ref())
            .is_some_and(|state| state.workshop.clock.is_running())
    }

    /// How many questions the workshop has left, those that nobody answered too; `None` where none is
    /// open, or where something of it is not saved.
    pub fn left_to_decide(&self) -> Option<usize> {
        let open = self.open().filter(|open| open.file == FileState::Saved)?;
        let (workshop, session) = (&open.workshop.as_ref()?.workshop, &open.session);
        let (left, others) = (workshop.agenda(session).len(), workshop.not_picked(session).len());
        Some(left + others + workshop.unanswered(session).len())
    }
}
