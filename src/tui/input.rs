//! Events from the terminal and the system, as one stream.
//!
//! The terminal is read by a thread, and only when it is asked to: while the user's own editor or the
//! shell has the terminal, nobody else takes its keys. Nothing here wakes up without an event.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as Input};

/// Events read at a time, at most: a flood of keys is drawn once, not once a key.
const BATCH: usize = 1024;

/// How long is waited for what comes together. Not at all would find nothing: crossterm looks only while
/// there is time left.
const TOGETHER: Duration = Duration::from_millis(1);

/// Something that happened outside the interface.
#[derive(Debug)]
pub(crate) enum Event {
    /// The terminal sent this; ask for more.
    Input(Vec<Input>),
    /// The terminal is gone.
    HungUp,
    /// Work that was done in the background reports.
    Message(crate::app::Message),
    /// The system wants the program to end.
    Terminate,
    /// The same by a key of the terminal, which everybody in it gets: the user's own editor too.
    Interrupt,
    /// The user's own editor was left.
    EditorLeft(std::io::Result<std::process::ExitStatus>),
    /// A thread of this program ended by a fault, which was told.
    Panicked,
    /// The system wants the program to stop until it is continued.
    Stop,
    /// The program was continued after something else had the terminal.
    Continued,
}

pub(crate) struct Asking(Sender<()>);

impl Asking {
    /// Asks for the next events; they come as one [`Event::Input`].
    pub(crate) fn more(&self) {
        // When the thread is gone it has said so with `HungUp`.
        let _ = self.0.send(());
    }
}

/// Starts reading; the first events are to be asked for.
pub(crate) fn start(events: Sender<Event>) -> Asking {
    let (ask, asked) = channel();
    watch_signals(events.clone());
    watch_terminal(events.clone());
    thread::spawn(move || read(&asked, &events));
    Asking(ask)
}

fn read(asked: &Receiver<()>, events: &Sender<Event>) {
    while asked.recv().is_ok() {
        let event = match batch() {
            Ok(batch) => Event::Input(batch),
            Err(_) => Event::HungUp,
        };
        let over = matches!(event, Event::HungUp);
        if events.send(event).is_err() || over {
            return;
        }
    }
}

/// Waits for an event, and takes what came with it.
fn batch() -> std::io::Result<Vec<Input>> {
    let mut batch = vec![event::read()?];
    while batch.len() < BATCH && event::poll(TOGETHER)? {
        batch.push(event::read()?);
    }
    Ok(batch)
}

/// Waits until the terminal is gone. Reading would not tell: crossterm takes the end of its input for
/// a pause, and asks again without end.
#[cfg(unix)]
fn watch_terminal(events: Sender<Event>) {
    use rustix::event::{PollFd, PollFlags, poll};
    thread::spawn(move || {
        let terminal = std::io::stdin();
        // Nothing is waited for but what is always told: a hang-up or an error.
        let gone = loop {
            match poll(&mut [PollFd::new(&terminal, PollFlags::empty())], None) {
                Err(rustix::io::Errno::INTR) => {}
                result => break result.is_ok(),
            }
        };
        if gone {
            let _ = events.send(Event::HungUp);
        }
    });
}

#[cfg(not(unix))]
fn watch_terminal(_: Sender<Event>) {}

#[cfg(unix)]
fn watch_signals(events: Sender<Event>) {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
    let Ok(mut signals) = signal_hook::iterator::Signals::new(all) else { return };
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continued,
                SIGINT | SIGQUIT => Event::Interrupt,
                _ => {
                    super::terminal::expect_the_end();
                    Event::Terminate
                }
            };
            if events.send(event).is_err() {
                return;
            }
        }
    });
}

#[cfg(not(unix))]
fn watch_signals(_: Sender<Event>) {}

/// Stops the program until the shell continues it; to be called where there is one that can.
pub(crate) fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

/// Whether somebody could continue the program: a shell that starts each command as a process group of
/// its own, in the session where it is itself. A terminal that was opened for this program alone has none.
#[cfg(unix)]
pub(crate) fn can_be_continued() -> bool {
    use rustix::process::{getpgrp, getppid, getsid};
    let (Ok(session), Some(parent)) = (getsid(None), getppid()) else { return false };
    session != getpgrp() && getsid(Some(parent)) == Ok(session)
}

#[cfg(not(unix))]
pub(crate) fn can_be_continued() -> bool {
    false
}
