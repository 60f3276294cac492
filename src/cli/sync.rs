//! `sync`: what people ticked and filled in in a Markdown plan, taken over into the assessment.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Common, interface, message, open};
use crate::plan_file::form;
use crate::plan_file::read_plan;
use crate::plan_file::{Taken, other_organization, read, take};
use crate::questionnaire::Catalogue;
use crate::report::plain::spoken;
use crate::text::clean;

/// Take over what was ticked and filled in in a Markdown plan
#[derive(Debug, Args)]
#[command(after_help = "\
Boxes, owners, due dates and states come back, from plans that were edited,
reordered or partly deleted too; the plan itself stays as it is. What can be
read in two ways is refused with its line, and then nothing is taken over.

Example:
  ospo-assess sync ospo.toml PLAN.md")]
pub(super) struct SyncArgs {
    /// The assessment
    file: PathBuf,
    /// The plan, as `ospo-assess plan` wrote it and people changed it
    #[arg(value_name = "PLAN.md")]
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
        message::say(&match changes {
            0 => format!("{} says nothing new", self.plan.display()),
            1 => format!("1 change taken over into {}", self.file.display()),
            changes => format!("{changes} changes taken over into {}", self.file.display()),
        });
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
    let name = plan.display();
    anyhow::ensure!(plan.is_file(), "{name}: there is no such file; `ospo-assess plan` writes one");
    let Some(text) = read_plan(plan) else {
        anyhow::bail!("{name}: this is no plan of ospo-assess; its first line would be {}", form::PLAN_MARKER)
    };
    let form = form::parse(&text);
    let said =
        read(&form).map_err(|problems| anyhow::anyhow!("{name}: {problems}; nothing is taken over"))?;
    let assessment = crate::files::Document::read(file)?.0.assessment;
    if let Some(other) = other_organization(&form, &assessment) {
        anyhow::bail!(
            "{name}: this is the plan of {other}, and {} is the assessment of {}; if that is meant, correct the title of the plan",
            file.display(),
            assessment.organization
        );
    }
    let taken: Taken = take(&said, &assessment, catalogue);
    for kept in &taken.kept {
        message::say(&format!("{name}: {kept}"));
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
