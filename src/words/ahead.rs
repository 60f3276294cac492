//! What would come after a plan.

use super::actions::{IF_MISSING, effort, effort_of};
use super::capital;
use super::plan::role;
use super::scores::level;
use crate::plan::{Ahead, Plan, Planned};
use crate::questionnaire::{Catalogue, Questionnaire};

pub(crate) const HEADING: &str = "What would come next";
pub(crate) const KEEP: &str = "To keep what is there";
pub(crate) const BESIDE: &str = "Ready beside it, for what you do already";
pub(crate) const TO_DO: &str = "To do";
pub(crate) const TO_FIND_OUT: &str = "To find out, in the first two weeks of the plan";

/// What the look beyond a plan is about.
pub(crate) fn about(plan: &Plan<'_>, ahead: &Ahead<'_>) -> String {
    if ahead.to.is_empty() {
        return "No target asks for more of this, and it lasts only while somebody looks after it. There is room for it \
            in the first year, beside the plan."
            .to_owned();
    }
    let way = towards(plan, ahead).map(|to| format!(" on the way to {to},")).unwrap_or_default();
    let choice = match ahead.is_chosen {
        true => {
            "With this plan the aim is reached; how far to go then is to be chosen with the next assessment."
        }
        false => "Nobody has chosen yet how far to go, and to stay is a choice too.",
    };
    format!("{choice} This would come after the plan,{way} as far as the first year has room for it.")
}

/// How what stands there already gets into the plan.
pub(crate) const TAKE_IN: &str = "What is to be kept, and what is ready beside it, need not wait: + on the plan page takes it in \
    now, and so does `ospo-assess action FILE ID --also`, with the id that stands behind it.";

/// The levels to which it leads; `None` where one lies further than the level after a target, which rests on
/// answers that may change.
pub(super) fn towards(plan: &Plan<'_>, ahead: &Ahead<'_>) -> Option<String> {
    let is_next = |(questionnaire, at): &(&Questionnaire, usize)| {
        plan.targets
            .iter()
            .any(|target| target.questionnaire.id == questionnaire.id && *at <= target.level + 1)
    };
    let name = |(questionnaire, at): &(&Questionnaire, usize)| level(questionnaire, *at);
    (!ahead.to.is_empty() && ahead.to.iter().all(is_next))
        .then(|| ahead.to.iter().map(name).collect::<Vec<_>>().join("; "))
}

/// An action that can be taken in now, in one line with its id.
pub(crate) fn ready(planned: &Planned<'_>) -> String {
    format!("{} ({}; id {})", planned.action.text.title, effort_of(planned), planned.question.id)
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
