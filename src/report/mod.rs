//! Scores and plans as text, Markdown, HTML, JSON and CSV. Pure: strings out; the same input gives
//! the same bytes. Knows no terminal, no file and no clock.

pub mod action;
mod answers;
pub mod chart;
mod compare;
mod csv;
pub(crate) mod discussion;
pub(crate) mod escape;
pub mod explain;
pub mod figure;
mod history;
mod issues;
mod json;
mod minutes;
mod portfolio;
mod scores;
mod sponsor;
pub mod tree;
pub mod verdict;
mod wide;
mod write;

pub use answers::{answers_csv, answers_head};
pub use compare::{change, compare_json, comparison, comparison_of};
pub use csv::plan_csv;
pub use discussion::discussion;
pub use escape::printable;
pub use history::{history, history_json};
pub use issues::plan_issues;
pub(crate) use json::pretty_json;
pub use json::{plan_json, score_json};
pub use minutes::minutes;
pub use portfolio::{ChangeTable, ScoreTable, TableFormat};
use scores::figure_in_words;
pub use scores::{Depth, HEAVIEST, Medium, result, scores, scores_since};
pub use sponsor::sponsor;
pub use wide::WideTable;
