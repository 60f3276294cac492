//! `questionnaires`, `show` and `schema`: what can be asked, and how one writes one's own.

use clap::{Args, ValueEnum};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::names::did_you_mean;
use super::{Common, message, open};
use crate::questionnaire::{Catalogue, Questionnaire, minutes, schema};
use crate::report::pretty_json;
use crate::text::clean;
use crate::words;

/// List the questionnaires that can be asked
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess questionnaires")]
pub(super) struct QuestionnairesArgs {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    Text,
    Json,
}

/// Write a questionnaire as TOML, to start one's own from
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess show maturity-model > questionnaires/hospital.toml")]
pub(super) struct ShowArgs {
    /// Its id
    questionnaire: String,
}

/// Write the JSON Schema of the questionnaire format
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess schema > questionnaire.schema.json")]
pub(super) struct SchemaArgs {}

impl QuestionnairesArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let all = catalogue.questionnaires();
        message::print(&match self.format {
            ListFormat::Text => text(&catalogue, all),
            ListFormat::Json => {
                let all = all.iter().map(|one| QuestionnaireRecord::of(&catalogue, one)).collect();
                pretty_json(&QuestionnairesRecord { format: 1, questionnaires: all })
            }
        })
    }
}

/// One line each, in columns: id, title, kind, number of questions, how long they take, and where it comes
/// from.
fn text(catalogue: &Catalogue, all: &[Questionnaire]) -> String {
    let width =
        |column: fn(&Questionnaire) -> &str| all.iter().map(|one| column(one).width()).max().unwrap_or(0);
    let (ids, titles) = (width(|one| &one.id), width(|one| &one.text.title));
    let line = |one: &Questionnaire| {
        let (id, title, kind, questions) = (&one.id, &one.text.title, one.kind.id(), one.placements.len());
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let (after_id, after_title) = (pad(id, ids), pad(title, titles));
        let line = format!(
            "{id}{after_id}  {title}{after_title}  {kind:<6}  {questions:>2} questions  {}{}",
            words::scores::minutes(questions),
            origin(catalogue, one)
        );
        format!("{}\n", line.trim_end())
    };
    all.iter().map(line).collect()
}

/// Where a questionnaire comes from, when it is the user's own.
fn origin(catalogue: &Catalogue, one: &Questionnaire) -> String {
    let Some(path) = catalogue.path(&one.id) else { return String::new() };
    let path = clean(&path.to_string_lossy()).into_owned();
    let replaces = catalogue.replaced.iter().any(|(id, _)| *id == one.id);
    format!("  {path}{}", if replaces { " (in place of the built-in one)" } else { "" })
}

#[derive(Serialize)]
struct QuestionnairesRecord<'a> {
    format: u32,
    questionnaires: Vec<QuestionnaireRecord<'a>>,
}

#[derive(Serialize)]
struct QuestionnaireRecord<'a> {
    id: &'a str,
    version: &'a str,
    kind: &'static str,
    title: &'a str,
    questions: usize,
    minutes: usize,
    file: Option<String>,
    replaces_built_in: bool,
}

impl<'a> QuestionnaireRecord<'a> {
    fn of(catalogue: &Catalogue, one: &'a Questionnaire) -> QuestionnaireRecord<'a> {
        QuestionnaireRecord {
            id: &one.id,
            version: &one.version,
            kind: one.kind.id(),
            title: &one.text.title,
            questions: one.placements.len(),
            minutes: minutes(one.placements.len()),
            file: catalogue.path(&one.id).map(|path| clean(&path.to_string_lossy()).into_owned()),
            replaces_built_in: catalogue.replaced.iter().any(|(id, _)| *id == one.id),
        }
    }
}

impl ShowArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let id = &self.questionnaire;
        let Some(text) = catalogue.source_text(id) else {
            let known = catalogue.questionnaires().iter().map(|known| known.id.as_str());
            let near = did_you_mean(id, known);
            anyhow::bail!(
                "there is no questionnaire {id}{near}; `ospo-assess questionnaires` lists them all"
            );
        };
        message::print(text)
    }
}

impl SchemaArgs {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        message::print(&format!("{:#}\n", schema()))
    }
}
