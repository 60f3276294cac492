//! A console of Windows cannot be waited for beside what other threads tell: a thread of its own reads it, when it is
//! asked to.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::Instant;

use crossterm::event::{Event as Input, poll, read};

use super::{BATCH, Event, TOGETHER, Teller, console};

/// Everything that happens, one event after the other.
pub(crate) struct Threaded {
    told: Receiver<Event>,
    teller: Teller,
    ask: Sender<()>,
    /// The thread was asked, and has not answered yet.
    is_asked: bool,
}

impl Threaded {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub(crate) fn start() -> io::Result<Threaded> {
        let ((sender, told), (ask, asked)) = (channel(), channel());
        let teller = Teller { sender };
        let answer = teller.clone();
        Builder::new().spawn(move || answer_all(&asked, &answer))?;
        Ok(Threaded { told, teller, ask, is_asked: false })
    }

    /// Whom other threads tell.
    pub(crate) fn teller(&self) -> Teller {
        self.teller.clone()
    }

    /// What other threads have told, if anything is left of it.
    pub(crate) fn told(&mut self) -> Option<Event> {
        let event = self.told.try_recv().ok();
        self.heard(event)
    }

    /// The next event; `None` if there is none until then.
    pub(crate) fn next(&mut self, until: Option<Instant>) -> Option<Event> {
        if !self.is_asked {
            // When the thread is gone it has said so with `HungUp`.
            self.is_asked = self.ask.send(()).is_ok();
        }
        self.while_lent(until)
    }

    /// The same while somebody else has the terminal, which is not read.
    pub(crate) fn while_lent(&mut self, until: Option<Instant>) -> Option<Event> {
        let event = match until {
            Some(until) => self.told.recv_timeout(until.saturating_duration_since(Instant::now())).ok(),
            None => self.told.recv().ok(),
        };
        self.heard(event)
    }

    /// What the thread answers is no longer asked for.
    fn heard(&mut self, event: Option<Event>) -> Option<Event> {
        self.is_asked &= !matches!(event, Some(Event::Input(_)));
        event
    }
}

fn answer_all(asked: &Receiver<()>, teller: &Teller) {
    while asked.recv().is_ok() {
        let event = batch().map_or(Event::HungUp, Event::Input);
        let over = matches!(event, Event::HungUp);
        teller.tell(event);
        if over {
            return;
        }
    }
}

/// Waits for an event, and takes what came with it.
fn batch() -> io::Result<Vec<Input>> {
    let mut batch = vec![read()?];
    while batch.len() < BATCH && poll(TOGETHER)? {
        batch.push(read()?);
    }
    Ok(console::events(batch))
}
