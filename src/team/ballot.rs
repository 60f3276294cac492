//! One file's answer to one question, as votes: the answer of one person, or the votes of a group
//! that was merged or voted live before.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::anonymise::order;
use super::participant::Participant;
use crate::assessment::{Answer, DeviceVote, Entry, Voice, Votes};
use crate::questionnaire::NOT_APPLICABLE;

/// The votes of a file on a question, with what was said along with them.
#[derive(Debug, Clone)]
pub(super) struct Ballot {
    /// The revision of the question that was answered; 0 when the answer was carried over from an
    /// earlier assessment and not confirmed since.
    pub revision: u32,
    pub votes: Votes,
    pub voices: Vec<Voice>,
    pub answered_at: Option<Timestamp>,
}

impl Ballot {
    /// The ballot of a file on a question; `None` when it says nothing.
    pub(super) fn of(participant: &Participant<'_>, question: &str) -> Option<Ballot> {
        let assessment = participant.assessment;
        let entry = assessment.entry(question);
        let mut voices = assessment.voices.get(question).cloned().unwrap_or_default();
        voices
            .extend(assessment.ballots.get(question).into_iter().flat_map(|ballots| device_voices(ballots)));
        let mut votes = assessment.votes.get(question).cloned().unwrap_or_default();
        votes.retain(|_, count| *count > 0);
        if votes.is_empty() {
            voices.iter().filter_map(|voice| voice.answer.clone()).for_each(|word| add(&mut votes, word, 1));
        }
        if votes.is_empty() && voices.is_empty() {
            let entry = entry?;
            votes = entry.answer.iter().map(|answer| (answer.word().to_owned(), 1)).collect();
            voices = vec![voice(participant, entry)];
        } else if let Some(entry) = entry {
            voices.extend(own_words(entry, &voices));
        }
        voices.retain(says_something);
        if votes.is_empty() && voices.is_empty() {
            return None;
        }
        Some(Ballot {
            revision: entry.and_then(|entry| entry.revision).unwrap_or(1),
            votes,
            voices,
            answered_at: entry.and_then(|entry| entry.answered_at),
        })
    }

    /// Takes the answer away, and leaves notes and evidence.
    pub(super) fn without_votes(mut self) -> Ballot {
        self.votes.clear();
        for voice in &mut self.voices {
            voice.answer = None;
            voice.reason = None;
        }
        self.voices.retain(says_something);
        self
    }
}

pub(super) fn add(votes: &mut Votes, word: String, count: u32) {
    let sum = votes.entry(word).or_default();
    *sum = sum.saturating_add(count);
}

pub(super) fn says_something(voice: &Voice) -> bool {
    *voice != Voice { by: voice.by.clone(), ..Voice::default() }
}

fn voice(participant: &Participant<'_>, entry: &Entry) -> Voice {
    Voice {
        by: Some(participant.who()),
        answer: entry.answer.as_ref().map(|answer| answer.word().to_owned()),
        reason: entry.reason.clone(),
        note: entry.note.clone(),
        evidence: entry.evidence.clone(),
    }
}

/// The words of a group's file beside its voices: what was written into the answer itself, not put there
/// by merger.
fn own_words(entry: &Entry, voices: &[Voice]) -> Option<Voice> {
    let heard: Vec<&String> = voices.iter().flat_map(|voice| &voice.evidence).collect();
    let evidence = entry.evidence.iter().filter(|place| !heard.contains(place)).cloned().collect();
    let note = entry.note.clone().filter(|note| Some(note) != join_notes(voices).as_ref());
    let scoped_out = entry.answer == Some(Answer::NotApplicable);
    let reason = entry.reason.clone().filter(|reason| Some(reason) != join_reasons(voices).as_ref());
    let reason = reason.filter(|_| scoped_out);
    Some(Voice { note, reason, evidence, ..Voice::default() }).filter(says_something)
}

/// What was said along with votes from devices. Whoever gave no name has a note here and no answer.
pub fn device_voices(ballots: &[DeviceVote]) -> Vec<Voice> {
    let voice = |ballot: &DeviceVote| Voice {
        by: ballot.by.clone(),
        answer: ballot.by.as_ref().map(|_| ballot.answer.clone()),
        note: ballot.note.clone(),
        ..Voice::default()
    };
    let mut voices: Vec<Voice> = ballots.iter().map(voice).filter(says_something).collect();
    voices.sort_by(|a, b| order(a).cmp(&order(b)));
    voices
}

/// A note together with those that came with votes from devices, without names, in an order that tells nothing
/// of who wrote them.
pub fn with_notes<'b>(
    note: Option<String>,
    ballots: impl IntoIterator<Item = &'b DeviceVote>,
) -> Option<String> {
    let mut notes: Vec<&str> = ballots.into_iter().filter_map(|ballot| ballot.note.as_deref()).collect();
    notes.sort_unstable();
    let all = note.as_deref().into_iter().chain(notes).collect::<Vec<_>>().join("\n");
    (!all.is_empty()).then_some(all)
}

/// The notes of all voices as one, each with who said it; `None` without any.
pub fn join_notes(voices: &[Voice]) -> Option<String> {
    let note = |voice: &Voice| {
        let note = voice.note.as_deref().map(str::trim).filter(|note| !note.is_empty())?;
        Some(voice.by.as_ref().map_or_else(|| note.to_owned(), |by| format!("{by}: {note}")))
    };
    let notes: Vec<String> = voices.iter().filter_map(note).collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}

/// The places that any voice names, each once, by name.
pub(super) fn join_evidence(voices: &[Voice]) -> Vec<String> {
    let places: BTreeSet<&String> = voices.iter().flat_map(|voice| &voice.evidence).collect();
    places.into_iter().cloned().collect()
}

/// The reasons of those who say that it does not apply, each once.
pub fn join_reasons(voices: &[Voice]) -> Option<String> {
    let mut reasons: Vec<&str> = Vec::new();
    let scoped_out = |voice: &&Voice| voice.answer.as_deref().is_none_or(|answer| answer == NOT_APPLICABLE);
    for reason in voices.iter().filter(scoped_out).filter_map(|voice| voice.reason.as_deref()).map(str::trim)
    {
        if !reason.is_empty() && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    (!reasons.is_empty()).then(|| reasons.join("; "))
}
