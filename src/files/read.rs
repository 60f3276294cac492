//! From the text of a file to the assessment in it. The types of `assessment` describe what is in it;
//! here is what no type says: how large a file may be, what an id is, that a table is written as a table.
//! What is unknown is passed over, so that it is neither shown nor lost.

use serde::Deserialize;
use toml_edit::{Item, TableLike, Value};

use super::open_error::{OpenProblem, Refusal};
use crate::assessment::{Answer, Assessment};
use crate::questionnaire::has_too_many_marks;
use crate::text::{MAX_LINE, slip};

/// The entries that each group of a file may have (`[answers.…]`, `[votes.…]` and so on).
pub const MAX_QUESTIONS: usize = 5_000;

/// The characters that an id may have.
pub const MAX_ID: usize = 100;

type Result<T> = std::result::Result<T, Refusal>;

/// The text as a tree in which every field knows its place.
pub(super) fn tree(text: &str) -> Result<toml_edit::Document<&str>> {
    if has_too_many_marks(text.as_bytes()) {
        return Err(Refusal::new(None, OpenProblem::TooManyMarks));
    }
    toml_edit::Document::parse(text).map_err(|error| {
        if let Some((at, slip)) = slip(text, error.span().map_or(0, |span| span.start)) {
            return Refusal::new(Some(at..at), OpenProblem::Slip(slip));
        }
        let what = match error.message() {
            message if message.contains("recurs") => OpenProblem::TooDeep,
            message => OpenProblem::Syntax(message.to_owned()),
        };
        Refusal::new(error.span(), what)
    })
}

/// The assessment in a text of the current format, of which this is the tree.
pub(super) fn assessment(text: &str, tree: &dyn TableLike) -> Result<Assessment> {
    tree.iter().try_for_each(|(_, item)| check_lines(item))?;
    let read = toml::Deserializer::parse(text).and_then(Assessment::deserialize);
    let assessment = read.map_err(|error| {
        // What is missing from the whole file is missing nowhere in particular.
        let span = error.span().filter(|span| span.start > 0);
        Refusal::new(span, OpenProblem::Form(error.message().to_owned()))
    })?;
    let facts = assessment.facts();
    check_sizes(&facts, tree)?;
    check_table(&facts, tree)?;
    check_reasons(&assessment, tree)?;
    Ok(assessment.without_empty_entries())
}

/// No text has a line that is longer than a line may be.
fn check_lines(item: &Item) -> Result<()> {
    fn check(value: &Value) -> Result<()> {
        match value {
            Value::String(text) if text.value().lines().any(|line| line.chars().nth(MAX_LINE).is_some()) => {
                Err(Refusal::new(value.span(), OpenProblem::LongLine))
            }
            Value::Array(values) => values.iter().try_for_each(check),
            Value::InlineTable(table) => table.iter().try_for_each(|(_, value)| check(value)),
            _ => Ok(()),
        }
    }
    match item {
        Item::Value(value) => check(value),
        Item::Table(table) => table.iter().try_for_each(|(_, item)| check_lines(item)),
        Item::ArrayOfTables(tables) => {
            let mut items = tables.iter().flat_map(|table| table.iter());
            items.try_for_each(|(_, item)| check_lines(item))
        }
        Item::None => Ok(()),
    }
}

/// No group has more entries than people make.
fn check_sizes(facts: &toml::Table, tree: &dyn TableLike) -> Result<()> {
    for (name, group) in facts {
        if group.as_table().is_some_and(|group| group.len() > MAX_QUESTIONS) {
            let group = tree.get(name).and_then(Item::as_table_like);
            let first = group.and_then(|group| group.key(group.iter().nth(MAX_QUESTIONS)?.0)?.span());
            return Err(Refusal::new(first, OpenProblem::TooManyEntries(name.clone())));
        }
    }
    Ok(())
}

/// Everything that was read is written in the kind that it has: `serde` takes a list for a table too, and
/// a table for a word, in which nothing could be changed. And every key that was understood is an id.
fn check_table(facts: &toml::Table, tree: &dyn TableLike) -> Result<()> {
    for (name, fact) in facts {
        let Some((key, item)) = tree.get_key_value(name) else { continue };
        if !is_id(name) {
            return Err(Refusal::new(key.span(), OpenProblem::NotAnId(name.clone())));
        }
        let (span, table) = (item.span().or_else(|| key.span()), item.as_table_like());
        match fact {
            toml::Value::Table(facts) => {
                check_table(facts, table.ok_or_else(|| Refusal::new(span, OpenProblem::NoTable))?)?
            }
            toml::Value::Array(list) => {
                for (facts, table) in list.iter().filter_map(toml::Value::as_table).zip(tables(item)) {
                    check_table(
                        facts,
                        table.ok_or_else(|| Refusal::new(span.clone(), OpenProblem::NoTable))?,
                    )?;
                }
            }
            _ if table.is_some() => return Err(Refusal::new(span, OpenProblem::NoText)),
            _ => {}
        }
    }
    Ok(())
}

/// The elements of a list, each as a table if it is one.
fn tables(item: &Item) -> Vec<Option<&dyn TableLike>> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|table| Some(table as &dyn TableLike)).collect(),
        Item::Value(Value::Array(list)) => {
            list.iter().map(|value| value.as_inline_table().map(|table| table as &dyn TableLike)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_id(key: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    !key.is_empty() && key.chars().count() <= MAX_ID && key.chars().all(fits)
}

/// Everything that is not applicable says why.
fn check_reasons(assessment: &Assessment, tree: &dyn TableLike) -> Result<()> {
    for (id, entry) in &assessment.answers {
        let reason = entry.reason.as_deref().unwrap_or_default();
        if entry.answer == Some(Answer::NotApplicable) && reason.trim().is_empty() {
            let entry = tree.get("answers").and_then(|answers| answers.get(id)?.as_table_like());
            let answer = entry.and_then(|entry| entry.key("answer")?.span());
            return Err(Refusal::new(answer, OpenProblem::NoReason));
        }
    }
    Ok(())
}
