//! What a plan says about each of its actions.

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;

use super::form::{FilledIn, ParsedPlan, PassageKind, Task};
use super::unescape::{unescape, words};
use crate::assessment::{Assessment, State};

/// What a plan says about an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskState {
    /// The question.
    pub question: String,
    /// The number of its line, from 1.
    pub line: usize,
    /// Whether its box is ticked.
    pub ticked: bool,
    /// Whether it stands among the finished ones.
    pub among_done: bool,
    /// The state that is written out.
    pub state: Option<State>,
    /// The person who does it.
    pub owner: Option<String>,
    /// The day by which it is to be done.
    pub due: Option<Date>,
}

/// The problems that are told one by one.
const MOST: usize = 10;

/// Why a plan cannot be read back: everything at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct UnreadablePlan(pub Vec<(usize, String)>);

impl fmt::Display for UnreadablePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.iter().take(MOST).map(|(line, what)| format!("line {line}: {what}"));
        let more = self.0.len().checked_sub(MOST + 1).map(|more| format!("and {} more", more + 1));
        f.write_str(&lines.chain(more).collect::<Vec<_>>().join("; "))
    }
}

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
        let said = said(task, &mut problems);
        match places.get(&said.question).and_then(|place| all.get(*place)) {
            None => {
                places.insert(said.question.clone(), all.len());
                all.push(said);
            }
            Some(other)
                if TaskState { line: 0, among_done: false, ..other.clone() }
                    == TaskState { line: 0, among_done: false, ..said.clone() } => {}
            Some(other) => problems.push((
                said.line,
                format!(
                    "{} stands on line {} too, and says something else there; keep one",
                    said.question, other.line
                ),
            )),
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
    (name != words(&assessment.organization)).then_some(name)
}

fn said(task: &Task, problems: &mut Vec<(usize, String)>) -> TaskState {
    let mut wrong = |line: usize, what: String| problems.push((line, format!("{}: {what}", task.id)));
    let text = |field: &Option<FilledIn>| {
        let text = field.as_ref().map(|field| (field.line, unescape(&field.text)));
        text.filter(|(_, text)| !text.is_empty())
    };
    let state = text(&task.state).and_then(|(line, word)| {
        let state = word.to_lowercase().parse::<State>().ok();
        if state.is_none() {
            wrong(line, format!("`state: {word}` is none of todo, doing, done and dropped"));
        }
        state
    });
    let due = text(&task.due).and_then(|(line, day)| {
        let date = day.parse::<Date>().ok().filter(|date| date.to_string() == day);
        if date.is_none() {
            wrong(line, format!("`due: {day}` is no date; write it like 2027-01-31"));
        }
        date
    });
    if task.ticked && state == Some(State::Dropped) {
        wrong(task.line, "it is ticked and dropped; untick it, or take `state: dropped` away".to_owned());
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
