//! The workshop: a room that counts hands, one question after the other.

mod asking;
mod end;
mod shortlist;
mod told;

pub use asking::MOST_PEOPLE;
pub use end::{EndStep, end_steps};

use jiff::Timestamp;

use self::asking::{ask_agenda, ask_leave, ask_minutes, ask_or_decide, ask_park, ask_rest};
use self::shortlist::{ask_shortlist, take_up};
use self::told::{about, ask_note, ask_voices};
use crate::app::dialogs::Dialog;
use crate::app::keys::{Command, Context};
use crate::app::response::Response;
use crate::app::screens::shared::{ask_about_current, ask_names};
use crate::app::{Now, Open, Tab};
use crate::assessment::Answer;
use crate::interview::Session;
use crate::questionnaire::{NOT_APPLICABLE, UNKNOWN};
use crate::report::verdict;
use crate::score::Score;
use crate::words::app::no_such_option;
use crate::words::interview::change_text;
use crate::words::workshop_screen as words;
use crate::workshop::{DEFAULT_MINUTES, Scope, View, Workshop, takes_devices_along};

/// How a workshop begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setup {
    pub minutes: u32,
    /// Whether every question is walked through, those with an answer too.
    pub all: bool,
    /// How many people are in the room, where that is known.
    pub people: Option<u32>,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup { minutes: DEFAULT_MINUTES, all: false, people: None }
    }
}

/// What this screen remembers.
#[derive(Debug, Clone)]
pub struct WorkshopState {
    pub workshop: Workshop,
    /// The meaning of the next option, where a vote is to be corrected.
    pub correction: Option<Correction>,
    /// The first line shown, from 0, where the question does not fit; a front end stops at the last one.
    pub top: usize,
    /// The position of what is selected at the end, from 0.
    pub selected: usize,
    /// Whether few words are shown.
    pub is_large: bool,
    /// How many people are in the room, where that is known.
    pub(in crate::app) people: Option<u32>,
}

/// How a count is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    Add,
    TakeBack,
    /// All who have not voted yet vote for it.
    Rest,
}

impl WorkshopState {
    fn new(workshop: Workshop, people: Option<u32>) -> WorkshopState {
        WorkshopState { workshop, correction: None, top: 0, selected: 0, is_large: false, people }
    }
}

/// Comes to the workshop: to where it was.
pub(in crate::app) fn come(open: &mut Open<'_>, now: Now) -> Response {
    if open.tab != Tab::Workshop {
        find_place(open);
    }
    open.go(Tab::Workshop, now);
    Response::none()
}

/// Goes to the question where the workshop was.
pub(in crate::app) fn find_place(open: &mut Open<'_>) {
    if let Open { session, workshop: Some(state), .. } = open
        && let Some(question) = state.workshop.question()
    {
        session.go_to(question);
    }
}

/// Asks whether the last change is to be taken back, or made again, where that takes votes from devices along,
/// or is about something else than what is shown; `None` where there is nothing to ask.
pub(in crate::app) fn ask_step(open: &Open<'_>, back: bool) -> Option<Response> {
    let hint = if takes_devices_along(&open.session, back) {
        words::DEVICES_GO_ALONG
    } else if back && is_elsewhere(open) {
        words::TAKE_BACK_HINT
    } else {
        return None;
    };
    let text = |assessment: &_, edit: &_| change_text(open.session.catalogue(), assessment, edit);
    let title = match back {
        true => words::take_back(&open.session.last_change(text).unwrap_or_default()),
        false => words::MAKE_AGAIN.to_owned(),
    };
    let answers = (words::step(back).to_owned(), words::TAKE_BACK_NO.to_owned());
    Some(Response::ask(Dialog::yes_or_no(title, hint, answers, move |app| {
        app.on_open(|open, now| open.undo_or_redo(back, now))
    })))
}

/// Whether a workshop is shown, and the last change is about something else than what it shows.
fn is_elsewhere(open: &Open<'_>) -> bool {
    let here = open.session.question().filter(|_| view(open) != View::Over);
    let last = open.session.last_changed_at();
    open.tab == Tab::Workshop && last.is_some() && last != here.map(|question| question.id.as_str())
}

/// Begins the workshop, or comes to the present question of the session.
pub(in crate::app) fn arrive(open: &mut Open<'_>, now: Now) {
    match &mut open.workshop {
        Some(state) => {
            state.workshop.arrive(&open.session, now.at);
            (state.correction, state.top, state.selected) = (None, 0, 0);
        }
        None => {
            let scope = if open.setup.all { Scope::All } else { Scope::of(open.session.assessment()) };
            let workshop = Workshop::start(&mut open.session, scope, open.setup.minutes, now.at);
            open.workshop = Some(WorkshopState::new(workshop, open.setup.people));
            take_up(open, now);
        }
    }
}

fn view(open: &Open<'_>) -> View {
    open.workshop.as_ref().map_or(View::Over, |state| state.workshop.view(&open.session))
}

pub(in crate::app) fn context(open: &Open<'_>) -> Context {
    if open.workshop.as_ref().is_some_and(|state| !state.workshop.clock.is_running()) {
        return Context::Break;
    }
    match view(open) {
        View::Voting => Context::Voting,
        View::Revealed => Context::Revealed,
        View::Decided => Context::Decided,
        View::Over => Context::Over,
    }
}

/// What works instead of a key that means nothing here, if a workshop is shown.
pub(in crate::app) fn unknown_key(context: Context) -> Option<&'static str> {
    match context {
        Context::Break => Some(words::ONLY_BREAK),
        Context::Decided => Some(words::ONLY_DECIDED),
        _ => None,
    }
}

/// Selects the line in this position, from 0, where the workshop is over.
pub(in crate::app) fn select(open: &mut Open<'_>, position: usize) {
    let last = end_steps(open).len().saturating_sub(1);
    if let Some(state) = &mut open.workshop {
        state.selected = position.min(last);
    }
}

pub(in crate::app) fn command(open: &mut Open<'_>, now: Now, command: Command) -> Response {
    let shown = view(open);
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    let correction = state.correction.take();
    match command {
        Command::Choose(number) => {
            return match session.option(number.saturating_sub(1)) {
                Some(option) => pressed(open, now, correction, option.word()),
                None => {
                    state.correction = correction;
                    let options = session.question().map_or(0, |question| question.options.len());
                    Response::say(no_such_option(options))
                }
            };
        }
        Command::Unknown => return pressed(open, now, correction, UNKNOWN),
        Command::NotApplicable => return pressed(open, now, correction, NOT_APPLICABLE),
        Command::Add => state.correction = Some(Correction::Add),
        Command::Rest => return ask_rest(open),
        Command::TakeBack => state.correction = Some(Correction::TakeBack),
        Command::Clear if shown == View::Decided => {
            return step(open, |workshop, session| workshop.reopen(session));
        }
        Command::Clear => return take_last_back(open),
        Command::About => return about(open),
        Command::Voices => return ask_voices(open),
        Command::Large => state.is_large = !state.is_large,
        Command::Enter => return enter(open, now),
        Command::Park if shown != View::Over => return ask_park(open),
        Command::VoteAgain => return step(open, |workshop, session| workshop.vote_again(session)),
        Command::Next => {
            if shown != View::Over {
                state.workshop.pass(session, now.at);
            }
            state.top = 0;
        }
        Command::Previous => {
            state.workshop.go_back(session, now.at);
            state.top = 0;
        }
        Command::Break => state.workshop.clock.pause_or_go_on(now.at),
        Command::Agenda => return ask_agenda(open, now),
        Command::Shortlist => return ask_shortlist(open, now),
        Command::Minutes => return ask_minutes(),
        _ if command.moves() && shown == View::Over => {
            end::moved(open, command);
        }
        Command::Note => return ask_note(open),
        Command::Evidence => return ask_about_current(open, command),
        Command::Names => return ask_names(open),
        Command::Back if correction.is_none() => return ask_leave(),
        _ => {}
    }
    Response::none()
}

/// A step that may change the assessment.
fn step<'a>(open: &mut Open<'a>, step: impl FnOnce(&mut Workshop, &mut Session<'a>)) -> Response {
    let Some(mut state) = open.workshop.take() else { return Response::none() };
    let response = open.change(|session| {
        state.top = 0;
        step(&mut state.workshop, session);
    });
    open.workshop = Some(state);
    response
}

/// A vote that is taken back; says so where there is none.
fn take_back(
    open: &mut Open<'_>,
    none: &'static str,
    take: impl FnOnce(&mut Workshop, &mut Session<'_>) -> bool,
) -> Response {
    let mut taken = true;
    let response = step(open, |workshop, session| taken = take(workshop, session));
    if taken { response } else { response.and_say(none) }
}

/// The votes of all who have not voted yet, where it is known how many are there.
fn rest(open: &mut Open<'_>, word: &str) -> Response {
    let Some(state) = &open.workshop else { return Response::none() };
    let voted = state.workshop.tally(&open.session);
    let voted = voted.map_or(0, |tally| u32::try_from(tally.all).unwrap_or(u32::MAX));
    match state.people.unwrap_or(0).checked_sub(voted).filter(|rest| *rest > 0) {
        Some(rest) => step(open, |workshop, session| workshop.vote_for_rest(session, word, rest)),
        None => Response::say(words::ALL_VOTED),
    }
}

fn take_last_back(open: &mut Open<'_>) -> Response {
    take_back(open, words::TAKE_BACK_HOW, |workshop, session| workshop.take_last_back(session))
}

fn park(open: &mut Open<'_>, now: Now, reason: Option<String>) -> Response {
    let question = open.session.question().map_or("", |question| question.text.question.as_str());
    let response = step(open, |workshop, session| workshop.park(session, reason, now.at));
    if response.changed { response.and_say(words::parked(question)) } else { response }
}

/// The key of an answer: a vote, the correction of one, or the decision.
fn pressed(open: &mut Open<'_>, now: Now, correction: Option<Correction>, word: &str) -> Response {
    match (correction, view(open)) {
        (_, View::Decided | View::Over) => Response::none(),
        (Some(Correction::TakeBack), _) => {
            take_back(open, words::NO_SUCH_VOTE, |workshop, session| workshop.take_back(session, word))
        }
        (Some(Correction::Rest), View::Voting) => rest(open, word),
        (None, View::Revealed) => another(open, now.at, word),
        (Some(Correction::Add | Correction::Rest) | None, _) => {
            step(open, |workshop, session| workshop.vote(session, word))
        }
    }
}

/// `Enter`: shows the votes, decides upon what they come to, or goes on.
fn enter(open: &mut Open<'_>, now: Now) -> Response {
    let shown = view(open);
    let Open { session, workshop: Some(state), .. } = open else { return Response::none() };
    match shown {
        View::Voting => match state.workshop.reveal(session) {
            true => Response::none(),
            false => Response::say(words::NO_VOTES),
        },
        View::Revealed => {
            let tally = state.workshop.tally(session);
            match tally.and_then(|tally| tally.outcome?.answer) {
                Some(answer) => ask_or_decide(open, now.at, answer.word()),
                None => Response::say(words::TIE),
            }
        }
        View::Decided => {
            state.workshop.pass(session, now.at);
            (state.top, state.selected) = (0, 0);
            Response::none()
        }
        View::Over => end::enter(open, now),
    }
}

/// The key of an answer where the votes are shown: another decision than the one that they come to. That
/// one is taken with `Enter` alone, so that no late hand decides.
fn another(open: &mut Open<'_>, at: Timestamp, word: &str) -> Response {
    let tally = open.workshop.as_ref().and_then(|state| state.workshop.tally(&open.session));
    let outcome = tally.and_then(|tally| tally.outcome?.answer);
    match outcome.is_some_and(|answer| answer.word() == word) {
        true => Response::say(words::LATE_HAND),
        false => ask_or_decide(open, at, word),
    }
}

fn decide(open: &mut Open<'_>, at: Timestamp, word: &str, reason: Option<String>) -> Response {
    let before = open.session.progress().clone();
    let answer = Answer::from_word(word);
    let response = step(open, |workshop, session| workshop.decide(session, answer, reason, at));
    let (session, progress) = (&open.session, open.session.progress());
    let is_told = |score: &&Score<'_>| {
        let id = &score.questionnaire.id;
        progress.before_milestone(id) == 0 && before.before_milestone(id) > 0
    };
    match progress.scores.iter().find(is_told) {
        Some(score) => {
            let result = verdict::told(session.catalogue(), session.assessment(), score).heading;
            response.and_say(words::told(&score.questionnaire.text.title, &result))
        }
        None => response,
    }
}
