//! What a group should talk about: where it is divided, where somebody does not know, where somebody
//! says that a question does not apply.

use std::cmp::Reverse;

use super::agreement::agreement;
use super::decide::{counts, is_ordered};
use crate::assessment::{Assessment, Votes};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question, UNKNOWN};

/// A question to talk about. At least one of `divergence`, `gap` and `scope` is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic<'a> {
    /// The question.
    pub question: &'a Question,
    /// The votes on it.
    pub votes: &'a Votes,
    /// The agreement of the votes on options, −1000 to 1000; `None` where there are none, or where the
    /// options have no order.
    pub agreement: Option<i32>,
    /// Whether several options have votes.
    pub divergence: bool,
    /// How many do not know.
    pub gap: u32,
    /// How many say that it does not apply, where others answer it.
    pub scope: u32,
}

impl<'a> Topic<'a> {
    /// How a group stands on a question; `None` where there is nothing to talk about.
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

    /// The lower, the more divided: the agreement; where options have no order, 0 for different ones.
    fn rank(&self) -> i32 {
        match (self.divergence, self.agreement) {
            (true, agreement) => agreement.unwrap_or(0),
            (false, _) => 1000,
        }
    }
}

/// What to talk about, the most divided first; among questions as divided, first those which more say
/// do not apply, then those which more do not know, then by id.
pub fn discussion<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Vec<Topic<'a>> {
    let topic = |(id, votes): (&'a String, &'a Votes)| Topic::of(catalogue.question(id)?, votes);
    let mut topics: Vec<Topic<'a>> = assessment.votes.iter().filter_map(topic).collect();
    topics.sort_by_key(|topic| (topic.rank(), Reverse(topic.scope), Reverse(topic.gap), &topic.question.id));
    topics
}
