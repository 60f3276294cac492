//! No command: the interface.

use std::path::Path;

use super::{Common, open};
use crate::app::App;
use crate::listen::Door;
use crate::words::command_line;
use crate::{plain, tui};

/// Opens the interface: on a file at its next question, or on the list of assessments.
pub(super) fn run(common: &Common, file: Option<&Path>) -> anyhow::Result<()> {
    if let Some(file) = file {
        check_exists(file)?;
    }
    show(common, App::new(open::catalogue(common)?), file, None).map(drop)
}

/// Runs the application on the screen or line by line, with a door for devices or none, and returns it as it
/// was left.
pub(super) fn show(
    common: &Common,
    app: App<'static>,
    file: Option<&Path>,
    door: Option<Door>,
) -> anyhow::Result<App<'static>> {
    if is_plain(common) { plain::run(app, file, door) } else { tui::run(app, file, door, common.theme) }
}

/// Whether everything goes line by line: a dumb terminal moves no cursor, and nothing could be drawn on it.
pub(super) fn is_plain(common: &Common) -> bool {
    common.plain || std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// A file that is not there may be a command that was mistyped.
pub(super) fn check_exists(file: &Path) -> anyhow::Result<()> {
    if file.try_exists().unwrap_or(true) {
        return Ok(());
    }
    let near = super::near_commands(&file.to_string_lossy());
    anyhow::bail!(command_line::no_file(file, &near))
}
