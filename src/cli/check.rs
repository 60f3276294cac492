//! `check`: everything that is wrong with questionnaires.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Common, message, open};
use crate::check::{Severity, check_files};
use crate::words::{check, command_line, help};

#[derive(Debug, Args)]
#[command(about = help::check::ABOUT, after_help = help::check::NOTES)]
pub(super) struct CheckArgs {
    #[arg(help = help::check::FILES, required = true, value_name = "QUESTIONNAIRE.toml")]
    files: Vec<PathBuf>,
}

impl CheckArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        let problems = check_files(&open::catalogue_for_checking(common)?, &self.files);
        let told: Vec<String> = problems.iter().map(|problem| check::problem(problem) + "\n").collect();
        message::print(&told.join("\n"))?;
        message::say(&command_line::checked(&check::summary(&problems), self.files.len()));
        let failed = problems.iter().any(|problem| problem.severity() == Severity::Error);
        Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
