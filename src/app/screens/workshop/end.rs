//! The end of a workshop: each way on can be selected.

use super::shortlist::pick;
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::{Now, Open};
use crate::questionnaire::Question;
use crate::team::decided_though_contested;
use crate::words::workshop_screen as words;

/// A way on from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndStep<'a> {
    /// To what is parked and what was passed over.
    BringBack,
    /// On to what was not picked for this sitting.
    NotPicked,
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
    let not_picked = workshop.not_picked(session).len();
    if not_picked > 0 {
        steps.push((EndStep::NotPicked, words::go_on_without_list(not_picked)));
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

pub(super) fn enter(open: &mut Open<'_>, now: Now) -> Response {
    let (steps, at) = (end_steps(open), now.at);
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    match steps.get(state.selected) {
        Some((EndStep::NotPicked, _)) => return pick(open, Vec::new(), now),
        Some((EndStep::BringBack, _)) => state.workshop.begin_again(session, at),
        Some((EndStep::Unanswered, _)) => state.workshop.ask_unanswered(session, at),
        Some((EndStep::Question(question), _)) => state.workshop.revisit(session, &question.id, at),
        None => {}
    }
    (state.top, state.selected) = (0, 0);
    Response::none()
}
