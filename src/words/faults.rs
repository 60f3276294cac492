//! What is wrong with a questionnaire, and what to do: a sentence for each fault.

use super::count;
use crate::check::{
    Duplicate, Fault, FieldType, GradedPlace, Length, LongText, MOST_QUESTIONS, Missing, Numbering,
    OutOfRange, Sort, Subject, TomlType, TooLarge, Unknown,
};
use crate::questionnaire::{Content, FORMAT, Kind, MAX_FILE_BYTES, MAX_QUESTIONS, ReadError};
use crate::text::MAX_LINE;

/// The questions of a circle that are named.
const MOST_NAMED: usize = 12;

/// What is wrong.
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(error) => not_read(error),
        Fault::TooLarge(what) => too_large(*what),
        Fault::Syntax(message) => message.clone(),
        Fault::NewerFormat(format) => newer_format(*format),
        Fault::UnsafeText(character) => unsafe_text(*character),
        Fault::UnknownField { owner, field, .. } => {
            format!("{} has an unknown field `{field}`", subject(owner))
        }
        Fault::WrongKind { owner, field, kind, .. } => has_in_vain(owner, field, *kind),
        Fault::MissingField(Missing::Field { owner, field, .. }) => has_no(owner, field),
        Fault::MissingField(Missing::Text(text)) => format!("{} is empty", subject(text)),
        Fault::MissingAction(owner) => has_no(owner, "action"),
        Fault::WrongType { subject: of, found, .. } => format!("{} is {}", subject(of), a_found(*found)),
        Fault::UnknownWord { subject: of, word, .. } => is_none_of_its_words(of, word),
        Fault::OutOfRange(what) => out_of_range(what),
        Fault::BadId { subject: of, id } => format!("{} is `{id}`, which cannot be an id", subject(of)),
        Fault::ReservedId { list, id } => format!("{} id `{id}` is a reserved word", one_of(list)),
        Fault::DuplicateId(duplicate) => stands_twice(duplicate),
        Fault::DuplicateUse(id) => format!("question `{id}` is taken in twice"),
        Fault::OwnQuestionUsed(id) => format!("question `{id}` is one of this questionnaire itself"),
        Fault::FitQuestion { question, questionnaire, .. } => is_of_fit(question, questionnaire),
        Fault::UnknownReference(unknown) => is_unknown(unknown),
        Fault::RequiresCycle(questions) => {
            format!("actions require each other in a circle: {}", circle(questions))
        }
        Fault::ScaleNotRising { scale, credits } => credits_of(scale, credits),
        Fault::MissingOption { question, option } => {
            format!("question `{question}` has no text for option `{option}`")
        }
        Fault::UnknownOption { question, option, .. } => is_no_step(question, option),
        Fault::LevelNumbers(numbering) => level_numbers(*numbering),
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
        Fault::QuestionTooLong(length) => format!("the question has {} characters", length.found),
        Fault::TextTooLong { text, length } => {
            format!("{} has {} characters", long_text(*text), length.found)
        }
        Fault::HedgedOption(hedge) => format!("\"{hedge}\" leaves open what can be seen"),
        Fault::OptionsAlike { question, is_same } => says_the_same(question, *is_same),
        Fault::SameFirstStep(id) => format!("the action of question `{id}` begins with the same step"),
        Fault::MissingHelp(owner) => has_no(owner, "help"),
        Fault::MissingSource(owner) => has_no(owner, "source"),
        Fault::MissingRespondent(owner) => has_no(owner, "respondent"),
        Fault::MissingSummary(owner) => has_no(owner, "summary"),
        Fault::ActionWithoutSteps(id) => format!("the action of question `{id}` has no first steps"),
    }
}

/// What to do about it; may be empty.
pub(super) fn hint(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(_) | Fault::TooLarge(TooLarge::Bytes | TooLarge::Marks) | Fault::Syntax(_) => "",
        Fault::TooLarge(TooLarge::Questions) => "split it",
        Fault::NewerFormat(_) => "use a newer ospo-assess",
        Fault::UnsafeText(_) => "take it out",
        Fault::UnknownField { near: None, fields, .. } => {
            return format!("its fields are {}", fields.join(", "));
        }
        Fault::UnknownField { near, .. } => return did_you_mean(near.as_deref()),
        Fault::WrongKind { kinds, .. } => return format!("only in {}", quoted(kinds)),
        Fault::MissingField(Missing::Field { field, field_type, .. }) => {
            return format!("add {}", example(field, field_type));
        }
        Fault::MissingField(Missing::Text(_)) => "write a text",
        Fault::MissingAction(_) => "add a table `action`",
        Fault::WrongType { wanted, .. } => return format!("write {}", a_type(wanted)),
        Fault::UnknownWord { words, .. } => return format!("write one of {}", words.join(", ")),
        Fault::OutOfRange(what) => return range(what),
        Fault::BadId { .. } => "use lowercase letters, digits and hyphens, a letter first, at most 64",
        Fault::DuplicateId(Duplicate::Question { .. }) => "take it in with `[[use]]`, or choose another id",
        Fault::DuplicateId(_) | Fault::ReservedId { .. } => "choose another id",
        Fault::DuplicateUse(_) => "keep one `[[use]]` of it",
        Fault::OwnQuestionUsed(_) => "leave out this `[[use]]`",
        Fault::FitQuestion { place, .. } => why_graded(*place),
        Fault::UnknownReference(Unknown::Scale { .. }) => "add a `[[scale]]`",
        Fault::UnknownReference(Unknown::Id { near, .. }) => return did_you_mean(near.as_deref()),
        Fault::UnknownReference(Unknown::Option { near, .. }) => return did_you_mean(near.as_deref()),
        Fault::RequiresCycle(_) => "leave out one of them",
        Fault::ScaleNotRising { .. } => "begin with 0, rise at each step, end with 100",
        Fault::MissingOption { option, .. } => return format!("add `{option} = \"…\"`"),
        Fault::UnknownOption { steps, .. } => return format!("its steps are {}", steps.join(", ")),
        Fault::LevelNumbers(_) => "number them 0, 1, 2, …",
        Fault::LevelZeroQuestion(_) => "choose a level from 1",
        Fault::LevelWithoutQuestions(id) => return format!("add one with `level = \"{id}\"`"),
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
        Fault::QuestionTooLong(length) => return at_most(*length),
        Fault::TextTooLong { length, .. } => return at_most(*length),
        Fault::HedgedOption(_) => "say how many, who, where or by when",
        Fault::OptionsAlike { .. } => "say what is seen here and not there",
        Fault::SameFirstStep(_) => "name what is made here",
        Fault::MissingHelp(_) => "add `help = \"…\"`",
        Fault::MissingSource(_) => "add `source = \"…\"`",
        Fault::MissingRespondent(_) => "add `respondent = \"…\"`",
        Fault::MissingSummary(_) => "add `summary = \"…\"`",
        Fault::ActionWithoutSteps(_) => "add `steps = [\"…\"]`",
    }
    .to_owned()
}

/// What a fault is about: "`weight` of question `inventory`".
fn subject(of: &Subject) -> String {
    match of {
        Subject::File(Content::Questionnaire) => "the questionnaire".to_owned(),
        Subject::File(Content::Roles) => "the list of roles".to_owned(),
        Subject::File(Content::Resources) => "the list of resources".to_owned(),
        Subject::Item { list, id, owner } => {
            let name = match id {
                Some(id) => format!("{} `{id}`", one_of(list)),
                None => format!("this {}", one_of(list)),
            };
            owner.as_ref().map_or(name.clone(), |owner| format!("{name} of {}", subject(owner)))
        }
        Subject::Table { field, owner } => format!("the {field} of {}", subject(owner)),
        Subject::Field { field, owner } => format!("`{field}` of {}", subject(owner)),
        Subject::Named { name, owner } => format!("`{name}` in {}", subject(owner)),
        Subject::Entry(list) => format!("an entry in {}", subject(list)),
    }
}

/// What one table of a list is called: all lists but `steps` have the name of one.
fn one_of(list: &str) -> &str {
    list.strip_suffix('s').unwrap_or(list)
}

fn quoted(words: &[impl AsRef<str>]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    words.join(" and ")
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map(|near| format!("did you mean `{near}`?")).unwrap_or_default()
}

/// Why a file is not read.
pub(super) fn not_read(error: &ReadError) -> String {
    let most = MAX_FILE_BYTES / 1024 / 1024;
    match error {
        ReadError::TooLarge => format!("the file is larger than {most} MiB, the most that is read"),
        ReadError::TooManyMarks => "the file has more fields and lines than are read".to_owned(),
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
        TooLarge::Bytes => not_read(&ReadError::TooLarge),
        TooLarge::Marks => not_read(&ReadError::TooManyMarks),
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

fn has_no(owner: &Subject, field: &str) -> String {
    format!("{} has no `{field}`", subject(owner))
}

fn has_in_vain(owner: &Subject, field: &str, kind: Kind) -> String {
    format!("{} has `{field}`, which a questionnaire of kind `{}` has not", subject(owner), kind.id())
}

fn a_found(found: TomlType) -> &'static str {
    match found {
        TomlType::Text => "a text",
        TomlType::Integer => "a whole number",
        TomlType::Float => "a number with a fraction",
        TomlType::Boolean => "`true` or `false`",
        TomlType::Date => "a date",
        TomlType::List => "a list",
        TomlType::Table => "a table",
    }
}

fn a_type(form: &FieldType) -> &'static str {
    match form {
        FieldType::Text | FieldType::Id | FieldType::Word(_) => "a text in quotation marks",
        FieldType::Number(_) => "a whole number without quotation marks",
        FieldType::Flag => "true or false without quotation marks",
        FieldType::Texts(_) => "a list of texts: [\"…\", \"…\"]",
        FieldType::Table | FieldType::Map => "a table",
        FieldType::Tables(_) => "a list of tables: a header in double brackets, [[…]]",
    }
}

/// How a field is written.
fn example(field: &str, form: &FieldType) -> String {
    match form {
        FieldType::Text | FieldType::Id => format!("`{field} = \"…\"`"),
        FieldType::Word(words) => format!("`{field} = \"{}\"`", words.first().map_or("…", String::as_str)),
        FieldType::Number(range) => format!("`{field} = {}`", range.start()),
        FieldType::Flag => format!("`{field} = true`"),
        FieldType::Texts(_) => format!("`{field} = [\"…\"]`"),
        FieldType::Table | FieldType::Map => format!("a table `{field}`"),
        FieldType::Tables(_) => format!("a list of tables `{field}`"),
    }
}

fn is_none_of_its_words(of: &Subject, word: &str) -> String {
    format!("{} is `{word}`, which is none of its words", subject(of))
}

fn out_of_range(what: &OutOfRange) -> String {
    match what {
        OutOfRange::Number { subject: of, .. } => format!("{} is out of range", subject(of)),
        OutOfRange::Length { subject: of, length, .. } => format!("{} has a length of {length}", subject(of)),
    }
}

fn range(what: &OutOfRange) -> String {
    match what {
        OutOfRange::Number { range, .. } => {
            format!("write a whole number from {} to {}", range.start(), range.end())
        }
        OutOfRange::Length { range, .. } if *range.end() == u64::MAX => {
            format!("at least {} are allowed", range.start())
        }
        OutOfRange::Length { range, .. } => format!("{} to {} are allowed", range.start(), range.end()),
    }
}

fn stands_twice(duplicate: &Duplicate) -> String {
    match duplicate {
        Duplicate::Questionnaire(id) => format!("another of these files has the questionnaire id `{id}` too"),
        Duplicate::Item { list, id, owner: None } => format!("{} id `{id}` stands twice", one_of(list)),
        Duplicate::Item { list, id, owner: Some(owner) } => {
            format!("{} id `{id}` of {} stands twice", one_of(list), subject(owner))
        }
        Duplicate::Question { id, questionnaire } => {
            format!("question `{id}` is defined in questionnaire `{questionnaire}` too")
        }
    }
}

fn is_of_fit(question: &str, questionnaire: &str) -> String {
    format!("question `{question}` belongs to `{questionnaire}`, a questionnaire of kind `fit`")
}

fn why_graded(place: GradedPlace) -> &'static str {
    match place {
        GradedPlace::Staffing => "whether the role is filled is told by its answer",
        GradedPlace::Deepens => "a low answer is what makes this questionnaire worth offering",
        GradedPlace::Requires => "it has no action that could come first",
        GradedPlace::Use => "without a credit it counts nowhere",
    }
}

fn is_unknown(unknown: &Unknown) -> String {
    let (sort, id) = match unknown {
        Unknown::Id { sort: Sort::Level, id, .. } => ("level", id),
        Unknown::Id { sort: Sort::Area, id, .. } => ("area", id),
        Unknown::Id { sort: Sort::Scale, id, .. } => ("scale", id),
        Unknown::Id { sort: Sort::Question, id, .. } => ("question", id),
        Unknown::Id { sort: Sort::Candidate, id, .. } => ("candidate", id),
        Unknown::Id { sort: Sort::Role, id, .. } => ("role", id),
        Unknown::Id { sort: Sort::Resource, id, .. } => ("resource", id),
        Unknown::Option { question, id, .. } => {
            return format!("there is no option of question `{question}` `{id}`");
        }
        Unknown::Scale { question } => {
            return format!("question `{question}` has no scale: the questionnaire has none");
        }
    };
    format!("there is no {sort} `{id}`")
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

fn credits_of(scale: &str, credits: &[u32]) -> String {
    let credits: Vec<_> = credits.iter().map(ToString::to_string).collect();
    format!("the credits of scale `{scale}` are {}", credits.join(", "))
}

fn is_no_step(question: &str, option: &str) -> String {
    format!("question `{question}` has a text for `{option}`, which is no step of its scale")
}

fn level_numbers(numbering: Numbering) -> String {
    match numbering {
        Numbering::Twice(number) => format!("two levels have the number {number}"),
        Numbering::Gap { missing, found } => format!("there is no level {missing}, but a level {found}"),
    }
}

fn is_gone(question: &str, takers: &[String]) -> String {
    format!("question `{question}`, which {} takes in, is gone", quoted(takers))
}

fn requires_higher(own: usize, required: &str, other: usize) -> String {
    format!("an action of level {own} requires `{required}`, which stands at level {other}")
}

fn asks_too_many(asked: usize) -> String {
    format!("the questionnaire asks {}; people tire after {MOST_QUESTIONS}", count(asked, "question"))
}

fn joined(word: Option<&str>) -> String {
    match word {
        Some(word) => format!("the question joins two things with \"{word}\""),
        None => "the question asks twice".to_owned(),
    }
}

fn long_text(text: LongText) -> &'static str {
    match text {
        LongText::Option => "the option",
        LongText::Help => "the help",
        LongText::Title => "the title",
    }
}

fn at_most(length: Length) -> String {
    format!("at most {} are read with ease", length.most)
}

fn says_the_same(question: &str, is_same: bool) -> String {
    match is_same {
        true => format!("two options of question `{question}` say the same"),
        false => format!("this option says the same as one of question `{question}`"),
    }
}
