//! What `?` says: what works at this place first, then what works at all of them.

use super::commands;
use crate::app::keys::{Command, Context, bindings};
use crate::words::spoken as words;

/// Lists the questions; a word without a key, since the screens show the list all the time.
pub(super) const LIST: &str = "list";

/// The places of an open assessment.
const PLACES: [Context; 5] =
    [Context::Interview, Context::Milestone, Context::Results, Context::Target, Context::Plan];

/// The help of a place; of an action of the plan, where one is told.
pub(super) fn help(context: Context, is_action: bool) -> Vec<String> {
    let mut lines: Vec<String> = about(context, is_action).iter().map(|line| (*line).to_owned()).collect();
    let explained = commands::explained(context).into_iter();
    let works = |command: &Command| works(context, is_action, *command);
    let (everywhere, here): (Vec<_>, Vec<_>) =
        explained.filter(|(command, _)| works(command)).partition(|(command, _)| {
            PLACES.iter().all(|place| bindings(*place).any(|found| found.command == *command))
        });
    lines.extend(here.into_iter().map(|(_, line)| line));
    let is_open = bindings(context).any(|binding| binding.command == Command::Interview);
    lines.extend(is_open.then(|| words::EVERYWHERE.to_owned()));
    lines.extend(everywhere.into_iter().map(|(_, line)| line));
    lines.extend(is_open.then(|| words::HELP_LIST.to_owned()));
    lines
}

/// What numbers and an empty line do at a place, and what its words mean.
fn about(context: Context, is_action: bool) -> &'static [&'static str] {
    match context {
        Context::Home => words::HELP_HOME,
        Context::Interview => words::HELP_QUESTION,
        Context::Milestone => words::HELP_MILESTONE,
        Context::Results => words::HELP_RESULTS,
        Context::Target => words::HELP_TARGET,
        Context::Plan if is_action => words::HELP_ACTION,
        Context::Plan => words::HELP_PLAN,
        Context::Comparison => words::HELP_COMPARISON,
        Context::Voting | Context::Revealed => words::HELP_WORKSHOP,
        _ => &[],
    }
}

/// Whether a command of the screen does something at this place.
fn works(context: Context, is_action: bool, command: Command) -> bool {
    use Command::{Due, Evidence, Next, Note, Owner, Previous, State};
    match context {
        Context::Plan if !is_action => {
            !matches!(command, State | Owner | Due | Note | Evidence | Next | Previous)
        }
        Context::Plan => !matches!(command, Next | Previous),
        _ => true,
    }
}
