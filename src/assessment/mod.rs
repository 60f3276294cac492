//! Assessments: what one organisation answered. It touches no file: `files` does.

mod confirm;
mod edit;
mod format;
mod group;
mod model;
mod next;
mod notices;
mod three_way_merge;

pub use confirm::{ToConfirm, to_confirm};
pub use edit::Edit;
pub use group::{Decision, DeviceVote, How, LastTime, Voice, Votes};
pub use model::*;
pub use notices::{Notice, no_longer_asked, notices};
pub use three_way_merge::{Conflict, Fact, merge_changes};
