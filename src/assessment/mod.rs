//! Assessments: what one organisation answered. It touches no file: `files` does.

mod confirm;
mod edit;
mod format;
mod merge;
mod model;
mod next;
mod notices;

pub use confirm::{ToConfirm, to_confirm};
pub use edit::Edit;
pub use merge::{Conflict, Fact, merge_changes};
pub use model::*;
pub use notices::{Notice, no_longer_asked, notices};
