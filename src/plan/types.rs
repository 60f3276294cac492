//! A plan and its parts, as everybody reads them.

use jiff::civil::Date;

use super::settings::Settings;
use crate::assessment::{ActionState, State};
use crate::questionnaire::{Action, ActionStep, Question, Questionnaire};
use crate::score::Standing;

/// The number of a level by questionnaire, in the order of the assessment.
pub type Levels<'a> = Vec<(&'a Questionnaire, usize)>;

/// A plan: what is to be done, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan<'a> {
    /// The settings it was made for, with a target for every `levels` questionnaire of the assessment.
    pub settings: Settings,
    /// The questionnaires of kind `levels`, in the order of the assessment, and their targets.
    pub targets: Vec<Target<'a>>,
    /// True when no cheaper set of actions is on this route; `None` for the full route.
    pub proven: Option<bool>,
    /// True when something is in it whatever the targets take: it was taken in, or is under way.
    pub has_additions: bool,
    /// The actions still to be done, in order.
    pub actions: Vec<Planned<'a>>,
    /// Actions that were done since the assessment, by question id.
    pub done: Vec<Planned<'a>>,
    /// Actions that were dropped, by question id.
    pub dropped: Vec<Planned<'a>>,
    /// The actions of the full route that this one lacks, by question id.
    pub left_out: Vec<Planned<'a>>,
    /// The quarters, in order; none without an action.
    pub quarters: Vec<Quarter<'a>>,
}

/// The target of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The number of the level that is reached before the first action.
    pub now: usize,
    /// The number of the level aimed at.
    pub level: usize,
    /// True when the gates hold up to it and ability sustains it after all actions of the plan, or when
    /// it is not above the level reached.
    pub is_met: bool,
    /// The number of the highest level that is reached and sustained after all actions of the plan.
    pub ends_at: usize,
    /// Dropped actions (question ids) without which the target cannot be met; empty when it can.
    pub needs_dropped: Vec<&'a str>,
    /// Questions without which the target cannot be met, and which say nothing on what to do.
    pub without_action: Vec<&'a Question>,
}

/// An action of the plan, or one beside it: done, dropped or left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its action.
    pub action: &'a Action,
    /// The standing of the question; when it is open the action begins with finding out.
    pub standing: Standing,
    /// The work that it takes from the answer on, in points, at least 1.
    pub points: u32,
    /// The levels in which the question stands, in the order of the assessment; empty for questions of
    /// ability and areas only.
    pub levels: Levels<'a>,
    /// True when it stands in the way of a target.
    pub blocking: bool,
    /// True where no programme lasts without it: a key question on ability.
    pub foundation: bool,
    /// Actions of the plan that come first, by question id in the order of the file.
    pub requires: Vec<&'a str>,
    /// Requirements that are not met and not in the plan, since they are dropped or need what is: only
    /// an action under way stays without them.
    pub missing: Vec<&'a str>,
    /// The number of the quarter in which it is finished, from 1; 0 beside the plan.
    pub quarter: usize,
    /// Its state, and who has taken it.
    pub state: ActionState,
}

/// A quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Quarter<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its first day.
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
    /// The points of work that are done in it, never more than the capacity.
    pub points: u32,
    /// The actions finished in it: positions in [`Plan::actions`].
    pub actions: std::ops::Range<usize>,
    /// The action that is begun and not finished at its end: a position in [`Plan::actions`].
    pub under_way: Option<usize>,
    /// The level that each `levels` questionnaire will have reached after it.
    pub reaches: Levels<'a>,
    /// The level that the ability of each will sustain then, where it asks for it and it applies.
    pub sustains: Levels<'a>,
}

/// The day on which an action is due, seen from its quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueOff {
    /// It comes before the quarter begins.
    Before,
    /// It comes when the quarter has ended.
    After,
}

/// The actions that are finished in a quarter, in two groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished<'p, 'a> {
    /// Those that are shown one by one, in the order of the plan.
    pub actions: Vec<&'p Planned<'a>>,
    /// Those that only name somebody, where there are several of them: they are shown as one list.
    pub names: Vec<&'p Planned<'a>>,
}

impl<'a> Planned<'a> {
    /// The steps that are left from the present answer on.
    pub fn steps(&self) -> impl Iterator<Item = &'a ActionStep> + use<'a> {
        let (question, standing) = (self.question, self.standing);
        self.action.text.steps.iter().filter(move |step| {
            let done_from = step.done_from.as_ref().and_then(|id| question.option(id));
            !matches!((done_from, standing), (Some((from, _)), Standing::Answered { option, .. }) if option >= from)
        })
    }
}

impl<'a> Plan<'a> {
    /// The actions that are finished in a quarter, as they are shown.
    pub fn finished(&self, quarter: &Quarter<'_>) -> Finished<'_, 'a> {
        let all = self.actions.get(quarter.actions.clone()).unwrap_or_default();
        let (names, actions): (Vec<_>, Vec<_>) = all.iter().partition(|planned| planned.action.names);
        match names.len() {
            0 | 1 => Finished { actions: all.iter().collect(), names: Vec::new() },
            _ => Finished { actions, names },
        }
    }

    /// Whether the day on which an action is due lies outside of its quarter; `None` where it does not.
    pub fn due_off(&self, planned: &Planned<'_>) -> Option<DueOff> {
        let due = planned.state.due?;
        let quarter = self.quarters.iter().find(|quarter| quarter.number == planned.quarter)?;
        match due {
            due if due < quarter.starts => Some(DueOff::Before),
            due if due > quarter.ends => Some(DueOff::After),
            _ => None,
        }
    }

    /// The actions that somebody has begun, in the order of the plan.
    pub fn doing(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.actions.iter().filter(|planned| planned.state.state == State::Doing)
    }

    /// True when it asks for no work since nothing is aimed at, though more could be better.
    pub fn stays(&self) -> bool {
        let is_empty = self.actions.is_empty() && self.done.is_empty() && !self.left_out.is_empty();
        is_empty && self.targets.iter().all(|target| target.is_met)
    }

    /// The work of all its actions, in points.
    pub fn points(&self) -> u32 {
        self.actions.iter().map(|planned| planned.points).sum()
    }

    /// Its actions that begin with finding out, in order.
    pub fn open(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.actions.iter().filter(|planned| planned.standing.is_open())
    }

    /// The number of its actions that begin with finding out.
    pub fn to_answer(&self) -> usize {
        self.open().count()
    }

    /// The work of those, in points: what may turn out not to be needed.
    pub fn points_to_answer(&self) -> u32 {
        self.open().map(|planned| planned.points).sum()
    }
}
