//! What is to be done outside, as data.

use std::path::PathBuf;

use crate::assessment::Assessment;
use crate::listen::Shown;
use crate::plan_file::PlanFormat;
use crate::workshop::Picked;

/// Something to be done outside; most come back as a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the list of assessments.
    List,
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
    Close,
    /// Give the organisation of an assessment in the list another name.
    Rename(PathBuf, String),
    /// Take an assessment off the list; it can be put back until the program ends.
    Remove(PathBuf),
    /// Put back what was removed last.
    PutBack,
    /// Begin the next assessment from this one, and open it.
    CopyAsNext(PathBuf),
    Write {
        path: PathBuf,
        /// The format, where it is a plan; it is remembered where that is.
        plan: Option<PlanFormat>,
        contents: String,
        /// What it is made from.
        assessment: Box<Assessment>,
        /// Whether a foreign file may be replaced.
        force: bool,
    },
    /// Keep the questions that were picked for the workshop of the open assessment.
    KeepShortlist(Vec<Picked>),
    /// Show this to the devices of the room.
    Show(Box<Shown>),
    /// Give the room another code.
    RenewCode,
    /// Let a device into the room no longer.
    RemoveDevice(String),
    /// Edit this text with the user's own editor.
    Edit(String),
    /// The same after [`Message::NotWaited`](super::Message::NotWaited): take what was saved in it since then,
    /// or, where that is nothing, open it again.
    EditOn(String),
    Mouse(bool),
    /// Stop until `fg`.
    Suspend,
    /// End the program once everything is on disk; what cannot be saved goes to another file.
    Quit,
    /// End the program without what is not saved: the user said so.
    Leave,
}

impl Effect {
    /// Whether nothing else is done to a file before it has come back.
    pub fn is_waited_for(&self) -> bool {
        matches!(
            self,
            Effect::Open(_)
                | Effect::Create(_)
                | Effect::Merge
                | Effect::SaveAs(..)
                | Effect::Reload
                | Effect::Rename(..)
                | Effect::Remove(_)
                | Effect::PutBack
                | Effect::CopyAsNext(_)
        )
    }
}
