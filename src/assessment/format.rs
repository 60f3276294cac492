//! Reading and writing the values of the file where `serde` alone would do it otherwise: text is
//! cleaned both ways, dates and times are TOML's own, and the order of questionnaires is kept.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::num::NonZeroU32;

use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::value::{Date, Datetime, Time};

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

/// A date or a time, as TOML has it.
pub(super) trait InToml {
    /// `None` for a year that TOML cannot write (before 0).
    fn in_toml(&self) -> Option<Datetime>;
}

impl InToml for civil::Date {
    fn in_toml(&self) -> Option<Datetime> {
        let (year, month, day) = (self.year(), self.month(), self.day());
        let date = Date { year: year.try_into().ok()?, month: month.unsigned_abs(), day: day.unsigned_abs() };
        Some(Datetime { date: Some(date), time: None, offset: None })
    }
}

impl InToml for Timestamp {
    fn in_toml(&self) -> Option<Datetime> {
        let here = Offset::UTC.to_datetime(*self);
        let parts = [here.hour(), here.minute(), here.second()].map(i8::unsigned_abs);
        let [hour, minute, second] = parts;
        let nanosecond = Some(here.subsec_nanosecond().unsigned_abs()).filter(|part| *part > 0);
        let time = Time { hour, minute, second: Some(second), nanosecond };
        let date = here.date().in_toml()?;
        Some(Datetime { time: Some(time), offset: Some(toml::value::Offset::Z), ..date })
    }
}

/// Writes a date or a time as TOML's own; one that TOML cannot write is left out.
pub(super) fn moment<T: InToml, S: Serializer>(moment: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    moment.as_ref().and_then(T::in_toml).serialize(serializer)
}

/// Reads a date without a time.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<civil::Date>, D::Error> {
    let written = Date::deserialize(deserializer)?;
    understood(day(written), written, "date")
}

/// Reads a time with its zone.
pub(super) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let written = Datetime::deserialize(deserializer)?;
    understood(timestamp(written), written, "time")
}

fn day(written: Date) -> Option<civil::Date> {
    let Date { year, month, day } = written;
    civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn timestamp(written: Datetime) -> Option<Timestamp> {
    let offset = match written.offset? {
        toml::value::Offset::Z => Offset::UTC,
        toml::value::Offset::Custom { minutes } => Offset::from_seconds(i32::from(minutes) * 60).ok()?,
    };
    let Time { hour, minute, second, nanosecond } = written.time?;
    // A leap second is told as the one before it.
    let (second, nanosecond) = (second.unwrap_or(0).min(59), nanosecond.unwrap_or(0));
    let (hour, minute, second) = (hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?);
    let time = civil::Time::new(hour, minute, second, nanosecond.try_into().ok()?).ok()?;
    offset.to_timestamp(day(written.date?)?.to_datetime(time)).ok()
}

fn understood<T, E: Error>(moment: Option<T>, written: impl Display, expected: &str) -> Result<Option<T>, E> {
    let invalid = || E::invalid_value(Unexpected::Other(&written.to_string()), &expected);
    moment.map(Some).ok_or_else(invalid)
}

pub(super) fn from_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    NonZeroU32::deserialize(deserializer).map(|number| Some(number.get()))
}
