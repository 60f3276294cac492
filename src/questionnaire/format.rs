//! The format of questionnaires, roles and resources: these types are it. `serde` reads the files into
//! them, and the JSON Schema, which `check` uses too, is made from them with their comments as its
//! descriptions. What the rest of the program works with is made of them by `read`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use strum::IntoEnumIterator;

use super::located::{At, Id, Text};
use super::model::{Citation, Effort, Kind};

/// The format that this program reads.
pub const FORMAT: u32 = 1;

/// The kinds of questionnaire that have a field, for its `x-kinds` in the schema. A field that has it is
/// `x-required` where those kinds need it; in the others it is an error.
fn only(has: fn(Kind) -> bool) -> Vec<&'static str> {
    Kind::iter().filter(|kind| has(*kind)).map(Kind::id).collect()
}

fn default_gate() -> u32 {
    75
}

fn default_key_gate() -> u32 {
    67
}

fn one() -> u32 {
    1
}

/// A questionnaire of ospo-assess: a model of maturity, with its questions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Questionnaire")]
pub(crate) struct QuestionnaireFile {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = FORMAT))]
    #[expect(dead_code, reason = "a newer one is told before the rest is read")]
    pub format: u32,
    /// Its id, unique over all questionnaires. That of a built-in one replaces it.
    pub id: Id,
    /// Its version, which assessments record, for instance "1.0.0".
    pub version: Text,
    /// Its name.
    pub title: Text,
    /// What its result looks like.
    pub kind: Kind,
    /// What a level is called, for instance "stage" (default "level").
    #[schemars(extend("x-kinds" = only(Kind::has_levels)))]
    pub level_name: Option<Text>,
    /// The percent of its weight that a level needs (default 75).
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = only(Kind::has_levels)))]
    #[serde(default = "default_gate")]
    pub gate: u32,
    /// The credit that each key question needs (default 67).
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = only(Kind::has_levels)))]
    #[serde(default = "default_key_gate")]
    pub key_gate: u32,
    /// What it measures, and how long it takes.
    pub summary: Option<Text>,
    /// The publication that it is made from.
    pub source: Option<Citation>,
    /// Questions of other questionnaires whose low answer makes this one worth offering.
    #[serde(default)]
    pub deepens: Vec<Id>,
    /// The scales of its questions; the first is the default.
    #[serde(default)]
    #[schemars(extend("x-kinds" = only(Kind::is_graded)))]
    pub scale: Vec<At<ScaleTable>>,
    /// Its levels, numbered 0, 1, 2 and so on.
    #[serde(default)]
    #[schemars(length(min = 1), extend("x-kinds" = only(Kind::has_levels), "x-required" = true))]
    pub level: Vec<At<LevelTable>>,
    /// Its areas, in the order of showing.
    #[serde(default)]
    #[schemars(length(min = 1), extend("x-kinds" = only(Kind::has_areas), "x-required" = true))]
    pub area: Vec<At<AreaTable>>,
    /// What it helps to choose from.
    #[serde(default)]
    #[schemars(length(min = 1), extend("x-kinds" = only(Kind::has_candidates), "x-required" = true))]
    pub candidate: Vec<At<CandidateTable>>,
    /// Strategic objectives, each with the level it suggests.
    #[serde(default)]
    #[schemars(extend("x-kinds" = only(Kind::has_levels)))]
    pub objective: Vec<At<ObjectiveTable>>,
    /// The questions that it asks, in the order of asking.
    #[serde(default)]
    pub question: Vec<At<QuestionTable>>,
    /// Questions of other questionnaires that it asks too.
    #[serde(default)]
    pub r#use: Vec<At<UseTable>>,
}

/// The steps that the options of a question follow, from nothing to everything in place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScaleTable {
    /// Its id, unique in the questionnaire.
    pub id: Id,
    /// 2 to 9 steps, their credits rising from 0 to 100.
    #[schemars(length(min = 2, max = 9))]
    pub steps: At<Vec<StepTable>>,
}

/// A step of a scale.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepTable {
    /// Its id, unique in the scale: the option that an answer names.
    pub id: Id,
    /// What it is worth, 0 to 100.
    #[schemars(required, range(min = 0, max = 100))]
    pub credit: Option<u32>,
    /// The step in a few words, shown before the option's text.
    pub label: Text,
}

/// A level: it is reached when its gate and those of all levels below hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelTable {
    /// Its id, unique in the questionnaire.
    pub id: Id,
    /// Its number: 0 needs nothing and has no question.
    #[schemars(required, range(min = 0, max = 99))]
    pub number: Option<At<u32>>,
    /// Its name.
    pub title: Text,
    /// What an organisation on it does.
    pub summary: Option<Text>,
    /// The percent of ability that sustains it (default: that of the level below).
    #[schemars(range(min = 0, max = 100))]
    pub ability: Option<u32>,
}

/// An area, with a percentage of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AreaTable {
    /// Its id, unique in the questionnaire.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// What it covers.
    pub summary: Option<Text>,
}

/// One of the possibilities between which the questionnaire helps to choose.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CandidateTable {
    /// Its id, unique in the questionnaire.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// What it is, and whom it suits.
    pub summary: Option<Text>,
    /// What speaks for it.
    #[serde(default)]
    pub advantages: Vec<String>,
    /// What speaks against it.
    #[serde(default)]
    pub watch_out: Vec<String>,
    /// First steps to set it up.
    #[serde(default)]
    pub setup: Vec<String>,
    /// Where its description comes from.
    pub source: Option<Text>,
}

/// A strategic objective, and the level that it suggests.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObjectiveTable {
    /// Its id, unique in the questionnaire.
    pub id: Id,
    /// The objective in a few words.
    pub title: Text,
    /// The level that it suggests as target.
    pub suggests: Id,
    /// Where it comes from.
    pub source: Option<Text>,
}

/// A question: asks for one thing that can be seen.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionTable {
    /// Its id, unique over all questionnaires; never reused.
    pub id: Id,
    /// Raised when the meaning changes (default 1).
    #[schemars(range(min = 1, max = 1_000_000))]
    #[serde(default = "one")]
    pub revision: u32,
    /// Its level, or "ability" for the ability to execute.
    #[schemars(extend("x-kinds" = only(Kind::has_levels), "x-required" = true))]
    pub level: Option<Id>,
    /// Its area.
    #[schemars(extend("x-kinds" = only(Kind::has_areas), "x-required" = true))]
    pub area: Option<Id>,
    /// Its scale (default: the first).
    #[schemars(extend("x-kinds" = only(Kind::is_graded)))]
    pub scale: Option<Id>,
    /// Whether its level is out of reach without it (default false).
    #[schemars(extend("x-kinds" = only(Kind::is_graded)))]
    #[serde(default)]
    pub key: bool,
    /// Its weight (default 1).
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = only(Kind::is_graded)))]
    #[serde(default = "one")]
    pub weight: u32,
    /// The question itself; ends with a question mark.
    pub text: Text,
    /// Why it matters, in one or two sentences.
    pub help: Option<Text>,
    /// The items of the source that it carries.
    pub source: Option<Text>,
    /// The role that knows the answer: whom to ask.
    pub respondent: Option<Id>,
    /// What can be seen at each step of its scale: all of them.
    #[schemars(extend("x-kinds" = only(Kind::is_graded), "x-required" = true))]
    pub options: Option<At<BTreeMap<Id, Text>>>,
    /// Its answers, 2 to 9.
    #[serde(default)]
    #[schemars(length(min = 2, max = 9))]
    #[schemars(extend("x-kinds" = only(Kind::has_candidates), "x-required" = true))]
    pub choice: Vec<ChoiceTable>,
    /// What to do about it.
    #[schemars(extend("x-kinds" = only(Kind::is_graded), "x-required" = true))]
    pub action: Option<At<ActionTable>>,
}

/// An answer, and what it says about the candidates.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceTable {
    /// Its id, unique in the question.
    pub id: Id,
    /// The answer.
    pub text: Text,
    /// Points by candidate; those left out get none.
    #[serde(default)]
    pub points: BTreeMap<Id, Points>,
    /// Why it speaks for them; shown beside the result.
    pub reason: Option<Text>,
}

/// What choosing an answer gives to a candidate.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Points(#[schemars(range(min = -1000, max = 1000))] pub i32);

/// What to do about a question, as it stands in the plan.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActionTable {
    /// The action as an imperative.
    pub title: Text,
    /// What the organisation gains.
    pub why: Text,
    /// First steps: what is made, by whom, and where it is kept.
    #[serde(default)]
    pub steps: Vec<Text>,
    /// The test for being done.
    pub done_when: Text,
    /// The role that does it.
    pub owner: Id,
    /// How much work it is.
    pub effort: Effort,
    /// Questions whose actions come first.
    #[serde(default)]
    pub requires: Vec<Id>,
    /// What helps: ids from resources.toml.
    #[serde(default)]
    pub resources: Vec<Id>,
}

/// A question of another questionnaire, asked once and counted here too.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UseTable {
    /// The question.
    pub question: Id,
    /// The level at which it counts here, or "ability".
    #[schemars(extend("x-kinds" = only(Kind::has_levels), "x-required" = true))]
    pub level: Option<Id>,
    /// The area in which it counts here.
    #[schemars(extend("x-kinds" = only(Kind::has_areas), "x-required" = true))]
    pub area: Option<Id>,
    /// Whether its level is out of reach without it (default false).
    #[schemars(extend("x-kinds" = only(Kind::is_graded)))]
    #[serde(default)]
    pub key: bool,
    /// Its weight here (default 1).
    #[schemars(range(min = 1, max = 100), extend("x-kinds" = only(Kind::is_graded)))]
    #[serde(default = "one")]
    pub weight: u32,
    /// What its options say about the candidates.
    #[serde(default)]
    #[schemars(extend("x-kinds" = only(Kind::has_candidates)))]
    pub choice: Vec<UseChoiceTable>,
}

/// What an option of a used question says about the candidates.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UseChoiceTable {
    /// The option, or choice, of that question.
    pub id: Id,
    /// Points by candidate; those left out get none.
    #[serde(default)]
    pub points: BTreeMap<Id, Points>,
    /// Why it speaks for them; shown beside the result.
    pub reason: Option<Text>,
}

/// The roles that answer questions and own actions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RolesFile {
    /// The roles.
    #[serde(default)]
    pub role: Vec<RoleTable>,
}

/// A role that answers questions and owns actions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleTable {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// What it answers for.
    pub summary: Option<Text>,
    /// The question that tells whether somebody holds it.
    pub staffing: Option<Id>,
}

/// What to read and whom to join.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResourcesFile {
    /// The resources.
    #[serde(default)]
    pub resource: Vec<ResourceTable>,
}

/// Something to read or join.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResourceTable {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Its address on the web.
    pub address: Text,
}
