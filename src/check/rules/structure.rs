//! Levels, areas, scales and candidates: whether they make a whole with the questions.

use std::collections::HashSet;
use std::ops::Range;

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::Kind;
use crate::questionnaire::table::Table;

pub(super) fn check(file: &File<'_>, problems: &mut Problems<'_>) {
    for (place, scale) in file.root.tables("scale") {
        rising(scale, place, problems);
    }
    level_numbers(file, problems);
    level_zero(file, problems);
    questions_of_parts(file, problems);
    unused(file, problems);
}

fn rising(scale: Table<'_>, place: Range<usize>, problems: &mut Problems<'_>) {
    let credits: Vec<_> = scale.tables("steps").filter_map(|(_, step)| step.integer("credit")).collect();
    let rises = credits.is_sorted_by(|a, b| a < b);
    if rises
        && credits.first().is_none_or(|first| *first == 0)
        && credits.last().is_none_or(|last| *last == 100)
    {
        return;
    }
    let credits: Vec<_> = credits.iter().map(ToString::to_string).collect();
    let id = shown(scale.string("id").unwrap_or_default());
    let message = format!("the credits of scale `{id}` are {}", credits.join(", "));
    let place = scale.place("steps").unwrap_or(place);
    problems.add(SCALE_NOT_RISING, place, &message, "begin with 0, rise at each step, end with 100");
}

fn level_numbers(file: &File<'_>, problems: &mut Problems<'_>) {
    let levels = file
        .root
        .tables("level")
        .filter_map(|(_, level)| Some((level.integer("number")?, level.place("number")?)));
    let mut levels: Vec<_> = levels.collect();
    levels.sort_by_key(|(number, place)| (*number, place.start));
    let mut expected = 0;
    for (number, place) in levels {
        if number < expected {
            problems.add(
                LEVEL_NUMBERS,
                place,
                &format!("two levels have the number {number}"),
                "number them 0, 1, 2, …",
            );
        } else if number > expected {
            let message = format!("there is no level {expected}, but a level {number}");
            problems.add(LEVEL_NUMBERS, place, &message, "number them 0, 1, 2, …");
        }
        expected = expected.max(number.saturating_add(1));
    }
}

fn level_zero(file: &File<'_>, problems: &mut Problems<'_>) {
    let zero = file.root.tables("level").filter(|(_, level)| level.integer("number") == Some(0));
    let zero: Vec<_> = zero.filter_map(|(_, level)| level.string("id")).collect();
    for (_, table) in file.root.tables("question").chain(file.root.tables("use")) {
        let (Some(level), Some(place)) = (table.string("level"), table.place("level")) else { continue };
        if zero.contains(&level) {
            let message = format!("a question stands at level `{}`, which has the number 0", shown(level));
            problems.add(LEVEL_ZERO_QUESTION, place, &message, "choose a level from 1");
        }
    }
}

/// Every level from 1 and every area has a question, and the questionnaire as a whole has one.
fn questions_of_parts(file: &File<'_>, problems: &mut Problems<'_>) {
    let root = file.root;
    let asked = || root.tables("question").chain(root.tables("use"));
    if asked().next().is_none() {
        problems.add(NO_QUESTIONS, file.head(), "the questionnaire asks nothing", "add a `[[question]]`");
        return;
    }
    let (list, rule) = match file.kind {
        Some(Kind::Levels) => ("level", LEVEL_WITHOUT_QUESTIONS),
        Some(Kind::Areas) => ("area", AREA_WITHOUT_QUESTIONS),
        Some(Kind::Fit) | None => return,
    };
    let with: HashSet<_> = asked().filter_map(|(_, table)| table.string(list)).collect();
    for (place, part) in root.tables(list) {
        let Some(id) = part.string("id") else { continue };
        if !with.contains(id) && part.integer("number") != Some(0) {
            let message = format!("{list} `{}` has no question", shown(id));
            problems.add(rule, place, &message, &format!("add one with `{list} = \"{}\"`", shown(id)));
        }
    }
}

fn unused(file: &File<'_>, problems: &mut Problems<'_>) {
    let root = file.root;
    let named: HashSet<_> =
        root.tables("question").filter_map(|(_, question)| question.string("scale")).collect();
    let default = root.tables("question").any(|(_, question)| question.string("scale").is_none());
    for (position, (place, scale)) in root.tables("scale").enumerate() {
        let Some(id) = scale.string("id") else { continue };
        let is_used = named.contains(id) || (position == 0 && default);
        if !is_used {
            problems.add(
                UNUSED_SCALE,
                place,
                &format!("no question has the scale `{}`", shown(id)),
                "leave it out",
            );
        }
    }
    if file.kind != Some(Kind::Fit) {
        return;
    }
    let choices =
        root.tables("question").chain(root.tables("use")).flat_map(|(_, table)| table.tables("choice"));
    let points = choices.filter_map(|(_, choice)| choice.table("points")).flat_map(Table::fields);
    let with: HashSet<_> = points.map(|(_, candidate, _)| candidate).collect();
    for (place, candidate) in root.tables("candidate") {
        let Some(id) = candidate.string("id") else { continue };
        if !with.contains(id) {
            let message = format!("no answer gives points to candidate `{}`", shown(id));
            problems.add(UNUSED_CANDIDATE, place, &message, "give it points in `[[question.choice]]`");
        }
    }
}
