//! The help: the words of the interface, and the signs of its screens.

use super::results_screen::LEGEND;
use super::{actions, plan_screen};

pub(crate) const NOTICES: &str = "About this assessment";
pub(crate) const TO_CONFIRM: &str = "Enter confirms one, a number changes it, y confirms all that are left.";

pub(crate) fn help(place: &str) -> String {
    format!("Help: {place}")
}

/// The words of the interface, explained once.
pub(crate) const WORDS: &[&str] = &[
    "Every answer is saved at once; the top line says \"saved\" when it is on disk.",
    "",
    "we don't know   counts as nothing for what is reached, and as everything for what is possible",
    "not applicable  leaves the question out; the reason stands in the plan",
    "key question    its level is out of reach without it",
    "reached         the level that your answers prove",
    "possible        the level that they still allow",
    "provisional     reached and possible differ: answers that are missing could still lift the level",
    "settled         they agree: no missing answer can change the level",
];

pub(crate) const INTERVIEW_SIGNS: &[&str] = &[
    "Marks: \u{2713} answered · ? we don't know · - not applicable · ~ to be confirmed · . no answer yet · = follows from another answer, and is not asked · * key question",
    "5/8: answered so far, of those that are asked. [33]: what an option is worth, out of 100 (v shows it).",
];

pub(crate) const RESULTS_SIGNS: &[&str] = &[
    LEGEND,
    "[33]: what an answer is worth, out of 100. v: the questions in the way of all levels, or of the next one.",
];

pub(crate) const TARGET_SIGNS: &[&str] =
    &["[x]: an objective that you ticked. find out first: actions whose question nobody can answer yet."];

pub(crate) fn plan_signs() -> Vec<String> {
    let signs = "! in the way of a target · ? begins with finding out";
    vec![
        actions::state_signs(),
        signs.to_owned(),
        actions::efforts(),
        plan_screen::QUARTERS.to_owned(),
        plan_screen::DUE_SIGNS.to_owned(),
    ]
}
