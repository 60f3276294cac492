//! A plan as a file: written as Markdown (and, made from that, as HTML), read back with what people
//! ticked and filled in, and written again without losing what they wrote. Texts in, texts out; only
//! [`export`] touches a file.

mod blocks;
mod first_release;
mod fit;
mod format;
mod html;
mod keep;
mod marks;
mod merge;
mod parse;
mod pieces;
mod places;
mod read;
mod replace;
mod seals;
mod slides;
mod svg;
mod take;
mod tracker;
mod write;

pub use format::{MinutesFormat, PlanFormat};
pub use html::{compare_html, page_html, plan_html, score_html};
pub use keep::{KeepError, keep};
pub use marks::PLAN_MARKER;
pub use parse::{ParsedPlan, Problem, parse};
pub use read::{Said, TaskState, UnreadablePlan, other_organization, read};
pub use replace::{ExportError, Replace, export, read_plan};
pub use seals::add_seals;
pub use take::{ActionChange, Difference, PlanChanges, take};
pub use tracker::{ListedIssue, read_issues, take_issues};
pub use write::plan_markdown;
