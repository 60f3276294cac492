//! The minutes of a workshop.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::count;

pub(crate) const WHO: &str = "Who was there";
pub(crate) const PEOPLE: &str = "Who";
pub(crate) const VOTES: &str = "Most votes on one question";
pub(crate) const TIME: &str = "Time of the answers";
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
