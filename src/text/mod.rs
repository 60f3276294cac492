//! Text, wherever it comes from: what it may contain, how it is wrapped and cut, which name or day was meant.

mod ascii;
mod columns;
mod day;
mod guess;
mod sanitize;
mod slip;

pub use ascii::ascii;
pub(crate) use columns::wrapping;
pub use columns::{cut, fit, width, wrap};
pub use day::day;
pub use guess::near;
pub use sanitize::{MAX_LINE, clean, clean_lines, is_clean};
pub use slip::{Slip, slip};
