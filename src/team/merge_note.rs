//! Things that somebody who merges files should be told. Nothing of it hinders the merge.

use super::participant::Who;

/// One thing to tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeNote {
    /// Several files hold the very same assessment of one person.
    CountedOnce { files: Vec<String> },
    /// Files of different people hold the same answers, given at the same times.
    LooksCopied { files: Vec<String> },
    /// A file that holds votes already: they are added.
    MergedBefore {
        file: String,
        /// True when some of its votes have no name.
        nameless: bool,
    },
    /// Questions that a room had decided and on which other files vote too: the votes of all decide.
    DecidedAnew { questions: Vec<String> },
    /// A questionnaire was answered in several versions.
    Versions {
        questionnaire: String,
        /// Each version, and who answered it.
        versions: Vec<(String, Who)>,
    },
    /// A questionnaire that only some were asked.
    AskedBySome { questionnaire: String, who: Who },
    /// Answers to an older revision than others answered: not counted.
    OlderRevision {
        question: String,
        /// The revision that counts.
        newest: u32,
        /// Those who answered an older one.
        who: Who,
    },
    /// Answers that were carried over from an earlier assessment and not confirmed: not counted.
    NotConfirmed { questions: Vec<String>, who: Who },
    /// An answer that its question does not offer (any more): not counted.
    NotOffered { question: String, answer: String },
    /// Questions of which nothing is known here but their ids.
    UnknownQuestions { questions: Vec<String> },
    /// Something beside the answers on which the files differ: it is left out.
    Differs {
        /// The field, as in the file: `targets.maturity-model`.
        what: String,
    },
}
