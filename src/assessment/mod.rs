//! Assessments: what one organisation answered, the file that keeps it, and saving that file.

mod carry;
mod differences;
mod edit;
mod facts;
mod fields;
mod file;
mod migrate;
mod model;
mod order;
mod read;
mod write;

pub use differences::{Notice, differences};
pub use edit::Edit;
pub use file::{Document, MAX_MARKS, ReadError};
pub use migrate::FORMAT;
pub use model::*;
pub use read::MAX_QUESTIONS;
