//! A Markdown plan on its way back: what people ticked and filled in, taken over into the assessment,
//! and what they wrote, kept when the plan is written again. Pure: texts in, texts out. The form of a
//! plan is [`report::form`](crate::report::form)'s business.

mod keep;
mod read;
mod take;
mod unescape;

pub use keep::{KeepError, keep};
pub use read::{Problems, Said, other_organization, read};
pub use take::{Change, Kept, Taken, take};
