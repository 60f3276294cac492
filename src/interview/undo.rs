//! Undo and redo.

use crate::assessment::{Assessment, Edit};

/// The number of changes that can be taken back.
const DEPTH: usize = 1000;

/// Changes that were made, and changes that were taken back.
#[derive(Debug, Clone, Default)]
pub struct UndoStack {
    undo: Vec<Change>,
    redo: Vec<Change>,
}

/// A change to take back or to make again, and the question at which it was made.
#[derive(Debug, Clone)]
struct Change {
    edit: Edit,
    at: Option<String>,
}

impl UndoStack {
    /// Makes a change at a question and remembers how to take it back.
    pub fn make(&mut self, assessment: &mut Assessment, edit: Edit, at: Option<&str>) {
        let inverse = assessment.apply(edit);
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(Change { edit: inverse, at: at.map(str::to_owned) });
        self.redo.clear();
    }

    /// Takes the last change back; returns the question at which it was made, `None` when there is
    /// nothing to take back.
    pub fn undo(&mut self, assessment: &mut Assessment) -> Option<Option<String>> {
        shift(&mut self.undo, &mut self.redo, assessment)
    }

    /// The edit that takes the last change back.
    pub fn to_undo(&self) -> Option<&Edit> {
        self.undo.last().map(|change| &change.edit)
    }

    /// The question at which the last change was made.
    pub fn at(&self) -> Option<&str> {
        self.undo.last()?.at.as_deref()
    }

    /// The change that was taken back last.
    pub fn to_redo(&self) -> Option<&Edit> {
        self.redo.last().map(|change| &change.edit)
    }

    /// Makes the change again that was taken back last; returns the question at which it was made.
    pub fn redo(&mut self, assessment: &mut Assessment) -> Option<Option<String>> {
        shift(&mut self.redo, &mut self.undo, assessment)
    }
}

fn shift(
    from: &mut Vec<Change>,
    to: &mut Vec<Change>,
    assessment: &mut Assessment,
) -> Option<Option<String>> {
    let Change { edit, at } = from.pop()?;
    to.push(Change { edit: assessment.apply(edit), at: at.clone() });
    Some(at)
}
