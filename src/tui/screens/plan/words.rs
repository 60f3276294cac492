//! What the plan screen and its dialogs say. What the written plan says too stands in
//! [`crate::words::plan`].

use std::path::Path;

use crate::assessment::State;
use crate::plan::{Plan, Settings};
use crate::questionnaire::Questionnaire;
use crate::words::count;
pub(super) use crate::words::plan_changes::{
    BAD_CAPACITY, BAD_DATE, CAPACITY, DUE, OWNER, START, capacity, route, set, start, state_choice, target,
};
use crate::words::scores::number;

pub(super) const FIND_OUT_MARK: &str = "?";
pub(super) const QUARTERS: &str =
    "An action counts in the quarter in which it ends, so one may hold more points than fit into it.";
pub(super) const SIGNS: &str = "S M L: 1, 3, 8 points  ! blocks a target  ? find out";
pub(super) const MORE: &str = "Enter shows all of it.";
pub(super) const NOTHING: &str =
    "Nothing is left to do for the targets. Choose a higher one (t), or take the full route (c).";
pub(super) const NO_ACTIONS: &str = "No question of this assessment has an action. Add a questionnaire (b).";
pub(super) const TAKEN_OVER_UNDO: &str = "Close this, and u takes all of it back.";
pub(super) const SETTINGS: &str = "What is to change? The quarters follow at once.";

/// How far an action is, in a box of three columns.
pub(super) fn tick(state: State) -> &'static str {
    match state {
        State::Todo => "[ ]",
        State::Doing => "[~]",
        State::Done => "[x]",
        State::Dropped => "[-]",
    }
}

/// How much work a plan is, and when: "4 actions, 9 points, 1 quarter of 12 points from 2027-01-01".
pub(super) fn work(plan: &Plan<'_>) -> String {
    let Settings { capacity, start, .. } = plan.settings;
    let (actions, points) = (count(plan.actions.len(), "action"), plan.points());
    let quarters = count(plan.quarters.len(), "quarter");
    format!("{actions}, {points} points of effort, {quarters} of {capacity} points from {start}")
}

/// The route, and whether it is proven.
pub(super) fn way(plan: &Plan<'_>) -> &'static str {
    match plan.proven_shortest {
        Some(true) => "Shortest route, proven: nothing with less effort gets there",
        Some(false) => "Shortest route that was found: less effort may do, which is not proven",
        None => "Full route: everything that could be better, up to the targets",
    }
}

/// How many actions begin with finding out.
pub(super) fn to_answer(plan: &Plan<'_>) -> Option<String> {
    match plan.to_answer() {
        0 => None,
        1 => Some("? 1 begins with finding out: answer its question (i)".to_owned()),
        many => Some(format!("? {many} begin with finding out: answer their questions (i)")),
    }
}

/// What a quarter reaches, in short: "then stage 1, rung 0".
pub(super) fn reaches(levels: &[(&Questionnaire, usize)]) -> String {
    let levels: Vec<String> =
        levels.iter().map(|(questionnaire, level)| number(questionnaire, *level)).collect();
    if levels.is_empty() { String::new() } else { format!("then {}", levels.join(", ")) }
}

/// The action that is under way where a quarter finishes none.
pub(super) fn under_way(title: &str) -> String {
    format!("nothing is finished yet; under way: {title}")
}

/// A heading with how many stand below it.
pub(super) fn group(title: &str, many: usize) -> String {
    format!("{title}: {}", count(many, "action"))
}

/// The heading of what was taken over from an earlier plan.
pub(super) fn taken_over(path: &Path) -> String {
    format!("Taken over from {}", path.display())
}

/// Why a plan is not written over an earlier one.
pub(super) fn not_synced(path: &Path) -> String {
    format!("{}: this plan says something new, which cannot be taken over", path.display())
}
