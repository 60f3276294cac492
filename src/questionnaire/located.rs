//! Values that know where they stand in their file, so that `check` can point at them.

use std::borrow::{Borrow, Cow};
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::Spanned;

/// The most characters that an id has.
pub(crate) const LONGEST_ID: usize = 64;
/// Lowercase letters, digits and hyphens, a letter first, at most [`LONGEST_ID`].
pub(crate) const ID_PATTERN: &str = "^[a-z][a-z0-9-]{0,63}$";

/// Says whether a text keeps to [`ID_PATTERN`].
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// A value, and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(crate) struct At<T>(Spanned<T>);

impl<T> At<T> {
    /// The bytes of the file where the value stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    /// The value alone.
    pub(crate) fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        self
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.into_inner()
    }
}

/// A text for people.
pub(crate) type Text = At<String>;

/// An id: of what it stands in, or of what is referred to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(crate) struct Id(Text);

impl Deref for Id {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.0.into_inner()
    }
}

impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": ID_PATTERN})
    }
}
