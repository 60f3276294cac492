//! `check`: everything that is wrong with questionnaires.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Common, message, open};
use crate::check::{Severity, check_files, summary};
use crate::words::count;

/// Check questionnaires of your own
#[derive(Debug, Args)]
#[command(after_help = "\
Every problem is told with its place and what to do. The exit status is 1 when there are errors; \
warnings do not matter to it.

Example:
  ospo-assess check questionnaires/hospital.toml")]
pub(super) struct CheckArgs {
    /// The files
    #[arg(required = true, value_name = "QUESTIONNAIRE.toml")]
    files: Vec<PathBuf>,
}

impl CheckArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        let problems = check_files(&open::catalogue_for_checking(common)?, &self.files);
        let told: Vec<String> = problems.iter().map(|problem| format!("{problem}\n")).collect();
        message::print(&told.join("\n"))?;
        message::say(&format!("{} in {}", summary(&problems), count(self.files.len(), "file")));
        let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
        Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
