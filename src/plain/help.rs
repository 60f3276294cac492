//! What `?` says: what works at this place first, then what works at all of them.

use super::commands;
use super::sitting::Place;
use super::words;
use crate::app::keys::{Command, Context, bindings};

/// Lists the questions; a word without a key, since the screens show the list all the time.
pub(super) const LIST: &str = "list";
/// Tells who is needed for the plan.
pub(super) const WHO: &str = "who";

/// The places of an open assessment.
const PLACES: [Context; 5] =
    [Context::Interview, Context::Settled, Context::Results, Context::Target, Context::Plan];

/// The help of a place of an open assessment.
pub(super) fn help(place: &Place<'_>, context: Context) -> Vec<String> {
    let mut lines: Vec<String> = about(place).iter().map(|line| (*line).to_owned()).collect();
    let (mut here, mut everywhere) = (Vec::new(), Vec::new());
    for (command, line) in commands::explained(context) {
        if PLACES.iter().all(|context| bindings(*context).any(|binding| binding.command == command)) {
            everywhere.push((command, line));
        } else if works(place, command) {
            here.push(line);
        }
    }
    lines.append(&mut here);
    lines.extend((*place == Place::Plan).then(|| words::HELP_WHO.to_owned()));
    lines.push(words::EVERYWHERE.to_owned());
    lines.extend(everywhere.into_iter().filter(|(command, _)| works(place, *command)).map(|(_, line)| line));
    lines.push(words::HELP_LIST.to_owned());
    lines
}

/// The help of the list of assessments.
pub(super) fn home() -> Vec<String> {
    let lines = commands::explained(Context::Home).into_iter();
    let lines = lines.filter(|(command, _)| *command != Command::Redo).map(|(_, line)| line);
    std::iter::once(words::HELP_HOME.to_owned()).chain(lines).collect()
}

/// What numbers and an empty line do at a place, and what its words mean.
fn about(place: &Place<'_>) -> &'static [&'static str] {
    match place {
        Place::Milestone(_) => words::HELP_MILESTONE,
        Place::Results => words::HELP_RESULTS,
        Place::Target => words::HELP_TARGET,
        Place::Plan => words::HELP_PLAN,
        Place::Action(_) => words::HELP_ACTION,
        Place::Question | Place::Back | Place::Home => words::HELP_QUESTION,
    }
}

/// Whether a command of the screen does something at this place.
fn works(place: &Place<'_>, command: Command) -> bool {
    use Command::{Due, Evidence, Next, Note, Owner, Previous, State};
    match place {
        Place::Plan => !matches!(command, State | Owner | Due | Note | Evidence | Next | Previous),
        Place::Action(_) | Place::Milestone(_) => !matches!(command, Next | Previous),
        _ => true,
    }
}
