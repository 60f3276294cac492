//! What the target screen says.

use crate::plan::{HigherAim, Reached, RouteForecast};
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;
use crate::words::capital;
pub(crate) use crate::words::plan::needs_dropped;
pub(crate) use crate::words::plan_changes::{
    STAY, ability, beside, counts_on, higher_aim, judgement, stops_short, suggests, together,
    work_all_the_same,
};
use crate::words::scores::level;

pub(crate) const IN_WORK: &str = "What it would take is being worked out …";
pub(crate) const NO_LEVELS: &str = "None of the questionnaires of this assessment has levels, so there is nothing to \
    aim at. Type b to add one.";
pub(crate) const OBJECTIVES: &str = "What you want of open source";
pub(crate) const LOWER: &str = "reached";
pub(crate) const TARGET: &str = "target";
pub(crate) const ENTER: &str = "Enter aims at it.";
pub(crate) const TICK: &str = "Enter ticks the objective.";
pub(crate) const UNTICK: &str = "Enter unticks the objective.";
pub(crate) const IS_TARGET: &str = "This is the target.";
pub(crate) const SPACE_HINT: &str = "Space ticks an objective; Enter makes the highlighted level the target";
pub(crate) const RECOMMENDED: &str = "recommended";
pub(crate) const SHORTEST: &str = "shortest";
pub(crate) const ROUTES: &str = "Recommended: what lasts, for the least work. Shortest: the least work.";
pub(crate) const SUGGESTED: &str = "suggested";
pub(crate) const NEXT: &str = "next";
pub(crate) const IS_NEXT: &str = "The next one, where plans lead while none is chosen; Enter aims at it.";
pub(crate) const STAY_SUGGESTED: &str = "Suggested, to stay where you are; Enter makes that the target.";

/// What is said of the level that is suggested.
pub(crate) fn is_suggested(aim: Option<&HigherAim<'_>>) -> String {
    match aim {
        Some(aim) => format!("Suggested; Enter aims at it. {}", higher_aim(aim)),
        None => "Suggested, as the next one; Enter aims at it.".to_owned(),
    }
}

/// The rows of the table that compares two routes: what, for the recommended, for the shortest.
///
/// Days are given by their month only where they would not fit.
pub(crate) fn table(
    recommended: &RouteForecast,
    shortest: &RouteForecast,
    whole_days: bool,
) -> Vec<[String; 3]> {
    let row = |what: &str, value: &dyn Fn(&RouteForecast) -> String| {
        [what.to_owned(), value(recommended), value(shortest)]
    };
    vec![
        row("actions", &|forecast| forecast.actions.to_string()),
        row("find out", &|forecast| forecast.to_answer.to_string()),
        row("points", &|forecast| forecast.points.to_string()),
        row("reached by", &|forecast| match forecast.reached {
            Reached::Now => "now".to_owned(),
            Reached::WithDone => "done".to_owned(),
            Reached::Quarter { ends, .. } if whole_days => ends.to_string(),
            Reached::Quarter { ends, .. } => ends.strftime("%Y-%m").to_string(),
            Reached::Never => "-".to_owned(),
        }),
        row("in quarter", &|forecast| match forecast.reached {
            Reached::Now | Reached::WithDone => "-".to_owned(),
            Reached::Quarter { number, .. } => number.to_string(),
            Reached::Never => "never".to_owned(),
        }),
    ]
}

pub(crate) const OBJECTIVES_HINT: &str = "Space ticks: suggests a level";

pub(crate) fn set(questionnaire: &Questionnaire, number: usize) -> String {
    format!("Target: {}. p shows the plan, u takes it back", level(questionnaire, number))
}

/// The title of a level, and that one stands on it.
pub(crate) fn title(questionnaire: &Questionnaire, levels: &LevelsScore<'_>, number: usize) -> String {
    let title = capital(&level(questionnaire, number));
    if number == levels.reached { format!("{title} ({})", here(levels)) } else { title }
}

/// That one stands on a level, or on that one at least.
pub(crate) fn here(levels: &LevelsScore<'_>) -> &'static str {
    if levels.provisional() { "here at least" } else { "you are here" }
}

/// The same where there is little room.
pub(crate) fn here_short(levels: &LevelsScore<'_>) -> &'static str {
    if levels.provisional() { "at least" } else { "here" }
}
