//! What can be wrong with questionnaires: a variant for each rule, with what there is to say about it.
//! The sentences are made of it in `words`.

#![allow(missing_docs, reason = "variants and fields are named for what they are; words tells the rest")]

use std::ops::RangeInclusive;

use strum::{EnumDiscriminants, EnumIter, IntoStaticStr};

use super::form::FieldType;
use crate::questionnaire::{Content, Kind, ReadError};

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file can be used; its readers are served badly.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Something that is wrong; its rule has the same name. Texts from the file are cut where they are long.
#[derive(Debug, Clone, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(name(Rule), derive(PartialOrd, Ord, IntoStaticStr, EnumIter))]
#[strum_discriminants(strum(serialize_all = "kebab-case"))]
pub enum Fault {
    Unreadable(ReadError),
    TooLarge(TooLarge),
    Syntax(String),
    NewerFormat(i64),
    /// A character that is not harmless; `None` where a line is too long.
    UnsafeText(Option<char>),
    UnknownField {
        owner: Subject,
        field: String,
        near: Option<String>,
        fields: Vec<String>,
    },
    WrongKind {
        owner: Subject,
        field: String,
        kind: Kind,
        kinds: Vec<String>,
    },
    MissingField(Missing),
    MissingAction(Subject),
    WrongType {
        subject: Subject,
        found: TomlType,
        wanted: FieldType,
    },
    UnknownWord {
        subject: Subject,
        word: String,
        words: Vec<String>,
    },
    OutOfRange(OutOfRange),
    BadId {
        subject: Subject,
        id: String,
    },
    ReservedId {
        list: &'static str,
        id: String,
    },
    DuplicateId(Duplicate),
    DuplicateUse(String),
    OwnQuestionUsed(String),
    FitQuestion {
        question: String,
        questionnaire: String,
        place: GradedPlace,
    },
    UnknownReference(Unknown),
    /// The questions, each of which requires the next, and the last the first.
    RequiresCycle(Vec<String>),
    ScaleNotRising {
        scale: String,
        credits: Vec<u32>,
    },
    MissingOption {
        question: String,
        option: String,
    },
    UnknownOption {
        question: String,
        option: String,
        steps: Vec<String>,
    },
    LevelNumbers(Numbering),
    LevelZeroQuestion(String),
    LevelWithoutQuestions(String),
    AreaWithoutQuestions(String),
    NoQuestions,
    ReplacesBuiltIn(String),
    /// A question that is gone, and the questionnaires that take it in.
    DropsQuestion {
        question: String,
        takers: Vec<String>,
    },
    RequiresHigherLevel {
        own: usize,
        required: String,
        other: usize,
    },
    TooManyQuestions(usize),
    UnusedScale(String),
    UnusedCandidate(String),
    /// The word that joins two questions; `None` where there are two question marks.
    JoinedQuestion(Option<String>),
    NotAQuestion,
    QuestionTooLong(Length),
    TextTooLong {
        text: LongText,
        length: Length,
    },
    HedgedOption(&'static str),
    /// The question of the first option that says the same, and whether it is the question itself.
    OptionsAlike {
        question: String,
        is_same: bool,
    },
    SameFirstStep(String),
    MissingHelp(Subject),
    MissingSource(Subject),
    MissingRespondent(Subject),
    MissingSummary(Subject),
    ActionWithoutSteps(String),
}

impl Rule {
    /// The name, in brackets before each message.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Says whether a file that breaks it can be used. The rules before the first of these are of form and
    /// reference; those from it on are advice.
    pub fn severity(self) -> Severity {
        if self < Rule::ReplacesBuiltIn { Severity::Error } else { Severity::Warning }
    }
}

/// What a fault is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The file as a whole.
    File(Content),
    /// A table of a list: the list's name, the table's id where it has one, and its owner below the file.
    Item { list: String, id: Option<String>, owner: Option<Box<Subject>> },
    /// A table in a field.
    Table { field: String, owner: Box<Subject> },
    /// A field that holds something else.
    Field { field: String, owner: Box<Subject> },
    /// The entry with this name.
    Named { name: String, owner: Box<Subject> },
    /// An entry of a list.
    Entry(Box<Subject>),
}

impl Subject {
    /// The table of a list of the file itself.
    pub(super) fn item(list: &str, id: &str) -> Subject {
        Subject::Item { list: list.to_owned(), id: Some(super::shown(id)), owner: None }
    }
}

/// What is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// The bytes of the file.
    Bytes,
    /// The fields and lines of the file.
    Marks,
    /// The number of questions.
    Questions,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A field.
    Field { owner: Subject, field: String, field_type: FieldType },
    /// A text that says something.
    Text(Subject),
}

/// What is out of its range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutOfRange {
    /// A number.
    Number { subject: Subject, range: RangeInclusive<i64> },
    /// The length of a list.
    Length { subject: Subject, length: usize, range: RangeInclusive<u64> },
}

/// What stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TomlType {
    Text,
    Integer,
    Float,
    Boolean,
    Date,
    List,
    Table,
}

/// Which id stands twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duplicate {
    /// That of a questionnaire, in another of the files under check.
    Questionnaire(String),
    /// That of a table of this list, within the owner.
    Item { list: &'static str, id: String, owner: Option<Subject> },
    /// That of a question, which another questionnaire defines.
    Question { id: String, questionnaire: String },
}

/// Where a question with a credit or an action is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradedPlace {
    /// As what tells whether a role is filled.
    Staffing,
    /// As what makes a questionnaire worth offering.
    Deepens,
    /// As what comes first.
    Requires,
    /// As what a graded questionnaire takes in.
    Use,
}

/// What is referred to and not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// Something of this sort, with the id that is near.
    Id { sort: Sort, id: String, near: Option<String> },
    /// An option of this question.
    Option { question: String, id: String, near: Option<String> },
    /// The scale of this question: the questionnaire has none.
    Scale { question: String },
}

/// What an id stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Level,
    Area,
    Scale,
    Question,
    Candidate,
    Role,
    Resource,
}

/// What is wrong with the numbers of levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// A number stands twice.
    Twice(u32),
    /// A number is missing, though a higher one is there.
    Gap { missing: u32, found: u32 },
}

/// Characters, and the most that are read with ease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many there are.
    pub found: usize,
    /// The most.
    pub most: usize,
}

/// A text that has a most of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongText {
    Option,
    Help,
    Title,
}
