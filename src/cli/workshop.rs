//! `workshop`: a group answers together, on the screen or line by line.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::{Common, interface, message, open, portfolio};
use crate::app::{App, Setup};
use crate::files::Readers;
use crate::questionnaire::Catalogue;
use crate::team::Participant;
use crate::words::{command_line, help, terminal};
use crate::workshop::{DEFAULT_MINUTES, prepare};

#[derive(Debug, Args)]
#[command(about = help::workshop::ABOUT, after_help = help::workshop::NOTES)]
pub(super) struct WorkshopArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::workshop::MINUTES, long, value_name = "N", default_value_t = DEFAULT_MINUTES)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: u32,
    #[arg(help = help::workshop::WITH, long, value_name = "FILE", num_args = 1..)]
    with: Vec<PathBuf>,
    #[arg(help = help::workshop::ALL, long)]
    all: bool,
}

impl WorkshopArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        // Before anything is made or changed.
        anyhow::ensure!(
            interface::is_plain(common) || (io::stdin().is_terminal() && io::stdout().is_terminal()),
            terminal::NEEDS_TERMINAL
        );
        let catalogue = open::catalogue(common)?;
        if self.with.is_empty() {
            interface::check_exists(&self.file)?;
        } else {
            self.prepare(&catalogue)?;
        }
        let setup = Setup { minutes: self.minutes, all: self.all };
        let app = interface::show(common, App::new(&catalogue).in_workshop(setup), Some(&self.file))?;
        // Line by line it was said already.
        if let Some(left) = app.left_to_decide().filter(|_| !interface::is_plain(common)) {
            message::say(&command_line::workshop_left(&self.file, left, false));
        }
        Ok(())
    }

    /// Puts the answers of the participants into the file, which is made where there is none.
    fn prepare(&self, catalogue: &Catalogue) -> anyhow::Result<()> {
        // A room is told before it begins: nobody's answers are missing from what it sees.
        let mut found = portfolio::files(&self.with)?.each_once();
        let read = found.read();
        anyhow::ensure!(found.left_out == 0, command_line::NOT_ALL_READ);
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
            let readers = Readers::of_all(self.with.iter().map(PathBuf::as_path));
            open::create(&self.file, assessment, readers, catalogue)?;
        }
        notes.iter().for_each(|note| message::say(&note.to_string()));
        Ok(())
    }
}
