//! What somebody who merges files should be told. Nothing of it hinders the merge.

use std::fmt;

/// One thing to tell. Its `Display` is the sentence. Where a merge is anonymous, `who` is a number of
/// people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeNote {
    /// Several files hold the very same assessment of one person.
    CountedOnce {
        /// The files.
        files: Vec<String>,
    },
    /// Files of different people hold the same answers, given at the same times.
    LooksCopied {
        /// The files.
        files: Vec<String>,
    },
    /// A file that holds votes already: they are added.
    MergedBefore {
        /// The file.
        file: String,
        /// Whether some of its votes have no name.
        nameless: bool,
    },
    /// A questionnaire was answered in several versions.
    Versions {
        /// Its id.
        questionnaire: String,
        /// Each version, and who answered it.
        versions: Vec<(String, String)>,
    },
    /// A questionnaire that only some were asked.
    AskedBySome {
        /// Its id.
        questionnaire: String,
        /// Who.
        who: String,
    },
    /// Answers to an older revision than others answered: not counted.
    OlderRevision {
        /// The question.
        question: String,
        /// The revision that counts.
        newest: u32,
        /// Who answered an older one.
        who: String,
    },
    /// Answers that were carried over from an earlier assessment and not confirmed: not counted.
    NotConfirmed {
        /// The questions.
        questions: Vec<String>,
        /// Whose.
        who: String,
    },
    /// An answer that its question does not offer (any more): not counted.
    NotOffered {
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// Questions of which nothing is known here but their ids.
    UnknownQuestions {
        /// The questions.
        questions: Vec<String>,
    },
    /// Something beside the answers on which the files differ: it is left out.
    Differs {
        /// What, as in the file: `targets.maturity-model`.
        what: String,
    },
}

impl fmt::Display for MergeNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MergeNote::CountedOnce { files } => {
                write!(f, "{} hold the same assessment of one person: counted once.", files.join(" and "))
            }
            MergeNote::LooksCopied { files } => write!(
                f,
                "{} hold the same answers, given at the same times: if one is a copy, leave it out.",
                files.join(" and ")
            ),
            MergeNote::MergedBefore { file, nameless } => {
                write!(f, "{file} holds votes of several people: they are added.")?;
                match nameless {
                    true => f.write_str(" Some have no name: nobody can see whether they are counted twice."),
                    false => Ok(()),
                }
            }
            MergeNote::Versions { questionnaire, versions } => {
                let versions: Vec<String> =
                    versions.iter().map(|(version, who)| format!("{version} ({who})")).collect();
                let versions = versions.join(", ");
                write!(
                    f,
                    "{questionnaire} was answered in several versions: {versions}. Answers to the same revision of a question are put together."
                )
            }
            MergeNote::AskedBySome { questionnaire, who } => {
                write!(f, "{questionnaire} was asked of {who} only.")
            }
            MergeNote::OlderRevision { question, newest, who } => write!(
                f,
                "{question}: revision {newest} counts; the answer to an older one is left out ({who})."
            ),
            MergeNote::NotConfirmed { questions, who } => {
                write!(
                    f,
                    "Not confirmed since the last assessment, and not counted ({who}): {}.",
                    questions.join(", ")
                )
            }
            MergeNote::NotOffered { question, answer } => {
                write!(f, "{question} does not offer {answer}: this answer is not counted.")
            }
            MergeNote::UnknownQuestions { questions } => write!(
                f,
                "Questions that are not here, by the most votes alone: {}. Put their questionnaire into yours.",
                questions.join(", ")
            ),
            MergeNote::Differs { what } => write!(f, "{what} differs between the files: it is left out."),
        }
    }
}
