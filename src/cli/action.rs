//! `action`: how far actions are, who has taken them, and by when.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::arguments::{ArgumentError, date, pair, twice};
use super::{Common, open, usage};
use crate::assessment::{ActionState, Assessment, Edit, State};
use crate::questionnaire::Catalogue;
use crate::text::clean;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::action::ABOUT, after_help = help::action::NOTES)]
pub(super) struct ActionArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::action::ACTIONS, required = true, value_name = "QUESTION=STATE", value_parser = state)]
    actions: Vec<(String, State)>,
    #[arg(help = help::action::OWNER, long, value_name = "NAME")]
    owner: Option<String>,
    #[arg(help = help::action::DUE, long, value_name = "DATE", value_parser = due)]
    due: Option<Due>,
}

/// A day, or that there is none any more.
#[derive(Debug, Clone, Copy)]
struct Due(Option<Date>);

fn due(argument: &str) -> Result<Due, ArgumentError> {
    if argument.is_empty() { Ok(Due(None)) } else { date(argument).map(|date| Due(Some(date))) }
}

fn state(argument: &str) -> Result<(String, State), ArgumentError> {
    let (question, word) = pair(argument)?;
    let state = word.parse::<State>().map_err(|_| ArgumentError::UnknownState)?;
    Ok((question, state))
}

impl ActionArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        if let Some(question) = twice(&self.actions) {
            return Err(usage(Some("action"), command_line::two_states(question)));
        }
        let catalogue = open::catalogue(common)?;
        open::change(&self.file, &catalogue, |assessment| self.changed(assessment, &catalogue))
    }

    fn changed(&self, mut assessment: Assessment, catalogue: &Catalogue) -> anyhow::Result<Assessment> {
        for (id, state) in &self.actions {
            if open::asked(id, &assessment, catalogue)?.action.is_none() {
                anyhow::bail!(command_line::no_action(id));
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
