//! Everything that is said to a person, by subject: functions and constants with typed arguments. A
//! translation is a matter of this folder and of the texts of the questionnaires.
//!
//! The rule: a sentence (two words or more, for people) stands here and nowhere else; elsewhere there
//! are types. A function whose sentence shows what it is for has no comment besides. One state has one wording. Nothing inflects what a questionnaire brings along. What is
//! returned is plain text: whoever prints it escapes it for the place where it goes.
//!
//! Knows the types of the parts below it, and neither reports nor front ends.

pub(crate) mod actions;
pub(crate) mod ahead;
pub mod answers;
pub(crate) mod app;
pub(crate) mod changed;
pub(crate) mod charts;
pub mod check;
pub(crate) mod command_line;
pub(crate) mod comparison;
pub(crate) mod dialogs;
pub(crate) mod editor;
mod faults;
pub mod figures;
pub mod files;
pub(crate) mod follow_ups;
pub(crate) mod frame;
pub(crate) mod help;
pub(crate) mod home;
pub mod interview;
pub(crate) mod interview_screen;
pub(crate) mod issues;
pub(crate) mod keys;
pub(crate) mod left_out;
mod merge;
pub(crate) mod method;
pub(crate) mod minutes;
pub(crate) mod notices;
pub(crate) mod plan;
pub(crate) mod plan_changes;
pub(crate) mod plan_file;
pub(crate) mod plan_screen;
pub(crate) mod plan_setup;
pub(crate) mod prompts;
pub(crate) mod results_screen;
pub(crate) mod roles;
pub(crate) mod room;
pub(crate) mod room_page;
pub(crate) mod saving;
pub mod scores;
pub(crate) mod screen_help;
pub(crate) mod slides;
pub(crate) mod sources;
pub(crate) mod spoken;
pub(crate) mod sponsor;
pub(crate) mod target_screen;
pub(crate) mod team;
pub(crate) mod terminal;
pub(crate) mod verdict;
pub(crate) mod workshop_screen;

use std::fmt::Display;
use std::path::Path;

/// The language of these words, as HTML names it.
pub(crate) const LANGUAGE: &str = "en";

/// A number and its noun in the right form: "1 action", "2 actions".
pub fn count<N: Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

pub(crate) fn count_people(people: usize) -> String {
    if people == 1 { "1 person".to_owned() } else { format!("{people} people") }
}

/// A path as it is typed behind a command, in the shells of every system.
pub(crate) fn argument(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\:._-+@,~".contains(c);
    if path.chars().all(is_plain) { path } else { format!("\"{path}\"") }
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
