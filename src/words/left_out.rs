//! What a plan says of the actions that are not in it.

use super::actions::effort_of;
use super::answers;
use super::plan::role;
use crate::plan::Planned;
use crate::questionnaire::{Catalogue, Question};

pub(crate) const WHY: &str = "What is in place in part is enough for these targets, and is to be kept. What is missing \
    would come later.";
pub(crate) const OPEN: &str = "Not known yet, so perhaps there already";

/// An action in one line, and how it stands.
pub(crate) fn known(planned: &Planned<'_>) -> String {
    let now = answers::standing(planned.question, planned.standing);
    format!("{} ({}; now: {now})", planned.action.text.title, effort_of(planned))
}

/// The question of an action of which nobody knows whether it is needed, and whom to ask.
pub(crate) fn open(catalogue: &Catalogue, question: &Question) -> String {
    format!("{} Ask: {}", question.text.question, role(catalogue, &question.respondent))
}
