//! The interview: which question comes next, how far one is, what an answer changed. Shared by the
//! screens and the line-by-line front end; it knows no terminal, no file and no clock.

mod about;
mod described;
mod milestone;
mod progress;
mod queue;
mod session;
mod undo;
mod worked;

pub use about::step;
pub use described::described;
pub use milestone::{Milestone, NextStep, answer_text, capitalised, milestone_text, next_steps};
pub use progress::{Progress, progress, summary};
pub use queue::{Position, QuestionGroup, question_groups, queue};
pub use session::{Session, with_versions};
pub use undo::UndoStack;
pub use worked::worked_on;
