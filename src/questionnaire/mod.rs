//! Questionnaires: what can be asked. Knows nothing of anybody's answers.

mod catalogue;
pub(crate) mod files;
pub(crate) mod grammar;
mod model;
pub(crate) mod read;
mod schema;
pub(crate) mod table;

pub(crate) use catalogue::see_all;
pub use catalogue::{Catalogue, DEFAULT_SELECTION, LoadError, MAX_QUESTIONS};
pub(crate) use files::has_too_many_marks;
pub use files::{MAX_FILE_BYTES, MAX_MARKS};
pub use model::*;
pub use schema::schema;
