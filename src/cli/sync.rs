//! `sync`: what people ticked and filled in in a Markdown plan, or closed in a tracker, taken over into the
//! assessment.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Common, interface, message, open};
use crate::assessment::Assessment;
use crate::plan_file::{
    Difference, ListedIssue, PLAN_MARKER, PlanChanges, TaskState, other_organization, parse, read,
    read_issues, read_plan, take, take_issues,
};
use crate::questionnaire::Catalogue;
use crate::text::clean;
use crate::words::plan_file::on_line;
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
        let taken = take_over(
            &self.file,
            &self.plan,
            catalogue,
            |_| true,
            |line| {
                let line = if is_plain { spoken(line) } else { line.to_owned() };
                message::tell(&format!("{line}\n"))
            },
        )?;
        message::say(&command_line::taken_over(taken.changes, &self.plan, &self.file));
        match taken.refused.as_slice() {
            [] => Ok(()),
            refused => {
                say_refused(&self.plan, refused);
                Err(anyhow::anyhow!(command_line::about(&self.plan, command_line::not_read(refused.len()))))
            }
        }
    }
}

/// Says which lines of a plan cannot be read, a line for each.
pub(super) fn say_refused(plan: &Path, refused: &[(usize, String)]) {
    refused.iter().for_each(|problem| message::say(&command_line::about(plan, on_line(problem))));
}

/// Where the states of actions come from.
enum Source {
    Plan(Vec<TaskState>),
    /// A tracker.
    Issues(Vec<ListedIssue>),
}

impl Source {
    fn take(&self, assessment: &Assessment, catalogue: &Catalogue) -> PlanChanges {
        match self {
            Source::Plan(said) => take(said, assessment, catalogue),
            Source::Issues(issues) => take_issues(issues, assessment, catalogue),
        }
    }
}

/// What came of a plan that was taken over.
pub(super) struct TakenOver {
    changes: usize,
    /// The lines that cannot be read, by their number.
    refused: Vec<(usize, String)>,
}

/// Takes over what a plan says. Each change is shown before the assessment is saved, which happens only when
/// something changes: nothing is saved of which nobody could be told. Of what is left as it is only that is
/// told which `is_told` holds for.
pub(super) fn take_over(
    file: &Path,
    plan: &Path,
    catalogue: &Catalogue,
    is_told: impl Fn(&Difference) -> bool,
    show: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<TakenOver> {
    let about = |what: &dyn Display| anyhow::anyhow!(command_line::about(plan, what));
    if !plan.try_exists().unwrap_or(true) {
        return Err(about(&command_line::NO_PLAN));
    }
    let assessment = crate::files::Document::look(file)?;
    let (said, refused) = match (read_plan(plan), read_issues(plan)) {
        (Some(text), _) => {
            let form = parse(&text);
            let said = read(&form).map_err(|problems| about(&command_line::nothing_taken_over(problems)))?;
            if let Some(other) = other_organization(&form, &assessment) {
                return Err(about(&command_line::plan_of_others(&other, file, &assessment)));
            }
            (Source::Plan(said.actions), said.refused)
        }
        (None, Some(issues)) => {
            let issues = issues.map_err(|error| about(&command_line::no_issues(error)))?;
            (Source::Issues(issues), Vec::new())
        }
        (None, None) => return Err(about(&command_line::not_a_plan(PLAN_MARKER))),
    };
    let taken = said.take(&assessment, catalogue);
    for kept in taken.kept.iter().filter(|kept| is_told(kept)) {
        message::say(&command_line::about(plan, kept));
    }
    let mut done = TakenOver { changes: 0, refused };
    if taken.changes.is_empty() {
        return Ok(done);
    }
    open::change_quietly(file, catalogue, |mut assessment| {
        // Once more: the file may have changed since.
        let taken = said.take(&assessment, catalogue);
        taken.changes.iter().try_for_each(|change| show(&clean(&change.to_string())))?;
        done.changes = taken.changes.len();
        assessment.apply(taken.edit());
        Ok(assessment)
    })?;
    Ok(done)
}
