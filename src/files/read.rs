//! From the text of a file to the assessment in it. The types of `assessment` describe what is in it;
//! here is what no type says: how large a file may be, what an id is, that a table is written as a table.
//! What is unknown is passed over, so that it is neither shown nor lost.

use std::ops::Range;

use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::open_error::{OpenProblem, Refusal};
use crate::assessment::{Answer, Assessment};
use crate::questionnaire::has_too_many_marks;
use crate::text::{MAX_LINE, slip};

/// The entries that each group of a file may have (`[answers.…]`, `[votes.…]` and so on).
pub const MAX_QUESTIONS: usize = 5_000;

/// The characters that an id may have.
pub const MAX_ID: usize = 100;

/// The facts of a table as they were understood.
type Facts = serde_json::Map<String, Value>;

/// The one field of what JSON has for a date of TOML.
const DATE: &str = "$__toml_private_datetime";

type Result<T> = std::result::Result<T, Refusal>;

/// The text as a tree in which every field knows its place.
pub(super) fn tree(text: &str) -> Result<Spanned<DeTable<'_>>> {
    if has_too_many_marks(text.as_bytes()) {
        return Err(Refusal::new(None, OpenProblem::TooManyMarks));
    }
    DeTable::parse(text).map_err(|error| no_toml(text, error.span(), error.message()))
}

/// Why a text is no TOML, from what its reader says of it.
pub(super) fn no_toml(text: &str, span: Option<Range<usize>>, message: &str) -> Refusal {
    if let Some((at, slip)) = slip(text, span.as_ref().map_or(0, |span| span.start)) {
        return Refusal::new(Some(at..at), OpenProblem::Slip(slip));
    }
    let what = match message {
        message if message.contains("recurs") => OpenProblem::TooDeep,
        message => OpenProblem::Syntax(message.to_owned()),
    };
    Refusal::new(span, what)
}

/// The assessment in a tree of the current format.
pub(super) fn assessment(tree: &Spanned<DeTable<'_>>) -> Result<Assessment> {
    tree.get_ref().values().try_for_each(check_value)?;
    let read = Assessment::deserialize(Deserializer::from(tree.clone()));
    let assessment = read.map_err(|error: Error| {
        // What is missing from the whole file is missing nowhere in particular.
        let span = error.span().filter(|span| span.start > 0);
        Refusal::new(span, OpenProblem::Form(error.message().to_owned()))
    })?;
    // As JSON, since that is made at once, and tables of TOML only by way of their text. Without the times of the
    // answers, which take as long as all else here: as nothing they are no table either.
    let mut untimed = assessment.clone();
    untimed.answers.values_mut().for_each(|entry| entry.answered_at = None);
    if let Ok(Value::Object(facts)) = serde_json::to_value(&untimed) {
        check_sizes(&facts, tree.get_ref())?;
        check_table(&facts, tree.get_ref())?;
    }
    check_reasons(&assessment, tree.get_ref())?;
    Ok(assessment.without_empty_entries())
}

/// No text has a line that is longer than a line may be, and no number is larger than can be written back.
fn check_value(value: &Spanned<DeValue<'_>>) -> Result<()> {
    match value.get_ref() {
        DeValue::String(text)
            if text.len() > MAX_LINE && text.lines().any(|line| line.chars().nth(MAX_LINE).is_some()) =>
        {
            Err(Refusal::new(Some(value.span()), OpenProblem::LongLine))
        }
        DeValue::Integer(number) if i64::from_str_radix(number.as_str(), number.radix()).is_err() => {
            Err(Refusal::new(Some(value.span()), OpenProblem::LargeNumber))
        }
        DeValue::Array(values) => values.iter().try_for_each(check_value),
        DeValue::Table(table) => table.values().try_for_each(check_value),
        _ => Ok(()),
    }
}

/// No group has more entries than people make.
fn check_sizes(facts: &Facts, tree: &DeTable<'_>) -> Result<()> {
    for (name, group) in facts {
        if group.as_object().is_some_and(|group| group.len() > MAX_QUESTIONS) {
            let group = tree.get(name.as_str()).and_then(|group| group.get_ref().as_table());
            let first = group.and_then(|group| Some(group.keys().nth(MAX_QUESTIONS)?.span()));
            return Err(Refusal::new(first, OpenProblem::TooManyEntries(name.clone())));
        }
    }
    Ok(())
}

/// Everything that was read is written in the kind that it has: `serde` takes a list for a table too, and
/// a table for a word, in which nothing could be changed. And every key that was understood is an id.
fn check_table(facts: &Facts, tree: &DeTable<'_>) -> Result<()> {
    for (name, fact) in facts {
        let Some((key, item)) = tree.get_key_value(name.as_str()) else { continue };
        if !is_id(name) {
            return Err(Refusal::new(Some(key.span()), OpenProblem::NotAnId(name.clone())));
        }
        match fact {
            Value::Object(facts) if !facts.contains_key(DATE) => check_is_table(facts, item)?,
            Value::Array(list) => {
                let items = item.get_ref().as_array().into_iter().flatten();
                let tables = list.iter().zip(items);
                tables
                    .filter_map(|(fact, item)| Some((fact.as_object()?, item)))
                    .try_for_each(|(facts, item)| check_is_table(facts, item))?;
            }
            _ if item.get_ref().is_table() => {
                return Err(Refusal::new(Some(item.span()), OpenProblem::NoText));
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_is_table(facts: &Facts, item: &Spanned<DeValue<'_>>) -> Result<()> {
    let table = item.get_ref().as_table();
    check_table(facts, table.ok_or_else(|| Refusal::new(Some(item.span()), OpenProblem::NoTable))?)
}

fn is_id(key: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    !key.is_empty() && key.chars().count() <= MAX_ID && key.chars().all(fits)
}

/// Everything that is not applicable says why.
fn check_reasons(assessment: &Assessment, tree: &DeTable<'_>) -> Result<()> {
    let answer = |id: &str| {
        let entry = tree.get("answers")?.get_ref().get(id)?.get_ref().as_table()?;
        Some(entry.get_key_value("answer")?.0.span())
    };
    for (id, entry) in &assessment.answers {
        let reason = entry.reason.as_deref().unwrap_or_default();
        if entry.answer == Some(Answer::NotApplicable) && reason.trim().is_empty() {
            return Err(Refusal::new(answer(id), OpenProblem::NoReason));
        }
    }
    Ok(())
}
