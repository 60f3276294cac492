//! What would come after a plan whose target nobody chose.

use super::capital;
use super::plan::{IF_MISSING, effort, effort_of, role};
use super::scores::level;
use crate::plan::{Ahead, Levels, Planned};
use crate::questionnaire::Catalogue;

pub(crate) const HEADING: &str = "What would come next";
pub(crate) const BESIDE: &str = "Ready beside it, for what you do already";
pub(crate) const TO_DO: &str = "To do";
pub(crate) const TO_FIND_OUT: &str = "To find out";

/// What the look beyond a plan is about.
pub(crate) fn about(ahead: &Ahead<'_>) -> String {
    let names = |levels: &Levels<'_>| {
        levels.iter().map(|(questionnaire, at)| level(questionnaire, *at)).collect::<Vec<_>>().join("; ")
    };
    format!(
        "With this plan done you stand at {}. Nobody has chosen yet how far to go, and to stay is a choice too. \
         This lies on the way to {}, as far as the first year has room for it.",
        names(&ahead.from),
        names(&ahead.to)
    )
}

/// An action beyond the plan in one line.
pub(crate) fn action(planned: &Planned<'_>) -> String {
    format!("{} ({})", planned.action.text.title, effort_of(planned))
}

/// An open question beyond the plan, whom to ask, and what it takes if nothing is there.
pub(crate) fn open(catalogue: &Catalogue, planned: &Planned<'_>) -> String {
    let ask = role(catalogue, &planned.question.respondent);
    let action = format!("{} ({})", planned.action.text.title, effort(planned.action.effort, planned.points));
    format!("{} Ask: {ask}. {}: {action}", planned.question.text.question, capital(IF_MISSING))
}
