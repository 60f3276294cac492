//! Actions: what to do about a question. These types are the format of its table.

use std::fmt::{self, Formatter};

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use strum::{EnumIter, IntoStaticStr};

use super::model::ID_PATTERN;

/// What to do about a question, as it stands in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "ActionTable")]
#[schemars(with = "ActionTable")]
pub struct Action {
    /// The role that does it.
    pub owner: String,
    /// How much work it is.
    pub effort: Effort,
    /// Questions whose actions come first.
    pub requires: Vec<String>,
    /// What helps: ids from resources.toml.
    pub resources: Vec<String>,
    /// `true` where it only names somebody.
    pub names: bool,
    /// `true` where it looks after what is there: what comes next names it before what is new.
    pub keeps: bool,
    /// What a reader sees of it.
    pub text: ActionText,
}

/// What a reader sees of an action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionText {
    /// The action as an imperative.
    pub title: String,
    /// What the organisation gains.
    pub why: String,
    /// First steps: what is made, by whom, and where it is kept.
    pub steps: Vec<ActionStep>,
    /// The test for being done.
    pub done_when: String,
}

/// An action as it stands in a file. One table, since `serde` reads twice what it is to `flatten`.
#[derive(Deserialize, JsonSchema)]
struct ActionTable {
    /// The role that does it.
    #[schemars(regex(pattern = ID_PATTERN))]
    owner: String,
    /// How much work it is.
    effort: Effort,
    /// Questions whose actions come first.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    requires: Vec<String>,
    /// What helps: ids from resources.toml.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID_PATTERN)))]
    resources: Vec<String>,
    /// `true` where it only names somebody.
    #[serde(default)]
    names: bool,
    /// `true` where it looks after what is there: what comes next names it before what is new.
    #[serde(default)]
    keeps: bool,
    /// The action as an imperative.
    title: String,
    /// What the organisation gains.
    why: String,
    /// First steps: what is made, by whom, and where it is kept.
    #[serde(default)]
    steps: Vec<ActionStep>,
    /// The test for being done.
    done_when: String,
}

impl From<ActionTable> for Action {
    fn from(table: ActionTable) -> Action {
        let ActionTable { owner, effort, requires, resources, names, keeps, title, why, steps, done_when } =
            table;
        let text = ActionText { title, why, steps, done_when };
        Action { owner, effort, requires, resources, names, keeps, text }
    }
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

/// A step as it stands in a file. It is read by hand, since `serde` reads twice what is `untagged`.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum StepForm {
    Text(String),
    Table(ActionStepTable),
}

#[derive(Deserialize, JsonSchema)]
struct ActionStepTable {
    /// What is made, by whom, and where it is kept.
    text: String,
    /// The option from which on the plan leaves it out.
    #[schemars(regex(pattern = ID_PATTERN))]
    done_from: Option<String>,
}

impl<'de> Deserialize<'de> for StepForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<StepForm, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = StepForm;

            fn expecting(&self, expected: &mut Formatter<'_>) -> fmt::Result {
                expected.write_str("step")
            }

            fn visit_str<E>(self, text: &str) -> Result<StepForm, E> {
                Ok(StepForm::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<StepForm, A::Error> {
                ActionStepTable::deserialize(MapAccessDeserializer::new(table)).map(StepForm::Table)
            }
        }

        deserializer.deserialize_any(Either)
    }
}

impl From<StepForm> for ActionStep {
    fn from(form: StepForm) -> ActionStep {
        match form {
            StepForm::Text(text) => ActionStep { text, done_from: None },
            StepForm::Table(ActionStepTable { text, done_from }) => ActionStep { text, done_from },
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
