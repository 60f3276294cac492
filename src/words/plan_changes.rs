//! What every front end says where a plan is changed: targets, states, owners, days, the route. What
//! names keys of the screens stands there.

use jiff::civil::Date;

use super::scores::{between, level, number};
use super::{actions, capital, count, plan};
use crate::assessment::{DEFAULT_CAPACITY, Route, State};
use crate::plan::{
    Beside, HigherAim, LevelForecast, Plan, Planned, Reached, RouteForecast, Suggestion, Target,
};
use crate::questionnaire::{Objective, Questionnaire};
use crate::score::LevelsScore;

pub(crate) const OWNER: &str = "Who does it? A name.";
pub(crate) const NOBODY: &str = "nobody yet";
pub(crate) const DUE: &str = "By when? A day as 2027-01-31, or +30 for thirty days from today.";
pub(crate) const NO_DAY: &str = "no day";
pub(crate) const START: &str =
    "On which day does the first quarter begin? As 2027-01-31, or +30 for thirty days from today.";
pub(crate) const WHEN_WRITTEN: &str = "the day on which the plan is written first";
pub(crate) const PAST: &str = "That day is past";
pub(crate) const BAD_DATE: &str = "Not a day: 2027-01-31 is one, +30 is in thirty days";
pub(crate) const BAD_CAPACITY: &str = "Write a whole number from 1, for instance 12";
pub(crate) const STAY: &str =
    "Staying here is a choice too: the plan then asks nothing of this questionnaire.";

pub(crate) fn capacity_hint() -> String {
    format!("How many points of work can you do in a quarter? {}.", actions::efforts())
}

/// How far an action is, in words.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Todo => "to do",
        State::Doing => "under way",
        State::Done => "done",
        State::Dropped => "dropped",
    }
}

/// What choosing a state means.
pub(crate) fn state_choice(of: State) -> String {
    let meaning = match of {
        State::Todo => "not begun",
        State::Doing => "somebody works on it",
        State::Done => "the results follow when its question is answered anew",
        State::Dropped => "the plan does without it",
    };
    format!("{}: {meaning}", state(of))
}

/// Where one questionnaire stands, where it goes, and when it is there.
pub(crate) fn target(plan: &Plan<'_>, target: &Target<'_>, levels: &LevelsScore<'_>) -> String {
    let to = capital(&level(target.questionnaire, target.level));
    let now = match levels.provisional() {
        true => format!("{} to {}", levels.reached, levels.possible),
        false => levels.reached.to_string(),
    };
    match plan.reached(target, levels) {
        Reached::Now if target.level == levels.reached && levels.provisional() => {
            format!("{}; nothing more is aimed at", capital(&between(target.questionnaire, levels)))
        }
        Reached::Now if target.level == levels.reached => format!("{to}: you stay where you are"),
        Reached::Now => format!("{to}: reached already"),
        Reached::Quarter { ends, .. } => format!("{to} (now {now}): by {ends}"),
        Reached::WithDone => format!("{to} (now {now}): by what was done since the assessment"),
        Reached::Never => {
            let ends = number(target.questionnaire, target.ends_at);
            format!("{to}: out of reach, this plan ends at {ends}{}", without_action(target))
        }
    }
}

/// Which questions keep a target out of reach, though no action of theirs could be in the plan.
pub(crate) fn without_action(target: &Target<'_>) -> String {
    let questions: Vec<&str> = target.without_action.iter().map(|question| question.id.as_str()).collect();
    match questions.as_slice() {
        [] => String::new(),
        questions => {
            format!("; beyond that, its questionnaire does not say what to do about {}", questions.join(", "))
        }
    }
}

/// A route as a line of the settings.
pub(crate) fn route(route: Route, now: bool) -> String {
    let text = match route {
        Route::Recommended => "Recommended route: the least work that reaches the targets and lasts",
        Route::Shortest => "Shortest route: the least work that reaches the targets",
        Route::Full => "Full route: everything up to the targets that could be better, needed or not",
    };
    format!("{text}{}", if now { " (now)" } else { "" })
}

pub(crate) fn capacity(points: u32) -> String {
    let usual = if points == DEFAULT_CAPACITY { " (the usual)" } else { "" };
    format!("Capacity: {} a quarter{usual}", count(points, "point"))
}

/// The start as a line of the settings.
pub(crate) fn start(start: Option<Date>) -> String {
    match start {
        Some(start) => format!("Start: {start}"),
        None => format!("Start: {WHEN_WRITTEN}"),
    }
}

pub(crate) fn set(title: &str, of: State) -> String {
    format!("{title}: {}", state(of))
}

/// A point, and what the numbers of a level count on.
pub(crate) fn counts_on(questionnaire: &Questionnaire, capacity: u32) -> String {
    let title = &questionnaire.text.title;
    format!(
        "A point is a week of one person; counted for {title} alone, {} a quarter.",
        plan::points(capacity)
    )
}

/// Why there is work though a level is reached; `None` where there is none, or it is not reached.
pub(crate) fn work_all_the_same(forecast: &RouteForecast) -> Option<&'static str> {
    let is_reached = matches!(forecast.reached, Reached::Now);
    (is_reached && forecast.actions > 0).then_some(
        "The level asks for none of that: it is what you took in or what is under way, and what that needs.",
    )
}

/// What a level and all other targets take together.
pub(crate) fn together(forecast: &RouteForecast) -> String {
    let (actions, points) = (count(forecast.actions, "action"), plan::points(forecast.points));
    let reached = plan::reached_when(forecast.reached);
    format!("With all targets: {actions}, {points}; this one {reached}.")
}

/// The ability that a level takes, and whether a plan to it builds that.
pub(crate) fn ability(questionnaire: &Questionnaire, forecast: &LevelForecast<'_>) -> Option<String> {
    let percent = questionnaire.levels.get(forecast.level)?.ability;
    let carried = match forecast.is_carried? {
        true if forecast.is_carried_now => "yours carries it already",
        true => "after this plan yours carries it",
        false => "this plan does not carry it",
    };
    Some(format!("It takes {percent}% of ability to execute: {carried}."))
}

/// A level of another questionnaire that is cheap beside this one.
pub(crate) fn beside(beside: &Beside<'_>) -> String {
    let more = match beside.points {
        0 => "no point more".to_owned(),
        some => format!("{} more", plan::points(some)),
    };
    format!("Cheap beside it: {}, {more}, by the same quarter.", level(beside.questionnaire, beside.level))
}

/// What lies above a level.
pub(crate) fn stops_short(questionnaire: &Questionnaire, at: usize) -> String {
    let above = questionnaire.levels.iter().enumerate().skip(at + 1);
    let above: Vec<String> = above.map(|(number, level)| format!("{number} {}", level.text.title)).collect();
    if above.is_empty() {
        return format!("Nothing lies above: it is the highest {}.", questionnaire.text.level_name);
    }
    format!("Stops short of: {}.", above.join(", "))
}

/// Why a higher level than the next one is suggested.
pub(crate) fn higher_aim(aim: &HigherAim<'_>) -> String {
    let open = format!("up to {} for what turns out to be missing", count(aim.open, "week"));
    let work = match (aim.certain, aim.open) {
        (0, 0) => String::new(),
        (0, _) => format!(" ({open})"),
        (certain, 0) => format!(" (about {} of work)", count(certain, "week")),
        (certain, _) => format!(" (about {} of work, and {open})", count(certain, "week")),
    };
    format!(
        "What {} asks for is there already; below it only answers are missing{work}.",
        level(aim.questionnaire, aim.level)
    )
}

/// A level that is suggested in place of the next one, and why.
pub(crate) fn suggested_aim(aim: &HigherAim<'_>) -> String {
    format!("Suggested: {}. {}", level(aim.questionnaire, aim.level), higher_aim(aim))
}

/// How much it takes to look after what is there: "5 actions, about 7 weeks".
pub(crate) fn to_keep(keep: &[Planned<'_>]) -> String {
    let points: u32 = keep.iter().map(|planned| planned.points).sum();
    format!("{}, about {}", count(keep.len(), "action"), count(points, "week"))
}

/// An objective and the level that it suggests.
pub(crate) fn suggests(questionnaire: &Questionnaire, objective: &Objective, number: usize) -> String {
    let paper = questionnaire.source.as_ref().map(|source| format!("“{}”, ", source.title));
    let source = match objective.source.as_str() {
        "" => String::new(),
        place => format!(" The objective stands in {}{place}.", paper.unwrap_or_default()),
    };
    format!("Suggests {}: that is our judgement.{source}", level(questionnaire, number))
}

/// The level that the ticked objectives suggest together, and why.
pub(crate) fn judgement(questionnaire: &Questionnaire, judged: &Suggestion<'_>) -> String {
    let because = judged.because.iter().map(|objective| format!("\u{201c}{}\u{201d}", objective.title));
    let because = because.collect::<Vec<_>>().join(" and ");
    let others = if judged.others {
        format!("; the others suggest a lower {}", questionnaire.text.level_name)
    } else {
        String::new()
    };
    format!("Our judgement: {}, because of {because}{others}", level(questionnaire, judged.level))
}
