//! No command: the interface.

use std::path::Path;
use std::process::ExitCode;

use super::{Common, open};
use crate::{plain, tui};

/// Opens the interface: on a file at its next question, or on the list of assessments.
pub(super) fn run(common: &Common, file: Option<&Path>) -> anyhow::Result<ExitCode> {
    if let Some(file) = file {
        check_exists(file)?;
    }
    let catalogue = open::catalogue(common)?;
    // Such a terminal moves no cursor: the screens could not be drawn on it.
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    if common.plain || is_dumb {
        return plain::run(&catalogue, file);
    }
    tui::run(&catalogue, file, common.theme).map(|()| ExitCode::SUCCESS)
}

/// A file that is not there may be a command that was mistyped.
fn check_exists(file: &Path) -> anyhow::Result<()> {
    if file.try_exists().unwrap_or(true) {
        return Ok(());
    }
    let near = super::near_command(&file.to_string_lossy());
    let near = near.map(|near| format!(", and no such command either{near}")).unwrap_or_default();
    anyhow::bail!("{}: there is no such file{near}; `ospo-assess new` makes one", file.display())
}
