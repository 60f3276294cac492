//! What a workshop asks over its screen: why a decision, how many minutes, which question next, and
//! whether to leave.

use jiff::Timestamp;

use super::{Correction, decide, park};
use crate::app::dialogs::{Act, Dialog};
use crate::app::response::Response;
use crate::app::screens::shared::ask_question;
use crate::app::{Leaving, Now, Open, Tab};
use crate::assessment::{Answer, How};
use crate::team::{Tally, join_reasons};
use crate::words::interview_screen::REASON_HINT;
use crate::words::workshop_screen as words;
use crate::workshop::{AgendaItem, MOST_MINUTES, Stage};

/// The most people that are believed to be in a room.
pub const MOST_PEOPLE: u32 = 1000;

/// Decides upon what the votes come to; asks why where it is something else, or where the
/// votes are split or few.
pub(super) fn ask_or_decide(open: &mut Open<'_>, at: Timestamp, word: &str) -> Response {
    let Open { session, workshop: Some(state), .. } = &*open else { return Response::none() };
    let (Some(question), Some(tally)) = (session.question(), state.workshop.tally(session)) else {
        return Response::none();
    };
    let answer = Answer::from_word(word);
    let own = tally.outcome.as_ref().is_some_and(|outcome| outcome.answer.as_ref() == Some(&answer));
    if own && !tally.asks_why(&answer) {
        return decide(open, at, word, None);
    }
    let (hint, reason) = if answer == Answer::NotApplicable {
        let assessment = session.assessment();
        let reason = match assessment.voices.get(&question.id) {
            Some(voices) => join_reasons(voices),
            None => assessment.entry(&question.id).and_then(|entry| entry.reason.clone()),
        };
        (REASON_HINT.to_owned(), reason.unwrap_or_default())
    } else if own {
        let hint = if tally.is_split() { words::WHY_THOUGH_SPLIT } else { words::WHY_THOUGH_FEW };
        (hint.to_owned(), String::new())
    } else {
        (words::why_decided(question, &tally), String::new())
    };
    let word = word.to_owned();
    let dialog = Dialog::line(words::decide(question, &answer), hint, reason, move |app, reason| {
        let reason = Some(reason.to_owned());
        Ok(app.on_open(|open, now| decide(open, now.at, &word, reason)))
    });
    Response::ask(dialog.required(words::NO_REASON))
}

/// Puts the present question off; asks why, which nobody has to say.
pub(super) fn ask_park(open: &Open<'_>) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    let decision = open.session.assessment().decisions.get(&question.id);
    let reason =
        decision.filter(|decision| decision.how == How::Parked).and_then(|decision| decision.reason.clone());
    let reason = reason.unwrap_or_default();
    let dialog = Dialog::line(words::WHY_PARKED, words::WHY_PARKED_HINT, reason, |app, reason| {
        let reason = (!reason.is_empty()).then(|| reason.to_owned());
        Ok(app.on_open(|open, now| park(open, now, reason)))
    });
    Response::ask(dialog.nothing_means(words::NO_PARK_REASON))
}

pub(super) fn ask_minutes() -> Response {
    Response::ask(Dialog::line(words::MINUTES, words::MINUTES_HINT, "", |app, line| {
        let minutes = line.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
        let minutes = minutes.ok_or_else(|| words::bad_number(MOST_MINUTES))?;
        Ok(app.on_open(|open, now| {
            if let Open { session, workshop: Some(state), .. } = open {
                state.workshop.set_left(session, minutes, now.at);
            }
            Response::none()
        }))
    }))
}

/// Asks for the answer of all who have not voted yet; first how many are in the room, where nobody said so.
pub(super) fn ask_rest(open: &mut Open<'_>) -> Response {
    let Some(state) = &mut open.workshop else { return Response::none() };
    if state.people.is_some() {
        state.correction = Some(Correction::Rest);
        return Response::none();
    }
    Response::ask(Dialog::line(words::PEOPLE, words::PEOPLE_HINT, "", |app, line| {
        let people = line.parse().ok().filter(|people| (1..=MOST_PEOPLE).contains(people));
        let people = people.ok_or_else(|| words::bad_number(MOST_PEOPLE))?;
        Ok(app.on_open(|open, _| {
            open.workshop.iter_mut().for_each(|state| state.people = Some(people));
            ask_rest(open)
        }))
    }))
}

/// Shows what is left, and what there is no time for.
pub(super) fn ask_agenda(open: &Open<'_>, now: Now) -> Response {
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    let agenda = state.workshop.agenda(session);
    let skip = state.workshop.to_skip(session, now.at);
    let line = |item: &AgendaItem<'_>| {
        let question = session.catalogue().question(&item.position.place.question)?;
        let to_skip = skip.contains(&question.id.as_str());
        let votes = Tally::of(question, session.assessment().votes.get(&question.id)).all;
        let from_files = session.assessment().voices.contains_key(&question.id);
        Some((question.id.clone(), words::agenda_line(question, item, to_skip, votes, from_files)))
    };
    let lines: Vec<(String, String)> = agenda.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Response::say(words::NOTHING_LEFT);
    }
    let here = session.question().map(|question| &question.id);
    let selected = lines.iter().position(|(id, _)| Some(id) == here).unwrap_or(0);
    let parked = agenda.iter().filter(|item| item.stage == Stage::Parked).count();
    let title = words::agenda(lines.len(), parked);
    Response::ask(ask_question(title, words::agenda_hint(skip.len()), lines, selected))
}

/// Asks whether to leave, and where to: the list of assessments is not for every room. A digit that was to
/// count a hand does not lead out of the room.
pub(super) fn ask_leave() -> Response {
    let lines: Vec<(Act, String)> = vec![
        (|_, _| Response::none(), words::STAY.to_owned()),
        (|_, _| Response::leave(Leaving::Quit), words::LEAVE_PROGRAM.to_owned()),
        (answer_alone, words::ANSWER_ALONE.to_owned()),
        (|_, _| Response::leave(Leaving::Home), words::SHOW_LIST.to_owned()),
    ];
    Response::ask(Dialog::acts(words::LEAVE, words::LEAVE_HINT, lines, 0).chosen_by_enter())
}

/// Ends the workshop, and goes on with the interview.
fn answer_alone(open: &mut Open<'_>, now: Now) -> Response {
    open.workshop = None;
    open.go(Tab::Interview, now);
    Response::none()
}
