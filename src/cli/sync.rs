//! `sync`: what people ticked and filled in in a Markdown plan, taken over into the assessment.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Common, interface, message, open};
use crate::plan_file::{PLAN_MARKER, PlanChanges, other_organization, parse, read, read_plan, take};
use crate::questionnaire::Catalogue;
use crate::text::clean;
use crate::words::spoken::spoken;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::sync::ABOUT, after_help = help::sync::NOTES)]
pub(super) struct SyncArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::sync::PLAN, value_name = "PLAN.md")]
    plan: PathBuf,
}

impl SyncArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let catalogue = open::catalogue(common)?;
        let is_plain = interface::is_plain(common);
        let changes = take_over(&self.file, &self.plan, &catalogue, |line| {
            let line = if is_plain { spoken(line) } else { line.to_owned() };
            message::print(&format!("{line}\n"))
        })?;
        message::say(&command_line::taken_over(changes, &self.plan, &self.file));
        Ok(())
    }
}

/// Takes over what a plan says, and shows each change; returns how many there are. The assessment is
/// written only when something changes.
pub(super) fn take_over(
    file: &Path,
    plan: &Path,
    catalogue: &Catalogue,
    show: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<usize> {
    let about = |what: &dyn Display| anyhow::anyhow!(command_line::about(plan, what));
    if !plan.try_exists().unwrap_or(true) {
        return Err(about(&command_line::NO_PLAN));
    }
    let Some(text) = read_plan(plan) else {
        return Err(about(&command_line::not_a_plan(PLAN_MARKER)));
    };
    let form = parse(&text);
    let said = read(&form).map_err(|problems| about(&command_line::nothing_taken_over(problems)))?;
    let assessment = crate::files::Document::read(file)?.0.assessment;
    if let Some(other) = other_organization(&form, &assessment) {
        return Err(about(&command_line::plan_of_others(&other, file, &assessment)));
    }
    let taken: PlanChanges = take(&said, &assessment, catalogue);
    for kept in &taken.kept {
        message::say(&command_line::about(plan, kept));
    }
    if taken.changes.is_empty() {
        return Ok(0);
    }
    let mut changes = Vec::new();
    open::change_quietly(file, catalogue, |mut assessment| {
        // Once more: the file may have changed since.
        let taken = take(&said, &assessment, catalogue);
        changes = taken.changes.iter().map(|change| clean(&change.to_string()).into_owned()).collect();
        assessment.apply(taken.edit());
        Ok(assessment)
    })?;
    changes.iter().try_for_each(|change| show(change))?;
    Ok(changes.len())
}
