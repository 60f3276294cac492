//! The standing of one question: the four states that are never merged, and the fifth that a new
//! revision makes.

use crate::assessment::{Answer, Entry, ToConfirm, to_confirm};
use crate::questionnaire::Question;

/// The standing of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An option was chosen.
    Answered {
        /// Its credit, 0 to 100.
        credit: u32,
        /// Its position among the options.
        option: usize,
    },
    /// "We don't know."
    Unknown,
    /// It does not apply.
    NotApplicable,
    /// Nobody has answered.
    Unanswered,
    /// There is an answer that is to be confirmed, and why.
    ToConfirm(ToConfirm),
}

impl Standing {
    /// The credit for what is reached; `None` when the question leaves every sum.
    pub fn proven(self) -> Option<u32> {
        match self {
            Standing::Answered { credit, .. } => Some(credit),
            Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_) => Some(0),
            Standing::NotApplicable => None,
        }
    }

    /// The credit for what is possible; `None` when the question leaves every sum.
    pub fn possible(self) -> Option<u32> {
        match self {
            Standing::Answered { credit, .. } => Some(credit),
            Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_) => Some(100),
            Standing::NotApplicable => None,
        }
    }

    /// True when somebody has to find out: unknown, unanswered or to be confirmed.
    pub fn is_open(self) -> bool {
        matches!(self, Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_))
    }

    /// True when nobody has answered it as it is asked now.
    pub fn is_unanswered(self) -> bool {
        matches!(self, Standing::Unanswered | Standing::ToConfirm(_))
    }
}

/// The standing of a question, by what was said about it.
pub fn standing(question: &Question, entry: Option<&Entry>) -> Standing {
    let Some((entry, answer)) = entry.and_then(|entry| Some((entry, entry.answer.as_ref()?))) else {
        return Standing::Unanswered;
    };
    if let Some(why) = to_confirm(question, entry) {
        return Standing::ToConfirm(why);
    }
    match answer {
        Answer::Unknown => Standing::Unknown,
        Answer::NotApplicable => Standing::NotApplicable,
        Answer::Option(id) => match question.option(id) {
            Some((option, choice)) => Standing::Answered { credit: choice.credit, option },
            None => Standing::ToConfirm(ToConfirm::NotOffered),
        },
    }
}

/// The numbers of questions by their standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// All of them.
    pub total: usize,
    /// With an option.
    pub answered: usize,
    /// "We don't know."
    pub unknown: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Without an answer, or with one to be confirmed.
    pub unanswered: usize,
    /// Those of them with an answer to be confirmed.
    #[serde(skip)]
    pub to_confirm: usize,
}

impl Counts {
    /// Counts standings.
    pub fn of(standings: impl Iterator<Item = Standing>) -> Counts {
        let mut counts = Counts::default();
        for standing in standings {
            counts.total += 1;
            match standing {
                Standing::Answered { .. } => counts.answered += 1,
                Standing::Unknown => counts.unknown += 1,
                Standing::NotApplicable => counts.not_applicable += 1,
                Standing::Unanswered => counts.unanswered += 1,
                Standing::ToConfirm(_) => {
                    counts.unanswered += 1;
                    counts.to_confirm += 1;
                }
            }
        }
        counts
    }
}
