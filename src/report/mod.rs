//! Scores and plans as text, Markdown, HTML, JSON and CSV. Pure: strings out; the same input gives
//! the same bytes. Knows no terminal, no file and no clock.

mod csv;
mod escape;
pub mod explain;
pub mod figure;
mod html;
mod json;
mod markdown;
mod text;
pub mod words;
mod words_plan;

pub use csv::plan_csv;
pub use escape::printable;
pub use html::plan_html;
pub use json::{plan_json, score_json};
pub use markdown::{PLAN_MARKER, plan_markdown};
pub use text::score_text;

use crate::assessment::Assessment;
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;

/// The number of the level aimed at: the chosen one, or the default where none (or none that the
/// questionnaire knows) was chosen.
pub fn target(assessment: &Assessment, questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> usize {
    let chosen = assessment.targets.get(&questionnaire.id);
    let number = chosen.and_then(|id| questionnaire.levels.iter().position(|level| level.id == *id));
    number.unwrap_or_else(|| score.default_target())
}
