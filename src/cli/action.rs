//! `action`: how far actions are, who has taken them, and by when.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::names::{date, pair, twice};
use super::{Common, open, usage};
use crate::assessment::{ActionState, Assessment, Edit, State};
use crate::questionnaire::Catalogue;
use crate::text::clean;

/// Say how far actions are, who does them, and by when
#[derive(Debug, Args)]
#[command(after_help = "\
An action is named by its question. The options apply to every action that is given; an empty one \
(--owner \"\") removes what was there.

Example:
  ospo-assess action ospo.toml QUESTION=doing --owner \"Ada\" --due 2027-01-31")]
pub(super) struct ActionArgs {
    /// The assessment
    file: PathBuf,
    /// A question and the state of its action: todo, doing, done or dropped
    #[arg(required = true, value_name = "QUESTION=STATE", value_parser = state)]
    actions: Vec<(String, State)>,
    /// Who does it
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// The day by which it is to be done, like 2027-01-31
    #[arg(long, value_name = "DATE", value_parser = due)]
    due: Option<Due>,
}

/// A day, or that there is none any more.
#[derive(Debug, Clone, Copy)]
struct Due(Option<Date>);

fn due(argument: &str) -> Result<Due, String> {
    if argument.is_empty() { Ok(Due(None)) } else { date(argument).map(|date| Due(Some(date))) }
}

fn state(argument: &str) -> Result<(String, State), String> {
    let (question, word) = pair(argument)?;
    let state = word.parse::<State>().ok().ok_or_else(|| {
        let states: Vec<&str> = State::ALL.iter().map(|state| state.id()).collect();
        format!("an action is one of {}", states.join(", "))
    })?;
    Ok((question, state))
}

impl ActionArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        if let Some(question) = twice(&self.actions) {
            return Err(usage(Some("action"), format!("{question} is given twice; give it one state")));
        }
        let catalogue = open::catalogue(common)?;
        open::change(&self.file, &catalogue, |assessment| self.changed(assessment, &catalogue))
    }

    fn changed(&self, mut assessment: Assessment, catalogue: &Catalogue) -> anyhow::Result<Assessment> {
        for (id, state) in &self.actions {
            if open::asked(id, &assessment, catalogue)?.action.is_none() {
                anyhow::bail!(
                    "{id} has no action: its questionnaire compares candidates; nothing is to be done"
                );
            }
            let mut action = assessment.actions.get(id).cloned().unwrap_or_default();
            action.state = *state;
            if let Some(owner) = &self.owner {
                let owner = clean(owner.trim()).into_owned();
                action.owner = (!owner.is_empty()).then_some(owner);
            }
            if let Some(Due(date)) = self.due {
                action.due = date;
            }
            let action = (action != ActionState::default()).then_some(action);
            assessment.apply(Edit::Action(id.clone(), action));
        }
        Ok(assessment)
    }
}
