//! The part of a merge that is not about answers: questionnaires and their versions, plan, lists of
//! names, targets, objectives, actions. What the files agree on stays; what they differ on is named and left
//! out, since nobody voted on it.

use std::collections::BTreeMap;

use super::merge_note::MergeNote;
use super::participant::{Participant, Who};
use crate::assessment::{Assessment, PlanSettings};
use crate::questionnaire::Catalogue;

pub(super) fn merge_settings(
    participants: &[Participant<'_>],
    catalogue: &Catalogue,
    anonymous: bool,
    merged: &mut Assessment,
    notes: &mut Vec<MergeNote>,
) {
    merged.questionnaires = questionnaires(participants, catalogue, anonymous, notes);
    let files = || participants.iter().map(|participant| participant.assessment);
    let named = |of: fn(&PlanSettings) -> &Vec<String>| {
        files().map(move |file| of(&file.plan)).filter(|ids| !ids.is_empty()).cloned()
    };
    merged.plan = PlanSettings {
        route: agree(files().filter_map(|file| file.plan.route), "plan.route", notes),
        capacity: agree(files().filter_map(|file| file.plan.capacity), "plan.capacity", notes),
        start: agree(files().filter_map(|file| file.plan.start), "plan.start", notes),
        also: agree(named(|plan| &plan.also), "plan.also", notes).unwrap_or_default(),
        first: agree(named(|plan| &plan.first), "plan.first", notes).unwrap_or_default(),
        later: agree(named(|plan| &plan.later), "plan.later", notes).unwrap_or_default(),
    };
    merged.lists = agree_by_key(files().map(|file| &file.lists), "lists", notes);
    merged.targets = agree_by_key(files().map(|file| &file.targets), "targets", notes);
    merged.objectives = agree_by_key(files().map(|file| &file.objectives), "objectives", notes);
    let (mut last, mut votes) = (Vec::new(), Vec::new());
    merged.last = agree_by_key(files().map(|file| &file.last), "last", &mut last);
    merged.last_votes = agree_by_key(files().map(|file| &file.last_votes), "last_votes", &mut votes);
    merged.actions = agree_by_key(files().map(|file| &file.actions), "actions", notes);
}

/// The one value; none where there is none, or where they differ, which is noted.
fn agree<T: PartialEq>(
    mut values: impl Iterator<Item = T>,
    what: &str,
    notes: &mut Vec<MergeNote>,
) -> Option<T> {
    let first = values.next()?;
    if values.all(|value| value == first) {
        return Some(first);
    }
    notes.push(MergeNote::Differs { what: what.to_owned() });
    None
}

fn agree_by_key<'a, T: PartialEq + Clone + 'a>(
    maps: impl Iterator<Item = &'a BTreeMap<String, T>>,
    what: &str,
    notes: &mut Vec<MergeNote>,
) -> BTreeMap<String, T> {
    let mut all: BTreeMap<&String, Vec<&T>> = BTreeMap::new();
    maps.flatten().for_each(|(id, value)| all.entry(id).or_default().push(value));
    let one = |(id, values): (&String, Vec<&T>)| {
        Some((id.clone(), agree(values.into_iter(), &format!("{what}.{id}"), notes)?.clone()))
    };
    all.into_iter().filter_map(one).collect()
}

/// Every questionnaire that anybody was asked, in the newest version that was answered: in the order of
/// the files where it is the same in all, otherwise in that of the catalogue.
fn questionnaires(
    participants: &[Participant<'_>],
    catalogue: &Catalogue,
    anonymous: bool,
    notes: &mut Vec<MergeNote>,
) -> Vec<(String, String)> {
    let mut versions: BTreeMap<&String, Versions<'_>> = BTreeMap::new();
    for participant in participants {
        for (id, version) in &participant.assessment.questionnaires {
            let versions = versions.entry(id).or_default();
            let (_, who) = versions.entry(pieces(version)).or_insert_with(|| (version, Vec::new()));
            who.push(participant.who());
        }
    }
    let order = |file: &Assessment| file.questionnaires.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    let mut orders = participants.iter().map(|participant| order(participant.assessment));
    let first = orders.next().unwrap_or_default();
    let order = if orders.all(|order| order == first) { first } else { Vec::new() };
    let rank = |id: &String| {
        let known = catalogue.questionnaires().position(|known| known.id == *id);
        (order.iter().position(|ordered| ordered == id), known.unwrap_or(usize::MAX))
    };
    let mut merged = Vec::new();
    for (id, versions) in versions {
        let asked: usize = versions.values().map(|(_, who)| who.len()).sum();
        if asked < participants.len() {
            let names: Vec<String> = versions.values().flat_map(|(_, who)| who.clone()).collect();
            notes.push(MergeNote::AskedBySome { questionnaire: id.clone(), who: Who::of(names, anonymous) });
        }
        if versions.len() > 1 {
            let versions = versions.values();
            let versions =
                versions.map(|(version, names)| ((*version).clone(), Who::of(names.clone(), anonymous)));
            notes.push(MergeNote::Versions { questionnaire: id.clone(), versions: versions.collect() });
        }
        merged.extend(versions.last_key_value().map(|(_, (version, _))| (id.clone(), (*version).clone())));
    }
    merged.sort_by_key(|(id, _)| rank(id));
    merged
}

/// The versions of a questionnaire, rising, and who answered each.
type Versions<'v> = BTreeMap<Vec<VersionPart<'v>>, (&'v String, Vec<String>)>;

/// A part of a version: numbers by their size, and before them anything else.
type VersionPart<'v> = (Option<u64>, &'v str);

fn pieces(version: &str) -> Vec<VersionPart<'_>> {
    version.split('.').map(|piece| (piece.parse().ok(), piece)).collect()
}
