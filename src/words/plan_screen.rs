//! What the plan screen and its dialogs say. What the written plan says too stands in
//! [`crate::words::plan`].

use std::path::Path;

use jiff::civil::Date;

use crate::assessment::{State, Steer};
use crate::plan::{DueOff, Need, Plan, Planned, Quarter};
use crate::questionnaire::{Catalogue, Questionnaire};
pub(crate) use crate::words::actions::tick;
pub(crate) use crate::words::plan_changes::{
    BAD_CAPACITY, BAD_DATE, DUE, NO_DAY, NOBODY, OWNER, PAST, START, WHEN_WRITTEN, capacity, capacity_hint,
    route, set, start, state_choice, target,
};
use crate::words::scores::number;
use crate::words::{count, plan, roles};

pub(crate) const FIND_OUT_MARK: &str = "?";
pub(crate) const QUARTERS: &str = "An action stands in the quarter in which it ends.";
pub(crate) const DUE_SIGNS: &str = "(before), (after): due before its quarter begins, or after it has ended";
pub(crate) const STATE_FIRST: &str = "It is done or dropped: change its state first (s)";
pub(crate) const NO_ACTION: &str = "There is no action here";
pub(crate) const TAKE_IN_FIRST: &str = "It is not in the plan: + takes it in";
pub(crate) const SIGNS: &str = "S M L: 1, 3, 8 points (M 2: 2 left)  ! a gap before a target  ? find out";
pub(crate) const MORE: &str = "Enter shows all of it.";
pub(crate) const NO_ACTIONS: &str = "No question of this assessment has an action. Add a questionnaire (b).";
pub(crate) const TAKEN_OVER_UNDO: &str = "Afterwards u takes all of it back.";
pub(crate) const REST_IS_READ: &str =
    "Everything else is read. Mend these lines in the file and write the plan again.";
pub(crate) const WHO: &str = "Who is needed";
pub(crate) const NOBODY_NEEDED: &str = "The plan has no actions, so nobody is needed.";
pub(crate) const STATE: &str = "How far is it?";
pub(crate) const CAPACITY_TITLE: &str = "Capacity of the plan";
pub(crate) const START_TITLE: &str = "Start of the plan";
pub(crate) const WRITE: &str = "Write the plan";
pub(crate) const WRITE_MINUTES: &str = "Write the minutes";
pub(crate) const AS_WHAT: &str = "As what?";
pub(crate) const WHERE_TO: &str = "Where to? A path without a folder is where you started the program.";
pub(crate) const REPLACE: &str = "Replace the file?";
pub(crate) const REPLACE_YES: &str = "Replace it";
pub(crate) const REPLACE_NO: &str = "Leave it as it is";
pub(crate) const SETTINGS_TITLE: &str = "How the plan is made";
pub(crate) const SETTINGS: &str = "What is to change? The quarters follow at once.";

/// The state of an action, as the title of its dialog.
pub(crate) fn state_of(action: &str) -> String {
    format!("State: {action}")
}

/// The owner of an action, as the title of its dialog.
pub(crate) fn owner_of(action: &str) -> String {
    format!("Owner: {action}")
}

/// The due date of an action, as the title of its dialog.
pub(crate) fn due_of(action: &str) -> String {
    format!("Due: {action}")
}

/// An action that the user has taken in, and the quarter in which it ends.
pub(crate) fn taken_in(title: &str, quarter: Option<usize>) -> String {
    match quarter {
        Some(quarter) => format!("Taken in: {title}, quarter {quarter}"),
        None => {
            format!("Taken in: {title}; the plan follows once it applies and what it needs is not dropped")
        }
    }
}

/// An action that the user has not taken in any more; the route may take it all the same.
pub(crate) fn no_longer_taken_in(title: &str, is_in_plan: bool) -> String {
    let still = if is_in_plan { "; this route has it all the same" } else { "" };
    format!("No longer taken in by you: {title}{still}")
}

pub(crate) fn moved(title: &str, quarter: usize) -> String {
    format!("Moved: {title}, quarter {quarter}")
}

/// An action that stays in its place, though it was to be moved.
pub(crate) fn not_moved(title: &str, how: Steer) -> String {
    match how {
        Steer::Sooner => format!("{title}: what comes before it is under way or needed first"),
        Steer::Later | Steer::Also => format!("{title}: it is under way, or needed by what comes after it"),
    }
}

/// The actions under way, in one line.
pub(crate) fn doing(plan: &Plan<'_>) -> Option<String> {
    let titles: Vec<&str> = plan.doing().map(|planned| planned.action.text.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("Under way: {}", titles.join("; ")))
}

/// The day on which an action is due, with a word where it lies outside of its quarter.
pub(crate) fn due(due: Date, off: Option<DueOff>) -> String {
    match off {
        None => due.to_string(),
        Some(DueOff::Before) => format!("{due} (before)"),
        Some(DueOff::After) => format!("{due} (after)"),
    }
}

/// The size of an action, and what is left of its points where that is less: "M 2".
pub(crate) fn effort(planned: &Planned<'_>) -> String {
    let effort = planned.action.effort;
    match planned.state.state {
        State::Todo | State::Doing if planned.points < effort.points() => {
            format!("{} {}", effort.id(), planned.points)
        }
        _ => effort.id().to_owned(),
    }
}

/// The work of a quarter and the levels that are new then: "12 points, then stage 1".
pub(crate) fn outcome(quarter: &Quarter<'_>, new: &[(&Questionnaire, usize)]) -> String {
    let all = [plan::points(quarter.points), reaches(new)];
    all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A role that a plan needs.
pub(crate) fn need(catalogue: &Catalogue, of: &Plan<'_>, need: &Need<'_>) -> String {
    let role = plan::role(catalogue, need.role);
    let (actions, points) = (count(need.actions, "action"), count(need.points, "point"));
    let held = roles::answer(of, need);
    format!("{role}: {actions}, {points}, from quarter {}; held by somebody: {held}", need.from)
}

/// How much work a plan is, and from when; what to do where it is none.
pub(crate) fn work(plan: &Plan<'_>) -> String {
    let work = plan::work(plan);
    match plan.actions.is_empty() {
        true => format!("{work}. Choose a higher one (t), or take the full route (c)."),
        false => format!("{work}, from {}", plan.settings.start),
    }
}

/// How many actions begin with finding out.
pub(crate) fn to_answer(plan: &Plan<'_>) -> Option<String> {
    match plan.to_answer() {
        0 => None,
        1 => Some("? 1 begins with finding out: answer its question (i)".to_owned()),
        many => Some(format!("? {many} begin with finding out: answer their questions (i)")),
    }
}

/// What a quarter reaches, in short: "then stage 1, rung 0".
fn reaches(levels: &[(&Questionnaire, usize)]) -> String {
    let levels: Vec<String> =
        levels.iter().map(|(questionnaire, level)| number(questionnaire, *level)).collect();
    if levels.is_empty() { String::new() } else { format!("then {}", levels.join(", ")) }
}

pub(crate) fn under_way(title: &str) -> String {
    format!("under way at its end: {title}")
}

/// The title of what need not wait for the plan.
pub(crate) const READY: &str = "Ready now, for what is there already";

/// A heading with how many stand below it.
pub(crate) fn group(title: &str, many: usize) -> String {
    format!("{title}: {}", count(many, "action"))
}

pub(crate) fn taken_over(path: &Path) -> String {
    format!("Taken over from {}", path.display())
}

pub(crate) fn not_read(path: &Path) -> String {
    format!("Not read in {}", path.display())
}

pub(crate) fn not_synced(path: &Path) -> String {
    format!("{}: this plan says something new, which cannot be taken over", path.display())
}

pub(crate) fn written_to(path: &Path, is_minutes: bool) -> String {
    let what = if is_minutes { "The minutes are" } else { "The plan is" };
    format!("{what} in {}", path.display())
}

pub(crate) fn replace_hint(path: &Path) -> String {
    format!("{} exists, and is not a plan that this program wrote.", path.display())
}
