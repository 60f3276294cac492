//! `questionnaires`, `show` and `schema`: what can be asked, and how one writes one's own.

use clap::{Args, ValueEnum};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Common, message, open};
use crate::questionnaire::{Catalogue, Questionnaire, minutes, schema};
use crate::report::pretty_json;
use crate::text::{clean, near};
use crate::words::{command_line, help, scores};

#[derive(Debug, Args)]
#[command(about = help::questionnaires::ABOUT, after_help = help::questionnaires::NOTES)]
pub(super) struct QuestionnairesArgs {
    #[arg(help = help::FORMAT, long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
#[command(about = help::show::ABOUT, after_help = help::show::NOTES)]
pub(super) struct ShowArgs {
    #[arg(help = help::show::QUESTIONNAIRE)]
    questionnaire: String,
}

impl QuestionnairesArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let all: Vec<&Questionnaire> = catalogue.questionnaires().collect();
        message::print(&match self.format {
            ListFormat::Text => text(catalogue, &all),
            ListFormat::Json => {
                let all = all.into_iter().map(|one| QuestionnaireRecord::of(catalogue, one)).collect();
                pretty_json(&QuestionnairesRecord { format: 1, questionnaires: all })
            }
        })
    }
}

/// One line each, in columns: id, title, kind, number of questions, how long they take, and where it comes
/// from.
fn text(catalogue: &Catalogue, all: &[&Questionnaire]) -> String {
    let width =
        |column: fn(&Questionnaire) -> &str| all.iter().map(|one| column(one).width()).max().unwrap_or(0);
    let (ids, titles) = (width(|one| &one.id), width(|one| &one.text.title));
    let line = |one: &&Questionnaire| {
        let (id, title, kind, questions) = (&one.id, &one.text.title, one.kind.id(), one.placements.len());
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let (after_id, after_title) = (pad(id, ids), pad(title, titles));
        let line = format!(
            "{id}{after_id}  {title}{after_title}  {kind:<6}  {}  {}{}",
            command_line::questions(questions),
            scores::minutes(questions),
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
    if replaces { format!("  {path} {}", command_line::IN_PLACE_OF_BUILT_IN) } else { format!("  {path}") }
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
            let known = catalogue.questionnaires().map(|known| known.id.as_str());
            let near = near(id, known);
            anyhow::bail!(command_line::no_questionnaire(id, &near));
        };
        message::print(text)
    }
}

pub(super) fn print_schema() -> anyhow::Result<()> {
    message::print(&format!("{:#}\n", schema()))
}
