//! A plan and its parts, as everybody reads them.

use jiff::civil::Date;

use super::settings::Settings;
use crate::assessment::ActionState;
use crate::questionnaire::{Action, Question, Questionnaire};
use crate::score::Standing;

/// A plan: what is to be done, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan<'a> {
    /// The settings it was made for, with a target for every `levels` questionnaire of the assessment.
    pub settings: Settings,
    /// The questionnaires of kind `levels`, in the order of the assessment, and their targets.
    pub targets: Vec<Target<'a>>,
    /// True when the route is proven to be the shortest; `None` for the full route.
    pub proven_shortest: Option<bool>,
    /// The actions still to be done, in order.
    pub actions: Vec<Planned<'a>>,
    /// Actions that were done since the assessment, by question id.
    pub done: Vec<Listed<'a>>,
    /// Actions that were dropped, by question id.
    pub dropped: Vec<Listed<'a>>,
    /// The actions of the full route that this one lacks, by question id.
    pub left_out: Vec<Listed<'a>>,
    /// The quarters, in order.
    pub quarters: Vec<Quarter<'a>>,
}

/// The target of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The number of the level aimed at.
    pub level: usize,
    /// The number of the level that the plan gets to, after all its actions.
    pub ends_at: usize,
    /// Dropped actions (question ids) without which the target cannot be reached; empty when it can.
    pub needs_dropped: Vec<&'a str>,
}

/// An action that is not, or no longer, in the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listed<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its action.
    pub action: &'a Action,
    /// The standing of the question.
    pub standing: Standing,
}

/// An action of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its action.
    pub action: &'a Action,
    /// The standing of the question; when it is open the action begins with finding out.
    pub standing: Standing,
    /// The places of the question: `levels` questionnaires and level numbers, in the order of the
    /// assessment; empty for questions of ability and areas only.
    pub levels: Vec<(&'a Questionnaire, usize)>,
    /// True when it stands in the way of a level up to the target.
    pub blocking: bool,
    /// Actions of this plan that come first, by question id in the order of the file.
    pub requires: Vec<&'a str>,
    /// The number of the quarter in which it is finished, from 1.
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
    /// The actions finished in it: positions in [`Plan::actions`].
    pub actions: std::ops::Range<usize>,
    /// The action under way in it, when none is finished: a position in [`Plan::actions`].
    pub under_way: Option<usize>,
    /// The level that each `levels` questionnaire will have reached after it.
    pub reaches: Vec<(&'a Questionnaire, usize)>,
}

impl Plan<'_> {
    /// The work of all its actions, in points.
    pub fn points(&self) -> u32 {
        self.actions.iter().map(|planned| planned.action.effort.points()).sum()
    }

    /// The number of its actions that begin with finding out.
    pub fn to_answer(&self) -> usize {
        self.actions.iter().filter(|planned| planned.standing.is_open()).count()
    }
}
