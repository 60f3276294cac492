//! What stands in arguments: `NAME=VALUE`, days, and which known names are like one that is not known.

use std::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use crate::text::clean;
use crate::words::command_line;

/// What CSV begins with for programs that otherwise take its letters for those of another alphabet.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Why an argument cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArgumentError {
    /// `NAME=VALUE` without its middle.
    MissingEqualsSign,
    /// `NAME=VALUE` without its beginning.
    MissingName,
    /// `QUESTIONNAIRE=LEVEL` without its end.
    MissingLevel,
    /// Not a day as 2027-01-31.
    NotADay,
    /// Not a whole number from 1.
    NotACapacity,
    /// Not a state of an action.
    UnknownState,
}

impl std::error::Error for ArgumentError {}

impl Display for ArgumentError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            ArgumentError::MissingEqualsSign => f.write_str(command_line::NO_EQUALS_SIGN),
            ArgumentError::MissingName => f.write_str(command_line::NO_NAME),
            ArgumentError::MissingLevel => f.write_str(command_line::NO_LEVEL),
            ArgumentError::NotADay => f.write_str(command_line::NO_DAY),
            ArgumentError::NotACapacity => f.write_str(command_line::NO_CAPACITY),
            ArgumentError::UnknownState => f.write_str(&command_line::no_state()),
        }
    }
}

/// The parts of an argument `NAME=VALUE`; the value may be empty.
pub(super) fn pair(argument: &str) -> Result<(String, String), ArgumentError> {
    let (name, value) = argument.split_once('=').ok_or(ArgumentError::MissingEqualsSign)?;
    Ok((name_of(name)?, clean(value.trim()).into_owned()))
}

/// A name that stands alone or before an equals sign.
pub(super) fn name_of(argument: &str) -> Result<String, ArgumentError> {
    let name = clean(argument.trim());
    if name.is_empty() { Err(ArgumentError::MissingName) } else { Ok(name.into_owned()) }
}

/// The first name that stands twice among these pairs.
pub(super) fn twice<T>(pairs: &[(String, T)]) -> Option<&str> {
    let names = || pairs.iter().map(|(name, _)| name.as_str());
    names().enumerate().find(|(i, name)| names().take(*i).any(|before| before == *name)).map(|(_, name)| name)
}

/// A day, written as 2027-01-31 and in no other way.
pub(super) fn date(argument: &str) -> Result<Date, ArgumentError> {
    let date = argument.parse::<Date>().ok().filter(|date| date.to_string() == argument);
    date.ok_or(ArgumentError::NotADay)
}
