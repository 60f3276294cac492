//! Topics of discussion for a group: where it is divided, where somebody does not know, where somebody
//! says that a question does not apply.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::agreement::agreement;
use super::decide::{counts, decide, is_ordered};
use super::records::AGREED;
use crate::assessment::{Answer, Assessment, Decision, How, Votes};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question, UNKNOWN};
use crate::score::{own_standing, standing};

/// Seconds that a room takes for a question until its own pace is known.
pub const USUAL_SECONDS: i64 = 60;

/// Below this agreement, in thousandths, a question is contested: at 500 half of the way from an even
/// spread to one voice. Ours; the measure itself draws no line.
pub const CONTESTED_BELOW: i32 = 500;

/// A question to talk about. At least one of `divergence`, `gap` and `scope` is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic<'a> {
    pub question: &'a Question,
    pub votes: &'a Votes,
    /// The agreement of the votes on options, −1000 to 1000; `None` where there are none, or where the
    /// options have no order.
    pub agreement: Option<i32>,
    /// True when several options have votes.
    pub divergence: bool,
    /// The number of those who do not know.
    pub gap: u32,
    /// The number of those who say that it does not apply, where others answer it.
    pub scope: u32,
}

impl<'a> Topic<'a> {
    /// The topic that the votes on a question make; `None` where there is nothing to talk about.
    pub fn of(question: &'a Question, votes: &'a Votes) -> Option<Topic<'a>> {
        let word = |word: &str| votes.get(word).copied().unwrap_or(0);
        let (gap, not_applicable) = (word(UNKNOWN), word(NOT_APPLICABLE));
        let counts = counts(question, votes);
        let divergence = counts.iter().filter(|count| **count > 0).count() > 1;
        let scope = if gap == 0 && counts.iter().all(|count| *count == 0) { 0 } else { not_applicable };
        let agreement = if is_ordered(question) { agreement(&counts) } else { None };
        let topic = Topic { question, votes, agreement, divergence, gap, scope };
        (divergence || gap > 0 || scope > 0).then_some(topic)
    }

    /// True when a room is divided enough to talk: little agreement; several say that it does not apply
    /// while others answer it, or one does where no more than one answers; or as many do not know as know.
    pub fn is_contested(&self) -> bool {
        let known: u64 = counts(self.question, self.votes).into_iter().map(u64::from).sum();
        let divided = self.divergence && self.agreement.is_none_or(|agreement| agreement < CONTESTED_BELOW);
        divided
            || self.scope > 1
            || (self.scope > 0 && known < 2)
            || (self.gap > 0 && u64::from(self.gap) >= known)
    }

    /// The lower, the more divided: the agreement; where options have no order, 0 for different ones.
    fn rank(&self) -> i32 {
        match (self.divergence, self.agreement) {
            (true, agreement) => agreement.unwrap_or(0),
            (false, _) => 1000,
        }
    }
}

/// The topics of discussion, the most divided first; among questions as divided, first those which more say
/// do not apply, then those which more do not know, then by id.
pub fn discussion<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Vec<Topic<'a>> {
    let topic = |(id, votes): (&'a String, &'a Votes)| Topic::of(catalogue.question(id)?, votes);
    let mut topics: Vec<Topic<'a>> = assessment.votes.iter().filter_map(topic).collect();
    topics.sort_by_key(|topic| (topic.rank(), Reverse(topic.scope), Reverse(topic.gap), &topic.question.id));
    topics
}

/// True when the decision on a question is the one that merging files makes by itself: nobody in a room
/// has taken it.
pub fn is_of_merging(question: &Question, assessment: &Assessment) -> bool {
    let outcome = assessment.votes.get(&question.id).and_then(|votes| decide(Some(question), votes));
    let decision = assessment.decisions.get(&question.id);
    assessment.voices.contains_key(&question.id)
        && match (outcome, decision) {
            (Some(outcome), Some(decision)) => outcome.decision.came_about_as(decision),
            (outcome, decision) => outcome.is_none() && decision.is_none(),
        }
}

/// The decisions that a room took although its votes are contested, the most divided first.
pub fn decided_though_contested<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
) -> Vec<(Topic<'a>, &'a Decision)> {
    let decided = |topic: Topic<'a>| {
        let question = topic.question;
        let decision = assessment.decisions.get(&question.id)?;
        let answered = !own_standing(question, assessment.entry(&question.id)).is_unanswered();
        let by_the_room = decision.how != How::Parked && !is_of_merging(question, assessment);
        (answered && by_the_room && topic.is_contested()).then_some((topic, decision))
    };
    discussion(catalogue, assessment).into_iter().filter_map(decided).collect()
}

/// A change of an answer after a group has decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterChange<'a> {
    /// What was decided.
    pub decided: Answer,
    /// Who changed it, where that was said.
    pub by: Option<&'a str>,
    /// When, where there is an answer now.
    pub at: Option<Timestamp>,
}

/// The change of a decided answer after its decision: as the file says, or as the votes say where a median is
/// another one than the answer.
pub fn later_change<'a>(question: &Question, assessment: &'a Assessment) -> Option<LaterChange<'a>> {
    let decision = assessment.decisions.get(&question.id)?;
    let entry = assessment.entry(&question.id);
    let outcome = || {
        let votes = assessment.votes.get(&question.id).filter(|_| decision.how == How::Median)?;
        let outcome = decide(Some(question), votes)?.answer?;
        (outcome != *entry?.answer.as_ref()?).then_some(outcome)
    };
    Some(LaterChange {
        decided: decision.decided.as_deref().map(Answer::from_word).or_else(outcome)?,
        by: decision.changed_by.as_deref(),
        at: entry.and_then(|entry| entry.answered_at),
    })
}

/// The decisions that a reader should know of: those taken although the votes are contested, the most
/// divided first; then those that are not what the votes come to, or that have a reason, and those whose
/// answers were changed later; then what is put off.
pub fn notable_decisions<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
) -> Vec<(&'a Question, &'a Decision)> {
    let contested = decided_though_contested(catalogue, assessment);
    let mut notable: Vec<_> =
        contested.into_iter().map(|(topic, decision)| (topic.question, decision)).collect();
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    let others = asked.filter_map(|question| Some((question, assessment.decisions.get(&question.id)?)));
    let (parked, others): (Vec<_>, Vec<_>) = others.partition(|(_, decision)| decision.how == How::Parked);
    let is_notable = |(question, decision): &(&Question, &Decision)| {
        let outcome = assessment.votes.get(&question.id).and_then(|votes| decide(Some(question), votes));
        let of_the_votes = outcome.is_some_and(|outcome| outcome.decision.came_about_as(decision));
        let agreed = decision.reason.as_deref() == Some(AGREED) && decision.how == How::Median;
        let plain = of_the_votes || agreed || (decision.how == How::Median && decision.reason.is_none());
        !plain || later_change(question, assessment).is_some()
    };
    let known: Vec<&str> = notable.iter().map(|(question, _)| question.id.as_str()).collect();
    let others = others.into_iter().filter(|other| is_notable(other));
    let others: Vec<_> = others.filter(|(question, _)| !known.contains(&question.id.as_str())).collect();
    notable.extend(others.into_iter().chain(parked));
    notable
}

/// The questions that are asked and have no answer, in the order of the questionnaires.
pub fn unanswered<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<&'a Question> {
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    asked.filter(|question| standing(catalogue, assessment, question).is_unanswered()).collect()
}
