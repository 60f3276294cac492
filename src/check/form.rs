//! Whether a file has the form that its schema describes: fields, types, ranges, words, ids. What has not
//! is told and taken out of the parsed file, and what must be there is put in, empty: so that everything is
//! told at once, and what is left can be read and checked too.

use std::ops::{Range, RangeInclusive};

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::fault::{Fault, Subject};
use super::problem::{ProblemList, shown};
use crate::questionnaire::schema::kinds_of;
use crate::questionnaire::{ID_PATTERN, Kind, is_id};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// A text for people.
    Text,
    Id,
    /// One of these words.
    Word(Vec<String>),
    /// A whole number in this range.
    Number(RangeInclusive<i64>),
    /// `true` or `false`.
    Flag,
    Texts,
    /// A list of so many tables.
    Tables(RangeInclusive<i64>),
    Table,
    /// A table with values by id.
    Map,
}

impl FieldType {
    fn of(schema: &Value) -> FieldType {
        let number = |field, default| schema.get(field).and_then(Value::as_i64).unwrap_or(default);
        if let Some(words) = schema.get("oneOf").and_then(Value::as_array) {
            let words = words.iter().filter_map(|word| word.get("const")?.as_str());
            return FieldType::Word(words.map(str::to_owned).collect());
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("integer") => FieldType::Number(number("minimum", i64::MIN)..=number("maximum", i64::MAX)),
            Some("boolean") => FieldType::Flag,
            Some("array") if schema.get("items").is_some_and(|items| items.get("properties").is_some()) => {
                FieldType::Tables(number("minItems", 0)..=number("maxItems", i64::MAX))
            }
            Some("array") => FieldType::Texts,
            Some("object") if schema.get("properties").is_some() => FieldType::Table,
            Some("object") => FieldType::Map,
            _ if schema.get("pattern").is_some_and(|pattern| pattern == ID_PATTERN) => FieldType::Id,
            _ => FieldType::Text,
        }
    }

    /// A value that stands for a missing one.
    fn empty(&self) -> DeValue<'static> {
        match self {
            FieldType::Text | FieldType::Id => DeValue::String("".into()),
            FieldType::Word(words) => DeValue::String(words.first().cloned().unwrap_or_default().into()),
            FieldType::Number(_) => DeValue::Integer(Default::default()),
            FieldType::Flag => DeValue::Boolean(false),
            FieldType::Texts | FieldType::Tables(_) => DeValue::Array(Default::default()),
            FieldType::Table | FieldType::Map => DeValue::Table(Default::default()),
        }
    }
}

/// A whole number that fits; numbers in other bases are read too.
pub(super) fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Makes a file conform to its schema, and tells of every change. Without a `kind`, the fields of all kinds
/// may be there.
pub(super) fn conform(
    root: &mut DeTable<'_>,
    schema: &Value,
    kind: Option<Kind>,
    problems: &mut ProblemList<'_>,
) {
    let head = problems.head.clone();
    Conform { kind, problems }.table(schema, root, head, &Subject::default());
}

fn fields(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn is_in(schema: &Value, field: &str) -> bool {
    schema.get("required").and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one == field))
}

struct Conform<'c, 'p> {
    kind: Option<Kind>,
    problems: &'c mut ProblemList<'p>,
}

impl Conform<'_, '_> {
    fn table(&mut self, schema: &Value, table: &mut DeTable<'_>, place: Range<usize>, subject: &Subject) {
        let here: Vec<_> = fields(schema).filter(|(_, inner)| self.is_here(inner)).collect();
        for (field, inner) in here.iter().copied().filter(|(field, _)| !table.contains_key(field.as_str())) {
            if is_in(schema, field) || (self.kind.is_some() && inner.get("x-required").is_some()) {
                let (subject, missing) = (subject.field(field), Some(FieldType::of(inner)));
                self.problems.add(Fault::MissingField { subject, missing }, place.clone());
            }
        }
        for (key, mut value) in std::mem::take(table) {
            let subject = subject.field(&shown(key.get_ref()));
            let stays = match fields(schema).find(|(field, _)| *field == key.get_ref()) {
                Some((_, inner)) if self.is_here(inner) => self.value(inner, &mut value, subject),
                Some((_, inner)) => self.wrong_kind(inner, key.span(), subject),
                None => self.unknown(&here, &key, subject),
            };
            if stays {
                table.insert(key, value);
            }
        }
        for (field, inner) in here.into_iter().filter(|(field, _)| is_in(schema, field)) {
            if !table.contains_key(field.as_str()) {
                let empty = Spanned::new(place.clone(), FieldType::of(inner).empty());
                table.insert(Spanned::new(place.clone(), field.clone().into()), empty);
            }
        }
    }

    fn is_here(&self, field: &Value) -> bool {
        let kinds = kinds_of(field);
        kinds.is_none_or(|kinds| self.kind.is_none_or(|kind| kinds.contains(&kind.id())))
    }

    fn wrong_kind(&mut self, schema: &Value, place: Range<usize>, subject: Subject) -> bool {
        let kinds = kinds_of(schema).into_iter().flatten().map(str::to_owned).collect();
        if let Some(kind) = self.kind {
            self.problems.add(Fault::WrongKind { subject, kind, kinds }, place);
        }
        false
    }

    fn unknown(&mut self, here: &[(&String, &Value)], key: &Spanned<DeString<'_>>, subject: Subject) -> bool {
        let fields: Vec<String> = here.iter().map(|(name, _)| (*name).clone()).collect();
        let near = self.problems.near(key.get_ref(), fields.iter().map(String::as_str));
        self.problems.add(Fault::UnknownField { subject, near, fields }, key.span());
        false
    }

    /// Looks at a value, and says whether it can stay.
    fn value(&mut self, schema: &Value, value: &mut Spanned<DeValue<'_>>, subject: Subject) -> bool {
        if let Some([text, table]) = schema.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
            let schema = if value.get_ref().is_table() { table } else { text };
            return self.value(schema, value, subject);
        }
        let place = value.span();
        let (fault, stays) = match (FieldType::of(schema), value.get_mut()) {
            (FieldType::Text | FieldType::Id, DeValue::String(text)) if text.trim().is_empty() => {
                (Fault::MissingField { subject, missing: None }, true)
            }
            (FieldType::Id, DeValue::String(id)) if !is_id(id) => {
                (Fault::BadId { subject, id: shown(id) }, true)
            }
            (FieldType::Word(words), DeValue::String(word)) if !words.iter().any(|one| one == word) => {
                (Fault::UnknownWord { subject, word: shown(word), words }, false)
            }
            (FieldType::Number(range), number @ DeValue::Integer(_))
                if whole_number(number).is_none_or(|number| !range.contains(&number)) =>
            {
                (Fault::OutOfRange { subject, length: None, range }, false)
            }
            (FieldType::Tables(range), DeValue::Array(items)) => {
                let length = items.len();
                self.items(schema, items, &subject);
                if range.contains(&(length as i64)) {
                    return true;
                }
                (Fault::OutOfRange { subject, length: Some(length), range }, true)
            }
            (FieldType::Texts, DeValue::Array(items)) => {
                self.items(schema, items, &subject);
                return true;
            }
            (FieldType::Table, DeValue::Table(table)) => {
                self.table(schema, table, place, &subject);
                return true;
            }
            (FieldType::Map, DeValue::Table(table)) => {
                self.map(schema, table, &subject);
                return true;
            }
            (FieldType::Text | FieldType::Id | FieldType::Word(_), DeValue::String(_))
            | (FieldType::Number(_), DeValue::Integer(_))
            | (FieldType::Flag, DeValue::Boolean(_)) => return true,
            (wanted, other) => (Fault::WrongType { subject, found: other.type_str(), wanted }, false),
        };
        self.problems.add(fault, place);
        stays
    }

    fn map(&mut self, schema: &Value, table: &mut DeTable<'_>, subject: &Subject) {
        let Some(values) = schema.get("additionalProperties") else { return };
        for (key, mut value) in std::mem::take(table) {
            if self.value(values, &mut value, subject.field(&shown(key.get_ref()))) {
                table.insert(key, value);
            }
        }
    }

    fn items(&mut self, schema: &Value, items: &mut DeArray<'_>, subject: &Subject) {
        let Some(inner) = schema.get("items") else { return };
        for mut item in std::mem::replace(items, DeArray::new()) {
            let id = ["id", "question"].iter().find_map(|name| item.get_ref().get(*name)?.get_ref().as_str());
            let subject = match subject.0.split_last() {
                Some(((list, _), owner)) if FieldType::of(inner) == FieldType::Table => {
                    Subject(owner.to_vec()).item(list, id.unwrap_or_default())
                }
                _ => subject.clone(),
            };
            if self.value(inner, &mut item, subject) {
                items.push(item);
            }
        }
    }
}
