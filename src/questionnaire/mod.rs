//! Questionnaires: what can be asked. Knows nothing of anybody's answers.

mod catalogue;
mod model;
mod read;

pub use catalogue::{Catalogue, DEFAULT_SELECTION, LoadError, MAX_FILE_BYTES};
pub use model::*;
