//! What the comparison of two assessments says; the comparison itself is told in [`super::team`].

use std::path::Path;

use jiff::civil::Date;

use super::home;
use crate::assessment::Assessment;

pub(crate) const UNREADABLE: &str = "This file cannot be read";
pub(crate) const NO_OTHER: &str = "There is no other assessment to compare with";
pub(crate) const HINT: &str =
    "The earlier one is compared with the later one, by the times of their answers.";
/// Where the times of the answers do not tell which one is the earlier one.
pub(crate) const AS_CHOSEN: &str = "The times of their answers do not say which one is earlier: it is the one that you chose to compare with.";

pub(crate) fn compare_with(organization: &str) -> String {
    format!("Compare {organization} with")
}

/// The files of two assessments that have the same name and day.
pub(crate) fn files(before: &Path, after: &Path) -> String {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    format!("{} → {}", name(before), name(after))
}

/// An assessment to compare with.
pub(crate) fn other(day: Option<Date>, other: &Assessment, path: &Path) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {}", home::listed(other, Some(path)))
}
