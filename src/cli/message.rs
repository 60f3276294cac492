//! What goes to the user: results to standard output, messages to standard error, each cleaned, since
//! both may repeat what a stranger wrote.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::Context;

use crate::text::{clean, clean_lines};
use crate::words::command_line;

/// Writes a result to standard output. Where nobody reads it any more (`| head`), that is no error.
///
/// # Errors
/// Standard output cannot be written to, for instance because a disk is full.
pub(super) fn print(result: &str) -> anyhow::Result<()> {
    match write(result) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context(command_line::NO_OUTPUT),
    }
}

/// Writes to standard output what somebody has to have been told.
///
/// # Errors
/// It cannot be written to, or nobody reads it.
pub(super) fn tell(result: &str) -> anyhow::Result<()> {
    write(result).context(command_line::NO_OUTPUT)
}

fn write(result: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(result.as_bytes()).and_then(|()| out.flush())
}

/// Writes one line to standard error; nothing can be done when that fails.
pub(super) fn say(message: &str) {
    let _ = warn(message);
}

/// Writes one line to standard error.
///
/// # Errors
/// It cannot be written to.
pub(super) fn warn(message: &str) -> anyhow::Result<()> {
    Ok(writeln!(io::stderr(), "ospo-assess: {}", clean(message))?)
}

/// Writes lines to standard error as they are, but for what [`clean_lines`] takes out.
pub(super) fn say_lines(lines: &str) {
    let _ = writeln!(io::stderr(), "{}", clean_lines(lines));
}

/// Says what went wrong, and returns the exit status for it.
pub(super) fn failure(error: &anyhow::Error) -> ExitCode {
    match error.downcast_ref::<clap::Error>() {
        Some(help) if !help.use_stderr() => match help.print().and_then(|()| io::stdout().flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                say(&command_line::no_output(error));
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        },
        Some(usage) => {
            say_lines(usage.render().to_string().trim_end());
            ExitCode::from(2)
        }
        None => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}
