//! Which actions come before which: no cycle, and nothing of a higher level first.

use std::collections::HashMap;

use crate::check::index::Index;
use crate::check::problem::{ProblemList, at, shown};
use crate::check::{Checked, Fault};
use crate::questionnaire::{Part, Placement};

pub(super) fn check(checked: &Checked, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    cycles(checked, index, problems);
    higher_levels(checked, problems);
}

/// Enough to see what is wrong, and a limit to the work.
const MOST_CYCLES: usize = 20;

/// Tells of cycles in which questions of this file stand, unless an earlier file tells of them: one
/// cycle after the other, each without the link that closed the one before.
fn cycles(checked: &Checked, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    let mut graph: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, known) in &index.questions {
        let requires = known.question.action.iter().flat_map(|action| &action.requires);
        graph.insert(id, requires.map(String::as_str).collect());
    }
    let own = &checked.model.questions;
    for _ in 0..MOST_CYCLES {
        let mut rest = graph.clone();
        keep_what_leads_to_cycles(&mut rest);
        let start = own.iter().find_map(|question| rest.get_key_value(question.id.as_str()));
        let Some(mut cycle) = start.map(|(start, _)| cycle_from(&rest, start)) else { return };
        let first = own
            .iter()
            .enumerate()
            .find_map(|(i, question)| Some((i, cycle.iter().position(|on| *on == question.id)?)));
        if let Some((i, position)) = first {
            cycle.rotate_left(position);
            if !cycle.iter().any(|id| is_told_earlier(checked, index, id)) {
                tell(&cycle, checked, i, problems);
            }
        }
        let (Some(last), Some(first)) = (cycle.last(), cycle.first()) else { return };
        if let Some(requires) = graph.get_mut(last) {
            requires.retain(|required| required != first);
        }
    }
}

/// Says whether a question belongs to a file that is checked before this one.
fn is_told_earlier(checked: &Checked, index: &Index<'_>, question: &str) -> bool {
    let Some(known) = index.question(question) else { return false };
    let position = |id: &str| index.questionnaires.iter().position(|questionnaire| questionnaire.id == id);
    let owner = known.questionnaire.id.as_str();
    index.paths.contains_key(owner) && position(owner) < position(&checked.model.id)
}

/// Tells of a cycle that begins with the question at this position.
fn tell(cycle: &[&str], checked: &Checked, i: usize, problems: &mut ProblemList<'_>) {
    let next = cycle.get(1).or(cycle.first());
    let action = checked.model.questions.get(i).and_then(|question| question.action.as_ref());
    let j = action.and_then(|action| action.requires.iter().position(|id| Some(&id.as_str()) == next));
    let fault = Fault::RequiresCycle(cycle.iter().map(|id| shown(id)).collect());
    problems.add_at(fault, at!["question", i, "action", "requires", j.unwrap_or(0)]);
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
fn higher_levels(checked: &Checked, problems: &mut ProblemList<'_>) {
    let level = |placement: &'_ Placement| match placement.part {
        Part::Level(number) => Some((placement.question.clone(), number)),
        Part::Ability | Part::Area(_) | Part::Fit => None,
    };
    let levels: HashMap<String, usize> = checked.model.placements.iter().filter_map(level).collect();
    for (i, question) in checked.model.questions.iter().enumerate() {
        let Some(own) = levels.get(&question.id) else { continue };
        let requires = question.action.iter().flat_map(|action| &action.requires);
        for (j, required) in requires.enumerate() {
            let Some(other) = levels.get(required).filter(|other| *other > own) else { continue };
            let fault = Fault::RequiresHigherLevel { own: *own, required: shown(required), other: *other };
            problems.add_at(fault, at!["question", i, "action", "requires", j]);
        }
    }
}
