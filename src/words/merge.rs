//! The words about merging the files of many people, and about putting them into a workshop.

use std::fmt::{self, Display, Formatter};

use super::answers::TO_CONFIRM;
use super::count_people;
use crate::team::{MergeError, MergeNote, Who};
use crate::workshop::PrepareError;

impl Display for Who {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Who::Names(names) => f.write_str(&names.join(", ")),
            Who::Number(people) => f.write_str(&count_people(*people)),
        }
    }
}

impl Display for MergeNote {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            MergeNote::CountedOnce { files } => {
                write!(f, "{} hold the same assessment of one person: counted once.", files.join(" and "))
            }
            MergeNote::LooksCopied { files } => write!(
                f,
                "{} hold the same answers, given at the same times: if one is a copy, leave it out.",
                files.join(" and ")
            ),
            MergeNote::MergedBefore { file, nameless: false } => {
                write!(f, "{file} holds votes of several people: they are added.")
            }
            MergeNote::MergedBefore { file, nameless: true } => write!(
                f,
                "{file} holds votes of several people: they are added. Some have no name: nobody can see \
                 whether they are counted twice."
            ),
            MergeNote::DecidedAnew { questions } => write!(
                f,
                "Decided in a workshop, and now by the votes of all files, since others vote on it too: {}.",
                questions.join(", ")
            ),
            MergeNote::Versions { questionnaire, versions } => {
                let versions: Vec<String> =
                    versions.iter().map(|(version, who)| format!("{version} ({who})")).collect();
                let versions = versions.join(", ");
                write!(
                    f,
                    "{questionnaire} was answered in several versions: {versions}. Answers to the same \
                     revision of a question are put together."
                )
            }
            MergeNote::AskedBySome { questionnaire, who } => {
                write!(f, "{questionnaire} was asked of {who} only.")
            }
            MergeNote::OlderRevision { question, newest, who } => write!(
                f,
                "{question}: revision {newest} counts; the answer to an older one is left out ({who})."
            ),
            MergeNote::NotConfirmed { questions, who } => write!(
                f,
                "Of the assessment before, {TO_CONFIRM}, and not counted ({who}): {}.",
                questions.join(", ")
            ),
            MergeNote::NotOffered { question, answer } => {
                write!(f, "{question} does not offer {answer}: this answer is not counted.")
            }
            MergeNote::UnknownQuestions { questions } => write!(
                f,
                "Questions that are not here, by the most votes alone: {}. Put their questionnaire into yours.",
                questions.join(", ")
            ),
            MergeNote::Differs { what } => {
                write!(f, "{what} differs between the files: it is left out.")
            }
        }
    }
}

impl std::error::Error for MergeError {}

impl Display for MergeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            MergeError::Nothing => {
                f.write_str("there is no file to merge; name the files of the participants")
            }
            MergeError::SameRespondent { who, files } => write!(
                f,
                "{who} is in {}, with different answers; leave out the older one, or give them different \
                 names (`respondent`)",
                files.join(" and ")
            ),
            MergeError::Organizations(names) => write!(
                f,
                "the files are of different organisations ({}); leave some out, or name the one with \
                 --organization",
                names.join(", ")
            ),
        }
    }
}

impl std::error::Error for PrepareError {}

impl Display for PrepareError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            PrepareError::Begun => f.write_str("it has votes already; leave out --with to go on with it"),
            PrepareError::Answered => {
                f.write_str("it has answers of its own; name it behind --with too, and begin a new file")
            }
            PrepareError::Organizations(names) => write!(
                f,
                "the files are of different organisations ({}); leave some out, or correct `organization` \
                 in them",
                names.join(", ")
            ),
            PrepareError::Merge(error) => error.fmt(f),
        }
    }
}
