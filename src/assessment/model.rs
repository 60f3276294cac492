//! An assessment: one organisation's answers, notes, targets and the state of its actions. These types
//! are the format of its file, in the order of their fields; there is no other description of it.
//! `serde` reads and writes them; [`super::format`] has the kinds of value,
//! [`super::group`] what several people said.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::format;
use super::group::{Decision, DeviceVote, LastTime, Voice, Votes};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Questionnaire, UNKNOWN};
use crate::text::clean;

/// The points of work that a quarter holds where nobody says otherwise.
pub const DEFAULT_CAPACITY: u32 = 12;

/// One organisation's answers and what it decided upon them. All ids are plain text here: a file
/// may name questions and questionnaires that this program does not know, and keeps them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Assessment {
    /// Whose programme is assessed.
    #[serde(with = "format::line")]
    pub organization: String,
    /// Who answered.
    #[serde(default, with = "format::line")]
    pub respondent: Option<String>,
    /// The questionnaires that are asked, by id in the order of asking, and the version of each.
    #[serde(with = "format::versions")]
    pub questionnaires: Vec<(String, String)>,
    #[serde(default)]
    pub plan: PlanSettings,
    /// The names on each list of a questionnaire, by the list's id.
    #[serde(default, with = "format::line")]
    pub lists: BTreeMap<String, Vec<String>>,
    /// The chosen level by `levels` questionnaire.
    #[serde(default, with = "format::line")]
    pub targets: BTreeMap<String, String>,
    /// The chosen objectives by questionnaire.
    #[serde(default, with = "format::line")]
    pub objectives: BTreeMap<String, Vec<String>>,
    /// Answers by question.
    #[serde(default)]
    pub answers: BTreeMap<String, Entry>,
    /// Votes by question, where several people answered.
    #[serde(default)]
    pub votes: BTreeMap<String, Votes>,
    /// Votes that a room gave up to vote again, by question, the first round first.
    #[serde(default)]
    pub rounds: BTreeMap<String, Vec<Votes>>,
    /// Who said what by question, where files were merged.
    #[serde(default)]
    pub voices: BTreeMap<String, Vec<Voice>>,
    /// Votes from devices by question; they are among the votes.
    #[serde(default)]
    pub ballots: BTreeMap<String, Vec<DeviceVote>>,
    /// A group's decisions, by question.
    #[serde(default)]
    pub decisions: BTreeMap<String, Decision>,
    /// What was answered or decided the last time, by question.
    #[serde(default)]
    pub last: BTreeMap<String, LastTime>,
    /// The votes of the last time, by question.
    #[serde(default)]
    pub last_votes: BTreeMap<String, Votes>,
    /// State of actions, by question.
    #[serde(default)]
    pub actions: BTreeMap<String, ActionState>,
}

/// The settings of a plan; `None` where the file is silent and the default holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanSettings {
    /// Which actions are taken.
    pub route: Option<Route>,
    /// Points of work that a quarter holds, at least 1.
    #[serde(deserialize_with = "format::from_one")]
    pub capacity: Option<u32>,
    /// The first day of the first quarter.
    #[serde(serialize_with = "format::moment", deserialize_with = "format::date")]
    pub start: Option<Date>,
    /// Questions whose actions are taken in, whatever the route.
    #[serde(with = "format::line", skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Questions whose actions come first, in this order.
    #[serde(with = "format::line", skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<String>,
    /// Questions whose actions come after all others, in this order.
    #[serde(with = "format::line", skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<String>,
}

impl PlanSettings {
    /// The route, the recommended one by default.
    pub fn route(&self) -> Route {
        self.route.unwrap_or_default()
    }

    /// True when somebody said how much time there is, or from when.
    pub fn is_set_up(&self) -> bool {
        self.capacity.is_some() || self.start.is_some()
    }

    /// Points a quarter, 12 by default.
    pub fn capacity(&self) -> u32 {
        self.capacity.unwrap_or(DEFAULT_CAPACITY)
    }

    /// Moves the actions of these questions, which stay in the order in which they are given.
    pub fn steer<'q>(&mut self, questions: impl DoubleEndedIterator<Item = &'q str>, how: Steer) {
        match how {
            Steer::Sooner => questions.rev().for_each(|question| {
                if !take(&mut self.later, question) {
                    take(&mut self.first, question);
                    self.first.insert(0, question.to_owned());
                }
            }),
            Steer::Later => questions.for_each(|question| {
                if !take(&mut self.first, question) {
                    take(&mut self.later, question);
                    self.later.push(question.to_owned());
                }
            }),
            Steer::Also => questions.for_each(|question| {
                if !take(&mut self.also, question) {
                    self.also.push(question.to_owned());
                }
            }),
        }
    }
}

/// Takes a question from a list; returns whether it was there.
fn take(list: &mut Vec<String>, question: &str) -> bool {
    let before = list.len();
    list.retain(|id| id != question);
    list.len() < before
}

/// The ways in which a user moves an action in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steer {
    /// No longer later or, where it is not held back, before all others.
    Sooner,
    /// No longer first or, where it is not drawn forward, after all others.
    Later,
    /// Taken in whatever the route, or no longer.
    Also,
}

/// Which of the possible actions a plan takes.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Route {
    /// What a programme needs at its targets, and the least work beside it after which they are met.
    #[default]
    Recommended,
    /// The least work after which every target is met.
    Shortest,
    /// Everything that could be better.
    Full,
}

impl Route {
    /// Every route, from the recommended one.
    pub const ALL: &'static [Route] = Route::VARIANTS;

    /// The word in the file.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Everything said about one question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The answer; `None` where there is only a note.
    pub answer: Option<Answer>,
    /// Why it is not applicable.
    #[serde(with = "format::lines")]
    pub reason: Option<String>,
    /// A note, of one or more lines.
    #[serde(with = "format::lines")]
    pub note: Option<String>,
    /// Addresses or places of what proves the answer.
    #[serde(with = "format::line", skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// The revision of the question that was answered (without one: 1). A revision of 0 is older
    /// than any: an answer that was carried over from an earlier assessment.
    pub revision: Option<u32>,
    #[serde(serialize_with = "format::moment", deserialize_with = "format::time")]
    pub answered_at: Option<Timestamp>,
}

/// An answer. No answer at all is the fourth state: no `Answer`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Answer {
    /// An option or choice, by id.
    Option(String),
    /// "We don't know."
    Unknown,
    NotApplicable,
}

impl Answer {
    /// The word in the file.
    pub fn word(&self) -> &str {
        match self {
            Answer::Option(id) => id,
            Answer::Unknown => UNKNOWN,
            Answer::NotApplicable => NOT_APPLICABLE,
        }
    }

    /// The answer that a word in a file stands for.
    pub fn from_word(word: &str) -> Answer {
        match word {
            UNKNOWN => Answer::Unknown,
            NOT_APPLICABLE => Answer::NotApplicable,
            id => Answer::Option(id.to_owned()),
        }
    }
}

impl From<String> for Answer {
    fn from(word: String) -> Answer {
        Answer::from_word(&clean(&word))
    }
}

impl From<Answer> for String {
    fn from(answer: Answer) -> String {
        clean(answer.word()).into_owned()
    }
}

/// The state of an action, and who has taken it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionState {
    pub state: State,
    #[serde(with = "format::line")]
    pub owner: Option<String>,
    /// The day by which it is to be done.
    #[serde(serialize_with = "format::moment", deserialize_with = "format::date")]
    pub due: Option<Date>,
}

/// The state of an action.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum State {
    #[default]
    Todo,
    Doing,
    /// Finished; counts in the projection, changes no answer.
    Done,
    /// Will not be done.
    Dropped,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: &'static [State] = State::VARIANTS;

    /// The word in the file.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Assessment {
    /// Everything that it says, as the tables of its file.
    pub fn facts(&self) -> toml::Table {
        let mut said = self.clone();
        for entry in said.answers.values_mut().filter(|entry| entry.answer == Some(Answer::NotApplicable)) {
            entry.reason = entry.reason.take().filter(|reason| !reason.trim().is_empty());
            // No file may lack it.
            entry.reason.get_or_insert_with(|| UNKNOWN.to_owned());
        }
        // By way of its text, since the library makes no table of dates. There is nothing in it that TOML
        // could not write.
        toml::to_string(&said).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
    }

    /// The same without what says nothing, as where a file has only fields that nobody knows.
    pub(crate) fn without_empty_entries(mut self) -> Assessment {
        self.answers.retain(|_, entry| *entry != Entry::default());
        self.votes.retain(|_, votes| !votes.is_empty());
        self.voices.retain(|_, voices| !voices.is_empty());
        self.ballots.retain(|_, ballots| !ballots.is_empty());
        self.rounds.retain(|_, rounds| !rounds.is_empty());
        self.last.retain(|_, last| *last != LastTime::default());
        self.last_votes.retain(|_, votes| !votes.is_empty());
        self
    }

    /// Tells whether this questionnaire is asked.
    pub fn asks(&self, questionnaire: &str) -> bool {
        self.questionnaires.iter().any(|(id, _)| id == questionnaire)
    }

    /// The questionnaires that are asked and known here, in the order of asking.
    pub fn asked<'c>(&self, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Questionnaire> {
        self.questionnaires.iter().filter_map(|(id, _)| catalogue.questionnaire(id))
    }

    /// The ids of their questions, each once, in the order of asking.
    pub fn asked_questions<'c>(&self, catalogue: &'c Catalogue) -> Vec<&'c str> {
        let mut seen = BTreeSet::new();
        let places = self.asked(catalogue).flat_map(|questionnaire| &questionnaire.placements);
        places.map(|place| place.question.as_str()).filter(|id| seen.insert(*id)).collect()
    }

    /// The entry of a question, if it has one.
    pub fn entry(&self, question: &str) -> Option<&Entry> {
        self.answers.get(question)
    }

    /// The state of a question's action.
    pub fn state(&self, question: &str) -> State {
        self.actions.get(question).map_or(State::Todo, |action| action.state)
    }
}
