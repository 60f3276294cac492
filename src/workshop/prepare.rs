//! The answers that participants gave on their own, put into the file of a workshop before it begins.

use crate::assessment::Assessment;
use crate::questionnaire::Catalogue;
use crate::team::{MergeError, MergeNote, Options, Participant, merge};

/// The reason why files of participants are not put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrepareError {
    /// The file has votes already.
    Begun,
    /// The file has answers that nobody would have voted on.
    Answered,
    /// The file and those of the participants are of different organisations.
    Organizations(Vec<String>),
    /// The files do not go together.
    Merge(MergeError),
}

impl From<MergeError> for PrepareError {
    fn from(error: MergeError) -> PrepareError {
        match error {
            MergeError::Organizations(names) => PrepareError::Organizations(names),
            error => PrepareError::Merge(error),
        }
    }
}

/// The assessment of a workshop, with the answers of these participants as votes; and what should be
/// told about it. What `own` says of organisation, questionnaires and plan holds.
///
/// # Errors
/// The workshop has begun, or the files do not go together: different organisations are never mixed.
pub fn prepare(
    own: Option<&Assessment>,
    participants: &[Participant<'_>],
    catalogue: &Catalogue,
) -> Result<(Assessment, Vec<MergeNote>), PrepareError> {
    let merged = merge(participants, catalogue, &Options::default())?;
    let Some(own) = own else { return Ok((merged.assessment, merged.notes)) };
    if own.organization.trim() != merged.assessment.organization.trim() {
        let mut names = vec![own.organization.clone(), merged.assessment.organization];
        names.sort();
        return Err(PrepareError::Organizations(names));
    }
    if !own.votes.is_empty() || !own.voices.is_empty() {
        return Err(PrepareError::Begun);
    }
    if own.answers.values().any(|entry| entry.answer.is_some()) {
        return Err(PrepareError::Answered);
    }
    let mut assessment = own.clone();
    let asked = merged.assessment.questionnaires.into_iter();
    assessment.questionnaires.extend(asked.filter(|(id, _)| !own.asks(id)));
    assessment.respondent = assessment.respondent.or(merged.assessment.respondent);
    for (question, entry) in merged.assessment.answers {
        let note = assessment.answers.remove(&question).and_then(|own| own.note);
        let note = entry.note.clone().into_iter().chain(note).reduce(|all, note| format!("{all}\n{note}"));
        assessment.answers.insert(question, crate::assessment::Entry { note, ..entry });
    }
    assessment.votes = merged.assessment.votes;
    assessment.voices = merged.assessment.voices;
    assessment.decisions = merged.assessment.decisions;
    Ok((assessment, merged.notes))
}
