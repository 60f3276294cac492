//! Events from the terminal and the system, as one stream.
//!
//! The terminal is read only while the next event is waited for: while the user's own editor or the shell has the
//! terminal, nobody else takes its keys. Nothing here wakes up without an event.
//!
//! - `polled`: waits for the terminal and for other threads at once, and reads the terminal byte by byte; `pieces`: what is
//!   sent, cut into whole pieces; `decode`: the keys, clicks and pastes in them; `reader`: both, with the moments
//!   at which it came
//! - `threaded`: the same on Windows, whose console a thread has to wait for; `console`: the keys of what it sends

#[cfg(any(not(unix), test))]
mod console;
#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod pieces;
#[cfg(unix)]
mod polled;
#[cfg(unix)]
mod reader;
#[cfg(not(unix))]
mod threaded;

use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::Event as Input;

#[cfg(unix)]
pub(crate) use self::polled::Polled as Events;
#[cfg(not(unix))]
pub(crate) use self::threaded::Threaded as Events;
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

/// Something that happened outside the interface.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "Windows tells nothing by signals"))]
pub(crate) enum Event {
    /// The terminal sent this.
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

/// Tells the loop what happened, from any thread.
#[derive(Clone)]
pub(crate) struct Teller {
    sender: Sender<Event>,
    /// Who waits for the terminal too hears of it here.
    #[cfg(unix)]
    wake: std::sync::Arc<std::io::PipeWriter>,
}

impl Teller {
    pub(crate) fn tell(&self, event: Event) {
        // Nobody listens when the program has just ended.
        let _ = self.sender.send(event);
        // Where it is full, somebody is to wake up already.
        #[cfg(unix)]
        let _ = std::io::Write::write(&mut &*self.wake, &[0]);
    }
}

#[cfg(unix)]
fn watch_signals(teller: Teller) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(all)?;
    std::thread::Builder::new().spawn(move || {
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
            teller.tell(event);
        }
    })?;
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
