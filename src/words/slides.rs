//! The words of slides beside those of the page for the sponsor.

use super::count;

pub(crate) const STANDING: &str = "Where we stand";
pub(crate) const REASONS: &str = "Why";
pub(crate) const NEXT: &str = "The next two quarters";

/// An action and who does it.
pub(crate) fn action(title: &str, who: &str) -> String {
    format!("{title} ({who})")
}

/// The actions that a slide has no room for.
pub(crate) fn more(actions: usize) -> String {
    format!("and {} more", count(actions, "action"))
}
