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
        let taken = take_over(&self.file, &self.plan, &catalogue, |line| {
            let line = if is_plain { spoken(line) } else { line.to_owned() };
            message::print(&format!("{line}\n"))
        })?;
        message::say(&command_line::taken_over(taken.changes, &self.plan, &self.file));
        match taken.refused.as_slice() {
            [] => Ok(()),
            refused => Err(anyhow::anyhow!(command_line::about(&self.plan, command_line::not_read(refused)))),
        }
    }
}

/// What came of a plan that was taken over.
pub(super) struct TakenOver {
    changes: usize,
    /// The lines that cannot be read, by their number.
    pub(super) refused: Vec<(usize, String)>,
}

/// Takes over what a plan says. Each change is shown before the assessment is saved, which happens only when
/// something changes: nothing is saved of which nobody could be told.
pub(super) fn take_over(
    file: &Path,
    plan: &Path,
    catalogue: &Catalogue,
    show: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<TakenOver> {
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
    let taken: PlanChanges = take(&said.actions, &assessment, catalogue);
    for kept in &taken.kept {
        message::say(&command_line::about(plan, kept));
    }
    let mut done = TakenOver { changes: 0, refused: said.refused };
    if taken.changes.is_empty() {
        return Ok(done);
    }
    open::change_quietly(file, catalogue, |mut assessment| {
        // Once more: the file may have changed since.
        let taken = take(&said.actions, &assessment, catalogue);
        taken.changes.iter().try_for_each(|change| show(&clean(&change.to_string())))?;
        done.changes = taken.changes.len();
        assessment.apply(taken.edit());
        Ok(assessment)
    })?;
    Ok(done)
}
