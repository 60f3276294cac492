//! `target`: the levels that an organisation aims at.

use std::path::PathBuf;

use clap::Args;

use super::arguments::{pair, twice};
use super::{Common, open, usage};
use crate::assessment::{Assessment, Edit};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::text::near;
use crate::words::{changed, command_line, help};

#[derive(Debug, Args)]
#[command(about = help::target::ABOUT, after_help = help::target::NOTES)]
pub(super) struct TargetArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::target::TARGETS, required = true, value_name = "QUESTIONNAIRE=LEVEL")]
    #[arg(value_parser = pair)]
    targets: Vec<(String, String)>,
}

impl TargetArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        check_usage("target", &self.targets)?;
        let catalogue = open::catalogue(common)?;
        let lines = |before: &Assessment, after: &Assessment| {
            let changed = self.targets.iter().filter_map(|(id, _)| {
                let questionnaire = catalogue.questionnaire(id)?;
                let of = |assessment: &Assessment| {
                    changed::target(questionnaire, assessment.targets.get(id).map(String::as_str))
                };
                let (then, now) = (of(before), of(after));
                (then != now).then(|| changed::from_to(id, &then, &now))
            });
            changed.collect()
        };
        let aimed = |mut assessment: Assessment| {
            for (id, level) in &self.targets {
                let level = if level.is_empty() {
                    with_levels(id, &assessment, catalogue)?;
                    None
                } else {
                    number(id, level, &assessment, catalogue)?;
                    Some(level.clone())
                };
                assessment.apply(Edit::Target(id.clone(), level));
            }
            Ok(assessment)
        };
        open::change_and_say(&self.file, common, catalogue, aimed, lines)
    }
}

/// Refuses a questionnaire that is given twice.
pub(super) fn check_usage(command: &str, targets: &[(String, String)]) -> anyhow::Result<()> {
    match twice(targets) {
        Some(id) => Err(usage(Some(command), command_line::two_targets(id))),
        None => Ok(()),
    }
}

/// The number of a level of a questionnaire that an assessment asks.
pub(super) fn number(
    questionnaire: &str,
    level: &str,
    assessment: &Assessment,
    catalogue: &Catalogue,
) -> anyhow::Result<usize> {
    let questionnaire = with_levels(questionnaire, assessment, catalogue)?;
    let number = questionnaire.levels.iter().position(|known| known.id == level);
    number.ok_or_else(|| anyhow::anyhow!(command_line::no_level(questionnaire, level)))
}

/// A questionnaire with levels that an assessment asks.
fn with_levels<'a>(
    id: &str,
    assessment: &Assessment,
    catalogue: &'a Catalogue,
) -> anyhow::Result<&'a Questionnaire> {
    if !assessment.asks(id) {
        let near = near(id, assessment.questionnaires.iter().map(|(asked, _)| asked.as_str()));
        anyhow::bail!(command_line::questionnaire_not_asked(id, &near, assessment));
    }
    let found = catalogue.questionnaire(id).filter(|found| found.kind.has_levels());
    found.ok_or_else(|| anyhow::anyhow!(command_line::no_levels(id)))
}
