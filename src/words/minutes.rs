//! The minutes of a workshop.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{answers, count, team};
use crate::assessment::{Answer, Decision, Votes};
use crate::questionnaire::Question;
use crate::team::{LaterChange, Tally};

pub(crate) const WHO: &str = "Who was there";
pub(crate) const PEOPLE: &str = "Who";
pub(crate) const VOTES: &str = "Most votes on one question";
pub(crate) const TIME: &str = "Time of the answers";
pub(crate) const DECISION: &str = "Decided";
pub(crate) const WHY: &str = "Why";
pub(crate) const CHANGED: &str = "Changed later";
pub(crate) const NO_ANSWER: &str = "No answer yet (parked)";
pub(crate) const VOTED: &str = "Votes";
pub(crate) const NOTE: &str = "Note";
pub(crate) const EVIDENCE: &str = "Evidence";
pub(crate) const NEXT_STEPS: &str = "Next steps";
pub(crate) const DECIDED: &str = "What was decided";
pub(crate) const NOBODY_VOTED: &str = "Nobody has voted or decided anything in this file.";

pub(crate) fn title(organization: &str) -> String {
    format!("Minutes: {organization}")
}

/// From the first answer to the last one: "2026-11-22, 10:15 to 11:40 (UTC)".
pub(crate) fn time(first: Timestamp, last: Timestamp) -> String {
    let (first, last) = (first.to_zoned(TimeZone::UTC), last.to_zoned(TimeZone::UTC));
    let until = if first.date() == last.date() { String::new() } else { format!("{}, ", last.date()) };
    let (from, to) = (first.strftime("%H:%M"), last.strftime("%H:%M"));
    format!("{}, {from} to {until}{to} (UTC)", first.date())
}

/// How many questions were decided, and how many put off.
pub(crate) fn decisions(decided: usize, parked: usize) -> String {
    let parked = if parked > 0 { format!(", {parked} parked") } else { String::new() };
    format!("{}{parked}", count(decided, "question"))
}

/// The votes that were given, and how far they agree: "Started 4 · In place in part 4 (agreement 0.67: fair)".
pub(crate) fn votes(question: &Question, votes: &Votes, tally: &Tally) -> String {
    let agreement = tally.agreement.filter(|_| !tally.is_one_option());
    let agreement = agreement.map(|a| format!(" (agreement {}: {})", team::agreement(a), team::strength(a)));
    format!("{}{}", team::votes_given(question, votes), agreement.unwrap_or_default())
}

/// A decision in the words of the question, and its means: "Started: one product has one (the median)".
pub(crate) fn decision(question: &Question, answer: &Answer, tally: &Tally, decision: &Decision) -> String {
    let how = team::means(question, tally, decision);
    format!("{} ({how})", in_full(question, answer).trim_end_matches('.'))
}

/// What a decision became later, when, and by whom: "to Started: …, on 2026-11-29, by Ada".
pub(crate) fn changed(question: &Question, now: Option<&Answer>, later: &LaterChange<'_>) -> String {
    let now = now.map_or_else(
        || "taken away".to_owned(),
        |now| format!("to {}", in_full(question, now).trim_end_matches('.')),
    );
    let on = later.at.map(|at| format!(", on {}", at.to_zoned(TimeZone::UTC).date())).unwrap_or_default();
    let by = later.by.map(|by| format!(", by {by}")).unwrap_or_default();
    format!("{now}{on}{by}")
}

/// An answer with all that its option says.
fn in_full(question: &Question, answer: &Answer) -> String {
    let option = match answer {
        Answer::Option(id) => question.option(id).and_then(|(at, _)| question.text.options.get(at)),
        _ => None,
    };
    match option {
        Some(option) if option.label.is_empty() => option.text.clone(),
        Some(option) => format!("{}: {}", option.label, option.text),
        None => answers::answer(question, answer),
    }
}

/// The name of the votes of an earlier round.
pub(crate) fn round(number: usize) -> String {
    format!("Votes of round {number}")
}

/// The heading of what was put off.
pub(crate) fn parked(questions: usize) -> String {
    format!("Parked: {}", count(questions, "question"))
}

/// A question that was put off, with its reason.
pub(crate) fn put_off(question: &str, reason: Option<&str>) -> String {
    reason.map_or_else(|| question.to_owned(), |reason| format!("{question} ({reason})"))
}

/// An action that somebody has taken, or that has a day: "Write it down: Kim, by 2027-01-31".
pub(crate) fn next_step(title: &str, owner: Option<&str>, due: Option<Date>) -> String {
    let due = due.map(|due| format!("by {due}"));
    let who: Vec<String> = owner.map(str::to_owned).into_iter().chain(due).collect();
    format!("{title}: {}", who.join(", "))
}
