//! `action`: how far actions are, who has taken them, and by when; and where they stand in the plan.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use jiff::civil::Date;

use super::arguments::{ArgumentError, date, name_of, pair, twice};
use super::{Common, open, usage};
use crate::assessment::{ActionState, Assessment, Edit, State, Steer};
use crate::questionnaire::Catalogue;
use crate::text::{clean, day};
use crate::words::{changed, command_line, help, plan_file};

#[derive(Debug, Args)]
#[command(about = help::action::ABOUT, after_help = help::action::NOTES)]
#[command(group = ArgGroup::new("place").conflicts_with_all(["owner", "due"]))]
pub(super) struct ActionArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::action::ACTIONS, required = true, value_name = "QUESTION[=STATE]")]
    #[arg(value_parser = action)]
    actions: Vec<(String, Option<State>)>,
    #[arg(help = help::action::OWNER, long, value_name = "NAME")]
    owner: Option<String>,
    #[arg(help = help::action::DUE, long, value_name = "DATE", value_parser = due)]
    due: Option<Due>,
    #[arg(help = help::action::SOONER, long, group = "place")]
    sooner: bool,
    #[arg(help = help::action::LATER, long, group = "place")]
    later: bool,
    #[arg(help = help::action::ALSO, long, group = "place")]
    also: bool,
}

/// A day, or that there is none any more.
#[derive(Debug, Clone, Copy)]
struct Due(Option<Date>);

fn due(argument: &str) -> Result<Due, ArgumentError> {
    if argument.is_empty() {
        return Ok(Due(None));
    }
    // The bounds of a day in the interface and in a plan.
    let date = day(argument, date(argument)?);
    date.map(|date| Due(Some(date))).ok_or(ArgumentError::NotADay)
}

/// A question, with the state of its action or without.
fn action(argument: &str) -> Result<(String, Option<State>), ArgumentError> {
    if !argument.contains('=') {
        return Ok((name_of(argument)?, None));
    }
    let (question, word) = pair(argument)?;
    let state = word.parse::<State>().map_err(|_| ArgumentError::UnknownState)?;
    Ok((question, Some(state)))
}

impl ActionArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        let wrong = |what: String| Err(usage(Some("action"), what));
        let steer = self.steer();
        if let Some(question) = twice(&self.actions) {
            return wrong(command_line::two_states(question));
        }
        if let Some((question, _)) = self.actions.iter().find(|(_, state)| state.is_some() == steer.is_some())
        {
            return wrong(command_line::state_or_place(question, steer.is_some()));
        }
        let catalogue = open::catalogue(common)?;
        let changed = |assessment| self.changed(assessment, catalogue, steer);
        open::change_and_say(&self.file, common, catalogue, changed, |before, after| {
            self.lines(before, after)
        })
    }

    /// What has changed, action by action.
    fn lines(&self, before: &Assessment, after: &Assessment) -> Vec<String> {
        let action = |assessment: &Assessment, id| assessment.actions.get(id).cloned().unwrap_or_default();
        let changed = self.actions.iter().filter_map(|(id, state)| {
            if state.is_some() {
                let (then, now) = (action(before, id), action(after, id));
                return (then != now).then(|| plan_file::action_change(id, &then, &now));
            }
            let (then, now) = (changed::place(&before.plan, id), changed::place(&after.plan, id));
            (before.plan != after.plan).then(|| changed::from_to(id, &then, &now))
        });
        changed.collect()
    }

    /// Where the actions go.
    fn steer(&self) -> Option<Steer> {
        let chosen = [(self.sooner, Steer::Sooner), (self.later, Steer::Later), (self.also, Steer::Also)];
        chosen.into_iter().find(|(is_chosen, _)| *is_chosen).map(|(_, steer)| steer)
    }

    fn changed(
        &self,
        mut assessment: Assessment,
        catalogue: &Catalogue,
        steer: Option<Steer>,
    ) -> anyhow::Result<Assessment> {
        for (id, _) in &self.actions {
            if open::asked(id, &assessment, catalogue)?.action.is_none() {
                anyhow::bail!(command_line::no_action(id));
            }
        }
        let Some(steer) = steer else {
            let states = self.actions.iter().filter_map(|(id, state)| Some((id, (*state)?)));
            states.for_each(|(id, state)| self.set(&mut assessment, id, state));
            return Ok(assessment);
        };
        let mut plan = assessment.plan.clone();
        plan.steer(self.actions.iter().map(|(id, _)| id.as_str()), steer);
        assessment.apply(Edit::Plan(plan));
        Ok(assessment)
    }

    fn set(&self, assessment: &mut Assessment, id: &str, state: State) {
        let mut action = assessment.actions.get(id).cloned().unwrap_or_default();
        action.state = state;
        if let Some(owner) = &self.owner {
            let owner = clean(owner.trim()).into_owned();
            action.owner = (!owner.is_empty()).then_some(owner);
        }
        if let Some(Due(date)) = self.due {
            action.due = date;
        }
        let action = (action != ActionState::default()).then_some(action);
        assessment.apply(Edit::Action(id.to_owned(), action));
    }
}
