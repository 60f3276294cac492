//! A table of a TOML file, read by field name, with the place in the file of everything in it. It
//! knows no field of any format; what it cannot read as asked, it leaves out.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::clean;

/// A table of the file, read by field name.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a>(pub &'a DeTable<'a>);

impl<'a> Table<'a> {
    /// The value of a field.
    pub(crate) fn value(self, field: &str) -> Option<&'a DeValue<'a>> {
        self.0.get(field).map(Spanned::get_ref)
    }

    /// A string as it stands in the file, not cleaned: for comparing, not for showing.
    pub(crate) fn string(self, field: &str) -> Option<&'a str> {
        self.value(field)?.as_str()
    }

    /// A string, cleaned; empty where there is none.
    pub(crate) fn text(self, field: &str) -> String {
        clean(self.string(field).unwrap_or_default()).into_owned()
    }

    /// A whole number.
    pub(crate) fn integer(self, field: &str) -> Option<i64> {
        integer(self.value(field)?)
    }

    /// A whole number from 0; `default` where there is none.
    pub(crate) fn number(self, field: &str, default: u32) -> u32 {
        self.integer(field).and_then(|n| u32::try_from(n).ok()).unwrap_or(default)
    }

    /// Whether the field is `true`.
    pub(crate) fn flag(self, field: &str) -> bool {
        self.value(field).and_then(DeValue::as_bool).unwrap_or(false)
    }

    /// The strings of an array, cleaned.
    pub(crate) fn strings(self, field: &str) -> Vec<String> {
        self.items(field).map(|(_, text)| clean(text).into_owned()).collect()
    }

    /// The table in a field.
    pub(crate) fn table(self, field: &str) -> Option<Table<'a>> {
        self.value(field)?.as_table().map(Table)
    }

    /// The strings of an array as they stand in the file, each with its place.
    pub(crate) fn items(self, field: &str) -> impl Iterator<Item = (Range<usize>, &'a str)> + use<'a> {
        self.array(field).filter_map(|value| Some((value.span(), value.get_ref().as_str()?)))
    }

    /// The tables of an array, each with the place of its header (of its braces where it has none).
    pub(crate) fn tables(self, field: &str) -> impl Iterator<Item = (Range<usize>, Table<'a>)> + use<'a> {
        self.array(field).filter_map(|value| Some((value.span(), Table(value.get_ref().as_table()?))))
    }

    fn array(self, field: &str) -> impl Iterator<Item = &'a Spanned<DeValue<'a>>> + use<'a> {
        self.value(field).and_then(DeValue::as_array).into_iter().flatten()
    }

    /// Every field: place of its name, name, value.
    pub(crate) fn fields(
        self,
    ) -> impl Iterator<Item = (Range<usize>, &'a str, &'a Spanned<DeValue<'a>>)> + use<'a> {
        self.0.iter().map(|(key, value)| (key.span(), key.get_ref().as_ref(), value))
    }

    /// The place of a field's value.
    pub(crate) fn place(self, field: &str) -> Option<Range<usize>> {
        self.0.get(field).map(Spanned::span)
    }
}

/// A whole number that fits; numbers in other bases are read too.
pub(crate) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}
