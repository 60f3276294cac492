//! `merge`: the files of many people, put together into one.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Common, message, open, portfolio};
use crate::assessment::Assessment;
use crate::files::{Access, Document, GuardedFile, SaveError};
use crate::questionnaire::Catalogue;
use crate::report::merge_text;
use crate::team::{Options, Participant, merge};
use crate::text::clean;

/// Put the files of many people together, and say what to discuss
#[derive(Debug, Args)]
#[command(after_help = "\
The answer to each question is the median of the votes on its options; between
two, the lower. Not applicable wins with more than half of all votes, unknown
where nobody knows. Names are those of `new --respondent`, or of the files.

Examples:
  ospo-assess merge ada.toml ben.toml chen.toml --output all.toml
  ospo-assess merge answers/ --anonymous --output all.toml")]
pub(super) struct MergeArgs {
    /// The files of the participants, or folders of them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file to make
    #[arg(long, value_name = "OUT")]
    output: PathBuf,
    /// Drop all names; those in the text of notes, reasons and evidence stay
    #[arg(long)]
    anonymous: bool,
    /// The organisation of the result, where the files name different ones
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// Replace an assessment that is there already
    #[arg(long)]
    force: bool,
}

impl MergeArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let mut files = portfolio::files(&self.files)?;
        files.sort();
        files.dedup();
        let is_output = |file: &PathBuf| is_same(file, &self.output);
        if let Some(file) = files.iter().find(|file| is_output(file)) {
            anyhow::bail!(
                "{}: this is one of the files to merge; choose another name for the result",
                file.display()
            );
        }
        let read = |file: &PathBuf| -> anyhow::Result<(String, Assessment)> {
            Ok((clean(&file.to_string_lossy()).into_owned(), Document::read(file)?.0.assessment))
        };
        let read: Vec<(String, Assessment)> = files.iter().map(read).collect::<anyhow::Result<_>>()?;
        let participants: Vec<Participant<'_>> =
            read.iter().map(|(file, assessment)| Participant { file, assessment }).collect();
        let organization = self.organization.as_deref().map(|name| clean(name.trim()).into_owned());
        let options = Options { anonymous: self.anonymous, organization };
        let merged = merge(&participants, &catalogue, &options)?;
        self.write(&merged.assessment, &catalogue)?;
        merged.notes.iter().for_each(|note| message::say(&note.to_string()));
        message::print(&merge_text(&catalogue, &merged.assessment))?;
        message::say(&format!("made {}", self.output.display()));
        if self.anonymous {
            message::say(
                "all names are dropped; read through notes, reasons and evidence: names in their text are still there",
            );
        }
        Ok(())
    }

    fn write(&self, assessment: &Assessment, catalogue: &Catalogue) -> anyhow::Result<()> {
        let text = Document::new(assessment.clone()).to_text(catalogue);
        if !self.force || self.output.symlink_metadata().is_err() {
            return match GuardedFile::create(&self.output, &text) {
                Err(error @ SaveError::Exists(_)) => {
                    anyhow::bail!("{error}, or replace it with --force")
                }
                made => Ok(made.map(drop)?),
            };
        }
        // Opened first: what is no assessment is not replaced, nor one that somebody works on.
        let (mut store, _) = GuardedFile::open(&self.output)?;
        if matches!(store.access(), Access::InUse) {
            return Err(SaveError::InUse(self.output.clone()).into());
        }
        Ok(store.save_over(&text)?)
    }
}

fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}
