//! What the plan screen and its dialogs say. What the written plan says too stands in
//! [`crate::report::words_plan`].

use jiff::civil::Date;

use crate::assessment::{DEFAULT_CAPACITY, Route, State};
use crate::plan::{Arrival, Plan, Settings, Target};
use crate::questionnaire::Questionnaire;
use crate::report::words::{self, capital, count, number};
use crate::score::LevelsScore;

pub(super) const FIND_OUT_MARK: &str = "?";
pub(super) const LEGEND: &str =
    "[ ] to do  [~] under way  [x] done  [-] dropped  ? begins with finding out  ! in the way of a target";
pub(super) const MORE: &str = "Enter shows all of it.";
pub(super) const NOTHING: &str =
    "Nothing is left to do for the targets. Choose a higher one (t), or take the full route (c).";
pub(super) const NO_ACTIONS: &str = "No question of this assessment has an action. Add a questionnaire (b).";

pub(super) const OWNER: &str = "Who does it? A name; empty for nobody yet.";
pub(super) const DUE: &str =
    "By when? A day as 2027-01-31, or +30 for thirty days from today; empty for none.";
pub(super) const CAPACITY: &str = "How many points of work can you do in a quarter? A small action (S) is 1 \
    point and takes about a week, a medium one (M) is 3, a large one (L) is 8.";
pub(super) const START: &str = "On which day does the first quarter begin? As 2027-01-31, or +30 for thirty days from today; empty for \
     the day on which the plan is written first.";
pub(super) const SETTINGS: &str = "What is to change? The quarters follow at once.";
pub(super) const BAD_DATE: &str = "Not a day: 2027-01-31 is one, +30 is in thirty days";
pub(super) const BAD_CAPACITY: &str = "Write a whole number from 1, for instance 12";

/// How far an action is, in words.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Todo => "to do",
        State::Doing => "under way",
        State::Done => "done",
        State::Dropped => "dropped",
    }
}

/// What choosing a state means.
pub(super) fn state_choice(of: State) -> String {
    let meaning = match of {
        State::Todo => "not begun",
        State::Doing => "somebody works on it",
        State::Done => "the results follow when its question is answered anew",
        State::Dropped => "the plan does without it",
    };
    format!("{}: {meaning}", state(of))
}

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
    let quarters = count(plan.waves.len(), "quarter");
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

/// Where one questionnaire stands, where it goes, and when it is there.
pub(super) fn target(plan: &Plan<'_>, target: &Target<'_>, levels: &LevelsScore<'_>) -> String {
    let to = capital(&words::level(target.questionnaire, target.level));
    match plan.arrival(target, levels) {
        Arrival::Now => format!("{to}: reached already"),
        Arrival::With(wave) => format!("{to} (now {}): by {}", levels.reached, wave.ends),
        Arrival::WithDone => format!("{to} (now {}): by what was done since the assessment", levels.reached),
        Arrival::Never => {
            format!("{to}: out of reach, this plan ends at {}", number(target.questionnaire, target.ends_at))
        }
    }
}

/// How many actions begin with finding out.
pub(super) fn to_answer(plan: &Plan<'_>) -> Option<String> {
    match plan.to_answer() {
        0 => None,
        1 => Some("? 1 of them begins with finding out: do that first".to_owned()),
        many => Some(format!("? {many} of them begin with finding out: do that first")),
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

/// A route as a line of the settings.
pub(super) fn route(route: Route, now: bool) -> String {
    let text = match route {
        Route::Shortest => "Shortest route: the least work that reaches the targets",
        Route::Full => "Full route: everything that could be better, up to the targets",
    };
    format!("{text}{}", if now { " (now)" } else { "" })
}

/// The capacity as a line of the settings.
pub(super) fn capacity(points: u32) -> String {
    let usual = if points == DEFAULT_CAPACITY { " (the usual)" } else { "" };
    format!("Capacity: {} a quarter{usual}", count(points as usize, "point"))
}

/// The start as a line of the settings.
pub(super) fn start(start: Option<Date>) -> String {
    match start {
        Some(start) => format!("Start: {start}"),
        None => "Start: the day on which the plan is written first".to_owned(),
    }
}

/// What was done about the state of an action.
pub(super) fn set(title: &str, of: State) -> String {
    format!("{title}: {}", state(of))
}
