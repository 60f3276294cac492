//! Scores and plans as text, Markdown, HTML, JSON and CSV. Pure: strings out; the same input gives
//! the same bytes. Knows no terminal, no file and no clock.

pub mod action;
pub(crate) mod compare;
mod csv;
pub(crate) mod discussion;
pub(crate) mod escape;
pub mod explain;
pub mod figure;
mod history;
mod json;
pub mod plain;
mod portfolio;
pub(crate) mod sections;
mod text;

pub use compare::{compare_json, compare_markdown, compare_text};
pub use csv::plan_csv;
pub use discussion::merge_text;
pub use escape::printable;
pub use history::{history_json, history_markdown, history_text};
pub(crate) use json::pretty_json;
pub use json::{plan_json, score_json};
pub use portfolio::{ChangeTable, ScoreTable, TableFormat};
pub use text::score_text;

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::plan::Settings;
use crate::questionnaire::Catalogue;

/// The settings of an assessment for its targets, which no day changes.
fn targets(catalogue: &Catalogue, assessment: &Assessment) -> Settings {
    Settings::of(catalogue, assessment, Date::default())
}
