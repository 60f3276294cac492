//! `minutes`: what a workshop voted and decided, and why.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Common, message, open};
use crate::plan_file::{ExportError, Replace, export, page_html};
use crate::report::minutes;
use crate::team::anonymise;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::minutes::ABOUT, after_help = help::minutes::NOTES)]
pub(super) struct MinutesArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::minutes::ANONYMOUS, long)]
    anonymous: bool,
    #[arg(help = help::FORMAT, long, value_name = "FORMAT", default_value = "markdown")]
    format: MinutesFormat,
    #[arg(help = help::plan::OUTPUT, long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(help = help::minutes::FORCE, long, requires = "output")]
    force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MinutesFormat {
    Markdown,
    Html,
}

impl MinutesArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let mut assessment = open::read(&self.file, &catalogue)?;
        if self.anonymous {
            assessment = anonymise(&assessment);
        }
        let report = minutes(&catalogue, &assessment);
        let written = match self.format {
            MinutesFormat::Markdown => report.markdown(),
            MinutesFormat::Html => page_html(&report.title, &report.markdown()),
        };
        match &self.output {
            None => message::print(&written)?,
            Some(path) => {
                let replace = if self.force { Replace::Anything } else { Replace::Nothing };
                export(path, &written, replace, &self.file, &assessment).map_err(|error| match error {
                    ExportError::Exists(_) => anyhow::anyhow!(command_line::choose_another_or_force(error)),
                    error => error.into(),
                })?;
                message::say(&command_line::wrote(path));
            }
        }
        if self.anonymous {
            message::say(command_line::NAMES_IN_TEXTS);
        }
        Ok(())
    }
}
