//! Many files, one assessment: votes by question, the answer that follows from them, and who said what.
//!
//! - Each file is one person, named by its `respondent`, or by its file where there is none. The same
//!   name twice is refused, unless the files hold the very same: then they are counted once.
//! - A file that holds votes already counts as those who voted; its own answers count where it has no
//!   votes. Somebody who is named in it and has a file too is found and refused; where names were
//!   dropped that cannot be seen, and a note says so.
//! - Only votes on the newest revision of a question that anybody answered count. Notes, reasons and
//!   evidence stay with who gave them.
//! - What a room decided stands where nobody else votes on the question; where others do, the votes of all
//!   decide, and a note says so. A single file of a group stays as it is.
//! - What is not an answer (targets, plan, actions) stays where the files agree on it.

use std::collections::{BTreeMap, BTreeSet};

use super::anonymise::{anonymise, order};
use super::ballot::{self, Ballot, add};
use super::decide::decide;
use super::discuss::is_of_merging;
use super::merge_note::MergeNote;
use super::participant::{Participant, Who};
use super::records;
use super::settings;
use crate::assessment::{Answer, Assessment, Entry, Voice, Votes};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question, UNKNOWN};

/// The options of a merge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// True when all names are dropped, as [`anonymise`] does.
    pub anonymous: bool,
    /// The organisation of the result; needed where the files name different ones.
    pub organization: Option<String>,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The assessment, with votes, voices and decisions.
    pub assessment: Assessment,
    /// The number of people in it, as far as names tell.
    pub people: usize,
    /// The notes to be told, in order.
    pub notes: Vec<MergeNote>,
}

/// The reason why files are not merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeError {
    /// There is nothing to merge.
    Nothing,
    /// The same person with different answers.
    SameRespondent { who: String, files: Vec<String> },
    /// The files are of different organisations.
    Organizations(Vec<String>),
}

/// Puts the files of several people together. The result does not depend on the order of the files.
///
/// # Errors
/// No file, different organisations, or one person with different answers.
pub fn merge(
    participants: &[Participant<'_>],
    catalogue: &Catalogue,
    options: &Options,
) -> Result<Merged, MergeError> {
    let mut notes = Vec::new();
    let participants = drop_duplicates(participants, &mut notes);
    if let [group] = participants.as_slice()
        && (group.is_merged() || !group.assessment.decisions.is_empty())
    {
        return Ok(alone(group, options, notes));
    }
    let names = name_everybody(&participants)?;
    let size = participants.iter().map(Participant::size).sum();
    let organization = organization(&participants, options)?;
    note_copies(&participants, &mut notes);
    for participant in participants.iter().filter(|participant| participant.is_merged()) {
        let mut voices = participant.assessment.voices.values().flatten();
        let nameless = voices.any(|voice| voice.by.is_none()) || participant.people().is_empty();
        notes.push(MergeNote::MergedBefore { file: participant.file.to_owned(), nameless });
    }
    let mut merger = Merger {
        catalogue,
        anonymous: options.anonymous,
        assessment: Assessment { organization, ..Assessment::default() },
        notes,
        not_confirmed: BTreeMap::new(),
        unknown: Vec::new(),
        decided_anew: Vec::new(),
    };
    let anonymous = options.anonymous || names.len() < size;
    merger.assessment.respondent = Some(if anonymous { records::people(size) } else { names.join(", ") });
    settings::merge_settings(
        &participants,
        catalogue,
        options.anonymous,
        &mut merger.assessment,
        &mut merger.notes,
    );
    let questions: BTreeSet<&String> = participants
        .iter()
        .map(|participant| participant.assessment)
        .flat_map(|file| {
            let said = file.answers.keys().chain(file.votes.keys()).chain(file.voices.keys());
            said.chain(file.decisions.keys())
        })
        .collect();
    for id in questions {
        merger.merge_question(id, &participants);
    }
    Ok(merger.finish(size))
}

/// The file of one group: what it decided stands.
fn alone(group: &Participant<'_>, options: &Options, notes: Vec<MergeNote>) -> Merged {
    let mut assessment =
        if options.anonymous { anonymise(group.assessment) } else { group.assessment.clone() };
    assessment.organization = options.organization.clone().unwrap_or(assessment.organization);
    assessment.voices.values_mut().for_each(|voices| voices.retain(ballot::says_something));
    assessment.voices.retain(|_, voices| !voices.is_empty());
    Merged { assessment, people: group.size(), notes }
}

/// The files in an order of their own, each assessment of a person once.
fn drop_duplicates<'a>(all: &[Participant<'a>], notes: &mut Vec<MergeNote>) -> Vec<Participant<'a>> {
    let mut sorted = all.to_vec();
    sorted.sort_by_key(|participant| (participant.who().to_lowercase(), participant.who(), participant.file));
    let mut distinct: Vec<Participant<'a>> = Vec::new();
    for participant in sorted {
        let same = |other: &&Participant<'_>| {
            other.assessment == participant.assessment
                && (other.file == participant.file || participant.assessment.respondent.is_some())
        };
        match distinct.iter().find(same) {
            Some(other) => {
                let files = vec![other.file.to_owned(), participant.file.to_owned()];
                notes.push(MergeNote::CountedOnce { files });
            }
            None => distinct.push(participant),
        }
    }
    distinct
}

fn name_everybody(participants: &[Participant<'_>]) -> Result<Vec<String>, MergeError> {
    let mut files: BTreeMap<String, (String, &str)> = BTreeMap::new();
    for participant in participants {
        for who in participant.people() {
            if let Some((who, file)) = files.insert(who.to_lowercase(), (who, participant.file)) {
                let mut files = vec![file.to_owned(), participant.file.to_owned()];
                files.sort();
                return Err(MergeError::SameRespondent { who, files });
            }
        }
    }
    if participants.is_empty() {
        return Err(MergeError::Nothing);
    }
    Ok(files.into_values().map(|(who, _)| who).collect())
}

fn organization(participants: &[Participant<'_>], options: &Options) -> Result<String, MergeError> {
    let names: BTreeSet<&str> =
        participants.iter().map(|participant| participant.assessment.organization.trim()).collect();
    match (&options.organization, names.first()) {
        (Some(name), _) => Ok(name.clone()),
        (None, Some(name)) if names.len() == 1 => Ok((*name).to_owned()),
        _ => Err(MergeError::Organizations(names.into_iter().map(str::to_owned).collect())),
    }
}

/// Notes files whose answers and times are the same under different names.
fn note_copies(participants: &[Participant<'_>], notes: &mut Vec<MergeNote>) {
    for (i, one) in participants.iter().enumerate() {
        let answers = &one.assessment.answers;
        let timed = answers.values().any(|entry| entry.answered_at.is_some());
        for other in participants.iter().skip(i + 1) {
            if timed && *answers == other.assessment.answers {
                let files = vec![one.file.to_owned(), other.file.to_owned()];
                notes.push(MergeNote::LooksCopied { files });
            }
        }
    }
}

struct Merger<'c> {
    catalogue: &'c Catalogue,
    anonymous: bool,
    assessment: Assessment,
    notes: Vec<MergeNote>,
    /// The questions that each person has not confirmed.
    not_confirmed: BTreeMap<String, Vec<String>>,
    unknown: Vec<String>,
    /// The questions that a room has decided, and on which others vote too.
    decided_anew: Vec<String>,
}

impl Merger<'_> {
    fn merge_question(&mut self, id: &str, participants: &[Participant<'_>]) {
        let question = self.catalogue.question(id);
        let ballots: Vec<(String, Ballot)> = participants
            .iter()
            .filter_map(|participant| Some((participant.who(), Ballot::of(participant, id)?)))
            .collect();
        let ballots = self.keep_counting(id, question, ballots);

        let mut votes = Votes::new();
        let mut voices: Vec<Voice> = Vec::new();
        let mut entry = Entry::default();
        for ballot in ballots {
            if !ballot.votes.is_empty() {
                entry.revision = Some(ballot.revision);
                entry.answered_at = entry.answered_at.max(ballot.answered_at);
            }
            ballot.votes.into_iter().for_each(|(word, count)| add(&mut votes, word, count));
            voices.extend(ballot.voices);
        }
        voices.sort_by(|a, b| order(a).cmp(&order(b)));
        entry.note = ballot::join_notes(&voices);
        entry.evidence = ballot::join_evidence(&voices);
        if let Some(outcome) = decide(question, &votes) {
            if outcome.answer == Some(Answer::NotApplicable) {
                let all: u64 = votes.values().map(|count| u64::from(*count)).sum();
                let said = votes.get(NOT_APPLICABLE).copied().unwrap_or(0);
                let counted = || records::said_so(said, all);
                entry.reason = Some(ballot::join_reasons(&voices).unwrap_or_else(counted));
            }
            if question.is_none() {
                self.unknown.push(id.to_owned());
            }
            entry.answer = outcome.answer;
            self.assessment.decisions.insert(id.to_owned(), outcome.decision);
            self.assessment.votes.insert(id.to_owned(), votes);
        }
        self.keep_decision(id, question, participants, &mut entry);
        if !voices.is_empty() {
            self.assessment.voices.insert(id.to_owned(), voices);
        }
        if entry != Entry::default() {
            self.assessment.answers.insert(id.to_owned(), entry);
        }
    }

    /// Keeps the decision of a room on a question on which nobody else votes; notes where others do.
    fn keep_decision(
        &mut self,
        id: &str,
        question: Option<&Question>,
        participants: &[Participant<'_>],
        entry: &mut Entry,
    ) {
        let speaks = |participant: &&Participant<'_>| {
            participant.assessment.decisions.contains_key(id)
                || Ballot::of(participant, id).is_some_and(|ballot| !ballot.votes.is_empty())
        };
        let speaking: Vec<&Assessment> =
            participants.iter().filter(speaks).map(|participant| participant.assessment).collect();
        let by_a_room = |file: &&Assessment| {
            let of_merging = question.is_some_and(|question| is_of_merging(question, file));
            file.decisions.contains_key(id) && !of_merging
        };
        match speaking.as_slice() {
            [file] => {
                let Some(decision) = file.decisions.get(id) else { return };
                self.assessment.decisions.insert(id.to_owned(), decision.clone());
                let own = file.entry(id).cloned().unwrap_or_default();
                *entry =
                    Entry { note: entry.note.take(), evidence: std::mem::take(&mut entry.evidence), ..own };
            }
            _ if speaking.iter().any(by_a_room) => self.decided_anew.push(id.to_owned()),
            _ => {}
        }
    }

    /// The ballots of which only those votes are left that count.
    fn keep_counting(
        &mut self,
        id: &str,
        question: Option<&Question>,
        ballots: Vec<(String, Ballot)>,
    ) -> Vec<Ballot> {
        let voted = ballots.iter().filter(|(_, ballot)| !ballot.votes.is_empty());
        let newest = voted.map(|(_, ballot)| ballot.revision).max().unwrap_or(1);
        let mut older = Vec::new();
        let mut counting = Vec::new();
        for (who, mut ballot) in ballots {
            if ballot.votes.is_empty() {
            } else if ballot.revision == 0 {
                self.not_confirmed.entry(who).or_default().push(id.to_owned());
                ballot = ballot.without_votes();
            } else if ballot.revision < newest {
                older.push(who);
                ballot = ballot.without_votes();
            } else {
                let notes = &mut self.notes;
                ballot.votes.retain(|word, _| {
                    let offered = question.is_none_or(|question| question.option(word).is_some())
                        || [UNKNOWN, NOT_APPLICABLE].contains(&word.as_str());
                    if !offered {
                        notes.push(MergeNote::NotOffered { question: id.to_owned(), answer: word.clone() });
                    }
                    offered
                });
            }
            counting.push(ballot);
        }
        if !older.is_empty() {
            let who = Who::of(older, self.anonymous);
            self.notes.push(MergeNote::OlderRevision { question: id.to_owned(), newest, who });
        }
        counting
    }

    fn finish(mut self, people: usize) -> Merged {
        for (who, questions) in std::mem::take(&mut self.not_confirmed) {
            let who = Who::of(vec![who], self.anonymous);
            self.notes.push(MergeNote::NotConfirmed { questions, who });
        }
        if !self.unknown.is_empty() {
            self.notes.push(MergeNote::UnknownQuestions { questions: self.unknown });
        }
        if !self.decided_anew.is_empty() {
            self.notes.push(MergeNote::DecidedAnew { questions: self.decided_anew });
        }
        if self.anonymous {
            self.assessment = anonymise(&self.assessment);
        }
        self.notes.sort();
        self.notes.dedup();
        Merged { assessment: self.assessment, people, notes: self.notes }
    }
}
