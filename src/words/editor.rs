//! What is said about the user's own editor.

use std::fmt::Display;
use std::path::Path;

pub(crate) const ENDED_WITH_ERROR: &str = "the editor ended with an error";
pub(crate) const TOO_LARGE: &str = "it is larger than 1 MiB";
pub(crate) const NOT_UTF_8: &str = "it is not UTF-8 text";
pub(crate) const NOTE_CHANGED: &str = "the note was changed here too";

pub(crate) fn no_file(error: &dyn Display) -> String {
    format!("The editor gets no file for the text: {error}")
}

pub(crate) fn cannot_start(editor: &str, error: &dyn Display) -> String {
    format!("The editor {editor} cannot be started: {error}; set EDITOR to another")
}

pub(crate) fn removed(editor: &str) -> String {
    format!("{editor} has removed the text: the note is as it was")
}

pub(crate) fn failed(editor: &str) -> String {
    format!("{editor} ended with an error: the note is as it was")
}

pub(crate) fn too_soon(editor: &str, path: &Path) -> String {
    let path = path.display();
    format!(
        "{editor} came back at once. Is the text still open there? Save it, then press Ctrl+O again to take it. \
         It is in {path}"
    )
}

pub(crate) fn not_taken(why: &str, path: &Path) -> String {
    format!("Not taken: {why}. The text is in {}", path.display())
}

pub(crate) fn lost(why: &str, error: &dyn Display) -> String {
    format!("Not taken: {why}. Its file cannot be kept: {error}")
}
