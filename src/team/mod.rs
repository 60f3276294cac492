//! Groups and time: many people's answers put together, how far they agree, and what changed from one
//! assessment to the next. Pure: no file and no clock; the same input gives the same result whatever
//! its order. `docs/workshop.md` says it in a facilitator's words.

mod agreement;
mod ballot;
mod compare;
mod decide;
mod discuss;
mod history;
mod merge;
mod note;
mod settings;

pub use agreement::agreement;
pub use compare::{AnswerChange, Comparison, Direction, DoneAction, Followed, QuestionnaireChange, compare};
pub use decide::{Outcome, counts, decide, is_ordered};
pub use discuss::{Topic, discussion};
pub use history::{History, Moment, Series, answered_at, answered_on, history, in_order, says_order};
pub use merge::{MergeError, Merged, Options, Participant, merge};
pub use note::Note;
