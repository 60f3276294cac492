//! `minutes`: what a workshop voted and decided, and why.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Common, message, open};
use crate::plan_file::{ExportError, MinutesFormat, Replace, export};
use crate::team::anonymise;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::minutes::ABOUT, after_help = help::minutes::NOTES)]
pub(super) struct MinutesArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::minutes::ANONYMOUS, long)]
    anonymous: bool,
    #[arg(help = help::FORMAT, long, value_name = "FORMAT", default_value = MinutesFormat::Markdown.id())]
    #[arg(value_parser = format())]
    format: MinutesFormat,
    #[arg(help = help::plan::OUTPUT, long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(help = help::minutes::FORCE, long, requires = "output")]
    force: bool,
}

fn format() -> impl TypedValueParser<Value = MinutesFormat> {
    let words = PossibleValuesParser::new(MinutesFormat::ALL.iter().map(|format| format.id()));
    words.map(|word| word.parse().unwrap_or(MinutesFormat::Markdown))
}

impl MinutesArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let mut assessment = open::read(&self.file, catalogue)?;
        if self.anonymous {
            assessment = anonymise(&assessment);
        }
        let written = self.format.minutes_of(catalogue, &assessment);
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
