//! An assessment without names, and otherwise the same.

use std::collections::BTreeSet;

use super::ballot::{join_notes, with_notes};
use super::participant::Participant;
use super::records;
use crate::assessment::{Assessment, DeviceVote, Voice};

/// The same assessment without the names of its fields: of who answered, who said what, and who has taken an
/// action. Answers, votes, decisions and their reasons stay. What was said on a question is put into an order
/// that tells nothing of who said it. Names in the text of notes, reasons and evidence stay: nobody but
/// a reader can find them.
pub fn anonymise(assessment: &Assessment) -> Assessment {
    let participant = Participant { file: "", assessment };
    let mut nameless = assessment.clone();
    let names: BTreeSet<String> =
        assessment.voices.values().flatten().filter_map(|voice| voice.by.clone()).collect();
    if !assessment.respondent.as_deref().is_some_and(records::is_people) {
        let people = assessment.respondent.as_ref().map(|_| records::people(participant.size()));
        nameless.respondent = people;
    }
    for (question, voices) in &mut nameless.voices {
        let named = join_notes(voices);
        voices.iter_mut().for_each(|voice| voice.by = None);
        voices.sort_by(|a, b| order(a).cmp(&order(b)));
        let entry = nameless.answers.get_mut(question);
        let note = entry.and_then(|entry| entry.note.as_mut());
        if let Some(note) = note {
            *note = without_names(note, &named.unwrap_or_default(), voices, &names);
        }
    }
    for (question, ballots) in &mut nameless.ballots {
        // What cannot be changed any more is kept for its name alone: its note goes to those of the question.
        let (open, settled) = std::mem::take(ballots).into_iter().partition(|ballot| ballot.device.is_some());
        let settled: Vec<DeviceVote> = settled;
        *ballots = open;
        if settled.iter().any(|ballot| ballot.note.is_some()) {
            let entry = nameless.answers.entry(question.clone()).or_default();
            entry.note = with_notes(entry.note.take(), &settled);
        }
        ballots.iter_mut().for_each(|ballot| ballot.by = None);
    }
    nameless.ballots.retain(|_, ballots| !ballots.is_empty());
    nameless.decisions.values_mut().for_each(|decision| decision.changed_by = None);
    nameless.actions.values_mut().for_each(|action| action.owner = None);
    nameless
}

/// The same, without a word that somebody wrote on a question either: no note, no evidence, nothing of what
/// was said by whom. Reasons stay, for a decision without its reason is another one.
pub fn without_words(assessment: &Assessment) -> Assessment {
    let mut silent = anonymise(assessment);
    for entry in silent.answers.values_mut() {
        entry.note = None;
        entry.evidence.clear();
    }
    silent.voices.clear();
    silent.ballots.clear();
    silent
}

/// A note that joins those of several people, without their names; so is each line of it where somebody
/// has changed it since.
fn without_names(note: &str, named: &str, nameless: &[Voice], names: &BTreeSet<String>) -> String {
    let line = |line: &str| {
        let said = names.iter().find_map(|name| line.strip_prefix(name.as_str())?.strip_prefix(": "));
        said.unwrap_or(line).to_owned()
    };
    let lines = |text: &str| text.split('\n').map(line).collect::<Vec<_>>().join("\n");
    match note.strip_prefix(named).filter(|_| !named.is_empty()) {
        Some(rest) => join_notes(nameless).unwrap_or_default() + &lines(rest),
        None => lines(note),
    }
}

/// The order of voices: by name; without names by what they say, so that no two questions have the
/// same person in the same place.
pub(super) fn order(voice: &Voice) -> impl Ord + '_ {
    (&voice.by, &voice.answer, &voice.reason, &voice.note, &voice.evidence)
}
