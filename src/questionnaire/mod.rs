//! Questionnaires: what can be asked. Knows nothing of anybody's answers.

mod action;
mod catalogue;
pub(crate) mod files;
pub(crate) mod format;
mod kind;
mod model;
pub(crate) mod read;
pub(crate) mod schema;

pub use action::{Action, ActionStep, ActionText, Effort};
pub use catalogue::{Catalogue, DEFAULT_SELECTION, FormatError, MAX_QUESTIONS};
pub use files::{Content, MAX_FILE_BYTES, MAX_MARKS, ReadError, TooLarge};
pub(crate) use files::{has_too_many_marks, read_at_most};
pub use format::FORMAT;
pub use kind::Kind;
pub use model::*;
pub(crate) use model::{ID_PATTERN, is_id};
pub use schema::schema;
