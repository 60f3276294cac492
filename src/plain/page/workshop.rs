//! A workshop: a question whose votes are counted, shown or decided upon, and its end.

use super::Page;
use super::question::{names, options};
use crate::app::screens::workshop::{Correction, EndStep, WorkshopState, end_steps};
use crate::app::{App, Open};
use crate::questionnaire::Question;
use crate::team::Tally;
use crate::words::{answers, interview_screen, prompts};
use crate::words::{scores, spoken, team, workshop_screen as words};
use crate::workshop::{Stage, View, stage};

pub(super) fn page(app: &App<'_>, open: &Open<'_>) -> Page {
    let Some(state) = &open.workshop else { return Page::default() };
    let view = state.workshop.view(&open.session);
    if !state.workshop.clock.is_running() {
        let mut page = Page::new("break", 1);
        page.say(spoken::ON_BREAK);
        page.prompt = prompts::BREAK_PROMPT.to_owned();
        return page;
    }
    match open.session.question() {
        Some(question) if view != View::Over => self::question(app, open, state, view, question),
        _ => over(open, state),
    }
}

fn question(app: &App<'_>, open: &Open<'_>, state: &WorkshopState, view: View, question: &Question) -> Page {
    let now = app.now.at;
    let (session, workshop) = (&open.session, &state.workshop);
    let mut page = Page::new(format!("workshop {}", question.id), usize::MAX);
    let Some(tally) = workshop.tally(session) else { return page };
    let (left, skip) = (workshop.agenda(session).len(), workshop.to_skip(session, now).len());
    page.sentence(&spoken::spoken(&words::left(left, workshop.time_left(session, now).left, skip)));
    if let Some(position) = session.position() {
        page.sentence(&spoken::part(position));
    }
    if let Some(key) = session.position().and_then(interview_screen::key_question) {
        page.say(key);
    }
    page.say(spoken::question(question));
    names(&mut page, open);
    let is_parked = stage(question, session.assessment()) == Stage::Parked;
    let is_contested = view != View::Voting && tally.contested;
    let has_note = session.assessment().entry(&question.id).is_some_and(|entry| entry.note.is_some());
    for (mark, is_so) in
        [(words::PARKED, is_parked), (words::CONTESTED, is_contested), (words::HAS_NOTE, has_note)]
    {
        if is_so {
            page.sentence(mark);
        }
    }
    let people = app.people(tally.all);
    match view {
        View::Voting => {
            options(&mut page, question, false);
            page.sentence(&team::votes(tally.all, people));
            page.prompt = prompts::voting_prompt(question.options.len());
        }
        View::Revealed => {
            votes(&mut page, question, &tally, people);
            page.say(words::outcome(question, &tally));
            page.prompt = prompts::REVEALED_PROMPT.to_owned();
        }
        View::Decided | View::Over => {
            page.sentence(&hands(&tally, people));
            page.sentence(&words::decided(question, &tally, session.assessment()));
            page.prompt = prompts::DECIDED_PROMPT.to_owned();
        }
    }
    if view != View::Voting {
        // Before they vote it would lead them.
        if let Some(last) = team::last_time(question, session.assessment()) {
            page.sentence(&spoken::spoken(&last));
        }
        let rounds = session.assessment().rounds.get(&question.id).into_iter().flatten();
        rounds.enumerate().for_each(|(i, votes)| page.sentence(&words::round(i + 1, question, votes)));
    }
    if let Some(correction) = state.correction {
        let prompt = match correction {
            Correction::Add => prompts::add_prompt,
            Correction::TakeBack => prompts::take_back_prompt,
            Correction::Rest => prompts::rest_prompt,
        };
        page.prompt = prompt(question.options.len());
    }
    page
}

/// Each answer with its votes.
fn votes(page: &mut Page, question: &Question, tally: &Tally, people: Option<u64>) {
    for (text, votes) in question.text.options.iter().zip(&tally.options) {
        page.next_choice(spoken::with_votes(&text.text, *votes));
    }
    page.say(spoken::with_votes(answers::UNKNOWN, tally.unknown));
    page.say(spoken::with_votes(answers::NOT_APPLICABLE, tally.not_applicable));
    page.sentence(&hands(tally, people));
}

fn hands(tally: &Tally, people: Option<u64>) -> String {
    spoken::spoken(&team::hands(tally, people))
}

/// What is left, where the organisation stands, and the ways on.
fn over(open: &Open<'_>, state: &WorkshopState) -> Page {
    let mut page = Page::new("workshop-over", usize::MAX);
    let left = state.workshop.agenda(&open.session);
    let parked = left.iter().filter(|item| item.stage == Stage::Parked).count();
    let others = state.workshop.not_picked(&open.session).len();
    page.say(words::over(left.len(), parked, others, state.workshop.unanswered(&open.session).len()));
    page.say(words::OVER);
    for score in &open.session.progress().scores {
        if let Some(levels) = score.levels() {
            let result = scores::result(score.questionnaire, levels);
            page.sentence(&format!("{}: {result}", score.questionnaire.text.title));
        }
    }
    let steps = end_steps(open);
    let contested = steps.iter().filter(|(step, _)| matches!(step, EndStep::Question(_))).count();
    for (i, (_, text)) in steps.iter().enumerate() {
        if i + contested == steps.len() {
            page.sentence(team::THOUGH_CONTESTED);
        }
        page.next_choice(spoken::sentence(text));
    }
    page.prompt = prompts::over_prompt(steps.len());
    page
}
