//! A plan as a file: written as Markdown (and, made from that, as HTML), read back with what people
//! ticked and filled in, and written again without losing what they wrote. Texts in, texts out; only
//! [`export`] touches a file.

mod fence;
mod first_release;
mod form;
mod format;
mod html;
mod keep;
mod parse;
mod read;
mod replace;
mod svg;
mod take;
mod unescape;
mod write;

pub use form::PLAN_MARKER;
pub use format::PlanFormat;
pub use html::{page_html, plan_html, score_html};
pub use keep::{KeepError, keep};
pub use parse::{ParsedPlan, add_seals, parse};
pub use read::{TaskState, UnreadablePlan, other_organization, read};
pub use replace::{ExportError, Replace, export, read_plan};
pub use take::{ActionChange, Difference, PlanChanges, take};
pub use write::plan_markdown;
