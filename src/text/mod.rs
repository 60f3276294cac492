//! Text from outside: what it may contain.

mod sanitize;

pub use sanitize::{MAX_LINE, broken_lines, clean, clean_lines, is_clean, was_cut};
