//! The words by which plans of version 0.1.0 are read: it wrote English alone, and marked neither the
//! title nor the details of an action. They are part of the format; no translation changes them.

use super::form::DetailKind;

pub(super) const TITLE: &str = "Open source plan: ";

/// The heading of what has lost its place.
pub(super) const KEPT: &str = "## Notes kept from the earlier plan";

pub(super) const LABELS: [(DetailKind, &str); 14] = [
    (DetailKind::Owner, "owner"),
    (DetailKind::Due, "due"),
    (DetailKind::State, "state"),
    (DetailKind::Steps, "steps"),
    (DetailKind::Note, "note"),
    (DetailKind::Other, "role"),
    (DetailKind::Other, "counts for"),
    (DetailKind::Other, "find out"),
    (DetailKind::Other, "now"),
    (DetailKind::Other, "requires"),
    (DetailKind::Other, "why"),
    (DetailKind::Other, "done when"),
    (DetailKind::Other, "evidence"),
    (DetailKind::Other, "resource"),
];
