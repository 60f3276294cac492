//! Groups and time: many people's answers put together, how far they agree, and what changed from one
//! assessment to the next. Pure: no file and no clock; the same input gives the same result whatever
//! its order. `docs/workshop.md` says it in a facilitator's words.

mod agreement;
mod anonymise;
mod ballot;
mod compare;
mod decide;
mod discuss;
mod history;
mod merge;
mod merge_note;
mod participant;
mod records;
mod settings;
mod tally;

pub use agreement::agreement;
pub use anonymise::{anonymise, without_words};
pub use ballot::{device_voices, join_notes, join_reasons, with_notes};
pub use compare::{AnswerChange, Comparison, Direction, DoneAction, Followed, QuestionnaireChange, compare};
pub use decide::{Verdict, counts, decide, is_ordered};
pub use discuss::{
    CONTESTED_BELOW, LaterChange, Topic, USUAL_SECONDS, decided_though_contested, discussion, is_of_merging,
    later_change, notable_decisions, unanswered,
};
pub use history::{
    History, Moment, Series, answered_at, answered_on, earlier_of, history, is_order_known, look_alike,
    sort_by_time,
};
pub use merge::{MergeError, Merged, Options, merge};
pub use merge_note::MergeNote;
pub use participant::{Participant, Who};
pub use records::AGREED;
pub use tally::Tally;
