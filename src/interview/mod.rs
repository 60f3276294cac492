//! The interview: which question comes next, how far one is, what an answer changed. Shared by the
//! screens and the line-by-line front end; it knows no terminal, no file and no clock.

mod milestone;
mod progress;
mod queue;
mod session;
mod undo;

pub use milestone::{Milestone, NextStep};
pub use progress::{Progress, before_first_result, progress};
pub use queue::{Position, QuestionGroup, actions_in_progress, queue};
pub use session::{Session, with_versions};
pub use undo::UndoStack;
