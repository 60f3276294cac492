//! One thread waits for the terminal and for what others tell: a key is handed to nobody before it is drawn.
//!
//! What is typed while nothing can be drawn is read at once, and counts as come at once.
//!
//! The terminal is read byte by byte. crossterm takes replies to other programs for keys, and half of a sequence for
//! the beginning of the next.

use std::io::{self, ErrorKind, PipeReader, Read};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;
use rustix::fs::{OFlags, fcntl_setfl};
use rustix::io::Errno;

use super::reader::Reader;
use super::{BATCH, Event, TOGETHER, Teller, watch_signals};
use crate::tui::ready::{For, ready};

/// The bytes that one key has, at most, but for rare ones. Behind them is taken what is there: to wait for more
/// after each key would double the time until its frame.
const ONE_KEY: usize = 8;

/// Everything that happens, one event after the other.
pub(crate) struct Polled {
    told: Receiver<Event>,
    teller: Teller,
    /// Can be read where something may have been told since.
    woken: PipeReader,
    reader: Reader,
    /// The terminal is gone, and that was said.
    is_gone: bool,
}

impl Polled {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system has no thread or no pipe to give.
    pub(crate) fn start() -> io::Result<Polled> {
        let (sender, told) = channel();
        let (woken, wake) = io::pipe()?;
        fcntl_setfl(&woken, OFlags::NONBLOCK)?;
        fcntl_setfl(&wake, OFlags::NONBLOCK)?;
        let teller = Teller { sender, wake: Arc::new(wake) };
        watch_signals(teller.clone())?;
        Ok(Polled { told, teller, woken, reader: Reader::new(Instant::now()), is_gone: false })
    }

    /// Whom other threads tell.
    pub(crate) fn teller(&self) -> Teller {
        self.teller.clone()
    }

    /// What other threads have told, if anything is left of it.
    pub(crate) fn told(&mut self) -> Option<Event> {
        self.told.try_recv().ok()
    }

    /// The next event; `None` if there is none until then.
    pub(crate) fn next(&mut self, until: Option<Instant>) -> Option<Event> {
        self.event(For::Input, until)
    }

    /// The same while somebody else has the terminal, which is not read.
    pub(crate) fn while_lent(&mut self, until: Option<Instant>) -> Option<Event> {
        self.event(For::HangUp, until)
    }

    fn event(&mut self, what: For, until: Option<Instant>) -> Option<Event> {
        loop {
            let end = [until, self.reader.deadline()].into_iter().flatten().min();
            match self.wait(what, end) {
                Some(event) => return Some(event),
                None if until.is_some_and(|until| until <= Instant::now()) => return None,
                None => {}
            }
        }
    }

    /// Waits once; `None` if nothing came of it.
    fn wait(&mut self, what: For, end: Option<Instant>) -> Option<Event> {
        if let Some(event) = self.told() {
            return Some(event);
        }
        let within = end.map(|end| end.saturating_duration_since(Instant::now()));
        if self.is_gone {
            return match within {
                Some(within) => self.told.recv_timeout(within).ok(),
                None => self.told.recv().ok(),
            };
        }
        match ready([(&io::stdin(), what), (&self.woken, For::Input)], within) {
            Ok([_, true]) => {
                let _ = self.woken.read(&mut [0; 64]);
                self.told()
            }
            Ok([true, _]) => match what {
                For::Input => self.read().unwrap_or_else(|_| self.gone()),
                _ => self.gone(),
            },
            Ok(_) => {
                let is_late = self.reader.deadline().is_some_and(|end| end <= Instant::now());
                is_late.then(|| self.reader.give_up()).and_then(input)
            }
            Err(_) => self.gone(),
        }
    }

    fn gone(&mut self) -> Option<Event> {
        self.is_gone = true;
        Some(Event::HungUp)
    }

    /// What the terminal has sent, with what comes together with it.
    fn read(&mut self) -> io::Result<Option<Event>> {
        let mut bytes = Vec::new();
        take(&mut bytes)?;
        let wait = |bytes: &Vec<u8>| if bytes.len() > ONE_KEY { TOGETHER } else { Duration::ZERO };
        while bytes.len() < BATCH && ready([(&io::stdin(), For::Input)], Some(wait(&bytes)))? == [true] {
            take(&mut bytes)?;
        }
        Ok(input(self.reader.take(&bytes, Instant::now())))
    }
}

fn input(inputs: Vec<Input>) -> Option<Event> {
    (!inputs.is_empty()).then_some(Event::Input(inputs))
}

/// Takes what the terminal has.
fn take(bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut buffer = [0; 4096];
    match rustix::io::read(io::stdin(), &mut buffer) {
        Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
        Ok(read) => {
            bytes.extend_from_slice(&buffer[..read]);
            Ok(())
        }
        Err(Errno::INTR | Errno::AGAIN) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
