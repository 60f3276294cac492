//! The changes that a plan makes in the assessment.
//!
//! A plan may be older than the assessment: what it does not say is no change. So it fills in owners and
//! dates and never empties them; it finishes actions, and opens a finished one again only where that
//! was certainly meant: by `state: todo`, or by an empty box among the finished ones. What is left as it
//! is although the plan differs is told.

use std::fmt;

use super::read::TaskState;
use crate::assessment::{ActionState, Assessment, Edit, State};
use crate::questionnaire::Catalogue;
use crate::words::plan_file as words;

/// The changes that a plan makes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanChanges {
    /// The changes, in the order of the plan.
    pub changes: Vec<ActionChange>,
    /// The differences: what the plan says otherwise and is left as it is.
    pub kept: Vec<Difference>,
}

/// An action that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionChange {
    pub question: String,
    pub before: ActionState,
    pub after: ActionState,
}

/// Something that is left as it is although the plan differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The plan has an action that the assessment does not.
    Unknown { question: String, line: usize },
    /// An issue is for an action that the assessment does not have.
    NoAction { question: String },
    /// The state is further than the plan says.
    State { question: String, state: State },
    /// The plan has no owner where the assessment has one.
    Owner { question: String },
    /// The plan has no date where the assessment has one.
    Due { question: String },
}

impl PlanChanges {
    /// The changes as one edit.
    #[must_use]
    pub fn edit(&self) -> Edit {
        let edits = self.changes.iter().map(|change| {
            let kept = (change.after != ActionState::default()).then(|| change.after.clone());
            Edit::Action(change.question.clone(), kept)
        });
        Edit::All(edits.collect())
    }
}

/// Compares what a plan says with the assessment.
pub fn take(said: &[TaskState], assessment: &Assessment, catalogue: &Catalogue) -> PlanChanges {
    let asked = assessment.asked_questions(catalogue);
    let mut taken = PlanChanges::default();
    for said in said {
        let question = said.question.clone();
        let action = catalogue.question(&question).and_then(|question| question.action.as_ref());
        if action.is_none() || !asked.contains(&question.as_str()) {
            taken.kept.push(Difference::Unknown { question, line: said.line });
            continue;
        }
        let before = assessment.actions.get(&question).cloned().unwrap_or_default();
        let after = apply_task(said, &before);
        let wanted = said.state.unwrap_or_default();
        // What was refused is told with its line.
        if said.is_partial {
            taken.changes.extend((after != before).then_some(ActionChange { question, before, after }));
            continue;
        }
        if wanted != after.state && (wanted != State::Todo || after.state == State::Done) {
            taken.kept.push(Difference::State { question: question.clone(), state: after.state });
        }
        if said.owner.is_none() && before.owner.is_some() {
            taken.kept.push(Difference::Owner { question: question.clone() });
        }
        if said.due.is_none() && before.due.is_some() {
            taken.kept.push(Difference::Due { question: question.clone() });
        }
        if after != before {
            taken.changes.push(ActionChange { question, before, after });
        }
    }
    taken
}

/// An action after what a plan says.
pub(super) fn apply_task(said: &TaskState, before: &ActionState) -> ActionState {
    let state = match (said.state.unwrap_or_default(), before.state) {
        (State::Todo, _) if said.state == Some(State::Todo) => State::Todo,
        (State::Todo, State::Done) if said.among_done => State::Todo,
        (State::Todo, before) => before,
        (State::Doing, State::Done) if said.among_done => State::Doing,
        (State::Doing, State::Done | State::Dropped) => before.state,
        (state, _) => state,
    };
    ActionState {
        state,
        owner: said.owner.clone().or_else(|| before.owner.clone()),
        due: said.due.or(before.due),
    }
}

impl Difference {
    /// True for what is no more than the mark of a plan that is older than the assessment.
    pub fn is_of_older_plan(&self) -> bool {
        matches!(self, Difference::State { .. } | Difference::Owner { .. } | Difference::Due { .. })
    }
}

impl fmt::Display for ActionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::action_change(&self.question, &self.before, &self.after))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Difference::Unknown { question, line } => words::no_such_action(question, *line),
            Difference::NoAction { question } => words::no_action_for_issue(question),
            Difference::State { question, state } => words::state_stays(question, *state),
            Difference::Owner { question } => words::detail_stays(question, words::OWNER),
            Difference::Due { question } => words::detail_stays(question, words::DUE),
        })
    }
}
