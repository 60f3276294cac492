//! One of the people whose files are merged, or one of the groups that were merged before.

use std::collections::BTreeSet;

use crate::assessment::Assessment;

/// One file.
#[derive(Debug, Clone, Copy)]
pub struct Participant<'a> {
    /// Its name, by which messages call it.
    pub file: &'a str,
    pub assessment: &'a Assessment,
}

impl Participant<'_> {
    pub(super) fn who(&self) -> String {
        let respondent = self.assessment.respondent.as_deref().map(str::trim);
        respondent.filter(|name| !name.is_empty()).unwrap_or(self.file).to_owned()
    }

    /// Everybody who speaks in this file: the respondent, or those of an earlier merge.
    pub(super) fn people(&self) -> BTreeSet<String> {
        if !self.is_merged() {
            return BTreeSet::from([self.who()]);
        }
        let from_files = self.assessment.voices.values().flatten().filter_map(|voice| voice.by.clone());
        let from_devices = self.assessment.ballots.values().flatten().filter_map(|ballot| ballot.by.clone());
        from_files.chain(from_devices).collect()
    }

    /// The number of people who speak in this file: those with a name, or as many as ever voted.
    pub(super) fn size(&self) -> usize {
        let votes =
            self.assessment.votes.values().map(|votes| votes.values().map(|count| *count as usize).sum());
        votes.max().unwrap_or(0).max(self.people().len())
    }

    pub(super) fn is_merged(&self) -> bool {
        !self.assessment.votes.is_empty() || !self.assessment.voices.is_empty()
    }
}

/// Some of the people whose files are merged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Names(Vec<String>),
    /// Their number, where the merge is anonymous.
    Number(usize),
}

impl Who {
    /// These people, by their names or as a number.
    pub(super) fn of(names: Vec<String>, anonymous: bool) -> Who {
        if anonymous { Who::Number(names.len()) } else { Who::Names(names) }
    }
}
