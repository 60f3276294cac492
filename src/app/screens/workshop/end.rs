//! The end of a workshop: each way on can be selected.

use super::shortlist::pick;
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::{Now, Open};
use crate::interview::Session;
use crate::questionnaire::Question;
use crate::team::decided_though_contested;
use crate::words::workshop_screen as words;
use crate::workshop::{AgendaItem, Picked, Stage};

/// A way on from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndStep<'a> {
    /// To what was passed over, and to what is parked, on today's list or not.
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
    let parked = workshop.parked(session);
    let passed = workshop.agenda(session).iter().filter(|item| item.stage != Stage::Parked).count();
    if passed > 0 || !parked.is_empty() {
        let questions = parked.iter().filter_map(|item| asked(session, item));
        let questions: Vec<&str> = questions.map(|question| question.text.question.as_str()).collect();
        steps.push((EndStep::BringBack, words::bring_back(passed, &questions)));
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

fn asked<'a>(session: &Session<'a>, item: &AgendaItem<'_>) -> Option<&'a Question> {
    session.catalogue().question(&item.position.place.question)
}

/// Brings back what was passed over and what is parked; what is parked and not on the shortlist comes onto it.
fn bring_back(open: &mut Open<'_>, now: Now) -> Response {
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    let mut picked = state.workshop.shortlist.clone();
    let is_on = |id: &str| picked.iter().any(|picked| picked.question == id);
    let mut parked = state.workshop.parked(session);
    parked.retain(|item| !is_on(&item.position.place.question));
    if picked.is_empty() || parked.is_empty() {
        state.workshop.begin_again(session, now.at);
        (state.top, state.selected) = (0, 0);
        return Response::none();
    }
    let question = |item: AgendaItem<'_>| item.position.place.question.clone();
    picked.extend(parked.into_iter().map(|item| Picked { question: question(item), minutes: None }));
    pick(open, picked, now)
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
        Some((EndStep::BringBack, _)) => return bring_back(open, now),
        Some((EndStep::Unanswered, _)) => state.workshop.ask_unanswered(session, at),
        Some((EndStep::Question(question), _)) => state.workshop.revisit(session, &question.id, at),
        None => {}
    }
    (state.top, state.selected) = (0, 0);
    Response::none()
}
