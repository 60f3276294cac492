//! What the application says on any screen.

use crate::text::clean;

pub(crate) const NOTHING_TO_UNDO: &str = "Nothing to undo";
pub(crate) const NOTHING_TO_REDO: &str = "Nothing to redo";
pub(crate) const PASTED: &str = "Pasted text goes into a note: press n first";
pub(crate) const MOUSE_ON: &str = "Mouse on: click and wheel work";
pub(crate) const MOUSE_OFF: &str = "Mouse off: the terminal copies";
pub(crate) const NO_SHELL: &str = "No shell is here that could continue the program";
/// What is said about a key that was pressed before a question could be read.
pub(crate) const TOO_EARLY: &str = "This key did not count: please read the question first";

/// What is said about a key that means nothing where it was pressed.
pub(crate) fn no_such_key(key: &str, has_help: bool) -> String {
    let key = clean(key);
    let key = if key.trim().is_empty() { "This key" } else { key.as_ref() };
    let instead = if has_help { "? shows the keys that do" } else { "Esc closes this" };
    format!("{key} does nothing here; {instead}")
}

/// What is said about a digit that no line of a list has.
pub(crate) fn no_such_line(last: usize) -> String {
    format!("There are lines 1 to {last}")
}

/// What is said about a digit that no option has.
pub(crate) fn no_such_option(options: usize) -> String {
    format!("There are options 1 to {options}, 0 and x")
}

pub(crate) fn taken_back(change: &str) -> String {
    format!("Taken back: {change}")
}

pub(crate) fn made_again(change: &str) -> String {
    format!("Made again: {change}")
}
