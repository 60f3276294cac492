//! No command: the interface.

use std::path::Path;

use super::names::did_you_mean;
use super::{Cli, Common, open};
use crate::tui;
use clap::CommandFactory;

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
    let cli = Cli::command();
    let commands = cli.get_subcommands().map(|command| command.get_name());
    let near = did_you_mean(&file.to_string_lossy(), commands);
    let near = if near.is_empty() { near } else { format!(", and no such command either{near}") };
    anyhow::bail!("{}: there is no such file{near}; `ospo-assess new` makes one", file.display())
}
