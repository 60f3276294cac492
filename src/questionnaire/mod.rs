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
pub use files::MAX_FILE_BYTES;
pub use model::*;
pub use schema::schema;
