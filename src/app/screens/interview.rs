//! The interview: one question at a time, and what an answer brought about.

use jiff::{SignedDuration, Timestamp};

use crate::app::dialogs::Dialog;
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::screens::plan;
use crate::app::screens::shared::{ask_about, ask_about_current, ask_names};
use crate::app::{Leaving, Now, Open, Tab};
use crate::assessment::Answer;
use crate::interview::{Milestone, NextStep, Session};
use crate::questionnaire::Questionnaire;
use crate::score::Standing;
use crate::words::app::{no_such_line, no_such_option};
use crate::words::interview::answer_text;
use crate::words::interview_screen as words;

/// After a result was told, a digit chooses a way on only when nothing was pressed for so long: who answers
/// fast has not seen it yet.
const PAUSE: SignedDuration = SignedDuration::from_millis(700);

/// Once that was said, it is enough to let go of the key.
const AGAIN: SignedDuration = SignedDuration::from_millis(250);

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct InterviewState<'a> {
    /// The highlighted line, from 0: an option, then *don't know*, then *not applicable*; of a milestone,
    /// a way on.
    pub highlighted: Option<usize>,
    /// The first line shown, from 0, where a front end scrolls.
    pub top: Option<usize>,
    /// Whether each option shows what it is worth.
    pub worth: bool,
    /// What an answer brought about: it stands in the place of the question until the user goes on.
    pub milestone: Option<Milestone<'a>>,
    /// What was answered last, to be seen beside the next question.
    pub last: Option<String>,
    /// The question that was answered last: the milestone is about it.
    pub(in crate::app) answered: Option<String>,
    /// When the milestone was told, or a digit was passed over there.
    told_at: Timestamp,
}

impl InterviewState<'_> {
    /// Comes to a question: its answer is highlighted, an old one to be confirmed too.
    pub(in crate::app) fn arrive(&mut self, session: &Session<'_>) {
        self.milestone = None;
        self.top = None;
        self.highlighted = session.answered_line();
    }
}

/// Does what a command means here.
pub(in crate::app) fn command(open: &mut Open<'_>, now: Now, command: Command) -> Response {
    if let Some(milestone) = &open.interview.milestone {
        let next_steps = open.session.next_steps(milestone);
        return after_milestone(open, now, command, &next_steps);
    }
    let options = open.session.question().map_or(0, |question| question.options.len());
    let last = options + 1;
    let view = &mut open.interview;
    match command {
        Command::Choose(number) if (1..=options).contains(&number) => return choose(open, now, number - 1),
        Command::Choose(_) => return Response::say(no_such_option(options)),
        Command::Unknown => return choose(open, now, options),
        Command::NotApplicable => return choose(open, now, options + 1),
        Command::Enter => return enter(open, now),
        Command::Clear => {
            let response = open.change(Session::clear);
            open.interview.arrive(&open.session);
            return response;
        }
        Command::Up => {
            view.top = None;
            view.highlighted = Some(view.highlighted.map_or(last, |line| line.saturating_sub(1)));
        }
        Command::Down => {
            view.top = None;
            view.highlighted = Some(view.highlighted.map_or(0, |line| (line + 1).min(last)));
        }
        Command::Next => move_to(open, |session| session.step(1)),
        Command::Previous => move_to(open, |session| session.step(-1)),
        Command::NextOpen => move_to(open, Session::go_on),
        Command::Confirm => return ask_to_confirm(open),
        Command::Worth => view.worth = !view.worth,
        Command::Note | Command::Evidence => return ask_about_current(open, command),
        Command::Names => return ask_names(open),
        Command::Back => return Response::leave(Leaving::Home),
        _ => {}
    }
    Response::none()
}

fn move_to<'a>(open: &mut Open<'a>, step: impl FnOnce(&mut Session<'a>)) {
    step(&mut open.session);
    open.interview.arrive(&open.session);
}

/// `Enter`: chooses what is highlighted, unless it is the answer already, and goes on.
fn enter(open: &mut Open<'_>, now: Now) -> Response {
    let highlighted = open.interview.highlighted;
    let confirmed = !matches!(open.session.standing(), Some(Standing::ToConfirm(_)));
    match highlighted {
        Some(line) if !(confirmed && highlighted == open.session.answered_line()) => choose(open, now, line),
        _ => {
            move_to(open, Session::go_on);
            Response::none()
        }
    }
}

/// Chooses a line: an option, *don't know* or *not applicable*.
fn choose(open: &mut Open<'_>, now: Now, line: usize) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    match line.checked_sub(question.options.len()) {
        None => match open.session.option(line) {
            Some(option) => answer(open, now, option, None),
            None => Response::none(),
        },
        Some(0) => answer(open, now, Answer::Unknown, None),
        Some(_) => {
            let entry = open.session.assessment().entry(&question.id);
            let reason = entry.and_then(|entry| entry.reason.clone()).unwrap_or_default();
            let dialog = Dialog::line(words::REASON, words::REASON_HINT, reason, |app, reason| {
                let reason = Some(reason.to_owned());
                Ok(app.on_open(|open, now| answer(open, now, Answer::NotApplicable, reason)))
            });
            Response::ask(dialog.required(words::NO_REASON))
        }
    }
}

/// Answers the current question and goes on, or stops at what the answer brought about.
fn answer(open: &mut Open<'_>, now: Now, answer: Answer, reason: Option<String>) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    let said = answer_text(question, &answer);
    answers(open, now, said, Some(question.id.clone()), |session| session.answer(answer, reason, now.at))
}

/// Confirms everything that was carried over and is left.
fn confirm(open: &mut Open<'_>, now: Now) -> Response {
    let said = words::confirmed(open.session.carried_over().len());
    answers(open, now, said, None, |session| session.confirm_carried_over(now.at))
}

/// Takes answers, goes on, and shows what they brought about, if anything: its first way on is highlighted.
fn answers<'a>(
    open: &mut Open<'a>,
    now: Now,
    said: String,
    question: Option<String>,
    take: impl FnOnce(&mut Session<'a>) -> Option<Milestone<'a>>,
) -> Response {
    let mut milestone = None;
    let here = open.session.position().map(|position| position.questionnaire);
    let was_open = here.is_some_and(|here| open.session.progress().left_in(&here.id) > 0);
    let mut response = open.change(|session| {
        milestone = take(session);
        session.go_on();
    });
    if !open.is_read_only() {
        if milestone.is_none() && was_open {
            let ended = here.and_then(|here| answered_to_end(&open.session, &said, here));
            response = ended.into_iter().fold(response, Response::and_say);
        }
        let view = &mut open.interview;
        view.arrive(&open.session);
        if milestone.is_some() {
            view.highlighted = None;
        }
        (view.last, view.answered, view.milestone) = (Some(said), question, milestone);
        view.told_at = now.at;
    }
    response
}

/// What is said where a questionnaire has come to its end, and another one comes next.
fn answered_to_end(session: &Session<'_>, said: &str, here: &Questionnaire) -> Option<String> {
    let (progress, next) = (session.progress(), session.position()?.questionnaire);
    let score = progress.score(&here.id).filter(|_| progress.left_in(&here.id) == 0)?;
    words::answered_to_end(said, score, next).filter(|_| next.id != here.id)
}

/// Asks whether to confirm everything that was carried over.
fn ask_to_confirm(open: &Open<'_>) -> Response {
    let left = open.session.carried_over().len();
    if left == 0 {
        return Response::say(words::NONE_TO_CONFIRM);
    }
    let answers = (words::confirm_yes(left), words::CONFIRM_NO.to_owned());
    Response::ask(Dialog::yes_or_no(words::confirm(left), words::CONFIRM_HINT, answers, |app| {
        app.on_open(confirm)
    }))
}

/// Does what a command means while a milestone stands.
fn after_milestone<'a>(
    open: &mut Open<'a>,
    now: Now,
    command: Command,
    next_steps: &[NextStep<'a>],
) -> Response {
    let last = next_steps.len().saturating_sub(1);
    let line = open.interview.highlighted.unwrap_or(0).min(last);
    match command {
        Command::Up => open.interview.highlighted = Some(line.saturating_sub(1)),
        Command::Down => open.interview.highlighted = Some((line + 1).min(last)),
        Command::Note | Command::Evidence => {
            return match open.interview.answered.clone() {
                Some(question) => ask_about(open, command, &question),
                None => Response::none(),
            };
        }
        Command::Back | Command::Next => open.interview.arrive(&open.session),
        Command::Choose(number) if (1..=next_steps.len()).contains(&number) => {
            let since = now.at.duration_since(open.interview.told_at);
            if since < PAUSE {
                open.interview.told_at = now.at - PAUSE + AGAIN;
                return Response::say(words::TOO_FAST);
            }
            return take(open, now, next_steps.get(number - 1));
        }
        Command::Choose(_) => return Response::say(no_such_line(next_steps.len())),
        Command::Enter => return take(open, now, next_steps.get(line)),
        _ => {}
    }
    Response::none()
}

/// Takes a way on.
fn take<'a>(open: &mut Open<'a>, now: Now, step: Option<&NextStep<'a>>) -> Response {
    match step {
        Some(NextStep::Results { .. }) => open.go(Tab::Results, now),
        Some(NextStep::Plan) => return plan::come(open, now),
        Some(NextStep::Rest { questionnaire, .. } | NextStep::Other { questionnaire, .. }) => {
            move_to(open, |session| session.go_on_with(questionnaire));
        }
        None => {}
    }
    Response::none()
}
