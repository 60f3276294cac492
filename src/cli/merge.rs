//! `merge`: the files of many people, put together into one.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Common, message, open, portfolio};
use crate::assessment::Assessment;
use crate::files::{Access, Document, GuardedFile, Readers, SaveError, is_same};
use crate::questionnaire::Catalogue;
use crate::report::discussion;
use crate::team::{Options, Participant, merge};
use crate::text::clean;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::merge::ABOUT, after_help = help::merge::NOTES)]
pub(super) struct MergeArgs {
    #[arg(help = help::merge::FILES, required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(help = help::merge::OUTPUT, long, value_name = "OUT")]
    output: PathBuf,
    #[arg(help = help::merge::ANONYMOUS, long)]
    anonymous: bool,
    #[arg(help = help::merge::ORGANIZATION, long, value_name = "NAME")]
    organization: Option<String>,
    #[arg(help = help::merge::FORCE, long)]
    force: bool,
}

impl MergeArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<ExitCode> {
        let catalogue = open::catalogue(common)?;
        let mut found = portfolio::files(&self.files)?.each_once();
        if let Some(file) = found.files.iter().find(|file| is_same(file, &self.output)) {
            anyhow::bail!(command_line::among_the_merged(file));
        }
        let read = found.read();
        anyhow::ensure!(!read.is_empty(), command_line::NOTHING_FOUND);
        let participants: Vec<Participant<'_>> =
            read.iter().map(|(file, assessment)| Participant { file, assessment }).collect();
        let organization = self.organization.as_deref().map(|name| clean(name.trim()).into_owned());
        let options = Options { anonymous: self.anonymous, organization };
        let merged = merge(&participants, catalogue, &options)?;
        let readers = Readers::of_all(found.files.iter().map(PathBuf::as_path));
        self.write(&merged.assessment, readers, catalogue)?;
        merged.notes.iter().for_each(|note| message::say(&note.to_string()));
        message::print(&discussion(catalogue, &merged.assessment).text())?;
        message::say(&command_line::made(&self.output));
        if self.anonymous {
            message::say(command_line::NAMES_IN_TEXTS);
        }
        Ok(found.status())
    }

    fn write(&self, assessment: &Assessment, readers: Readers, catalogue: &Catalogue) -> anyhow::Result<()> {
        let text = Document::new(assessment.clone()).to_text(catalogue);
        if !self.force || self.output.symlink_metadata().is_err() {
            return match GuardedFile::create_for(readers, &self.output, &text) {
                Err(error @ SaveError::Exists(_)) => {
                    anyhow::bail!(command_line::or_force(error))
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
