//! What happens, and what is to be done about it outside.

use std::path::PathBuf;

use crossterm::event::{KeyEvent, MouseEvent};

use crate::assessment::Assessment;
use crate::plan_file::Said;
use crate::team::answered_on;

/// Something happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed or repeats.
    Key(KeyEvent),
    /// Text was pasted: never taken as commands.
    Paste(String),
    /// The mouse was pressed or its wheel turned, while it is on.
    Mouse(MouseEvent),
    /// The terminal has this size now: columns, rows.
    Resized(u16, u16),
    /// The list of assessments was read.
    Listed(Vec<Listing>),
    /// An assessment was opened, or could not be: what to say.
    Opened(Result<Box<Opened>, String>),
    /// Everything up to this version of the open assessment is on disk.
    Saved(u64),
    /// The same after [`Effect::SaveAs`]: it is in this file now.
    SavedAs(u64, PathBuf),
    /// It could not be saved: what to say.
    SaveFailed(SaveProblem),
    /// The three sides of a merge were read, or could not be: what to say.
    Merging(Result<Box<Merging>, String>),
    /// A file operation of the list of assessments went well (what to say, and the file that it was
    /// about, where it is on the list) or not.
    Filed(Result<(String, Option<PathBuf>), String>),
    /// A plan was written to a file, or not.
    Written(Result<PathBuf, WriteProblem>),
    /// The external editor was left; `None` when it changed nothing. Or why its text is not taken.
    Edited(Result<Option<String>, String>),
    /// A second has passed, while a clock is shown.
    Tick,
    /// The system asks the program to end.
    Terminate,
}

/// One line of the list of assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Its file.
    pub path: PathBuf,
    /// What is in it, or why it cannot be read.
    pub assessment: Result<Assessment, String>,
    /// The day of its last change.
    pub modified: Option<jiff::civil::Date>,
}

impl Listing {
    /// The day of its newest answer; without one, that of the last change of its file.
    pub fn day(&self) -> Option<jiff::civil::Date> {
        self.assessment.as_ref().ok().and_then(answered_on).or(self.modified)
    }
}

/// An assessment that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Its file.
    pub path: PathBuf,
    /// What is in it.
    pub assessment: Assessment,
    /// What the user should know about it: other versions, questions that left, …
    pub notices: Vec<String>,
    /// Why it cannot be changed, if so: somebody else has it open.
    pub read_only: Option<String>,
}

/// Three states of one assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Merging {
    /// As both sides had it last.
    pub base: Assessment,
    /// As it is in the file now.
    pub theirs: Assessment,
}

/// Why the open assessment could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveProblem {
    /// Another program changed the file.
    ChangedOnDisk,
    /// Anything else: what, where and what to do.
    Failed(String),
}

/// Why a plan could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteProblem {
    /// There is a file that is not a plan of this program.
    Exists(PathBuf),
    /// The earlier plan in this file says something about actions that the assessment does not know yet.
    NotSynced(PathBuf, Vec<Said>),
    /// Anything else: the file, and what, where and what to do.
    Failed(PathBuf, String),
}

/// Something to be done outside; most come back as a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the list of assessments.
    List,
    /// Open an assessment.
    Open(PathBuf),
    /// Make a new assessment, and open it.
    Create(Box<Assessment>),
    /// Save the open assessment, which has this version.
    Save(u64, Box<Assessment>),
    /// Save it although the file was changed by somebody else.
    SaveOver(u64, Box<Assessment>),
    /// Read what a merge with the changed file needs.
    Merge,
    /// Save the open assessment, into which the changes in the file were merged.
    SaveMerged(u64, Box<Assessment>),
    /// Save it to another file, and go on with that one.
    SaveAs(u64, Box<Assessment>, PathBuf),
    /// Read the open assessment again from its file.
    Reload,
    /// Close the open assessment.
    Close,
    /// Give the organisation of an assessment in the list another name.
    Rename(PathBuf, String),
    /// Take an assessment off the list; it can be put back until the program ends.
    Remove(PathBuf),
    /// Put back what was removed last.
    PutBack,
    /// Begin the next assessment from this one, and open it.
    CopyAsNext(PathBuf),
    /// Write a plan.
    Write {
        /// Where to.
        path: PathBuf,
        /// What.
        contents: String,
        /// What it is made from.
        assessment: Box<Assessment>,
        /// Whether a foreign file may be replaced.
        force: bool,
    },
    /// Edit this text with the user's own editor.
    Edit(String),
    /// Turn the mouse on or off.
    Mouse(bool),
    /// Stop until `fg`.
    Suspend,
    /// End the program once everything is on disk; what cannot be saved goes to another file.
    Quit,
    /// End the program without what is not saved: the user said so.
    Leave,
}

impl std::fmt::Display for SaveProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SaveProblem::ChangedOnDisk => f.write_str("the file was changed by another program"),
            SaveProblem::Failed(problem) => f.write_str(problem),
        }
    }
}
