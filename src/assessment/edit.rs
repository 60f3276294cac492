//! A change to an assessment as a value: what undo, saving and the command line have in common.

use std::collections::BTreeMap;

use super::group::{Decision, DeviceVote, Voice, Votes};
use super::model::*;

/// One change: the new state of one fact (`None` removes it).
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Organization(String),
    /// Who answers.
    Respondent(Option<String>),
    /// The questionnaires that are asked, with their versions.
    Questionnaires(Vec<(String, String)>),
    Plan(PlanSettings),
    /// The names on a list of a questionnaire.
    List(String, Option<Vec<String>>),
    /// The target of a questionnaire.
    Target(String, Option<String>),
    /// The objectives of a questionnaire.
    Objectives(String, Option<Vec<String>>),
    /// The entry of a question.
    Entry(String, Option<Entry>),
    /// The votes on a question.
    Votes(String, Option<Votes>),
    /// So many votes for a word more on a question, or fewer.
    Count(String, String, i32),
    /// The votes from devices on a question.
    Ballots(String, Option<Vec<DeviceVote>>),
    /// The earlier rounds of votes on a question.
    Rounds(String, Option<Vec<Votes>>),
    /// Who said what on a question.
    Voices(String, Option<Vec<Voice>>),
    /// The decision on a question.
    Decision(String, Option<Decision>),
    /// The state of an action.
    Action(String, Option<ActionState>),
    /// Everything at once, as after a merge.
    Whole(Box<Assessment>),
    /// Changes that belong together: applied in order, undone as one.
    All(Vec<Edit>),
}

impl Assessment {
    /// Makes a change, and returns the one that takes it back.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Organization(name) => Edit::Organization(std::mem::replace(&mut self.organization, name)),
            Edit::Respondent(name) => Edit::Respondent(std::mem::replace(&mut self.respondent, name)),
            Edit::Questionnaires(list) => {
                Edit::Questionnaires(std::mem::replace(&mut self.questionnaires, list))
            }
            Edit::Plan(plan) => Edit::Plan(std::mem::replace(&mut self.plan, plan)),
            Edit::List(id, names) => swap(&mut self.lists, id, names, Edit::List),
            Edit::Target(id, level) => swap(&mut self.targets, id, level, Edit::Target),
            Edit::Objectives(id, chosen) => swap(&mut self.objectives, id, chosen, Edit::Objectives),
            Edit::Entry(id, entry) => swap(&mut self.answers, id, entry, Edit::Entry),
            Edit::Votes(id, votes) => swap(&mut self.votes, id, votes, Edit::Votes),
            Edit::Count(id, word, by) => self.count(id, word, by),
            Edit::Ballots(id, ballots) => swap(&mut self.ballots, id, ballots, Edit::Ballots),
            Edit::Rounds(id, rounds) => swap(&mut self.rounds, id, rounds, Edit::Rounds),
            Edit::Voices(id, voices) => swap(&mut self.voices, id, voices, Edit::Voices),
            Edit::Decision(id, decision) => swap(&mut self.decisions, id, decision, Edit::Decision),
            Edit::Action(id, action) => swap(&mut self.actions, id, action, Edit::Action),
            Edit::Whole(whole) => Edit::Whole(Box::new(std::mem::replace(self, *whole))),
            Edit::All(edits) => {
                let mut inverse: Vec<Edit> = edits.into_iter().map(|edit| self.apply(edit)).collect();
                inverse.reverse();
                Edit::All(inverse)
            }
        }
    }

    fn count(&mut self, id: String, word: String, by: i32) -> Edit {
        let votes = self.votes.entry(id.clone()).or_default();
        let before = votes.get(&word).copied().unwrap_or(0);
        let after = before.saturating_add_signed(by);
        votes.insert(word.clone(), after);
        votes.retain(|_, count| *count > 0);
        if votes.is_empty() {
            self.votes.remove(&id);
        }
        let back = i64::from(before) - i64::from(after);
        Edit::Count(id, word, i32::try_from(back).unwrap_or(0))
    }
}

/// Puts a value under a key, or takes it away, and makes the opposite edit.
fn swap<T>(
    map: &mut BTreeMap<String, T>,
    id: String,
    value: Option<T>,
    edit: fn(String, Option<T>) -> Edit,
) -> Edit {
    let before = match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(&id),
    };
    edit(id, before)
}
