//! The moments at which questionnaires tell their results, and the ways on from there.

use std::collections::BTreeMap;

use super::progress::Progress;
use super::queue::Position;
use crate::questionnaire::Questionnaire;
use crate::score::Score;

/// Results that are told now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone<'a> {
    /// The questionnaires whose results are told: whose first part is answered, or whose result has changed
    /// since it was told and that are answered to their end.
    pub told: Vec<&'a Questionnaire>,
    /// True when every question of every questionnaire has an answer.
    pub complete: bool,
}

/// A way on after a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// See the results.
    Results {
        /// True when they recommend further questionnaires.
        follow_ups: bool,
    },
    /// Go on with what is left of the questionnaire whose result is told.
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

/// The results that were told in this sitting, or could have been before it: by questionnaire, the level
/// reached and the one possible.
#[derive(Debug, Clone, Default)]
pub(super) struct ToldResults(BTreeMap<String, (usize, usize)>);

impl ToldResults {
    /// What the answers so far have told.
    pub(super) fn of(progress: &Progress<'_>) -> ToldResults {
        let mut told = ToldResults::default();
        told.due(progress);
        told
    }

    /// Forgets results whose questions are open again: what was told was taken back.
    pub(super) fn take_back(&mut self, progress: &Progress<'_>) {
        self.0.retain(|id, _| progress.before_milestone(id) == 0);
    }

    /// The questionnaires whose results are to be told now; they count as told from here on.
    pub(super) fn due<'a>(&mut self, progress: &Progress<'a>) -> Vec<&'a Questionnaire> {
        let mut due = Vec::new();
        for score in &progress.scores {
            let id = &score.questionnaire.id;
            let is_due = match self.0.get(id) {
                None => progress.before_milestone(id) == 0,
                Some(told) => *told != result(score) && progress.left_in(id) == 0,
            };
            if is_due {
                self.0.insert(id.clone(), result(score));
                due.push(score.questionnaire);
            }
        }
        due
    }
}

fn result(score: &Score<'_>) -> (usize, usize) {
    score.levels().map_or((0, 0), |levels| (levels.reached, levels.possible))
}

/// The ways on after a milestone; `follow_ups` tells whether the results recommend questionnaires.
pub(super) fn next_steps<'a>(
    progress: &Progress<'a>,
    follow_ups: bool,
    milestone: &Milestone<'a>,
) -> Vec<NextStep<'a>> {
    let mut steps = vec![NextStep::Results { follow_ups }];
    if let Some(here) = milestone.told.first().filter(|_| !milestone.complete) {
        let mut others = progress.queue.iter().filter(|position| !here.asks(&position.place.question));
        if let Some(Position { questionnaire, .. }) = others.next() {
            let more = others.filter(|position| !questionnaire.asks(&position.place.question)).count();
            let left = progress.left_in(&questionnaire.id);
            steps.push(NextStep::Other { questionnaire, left, more });
        }
        let left = progress.left_in(&here.id);
        if left > 0 {
            steps.push(NextStep::Rest { questionnaire: here, left });
        }
    }
    steps.push(NextStep::Plan);
    steps
}
