//! What the line-by-line interface says about targets and plans: see `words`.

use std::path::Path;

use jiff::civil::Date;

use super::words::{range, sentence, turning};
use crate::plan::{LevelForecast, Listed, Need, Plan, Planned, Reached, RouteForecast, Target, suggested};
use crate::questionnaire::{Catalogue, Objective, Questionnaire};
use crate::score::LevelsScore;
use crate::words::scores::level as level_title;
use crate::words::{capital, count, plan as words_plan, plan_changes, roles as words_roles};

pub(super) const NO_LEVELS: &str =
    "None of the questionnaires of this assessment has levels, so there is nothing to aim at. b adds one.";
pub(super) const OBJECTIVES: &str = "What you want of open source. A number ticks an objective, or unticks it; the ticked ones suggest a level. That is our judgement, not \
     the paper's.";
pub(super) const DETAILS: &str = "Each level in detail.";

pub(super) const ACTION_FIRST: &str = "Write the number of an action first.";
pub(super) const ACTION_GONE: &str = "This action is no longer in the plan.";
pub(super) const ACTION_PROMPT: &str =
    "Action (s state, o owner, d due, n note, i its question, an empty line goes back, ? help)";
pub(super) const NOBODY_NEEDED: &str = "The plan has no actions, so nobody is needed.";
pub(super) const WHICH_STATE: &str = "How far is it";
pub(super) const OWNER_HINT: &str = "Who does it? A name, or a minus for nobody.";
pub(super) const OWNER_PROMPT: &str = "Owner (an empty line changes nothing)";
pub(super) const DUE_HINT: &str =
    "By when? A day as 2027-01-31, +30 for thirty days from today, or a minus for none.";
pub(super) const DUE_PROMPT: &str = "Day (an empty line changes nothing)";
pub(super) const WHICH_SETTING: &str = "What to change";
pub(super) const CAPACITY_PROMPT: &str = "Points a quarter (an empty line changes nothing)";
pub(super) const START_HINT: &str = "On which day does the first quarter begin? As 2027-01-31, or +30 for thirty \
     days from today; a minus for the day on which the plan is written first.";
pub(super) const START_PROMPT: &str = "First day (an empty line changes nothing)";
pub(super) const WHICH_FORMAT: &str = "Write the plan as what";
pub(super) const PATH_HINT: &str =
    "Where to? A path may begin with ~/ for your home directory; others begin where the program was started.";
pub(super) const NOT_WRITTEN: &str = "No plan was written.";
pub(super) const TAKEN_OVER: &str = "It is taken over; u takes it back.";
pub(super) const REPLACE: &str = "Replace it";

/// What the sizes of actions mean.
pub(super) fn effort() -> String {
    format!("Effort: {}.", words_plan::efforts())
}

/// Where one is, and where one wants to.
pub(super) fn target_now(questionnaire: &Questionnaire, reached: usize, target: Option<usize>) -> String {
    let title = &questionnaire.text.title;
    let here = level_title(questionnaire, reached);
    let target = target.map(|target| level_title(questionnaire, target)).unwrap_or_default();
    format!("{title}: you are at {here}. The target is {target}.")
}

pub(super) fn lower(questionnaire: &Questionnaire, reached: usize) -> String {
    format!("What is lower than {} is reached already.", level_title(questionnaire, reached))
}

/// What comes before the changes that an earlier plan makes.
pub(super) fn taken_over(path: &Path) -> String {
    format!("The plan in {} says something new:", path.display())
}

/// A level as a choice: what it takes by the shortest route.
pub(super) fn level(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    forecast: &LevelForecast,
    target: Option<usize>,
) -> String {
    let title = capital(&level_title(questionnaire, forecast.level));
    let here = if forecast.level == levels.reached { ", you are here" } else { "" };
    let target = if target == Some(forecast.level) { ", the target" } else { "" };
    format!("{title}{here}{target}: {}.", takes(&forecast.shortest))
}

/// A level, and what it means.
pub(super) fn level_detail(questionnaire: &Questionnaire, number: usize) -> String {
    let summary = questionnaire.levels.get(number).map_or("", |level| &level.text.summary);
    format!("{}. {summary}", capital(&level_title(questionnaire, number)))
}

/// What a level would take, by either route.
pub(super) fn forecast(forecast: &LevelForecast) -> Vec<String> {
    let mut lines = vec![route("Shortest", &forecast.shortest), route("Full", &forecast.full)];
    if !forecast.full.needs_dropped.is_empty() {
        lines.push(sentence(&words_plan::needs_dropped(&forecast.full.needs_dropped)));
    }
    lines
}

fn route(name: &str, forecast: &RouteForecast) -> String {
    format!("{name} route: {}.", takes(forecast))
}

/// A route in numbers.
fn takes(forecast: &RouteForecast) -> String {
    let RouteForecast { actions, points, to_answer, reached, .. } = forecast;
    let (actions, points) = (count(*actions, "action"), count(*points, "point"));
    let find_out = match to_answer {
        0 => String::new(),
        some => format!(", {some} of them to find out first"),
    };
    let reached = match reached {
        Reached::Now => "reached now".to_owned(),
        Reached::WithDone => "reached with what was done".to_owned(),
        Reached::Quarter { number, ends } => format!("reached by {ends}, with quarter {number}"),
        Reached::Never => "not reached".to_owned(),
    };
    format!("{actions}{find_out}, {points} of effort, {reached}")
}

/// What the numbers count on.
pub(super) fn counts_on<'q>(
    capacity: u32,
    others: impl Iterator<Item = (&'q Questionnaire, usize)>,
) -> String {
    let others: Vec<String> = others.map(|(other, level)| level_title(other, level)).collect();
    plan_changes::counts_on(capacity, &others, false)
}

pub(super) fn objective(questionnaire: &Questionnaire, objective: &Objective, ticked: bool) -> String {
    let suggests = suggested(questionnaire, objective);
    let suggests = suggests.map(|number| format!(", suggests {}", level_title(questionnaire, number)));
    let ticked = if ticked { "ticked" } else { "not ticked" };
    format!("{}: {ticked}{}.", objective.title, suggests.unwrap_or_default())
}

pub(super) fn objective_set(objective: &Objective, ticked: bool) -> String {
    format!("{}: {}.", objective.title, if ticked { "ticked" } else { "not ticked" })
}

pub(super) fn target_set(questionnaire: &Questionnaire, number: usize) -> String {
    format!("Target: {}.", level_title(questionnaire, number))
}

pub(super) fn target_prompt(
    page: Option<(&Questionnaire, &LevelsScore<'_>)>,
    reached: usize,
    pages: usize,
) -> String {
    let Some((questionnaire, _)) = page else {
        return "Target (b questionnaires, i questions, ? help)".to_owned();
    };
    let highest = questionnaire.levels.len().saturating_sub(1);
    let levels = if reached < highest { format!("{reached}-{highest}") } else { highest.to_string() };
    let objectives = match questionnaire.objectives.len() {
        0 => String::new(),
        many => format!("{}-{} an objective, ", highest + 1, highest + many),
    };
    format!("Target ({levels} a level, {objectives}an empty line reads on, {}p plan, ? help)", turning(pages))
}

pub(super) fn no_such_target(reached: usize, numbers: usize) -> String {
    format!("Choose from {reached} to {}.", numbers.saturating_sub(1))
}

/// From where to where, and by when.
pub(super) fn way(plan: &Plan<'_>, target: &Target<'_>, levels: &LevelsScore<'_>) -> String {
    let title = &target.questionnaire.text.title;
    sentence(&format!("{title}: {}", words_plan::way(plan, target, levels)))
}

/// The title of the action of a question; its id where there is none.
pub(super) fn action_title(catalogue: &Catalogue, question: &str) -> String {
    let action = catalogue.question(question).and_then(|question| question.action.as_ref());
    action.map_or(question, |action| &action.text.title).to_owned()
}

/// An action of the plan in one line.
pub(super) fn planned(planned: &Planned<'_>) -> String {
    let action = words_plan::short(planned.action);
    let state = plan_changes::state(planned.state.state);
    let owner = planned.state.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
    let due = planned.state.due.map(|due| format!(", due {due}")).unwrap_or_default();
    let find_out = if planned.standing.is_open() { ", begins with finding out" } else { "" };
    let blocking = if planned.blocking { ", in the way of a target" } else { "" };
    format!("{action}: {state}{owner}{due}{find_out}{blocking}.")
}

/// An action that is done, dropped or left out.
pub(super) fn listed(listed: &Listed<'_>) -> String {
    sentence(&words_plan::short(listed.action))
}

pub(super) fn group(title: &str, many: usize) -> String {
    format!("{title}: {}.", count(many, "action"))
}

pub(super) fn plan_prompt(actions: usize) -> String {
    let actions = if actions == 0 { String::new() } else { format!("{} tells an action, ", range(actions)) };
    format!("Plan ({actions}an empty line reads on, c route, capacity and start, w write, ? help)")
}

pub(super) fn plan_path(usual: &str) -> String {
    format!("The path of the file (an empty line for {usual})")
}

pub(super) fn start_kept(today: Date) -> String {
    format!("The plan starts on {today}.")
}

pub(super) fn written(path: &Path, replaced: bool) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let replaced = if replaced { ", in place of the file that was there" } else { "" };
    format!("The plan is in {}{replaced}", path.display())
}

pub(super) fn owner_set(owner: Option<&str>) -> String {
    sentence(&format!("Owner: {}", owner.unwrap_or("nobody yet")))
}

pub(super) fn due_set(due: Option<Date>, today: Date) -> String {
    let past = if due.is_some_and(|due| due < today) { " That day is past." } else { "" };
    format!("Due: {}.{past}", due.map_or("no day".to_owned(), |due| due.to_string()))
}

pub(super) fn too_much(most: u32) -> String {
    format!("That is more than this can count: {most} points at most.")
}

/// A note at an action belongs to its question.
pub(super) fn note_of(question: &str) -> String {
    format!("What you write here stands with its question, {question}.")
}

/// A role that a plan needs.
pub(super) fn need(catalogue: &Catalogue, plan: &Plan<'_>, need: &Need<'_>) -> String {
    let role = words_plan::role(catalogue, need.role);
    let (actions, points) = (count(need.actions, "action"), count(need.points, "point"));
    let held = words_roles::answer(plan, need);
    sentence(&format!("{role}: {actions}, {points}, from quarter {}; held by somebody: {held}", need.from))
}

pub(super) fn exists(path: &Path) -> String {
    format!("{} exists, and is not a plan that may be replaced unasked.", path.display())
}
