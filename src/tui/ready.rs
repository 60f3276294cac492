//! Waiting for the terminal. `poll` knows no terminals on macOS, which `filedescriptor` makes up for by
//! `select`: there a hang-up is told by its signal, and to whoever reads.

use std::io;
use std::os::fd::AsRawFd;
use std::time::Duration;

use filedescriptor::{Error, POLLIN, POLLOUT, poll, pollfd};

/// What is waited for.
#[derive(Debug, Clone, Copy)]
pub(super) enum For {
    Input,
    Output,
    /// Nothing but what is always told: a hang-up or an error.
    HangUp,
}

/// Waits for one of these for this long, or as long as it takes; says which of them came.
///
/// # Errors
/// The terminal is gone, or nothing that can be waited for.
pub(super) fn ready<const N: usize>(
    waited: [(&dyn AsRawFd, For); N],
    within: Option<Duration>,
) -> io::Result<[bool; N]> {
    let mut waited = waited.map(|(file, what)| {
        let events = match what {
            For::Input => POLLIN,
            For::Output => POLLOUT,
            For::HangUp => 0,
        };
        pollfd { fd: file.as_raw_fd(), events, revents: 0 }
    });
    // It counts in whole milliseconds: one that is not over would be waited for again and again.
    let within = within.map(|within| Duration::from_micros(1000 * within.as_micros().div_ceil(1000) as u64));
    loop {
        match poll(&mut waited, within) {
            Ok(_) => return Ok(waited.map(|waited| waited.revents != 0)),
            Err(Error::Poll(error) | Error::Io(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(Error::Poll(error) | Error::Io(error)) => return Err(error),
            Err(error) => return Err(io::Error::other(error)),
        }
    }
}
