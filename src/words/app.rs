//! What the application says on any screen.

pub(crate) const NOTHING_TO_UNDO: &str = "Nothing to undo";
pub(crate) const NOTHING_TO_REDO: &str = "Nothing to redo";
pub(crate) const PASTED: &str = "Pasted text goes into a note: press n first";
pub(crate) const MOUSE_ON: &str = "Mouse on: click and wheel work";
pub(crate) const MOUSE_OFF: &str = "Mouse off: the terminal copies";
pub(crate) const NO_SHELL: &str = "No shell is here that could continue the program";
/// What is said about a key that was pressed before a question could be read.
pub(crate) const TOO_EARLY: &str = "This key did not count: please read the question first";

pub(crate) fn taken_back(change: &str) -> String {
    format!("Taken back: {change}")
}

pub(crate) fn made_again(change: &str) -> String {
    format!("Made again: {change}")
}
