//! What stands at the drawn figures: their titles, and the tables behind them.

use super::scores::level;
use super::{count, plan};
use crate::assessment::Assessment;
use crate::plan::Quarter;
use crate::questionnaire::Questionnaire;
use crate::score::{AbilityScore, Sum};
use crate::team::answered_on;

/// What opens the table behind a figure.
pub(crate) const NUMBERS: &str = "The same as a table";
/// The title of the quarters.
pub(crate) const QUARTERS: &str = "The quarters, and how full they are";
/// The title of the agreement.
pub(crate) const AGREEMENT: &str = "How far the answers agree, the most divided first";
/// What the colours and lines of bars mean.
pub(crate) const PROVEN: &str = "proven by the answers";
/// The same where it is not enough.
pub(crate) const WEAK: &str = "proven, and not enough yet";
/// A part that open answers could still bring.
pub(crate) const POSSIBLE: &str = "possible, not answered yet";
/// The ring in a figure, where no day is known.
const EARLIER: &str = "at the earlier assessment";
/// The line in a bar.
pub(crate) const NEEDED: &str = "needed";

/// Columns of the tables; the second holds numbers.
pub(crate) const LEVEL_COLUMNS: [&str; 3] = ["Level", "In place", "Mark"];
pub(crate) const GATE_COLUMNS: [&str; 3] = ["What", "In place", "How it stands"];
pub(crate) const AREA_COLUMNS: [&str; 3] = ["Area", "In place", "Mark"];
pub(crate) const AGREEMENT_COLUMNS: [&str; 3] = ["Question", "Agreement", "How strong"];
pub(crate) const QUARTER_COLUMNS: [&str; 3] = ["Quarter", "Work", "Planned by the end"];

/// When an earlier assessment was, in a figure: "on 2026-11-22".
pub(crate) fn when(earlier: &Assessment) -> String {
    answered_on(earlier).map_or_else(|| EARLIER.to_owned(), |day| format!("on {day}"))
}

/// The title of the staircase or the ladder.
pub(crate) fn levels(questionnaire: &Questionnaire) -> String {
    format!("{}: where we are, and what we aim at", questionnaire.text.title)
}

/// The title of the bars of levels.
pub(crate) fn gates(questionnaire: &Questionnaire) -> String {
    format!("{}: each {} against what it needs", questionnaire.text.title, questionnaire.text.level_name)
}

/// The title of the bar of the ability to execute.
pub(crate) fn ability(questionnaire: &Questionnaire) -> String {
    format!(
        "{}: ability to execute, against what the next {} needs",
        questionnaire.text.title, questionnaire.text.level_name
    )
}

/// How much is in place, and how much is needed: "85.9%, needs 60%".
pub(crate) fn of_needed(sum: Sum, needed: u32) -> String {
    format!("{sum}, needs {needed}%")
}

/// How many of the key questions are far enough; nothing where none is.
pub(crate) fn keys((met, keys): (usize, usize)) -> String {
    if keys == 0 { String::new() } else { format!("key questions {met} of {keys}") }
}

/// The level that ability sustains, and what alone keeps it from more.
pub(crate) fn sustains(questionnaire: &Questionnaire, ability: &AbilityScore, sustained: usize) -> String {
    let missing = match ability.held_back_by {
        0 => String::new(),
        many => format!(", {} missing", count(many, "key question")),
    };
    format!("carries {}{missing}", level(questionnaire, sustained))
}

/// The title of the bars of areas.
pub(crate) fn areas(questionnaire: &Questionnaire) -> String {
    format!("{}: the areas, the strongest first", questionnaire.text.title)
}

/// A bar in words: "1 Legal-driven: 82.0% of 75%, holds".
pub(crate) fn bar(name: &str, value: &str, state: &str) -> String {
    let parts: Vec<&str> = [value, state].into_iter().filter(|part| !part.is_empty()).collect();
    format!("{name}: {}", parts.join(", "))
}

/// A quarter in short.
pub(crate) fn quarter(quarter: &Quarter<'_>) -> String {
    format!("Quarter {}, to {}", quarter.number, quarter.ends)
}

/// The work of a quarter.
pub(crate) fn work(quarter: &Quarter<'_>) -> String {
    format!("{}, {}", count(quarter.actions.len(), "action"), plan::points(quarter.points))
}
