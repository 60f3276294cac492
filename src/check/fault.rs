//! What can be wrong with questionnaires: a variant for each rule, with what there is to say about it.
//! `words` makes the sentences. Words from the file are cut where they are long.

use std::ops::RangeInclusive;

use strum::{EnumDiscriminants, EnumIter, IntoStaticStr};

use super::form::FieldType;
use crate::questionnaire::{Kind, ReadError, TooLarge};
use crate::text::Slip;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file can be used; its readers are served badly.
    Warning,
}

/// Something that is wrong; its [`Rule`] has the same name.
#[derive(Debug, Clone, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(name(Rule), derive(PartialOrd, Ord, IntoStaticStr, EnumIter))]
#[strum_discriminants(strum(serialize_all = "kebab-case"))]
pub enum Fault {
    Unreadable(ReadError),
    TooLarge(TooLarge),
    // What the parser says, and the reason where it is known by sight.
    Syntax(String, Option<Slip>),
    NewerFormat(i64),
    // A character that is not harmless; `None` where a line is too long.
    UnsafeText(Option<char>),
    UnknownField { subject: Subject, near: Vec<String>, fields: Vec<String> },
    WrongKind { subject: Subject, kind: Kind, kinds: Vec<String> },
    // A field that is not there, with its type, or a text that is empty.
    MissingField { subject: Subject, missing: Option<FieldType> },
    // A value with the name of its TOML type.
    WrongType { subject: Subject, found: &'static str, wanted: FieldType },
    UnknownWord { subject: Subject, word: String, words: Vec<String> },
    // A number, or a list of this length.
    OutOfRange { subject: Subject, length: Option<usize>, range: RangeInclusive<i64> },
    BadId { subject: Subject, id: String },
    ReservedId { list: &'static str, id: String },
    // An id of this list; `elsewhere` is the other questionnaire that has it too.
    DuplicateId { list: &'static str, id: String, elsewhere: Option<String> },
    DuplicateUse(String),
    OwnQuestionUsed(String),
    FitQuestion { question: String, questionnaire: String },
    UnknownReference { list: &'static str, id: String, near: Vec<String> },
    // The questions, each of which requires the next, and the last the first.
    RequiresCycle(Vec<String>),
    ScaleNotRising { scale: String, credits: Vec<u32> },
    MissingOption { question: String, option: String },
    UnknownOption { question: String, option: String, steps: Vec<String> },
    WrongCondition(WrongCondition),
    WrongPlacement(WrongPlacement),
    LevelNumbers { expected: u32, found: u32 },
    LevelZeroQuestion(String),
    AreaWithoutQuestions(String),
    NoQuestions,
    ReplacesBuiltIn(String),
    // A question that is gone, and the questionnaires that take it in.
    DropsQuestion { question: String, takers: Vec<String> },
    RequiresHigherLevel { own: usize, required: String, other: usize },
    TooManyQuestions(usize),
    UnusedScale(String),
    UnusedCandidate(String),
    // The word that joins two questions; `None` where there are two question marks.
    JoinedQuestion(Option<String>),
    NotAQuestion,
    QuestionTooLong { found: usize, most: usize },
    TextTooLong { text: &'static str, found: usize, most: usize },
    HedgedOption(&'static str),
    // The question of the first option that says the same, and whether it is the question itself.
    OptionsAlike { question: String, is_same: bool },
    SameFirstStep(String),
    MissingHelp(Subject),
    MissingSource(Subject),
    MissingRespondent(Subject),
    MissingSummary(Subject),
    MissingCredit(Subject),
    ActionWithoutSteps(String),
    MissingAction(Subject),
    LevelWithoutQuestions(String),
}

impl Rule {
    /// The name, in brackets before each message.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Errors keep a file from being used; the others are advice.
    pub fn severity(self) -> Severity {
        if self < Rule::ReplacesBuiltIn { Severity::Error } else { Severity::Warning }
    }
}

/// What is wrong with an `only_if`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongCondition {
    /// The questions, each of which depends on the next, and the last on the first.
    Circle(Vec<String>),
    /// It asks for the first option, which everybody has.
    FirstOption(String),
}

/// What is wrong with the place of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongPlacement {
    /// `from` at a question that is not key ability.
    From,
    /// Key and optional together.
    KeyAndOptional,
}

/// What a fault is about: the way to it from the outside in. Each step is a field, or with an id (which may
/// be empty) a table of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject(pub Vec<(String, Option<String>)>);

impl Subject {
    pub(super) fn field(&self, name: &str) -> Subject {
        self.then(name, None)
    }

    /// A table of a list of this.
    pub(super) fn item(&self, list: &str, id: &str) -> Subject {
        self.then(list, Some(super::shown(id)))
    }

    fn then(&self, name: &str, id: Option<String>) -> Subject {
        Subject(self.0.iter().cloned().chain([(name.to_owned(), id)]).collect())
    }
}
