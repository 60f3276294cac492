//! What a group said: votes, voices and decisions. Like those of [`super::model`], these types are the format of
//! the file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::format;
use super::model::Answer;

/// Votes on one question: how many by answer word.
pub type Votes = BTreeMap<String, u32>;

/// The answer of one of several people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Voice {
    /// Who; `None` when names were dropped.
    #[serde(with = "format::line")]
    pub by: Option<String>,
    /// The answer's word.
    #[serde(with = "format::line")]
    pub answer: Option<String>,
    /// Why it is not applicable.
    #[serde(with = "format::lines")]
    pub reason: Option<String>,
    #[serde(with = "format::lines")]
    pub note: Option<String>,
    #[serde(with = "format::line", skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// A vote from somebody's own device. It is kept while its question is voted on, so that it can be changed;
/// afterwards only where its voter gave a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeviceVote {
    /// The device; `None` once the vote cannot be changed any more.
    #[serde(with = "format::line")]
    pub device: Option<String>,
    /// Whose, where a name was given.
    #[serde(with = "format::line")]
    pub by: Option<String>,
    /// The answer's word.
    #[serde(with = "format::line")]
    pub answer: String,
    #[serde(with = "format::lines")]
    pub note: Option<String>,
}

/// A group's decision on its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub how: How,
    /// Why, where it is not the median.
    #[serde(default, with = "format::lines")]
    pub reason: Option<String>,
    /// The word of what was decided, where the answer was changed later by somebody alone.
    #[serde(default, with = "format::line")]
    pub decided: Option<String>,
    /// Who changed it later, where that was said.
    #[serde(default, with = "format::line")]
    pub changed_by: Option<String>,
}

/// What was answered or decided on a question the last time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LastTime {
    /// The answer's word; `None` where there was none.
    #[serde(with = "format::line")]
    pub answer: Option<String>,
    /// How a group came to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    /// The revision of the question that was answered (without one: 1).
    pub revision: Option<u32>,
    /// The day of the answer.
    #[serde(serialize_with = "format::moment", deserialize_with = "format::date")]
    pub on: Option<Date>,
}

impl Decision {
    /// A decision whose answer nobody has changed since.
    pub fn new(how: How, reason: Option<String>) -> Decision {
        Decision { how, reason, decided: None, changed_by: None }
    }

    /// True when another one came about in the same way, for the same reason.
    pub fn came_about_as(&self, other: &Decision) -> bool {
        (self.how, &self.reason) == (other.how, &other.reason)
    }

    /// The same decision, after its answer was changed from one to another by somebody alone: what was
    /// decided stays readable. One that is put off has decided nothing.
    #[must_use]
    pub fn after_change(&self, from: Option<&Answer>, to: Option<&Answer>) -> Decision {
        let decided = self.decided.clone().or_else(|| from.map(|from| from.word().to_owned()));
        let differs = self.how != How::Parked && decided.as_deref() != to.map(Answer::word);
        Decision { decided: decided.filter(|_| differs), changed_by: None, ..self.clone() }
    }
}

/// The ways in which a group comes to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum How {
    /// The median of the votes.
    Median,
    /// Another option, for a reason.
    Chosen,
    /// Not yet: put off.
    Parked,
}

impl How {
    /// The word in the file.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
