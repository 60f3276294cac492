//! Events from the terminal and the system, as one stream.
//!
//! The terminal is read by a thread, and only when it is asked to: while the user's own editor or the
//! shell has the terminal, nobody else takes its keys. Nothing here wakes up without an event.
//!
//! - `pieces`: what is sent, cut into whole pieces; `decode`: the keys, clicks and pastes in them; `reader`:
//!   both, with the moments at which it came
//! - `console`: the same of what a console of Windows sends

#[cfg(any(not(unix), test))]
mod console;
#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod pieces;
#[cfg(unix)]
mod reader;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::Duration;
#[cfg(unix)]
use std::time::Instant;

use crossterm::event::Event as Input;

#[cfg(unix)]
use super::ready::{For, ready};
use crate::text::ascii;

/// Bytes (elsewhere than on Unix: events) read at a time, about: a flood of keys is drawn once, not once
/// a key.
const BATCH: usize = 16 * 1024;

/// How long is waited for what comes together: no hand is as fast.
const TOGETHER: Duration = Duration::from_millis(2);

/// The characters that come at once, at least, where no hand typed them: a paste without its
/// marks, or the rest of a reply.
const BURST: usize = 3;

/// Whether nobody typed characters that came at once. A letter that is held comes in bursts where the line is
/// slow.
fn is_pasted(typed: &str) -> bool {
    let first = typed.chars().next();
    let held = typed.chars().all(|c| Some(c) == first && !ascii(c).is_ascii_digit());
    !held && typed.chars().count() >= BURST
}

/// The bytes that one key has, at most, but for rare ones. Behind them is taken what is there: to wait for more
/// after each key would double the time until its frame.
#[cfg(unix)]
const ONE_KEY: usize = 8;

/// Something that happened outside the interface.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "Windows tells nothing by signals"))]
pub(crate) enum Event {
    /// The terminal sent this; ask for more.
    Input(Vec<Input>),
    /// The terminal has another size: so many columns and rows.
    Resized(u16, u16),
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
///
/// # Errors
/// The system has no thread to give.
pub(crate) fn start(events: Sender<Event>) -> std::io::Result<Asking> {
    let (ask, asked) = channel();
    watch_signals(events.clone())?;
    watch_terminal(events.clone())?;
    Builder::new().spawn(move || read(&asked, &events))?;
    Ok(Asking(ask))
}

fn read(asked: &Receiver<()>, events: &Sender<Event>) {
    let mut terminal = Terminal::default();
    while asked.recv().is_ok() {
        let event = match terminal.batch() {
            Ok(batch) => Event::Input(batch),
            Err(_) => Event::HungUp,
        };
        let over = matches!(event, Event::HungUp);
        if events.send(event).is_err() || over {
            return;
        }
    }
}

/// The terminal, read byte by byte. crossterm takes replies to other programs for keys, and half of a
/// sequence for the beginning of the next.
#[cfg(unix)]
struct Terminal {
    reader: reader::Reader,
}

#[cfg(unix)]
impl Default for Terminal {
    fn default() -> Terminal {
        Terminal { reader: reader::Reader::new(Instant::now()) }
    }
}

#[cfg(unix)]
impl Terminal {
    /// Waits for an event, and takes what came with it.
    fn batch(&mut self) -> std::io::Result<Vec<Input>> {
        loop {
            let left = self.reader.deadline().map(|end| end.saturating_duration_since(Instant::now()));
            let mut bytes = Vec::new();
            if !more(left, &mut bytes)? {
                let events = self.reader.give_up();
                if events.is_empty() {
                    continue;
                }
                return Ok(events);
            }
            let wait = |bytes: &Vec<u8>| Some(if bytes.len() > ONE_KEY { TOGETHER } else { Duration::ZERO });
            while bytes.len() < BATCH && more(wait(&bytes), &mut bytes)? {}
            let events = self.reader.take(&bytes, Instant::now());
            if !events.is_empty() {
                return Ok(events);
            }
        }
    }
}

/// Reads what the terminal sends within this time; `false` if that is nothing.
#[cfg(unix)]
fn more(within: Option<Duration>, bytes: &mut Vec<u8>) -> std::io::Result<bool> {
    use rustix::io::Errno;
    let terminal = std::io::stdin();
    if !ready(&terminal, For::Input, within)? {
        return Ok(false);
    }
    let mut buffer = [0; 4096];
    match rustix::io::read(&terminal, &mut buffer) {
        Ok(0) => Err(std::io::ErrorKind::UnexpectedEof.into()),
        Ok(read) => {
            bytes.extend_from_slice(&buffer[..read]);
            Ok(true)
        }
        Err(Errno::INTR | Errno::AGAIN) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// The terminal as crossterm reads it.
#[cfg(not(unix))]
#[derive(Default)]
struct Terminal {}

#[cfg(not(unix))]
impl Terminal {
    /// Waits for an event, and takes what came with it.
    fn batch(&mut self) -> std::io::Result<Vec<Input>> {
        use crossterm::event::{poll, read};
        let mut batch = vec![read()?];
        while batch.len() < BATCH && poll(TOGETHER)? {
            batch.push(read()?);
        }
        Ok(console::events(batch))
    }
}

/// Waits until the terminal is gone: also while nothing is read.
#[cfg(unix)]
fn watch_terminal(events: Sender<Event>) -> std::io::Result<()> {
    Builder::new().spawn(move || {
        if ready(&std::io::stdin(), For::HangUp, None).is_ok() {
            let _ = events.send(Event::HungUp);
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_terminal(_: Sender<Event>) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn watch_signals(events: Sender<Event>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(all)?;
    Builder::new().spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continued,
                SIGINT | SIGQUIT => Event::Interrupt,
                SIGWINCH => match crossterm::terminal::size() {
                    Ok((columns, rows)) => Event::Resized(columns, rows),
                    Err(_) => continue,
                },
                _ => {
                    super::terminal::expect_the_end();
                    Event::Terminate
                }
            };
            if events.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals(_: Sender<Event>) -> std::io::Result<()> {
    Ok(())
}

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
