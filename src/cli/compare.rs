//! `compare`: what changed from one assessment to the next: of one organisation, or a table of many.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::arguments::BYTE_ORDER_MARK;
use super::portfolio::Collected;
use super::{Common, interface, message, open, portfolio, usage};
use crate::assessment::Assessment;
use crate::files::Document;
use crate::plan_file::{compare_html, page_html};
use crate::questionnaire::Catalogue;
use crate::report::{self, ChangeTable, TableFormat, compare_json, history_json};
use crate::team::{answered_on, compare, history};
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::compare::ABOUT, after_help = help::compare::NOTES)]
pub(super) struct CompareArgs {
    #[arg(help = help::compare::FILES, required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(help = help::compare::FORMAT, long, value_name = "FORMAT", default_value = "text")]
    format: CompareFormat,
    #[arg(help = help::compare::EACH, long)]
    each: bool,
    #[arg(help = help::BOM, long)]
    bom: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    Text,
    Markdown,
    Html,
    Json,
    Csv,
    JsonLines,
}

/// What is kept of each file until its organisation's turn comes.
struct Summary {
    file: PathBuf,
    answered: Option<Date>,
}

impl CompareArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        if let [file] = self.files.as_slice()
            && !file.is_dir()
        {
            return Err(usage(Some("compare"), command_line::NOTHING_TO_COMPARE));
        }
        if self.bom && self.format != CompareFormat::Csv {
            return Err(usage(Some("compare"), command_line::BOM_IS_FOR_CSV));
        }
        let catalogue = open::catalogue(common)?;
        let found = portfolio::files(&self.files)?;
        let files = &found.files;
        let table = match self.format {
            CompareFormat::Csv => Some(TableFormat::Csv),
            CompareFormat::JsonLines => Some(TableFormat::JsonLines),
            CompareFormat::Text if self.each => Some(TableFormat::Text),
            _ => None,
        };
        if let (None, [before, after]) = (table, files.as_slice()) {
            self.two(before, after, catalogue, common)?;
            return Ok(found.status());
        }
        let mut organizations: BTreeMap<String, Vec<Summary>> = BTreeMap::new();
        let summary = |assessment: Assessment, _: &str| {
            (assessment.organization.trim().to_owned(), answered_on(&assessment))
        };
        let status = portfolio::for_each(&found, catalogue, summary, |i, (organization, answered)| {
            let file = files.get(i).cloned().unwrap_or_default();
            organizations.entry(organization).or_default().push(Summary { file, answered });
            Ok(())
        })?;
        let table = table.or((organizations.len() > 1).then_some(TableFormat::Text));
        match table {
            Some(_)
                if matches!(
                    self.format,
                    CompareFormat::Markdown | CompareFormat::Html | CompareFormat::Json
                ) =>
            {
                anyhow::bail!(command_line::SEVERAL_ORGANIZATIONS)
            }
            Some(format) => {
                let mark = if self.bom { BYTE_ORDER_MARK } else { "" };
                message::print(&format!("{mark}{}", ChangeTable(format).head()))?;
                changes(ChangeTable(format), organizations, catalogue, self.each)?;
            }
            None => {
                let files = organizations.into_values().flatten().map(|summary| summary.file);
                let mut found = Collected { files: files.collect(), left_out: 0 };
                self.history(&mut found, catalogue, common)?;
                if found.left_out > 0 {
                    return Ok(ExitCode::FAILURE);
                }
            }
        }
        Ok(status)
    }

    /// Two files, in full.
    fn two(&self, before: &Path, after: &Path, catalogue: &Catalogue, common: &Common) -> anyhow::Result<()> {
        let files = [before, after].map(portfolio::name);
        let files = (files[0].as_str(), files[1].as_str());
        let (before, after) = (open::read(before, catalogue)?, open::read(after, catalogue)?);
        open::doubt(&before, &after);
        let comparison = compare(&before, &after, catalogue);
        message::print(&match self.format {
            CompareFormat::Markdown => report::comparison_of(&comparison, files).markdown(),
            CompareFormat::Html => compare_html(catalogue, (&before, &after), files),
            CompareFormat::Json => compare_json(&comparison, files),
            _ if interface::is_plain(common) => report::comparison_of(&comparison, files).spoken(),
            _ => report::comparison_of(&comparison, files).text(),
        })
    }

    /// Several files of one organisation.
    fn history(&self, found: &mut Collected, catalogue: &Catalogue, common: &Common) -> anyhow::Result<()> {
        let read = found.read();
        anyhow::ensure!(read.len() > 1, command_line::ONLY_ONE);
        let moments: Vec<_> = read.iter().map(|(file, assessment)| (file.as_str(), assessment)).collect();
        let history = history(&moments, catalogue);
        message::print(&match self.format {
            CompareFormat::Markdown => report::history(&history).markdown(),
            CompareFormat::Html => {
                let report = report::history(&history);
                page_html(&report.title, &report.markdown())
            }
            CompareFormat::Json => history_json(catalogue, &history),
            _ if interface::is_plain(common) => report::history(&history).spoken(),
            _ => report::history(&history).text(),
        })
    }
}

/// The earliest assessment of each organisation beside its latest, or each beside the one before.
fn changes(
    table: ChangeTable,
    organizations: BTreeMap<String, Vec<Summary>>,
    catalogue: &Catalogue,
    each: bool,
) -> anyhow::Result<()> {
    let mut pairs = Vec::new();
    let mut alone = 0;
    for mut summaries in organizations.into_values() {
        // Stable: those of the same day, or without one, stay in the order of the files.
        summaries.sort_by_key(|summary| summary.answered);
        let files: Vec<PathBuf> = summaries.into_iter().map(|summary| summary.file).collect();
        match files.as_slice() {
            [_, _, ..] if each => {
                pairs
                    .extend(files.windows(2).filter_map(|pair| <[PathBuf; 2]>::try_from(pair.to_vec()).ok()));
            }
            [before, .., after] => pairs.push([before.clone(), after.clone()]),
            _ => alone += 1,
        }
    }
    let rows = |[before, after]: &[PathBuf; 2]| {
        let (then, now) = (Document::look(before)?, Document::look(after)?);
        let comparison = compare(&then, &now, catalogue);
        anyhow::Ok(table.rows(&comparison, (&portfolio::name(before), &portfolio::name(after))))
    };
    portfolio::in_order(&pairs, rows, |_, rows| message::print(&rows?))?;
    if alone > 0 {
        message::say(&command_line::alone(alone));
    }
    Ok(())
}
