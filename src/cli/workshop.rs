//! `workshop`: a group answers together, in the interface.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::{Common, interface, message, open, portfolio, usage};
use crate::assessment::Assessment;
use crate::files::Document;
use crate::questionnaire::Catalogue;
use crate::team::Participant;
use crate::text::clean;
use crate::tui;
use crate::words;
use crate::workshop::{DEFAULT_MINUTES, prepare};

/// What to do where a workshop cannot be drawn.
const WITHOUT_SCREEN: &str = "a workshop is drawn on the whole screen of a terminal, and does not go line by \
    line; let each answer a file of their own (`ospo-assess new FILE --organization NAME --respondent NAME`, \
    then `ospo-assess --plain FILE`), and put the files together with `ospo-assess merge`";

/// Answer as a group: count hands, see how far you agree, decide
#[derive(Debug, Args)]
#[command(after_help = "\
Every vote is saved at once: leave at any time (q), and the same command
(without --with) goes on where you were. With --with, the files that
participants filled in alone become votes, and only what divides them is
walked through, the most divided first. docs/workshop.md is the facilitator's
page. It needs the whole screen: with --plain, `ospo-assess merge` puts
together what each answered alone.

Examples:
  ospo-assess workshop ospo.toml --minutes 60
  ospo-assess workshop ospo.toml --with ada.toml ben.toml chen.toml")]
pub(super) struct WorkshopArgs {
    /// The assessment
    file: PathBuf,
    /// The time for this sitting
    #[arg(long, value_name = "N", default_value_t = DEFAULT_MINUTES)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: u32,
    /// Put these files of participants in first, or folders of them
    #[arg(long, value_name = "FILE", num_args = 1..)]
    with: Vec<PathBuf>,
    /// Walk through every question, those with an answer too
    #[arg(long)]
    all: bool,
}

impl WorkshopArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        if interface::is_plain(common) {
            return Err(usage(Some("workshop"), WITHOUT_SCREEN));
        }
        // Before anything is made or changed.
        anyhow::ensure!(io::stdin().is_terminal() && io::stdout().is_terminal(), WITHOUT_SCREEN);
        let catalogue = open::catalogue(common)?;
        if self.with.is_empty() {
            interface::check_exists(&self.file)?;
        } else {
            self.prepare(&catalogue)?;
        }
        let setup = tui::Setup { minutes: self.minutes, all: self.all };
        let left = tui::run_workshop(&catalogue, &self.file, setup, common.theme)?;
        if let Some(left) = left {
            let left = match left {
                0 => "nothing is left to decide".to_owned(),
                left => {
                    let left = words::count(left, "question");
                    format!("{left} left: `ospo-assess workshop {}` goes on", self.file.display())
                }
            };
            message::say(&format!("saved in {}; {left}", self.file.display()));
        }
        Ok(())
    }

    /// Puts the answers of the participants into the file, which is made where there is none.
    fn prepare(&self, catalogue: &Catalogue) -> anyhow::Result<()> {
        let mut files = portfolio::files(&self.with)?;
        files.sort();
        files.dedup();
        let read = |file: &PathBuf| -> anyhow::Result<(String, Assessment)> {
            Ok((clean(&file.to_string_lossy()).into_owned(), Document::read(file)?.0.assessment))
        };
        let read: Vec<(String, Assessment)> = files.iter().map(read).collect::<anyhow::Result<_>>()?;
        let participants: Vec<Participant<'_>> =
            read.iter().map(|(file, assessment)| Participant { file, assessment }).collect();
        let mut notes = Vec::new();
        if self.file.symlink_metadata().is_ok() {
            open::change(&self.file, catalogue, |own| {
                let (assessment, said) = prepare(Some(&own), &participants, catalogue)?;
                notes = said;
                Ok(assessment)
            })?;
        } else {
            let (assessment, said) = prepare(None, &participants, catalogue)?;
            notes = said;
            open::create(&self.file, assessment, catalogue)?;
        }
        notes.iter().for_each(|note| message::say(&note.to_string()));
        Ok(())
    }
}
