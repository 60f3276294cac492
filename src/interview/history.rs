//! Undo and redo.

use crate::assessment::{Assessment, Edit};

/// How many changes can be taken back.
const DEPTH: usize = 1000;

/// Changes that were made, and changes that were taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// A change to take back or to make again, and the question at which it was made.
#[derive(Debug, Clone)]
struct Step {
    edit: Edit,
    at: Option<String>,
}

/// What was taken back, or made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The question at which it was made.
    pub at: Option<String>,
    /// What it is about, in a few words: a question, "the target".
    pub what: String,
}

impl History {
    /// Makes a change at a question and remembers how to take it back.
    pub fn make(&mut self, assessment: &mut Assessment, edit: Edit, at: Option<&str>) {
        let inverse = assessment.apply(edit);
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(Step { edit: inverse, at: at.map(str::to_owned) });
        self.redo.clear();
    }

    /// Takes the last change back; `None` when there is nothing to take back.
    pub fn undo(&mut self, assessment: &mut Assessment) -> Option<Taken> {
        step(&mut self.undo, &mut self.redo, assessment)
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&mut self, assessment: &mut Assessment) -> Option<Taken> {
        step(&mut self.redo, &mut self.undo, assessment)
    }
}

fn step(from: &mut Vec<Step>, to: &mut Vec<Step>, assessment: &mut Assessment) -> Option<Taken> {
    let Step { edit, at } = from.pop()?;
    let taken = Taken { at: at.clone(), what: subject(&edit) };
    to.push(Step { edit: assessment.apply(edit), at });
    Some(taken)
}

/// What a change is about, in a few words.
fn subject(edit: &Edit) -> String {
    let words = match edit {
        Edit::Entry(id, _) | Edit::Votes(id, _) | Edit::Voices(id, _) | Edit::Decision(id, _) => {
            return id.clone();
        }
        Edit::Action(id, _) => return format!("the action of {id}"),
        Edit::All(edits) => {
            let mut subjects: Vec<String> = edits.iter().map(subject).collect();
            subjects.dedup();
            return match subjects.as_slice() {
                [one] => one.clone(),
                many => format!("{} changes", many.len()),
            };
        }
        Edit::Target(..) => "the target",
        Edit::Objectives(..) => "the objectives",
        Edit::Plan(_) => "how the plan is made",
        Edit::Questionnaires(_) => "which questionnaires are asked",
        Edit::Organization(_) => "the name of the organisation",
        Edit::Respondent(_) => "who answers",
        Edit::Whole(_) => "the merge",
    };
    words.to_owned()
}
