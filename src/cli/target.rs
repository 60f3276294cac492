//! `target`: the levels that an organisation aims at.

use std::path::PathBuf;

use clap::Args;

use super::names::{did_you_mean, pair, twice};
use super::{Common, open, usage};
use crate::assessment::{Assessment, Edit};
use crate::questionnaire::{Catalogue, Kind};

/// Choose the level to aim at, by questionnaire
#[derive(Debug, Args)]
#[command(after_help = "\
Without a target, a questionnaire aims at the next level.

Examples:
  ospo-assess target ospo.toml maturity-model=community
  ospo-assess target ospo.toml maturity-model=")]
pub(super) struct TargetArgs {
    /// The assessment
    file: PathBuf,
    /// A questionnaire and the id of a level of it, or nothing to aim at the next level again
    #[arg(required = true, value_name = "QUESTIONNAIRE=LEVEL", value_parser = pair)]
    targets: Vec<(String, String)>,
}

impl TargetArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        check_usage("target", &self.targets)?;
        let catalogue = open::catalogue(common)?;
        open::change(&self.file, &catalogue, |mut assessment| {
            for (id, level) in &self.targets {
                let level = if level.is_empty() {
                    levels_of(id, &assessment, &catalogue)?;
                    None
                } else {
                    number(id, level, &assessment, &catalogue)?;
                    Some(level.clone())
                };
                assessment.apply(Edit::Target(id.clone(), level));
            }
            Ok(assessment)
        })
    }
}

/// Refuses a questionnaire that is given twice.
pub(super) fn check_usage(command: &str, targets: &[(String, String)]) -> anyhow::Result<()> {
    match twice(targets) {
        Some(id) => Err(usage(Some(command), format!("{id} is given twice; give it one target"))),
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
    let levels = levels_of(questionnaire, assessment, catalogue)?;
    levels.iter().position(|known| known == level).ok_or_else(|| {
        let levels = levels.join(", ");
        anyhow::anyhow!("{questionnaire} has no level {level}; its levels are {levels}")
    })
}

/// The ids of the levels of a questionnaire that an assessment asks.
fn levels_of(id: &str, assessment: &Assessment, catalogue: &Catalogue) -> anyhow::Result<Vec<String>> {
    let asked = || assessment.questionnaires.iter().map(|(asked, _)| asked.as_str());
    if !asked().any(|asked| asked == id) {
        let near = did_you_mean(id, asked());
        let asked = asked().collect::<Vec<_>>().join(", ");
        anyhow::bail!("the questionnaire {id} is not asked{near}; this assessment asks {asked}");
    }
    let questionnaire = catalogue.questionnaire(id).filter(|found| found.kind == Kind::Levels);
    let Some(questionnaire) = questionnaire else {
        anyhow::bail!("{id} has no levels to aim at; targets are for questionnaires of kind levels");
    };
    Ok(questionnaire.levels.iter().map(|level| level.id.clone()).collect())
}
