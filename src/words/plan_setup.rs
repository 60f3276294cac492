//! What is asked before the first plan: what to aim at, how much time there is, and from when.

use jiff::civil::Date;

pub(crate) use super::plan_changes::{BAD_DATE as NO_START, START};
use super::plan_changes::{higher_aim, to_keep};
use super::scores::{from_to, is_wide_open, level as level_name};
use super::{capital, count};
use crate::plan::{HigherAim, Planned};
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
pub(crate) const KEEP_TITLE: &str = "Look after what is there";
pub(crate) const KEEP_YES: &str = "Take these in (suggested)";
pub(crate) const KEEP_NO: &str = "Not now";

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
    let to = match target == levels.reached {
        true if is_wide_open(questionnaire, levels) => "none yet".to_owned(),
        true if levels.provisional() => format!("stay at {}", from_to(questionnaire, levels)),
        true => format!("stay at {}", level_name(questionnaire, target)),
        false => level_name(questionnaire, target),
    };
    format!("Aim: {}, {to}{}", questionnaire.text.title, suggested(chosen.is_none()))
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
    let to = match number == levels.reached {
        true if is_wide_open(questionnaire, levels) => "none yet".to_owned(),
        true if levels.provisional() => {
            format!("{}: stay where you are", from_to(questionnaire, levels))
        }
        true => format!("{}: stay where you are", level_name(questionnaire, number)),
        false => level_name(questionnaire, number),
    };
    format!("{}{}", capital(&to), suggested(number == suggested_number))
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

/// What has to be looked after, and whether the plan is to take it in.
pub(crate) fn keep(keep: &[Planned<'_>], takes_in: bool) -> String {
    let how_much = to_keep(keep);
    match takes_in {
        true => format!("{KEEP_TITLE}: {how_much}{SUGGESTED}"),
        false => format!("{KEEP_TITLE}: not now ({how_much})"),
    }
}

/// The same with each action, and why.
pub(crate) fn keep_hint(keep: &[Planned<'_>]) -> String {
    let titles = keep.iter().map(|planned| planned.action.text.title.as_str()).collect::<Vec<_>>();
    format!(
        "What is there in part lasts only while somebody looks after it, whatever is aimed at, and the plan begins \
            with it ({}): {}.",
        to_keep(keep),
        titles.join("; ")
    )
}

/// From when.
pub(crate) fn start(start: Date, is_suggested: bool) -> String {
    format!("Start: {start}{}", suggested(is_suggested))
}
