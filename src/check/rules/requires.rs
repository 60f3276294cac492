//! Which actions come before which: no cycle, and nothing of a higher level first.

use std::collections::HashMap;

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::table::Table;
use crate::questionnaire::{Part, Placement};

pub(super) fn check(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    cycles(file, context, problems);
    higher_levels(file, problems);
}

/// Enough to see what is wrong, and a limit to the work.
const MOST_CYCLES: usize = 20;

/// The most questions of a cycle that are named.
const MOST_NAMED: usize = 12;

/// Tells of cycles in which questions of this file stand, unless an earlier file tells of them: one
/// cycle after the other, each without the link that closed the one before.
fn cycles(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    let mut graph: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, known) in &context.questions {
        let requires = known.question.action.iter().flat_map(|action| &action.requires);
        graph.insert(id, requires.map(String::as_str).collect());
    }
    let own: Vec<_> =
        file.root.tables("question").filter_map(|(_, table)| Some((table.string("id")?, table))).collect();
    for _ in 0..MOST_CYCLES {
        let mut rest = graph.clone();
        keep_what_leads_to_cycles(&mut rest);
        let start = own.iter().find_map(|(id, _)| rest.get_key_value(id));
        let Some(mut cycle) = start.map(|(start, _)| cycle_from(&rest, start)) else { return };
        let first = own.iter().find_map(|(id, table)| Some((cycle.iter().position(|on| on == id)?, table)));
        if let Some((position, question)) = first {
            cycle.rotate_left(position);
            if !cycle.iter().any(|id| is_told_earlier(file, context, id)) {
                tell(&cycle, *question, problems);
            }
        }
        let (Some(last), Some(first)) = (cycle.last(), cycle.first()) else { return };
        if let Some(requires) = graph.get_mut(last) {
            requires.retain(|required| required != first);
        }
    }
}

/// Whether a question belongs to a file that is checked before this one.
fn is_told_earlier(file: &File<'_>, context: &Context<'_>, question: &str) -> bool {
    let Some(known) = context.question(question) else { return false };
    let position = |id: &str| context.questionnaires.iter().position(|questionnaire| questionnaire.id == id);
    let owner = known.questionnaire.id.as_str();
    context.paths.contains_key(owner) && position(owner) < position(&file.model.id)
}

fn tell(cycle: &[&str], first: Table<'_>, problems: &mut Problems<'_>) {
    let next = cycle.get(1).or(cycle.first());
    let mut requires = first.table("action").into_iter().flat_map(|action| action.items("requires"));
    let place = requires.find(|(_, id)| Some(id) == next).map_or(0..0, |(place, _)| place);
    let mut way: Vec<_> = cycle.iter().chain(cycle.first()).map(|id| format!("`{}`", shown(id))).collect();
    if way.len() > MOST_NAMED {
        let left_out = way.len() - MOST_NAMED;
        way.splice(MOST_NAMED / 2..MOST_NAMED / 2 + left_out, [format!("{left_out} more")]);
    }
    let message = format!("actions require each other in a circle: {}", way.join(" → "));
    problems.add(REQUIRES_CYCLE, place, &message, "leave out one of them");
}

/// Drops every question from which no cycle can be reached, by dropping, until none is left, those
/// that require nothing.
fn keep_what_leads_to_cycles<'a>(graph: &mut HashMap<&'a str, Vec<&'a str>>) {
    let mut required_by: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    let mut free = Vec::new();
    for (id, requires) in graph.iter() {
        let known: Vec<_> = requires.iter().filter(|required| graph.contains_key(**required)).collect();
        open.insert(id, known.len());
        known.iter().for_each(|required| required_by.entry(required).or_default().push(id));
        if known.is_empty() {
            free.push(*id);
        }
    }
    while let Some(id) = free.pop() {
        graph.remove(id);
        for dependent in required_by.remove(id).unwrap_or_default() {
            let left = open.entry(dependent).or_default();
            *left = left.saturating_sub(1);
            if *left == 0 {
                free.push(dependent);
            }
        }
    }
}

/// The cycle into which one comes from `start` by following the first requirement each time. In the
/// graph every question requires another one of it.
fn cycle_from<'a>(graph: &HashMap<&'a str, Vec<&'a str>>, start: &'a str) -> Vec<&'a str> {
    let mut way = vec![start];
    let mut seen: HashMap<&str, usize> = HashMap::from([(start, 0)]);
    let mut at = start;
    while let Some(next) = graph.get(at).and_then(|all| all.iter().find(|next| graph.contains_key(**next))) {
        if let Some(begin) = seen.get(next) {
            return way.split_off(*begin);
        }
        seen.insert(next, way.len());
        way.push(next);
        at = next;
    }
    way
}

/// Warns of an action that needs one of a higher level of this questionnaire.
fn higher_levels(file: &File<'_>, problems: &mut Problems<'_>) {
    let level = |place: &Placement| match place.part {
        Part::Level(number) => Some((place.question.clone(), number)),
        _ => None,
    };
    let levels: HashMap<String, usize> = file.model.placements.iter().filter_map(level).collect();
    for (_, question) in file.root.tables("question") {
        let Some(own) = question.string("id").and_then(|id| levels.get(id)) else { continue };
        let Some(action) = question.table("action") else { continue };
        for (place, required) in action.items("requires") {
            let Some(other) = levels.get(required).filter(|other| *other > own) else { continue };
            let message =
                format!("an action of level {own} requires `{required}`, which stands at level {other}");
            problems.add(
                REQUIRES_HIGHER_LEVEL,
                place,
                &message,
                "move one of the questions, or leave this out",
            );
        }
    }
}
