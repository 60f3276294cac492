//! `new`: an assessment without an answer.

use std::path::PathBuf;

use clap::Args;

use super::{Common, message, open, usage};
use crate::assessment::Assessment;
use crate::files::Readers;
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};
use crate::text::{clean, near};
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::new::ABOUT, after_help = help::new::NOTES)]
pub(super) struct NewArgs {
    #[arg(help = help::new::FILE)]
    file: PathBuf,
    #[arg(help = help::new::ORGANIZATION, long, value_name = "NAME")]
    organization: String,
    #[arg(help = help::new::RESPONDENT, long, value_name = "NAME")]
    respondent: Option<String>,
    #[arg(help = help::new::QUESTIONNAIRE, long, value_name = "ID")]
    questionnaire: Vec<String>,
}

impl NewArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let organization = clean(self.organization.trim()).into_owned();
        if organization.is_empty() {
            return Err(usage(Some("new"), command_line::NO_ORGANIZATION));
        }
        let respondent = self.respondent.as_deref().map(|name| clean(name.trim()).into_owned());
        let catalogue = open::catalogue(common)?;
        let assessment = Assessment {
            organization,
            respondent: respondent.filter(|name| !name.is_empty()),
            questionnaires: self.selection(catalogue)?,
            ..Assessment::default()
        };
        open::create(&self.file, assessment, Readers::All, catalogue)?;
        message::say(&command_line::made_to_answer(&self.file));
        Ok(())
    }

    /// The questionnaires that are asked, each once, and their versions.
    fn selection(&self, catalogue: &Catalogue) -> anyhow::Result<Vec<(String, String)>> {
        let mut selection: Vec<(String, String)> = Vec::new();
        let wanted: Vec<&str> = match self.questionnaire.as_slice() {
            [] => DEFAULT_SELECTION.to_vec(),
            chosen => chosen.iter().map(String::as_str).collect(),
        };
        for id in wanted {
            let Some(questionnaire) = catalogue.questionnaire(id) else {
                let known = catalogue.questionnaires().map(|known| known.id.as_str());
                let near = near(id, known);
                anyhow::bail!(command_line::no_questionnaire(id, &near));
            };
            if !selection.iter().any(|(chosen, _)| chosen == id) {
                selection.push((id.to_owned(), questionnaire.version.clone()));
            }
        }
        Ok(selection)
    }
}
