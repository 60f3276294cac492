//! Whether a file has the form that its schema describes: fields, types, ranges, words, ids. What has not
//! is told and taken out of the parsed file, and what must be there is put in, empty: so that everything is
//! told at once, and what is left can be read and checked too.

use std::ops::{Range, RangeInclusive};

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::fault::{Fault, Missing, OutOfRange, Subject, TomlType};
use super::problem::{Problems, shown};
use crate::questionnaire::Kind;
use crate::questionnaire::files::Content;
use crate::questionnaire::located::{ID_PATTERN, is_id};
use crate::questionnaire::schema::kinds_of;

/// What a schema asks of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// A text for people.
    Text,
    /// An id.
    Id,
    /// One of these words.
    Word(Vec<String>),
    /// A whole number in this range.
    Number(RangeInclusive<i64>),
    /// `true` or `false`.
    Flag,
    /// A list of so many texts.
    Texts(RangeInclusive<u64>),
    /// A list of so many tables.
    Tables(RangeInclusive<u64>),
    /// A table.
    Table,
    /// A table with values by id.
    Map,
}

impl FieldType {
    fn of(schema: &Value) -> FieldType {
        let number = |field, default| schema.get(field).and_then(Value::as_i64).unwrap_or(default);
        let count = |field, default| schema.get(field).and_then(Value::as_u64).unwrap_or(default);
        if let Some(words) = schema.get("oneOf").and_then(Value::as_array) {
            let words = words.iter().filter_map(|word| word.get("const")?.as_str());
            return FieldType::Word(words.map(str::to_owned).collect());
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("integer") => FieldType::Number(number("minimum", i64::MIN)..=number("maximum", i64::MAX)),
            Some("boolean") => FieldType::Flag,
            Some("array") => {
                let length = count("minItems", 0)..=count("maxItems", u64::MAX);
                let items = schema.get("items").and_then(|items| items.get("type"));
                if items.is_some_and(|items| items == "object") {
                    FieldType::Tables(length)
                } else {
                    FieldType::Texts(length)
                }
            }
            Some("object") if schema.get("properties").is_none() => FieldType::Map,
            Some("object") => FieldType::Table,
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
            FieldType::Texts(_) | FieldType::Tables(_) => DeValue::Array(Default::default()),
            FieldType::Table | FieldType::Map => DeValue::Table(Default::default()),
        }
    }
}

impl TomlType {
    fn of(value: &DeValue<'_>) -> TomlType {
        match value {
            DeValue::String(_) => TomlType::Text,
            DeValue::Integer(_) => TomlType::Integer,
            DeValue::Float(_) => TomlType::Float,
            DeValue::Boolean(_) => TomlType::Boolean,
            DeValue::Datetime(_) => TomlType::Date,
            DeValue::Array(_) => TomlType::List,
            DeValue::Table(_) => TomlType::Table,
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
    content: Content,
    kind: Option<Kind>,
    problems: &mut Problems,
) {
    let head = problems.head.clone();
    Conform { kind, problems }.table(schema, root, head, &Subject::File(content));
}

fn fields(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

struct Conform<'p> {
    kind: Option<Kind>,
    problems: &'p mut Problems,
}

impl Conform<'_> {
    fn table(&mut self, schema: &Value, table: &mut DeTable<'_>, place: Range<usize>, subject: &Subject) {
        let here: Vec<_> = fields(schema).filter(|(_, inner)| self.is_here(inner)).collect();
        for (field, inner) in here.iter().copied().filter(|(field, _)| !table.contains_key(field.as_str())) {
            if self.is_required(schema, field, inner) {
                let (owner, field, field_type) = (subject.clone(), field.clone(), FieldType::of(inner));
                let fault = match field.as_str() {
                    "action" => Fault::MissingAction(owner),
                    _ => Fault::MissingField(Missing::Field { owner, field, field_type }),
                };
                self.problems.add(fault, place.clone());
            }
        }
        for (key, mut value) in std::mem::take(table) {
            let stays = match fields(schema).find(|(field, _)| *field == key.get_ref()) {
                Some((field, inner)) if self.is_here(inner) => {
                    let (field, owner) = (field.clone(), Box::new(subject.clone()));
                    self.value(inner, &mut value, Subject::Field { field, owner })
                }
                Some((field, inner)) => self.wrong_kind(field, inner, key.span(), subject),
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

    fn is_required(&self, schema: &Value, name: &str, field: &Value) -> bool {
        is_in(schema, name) || (self.kind.is_some() && field.get("x-required").is_some())
    }

    fn wrong_kind(&mut self, field: &str, schema: &Value, place: Range<usize>, owner: &Subject) -> bool {
        let kinds = kinds_of(schema).into_iter().flatten().map(str::to_owned).collect();
        if let Some(kind) = self.kind {
            let (owner, field) = (owner.clone(), field.to_owned());
            self.problems.add(Fault::WrongKind { owner, field, kind, kinds }, place);
        }
        false
    }

    fn unknown(&mut self, here: &[(&String, &Value)], key: &Spanned<DeString<'_>>, owner: &Subject) -> bool {
        let fields: Vec<String> = here.iter().map(|(name, _)| (*name).clone()).collect();
        let near = self.problems.near(key.get_ref(), fields.iter().map(String::as_str));
        let (owner, field) = (owner.clone(), shown(key.get_ref()));
        self.problems.add(Fault::UnknownField { owner, field, near, fields }, key.span());
        false
    }

    /// Looks at a value, and says whether it can stay.
    fn value(&mut self, schema: &Value, value: &mut Spanned<DeValue<'_>>, subject: Subject) -> bool {
        let place = value.span();
        match (FieldType::of(schema), value.get_mut()) {
            (field_type @ (FieldType::Text | FieldType::Id), DeValue::String(text)) => {
                return self.text(field_type, text, place, subject);
            }
            (FieldType::Word(words), DeValue::String(word)) => {
                let is_one = words.iter().any(|one| one == word);
                if !is_one {
                    self.problems.add(Fault::UnknownWord { subject, word: shown(word), words }, place);
                }
                return is_one;
            }
            (FieldType::Number(range), number @ DeValue::Integer(_)) => {
                let fits = whole_number(number).is_some_and(|number| range.contains(&number));
                if !fits {
                    self.problems.add(Fault::OutOfRange(OutOfRange::Number { subject, range }), place);
                }
                return fits;
            }
            (FieldType::Flag, DeValue::Boolean(_)) => {}
            (FieldType::Texts(_), DeValue::Array(items)) => self.items(schema, items, &subject),
            (FieldType::Tables(range), DeValue::Array(items)) => {
                let length = items.len();
                if !range.contains(&(length as u64)) {
                    let subject = subject.clone();
                    self.problems
                        .add(Fault::OutOfRange(OutOfRange::Length { subject, length, range }), place);
                }
                self.items(schema, items, &subject);
            }
            (FieldType::Table, DeValue::Table(table)) => {
                let Subject::Field { field, owner } = subject else { return true };
                self.table(schema, table, place, &Subject::Table { field, owner });
            }
            (FieldType::Map, DeValue::Table(table)) => {
                let values = schema.get("patternProperties").and_then(Value::as_object);
                let Some(values) = values.and_then(|by_name| by_name.values().next()) else { return true };
                for (key, mut value) in std::mem::take(table) {
                    let (name, owner) = (shown(key.get_ref()), Box::new(subject.clone()));
                    if self.value(values, &mut value, Subject::Named { name, owner }) {
                        table.insert(key, value);
                    }
                }
            }
            (wanted, other) => {
                self.problems.add(Fault::WrongType { subject, found: TomlType::of(other), wanted }, place);
                return false;
            }
        }
        true
    }

    fn items(&mut self, schema: &Value, items: &mut DeArray<'_>, subject: &Subject) {
        let Some(inner) = schema.get("items") else { return };
        for mut item in std::mem::replace(items, DeArray::new()) {
            let place = item.span();
            let stays = match (FieldType::of(inner), item.get_mut(), subject) {
                (FieldType::Table, DeValue::Table(table), Subject::Field { field, owner }) => {
                    let id = ["id", "question"].iter().find_map(|name| table.get(*name)?.get_ref().as_str());
                    let owner = Some(owner.clone()).filter(|owner| !matches!(**owner, Subject::File(_)));
                    let subject = Subject::Item { list: field.clone(), id: id.map(shown), owner };
                    self.table(inner, table, place, &subject);
                    true
                }
                _ => self.value(inner, &mut item, Subject::Entry(Box::new(subject.clone()))),
            };
            if stays {
                items.push(item);
            }
        }
    }

    fn text(&mut self, field_type: FieldType, text: &str, place: Range<usize>, subject: Subject) -> bool {
        if text.trim().is_empty() {
            self.problems.add(Fault::MissingField(Missing::Text(subject)), place);
        } else if field_type == FieldType::Id && !is_id(text) {
            self.problems.add(Fault::BadId { subject, id: shown(text) }, place);
        }
        true
    }
}

fn is_in(schema: &Value, field: &str) -> bool {
    schema.get("required").and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one == field))
}
