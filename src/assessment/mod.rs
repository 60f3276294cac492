//! Assessments: what one organisation answered, the file that keeps it, and saving that file.

mod carry;
mod confirm;
mod differences;
mod edit;
mod facts;
mod fields;
mod file;
mod library;
mod lock;
mod manage;
mod merge;
mod migrate;
mod model;
mod order;
mod read;
mod save;
mod saver;
mod store;
mod write;

pub use confirm::{ToConfirm, to_confirm};
pub use differences::{Notice, differences, no_longer_asked};
pub use edit::Edit;
pub use file::{Document, ReadError};
pub use library::{Folders, HOME_VARIABLE, Library, Listed, MAX_LISTED, MAX_REMEMBERED, expand};
pub use manage::{Removed, next_of, rename};
pub use merge::{Conflict, merge_changes};
pub use migrate::FORMAT;
pub use model::*;
pub use read::MAX_QUESTIONS;
pub use save::{Obstacle, Readers, SaveError, write_file};
pub use saver::{SaveEvent, Saver};
pub use store::{Access, Store};
