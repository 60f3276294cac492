//! The format of questionnaires, roles and resources: the tables of a file that are not in memory as they
//! stand there. These types and those of `model` that they hold are the format: `serde` reads files into
//! them, and the JSON Schema is made from them, with their comments as its descriptions; `check` looks for
//! unknown fields along the schema.
//!
//! A field that only some kinds of questionnaire have names them as `x-kinds`; it is `x-required` where
//! those kinds need it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::action::Action;
use super::kind::Kind;
use super::model::*;

/// The format that this program reads.
pub const FORMAT: u32 = 1;

fn default_gate() -> u32 {
    60
}

fn default_key_gate() -> u32 {
    67
}

fn one() -> u32 {
    1
}

/// A questionnaire of ospo-assess: a model of maturity, with its questions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(rename = "Questionnaire")]
pub(crate) struct QuestionnaireFile {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = FORMAT))]
    #[expect(dead_code, reason = "a newer one is told before the rest is read")]
    pub format: u32,
    /// Its id, unique over all questionnaires. That of a built-in one replaces it.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// Its version, which assessments record, for instance "1.0.0".
    pub version: String,
    /// What its result looks like.
    pub kind: Kind,
    /// What is aimed at until somebody chooses a target.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub default_target: DefaultTarget,
    /// The percent of its weight that a level needs.
    #[serde(default = "default_gate")]
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub gate: u32,
    /// The credit that each key question needs.
    #[serde(default = "default_key_gate")]
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub key_gate: u32,
    #[serde(flatten)]
    pub text: QuestionnaireText,
    /// The publication that it is made from.
    pub source: Option<Citation>,
    /// The licence of its texts, with its address: reports on it name it.
    pub licence: Option<String>,
    /// Questions of other questionnaires whose low answer makes this one worth offering.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    pub deepens: Vec<String>,
    /// The scales of its questions; the first is the default.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub scale: Vec<ScaleTable>,
    /// Its levels, numbered 0, 1, 2 and so on.
    #[serde(default)]
    #[schemars(length(min = 1), extend("x-kinds" = Kind::all_that(Kind::has_levels), "x-required" = true))]
    pub level: Vec<LevelTable>,
    /// Its areas, in the order of showing.
    #[serde(default)]
    #[schemars(length(min = 1), extend("x-kinds" = Kind::all_that(Kind::has_areas), "x-required" = true))]
    pub area: Vec<Area>,
    /// What it helps to choose from.
    #[serde(default)]
    #[schemars(length(min = 1))]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_candidates), "x-required" = true))]
    pub candidate: Vec<Candidate>,
    /// Strategic objectives, each with the level it suggests.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub objective: Vec<Objective>,
    /// Lists of names that several questions speak of, asked once.
    #[serde(default)]
    pub list: Vec<NameList>,
    /// The questions that it asks, in the order of asking.
    #[serde(default)]
    pub question: Vec<QuestionTable>,
    /// Questions of other questionnaires that it asks too.
    #[serde(default)]
    pub r#use: Vec<UseTable>,
}

/// The steps that the options of a question follow, from nothing to everything in place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct ScaleTable {
    /// Its id, unique in the questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// 2 to 9 steps, their credits rising from 0 to 100.
    #[schemars(length(min = 2, max = 9))]
    pub steps: Vec<StepTable>,
}

/// A step of a scale.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct StepTable {
    /// Its id, unique in the scale: the option that an answer names.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What it is worth, 0 to 100. `None` only in a file under check.
    #[schemars(required, range(min = 0, max = 100))]
    pub credit: Option<u32>,
    /// The step in a few words, shown before the option's text.
    pub label: String,
}

/// A level: it is reached when its gate and those of all levels below hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct LevelTable {
    /// Its id, unique in the questionnaire.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// Its number: 0 needs nothing and has no question. `None` only in a file under check.
    #[schemars(required, range(min = 0, max = 99))]
    pub number: Option<u32>,
    /// The percent of ability that sustains it (default: that of the level below).
    #[schemars(range(min = 0, max = 100))]
    pub ability: Option<u32>,
    #[serde(flatten)]
    pub text: TitleText,
}

impl QuestionnaireFile {
    /// Its own questions, with their positions.
    pub(crate) fn questions(&self) -> impl Iterator<Item = (usize, &QuestionTable)> {
        self.question.iter().enumerate()
    }

    /// The questions that it takes in, with their positions.
    pub(crate) fn uses(&self) -> impl Iterator<Item = (usize, &UseTable)> {
        self.r#use.iter().enumerate()
    }

    /// The places of both: the list, the position in it, and where the question counts.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&'static str, usize, &PlaceTable)> {
        let own = self.questions().map(|(i, table)| ("question", i, &table.place));
        own.chain(self.uses().map(|(i, table)| ("use", i, &table.place)))
    }
}

/// Where a question counts, and how.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct PlaceTable {
    /// The level at which it counts, or "ability" for the ability to execute.
    #[schemars(regex(pattern = ID_PATTERN))]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_levels), "x-required" = true))]
    pub level: Option<String>,
    /// The area in which it counts.
    #[schemars(regex(pattern = ID_PATTERN))]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_areas), "x-required" = true))]
    pub area: Option<String>,
    /// `true` where its level is out of reach without it.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub key: bool,
    /// Its weight.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub weight: u32,
    /// Key ability: the level from which it is indispensable (default: level 1).
    #[schemars(regex(pattern = ID_PATTERN), extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub from: Option<String>,
    /// `true` where it counts, but is recommended only if the gate needs it.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_levels)))]
    pub optional: bool,
    /// Where it stands in the file, which is the order of asking: no field, told by who reads the file.
    #[serde(default)]
    #[schemars(skip)]
    pub at: usize,
}

/// A question: asks for one thing that can be seen.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct QuestionTable {
    /// Its id, unique over all questionnaires; never reused.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// Raised when the meaning changes.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 1_000_000))]
    pub revision: u32,
    #[serde(flatten)]
    pub place: PlaceTable,
    /// Its scale (default: the first).
    #[schemars(regex(pattern = ID_PATTERN), extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub scale: Option<String>,
    /// The answer without which it is implied and not asked.
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub only_if: Option<Condition>,
    /// The lists of names that are shown beside it.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    pub lists: Vec<String>,
    /// The question itself; ends with a question mark.
    pub text: String,
    /// Why it matters, in one or two sentences.
    #[serde(default)]
    pub help: String,
    /// What can be said where it is in place, in part or throughout: a sentence for reports.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub in_place: String,
    /// The items of the source that it carries.
    #[serde(default)]
    pub source: String,
    /// The role that knows the answer: whom to ask.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub respondent: Option<String>,
    /// What can be seen at each step of its scale: all of them.
    #[schemars(extend("propertyNames" = json!({"pattern": ID_PATTERN})))]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded), "x-required" = true))]
    pub options: Option<BTreeMap<String, String>>,
    /// Its answers, 2 to 9.
    #[serde(default)]
    #[schemars(length(min = 2, max = 9))]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_candidates), "x-required" = true))]
    pub choice: Vec<ChoiceTable>,
    /// What to do about it.
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::is_graded)))]
    pub action: Option<Action>,
}

/// An answer, and what it says about the candidates.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct ChoiceTable {
    /// The answer.
    pub text: String,
    #[serde(flatten)]
    pub fit: Fit,
}

/// A question of another questionnaire, asked once and counted here too.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct UseTable {
    /// The question.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub question: String,
    #[serde(flatten)]
    pub place: PlaceTable,
    /// What its options say about the candidates.
    #[serde(default)]
    #[schemars(extend("x-kinds" = Kind::all_that(Kind::has_candidates)))]
    pub choice: Vec<Fit>,
}

/// The roles that answer questions and own actions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct RolesFile {
    /// The roles.
    #[serde(default)]
    pub role: Vec<Role>,
}

/// What to read and whom to join.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct ResourcesFile {
    /// The resources.
    #[serde(default)]
    pub resource: Vec<Resource>,
}
