//! The end of a workshop: each way on can be selected.

use jiff::Timestamp;

use crate::app::Open;
use crate::app::keys::Command;
use crate::questionnaire::Question;
use crate::team::decided_though_contested;
use crate::words::workshop_screen as words;

/// A way on from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndStep<'a> {
    /// To what is parked and what was passed over.
    BringBack,
    /// Through the questions without an answer.
    Unanswered,
    /// To a question that was decided although its votes are contested.
    Question(&'a Question),
}

/// The ways on, as they are said.
pub fn end_steps<'a>(open: &Open<'a>) -> Vec<(EndStep<'a>, String)> {
    let Some(state) = &open.workshop else { return Vec::new() };
    let (session, workshop) = (&open.session, &state.workshop);
    let mut steps = Vec::new();
    if !workshop.agenda(session).is_empty() {
        steps.push((EndStep::BringBack, words::BRING_BACK.to_owned()));
    }
    let unanswered = workshop.unanswered(session).len();
    if unanswered > 0 {
        steps.push((EndStep::Unanswered, words::walk_unanswered(unanswered)));
    }
    for (topic, _) in decided_though_contested(session.catalogue(), session.assessment()) {
        let question = session.catalogue().question(&topic.question.id);
        steps.extend(question.map(|question| (EndStep::Question(question), question.text.question.clone())));
    }
    steps
}

pub(super) fn moved(open: &mut Open<'_>, command: Command) {
    let selected = open.workshop.as_ref().map_or(0, |state| state.selected);
    command.moved(selected).into_iter().for_each(|selected| super::select(open, selected));
}

pub(super) fn enter(open: &mut Open<'_>, at: Timestamp) {
    let steps = end_steps(open);
    let Open { session, workshop: Some(state), .. } = open else { return };
    match steps.get(state.selected) {
        Some((EndStep::BringBack, _)) => state.workshop.begin_again(session, at),
        Some((EndStep::Unanswered, _)) => state.workshop.ask_unanswered(session, at),
        Some((EndStep::Question(question), _)) => state.workshop.revisit(session, &question.id, at),
        None => {}
    }
    (state.top, state.selected) = (0, 0);
}
