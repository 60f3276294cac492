//! A workshop: a room that answers by counting hands, question by question. Which question comes next,
//! the votes, what they come to, the decision, and the time that is left. It knows no terminal, no file
//! and no clock: the time is passed in.
//!
//! All that happened stands in the assessment alone (`votes`, `decisions`, `answers`), each step as a change
//! that is saved at once and can be undone. So a workshop can be stopped at any point and taken up
//! again: votes without a decision say where one was.

mod agenda;
mod ballots;
mod clock;
mod prepare;
mod shortlist;
mod steps;

pub use agenda::{AgendaItem, Scope, Stage, agenda, is_under_way, stage};
pub use ballots::takes_devices_along;
pub use clock::{Clock, TimeLeft};
pub use prepare::{PrepareError, prepare};
pub use shortlist::Picked;
pub use steps::{View, Workshop};

/// The most minutes that a workshop or a question may have: a day.
pub const MOST_MINUTES: u32 = 24 * 60;
/// The minutes of a workshop where nobody says otherwise.
pub const DEFAULT_MINUTES: u32 = 90;
