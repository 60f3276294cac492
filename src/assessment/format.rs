//! Reading and writing the values of the file where `serde` alone would do it otherwise: text is
//! cleaned both ways, dates and times are TOML's own, and the order of questionnaires is kept.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::num::NonZeroU32;
use std::str::FromStr;

use jiff::{Timestamp, civil};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::value::{Date, Datetime};

use crate::text::{clean, clean_lines};

/// Text that is cleaned, or something that holds such text.
pub(super) trait Cleaned {
    /// The same with another text.
    fn map(self, change: fn(&str) -> Cow<'_, str>) -> Self;
}

impl Cleaned for String {
    fn map(self, change: fn(&str) -> Cow<'_, str>) -> String {
        change(&self).into_owned()
    }
}

impl<T: Cleaned> Cleaned for Option<T> {
    fn map(self, change: fn(&str) -> Cow<'_, str>) -> Option<T> {
        self.map(|text| text.map(change))
    }
}

impl<T: Cleaned> Cleaned for Vec<T> {
    fn map(self, change: fn(&str) -> Cow<'_, str>) -> Vec<T> {
        self.into_iter().map(|text| text.map(change)).collect()
    }
}

impl<T: Cleaned> Cleaned for BTreeMap<String, T> {
    fn map(self, change: fn(&str) -> Cow<'_, str>) -> BTreeMap<String, T> {
        self.into_iter().map(|(id, text)| (id, text.map(change))).collect()
    }
}

/// A module for `#[serde(with = …)]` that cleans text on its way in and out.
macro_rules! cleaned {
    ($name:ident, $clean:ident) => {
        pub(super) mod $name {
            use super::*;

            pub(in super::super) fn serialize<T: Cleaned + Clone + Serialize, S: Serializer>(
                text: &T,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                text.clone().map($clean).serialize(serializer)
            }

            pub(in super::super) fn deserialize<'de, T: Cleaned + Deserialize<'de>, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<T, D::Error> {
                Ok(T::deserialize(deserializer)?.map($clean))
            }
        }
    };
}

cleaned!(line, clean);
cleaned!(lines, clean_lines);

/// Questionnaires with their versions: a table whose order is a fact.
pub(super) mod versions {
    use super::*;

    type Versions = Vec<(String, String)>;

    pub(in super::super) fn serialize<S: Serializer>(
        versions: &Versions,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(versions.iter().map(|(id, version)| (id, clean(version))))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Versions, D::Error> {
        let versions = toml::Table::deserialize(deserializer)?.into_iter();
        let text = |version: toml::Value| match version {
            toml::Value::String(version) => Ok(version.map(clean)),
            other => Err(D::Error::invalid_type(Unexpected::Other(other.type_str()), &"a string")),
        };
        versions.map(|(id, version)| Ok((id, text(version)?))).collect()
    }
}

/// Writes a date or a time as TOML's own; a year that TOML cannot write (before 0) is left out.
pub(super) fn moment<T: Display, S: Serializer>(
    moment: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let written = moment.as_ref().and_then(|moment| moment.to_string().parse::<Datetime>().ok());
    written.serialize(serializer)
}

/// Reads a date without a time.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<civil::Date>, D::Error> {
    parsed(Date::deserialize(deserializer)?, "date")
}

/// Reads a time with its zone.
pub(super) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    parsed(Datetime::deserialize(deserializer)?, "time")
}

fn parsed<T: FromStr, E: Error>(written: impl Display, expected: &str) -> Result<Option<T>, E> {
    let written = written.to_string();
    let parsed = written.parse().map(Some);
    parsed.map_err(|_| E::invalid_value(Unexpected::Other(&written), &expected))
}

pub(super) fn from_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    NonZeroU32::deserialize(deserializer).map(|number| Some(number.get()))
}
