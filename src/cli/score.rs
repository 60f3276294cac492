//! `score`: what the answers prove, and what they still allow.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Common, message, open, usage};
use crate::report::plain::score_plain;
use crate::report::{score_json, score_text};

/// Say where the organisation stands
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess score ospo.toml --explain")]
pub(super) struct ScoreArgs {
    /// The assessment
    file: PathBuf,
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
}

impl ScoreArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        if self.explain && self.format == ScoreFormat::Json {
            return Err(usage(Some("score"), "--explain is for people; the JSON holds all of it already"));
        }
        let catalogue = open::catalogue(common)?;
        let assessment = open::read(&self.file, &catalogue)?;
        message::print(&match self.format {
            ScoreFormat::Text if self.explain && common.plain => score_plain(&catalogue, &assessment),
            ScoreFormat::Text => score_text(&catalogue, &assessment, self.explain),
            ScoreFormat::Json => score_json(&catalogue, &assessment),
        })
    }
}
