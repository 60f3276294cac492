//! What the votes on one question come to.

use crate::assessment::Votes;
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};
use crate::team::{Outcome, Topic, counts, decide};

/// Below this agreement, in thousandths, a question is contested: at 500 half of the way from an even
/// spread to one voice. Ours; the measure itself draws no line.
const CONTESTED_BELOW: i32 = 500;

/// The votes on one question, and what they come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The votes on each option, in their order.
    pub options: Vec<u32>,
    /// Those who do not know.
    pub unknown: u32,
    /// Those who say that it does not apply.
    pub not_applicable: u32,
    /// All votes.
    pub all: u64,
    /// The agreement of the votes on options, −1000 to 1000; `None` where there are none, or where the
    /// options have no order.
    pub agreement: Option<i32>,
    /// Whether a room should talk about it.
    pub contested: bool,
    /// What the votes decide by themselves; `None` without votes.
    pub outcome: Option<Outcome>,
}

impl Tally {
    /// The tally of the votes on a question.
    pub fn of(question: &Question, votes: Option<&Votes>) -> Tally {
        let none = Votes::new();
        let votes = votes.unwrap_or(&none);
        let word = |word: &str| votes.get(word).copied().unwrap_or(0);
        let options = counts(question, votes);
        let topic = Topic::of(question, votes);
        let (unknown, not_applicable) = (word(UNKNOWN), word(NOT_APPLICABLE));
        let all = options.iter().chain([&unknown, &not_applicable]).map(|count| u64::from(*count)).sum();
        Tally {
            agreement: crate::team::is_ordered(question).then(|| crate::team::agreement(&options)).flatten(),
            options,
            unknown,
            not_applicable,
            all,
            contested: topic.is_some_and(|topic| is_contested(&topic)),
            outcome: decide(Some(question), votes),
        }
    }
}

/// Whether a room is divided enough to talk: little agreement, somebody says that it does not apply to
/// them while others answer it, or as many do not know as know.
pub fn is_contested(topic: &Topic<'_>) -> bool {
    let known: u64 = counts(topic.question, topic.votes).into_iter().map(u64::from).sum();
    let divided = topic.divergence && topic.agreement.is_none_or(|agreement| agreement < CONTESTED_BELOW);
    divided || topic.scope > 0 || (topic.gap > 0 && u64::from(topic.gap) >= known)
}

/// An agreement, in thousandths, in words.
pub fn words(agreement: i32) -> &'static str {
    match agreement {
        1000.. => "everybody agrees",
        800.. => "strong agreement",
        CONTESTED_BELOW.. => "agreement",
        200.. => "weak agreement",
        -199.. => "no agreement: the votes are spread",
        _ => "divided: the votes are at both ends",
    }
}
