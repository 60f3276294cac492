//! The application line by line, for screen readers, dumb terminals and pipes: sentences and numbered
//! choices out, one line in at a time. It names no terminal: no colour, no cursor, no escape sequence.
//!
//! - `console`: reading and writing lines
//! - `commands`: what a line asks for; the letters are those of the table of keys
//! - `shell`: the loop: a line becomes messages, what came of them is told
//! - `lines`: what a line does on a screen, and as the answer to a dialog
//! - `page`: what there is to say, screen by screen, and of a dialog
//! - `help`: what `?` says
//!
//! What happens stands in `app`, what is said in `words`.

mod commands;
mod console;
mod help;
mod lines;
mod page;
mod shell;

use std::path::Path;

use anyhow::Context;

use self::console::Exit;
use self::shell::Shell;
use crate::app::{App, Effect, Feedback, Message};
use crate::listen::Door;
use crate::words::{spoken as words, terminal};

/// Runs the application line by line until the user leaves or the input ends: at the next question of the
/// assessment in `start`, or at the list of assessments. Devices come in at the door, where there is one.
/// Returns it as it was left.
///
/// # Errors
/// The assessment in `start` cannot be opened, something could not be saved, or standard input or output
/// fails.
pub fn run<'a>(app: App<'a>, start: Option<&Path>, door: Option<Door>) -> anyhow::Result<App<'a>> {
    let mut shell = Shell::new(app.by_lines(), door)?;
    shell.begin(start.map_or(Effect::List, |path| Effect::Open(path.to_owned())));
    if let (Some(_), Some(Feedback::Problem(problem)), None) = (start, &shell.app.feedback, shell.app.open())
    {
        anyhow::bail!(problem.clone());
    }
    let ended = shell.run();
    if !shell.is_over {
        // Nobody answers any more: what was answered and what was being written is not lost.
        if !shell.lines.is_empty() {
            let _ = shell.console.say(words::KEPT);
        }
        shell.send(Message::Terminate);
    }
    shell.finish()?;
    match ended {
        Err(Exit::Failed(error)) if !shell.console.is_gone(&error) => {
            Err(error).context(terminal::NO_STREAMS)
        }
        _ => Ok(shell.app),
    }
}
