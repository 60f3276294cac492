//! What a room shows to its devices, and what it hears from them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What devices see. Votes are in it only once the room has shown them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    pub stage: RoomStage,
    /// Whose programme is assessed.
    pub title: String,
    /// The question where the room is, while it votes or looks at votes.
    pub question: Option<ShownQuestion>,
    /// How many have voted.
    pub voted: u64,
    /// How many are expected.
    pub people: u64,
    /// Once the votes are shown: each answer with its votes.
    pub results: Vec<ShownResult>,
    /// What was decided.
    pub decision: Option<String>,
    /// Whether devices may say a name.
    pub names: bool,
    /// Whether all of this is on disk.
    pub saved: bool,
    /// The vote of each device on the question.
    #[serde(skip)]
    pub votes: BTreeMap<String, Mine>,
}

/// The stage of a room, as its devices see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RoomStage {
    /// It looks at something else, or has not begun.
    Waiting,
    Voting,
    Revealed,
    Decided,
    /// A break.
    Break,
    /// Everything is decided.
    Over,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownQuestion {
    pub id: String,
    /// Where it stands.
    pub place: String,
    pub text: String,
    pub help: String,
    /// Names that it speaks of.
    pub names: Vec<String>,
    pub options: Vec<ShownOption>,
}

/// An answer that can be voted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownOption {
    /// The word that a vote for it says.
    pub word: String,
    pub text: String,
}

/// An answer with its votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownResult {
    pub text: String,
    pub votes: u32,
}

/// The vote of one device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Mine {
    pub answer: String,
    pub note: Option<String>,
    pub name: Option<String>,
}

/// A vote as a device sends it, its texts cleaned and short enough.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// The device's cookie.
    #[serde(skip)]
    pub device: String,
    /// The question that it saw.
    pub question: String,
    /// The word of an answer.
    pub answer: String,
    #[serde(default)]
    pub note: Option<String>,
    #[serde(default)]
    pub name: Option<String>,
}

/// What a room heard at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// Devices that were not known, by their cookies.
    pub joined: Vec<String>,
    pub votes: Vec<Cast>,
}

impl Heard {
    /// True where there is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.joined.is_empty() && self.votes.is_empty()
    }
}

/// What brings devices back into a room that was killed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomKeys {
    pub code: String,
    pub port: u16,
    /// Devices that were removed.
    pub removed: Vec<String>,
}
