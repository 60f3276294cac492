//! What is asked before the first plan: what to aim at, how much time there is, and from when.

use jiff::civil::Date;

use super::plan_changes::higher_aim;
pub(crate) use super::plan_changes::{BAD_DATE as NO_START, START};
use super::scores::level as level_name;
use super::{capital, count};
use crate::plan::HigherAim;
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;

pub(crate) const TITLE: &str = "Before the first plan";
pub(crate) const MAKE: &str = "Make the plan";
pub(crate) const AIM: &str = "To stay where you are is a choice too, and asks for no work.";
pub(crate) const TIME_TITLE: &str = "Time for the plan";
pub(crate) const TIME: &str =
    "How much time is there, of all who work on it together? A point is a week of one person.";
pub(crate) const OTHER_TIME: &str = "Another number of points";
pub(crate) const START_TITLE: &str = "Start of the plan";

/// What the page is about, with what is suggested in place of the next level.
pub(crate) fn hint(higher: &[HigherAim<'_>]) -> String {
    let intro = "A plan rests on these. A line changes one of them;";
    if higher.is_empty() {
        return format!("{intro} going back goes on with what is suggested.");
    }
    let next = higher.iter().map(|aim| level_name(aim.questionnaire, aim.next)).collect::<Vec<_>>();
    let why = higher.iter().map(higher_aim).collect::<Vec<_>>();
    format!("{intro} going back goes on with {} alone. {}", next.join("; "), why.join(" "))
}

/// Marks what nobody has chosen yet.
const SUGGESTED: &str = " (suggested)";

fn suggested(is_suggested: bool) -> &'static str {
    if is_suggested { SUGGESTED } else { "" }
}

/// What is aimed at in a questionnaire.
pub(crate) fn aim(
    questionnaire: &Questionnaire,
    target: usize,
    levels: &LevelsScore<'_>,
    chosen: Option<&String>,
) -> String {
    let stay = if target == levels.reached { "stay at " } else { "" };
    let (title, level) = (&questionnaire.text.title, level_name(questionnaire, target));
    format!("Aim: {title}, {stay}{level}{}", suggested(chosen.is_none()))
}

pub(crate) fn aim_title(questionnaire: &Questionnaire) -> String {
    format!("Aim: {}", questionnaire.text.title)
}

/// A level to aim at.
pub(crate) fn level(
    questionnaire: &Questionnaire,
    number: usize,
    levels: &LevelsScore<'_>,
    suggested_number: usize,
) -> String {
    let stay = if number == levels.reached { ": stay where you are" } else { "" };
    let is_suggested = number == suggested_number;
    format!("{}{stay}{}", capital(&level_name(questionnaire, number)), suggested(is_suggested))
}

/// How much time there is.
pub(crate) fn time(capacity: u32, is_suggested: bool) -> String {
    format!("Time: {}{}", people(capacity), suggested(is_suggested))
}

pub(crate) fn time_choice(capacity: u32) -> String {
    capital(&people(capacity))
}

/// Points of work a quarter as the time of people.
fn people(capacity: u32) -> String {
    let points = format!("{} a quarter", count(capacity, "point"));
    let people = match capacity {
        2 => "a day a week",
        6 => "half a person",
        12 => "one person",
        24 => "two people",
        _ => return points,
    };
    format!("{people}, {points}")
}

/// From when.
pub(crate) fn start(start: Date, is_suggested: bool) -> String {
    format!("Start: {start}{}", suggested(is_suggested))
}
