//! The workshop: made for a projector, so one question, large, and nothing else.
//!
//! ```text
//! │ 12 left · 43 min                      0:42 of 3:35 │
//! │ where · key question                               │
//! │ Question?                                          │
//! │                                                    │
//! │   1  option …           > 2  ██████   4  option …  │
//! │                                                    │
//! │   0  We don't know       x  Does not apply to us   │
//! │ votes · agreement                                  │
//! │ decision                                           │
//! ```

mod asking;
mod over;
mod question;

use asking::{ask_agenda, ask_leave, ask_minutes, ask_or_decide};
pub(crate) use asking::{leave, set_minutes};

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::answers::change;
use crate::app::keys::{Command, Context};
use crate::app::message::Effect;
use crate::app::{App, Notice, Open, Screen};
use crate::assessment::Answer;
use crate::interview::Session;
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};
use crate::workshop::{DEFAULT_MINUTES, Scope, View, Workshop};

/// How a workshop begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setup {
    /// Its minutes.
    pub minutes: u32,
    /// Whether every question is walked through, those with an answer too.
    pub all: bool,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup { minutes: DEFAULT_MINUTES, all: false }
    }
}

/// What this screen remembers.
#[derive(Debug, Clone)]
pub(crate) struct WorkshopView {
    pub(crate) workshop: Workshop,
    /// What the next option means, where a vote is to be corrected.
    sign: Option<Sign>,
    /// The first line that is shown, where the question does not fit.
    top: usize,
    /// What is selected at the end.
    selected: usize,
}

/// What is said where a file is opened whose workshop is not at its end.
pub(crate) const UNDER_WAY: &str = "A workshop is under way in this file: W goes on with it";

/// How a count is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Add,
    TakeBack,
}

/// Comes to the workshop from another screen: to where it was.
pub(crate) fn come(app: &mut App<'_>) {
    if let Some(open) = app.open.as_mut().filter(|_| app.screen != Screen::Workshop) {
        find_place(open);
    }
    app.go(Screen::Workshop);
}

/// Goes to the question where the workshop was.
pub(crate) fn find_place(open: &mut Open<'_>) {
    if let Open { session, workshop: Some(view), .. } = open
        && let Some(question) = view.workshop.question()
    {
        session.go_to(question);
    }
}

/// Begins the workshop, or comes to the present question of the session.
pub(crate) fn arrive(open: &mut Open<'_>, setup: Setup, now: Timestamp) {
    match &mut open.workshop {
        Some(view) => {
            view.workshop.arrive(&open.session, now);
            (view.sign, view.top, view.selected) = (None, 0, 0);
        }
        None => {
            let scope = if setup.all { Scope::All } else { Scope::of(open.session.assessment()) };
            let workshop = Workshop::start(&mut open.session, scope, setup.minutes, now);
            open.workshop = Some(WorkshopView { workshop, sign: None, top: 0, selected: 0 });
        }
    }
}

/// Whether one came from a workshop to another screen of its file: then that is where going back leads.
pub(crate) fn is_behind(app: &App<'_>) -> bool {
    app.screen != Screen::Workshop && app.open.as_ref().is_some_and(|open| open.workshop.is_some())
}

/// What is shown.
fn view(app: &App<'_>) -> View {
    let Some(Open { session, workshop: Some(view), .. }) = &app.open else { return View::Over };
    view.workshop.view(session)
}

/// Which keys work.
pub(crate) fn context(app: &App<'_>) -> Context {
    let workshop = app.open.as_ref().and_then(|open| open.workshop.as_ref());
    if workshop.is_some_and(|view| !view.workshop.clock.is_running()) {
        return Context::Break;
    }
    match view(app) {
        View::Voting => Context::Voting,
        View::Revealed => Context::Revealed,
        View::Decided => Context::Decided,
        View::Over => Context::Over,
    }
}

/// Says what works instead of a key that means nothing here.
pub(crate) fn unknown_key(app: &mut App<'_>) {
    let what = match app.context() {
        Context::Break => "A break: Space goes on; only ? and q work besides",
        Context::Decided => "This is decided: Enter goes on, v votes again, u takes the decision back",
        Context::Voting | Context::Revealed | Context::Over => {
            "This key does nothing here; ? shows those that do"
        }
        _ => return,
    };
    app.notice = Some(Notice::Info(what.to_owned()));
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let now = app.now;
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return Vec::new() };
    let sign = view.sign.take();
    match command {
        Command::Choose(number) => {
            let Some(option) = session.option(number.saturating_sub(1)) else {
                let options = session.question().map_or(0, |question| question.options.len());
                app.notice = Some(Notice::Info(format!("There are options 1 to {options}, 0 and x")));
                view.sign = sign;
                return Vec::new();
            };
            return pressed(app, sign, option.word());
        }
        Command::Unknown => return pressed(app, sign, UNKNOWN),
        Command::NotApplicable => return pressed(app, sign, NOT_APPLICABLE),
        Command::Add => view.sign = Some(Sign::Add),
        Command::TakeBack => view.sign = Some(Sign::TakeBack),
        Command::Clear => {
            return step(app, |workshop, session| {
                if workshop.take_last_back(session) {
                    Ok(())
                } else {
                    Err("Press -, then the key of the option")
                }
            });
        }
        Command::Enter => return enter(app),
        Command::Park => {
            let name = session.question().map_or("", |question| question.text.question.as_str());
            let effects = step(app, |workshop, session| {
                workshop.park(session, now);
                Ok(())
            });
            if !effects.is_empty() {
                app.notice = Some(Notice::Info(format!("Parked, it comes back at the end: {name}")));
            }
            return effects;
        }
        Command::VoteAgain => {
            return step(app, |workshop, session| {
                workshop.vote_again(session);
                Ok(())
            });
        }
        Command::Next if view.workshop.view(session) != View::Over => view.workshop.pass(session, now),
        Command::Previous => {
            view.workshop.go_back(session, now);
        }
        Command::Break => view.workshop.clock.pause_or_go_on(now),
        Command::Agenda => ask_agenda(app),
        Command::Minutes => ask_minutes(app),
        Command::Up | Command::Down | Command::PageUp | Command::PageDown
            if view.workshop.view(session) == View::Over =>
        {
            over::moved(app, command);
        }
        Command::Note | Command::Evidence => super::interview::ask_about_current(app, command),
        Command::PageUp => view.top = view.top.saturating_sub(5),
        Command::PageDown => view.top += 5,
        Command::Back if sign.is_none() => ask_leave(app),
        _ => {}
    }
    if matches!(command, Command::Next | Command::Previous)
        && let Some(Open { workshop: Some(view), .. }) = &mut app.open
    {
        view.top = 0;
    }
    Vec::new()
}

/// A step that may change the assessment; says what is wrong where it does not.
fn step(
    app: &mut App<'_>,
    step: impl FnOnce(&mut Workshop, &mut Session<'_>) -> Result<(), &'static str>,
) -> Vec<Effect> {
    let mut problem = None;
    let effects = change(app, |open| {
        if let Open { session, workshop: Some(view), .. } = open {
            view.top = 0;
            problem = step(&mut view.workshop, session).err();
        }
    });
    if let Some(problem) = problem {
        app.notice = Some(Notice::Info(problem.to_owned()));
    }
    effects
}

/// The key of an answer: a vote, the correction of one, or the decision.
fn pressed(app: &mut App<'_>, sign: Option<Sign>, word: &str) -> Vec<Effect> {
    match (sign, view(app)) {
        (_, View::Decided | View::Over) => Vec::new(),
        (Some(Sign::TakeBack), _) => {
            step(
                app,
                |workshop, session| {
                    if workshop.take_back(session, word) { Ok(()) } else { Err("There is no such vote") }
                },
            )
        }
        (None, View::Revealed) => another(app, word),
        (Some(Sign::Add) | None, _) => step(app, |workshop, session| {
            workshop.vote(session, word);
            Ok(())
        }),
    }
}

/// `Enter`: shows the votes, decides upon what they come to, or goes on.
fn enter(app: &mut App<'_>) -> Vec<Effect> {
    let now = app.now;
    let shown = view(app);
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return Vec::new() };
    match shown {
        View::Voting => {
            if !view.workshop.reveal(session) {
                app.notice = Some(Notice::Info("Nobody has voted yet".to_owned()));
            }
        }
        View::Revealed => {
            let tally = view.workshop.tally(session);
            let Some(answer) = tally.and_then(|tally| tally.outcome?.answer) else {
                let why = "As many votes for one as for another: choose one, with a reason, or park it";
                app.notice = Some(Notice::Info(why.to_owned()));
                return Vec::new();
            };
            return ask_or_decide(app, answer.word());
        }
        View::Decided => {
            view.workshop.pass(session, now);
            (view.top, view.selected) = (0, 0);
        }
        View::Over => over::enter(app),
    }
    Vec::new()
}

/// The key of an answer where the votes are shown: another decision than the one that they come to. That
/// one is taken with `Enter` alone, so that no late hand decides.
fn another(app: &mut App<'_>, word: &str) -> Vec<Effect> {
    let Some(Open { session, workshop: Some(view), .. }) = &app.open else { return Vec::new() };
    let outcome = view.workshop.tally(session).and_then(|tally| tally.outcome);
    match outcome.filter(|outcome| outcome.answer.as_ref().is_some_and(|answer| answer.word() == word)) {
        Some(_) => {
            let text = "The votes come to this: Enter decides it. A late hand is + and its key";
            app.notice = Some(Notice::Info(text.to_owned()));
            Vec::new()
        }
        None => ask_or_decide(app, word),
    }
}

/// Decides the present question.
pub(crate) fn decide(app: &mut App<'_>, word: &str, reason: Option<String>) -> Vec<Effect> {
    let now = app.now;
    let provisional = provisional(app);
    let effects = step(app, |workshop, session| {
        workshop.decide(session, Answer::from_word(word), reason, now);
        Ok(())
    });
    if let Some(level) = provisional.into_iter().find(|level| !self::provisional(app).contains(level)) {
        let text = format!("Your {level} is settled: what is left of its questions sharpens the plan");
        app.notice = Some(Notice::Info(text));
    }
    effects
}

/// What the levels are called that are not settled yet.
fn provisional(app: &App<'_>) -> Vec<String> {
    let Some(open) = &app.open else { return Vec::new() };
    let scores = open.session.progress().scores.iter();
    let open = scores.filter(|score| score.levels().is_some_and(|levels| levels.provisional()));
    open.map(|score| score.questionnaire.text.level_name.clone()).collect()
}

/// An answer as it is said: "2 Started".
fn named(question: &Question, answer: &Answer) -> String {
    let position = match answer {
        Answer::Unknown => return "we don't know".to_owned(),
        Answer::NotApplicable => return "does not apply".to_owned(),
        Answer::Option(id) => question.option(id).map(|(position, _)| position),
    };
    let Some(position) = position else { return answer.word().to_owned() };
    let label = question.text.options.get(position).map_or("", |option| option.label.as_str());
    format!("{} {label}", position + 1).trim_end().to_owned()
}

/// Draws the screen.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let Some(view) = &open.workshop else { return };
    let width = area.width.saturating_sub(4).min(question::WIDEST);
    let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    match view.workshop.view(&open.session) {
        View::Over => over::draw(app, open, view, frame, area),
        shown => question::draw(app, open, view, shown, frame, area),
    }
}
