//! The words by which plans of version 0.1.0 are read: it wrote English alone, and marked neither the
//! title nor the details of an action. They are part of the format; no translation changes them.

use super::form::Label;

/// How a title begins.
pub(super) const TITLE: &str = "Open source plan: ";

/// The heading of what has lost its place.
pub(super) const KEPT: &str = "## Notes kept from the earlier plan";

/// The labels of the details of an action.
pub(super) const LABELS: [(Label, &str); 14] = [
    (Label::Owner, "owner"),
    (Label::Due, "due"),
    (Label::State, "state"),
    (Label::Steps, "steps"),
    (Label::Note, "note"),
    (Label::Other, "role"),
    (Label::Other, "counts for"),
    (Label::Other, "find out"),
    (Label::Other, "now"),
    (Label::Other, "requires"),
    (Label::Other, "why"),
    (Label::Other, "done when"),
    (Label::Other, "evidence"),
    (Label::Other, "resource"),
];
