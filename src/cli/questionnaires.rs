//! `questionnaires`, `show` and `schema`: what can be asked, and how one writes one's own.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::names::did_you_mean;
use super::{Common, message, open};
use crate::clean::clean_lines;
use crate::questionnaire::{Catalogue, Questionnaire, schema};

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
  ospo-assess show compliance > questionnaires/hospital.toml")]
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
                let all: Vec<Value> = all.iter().map(|one| fields(&catalogue, one)).collect();
                format!("{:#}\n", json!({"format": 1, "questionnaires": all}))
            }
        })
    }
}
