//! The answer of a group, by its votes. The rule is one that a room accepts:
//!
//! - *Not applicable*, when more than half of all votes say so. Less would take a question out of every
//!   sum against the word of those who answer it.
//! - Otherwise the median of the votes on options, between two the lower; one that knows suffices:
//!   those who do not know are a gap to talk about, and do not outvote those who do.
//! - Otherwise *unknown*: nobody knows.
//!
//! Options without an order (the choices of a `fit` questionnaire) have no median: the one with the
//! most votes is taken, and a tie is *parked*.

use super::records;
use crate::assessment::{Answer, Decision, How, Votes};
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};

/// The answer of a group, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer; `None` where it is parked.
    pub answer: Option<Answer>,
    pub decision: Decision,
}

/// True when the options of a question rise from nothing to everything in place; the choices of a `fit`
/// questionnaire do not.
pub fn is_ordered(question: &Question) -> bool {
    question.options.iter().any(|option| option.credit > 0)
}

/// The votes on each option of a question, in its order.
pub fn counts(question: &Question, votes: &Votes) -> Vec<u32> {
    question.options.iter().map(|option| votes.get(&option.id).copied().unwrap_or(0)).collect()
}

/// The answer of a group by its votes; `question` is `None` where nothing is known of it but its id.
/// `None` without votes.
pub fn decide(question: Option<&Question>, votes: &Votes) -> Option<Verdict> {
    let all: u64 = votes.values().map(|count| u64::from(*count)).sum();
    if all == 0 {
        return None;
    }
    let word = |word: &str| votes.get(word).copied().unwrap_or(0);
    if 2 * u64::from(word(NOT_APPLICABLE)) > all {
        return Some(by_median(Answer::NotApplicable));
    }
    let on_options = all - u64::from(word(NOT_APPLICABLE)) - u64::from(word(UNKNOWN));
    if on_options == 0 {
        return Some(by_median(Answer::Unknown));
    }
    match question.filter(|question| is_ordered(question)) {
        Some(question) => median(question, votes).map(|option| by_median(Answer::Option(option))),
        None => Some(most(votes)),
    }
}

fn by_median(answer: Answer) -> Verdict {
    Verdict { answer: Some(answer), decision: Decision::new(How::Median, None) }
}

/// The option at which half of the votes on options are reached.
fn median(question: &Question, votes: &Votes) -> Option<String> {
    let counts = counts(question, votes);
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let mut so_far = 0;
    let reaches_half = |(_, count): &(_, &u32)| {
        so_far += u64::from(**count);
        2 * so_far >= all && all > 0
    };
    question.options.iter().zip(&counts).find(reaches_half).map(|(option, _)| option.id.clone())
}

/// The option with the most votes; parked where two have as many.
fn most(votes: &Votes) -> Verdict {
    let options = votes.iter().filter(|(word, _)| ![UNKNOWN, NOT_APPLICABLE].contains(&word.as_str()));
    let most = options.clone().map(|(_, count)| *count).max().unwrap_or(0);
    let first: Vec<&String> = options.filter(|(_, count)| **count == most).map(|(word, _)| word).collect();
    let (answer, how, reason) = match first.as_slice() {
        [one] => (Some(Answer::Option((*one).clone())), How::Chosen, records::MOST_VOTES),
        _ => (None, How::Parked, records::TIE),
    };
    Verdict { answer, decision: Decision::new(how, Some(reason.to_owned())) }
}
