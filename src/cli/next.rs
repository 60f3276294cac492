//! `next`: the next assessment from an earlier one, wherever that is.

use std::path::PathBuf;

use clap::Args;

use super::{Common, message, open};
use crate::files::{Readers, next_of};
use crate::words::{answers, command_line, help};

#[derive(Debug, Args)]
#[command(about = help::next::ABOUT, after_help = help::next::NOTES)]
pub(super) struct NextArgs {
    #[arg(help = help::next::FILE)]
    file: PathBuf,
    #[arg(help = help::next::OUTPUT, long, value_name = "OUT")]
    output: PathBuf,
}

impl NextArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let next = next_of(catalogue, &self.file).map_err(|error| open::unless_plan(&self.file, error))?;
        let to_confirm = next.answers.values().filter(|entry| entry.answer.is_some()).count();
        // As private as the one before.
        open::create(&self.output, next, Readers::of_or(&self.file, Readers::All), catalogue)?;
        message::say(&command_line::made_to_answer(&self.output));
        answers::not_confirmed(to_confirm).iter().for_each(|text| message::say(text));
        Ok(())
    }
}
