//! What is said about saving: while it takes time, when it does not go well, and when somebody else
//! changed the file.

use std::fmt::Display;
use std::path::Path;

use crate::files::SaveError;

pub(crate) const SAVING: &str = "Waiting for the disk; the same again offers other ways out";
pub(crate) const SLOW_DISK: &str = "The disk has not answered yet. It may still: leaving now gives it up.";
pub(crate) const NOTHING_OPEN: &str = "nothing is open";
pub(crate) const CHANGED_ON_DISK: &str = "the file was changed by another program";
pub(crate) const CHANGED: &str = "The file was changed by another program";
pub(crate) const CHANGED_HINT: &str = "Your last changes are not saved yet. Nothing was overwritten.";
pub(crate) const MERGE: &str = "Merge: keep the changes of both, question by question";
pub(crate) const RELOAD: &str = "Read it again: your unsaved changes go";
pub(crate) const MINE: &str = "Keep mine: the changes on disk go";
pub(crate) const ELSEWHERE_MINE: &str = "Save mine to another file";
pub(crate) const CONFLICTS: &str = "Both changed these";
pub(crate) const CONFLICTS_HINT: &str =
    "Tick those that are to be as in the file; the others stay as you have them. Enter goes on.";
pub(crate) const MERGED: &str = "Merged: the changes of both are here (u takes theirs back)";
pub(crate) const UNSAVED: &str = "Not saved yet";
pub(crate) const RETRY: &str = "Try again";
pub(crate) const ELSEWHERE: &str = "Save to another file";
pub(crate) const LEAVE: &str = "Leave without saving";
pub(crate) const LATER: &str = "Go on; it is tried again with your next change, and when you leave";
pub(crate) const GIVE_UP_MINE: &str = "Give up your unsaved changes";
pub(crate) const GIVE_UP_THEIRS: &str = "Give up the changes on disk";
pub(crate) const SAVE_AS_HINT: &str = "The path of a file that does not exist yet.";

/// A save that failed, while one does not leave.
pub(crate) fn not_saved(problem: &str) -> String {
    format!("{problem} (q offers it)")
}

/// The question whether so many of the facts that both changed are to be as in the file.
pub(crate) fn decided(theirs: usize, all: usize) -> String {
    format!("As in the file: {theirs}; as you have them: {}; is that right", all.saturating_sub(theirs))
}

pub(crate) fn no_home(variable: &str) -> String {
    format!("this system names no home directory; set {variable} to a folder")
}

pub(crate) fn no_folder(folder: &Path, error: &dyn Display, variable: &str) -> String {
    format!("{}: cannot make this folder: {error}; set {variable} to another", folder.display())
}

pub(crate) const CANNOT_START: &str =
    "cannot start saving: the system has no thread to give; close other programs";

pub(crate) const DISK_IS_SLOW: &str =
    "The disk takes its time. What was asked for comes; q leaves without it";
pub(crate) const STILL_BUSY: &str =
    "left while the disk was still at work: look whether what was asked for is done";

pub(crate) fn too_late(path: &Path) -> String {
    format!("{}: not written, it took too long", path.display())
}

pub(crate) fn kept_elsewhere(error: &SaveError, copy: &Path) -> String {
    format!("{error}. All answers are in {} instead", copy.display())
}
