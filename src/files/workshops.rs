//! What is remembered of workshops beside their assessments: the questions that were picked for a sitting, and
//! what brings devices back into a room that was killed. Both belong to a sitting, not to an assessment.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::atomic_write::SaveError;
use super::library::{Library, MAX_REMEMBERED, absolute};
use super::readers::Readers;

/// The name of the file of workshops.
const WORKSHOPS: &str = ".workshops";

/// How long the room of a killed program can be opened again, in seconds.
const ROOM_LASTS: u64 = 12 * 60 * 60;

/// The file of workshops.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Workshops {
    /// The last changed first.
    workshops: Vec<KeptWorkshop>,
}

/// What is kept of the workshop of an assessment beside its file.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptWorkshop {
    assessment: PathBuf,
    /// The questions that were picked for it, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shortlist: Vec<KeptPick>,
    /// The room that was open to devices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    room: Option<KeptRoom>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptPick {
    question: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
}

/// What brings devices back into a room after the program was killed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRoom {
    /// When this was kept, in seconds since 1970.
    pub at: i64,
    pub code: String,
    pub port: u16,
    /// Devices that were removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

impl Library {
    /// The questions that were picked for the workshop of an assessment, each with its minutes. A memory that cannot
    /// be read is as good as none.
    pub fn shortlist_of(&self, assessment: &Path) -> Vec<(String, Option<u32>)> {
        let picks = self.kept_workshop(assessment).shortlist.into_iter();
        picks.map(|pick| (pick.question, pick.minutes)).collect()
    }

    /// Remembers the questions that were picked for the workshop of an assessment.
    ///
    /// # Errors
    /// Everything that hinders a save. A path that is no Unicode cannot be remembered and is no error.
    pub fn remember_shortlist(
        &self,
        assessment: &Path,
        shortlist: Vec<(String, Option<u32>)>,
    ) -> Result<(), SaveError> {
        let picks = shortlist.into_iter().map(|(question, minutes)| KeptPick { question, minutes });
        let shortlist = picks.collect();
        self.keep_workshop(KeptWorkshop { shortlist, ..self.kept_workshop(assessment) })
    }

    /// The room of an assessment that was open when the program was killed; one of another day is over.
    pub fn room_of(&self, assessment: &Path, now: Timestamp) -> Option<KeptRoom> {
        let room = self.kept_workshop(assessment).room?;
        (now.as_second().abs_diff(room.at) < ROOM_LASTS).then_some(room)
    }

    /// Remembers the room of an assessment, or that it is closed.
    ///
    /// # Errors
    /// Everything that hinders a save. A path that is no Unicode cannot be remembered and is no error.
    pub fn remember_room(&self, assessment: &Path, room: Option<KeptRoom>) -> Result<(), SaveError> {
        self.keep_workshop(KeptWorkshop { room, ..self.kept_workshop(assessment) })
    }

    fn kept_workshop(&self, assessment: &Path) -> KeptWorkshop {
        let assessment = absolute(assessment);
        let kept = self.workshops().workshops.into_iter().find(|kept| kept.assessment == assessment);
        kept.unwrap_or_else(|| KeptWorkshop { assessment, ..KeptWorkshop::default() })
    }

    /// Keeps what is to be remembered of a workshop, for this user alone: a code lets people in.
    fn keep_workshop(&self, kept: KeptWorkshop) -> Result<(), SaveError> {
        if kept.assessment.to_str().is_none() {
            return Ok(());
        }
        let mut all = self.workshops();
        all.workshops.retain(|other| other.assessment != kept.assessment);
        if !kept.shortlist.is_empty() || kept.room.is_some() {
            all.workshops.insert(0, kept);
        }
        all.workshops.truncate(MAX_REMEMBERED);
        self.keep(WORKSHOPS, &all, Readers::User)
    }

    fn workshops(&self) -> Workshops {
        self.memory(WORKSHOPS)
    }
}
