//! The state of each action as a plan says it.

use std::collections::HashMap;

use jiff::civil::Date;

use super::parse::{FilledIn, ParsedPlan, PassageKind, Task};
use super::unescape::unescape;
use crate::assessment::{Assessment, State};
use crate::report::printable;
use crate::words::plan_file as words;

/// The state of an action as a plan says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskState {
    pub question: String,
    /// The number of its line, from 1.
    pub line: usize,
    pub ticked: bool,
    /// True when it stands among the finished ones.
    pub among_done: bool,
    /// The state that is written out.
    pub state: Option<State>,
    pub owner: Option<String>,
    pub due: Option<Date>,
}

/// The reasons why a plan cannot be read back: everything at once, each problem with the number of its
/// line, from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::problems(.0))]
pub struct UnreadablePlan(pub Vec<(usize, String)>);

/// Reads a plan: each action once, in the order of the plan.
///
/// # Errors
/// A text that is no plan, and every line that can be read in more than one way.
pub fn read(form: &ParsedPlan) -> Result<Vec<TaskState>, UnreadablePlan> {
    let mut problems = form.problems.clone();
    let mut all: Vec<TaskState> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for passage in &form.passages {
        let PassageKind::Task(task) = &passage.kind else { continue };
        let said = task_state(task, &mut problems);
        match places.get(&said.question).and_then(|place| all.get(*place)) {
            None => {
                places.insert(said.question.clone(), all.len());
                all.push(said);
            }
            Some(other)
                if TaskState { line: 0, among_done: false, ..other.clone() }
                    == TaskState { line: 0, among_done: false, ..said.clone() } => {}
            Some(other) => problems.push((task.line, words::two_places(&task.id, other.line))),
        }
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(all) } else { Err(UnreadablePlan(problems)) }
}

/// The organisation that a plan is for, where that is another than the assessment's. A title that people
/// changed says nothing.
pub fn other_organization(form: &ParsedPlan, assessment: &Assessment) -> Option<String> {
    let name = unescape(form.organization.as_deref()?);
    (name != printable(&assessment.organization)).then_some(name)
}

fn task_state(task: &Task, problems: &mut Vec<(usize, String)>) -> TaskState {
    let mut wrong = |line: usize, what: String| problems.push((line, words::of_action(&task.id, &what)));
    let text = |field: &Option<FilledIn>| {
        let text = field.as_ref().map(|field| (field.line, unescape(&field.text)));
        text.filter(|(_, text)| !text.is_empty())
    };
    let state = text(&task.state).and_then(|(line, word)| {
        let state = word.to_lowercase().parse::<State>().ok();
        if state.is_none() {
            wrong(line, words::no_state(&word));
        }
        state
    });
    let due = text(&task.due).and_then(|(line, day)| {
        let date = day.parse::<Date>().ok().filter(|date| date.to_string() == day);
        if date.is_none() {
            wrong(line, words::no_day(&day));
        }
        date
    });
    if task.ticked && state == Some(State::Dropped) {
        wrong(task.line, words::TICKED_AND_DROPPED.to_owned());
    }
    TaskState {
        question: task.id.clone(),
        line: task.line,
        ticked: task.ticked,
        among_done: task.among_done,
        state,
        owner: text(&task.owner).map(|(_, owner)| owner),
        due,
    }
}
