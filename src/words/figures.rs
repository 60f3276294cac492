//! What stands in and beside the figures of a result.

use super::capital;
use super::scores::{PASSED_OVER, level, position, range};
use crate::questionnaire::Questionnaire;
use crate::score::{LevelScore, LevelsScore};

/// The name of the level axis.
pub const OSPO_LEVEL: &str = "OSPO level";
/// The beginning of the level axis.
pub const NULL: &str = "none";
/// The lower part of an axis.
pub const LOW: &str = "low";
/// The upper end of an axis.
pub const HIGH: &str = "high";
/// What the arrow along the ladder says.
pub const ARROW: &str = "always taking part and contributing";
/// The sign of the organisation's own position.
pub const HERE: &str = "●";

/// A mark on a level of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The level that the answers prove.
    Reached,
    /// The level that they still allow.
    Possible,
    /// The level aimed at.
    Target,
}

/// A mark with its word and its sign.
#[derive(Debug, Clone, Copy)]
pub struct MarkWord {
    pub kind: Mark,
    pub word: &'static str,
    /// In one column.
    pub sign: &'static str,
}

/// All marks.
pub const MARKS: [MarkWord; 3] = [
    MarkWord { kind: Mark::Reached, word: "reached", sign: "✓" },
    MarkWord { kind: Mark::Possible, word: "possible", sign: "◇" },
    MarkWord { kind: Mark::Target, word: "target", sign: "◎" },
];

/// The legend of the own position: "position 1.42, ability 44.0%".
pub fn here(score: &LevelsScore<'_>) -> String {
    match score.ability.filter(|ability| !ability.sum.is_empty()) {
        Some(ability) => {
            format!("position {}, ability {}", position(score), range(ability.sum, ability.possible))
        }
        None => format!("position {}", position(score)),
    }
}

/// Each level in the place of its part of a figure.
pub fn levels(questionnaire: &Questionnaire, score: &LevelsScore<'_>, target: Option<usize>) -> Vec<String> {
    (0..questionnaire.levels.len()).map(|number| level_state(questionnaire, score, number, target)).collect()
}

/// A level and how it stands: "Stage 1, Legal-driven: reached, 82.0%".
fn level_state(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    number: usize,
    target: Option<usize>,
) -> String {
    let scored = number.checked_sub(1).and_then(|index| levels.levels.get(index));
    let scoped_out = scored.is_some_and(|level: &LevelScore<'_>| level.scoped_out);
    let state = match number {
        _ if scoped_out => PASSED_OVER,
        _ if number == levels.reached && levels.provisional() => "reached, here at least",
        _ if number == levels.reached => "reached, you are here",
        _ if number < levels.reached => "reached",
        _ if number <= levels.possible => "not reached yet, still possible",
        _ => "not reached",
    };
    let percent = scored.filter(|level| !level.scoped_out);
    let percent = percent.map(|level| format!(", {}", range(level.sum, level.possible)));
    let target = if target == Some(number) { "; this is the target" } else { "" };
    let name = capital(&self::level(questionnaire, number));
    format!("{name}: {state}{}{target}", percent.unwrap_or_default())
}
