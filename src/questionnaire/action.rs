//! Actions: what to do about a question. These types are the format of its table.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{EnumIter, IntoStaticStr};

use super::model::ID_PATTERN;

/// What to do about a question, as it stands in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Action {
    /// The role that does it.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub owner: String,
    /// How much work it is.
    pub effort: Effort,
    /// Questions whose actions come first.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    pub requires: Vec<String>,
    /// What helps: ids from resources.toml.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    pub resources: Vec<String>,
    /// `true` where it only names somebody.
    #[serde(default)]
    pub names: bool,
    /// `true` where it looks after what is there: what comes next names it before what is new.
    #[serde(default)]
    pub keeps: bool,
    /// What a reader sees of it.
    #[serde(flatten)]
    pub text: ActionText,
}

/// What a reader sees of an action.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub struct ActionText {
    /// The action as an imperative.
    pub title: String,
    /// What the organisation gains.
    pub why: String,
    /// First steps: what is made, by whom, and where it is kept.
    #[serde(default)]
    pub steps: Vec<ActionStep>,
    /// The test for being done.
    pub done_when: String,
}

/// A step of an action: a text alone, or with the answer that makes it superfluous.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "StepForm")]
#[schemars(with = "StepForm")]
pub struct ActionStep {
    /// What is made, by whom, and where it is kept.
    pub text: String,
    /// The option from which on the plan leaves it out.
    pub done_from: Option<String>,
}

/// A step as it stands in a file.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum StepForm {
    Text(String),
    Table {
        /// What is made, by whom, and where it is kept.
        text: String,
        /// The option from which on the plan leaves it out.
        #[schemars(regex(pattern = ID_PATTERN))]
        done_from: Option<String>,
    },
}

impl From<StepForm> for ActionStep {
    fn from(form: StepForm) -> ActionStep {
        match form {
            StepForm::Text(text) => ActionStep { text, done_from: None },
            StepForm::Table { text, done_from } => ActionStep { text, done_from },
        }
    }
}

/// How much work an action is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumIter, Deserialize, JsonSchema,
)]
pub enum Effort {
    /// About a week.
    S,
    /// About three weeks.
    M,
    /// About eight weeks.
    L,
}

impl Effort {
    /// The letter in the file.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Points of capacity: 1, 3 or 8.
    pub fn points(self) -> u32 {
        match self {
            Effort::S => 1,
            Effort::M => 3,
            Effort::L => 8,
        }
    }
}
