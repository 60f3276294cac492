//! The state of each action as a plan says it. A line that cannot be read is named, and hinders no other.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::marks::{Field, narrow};
use super::parse::{FilledIn, ParsedPlan, Problem, Task};
use crate::assessment::{Assessment, State};
use crate::report::printable;
use crate::text::day;
use crate::words::plan_file as words;

/// The state of an action as a plan says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskState {
    pub question: String,
    /// The number of its line, from 1.
    pub line: usize,
    /// True when it stands among the finished ones.
    pub among_done: bool,
    /// What the box says; where it is empty, what is written out.
    pub state: Option<State>,
    pub owner: Option<String>,
    pub due: Option<Date>,
    /// True where one of its lines was refused: it may say more than what is here.
    pub is_partial: bool,
}

/// What a plan says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Each action once, in the order of the plan, with what can be read of it; those that two places
    /// tell differently are not among them.
    pub actions: Vec<TaskState>,
    /// The lines that cannot be read, by their number, from 1, and what would be right.
    pub refused: Vec<(usize, String)>,
    /// The actions of which a line was refused.
    pub(super) unclear: HashSet<String>,
    /// Where actions stand a second time and say something else: the bytes at which they begin.
    pub(super) doubles: HashSet<usize>,
}

/// The reasons why a plan cannot be read back, each problem with the number of its line, from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::problems(.0))]
pub struct UnreadablePlan(pub Vec<(usize, String)>);

/// Reads a plan.
///
/// # Errors
/// A text that is no plan.
pub fn read(form: &ParsedPlan) -> Result<Said, UnreadablePlan> {
    if let Some(problem) = &form.unreadable {
        return Err(UnreadablePlan(vec![problem.clone()]));
    }
    let mut said = Said { refused: [form.open.as_slice(), &form.refused].concat(), ..Said::default() };
    let mut places: HashMap<&str, (&Task, TaskState)> = HashMap::new();
    let mut contradicted: HashSet<&str> = HashSet::new();
    for task in &form.tasks {
        let mut problems = Vec::new();
        let state = task_state(task, &mut problems);
        said.refused.append(&mut problems);
        match places.get(task.id.as_str()) {
            None => {
                said.unclear.extend(state.is_partial.then(|| task.id.clone()));
                places.insert(&task.id, (task, state.clone()));
                said.actions.push(state);
            }
            Some((_, other)) if is_same(other, &state) => {}
            Some((first, _)) => {
                said.refused.push((task.line, words::two_places(&task.id, first.line)));
                said.unclear.insert(task.id.clone());
                said.doubles.insert(task.start);
                contradicted.insert(&task.id);
            }
        }
    }
    said.actions.retain(|state| !contradicted.contains(state.question.as_str()));
    said.refused.sort();
    said.refused.dedup();
    Ok(said)
}

/// True when two places say the same of an action, and all of that can be read.
fn is_same(a: &TaskState, b: &TaskState) -> bool {
    let said = |state: &TaskState| TaskState { line: 0, among_done: false, ..state.clone() };
    !a.is_partial && said(a) == said(b)
}

/// The organisation that a plan is for, where that is another than the assessment's. A title that people
/// changed says nothing.
pub fn other_organization(form: &ParsedPlan, assessment: &Assessment) -> Option<String> {
    let name = printable(form.organization.as_deref()?);
    (name != printable(&assessment.organization)).then_some(name)
}

fn task_state(task: &Task, problems: &mut Vec<Problem>) -> TaskState {
    let mut wrong = Vec::new();
    let state = state(task, &mut wrong);
    let is_clear = wrong.is_empty();
    let owner = only(task, Field::Owner, &mut wrong);
    let due = only(task, Field::Due, &mut wrong).and_then(|filled| {
        let date = date(&filled.text);
        if date.is_none() {
            wrong.push((filled.line, words::no_day(&filled.text)));
        }
        date
    });
    let is_partial = !wrong.is_empty();
    problems.extend(wrong.into_iter().map(|(line, what)| (line, words::of_action(&task.id, &what))));
    TaskState {
        question: task.id.clone(),
        line: task.line,
        // An unclear box says nothing, in no place.
        among_done: task.among_done && is_clear,
        state: state.filter(|_| is_clear),
        // Invisible characters go, among them the one that `report` puts behind an @.
        owner: owner.map(|filled| printable(&filled.text)).filter(|owner| !owner.is_empty()),
        due,
        is_partial,
    }
}

/// What is filled in; nothing where two lines differ.
fn only<'t>(task: &'t Task, field: Field, wrong: &mut Vec<Problem>) -> Option<&'t FilledIn> {
    let mut filled = task.details.iter().filter(|detail| detail.field == field && !detail.text.is_empty());
    let first = filled.next()?;
    match filled.find(|other| other.text != first.text) {
        Some(other) => {
            wrong.push((other.line, words::two_lines(field.name())));
            None
        }
        None => Some(first),
    }
}

/// What the box says and what is written out, where they agree.
fn state(task: &Task, wrong: &mut Vec<Problem>) -> Option<State> {
    let filled = only(task, Field::State, wrong);
    let sign = task.sign.as_deref().map(narrow).unwrap_or_default();
    let boxed = match sign.as_str() {
        "" => None,
        "x" | "X" | "✓" | "✔" | "√" | "☑" => Some(State::Done),
        "~" | "/" => Some(State::Doing),
        _ => {
            wrong.push((task.line, words::no_box(&sign)));
            None
        }
    };
    let written = filled.and_then(|filled| {
        let state = narrow(&filled.text).to_lowercase().parse::<State>().ok();
        if state.is_none() {
            wrong.push((filled.line, words::no_state(&filled.text)));
        }
        state
    });
    match (boxed, written) {
        (Some(State::Done), Some(State::Dropped)) => {
            wrong.push((task.line, words::TICKED_AND_DROPPED.to_owned()));
        }
        (Some(State::Doing), Some(state @ (State::Done | State::Dropped))) => {
            wrong.push((task.line, words::under_way_and(state)));
        }
        _ => {}
    }
    boxed.or(written)
}

/// A day with the year first, however its parts are divided.
fn date(text: &str) -> Option<Date> {
    let text = narrow(text);
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, of_month] = parts.as_slice() else { return None };
    day(&format!("{year}-{month:0>2}-{of_month:0>2}"), Date::MIN)
}
