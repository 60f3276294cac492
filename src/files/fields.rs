//! A TOML table read field by field, where every complaint knows its place in the text. It knows no
//! field of an assessment: those stand in `read`.

use jiff::Timestamp;
use jiff::civil::Date;
use toml_edit::{Datetime, Item, Key, TableLike, Value};

use crate::text::{clean, clean_lines};

/// The characters that an id may have.
const MAX_ID: usize = 100;

/// The characters of a file that a message repeats at most.
const MAX_SHOWN: usize = 40;

/// What is wrong with a text, and where.
#[derive(Debug)]
pub(super) struct Problem {
    /// The byte at which it is; `None` when it is nowhere in particular.
    pub at: Option<usize>,
    /// What is wrong and what to do.
    pub what: String,
}

impl Problem {
    pub(super) fn at(at: Option<usize>, what: impl Into<String>) -> Problem {
        Problem { at, what: what.into() }
    }
}

pub(super) type Result<T> = std::result::Result<T, Problem>;

/// One field: its key and what it holds.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub key: &'a Key,
    pub item: &'a Item,
}

/// A table, whichever way it is written: under a header, inline, or by dotted keys.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub &'a dyn TableLike);

impl<'a> Fields<'a> {
    pub(super) fn get(self, name: &str) -> Option<Field<'a>> {
        self.0.get_key_value(name).map(|(key, item)| Field { key, item })
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Field<'a>> {
        self.0.iter().filter_map(move |(name, _)| self.get(name))
    }

    pub(super) fn text(self, name: &str) -> Result<Option<String>> {
        self.get(name).map(Field::text).transpose()
    }

    pub(super) fn lines(self, name: &str) -> Result<Option<String>> {
        self.get(name).map(|field| Ok(clean_lines(field.raw_text()?).into_owned())).transpose()
    }

    pub(super) fn texts(self, name: &str) -> Result<Vec<String>> {
        self.get(name).map_or(Ok(Vec::new()), Field::texts)
    }

    pub(super) fn number(self, name: &str, least: u32) -> Result<Option<u32>> {
        self.get(name).map(|field| field.number(least)).transpose()
    }

    pub(super) fn date(self, name: &str) -> Result<Option<Date>> {
        self.get(name).map(Field::date).transpose()
    }

    pub(super) fn time(self, name: &str) -> Result<Option<Timestamp>> {
        self.get(name).map(Field::time).transpose()
    }

    /// A word of a list; `from_id` knows them, `words` names them to the reader.
    pub(super) fn word<T>(
        self,
        name: &str,
        from_id: impl Fn(&str) -> Option<T>,
        words: &str,
    ) -> Result<Option<T>> {
        let Some(field) = self.get(name) else { return Ok(None) };
        match field.item.as_str().and_then(from_id) {
            Some(word) => Ok(Some(word)),
            None => Err(field.wrong(&format!("one of: {words}"))),
        }
    }

    /// The fields of the table with this name; none when it is missing.
    pub(super) fn children(self, name: &str) -> Result<Vec<Field<'a>>> {
        let Some(field) = self.get(name) else { return Ok(Vec::new()) };
        Ok(field.table()?.iter().collect())
    }
}

impl<'a> Field<'a> {
    /// The field's own name, which must be an id.
    pub(super) fn id(self) -> Result<String> {
        let id = self.key.get();
        let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        if !id.is_empty() && id.chars().count() <= MAX_ID && id.chars().all(fits) {
            return Ok(id.to_owned());
        }
        let rule = format!("an id has 1 to {MAX_ID} letters, digits, hyphens, underscores or points");
        Err(Problem::at(self.at(), format!("`{}` cannot be an id; {rule}", self.name())))
    }

    pub(super) fn text(self) -> Result<String> {
        Ok(clean(self.raw_text()?).into_owned())
    }

    fn raw_text(self) -> Result<&'a str> {
        self.item.as_str().ok_or_else(|| self.wrong("text in quotes"))
    }

    pub(super) fn texts(self) -> Result<Vec<String>> {
        let wrong = || self.wrong("a list of texts in quotes, like [\"…\", \"…\"]");
        let values = self.item.as_array().ok_or_else(wrong)?;
        let text = |value: &Value| Some(clean(value.as_str()?).into_owned());
        values.iter().map(|value| text(value).ok_or_else(wrong)).collect()
    }

    pub(super) fn number(self, least: u32) -> Result<u32> {
        let number = self.item.as_integer().and_then(|number| u32::try_from(number).ok());
        let wrong = || self.wrong(&format!("a whole number from {least} to {}", u32::MAX));
        number.filter(|number| *number >= least).ok_or_else(wrong)
    }

    fn date(self) -> Result<Date> {
        let date = self.item.as_datetime().filter(|found| found.time.is_none() && found.offset.is_none());
        let date = date.and_then(|date| date.to_string().parse().ok());
        date.ok_or_else(|| self.wrong("a date without quotes, like 2027-01-31"))
    }

    fn time(self) -> Result<Timestamp> {
        let time = |found: &Datetime| found.to_string().parse().ok();
        let time = self.item.as_datetime().and_then(time);
        time.ok_or_else(|| self.wrong("a time with its zone, like 2026-11-22T10:15:00Z, without quotes"))
    }

    pub(super) fn table(self) -> Result<Fields<'a>> {
        self.item.as_table_like().map(Fields).ok_or_else(|| self.wrong("a table"))
    }

    /// The tables of an array, under headers or inline.
    pub(super) fn tables(self) -> Result<Vec<Fields<'a>>> {
        if let Some(tables) = self.item.as_array_of_tables() {
            return Ok(tables.iter().map(|table| Fields(table)).collect());
        }
        let wrong = || self.wrong("a list of tables");
        let values = self.item.as_array().ok_or_else(wrong)?;
        let table = |value: &'a Value| value.as_inline_table().map(|table| Fields(table));
        values.iter().map(|value| table(value).ok_or_else(wrong)).collect()
    }

    /// Where it stands in the text.
    pub(super) fn at(self) -> Option<usize> {
        self.key.span().or_else(|| self.item.span()).map(|span| span.start)
    }

    fn wrong(self, expected: &str) -> Problem {
        let at = self.item.span().map(|span| span.start).or_else(|| self.at());
        let found = match self.item {
            Item::Value(Value::String(text)) => format!("\"{}\"", shown(text.value())),
            Item::Value(Value::Integer(number)) => number.value().to_string(),
            Item::Value(Value::Float(_)) => "a fraction".to_owned(),
            Item::Value(Value::Boolean(truth)) => truth.value().to_string(),
            Item::Value(Value::Datetime(_)) => "a date or time of another kind".to_owned(),
            Item::Value(Value::Array(_)) | Item::ArrayOfTables(_) => "a list".to_owned(),
            Item::None | Item::Table(_) | Item::Value(Value::InlineTable(_)) => "a table".to_owned(),
        };
        Problem::at(at, format!("`{}` must be {expected} (found {found})", self.name()))
    }

    /// The name as it may be shown.
    fn name(self) -> String {
        shown(self.key.get())
    }
}

/// A few words of the file, as they may be shown.
fn shown(text: &str) -> String {
    let text = clean(text);
    if text.chars().count() <= MAX_SHOWN {
        text.into_owned()
    } else {
        text.chars().take(MAX_SHOWN).chain(['…']).collect()
    }
}
