//! No command: the interface.

use std::path::Path;

use super::{Common, open};
use crate::tui;

/// Opens the interface: on a file at its next question, or on the list of assessments.
pub(super) fn run(common: &Common, file: Option<&Path>) -> anyhow::Result<()> {
    if let Some(file) = file {
        check_exists(file)?;
    }
    tui::run(&open::catalogue(common)?, file, common.theme)
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
