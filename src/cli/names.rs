//! Names in arguments: `NAME=VALUE`, dates, and what to say about a name that is not known.

use jiff::civil::Date;

use crate::text::clean;

/// How alike two names must be for one to be offered for the other (Jaro-Winkler, from 0 to 1).
const ALIKE: f64 = 0.85;

/// The most names that are offered.
const OFFERED: usize = 3;

/// The parts of an argument `NAME=VALUE`; the value may be empty.
pub(super) fn pair(argument: &str) -> Result<(String, String), String> {
    let (name, value) = argument.split_once('=').ok_or("there is no = in it".to_owned())?;
    let (name, value) = (clean(name.trim()), clean(value.trim()));
    if name.is_empty() {
        return Err("there is no name before the =".to_owned());
    }
    Ok((name.into_owned(), value.into_owned()))
}

/// The first name that stands twice among these pairs.
pub(super) fn twice<T>(pairs: &[(String, T)]) -> Option<&str> {
    let names = || pairs.iter().map(|(name, _)| name.as_str());
    names().enumerate().find(|(i, name)| names().take(*i).any(|before| before == *name)).map(|(_, name)| name)
}

/// A day, written as 2027-01-31 and in no other way.
pub(super) fn date(argument: &str) -> Result<Date, String> {
    let date = argument.parse::<Date>().ok().filter(|date| date.to_string() == argument);
    date.ok_or_else(|| "write a day of the calendar, like 2027-01-31".to_owned())
}

/// What is offered for a name that is not known: ` (did you mean …?)`, or nothing.
pub(super) fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let alike = |known: &str| match known.contains(name) || name.contains(known) {
        true => 1.0,
        false => strsim::jaro_winkler(name, known),
    };
    let mut near: Vec<(f64, &str)> = known.into_iter().map(|known| (alike(known), known)).collect();
    near.retain(|(alike, _)| *alike >= ALIKE);
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup();
    let near: Vec<&str> = near.into_iter().take(OFFERED).map(|(_, known)| known).collect();
    if near.is_empty() { String::new() } else { format!(" (did you mean {}?)", near.join(" or ")) }
}
