//! The questions that a facilitator picks for a sitting, in their order, with minutes for some of them.

use std::collections::BTreeSet;

use crate::app::dialogs::{Dialog, ListItem};
use crate::app::effect::Effect;
use crate::app::response::Response;
use crate::app::{Now, Open};
use crate::team::Tally;
use crate::words::workshop_screen as words;
use crate::workshop::{AgendaItem, Picked, Scope, agenda};

/// Asks which questions this sitting is about.
pub(super) fn ask_shortlist(open: &Open<'_>, now: Now) -> Response {
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    let workshop = &state.workshop;
    let picked = |item: &AgendaItem<'_>| {
        workshop.shortlist.iter().position(|picked| picked.question == item.position.place.question)
    };
    let mut items = agenda(session, Scope::All);
    // In their order, and before all others.
    items.sort_by_key(|item| picked(item).unwrap_or(usize::MAX));
    let line = |item: &AgendaItem<'_>| {
        let question = session.catalogue().question(&item.position.place.question)?;
        let votes = Tally::of(question, session.assessment().votes.get(&question.id)).all;
        let from_files = session.assessment().voices.contains_key(&question.id);
        let text = words::agenda_line(question, item, false, votes, from_files);
        let place = picked(item);
        let minutes = place.and_then(|place| workshop.shortlist.get(place)?.minutes);
        Some((question.id.clone(), text, place.is_some(), minutes))
    };
    let lines: Vec<_> = items.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Response::say(words::NOTHING_LEFT);
    }
    let (clock, at) = (workshop.clock.clone(), now.at);
    let told = move |items: &mut [ListItem]| {
        let ticked = || items.iter().filter(|item| item.ticked == Some(true));
        let seconds = |item: &ListItem| item.minutes.map(|minutes| i64::from(minutes) * 60);
        let time = clock.time_left(&ticked().map(seconds).collect::<Vec<_>>(), at);
        let said = words::shortlist_hint(ticked().count(), time.fits, time.left);
        let mut before = 0;
        for item in items {
            let is_ticked = item.ticked == Some(true);
            item.mark = words::shortlist_mark(item.minutes, is_ticked && before >= time.fits);
            before += usize::from(is_ticked);
        }
        said
    };
    Response::ask(Dialog::ordered(words::SHORTLIST, lines, told, |app, chosen| {
        let picked = chosen.into_iter().map(|(question, minutes)| Picked { question, minutes }).collect();
        app.on_open(|open, now| pick(open, picked, now))
    }))
}

/// Takes these questions as the ones of this sitting, or none in particular.
pub(super) fn pick(open: &mut Open<'_>, picked: Vec<Picked>, now: Now) -> Response {
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    state.workshop.pick(session, picked.clone(), now.at);
    (state.top, state.selected) = (0, 0);
    let fits = state.workshop.time_left(session, now.at).fits;
    let said = Response::say(words::picked(state.workshop.agenda(session).len(), fits, picked.is_empty()));
    Response { effects: vec![Effect::KeepShortlist(picked)], ..said }
}

/// Takes what was picked before the workshop began, where something of it is left to decide.
pub(super) fn take_up(open: &mut Open<'_>, now: Now) {
    let Open { session, workshop: Some(state), shortlist, .. } = open else { return };
    let left: BTreeSet<&str> =
        agenda(session, Scope::All).into_iter().map(|item| item.position.place.question.as_str()).collect();
    if shortlist.iter().any(|picked| left.contains(picked.question.as_str())) {
        let shortlist = std::mem::take(shortlist);
        state.workshop.pick(session, shortlist, now.at);
    }
}
