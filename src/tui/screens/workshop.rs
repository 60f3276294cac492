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
//! │ votes · agreement · decision                       │
//! ```

mod over;
mod question;

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::assessment::Answer;
use crate::interview::Session;
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};
use crate::tui::answers::change;
use crate::tui::app::{App, Notice, Open, Screen};
use crate::tui::dialogs::{Choice, Choosing, Dialog, Item, Lines, Text, Writing};
use crate::tui::keys::{Command, Context};
use crate::tui::message::Effect;
use crate::tui::saving::Leaving;
use crate::workshop::{DEFAULT_MINUTES, Sitting, Stage, View, Walk};

/// The most minutes that a workshop may have: a day.
const MOST_MINUTES: u32 = 24 * 60;

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
pub(in crate::tui) struct WorkshopView {
    pub(in crate::tui) sitting: Sitting,
    /// What the next option means, where a vote is to be corrected.
    sign: Option<Sign>,
    /// The first line that is shown, where the question does not fit.
    top: usize,
}

/// How a count is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Add,
    TakeBack,
}

/// Comes to the workshop from another screen: to where it was.
pub(in crate::tui) fn come(app: &mut App<'_>) {
    if let Some(open) = app.open.as_mut().filter(|_| app.screen != Screen::Workshop) {
        find_place(open);
    }
    app.go(Screen::Workshop);
}

/// Goes to the question where the workshop was.
pub(in crate::tui) fn find_place(open: &mut Open<'_>) {
    if let Open { session, workshop: Some(view), .. } = open
        && let Some(question) = view.sitting.question()
    {
        session.go_to(question);
    }
}

/// Begins the workshop, or comes to the present question of the session.
pub(in crate::tui) fn arrive(open: &mut Open<'_>, setup: Setup, now: Timestamp) {
    match &mut open.workshop {
        Some(view) => {
            view.sitting.arrive(&open.session, now);
            (view.sign, view.top) = (None, 0);
        }
        None => {
            let walk = if setup.all { Walk::All } else { Walk::of(open.session.assessment()) };
            let sitting = Sitting::start(&mut open.session, walk, setup.minutes, now);
            open.workshop = Some(WorkshopView { sitting, sign: None, top: 0 });
        }
    }
}

/// What is shown.
fn view(app: &App<'_>) -> View {
    let Some(Open { session, workshop: Some(view), .. }) = &app.open else { return View::Over };
    view.sitting.view(session)
}

/// Which keys work.
pub(in crate::tui) fn context(app: &App<'_>) -> Context {
    match view(app) {
        View::Voting => Context::Voting,
        View::Revealed => Context::Revealed,
        View::Decided | View::Over => Context::Decided,
    }
}

/// What a command does here.
pub(in crate::tui) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let now = app.now;
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return Vec::new() };
    let sign = view.sign.take();
    match command {
        Command::Choose(number) => {
            let option = session.option(number.saturating_sub(1));
            return option.map_or_else(Vec::new, |option| pressed(app, sign, option.word()));
        }
        Command::Unknown => return pressed(app, sign, UNKNOWN),
        Command::NotApplicable => return pressed(app, sign, NOT_APPLICABLE),
        Command::Add => view.sign = Some(Sign::Add),
        Command::TakeBack => view.sign = Some(Sign::TakeBack),
        Command::Clear => {
            return step(app, |sitting, session| {
                if sitting.take_last_back(session) {
                    Ok(())
                } else {
                    Err("Press -, then the key of the option")
                }
            });
        }
        Command::Enter => return enter(app),
        Command::Park => {
            let name = session.question().map(|question| question.id.clone()).unwrap_or_default();
            let effects = step(app, |sitting, session| {
                sitting.park(session, now);
                Ok(())
            });
            if !effects.is_empty() {
                app.notice = Some(Notice::Info(format!("{name} is parked: it comes back at the end")));
            }
            return effects;
        }
        Command::VoteAgain => {
            return step(app, |sitting, session| {
                sitting.vote_again(session);
                Ok(())
            });
        }
        Command::Next => view.sitting.pass(session, now),
        Command::Previous => {
            view.sitting.go_back(session, now);
        }
        Command::Break => view.sitting.clock.pause_or_go_on(now),
        Command::Agenda => ask_agenda(app),
        Command::Minutes => ask_minutes(app),
        Command::Note | Command::Evidence => super::interview::ask_about_current(app, command),
        Command::PageUp => view.top = view.top.saturating_sub(5),
        Command::PageDown => view.top += 5,
        Command::Back if sign.is_none() => return app.leave(Leaving::Home),
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
    step: impl FnOnce(&mut Sitting, &mut Session<'_>) -> Result<(), &'static str>,
) -> Vec<Effect> {
    let mut problem = None;
    let effects = change(app, |open| {
        if let Open { session, workshop: Some(view), .. } = open {
            view.top = 0;
            problem = step(&mut view.sitting, session).err();
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
                |sitting, session| {
                    if sitting.take_back(session, word) { Ok(()) } else { Err("There is no such vote") }
                },
            )
        }
        (None, View::Revealed) => ask_or_decide(app, word),
        (Some(Sign::Add) | None, _) => step(app, |sitting, session| {
            sitting.vote(session, word);
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
            if !view.sitting.reveal(session) {
                app.notice = Some(Notice::Info("Nobody has voted yet".to_owned()));
            }
        }
        View::Revealed => {
            let tally = view.sitting.tally(session);
            let Some(answer) = tally.and_then(|tally| tally.outcome?.answer) else {
                let why = "As many votes for one as for another: choose one, with a reason, or park it";
                app.notice = Some(Notice::Info(why.to_owned()));
                return Vec::new();
            };
            return ask_or_decide(app, answer.word());
        }
        View::Decided => {
            view.sitting.pass(session, now);
            view.top = 0;
        }
        View::Over => view.sitting.begin_again(session, now),
    }
    Vec::new()
}

/// Decides upon what the votes come to; asks why where it is something else.
fn ask_or_decide(app: &mut App<'_>, word: &str) -> Vec<Effect> {
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return Vec::new() };
    let (Some(question), Some(tally)) = (session.question(), view.sitting.tally(session)) else {
        return Vec::new();
    };
    let answer = Answer::from_word(word);
    let own = tally.outcome.is_some_and(|outcome| outcome.answer.as_ref() == Some(&answer));
    if own && answer != Answer::NotApplicable {
        return decide(app, word, None);
    }
    let (hint, reason) = if answer == Answer::NotApplicable {
        let entry = session.assessment().entry(&question.id).and_then(|entry| entry.reason.clone());
        let said = format!("{} of {} said so", tally.not_applicable, tally.all);
        ("Why does this question not apply? One sentence; it stands in the plan.", entry.unwrap_or(said))
    } else {
        (
            "Why this, and not what the votes come to? One sentence; it stands beside the decision.",
            String::new(),
        )
    };
    let title = format!("Decide: {}", named(question, &answer));
    let purpose = Text::Decision(word.to_owned());
    app.dialog = Some(Writing::dialog(&title, hint, Lines::One, &reason, purpose));
    Vec::new()
}

/// Decides the present question.
pub(in crate::tui) fn decide(app: &mut App<'_>, word: &str, reason: Option<String>) -> Vec<Effect> {
    let now = app.now;
    let provisional = provisional(app);
    let effects = step(app, |sitting, session| {
        sitting.decide(session, Answer::from_word(word), reason, now);
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

fn ask_minutes(app: &mut App<'_>) {
    let hint = "How many minutes does the workshop have from now on?";
    app.dialog = Some(Writing::dialog("Minutes left", hint, Lines::One, "", Text::Minutes));
}

/// Takes the minutes that are left.
pub(in crate::tui) fn set_minutes(app: &mut App<'_>, text: &str) -> Result<(), String> {
    let minutes = text.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    let minutes = minutes.ok_or_else(|| format!("Write a number from 1 to {MOST_MINUTES}"))?;
    let now = app.now;
    if let Some(Open { session, workshop: Some(view), .. }) = &mut app.open {
        view.sitting.clock.set_left(minutes, now);
        view.sitting.allot(session, now);
    }
    Ok(())
}

/// Shows what is left, and what there is no time for.
fn ask_agenda(app: &mut App<'_>) {
    let Some(Open { session, workshop: Some(view), .. }) = &app.open else { return };
    let agenda = view.sitting.agenda(session);
    let skip = view.sitting.to_skip(session, app.now);
    let items = agenda.iter().filter_map(|item| {
        let question = app.catalogue.question(&item.spot.place.question)?;
        let mark = match item.stage {
            _ if skip.contains(&question.id.as_str()) => "skip?  ",
            Stage::Parked => "parked ",
            Stage::Voting => "votes  ",
            Stage::Open | Stage::Decided => "       ",
        };
        let contested = if item.contested { "! " } else { "" };
        Some(Item::new(question.id.as_str(), format!("{mark}{contested}{}", question.text.question)))
    });
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        app.notice = Some(Notice::Info("Nothing is left to decide".to_owned()));
        return;
    }
    let here = session.question().map(|question| question.id.as_str());
    let selected = items.iter().position(|item| Some(item.id.as_str()) == here).unwrap_or(0);
    let skip =
        if skip.is_empty() { String::new() } else { format!(" \"skip?\": no time for {}.", skip.len()) };
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: format!("Agenda: {} left", items.len()),
        hint: format!("In order, what is parked at the end; ! is contested.{skip} Enter goes there."),
        items,
        selected,
        purpose: Choice::Question,
    }));
}

/// Draws the screen.
pub(in crate::tui) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let Some(view) = &open.workshop else { return };
    let width = area.width.saturating_sub(4).min(question::WIDEST);
    let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    match view.sitting.view(&open.session) {
        View::Over => over::draw(app, open, view, frame, area),
        shown => question::draw(app, open, view, shown, frame, area),
    }
}
