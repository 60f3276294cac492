//! One action of a plan, told in full.

use std::fmt::Display;

use super::answers;
use super::plan::{due_off, effort_of, find_out};
use super::plan_changes::state;
use crate::plan::{DueOff, Planned};
use crate::questionnaire::{Catalogue, Question};
use crate::score::Standing;

pub(crate) const FIRST_STEPS: &str = "First steps:";

/// How far it is, how much work, who does it, by when.
pub(crate) fn head(role: &str, planned: &Planned<'_>, off: Option<DueOff>) -> String {
    let of = &planned.state;
    let owner = match &of.owner {
        Some(owner) => format!("{owner} ({role})"),
        None => role.to_owned(),
    };
    let off = off.map(|off| format!(", {}", due_off(off))).unwrap_or_default();
    let due = of.due.map(|due| format!("; due {due}{off}")).unwrap_or_default();
    format!("{}; {}; {owner}{due}", state(of.state), effort_of(planned))
}

/// What it counts for (empty for nothing), what else brings it into the plan, and the titles of what needs
/// it; `None` where there is nothing of it.
pub(crate) fn reason(counts_for: &str, is_taken_in: bool, needed_for: &[&str]) -> Option<String> {
    let counts_for = (!counts_for.is_empty()).then(|| format!("In the plan for: {counts_for}"));
    let taken_in = is_taken_in.then(|| "You took it in".to_owned());
    let needed_for = (!needed_for.is_empty()).then(|| format!("Needed for: {}", needed_for.join("; ")));
    let reasons: Vec<String> = counts_for.into_iter().chain(taken_in).chain(needed_for).collect();
    (!reasons.is_empty()).then(|| reasons.join(". "))
}

/// The answer to its question, or whom to ask for one.
pub(crate) fn answer(catalogue: &Catalogue, question: &Question, standing: Standing) -> String {
    let (text, answer) = (&question.text.question, answers::standing(question, standing));
    match standing.is_open() {
        true => find_out(catalogue, question, &answer),
        false => format!("Now: {answer}. {text}"),
    }
}

pub(crate) fn comes_after(titles: &[&str]) -> String {
    format!("Comes after: {}", titles.join("; "))
}

/// The titles of what should come first and is in no plan.
pub(crate) fn does_without(titles: &[&str]) -> String {
    format!("Does without, since it is dropped or needs what is: {}", titles.join("; "))
}

pub(crate) fn done_when(text: &str) -> String {
    format!("Done when: {text}")
}

pub(crate) fn see(title: &str, address: &str) -> String {
    format!("See:  {title}, {address}")
}

/// A note, or the question that it is on.
pub(crate) fn note(note: &str) -> String {
    format!("Note: {note}")
}

/// A piece of evidence, or the question that it is for.
pub(crate) fn evidence(place: impl Display) -> String {
    format!("Evidence: {place}")
}
