//! What is wrong with a questionnaire, and what to do: a sentence for each fault.

use std::fmt;
use std::ops::RangeInclusive;

use crate::check::{Fault, FieldType, MOST_QUESTIONS, Subject, WrongCondition, WrongPlacement};
use crate::questionnaire::{FORMAT, MAX_FILE_BYTES, MAX_QUESTIONS, ReadError, TooLarge};
use crate::text::MAX_LINE;

/// The questions of a circle that are named.
const MOST_NAMED: usize = 12;

/// What is wrong.
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(error) => not_read(error),
        Fault::TooLarge(what) => too_large(*what),
        Fault::Syntax(message, None) => message.clone(),
        Fault::Syntax(_, Some(slip)) => super::files::slip(*slip),
        Fault::NewerFormat(format) => newer_format(*format),
        Fault::UnsafeText(character) => unsafe_text(*character),
        Fault::UnknownField { subject, .. } => format!("{subject} is no field of the format"),
        Fault::WrongKind { subject, kind, .. } => format!("{subject} is no field for kind `{}`", kind.id()),
        Fault::MissingField { subject, missing: None } => format!("{subject} is empty"),
        Fault::MissingField { subject, .. }
        | Fault::MissingAction(subject)
        | Fault::MissingHelp(subject)
        | Fault::MissingSource(subject)
        | Fault::MissingCredit(subject)
        | Fault::MissingRespondent(subject)
        | Fault::MissingSummary(subject) => format!("{subject} is missing"),
        Fault::WrongType { subject, found, .. } => format!("{subject} is {}", a_value(found)),
        Fault::UnknownWord { subject, word, .. } => {
            format!("{subject} is `{word}`, which is none of its words")
        }
        Fault::OutOfRange { subject, length, .. } => out_of_range(subject, *length),
        Fault::BadId { subject, id } => format!("{subject} is `{id}`, which cannot be an id"),
        Fault::ReservedId { list, id } => format!("{list} id `{id}` is a reserved word"),
        Fault::DuplicateId { list, id, elsewhere: None } => format!("{list} id `{id}` stands twice"),
        Fault::DuplicateId { list, id, elsewhere: Some(other) } => is_elsewhere(list, id, other),
        Fault::DuplicateUse(id) => format!("question `{id}` is taken in twice"),
        Fault::OwnQuestionUsed(id) => format!("question `{id}` is one of this questionnaire itself"),
        Fault::FitQuestion { question, questionnaire } => is_of_fit(question, questionnaire),
        Fault::UnknownReference { list, id, .. } => format!("there is no {list} `{id}`"),
        Fault::RequiresCycle(questions) => {
            format!("actions require each other in a circle: {}", circle(questions))
        }
        Fault::ScaleNotRising { scale, credits } => credits_of(scale, credits),
        Fault::MissingOption { question, option } => has_no_option(question, option),
        Fault::UnknownOption { question, option, .. } => is_no_step(question, option),
        Fault::WrongCondition(what) => wrong_condition(what),
        Fault::WrongPlacement(what) => wrong_placement(*what),
        Fault::LevelNumbers { expected, found } => level_number(*expected, *found),
        Fault::LevelZeroQuestion(id) => format!("a question stands at level `{id}`, which has the number 0"),
        Fault::LevelWithoutQuestions(id) => format!("level `{id}` has no question"),
        Fault::AreaWithoutQuestions(id) => format!("area `{id}` has no question"),
        Fault::NoQuestions => "the questionnaire asks nothing".to_owned(),
        Fault::ReplacesBuiltIn(id) => format!("this replaces the built-in questionnaire `{id}`"),
        Fault::DropsQuestion { question, takers } => is_gone(question, takers),
        Fault::RequiresHigherLevel { own, required, other } => requires_higher(*own, required, *other),
        Fault::TooManyQuestions(asked) => asks_too_many(*asked),
        Fault::UnusedScale(id) => format!("no question has the scale `{id}`"),
        Fault::UnusedCandidate(id) => format!("no answer gives points to candidate `{id}`"),
        Fault::JoinedQuestion(word) => joined(word.as_deref()),
        Fault::NotAQuestion => "the question does not end with a question mark".to_owned(),
        Fault::QuestionTooLong { found, .. } => format!("the question has {found} characters"),
        Fault::TextTooLong { text, found, .. } => format!("the {text} has {found} characters"),
        Fault::HedgedOption(hedge) => format!("\"{hedge}\" leaves open what can be seen"),
        Fault::OptionsAlike { question, is_same } => says_the_same(question, *is_same),
        Fault::SameFirstStep(id) => format!("the action of question `{id}` begins with the same step"),
        Fault::ActionWithoutSteps(id) => format!("the action of question `{id}` has no first steps"),
    }
}

/// What to do about it; may be empty.
pub(super) fn hint(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(_) | Fault::TooLarge(TooLarge::Bytes | TooLarge::Marks) | Fault::Syntax(..) => "",
        Fault::TooLarge(TooLarge::Questions) => "split it",
        Fault::NewerFormat(_) => "use a newer ospo-assess",
        Fault::UnsafeText(_) => "take it out",
        Fault::UnknownField { near, fields, .. } if near.is_empty() => return its("fields", fields),
        Fault::UnknownField { near, .. } | Fault::UnknownReference { near, .. } => return did_you_mean(near),
        Fault::WrongKind { kinds, .. } => return format!("only in {}", quoted(kinds)),
        Fault::MissingField { missing: None, .. } => "write a text",
        Fault::MissingField { subject, missing: Some(what) } => return example(subject, what),
        Fault::MissingAction(subject) => return example(subject, &FieldType::Table),
        Fault::WrongType { wanted, .. } => return format!("write {}", a_type(wanted)),
        Fault::UnknownWord { words, .. } => return format!("write one of {}", words.join(", ")),
        Fault::OutOfRange { range, .. } => return within(range),
        Fault::BadId { .. } => "use lowercase letters, digits and hyphens, a letter first, at most 64",
        Fault::DuplicateId { elsewhere: Some(_), .. } => "take it in with `[[use]]`, or choose another id",
        Fault::DuplicateId { .. } | Fault::ReservedId { .. } => "choose another id",
        Fault::DuplicateUse(_) => "keep one `[[use]]` of it",
        Fault::OwnQuestionUsed(_) => "leave out this `[[use]]`",
        Fault::FitQuestion { .. } => "it has neither a credit nor an action",
        Fault::ScaleNotRising { .. } => "begin with 0, rise at each step, end with 100",
        Fault::MissingOption { option, .. } => return format!("add `{option} = \"…\"`"),
        Fault::UnknownOption { steps, .. } => return its("steps", steps),
        Fault::WrongCondition(WrongCondition::FirstOption(_)) => "name a higher option",
        Fault::WrongPlacement(WrongPlacement::From) => "only with `key = true` and `level = \"ability\"`",
        Fault::RequiresCycle(_) | Fault::WrongCondition(_) | Fault::WrongPlacement(_) => {
            "leave out one of them"
        }
        Fault::LevelNumbers { .. } => "number them 0, 1, 2, …",
        Fault::LevelZeroQuestion(_) => "choose a level from 1",
        Fault::LevelWithoutQuestions(id) => {
            return format!("it is passed over until one has `level = \"{id}\"`");
        }
        Fault::AreaWithoutQuestions(id) => return format!("add one with `area = \"{id}\"`"),
        Fault::NoQuestions => "add a `[[question]]`",
        Fault::ReplacesBuiltIn(_) => "choose another id if that is not meant",
        Fault::DropsQuestion { .. } => "it will not be asked there",
        Fault::RequiresHigherLevel { .. } => "move one of the questions, or leave this out",
        Fault::TooManyQuestions(_) => "leave out what decides nothing, or split it",
        Fault::UnusedScale(_) => "leave it out",
        Fault::UnusedCandidate(_) => "give it points in `[[question.choice]]`",
        Fault::JoinedQuestion(Some(_)) => "ask for one of them, or make two questions",
        Fault::JoinedQuestion(None) => "make two questions",
        Fault::NotAQuestion => "ask",
        Fault::QuestionTooLong { most, .. } => return format!("at most {most} are read with ease"),
        Fault::TextTooLong { most, .. } => return format!("at most {most} are read with ease"),
        Fault::HedgedOption(_) => "say how many, who, where or by when",
        Fault::OptionsAlike { .. } => "say what is seen here and not there",
        Fault::SameFirstStep(_) => "name what is made here",
        Fault::MissingRespondent(subject) => return example(subject, &FieldType::Id),
        Fault::MissingHelp(subject)
        | Fault::MissingSource(subject)
        | Fault::MissingSummary(subject)
        | Fault::MissingCredit(subject) => return example(subject, &FieldType::Text),
        Fault::ActionWithoutSteps(_) => "add `steps = [\"…\"]`",
    }
    .to_owned()
}

fn out_of_range(subject: &Subject, length: Option<usize>) -> String {
    match length {
        None => format!("{subject} is out of range"),
        Some(length) => format!("{subject} has a length of {length}"),
    }
}

fn within(range: &RangeInclusive<i64>) -> String {
    match *range.end() {
        i64::MAX => format!("at least {}", range.start()),
        end => format!("from {} to {end}", range.start()),
    }
}

/// From the inside out: "`effort` of the action of question `inventory`".
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.0.iter().rev().enumerate().map(|(i, (name, id))| match id.as_deref() {
            Some("") => format!("this {name}"),
            Some(id) => format!("{} `{id}`", name.strip_suffix('s').unwrap_or(name)),
            None if i == 0 => format!("`{name}`"),
            None => format!("the {name}"),
        });
        f.write_str(&steps.collect::<Vec<_>>().join(" of "))
    }
}

fn quoted(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(" and ")
}

fn its(what: &str, words: &[String]) -> String {
    format!("its {what} are {}", words.join(", "))
}

fn did_you_mean(near: &[String]) -> String {
    let near: Vec<_> = near.iter().map(|word| format!("`{word}`")).collect();
    if near.is_empty() { String::new() } else { format!("did you mean {}?", near.join(" or ")) }
}

/// Why a file is not read.
pub(super) fn not_read(error: &ReadError) -> String {
    match error {
        ReadError::TooLarge(what) => too_large(*what),
        ReadError::NotFound => "the file cannot be read: there is no such file".to_owned(),
        ReadError::NotRegular => "the file cannot be read: it is not a regular file".to_owned(),
        ReadError::System(error) => format!("the file cannot be read: {error}"),
        ReadError::NotText(line) => {
            format!("the file is not UTF-8 text: line {line} has other bytes; save it as UTF-8")
        }
    }
}

fn too_large(what: TooLarge) -> String {
    match what {
        TooLarge::Bytes => {
            format!("the file is larger than {} MiB, the most that is read", MAX_FILE_BYTES / 1024 / 1024)
        }
        TooLarge::Marks => "the file has more fields and lines than are read".to_owned(),
        TooLarge::Questions => format!("the questionnaire has more than {MAX_QUESTIONS} questions"),
    }
}

fn newer_format(format: i64) -> String {
    format!("the file has format {format}; this version of ospo-assess reads format {FORMAT}")
}

fn unsafe_text(character: Option<char>) -> String {
    match character {
        Some(c) => format!("the text contains the invisible or control character U+{:04X}", u32::from(c)),
        None => format!("the text has a line of more than {MAX_LINE} characters, which would be cut"),
    }
}

/// A value by the name of its TOML type.
fn a_value(type_name: &str) -> &'static str {
    match type_name {
        "string" => "a text",
        "integer" => "a whole number",
        "float" => "a number with a fraction",
        "boolean" => "`true` or `false`",
        "datetime" => "a date",
        "array" => "a list",
        _ => "a table",
    }
}

fn a_type(wanted: &FieldType) -> &'static str {
    match wanted {
        FieldType::Text | FieldType::Id | FieldType::Word(_) => "a text in quotation marks",
        FieldType::Number(_) => "a whole number without quotation marks",
        FieldType::Flag => "true or false without quotation marks",
        FieldType::Texts => "a list of texts: [\"…\", \"…\"]",
        FieldType::Table | FieldType::Map => "a table",
        FieldType::Tables(_) => "a list of tables: a header in double brackets, [[…]]",
    }
}

/// How a missing field is written.
fn example(subject: &Subject, missing: &FieldType) -> String {
    let field = subject.0.last().map_or("", |(field, _)| field);
    match missing {
        FieldType::Text | FieldType::Id => format!("add `{field} = \"…\"`"),
        FieldType::Word(words) => {
            format!("add `{field} = \"{}\"`", words.first().map_or("…", String::as_str))
        }
        FieldType::Number(range) => format!("add `{field} = {}`", range.start()),
        FieldType::Flag => format!("add `{field} = true`"),
        FieldType::Texts => format!("add `{field} = [\"…\"]`"),
        FieldType::Table | FieldType::Map => format!("add a table `{field}`"),
        FieldType::Tables(_) => format!("add a list of tables `{field}`"),
    }
}

fn is_elsewhere(list: &str, id: &str, questionnaire: &str) -> String {
    format!("{list} `{id}` is defined in questionnaire `{questionnaire}` too")
}

fn is_of_fit(question: &str, questionnaire: &str) -> String {
    format!("question `{question}` belongs to `{questionnaire}`, a questionnaire of kind `fit`")
}

/// Questions that require each other, the first once more at the end.
fn circle(questions: &[String]) -> String {
    let mut way: Vec<_> = questions.iter().chain(questions.first()).map(|id| format!("`{id}`")).collect();
    if way.len() > MOST_NAMED {
        let left_out = way.len() - MOST_NAMED;
        way.splice(MOST_NAMED / 2..MOST_NAMED / 2 + left_out, [format!("{left_out} more")]);
    }
    way.join(" → ")
}

fn wrong_condition(what: &WrongCondition) -> String {
    match what {
        WrongCondition::Circle(questions) => {
            format!("questions depend on each other in a circle: {}", circle(questions))
        }
        WrongCondition::FirstOption(option) => format!("`{option}` is the first option, which everybody has"),
    }
}

fn wrong_placement(what: WrongPlacement) -> String {
    match what {
        WrongPlacement::From => "`from` stands with a question that is not key ability".to_owned(),
        WrongPlacement::KeyAndOptional => "a question is both key and optional".to_owned(),
    }
}

fn credits_of(scale: &str, credits: &[u32]) -> String {
    let credits: Vec<_> = credits.iter().map(ToString::to_string).collect();
    format!("the credits of scale `{scale}` are {}", credits.join(", "))
}

fn has_no_option(question: &str, option: &str) -> String {
    format!("question `{question}` has no text for option `{option}`")
}

fn is_no_step(question: &str, option: &str) -> String {
    format!("question `{question}` has a text for `{option}`, which is no step of its scale")
}

fn level_number(expected: u32, found: u32) -> String {
    match found < expected {
        true => format!("two levels have the number {found}"),
        false => format!("there is no level {expected}, but a level {found}"),
    }
}

fn is_gone(question: &str, takers: &[String]) -> String {
    format!("question `{question}`, which {} takes in, is gone", quoted(takers))
}

fn requires_higher(own: usize, required: &str, other: usize) -> String {
    format!("an action of level {own} requires `{required}`, which stands at level {other}")
}

fn asks_too_many(asked: usize) -> String {
    format!("the questionnaire asks {asked} questions; people tire after {MOST_QUESTIONS}")
}

fn joined(word: Option<&str>) -> String {
    match word {
        Some(word) => format!("the question joins two things with \"{word}\""),
        None => "the question asks twice".to_owned(),
    }
}

fn says_the_same(question: &str, is_same: bool) -> String {
    match is_same {
        true => format!("two options of question `{question}` say the same"),
        false => format!("this option says the same as one of question `{question}`"),
    }
}
