//! What stands around the screens: titles, the state of the file, which lines are shown.

pub(crate) const HOME: &str = "ospo-assess: your assessments";
pub(crate) const COMPARISON: &str = "ospo-assess: what changed";
pub(crate) const INTERVIEW: &str = "Interview";
pub(crate) const RESULTS: &str = "Results";
pub(crate) const TARGET: &str = "Target";
pub(crate) const PLAN: &str = "Plan";
pub(crate) const WORKSHOP: &str = "Workshop";

pub(crate) const SAVED: &str = "saved";
/// As long as [`SAVED`] is, and a blank: what stands before it does not move.
pub(crate) const SAVING: &str = "saving ";
pub(crate) const CHANGED: &str = "NOT SAVED: file changed";
pub(crate) const NOT_SAVED: &str = "NOT SAVED YET";
pub(crate) const READ_ONLY: &str = "read only";

/// How a question is answered that opened by itself: digits may still be typed for what is below.
pub(crate) const CHOOSE: &str = "Choose with the arrows and Enter.";
pub(crate) const LINE_ENDS: &str = " Enter: done · Esc: back, nothing changes ";
pub(crate) const NOTE_ENDS: &str = " Enter: done · Alt+Enter: new line · Esc: as it was ";

/// The hint over a line that is written, and what nothing at all stands for there, if it may be left empty.
pub(crate) fn hint(hint: &str, nothing: Option<&str>) -> String {
    match nothing {
        Some(meaning) => format!("{hint} Empty for {meaning}."),
        None => hint.to_owned(),
    }
}

/// A terminal of so many columns and rows is too small.
pub(crate) fn too_small(is: (u16, u16), least: (u16, u16)) -> String {
    format!(
        "This terminal is {} by {}. Please make it at least {} by {}; nothing is lost meanwhile.",
        is.0, is.1, least.0, least.1
    )
}

pub(crate) fn lines_shown(first: usize, last: usize, lines: usize) -> String {
    format!("{first}-{last} of {lines}")
}
