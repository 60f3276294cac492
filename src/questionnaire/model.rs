//! A questionnaire in memory. Where a type stands in a file as it does here, it is also the format of its
//! table: `serde` reads it, and its comments are the descriptions of the JSON Schema. The tables that are
//! put together from others (levels, options, placements) stand in `format`.
//!
//! Everything that a reader sees is kept apart, in the `text` of each part (`*Text`), so that a
//! translation can replace the texts and nothing else. What is outside `text` decides scores and
//! plans and is the same in every language.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::action::Action;
use super::kind::Kind;

/// What an id is: lowercase letters, digits and hyphens, a letter first.
pub(crate) const ID_PATTERN: &str = "^[a-z][a-z0-9-]{0,63}$";
/// The most characters that an id has.
pub(crate) const LONGEST_ID: usize = 64;

/// Tells an id by [`ID_PATTERN`].
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The answer word for "we don't know"; no option may have this id.
pub const UNKNOWN: &str = "unknown";
/// The answer word for "does not apply to us"; no option may have this id.
pub const NOT_APPLICABLE: &str = "not-applicable";
/// The `level` of a question that measures the ability to execute; no level may have this id.
pub const ABILITY: &str = "ability";

/// Seconds that a question takes until somebody's own pace is known: its text, help and options are some
/// 150 words to read.
pub const SECONDS_PER_QUESTION: u32 = 40;

/// About how many minutes so many questions take; at least 1 when there are any.
pub fn minutes(questions: usize) -> usize {
    questions.saturating_mul(SECONDS_PER_QUESTION as usize).div_ceil(60)
}

/// One questionnaire: a model of maturity, with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    /// Its id, unique over all questionnaires.
    pub id: String,
    /// Its version, as assessments record it.
    pub version: String,
    /// What its result looks like.
    pub kind: Kind,
    /// What is aimed at until somebody chooses a target.
    pub default_target: DefaultTarget,
    /// The percent of its weight that a level needs, 1 to 100.
    pub gate: u32,
    /// The credit that each key question of a level needs, 1 to 100.
    pub key_gate: u32,
    /// The publication it is made from.
    pub source: Option<Citation>,
    /// The licence of its texts.
    pub licence: Option<String>,
    /// Questions of others whose low answer makes this questionnaire worth offering.
    pub deepens: Vec<String>,
    /// The levels from number 0; empty unless the kind is [`Kind::Levels`].
    pub levels: Vec<Level>,
    /// The areas in the order of the file; empty unless the kind is [`Kind::Areas`].
    pub areas: Vec<Area>,
    /// The candidates in the order of the file; empty unless the kind is [`Kind::Fit`].
    pub candidates: Vec<Candidate>,
    /// Objectives that suggest a level.
    pub objectives: Vec<Objective>,
    /// Lists of names that several of its questions speak of.
    pub lists: Vec<NameList>,
    /// The questions that it defines.
    pub questions: Vec<Question>,
    /// Everything that it asks, its own and used ones, in the order of the file.
    pub placements: Vec<Placement>,
    /// What a reader sees of it.
    pub text: QuestionnaireText,
    /// Where each question stands in `questions`, and where in `placements`.
    pub(super) index: (Index, Index),
}

/// The positions of questions, by id.
pub(super) type Index = HashMap<String, usize, foldhash::fast::RandomState>;

impl Questionnaire {
    /// The question with this id, where this questionnaire defines it.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(*self.index.0.get(id)?)
    }

    /// The place of a question, its own or a used one, where this questionnaire asks it.
    pub fn place(&self, question: &str) -> Option<&Placement> {
        self.placements.get(*self.index.1.get(question)?)
    }

    /// Whether this questionnaire asks a question, its own or a used one.
    pub fn asks(&self, question: &str) -> bool {
        self.index.1.contains_key(question)
    }
}

/// What a reader sees of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct QuestionnaireText {
    /// Its name.
    pub title: String,
    /// What it measures, and how long it takes.
    #[serde(default)]
    pub summary: String,
    /// Whom it suits, in one short line.
    #[serde(default)]
    pub suits: String,
    /// Whom its texts are owed to, in a sentence or two: reports on it say so.
    #[serde(default)]
    pub credit: String,
    /// The name of a level, for instance "stage".
    #[serde(default = "level_name")]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub level_name: String,
}

fn level_name() -> String {
    "level".to_owned()
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct Citation {
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    #[schemars(range(min = 1000, max = 9999))]
    pub year: Option<u32>,
    /// Who published it.
    pub publisher: Option<String>,
}

/// A title and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct TitleText {
    /// Its name.
    pub title: String,
    /// What it is about, in a sentence or two.
    #[serde(default)]
    pub summary: String,
}

/// A level; its number is its position in [`Questionnaire::levels`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its id, unique in its questionnaire.
    pub id: String,
    /// The percent of ability that sustains it, 0 to 100.
    pub ability: u32,
    /// What a reader sees of it.
    pub text: TitleText,
}

/// An area, with a percentage of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Area {
    /// Its id, unique in its questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: TitleText,
}

/// One of the possibilities between which a questionnaire of kind `fit` helps to choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Candidate {
    /// Its id, unique in its questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// Where its description comes from.
    #[serde(default)]
    pub source: String,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: CandidateText,
}

/// What a reader sees of a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct CandidateText {
    /// Its name.
    pub title: String,
    /// What it is, and whom it suits.
    #[serde(default)]
    pub summary: String,
    /// What speaks for it.
    #[serde(default)]
    pub advantages: Vec<String>,
    /// What speaks against it.
    #[serde(default)]
    pub watch_out: Vec<String>,
    /// First steps to set it up.
    #[serde(default)]
    pub setup: Vec<String>,
}

/// A strategic objective and the level that it suggests, by our judgement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Objective {
    /// Its id, unique in its questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The id of the level that it suggests.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub suggests: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// The objective in a few words: what a reader sees of it.
    pub title: String,
}

/// What is aimed at in a questionnaire until somebody chooses a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DefaultTarget {
    /// The level above the reached one.
    #[default]
    Next,
    /// The reached level: nothing is asked for.
    Reached,
}

/// Names that several questions speak of, asked once and shown beside each of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct NameList {
    /// Its id, unique in its questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The most names that it has, 1 to 100.
    #[schemars(range(min = 1, max = 100))]
    pub at_most: Option<u32>,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: NameListText,
}

/// What a reader sees of a list of names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct NameListText {
    /// Its name.
    pub title: String,
    /// What belongs into it.
    #[serde(default)]
    pub help: String,
}

/// An answer that a question depends on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Condition {
    /// The other question.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub question: String,
    /// The option of it that must be reached; not its first.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub at_least: String,
}

/// A question; where it counts is said by the [`Placement`]s that refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id, unique over all questionnaires and never reused.
    pub id: String,
    /// Raised when the meaning changes; 1 at first.
    pub revision: u32,
    /// Its answers in the order of the file, from nothing to everything in place.
    pub options: Vec<Choice>,
    /// The items of the source that it carries.
    pub source: String,
    /// The role that knows the answer.
    pub respondent: String,
    /// The answer without which it is implied and not asked.
    pub only_if: Option<Condition>,
    /// The ids of the lists of names that are shown beside it.
    pub lists: Vec<String>,
    /// What to do about it; `None` in a questionnaire of kind `fit`.
    pub action: Option<Action>,
    /// What a reader sees of it.
    pub text: QuestionText,
}

impl Question {
    /// The option with this id, and its position.
    pub fn option(&self, id: &str) -> Option<(usize, &Choice)> {
        self.options.iter().enumerate().find(|(_, option)| option.id == id)
    }
}

/// What a reader sees of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionText {
    /// The question itself.
    pub question: String,
    /// Why it matters.
    pub help: String,
    /// What can be said of an organisation where it is in place; empty where nothing is written.
    pub in_place: String,
    /// One text for each of [`Question::options`], in the same order.
    pub options: Vec<OptionText>,
}

/// What a reader sees of an option.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OptionText {
    /// The step of the scale in a few words; empty for a choice of kind `fit`.
    pub label: String,
    /// What can be seen where this is the answer.
    pub text: String,
}

/// An option of a question (a step of its scale, or a choice of kind `fit`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id, unique in its question.
    pub id: String,
    /// What it is worth, 0 to 100; 0 for a choice of kind `fit`, which is worth points elsewhere.
    pub credit: u32,
}

/// Where in a questionnaire a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The question, of this or another questionnaire.
    pub question: String,
    /// The part of the questionnaire that it belongs to.
    pub part: Part,
    /// Whether its level is out of reach without it.
    pub key: bool,
    /// Its weight, 1 to 100.
    pub weight: u32,
    /// The number of the level from which key ability is indispensable; 1 unless the file says another.
    pub from: usize,
    /// It counts, but is recommended only if the gate needs it.
    pub optional: bool,
    /// What each option says about the candidates; empty unless the kind is [`Kind::Fit`].
    pub fits: Vec<Fit>,
}

/// The part of a questionnaire that a place belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The level with this number, from 1.
    Level(usize),
    /// The ability to execute.
    Ability,
    /// The area at this position.
    Area(usize),
    /// The whole of a questionnaire of kind `fit`.
    Fit,
}

/// What choosing an option says about the candidates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Fit {
    /// The id of the option or choice.
    #[serde(rename = "id")]
    #[schemars(regex(pattern = ID_PATTERN))]
    pub option: String,
    /// Points by candidate; those left out get none.
    #[serde(default)]
    #[schemars(extend("propertyNames" = json!({"pattern": ID_PATTERN})))]
    #[schemars(extend("additionalProperties" = json!({"type": "integer", "minimum": -1000, "maximum": 1000})))]
    pub points: BTreeMap<String, i32>,
    /// Why it speaks for them; shown as a reason of the recommendation.
    #[serde(default)]
    pub reason: String,
}

/// A role that answers questions and owns actions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Role {
    /// Its id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// The question whose answer tells whether somebody holds it.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub staffing: Option<String>,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: TitleText,
}

/// Something to read or join.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Resource {
    /// Its id.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// Its address on the web.
    pub address: String,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: ResourceText,
}

/// What a reader sees of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct ResourceText {
    /// Its name.
    pub title: String,
    /// What it is for.
    #[serde(default, rename = "purpose")]
    pub summary: String,
}
