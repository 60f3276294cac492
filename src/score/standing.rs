//! The standing of one question: the four states that are never merged, the fifth that a new revision
//! makes, and the sixth that another answer settles.

use crate::assessment::{Answer, Assessment, Entry, ToConfirm, to_confirm};
use crate::questionnaire::{Catalogue, MAX_QUESTIONS, Question};

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
    /// Not asked: by another answer there is nothing of it. Counts as its first option.
    Implied,
    /// Not asked: what it depends on is not applicable, and so is this.
    ImpliedNotApplicable,
}

impl Standing {
    /// The credit for what is reached; `None` when the question leaves every sum.
    pub fn proven(self) -> Option<u32> {
        match self {
            Standing::Answered { credit, .. } => Some(credit),
            Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_) | Standing::Implied => Some(0),
            Standing::NotApplicable | Standing::ImpliedNotApplicable => None,
        }
    }

    /// The credit for what is possible; `None` when the question leaves every sum.
    pub fn possible(self) -> Option<u32> {
        match self {
            Standing::Answered { credit, .. } => Some(credit),
            Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_) => Some(100),
            Standing::Implied => Some(0),
            Standing::NotApplicable | Standing::ImpliedNotApplicable => None,
        }
    }

    /// True when somebody has to find out: unknown, unanswered or to be confirmed.
    pub fn is_open(self) -> bool {
        matches!(self, Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_))
    }

    /// True when another answer settles it.
    pub fn is_implied(self) -> bool {
        matches!(self, Standing::Implied | Standing::ImpliedNotApplicable)
    }

    /// True when nobody has answered it as it is asked now, and it is to be asked.
    pub fn is_unanswered(self) -> bool {
        matches!(self, Standing::Unanswered | Standing::ToConfirm(_))
    }
}

/// The standing of a question in an assessment: by its own answer, or as another one implies.
pub fn standing(catalogue: &Catalogue, assessment: &Assessment, question: &Question) -> Standing {
    let own = own_standing(question, assessment.entry(&question.id));
    if own.is_unanswered() { implied(catalogue, assessment, question).unwrap_or(own) } else { own }
}

/// What other answers imply for a question that has none of its own; `None` where they do not. Follows
/// conditions up to the first question with an answer: that one settles all that hang on it.
fn implied<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    mut question: &'a Question,
) -> Option<Standing> {
    // A bound, because a file that `check` has not seen may go in circles.
    for _ in 0..MAX_QUESTIONS {
        let condition = question.only_if.as_ref()?;
        let other = catalogue.question(&condition.question)?;
        if !is_asked(catalogue, assessment, &other.id) {
            return None;
        }
        match own_standing(other, assessment.entry(&other.id)) {
            Standing::Answered { option, .. } => {
                let (at_least, _) = other.option(&condition.at_least)?;
                return (option < at_least).then_some(Standing::Implied);
            }
            Standing::NotApplicable => return Some(Standing::ImpliedNotApplicable),
            Standing::Unknown => return None,
            _ => question = other,
        }
    }
    None
}

/// True when a questionnaire of this assessment asks this question.
pub fn is_asked(catalogue: &Catalogue, assessment: &Assessment, question: &str) -> bool {
    assessment.asked(catalogue).any(|questionnaire| questionnaire.asks(question))
}

/// The standing of a question by what was said about it, whatever other answers imply.
pub fn own_standing(question: &Question, entry: Option<&Entry>) -> Standing {
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
    /// Not asked, because another answer settles it.
    pub implied: usize,
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

/// How the questions of all questionnaires of an assessment stand, each counted once.
pub fn counts(catalogue: &Catalogue, assessment: &Assessment) -> Counts {
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    Counts::of(asked.map(|question| standing(catalogue, assessment, question)))
}

impl Counts {
    /// Counts standings.
    pub fn of(standings: impl Iterator<Item = Standing>) -> Counts {
        let mut counts = Counts::default();
        for standing in standings {
            counts.total += 1;
            match standing {
                Standing::Answered { .. } => counts.answered += 1,
                Standing::Implied | Standing::ImpliedNotApplicable => counts.implied += 1,
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
