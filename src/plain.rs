//! The interface line by line, for screen readers, dumb terminals and pipes: sentences and numbered
//! options out, one line in at a time. It names no terminal: no colour, no cursor, no escape sequence.
//!
//! - `console`: reading and writing lines
//! - `commands`: what a line asks for; the letters are those of the table of keys
//! - `home`, `later`: the list of assessments; the next one, and comparing two
//! - `sitting`: an open assessment: where one is in it, and what every place has in common
//! - `list`: the questions of a questionnaire, and who is needed
//! - `question`, `results`, `target`, `plan`, `action`: the places
//! - `choices`: what is asked at any place: a question to find, the questionnaires, the plan's file
//! - `file`, `saving`: the open file; every change is on disk before the next question
//! - `words`, `help`, `aims`: everything that it says (`aims` of targets and plans)
//!
//! What both front ends decide stands below them, in `interview`, `plan` and `report`.

mod action;
mod aims;
mod choices;
mod commands;
mod console;
mod file;
mod help;
mod home;
mod later;
mod list;
mod plan;
mod question;
mod results;
mod saving;
mod sitting;
mod target;
mod words;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;

use self::console::{Console, Exit};
use self::home::Home;
use crate::files::{Folders, HOME_VARIABLE, Library};
use crate::questionnaire::Catalogue;

/// Runs the interface line by line until the user leaves or the input ends: at the next question of
/// the assessment in `start`, or at the list of assessments. Returns the exit status: a failure where
/// something could not be saved before the input ended.
///
/// # Errors
/// The assessment in `start` cannot be opened, or standard input or output fails.
pub fn run(catalogue: &Catalogue, start: Option<&Path>) -> anyhow::Result<ExitCode> {
    let folders = Folders::of_user()
        .with_context(|| format!("this system names no home directory; set {HOME_VARIABLE} to a folder"))?;
    let mut home = Home::new(catalogue, Library::new(folders), Console::new());
    let stop = match start {
        Some(path) => home.start(path).map_err(|problem| anyhow::anyhow!(problem))?,
        None => home.run(),
    };
    match home.finish(stop) {
        Exit::Unsaved => Ok(ExitCode::FAILURE),
        Exit::Failed(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot read standard input, or write standard output")
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}
