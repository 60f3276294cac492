//! `score`: what the answers prove, and what they still allow: of one assessment, or a table of many.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::arguments::BYTE_ORDER_MARK;
use super::{Common, interface, message, open, portfolio, usage};
use crate::assessment::Assessment;
use crate::plan_file::score_html;
use crate::questionnaire::Catalogue;
use crate::report::{
    Medium, ScoreTable, TableFormat, WideTable, answers_csv, answers_head, score_json, scores_since,
};
use crate::team::without_words;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::score::ABOUT, after_help = help::score::NOTES)]
pub(super) struct ScoreArgs {
    #[arg(help = help::score::FILES, required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(help = help::score::EXPLAIN, long)]
    explain: bool,
    #[arg(help = help::FORMAT, long, value_name = "FORMAT", default_value = "text")]
    format: ScoreFormat,
    #[arg(help = help::ANONYMOUS_REPORT, long)]
    anonymous: bool,
    #[arg(help = help::score::NEWEST, long)]
    newest: bool,
    #[arg(help = help::SINCE, long, value_name = "EARLIER")]
    since: Option<PathBuf>,
    #[arg(help = help::BOM, long)]
    bom: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ScoreFormat {
    Text,
    Json,
    Csv,
    CsvAnswers,
    CsvColumns,
    JsonLines,
    Html,
}

impl ScoreArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        if self.explain && self.format != ScoreFormat::Text {
            return Err(usage(Some("score"), command_line::EXPLAIN_IS_TEXT));
        }
        if self.bom
            && !matches!(self.format, ScoreFormat::Csv | ScoreFormat::CsvAnswers | ScoreFormat::CsvColumns)
        {
            return Err(usage(Some("score"), command_line::BOM_IS_FOR_CSV));
        }
        let format = match self.format {
            ScoreFormat::Text | ScoreFormat::Html => TableFormat::Text,
            ScoreFormat::Csv | ScoreFormat::CsvAnswers | ScoreFormat::CsvColumns => TableFormat::Csv,
            ScoreFormat::Json | ScoreFormat::JsonLines => TableFormat::JsonLines,
        };
        let is_page = matches!(self.format, ScoreFormat::Text | ScoreFormat::Html);
        if self.since.is_some() && !is_page {
            return Err(usage(Some("score"), command_line::SINCE_IS_FOR_PAGES));
        }
        let is_plain = interface::is_plain(common);
        let catalogue = open::catalogue(common)?;
        let one = match self.files.as_slice() {
            [file] if !file.is_dir() => Some(file),
            _ => None,
        };
        match (one, self.format) {
            (Some(file), ScoreFormat::Text | ScoreFormat::Json | ScoreFormat::Html) => {
                let read = open::read(file, catalogue)?;
                let earlier = open::earlier(self.since.as_deref(), &read)?;
                let (assessment, earlier) = (self.shown(read), earlier.as_ref());
                let told = |medium| scores_since(catalogue, &assessment, earlier, medium, self.explain);
                message::print(&match self.format {
                    ScoreFormat::Json => score_json(catalogue, &assessment),
                    ScoreFormat::Html => score_html(catalogue, &assessment, earlier),
                    _ if is_plain => told(Medium::Spoken).spoken(),
                    _ => told(Medium::Text).text(),
                })?;
                Ok(ExitCode::SUCCESS)
            }
            (None, ScoreFormat::Json) => Err(usage(Some("score"), command_line::JSON_IS_FOR_ONE)),
            (None, ScoreFormat::Html) => Err(usage(Some("score"), command_line::HTML_IS_FOR_ONE)),
            (None, _) if self.since.is_some() => Err(usage(Some("score"), command_line::SINCE_IS_FOR_ONE)),
            (None, _) if self.explain => Err(usage(Some("score"), command_line::EXPLAIN_IS_FOR_ONE)),
            _ => self.table(ScoreTable(format), catalogue),
        }
    }

    fn table(&self, table: ScoreTable, catalogue: &Catalogue) -> anyhow::Result<ExitCode> {
        let mut files = portfolio::files(&self.files)?.each_once();
        if self.newest {
            files.keep_newest()?;
        }
        let wide = match self.format {
            ScoreFormat::CsvColumns => Some(WideTable::new(catalogue, &files.asked()?)),
            _ => None,
        };
        let head = match (&wide, self.format) {
            (Some(wide), _) => wide.head(),
            (None, ScoreFormat::CsvAnswers) => answers_head(),
            _ => table.head(),
        };
        message::print(&if self.bom { format!("{BYTE_ORDER_MARK}{head}") } else { head })?;
        let rows = |assessment: Assessment, file: &str| {
            let assessment = self.shown(assessment);
            match (&wide, self.format) {
                (Some(wide), _) => wide.row(file, &assessment),
                (None, ScoreFormat::CsvAnswers) => answers_csv(catalogue, file, &assessment),
                _ => table.rows(catalogue, file, &assessment),
            }
        };
        portfolio::for_each(&files, catalogue, rows, |_, rows| message::print(&rows))
    }

    fn shown(&self, assessment: Assessment) -> Assessment {
        if self.anonymous { without_words(&assessment) } else { assessment }
    }
}
