//! The words of issues in a tracker. Labels and milestones are names there: they stay as they are once
//! issues bear them.

use crate::questionnaire::Effort;

/// The label that every issue of a plan bears.
pub(crate) const LABEL: &str = "ospo-assess";
/// What is told by the size of an action.
pub(crate) const EFFORT: &str = "effort";

/// The label of a size of work, without a blank, which Jira does not take.
pub(crate) fn size(effort: Effort) -> String {
    format!("effort-{}", effort.id())
}
