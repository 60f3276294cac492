//! The moments at which an answer brings about something to tell, and the ways on from there.

use super::progress::{Progress, asks};
use super::queue::Position;
use crate::questionnaire::Questionnaire;

/// Something that an answer brought about and that the user should hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone<'a> {
    /// The level of this questionnaire is settled.
    Settled(&'a Questionnaire),
    /// Every question of every questionnaire has an answer.
    Complete,
}

/// A way on after a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// See the results.
    Results {
        /// True when they recommend further questionnaires.
        follow_ups: bool,
    },
    /// Go on with what is left of the questionnaire whose level is settled.
    Rest {
        /// The questionnaire.
        questionnaire: &'a Questionnaire,
        /// The number of its questions that are left.
        left: usize,
    },
    /// Go on with another questionnaire.
    Other {
        /// The questionnaire.
        questionnaire: &'a Questionnaire,
        /// The number of its questions that are left.
        left: usize,
        /// The number of questions left that neither of the two asks.
        more: usize,
    },
    /// See the plan.
    Plan,
}

/// The ways on after a milestone; `follow_ups` tells whether the results recommend questionnaires.
pub(super) fn next_steps<'a>(
    progress: &Progress<'a>,
    follow_ups: bool,
    milestone: Milestone<'a>,
) -> Vec<NextStep<'a>> {
    let mut steps = vec![NextStep::Results { follow_ups }];
    if let Milestone::Settled(here) = milestone {
        let left = progress.left_in(&here.id);
        if left > 0 {
            steps.push(NextStep::Rest { questionnaire: here, left });
        }
        let mut others = progress.queue.iter().filter(|position| !asks(here, position));
        if let Some(Position { questionnaire, .. }) = others.next() {
            let more = others.filter(|position| !asks(questionnaire, position)).count();
            let left = progress.left_in(&questionnaire.id);
            steps.push(NextStep::Other { questionnaire, left, more });
        }
    }
    steps.push(NextStep::Plan);
    steps
}
