//! Questionnaires: what can be asked. Knows nothing of anybody's answers.

mod catalogue;
pub mod check;
mod files;
mod grammar;
mod model;
mod read;
mod schema;
mod table;

pub use catalogue::{Catalogue, DEFAULT_SELECTION, LoadError, MAX_QUESTIONS};
pub(crate) use files::has_too_many_marks;
pub use files::{MAX_FILE_BYTES, MAX_MARKS};
pub use model::*;
pub use schema::schema;
