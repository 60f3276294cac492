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

/// Waits for this long, or as long as it takes; `false` if it did not come.
///
/// # Errors
/// The terminal is gone, or nothing that can be waited for.
pub(super) fn ready(terminal: &impl AsRawFd, what: For, within: Option<Duration>) -> io::Result<bool> {
    let events = match what {
        For::Input => POLLIN,
        For::Output => POLLOUT,
        For::HangUp => 0,
    };
    let mut waited = [pollfd { fd: terminal.as_raw_fd(), events, revents: 0 }];
    loop {
        match poll(&mut waited, within) {
            Ok(ready) => return Ok(ready > 0),
            Err(Error::Poll(error) | Error::Io(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(Error::Poll(error) | Error::Io(error)) => return Err(error),
            Err(error) => return Err(io::Error::other(error)),
        }
    }
}
