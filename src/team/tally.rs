//! The tally of the votes on one question.

use super::agreement::agreement;
use super::decide::{Verdict, counts, decide, is_ordered};
use super::discuss::Topic;
use crate::assessment::{Answer, Votes};
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};

/// The votes on one question, and what they come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The votes on each option, in their order.
    pub options: Vec<u32>,
    pub unknown: u32,
    pub not_applicable: u32,
    pub all: u64,
    /// The agreement of the votes on options, −1000 to 1000; `None` where there are fewer than two, or
    /// where the options have no order.
    pub agreement: Option<i32>,
    /// True when a room should talk about it.
    pub contested: bool,
    /// The decision that the votes make by themselves; `None` without votes.
    pub outcome: Option<Verdict>,
}

impl Tally {
    /// The tally of the votes on a question.
    pub fn of(question: &Question, votes: Option<&Votes>) -> Tally {
        let none = Votes::new();
        let votes = votes.unwrap_or(&none);
        let word = |word: &str| votes.get(word).copied().unwrap_or(0);
        let options = counts(question, votes);
        let (unknown, not_applicable) = (word(UNKNOWN), word(NOT_APPLICABLE));
        let chosen = sum(&options);
        Tally {
            // One vote agrees with nobody.
            agreement: (is_ordered(question) && chosen > 1).then(|| agreement(&options)).flatten(),
            options,
            unknown,
            not_applicable,
            all: chosen + u64::from(unknown) + u64::from(not_applicable),
            contested: Topic::of(question, votes).is_some_and(|topic| topic.is_contested()),
            outcome: decide(Some(question), votes),
        }
    }

    /// The number of those who chose an option.
    pub fn chosen(&self) -> u64 {
        sum(&self.options)
    }

    /// True when the votes decide nothing that a room would accept without a reason: two options have the
    /// most votes, or there are two camps (an agreement below 0).
    pub fn is_split(&self) -> bool {
        let most = self.options.iter().copied().max().unwrap_or(0);
        let tie = most > 0 && self.options.iter().filter(|count| **count == most).count() > 1;
        tie || self.agreement.is_some_and(|agreement| agreement < 0)
    }

    /// True when fewer than half of the votes are for an option: those who know are a minority.
    pub fn is_of_few(&self) -> bool {
        let chosen = self.chosen();
        chosen > 0 && 2 * chosen < self.all
    }

    /// True when a room says why before it takes this answer, which its votes come to.
    pub fn asks_why(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Option(_) => self.is_split() || self.is_of_few(),
            Answer::NotApplicable => true,
            Answer::Unknown => false,
        }
    }

    /// True when several chose an option, and all of them the same.
    pub fn is_one_option(&self) -> bool {
        self.chosen() > 1 && self.options.iter().filter(|count| **count > 0).count() == 1
    }
}

fn sum(votes: &[u32]) -> u64 {
    votes.iter().map(|votes| u64::from(*votes)).sum()
}
