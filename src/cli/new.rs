//! `new`: an assessment without an answer.

use std::path::PathBuf;

use clap::Args;

use super::names::did_you_mean;
use super::{Common, message, open, usage};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};
use crate::text::clean;

/// Make a new assessment
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess new ospo.toml --organization Example --respondent Ada")]
pub(super) struct NewArgs {
    /// The file to make
    file: PathBuf,
    /// Whose open source programme is assessed
    #[arg(long, value_name = "NAME")]
    organization: String,
    /// Who answers
    #[arg(long, value_name = "NAME")]
    respondent: Option<String>,
    /// What is asked, in this order; without it, the two core questionnaires
    #[arg(long, value_name = "ID")]
    questionnaire: Vec<String>,
}

impl NewArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let organization = clean(self.organization.trim()).into_owned();
        if organization.is_empty() {
            return Err(usage(Some("new"), "--organization is empty; give the organisation's name"));
        }
        let respondent = self.respondent.as_deref().map(|name| clean(name.trim()).into_owned());
        let catalogue = open::catalogue(common)?;
        let assessment = Assessment {
            organization,
            respondent: respondent.filter(|name| !name.is_empty()),
            questionnaires: self.selection(&catalogue)?,
            ..Assessment::default()
        };
        open::create(&self.file, assessment, &catalogue)?;
        let file = self.file.display();
        message::say(&format!("made {file}; answer it with `ospo-assess {file}`"));
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
                let known = catalogue.questionnaires().iter().map(|known| known.id.as_str());
                let near = did_you_mean(id, known);
                anyhow::bail!(
                    "there is no questionnaire {id}{near}; `ospo-assess questionnaires` lists them all"
                );
            };
            if !selection.iter().any(|(chosen, _)| chosen == id) {
                selection.push((id.to_owned(), questionnaire.version.clone()));
            }
        }
        Ok(selection)
    }
}
