//! `score`: what the answers prove, and what they still allow: of one assessment, or a table of many.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Common, interface, message, open, portfolio, usage};
use crate::assessment::Assessment;
use crate::questionnaire::Catalogue;
use crate::report::plain::{score_plain, spoken};
use crate::report::{ScoreTable, TableFormat, score_json, score_text};

/// Say where the organisation stands
#[derive(Debug, Args)]
#[command(after_help = "\
Many files, or a folder with all files below it, give one table. A file that
cannot be read is named, the others are still there, and the exit status is 1.

Examples:
  ospo-assess score ospo.toml --explain
  ospo-assess score clients/ --format csv > clients.csv
  ospo-assess score clients/ --format json-lines > clients.jsonl")]
pub(super) struct ScoreArgs {
    /// The assessment; several, or a folder of them, for a table
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Say why: each gate with its numbers, and what is in the way
    #[arg(long)]
    explain: bool,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ScoreFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ScoreFormat {
    Text,
    Json,
    Csv,
    JsonLines,
}

impl ScoreArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        if self.explain && self.format != ScoreFormat::Text {
            return Err(usage(Some("score"), "--explain is for people; the other formats are for programs"));
        }
        let format = match self.format {
            ScoreFormat::Text => TableFormat::Text,
            ScoreFormat::Csv => TableFormat::Csv,
            ScoreFormat::Json | ScoreFormat::JsonLines => TableFormat::JsonLines,
        };
        let is_plain = interface::is_plain(common);
        let catalogue = open::catalogue(common)?;
        let one = match self.files.as_slice() {
            [file] if !file.is_dir() => Some(file),
            _ => None,
        };
        match (one, self.format) {
            (Some(file), ScoreFormat::Text | ScoreFormat::Json) => {
                let assessment = open::read(file, &catalogue)?;
                message::print(&match self.format {
                    ScoreFormat::Json => score_json(&catalogue, &assessment),
                    _ if self.explain && is_plain => score_plain(&catalogue, &assessment),
                    _ if is_plain => spoken(&score_text(&catalogue, &assessment, false)),
                    _ => score_text(&catalogue, &assessment, self.explain),
                })?;
                Ok(ExitCode::SUCCESS)
            }
            (None, ScoreFormat::Json) => {
                Err(usage(Some("score"), "json is for one assessment; use --format json-lines for several"))
            }
            (None, _) if self.explain => Err(usage(Some("score"), "--explain is for one assessment")),
            _ => self.table(ScoreTable(format), &catalogue),
        }
    }

    fn table(&self, table: ScoreTable, catalogue: &Catalogue) -> anyhow::Result<ExitCode> {
        let mut files = portfolio::files(&self.files)?;
        files.sort();
        files.dedup();
        message::print(&table.head())?;
        let rows = |assessment: Assessment, file: &str| table.rows(catalogue, file, &assessment);
        portfolio::for_each(&files, catalogue, rows, |_, rows| message::print(&rows))
    }
}
