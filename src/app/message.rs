//! What happens: everything that the application learns comes as a message.

use std::path::PathBuf;

use super::cursor::Cursor;
use super::keys::{Command, Key};
use crate::assessment::Assessment;
use crate::listen::Heard;
use crate::plan_file::{PlanFormat, Problem, TaskState};
use crate::team::answered_on;
use crate::words::saving::CHANGED_ON_DISK;
use crate::workshop::Picked;

/// Something happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed or repeats.
    Key(Key),
    /// A command was given in another way than by its key.
    Command(Command),
    /// The line or item in this position, from 0, was selected: in the dialog, else on the screen.
    Select(usize),
    /// A front end moved the selection of the screen, by what it shows at a time.
    Moved(Cursor),
    /// A front end scrolled the dialog, else the screen: its first line shown, from 0.
    Scrolled(usize),
    /// This is what is written now in the dialog.
    Typed(String),
    /// Text was pasted where nothing is written: never taken as commands.
    Pasted,
    /// The list of assessments was read.
    Listed(Vec<Listing>),
    /// An assessment was opened, or could not be: what to say.
    Opened(Result<Box<Opened>, String>),
    /// Everything up to this version of the open assessment is on disk.
    Saved(u64),
    /// The same after [`Effect::SaveAs`](super::Effect::SaveAs): it is in this file now.
    SavedAs(u64, PathBuf),
    SaveFailed(SaveProblem),
    /// The three sides of a merge were read, or could not be: what to say.
    Merging(Result<Box<Merging>, String>),
    /// A file operation of the list of assessments went well (what to say, and the file that it was
    /// about, where it is on the list) or not.
    Filed(Result<(String, Option<PathBuf>), String>),
    /// A plan was written to a file, or not.
    Written(Result<WrittenPlan, WriteProblem>),
    /// The external editor was left; `None` when it changed nothing. Or why its text is not taken.
    Edited(Result<Option<String>, String>),
    /// The external editor came back before anybody could have written: what to say. The text is in its file,
    /// and can be asked for once more.
    NotWaited(String),
    /// Devices came into the room, or voted.
    Heard(Heard),
    /// The room has another code; `None` where that could not be.
    Code(Option<String>),
    /// What an effect does takes longer than one waits: it comes as [`Message::Late`].
    DiskIsSlow,
    /// What came of such an effect.
    Late(Box<Message>),
    /// A second has passed, while a clock is shown.
    Tick,
    /// Nothing else is to be done: a front end sends it while the application has work.
    Work,
    /// Nobody is there who could continue the program after [`Effect::Suspend`](super::Effect::Suspend).
    CannotSuspend,
    /// The system asks the program to end.
    Terminate,
}

/// One line of the list of assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
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
    pub path: PathBuf,
    pub assessment: Assessment,
    /// What the user should know about it: other versions, questions that left, …
    pub notices: Vec<String>,
    /// Why it cannot be changed, if so: somebody else has it open.
    pub read_only: Option<String>,
    /// Where its plans were written, the last one first.
    pub plans: Vec<(PlanFormat, PathBuf)>,
    /// The questions that were picked for its workshop.
    pub shortlist: Vec<Picked>,
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

/// A plan, or the minutes of a workshop, that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPlan {
    pub path: PathBuf,
    pub is_minutes: bool,
    /// Lines of people in it that cannot be read, with what would be right.
    pub refused: Vec<Problem>,
}

/// Why a plan could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteProblem {
    /// There is a file that is not a plan of this program.
    Exists(PathBuf),
    /// The earlier plan in this file says something about actions that the assessment does not know yet.
    NotSynced(PathBuf, Vec<TaskState>),
    /// Anything else: the file, and what, where and what to do.
    Failed(PathBuf, String),
}

impl std::fmt::Display for SaveProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SaveProblem::ChangedOnDisk => f.write_str(CHANGED_ON_DISK),
            SaveProblem::Failed(problem) => f.write_str(problem),
        }
    }
}
