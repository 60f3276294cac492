//! The file of an assessment: reading it, saving it whole and durably, and which of them there are.

mod atomic_write;
mod document;
mod guarded_file;
mod library;
mod library_actions;
mod lock;
mod migrate;
mod open_error;
mod order;
mod patch;
mod read;
mod readers;
mod save_thread;
mod workshops;

pub use atomic_write::{Obstacle, SaveError, write_file};
pub use document::Document;
pub use guarded_file::{Access, GuardedFile};
pub use library::{
    Folders, HOME_VARIABLE, Library, LibraryEntry, MAX_LISTED, MAX_REMEMBERED, expand, is_same,
};
pub use library_actions::{LibraryChange, LibraryError, Removed, next_of, rename};
pub use migrate::FORMAT;
pub use open_error::{OpenError, OpenProblem};
pub use read::{MAX_ID, MAX_QUESTIONS};
pub use readers::Readers;
pub use save_thread::{SaveEvent, SaveThread};
pub use workshops::KeptRoom;
