//! The words of slides beside those of the page for the sponsor.

use jiff::civil::Date;

use super::count;

pub(crate) const STANDING: &str = "Where we stand";
/// The only slide where there is nothing to tell.
pub(crate) const NOTHING: &str =
    "Too few questions are answered to say where we stand, and nothing is aimed at yet.";
pub(crate) const REASONS: &str = "Why";

/// The heading of the quarters that come next: one or two.
pub(crate) fn next(quarters: usize) -> &'static str {
    if quarters == 1 { "The next quarter" } else { "The next two quarters" }
}

/// The heading of a slide for which the one before it had no room.
pub(crate) fn continued(heading: &str) -> String {
    format!("{heading}, continued")
}

/// Whose slides these are, and of when.
pub(crate) fn named(organization: &str, answered: Option<Date>, start: Date) -> String {
    let answered = answered.map(|day| format!(", as answered until {day}")).unwrap_or_default();
    format!("{organization}{answered}; planned from {start}")
}

/// An action and who does it.
pub(crate) fn action(title: &str, who: &str) -> String {
    format!("{title} ({who})")
}

/// The actions that a slide has no room for.
pub(crate) fn more(actions: usize) -> String {
    format!("and {} more", count(actions, "action"))
}
