//! One sitting: the assessment, where one is in it, and everything one can do to it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::milestone::{Milestone, NextStep, ToldResults, next_steps};
use super::progress::{Progress, progress};
use super::queue::{Position, question_groups, queue_from};
use super::undo::UndoStack;
use crate::assessment::{ActionState, Answer, Assessment, Edit, Entry, PlanSettings, ToConfirm};
use crate::questionnaire::{Catalogue, NameList, Question, Questionnaire};
use crate::score::{Standing, follow_ups, own_standing, standing};

/// One sitting with an assessment.
#[derive(Debug, Clone)]
pub struct Session<'a> {
    catalogue: &'a Catalogue,
    assessment: Assessment,
    undo: UndoStack,
    progress: Progress<'a>,
    cursor: Option<Position<'a>>,
    /// Questions that were passed over in this sitting: asked again only when nothing else is left.
    skipped: BTreeSet<String>,
    /// Questions that are asked before all others.
    first: BTreeSet<String>,
    /// The questionnaire that the user chose to go on with: asked before the others.
    chosen: Option<String>,
    /// The results that were told.
    told: ToldResults,
    /// Raised with every change.
    version: u64,
}

impl<'a> Session<'a> {
    /// Begins a sitting at the next question, or at the first one when all are answered.
    pub fn new(catalogue: &'a Catalogue, assessment: Assessment) -> Session<'a> {
        let progress = progress(catalogue, &assessment);
        let mut session = Session {
            catalogue,
            assessment,
            undo: UndoStack::default(),
            told: ToldResults::of(&progress),
            progress,
            cursor: None,
            skipped: BTreeSet::new(),
            first: BTreeSet::new(),
            chosen: None,
            version: 0,
        };
        session.cursor =
            session.progress.queue.first().copied().or_else(|| session.positions().first().copied());
        session
    }

    /// The questionnaires.
    pub fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// The assessment as it is now.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Its progress.
    pub fn progress(&self) -> &Progress<'a> {
        &self.progress
    }

    /// Raised with every change to the assessment.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The position where one is; `None` only when nothing is asked.
    pub fn position(&self) -> Option<Position<'a>> {
        self.cursor
    }

    /// The question where one is.
    pub fn question(&self) -> Option<&'a Question> {
        self.catalogue.question(&self.cursor?.place.question)
    }

    /// The standing of the question where one is.
    pub fn standing(&self) -> Option<Standing> {
        self.question().map(|question| standing(self.catalogue, &self.assessment, question))
    }

    /// The lists of names that the question where one is speaks of, with what stands on them.
    pub fn lists(&self) -> Vec<(&'a NameList, &[String])> {
        let ids = self.question().map_or(&[][..], |question| question.lists.as_slice());
        let lists = ids.iter().filter_map(|id| self.catalogue.list(id));
        lists.map(|list| (list, self.names(&list.id))).collect()
    }

    /// The names on a list.
    pub fn names(&self, list: &str) -> &[String] {
        self.assessment.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// Sets the names on a list.
    pub fn set_names(&mut self, list: &str, names: Vec<String>) {
        if names != self.names(list) {
            self.edit(Edit::List(list.to_owned(), (!names.is_empty()).then_some(names)));
        }
    }

    /// Every place of every questionnaire in the order of the list; a question that several
    /// questionnaires ask stands in each.
    pub fn positions(&self) -> Vec<Position<'a>> {
        let asked = self.assessment.questionnaires.iter();
        let asked = asked.filter_map(|(id, _)| self.catalogue.questionnaire(id));
        asked
            .flat_map(|questionnaire| {
                let groups = question_groups(self.catalogue, questionnaire);
                groups.into_iter().flat_map(move |group| {
                    group.places.into_iter().map(move |place| Position { questionnaire, place })
                })
            })
            .collect()
    }

    /// Goes to a question: in the current questionnaire where it asks it, else in the first that does.
    /// Returns whether it is asked.
    pub fn go_to(&mut self, question: &str) -> bool {
        let positions = self.positions();
        let here = self.cursor.map(|position| position.questionnaire.id.as_str());
        let mut found = positions.iter().filter(|position| position.place.question == question);
        let first = found.clone().next();
        let position = found.find(|position| Some(position.questionnaire.id.as_str()) == here).or(first);
        self.cursor = position.copied().or(self.cursor);
        position.is_some()
    }

    /// Goes to a place.
    pub fn go_to_position(&mut self, position: Position<'a>) {
        self.cursor = Some(position);
    }

    /// Asks these questions before all others in this sitting, and goes to the first of them.
    pub fn ask_first(&mut self, questions: BTreeSet<String>) {
        self.first = questions;
        self.sort_queue();
        self.cursor = self.progress.queue.first().copied().or(self.cursor);
    }

    fn sort_queue(&mut self) {
        if self.chosen.is_some() {
            self.progress.queue = queue_from(self.catalogue, &self.assessment, self.chosen.as_deref());
        }
        self.progress.queue.sort_by_key(|position| !self.first.contains(&position.place.question));
    }

    /// Goes so many places on (or back) in the list, as far as it reaches.
    pub fn step(&mut self, by: isize) {
        let positions = self.positions();
        let here = positions.iter().position(|position| Some(*position) == self.cursor).unwrap_or(0);
        let last = positions.len().saturating_sub(1);
        self.cursor = positions.get(here.saturating_add_signed(by).min(last)).copied().or(self.cursor);
    }

    /// Goes on to the next question without an answer. One that was passed over without an answer
    /// comes again when nothing else is left. Stays where nothing is left.
    pub fn go_on(&mut self) {
        if let Some(position) = self.cursor {
            self.skipped.insert(position.place.question.clone());
        }
        let skipped = |position: &&Position<'a>| !self.skipped.contains(&position.place.question);
        match self.progress.queue.iter().find(skipped) {
            Some(position) => self.cursor = Some(*position),
            None => {
                let here = self.cursor.map(|position| position.place.question.clone());
                self.skipped.clear();
                let mut others = self.progress.queue.iter();
                let other = others.find(|position| Some(&position.place.question) != here.as_ref());
                self.cursor = other.copied().or(self.cursor);
            }
        }
    }

    /// Goes on with the questions of this questionnaire, and stays with it until none is left without
    /// an answer; one that was passed over comes last.
    pub fn go_on_with(&mut self, questionnaire: &Questionnaire) {
        self.chosen = Some(questionnaire.id.clone());
        self.first.clear();
        self.sort_queue();
        let here =
            self.progress.queue.iter().filter(|position| position.questionnaire.id == questionnaire.id);
        let next = here.min_by_key(|position| self.skipped.contains(&position.place.question));
        self.cursor = next.copied().or(self.cursor);
    }

    /// Answers the current question; the reason is for *not applicable*. Notes and evidence stay.
    pub fn answer(&mut self, answer: Answer, reason: Option<String>, at: Timestamp) -> Option<Milestone<'a>> {
        let question = self.question()?;
        let mut entry = self.assessment.entry(&question.id).cloned().unwrap_or_default();
        let decision = self.decision_after(&question.id, Some(&answer));
        entry.reason = reason;
        entry.answer = Some(answer);
        entry.revision = Some(question.revision);
        // The file says when, to the second.
        entry.answered_at = Some(Timestamp::from_second(at.as_second()).unwrap_or(at));
        self.edit_with(Edit::Entry(question.id.clone(), Some(entry)), decision);
        self.milestone()
    }

    /// The decision of a group that says, after this change of its answer, what was decided; `None` where
    /// there is none, or where it stays as it is.
    fn decision_after(&self, question: &str, to: Option<&Answer>) -> Option<Edit> {
        let decision = self.assessment.decisions.get(question)?;
        let from = self.assessment.entry(question).and_then(|entry| entry.answer.as_ref());
        let after = decision.after_change(from, to);
        (after != *decision).then(|| Edit::Decision(question.to_owned(), Some(after)))
    }

    fn edit_with(&mut self, edit: Edit, decision: Option<Edit>) {
        self.edit(match decision {
            Some(decision) => Edit::All(vec![edit, decision]),
            None => edit,
        });
    }

    /// The questions whose answers were carried over from the assessment before and are not confirmed
    /// yet, each once.
    pub fn carried_over(&self) -> BTreeSet<&'a str> {
        let places = self
            .positions()
            .into_iter()
            .filter_map(|position| self.catalogue.question(&position.place.question));
        let is_left = |question: &&Question| {
            let standing = own_standing(question, self.assessment.entry(&question.id));
            standing == Standing::ToConfirm(ToConfirm::CarriedOver)
        };
        places.filter(is_left).map(|question| question.id.as_str()).collect()
    }

    /// Confirms all of them as they are, as one change.
    pub fn confirm_carried_over(&mut self, at: Timestamp) -> Option<Milestone<'a>> {
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
        let confirmed = self.carried_over().into_iter().filter_map(|id| {
            let revision = Some(self.catalogue.question(id)?.revision);
            let entry = self.assessment.entry(id)?.clone();
            Some(Edit::Entry(id.to_owned(), Some(Entry { revision, answered_at: Some(at), ..entry })))
        });
        let edits: Vec<Edit> = confirmed.collect();
        if edits.is_empty() {
            return None;
        }
        self.edit(Edit::All(edits));
        self.milestone()
    }

    /// The option of the current question with this position.
    pub fn option(&self, position: usize) -> Option<Answer> {
        let option = self.question()?.options.get(position)?;
        Some(Answer::Option(option.id.clone()))
    }

    /// Takes the answer to the current question away; note and evidence stay.
    pub fn clear(&mut self) {
        self.change_entry(|entry| {
            entry.answer = None;
            entry.reason = None;
            entry.revision = None;
            entry.answered_at = None;
        });
    }

    /// Sets the note of the current question; empty for none.
    pub fn set_note(&mut self, note: String) {
        self.change_entry(|entry| entry.note = (!note.trim().is_empty()).then_some(note));
    }

    /// Sets the evidence of the current question.
    pub fn set_evidence(&mut self, evidence: Vec<String>) {
        self.change_entry(|entry| entry.evidence = evidence);
    }

    fn change_entry(&mut self, change: impl FnOnce(&mut Entry)) {
        let Some(question) = self.question() else { return };
        let before = self.assessment.entry(&question.id);
        let mut entry = before.cloned().unwrap_or_default();
        change(&mut entry);
        let after = (entry != Entry::default()).then_some(entry);
        if after.as_ref() != before {
            let to = after.as_ref().and_then(|entry| entry.answer.as_ref());
            let decision = self.decision_after(&question.id, to);
            self.edit_with(Edit::Entry(question.id.clone(), after), decision);
        }
    }

    /// The line of the present answer: an option, then *don't know*, then *not applicable*; of one
    /// to be confirmed too.
    pub fn answered_line(&self) -> Option<usize> {
        let question = self.question()?;
        match self.assessment.entry(&question.id)?.answer.as_ref()? {
            Answer::Option(id) => question.option(id).map(|(position, _)| position),
            Answer::Unknown => Some(question.options.len()),
            Answer::NotApplicable => Some(question.options.len() + 1),
        }
    }

    /// The questions whose text, options or id hold this, each once, in the order of the list.
    pub fn find(&self, part: &str) -> Vec<&'a Question> {
        let part = part.to_lowercase();
        let mut found: Vec<&'a Question> = Vec::new();
        for position in self.positions() {
            let Some(question) = self.catalogue.question(&position.place.question) else { continue };
            let options = question.text.options.iter().map(|option| option.text.as_str());
            let mut texts = [question.id.as_str(), &question.text.question].into_iter().chain(options);
            let new = !found.iter().any(|known| known.id == question.id);
            if new && texts.any(|text| text.to_lowercase().contains(&part)) {
                found.push(question);
            }
        }
        found
    }

    /// Asks these questionnaires from now on; answers are kept in any case. Those that were asked keep
    /// their order and version; what this program does not know stays.
    pub fn set_questionnaires(&mut self, mut asked: Vec<(String, String)>) {
        let before = &self.assessment.questionnaires;
        let stays = |id: &str| {
            self.catalogue.questionnaire(id).is_none() || asked.iter().any(|(other, _)| other == id)
        };
        let mut kept: Vec<_> = before.iter().filter(|(id, _)| stays(id)).cloned().collect();
        asked.retain(|(id, _)| !kept.iter().any(|(other, _)| other == id));
        kept.append(&mut asked);
        if kept != *before && !kept.is_empty() {
            self.edit(Edit::Questionnaires(kept));
        }
    }

    /// Asks one more questionnaire, and goes on with it.
    pub fn add_questionnaire(&mut self, questionnaire: &Questionnaire) {
        let mut asked = self.assessment.questionnaires.clone();
        asked.push((questionnaire.id.clone(), questionnaire.version.clone()));
        self.edit(Edit::Questionnaires(asked));
        self.go_on_with(questionnaire);
    }

    /// Changes the state of an action; nothing is kept of one that is as at first.
    pub fn change_action(&mut self, question: &str, change: impl FnOnce(&mut ActionState)) {
        let before = self.assessment.actions.get(question).cloned().unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            let kept = (after != ActionState::default()).then_some(after);
            self.edit(Edit::Action(question.to_owned(), kept));
        }
    }

    /// Changes how the plan is made.
    pub fn set_plan(&mut self, settings: PlanSettings) {
        if settings != self.assessment.plan {
            self.edit(Edit::Plan(settings));
        }
    }

    /// Keeps the day on which the plan begins when it is written for the first time, so that its
    /// quarters stay where they are.
    pub fn keep_start(&mut self, today: Date) {
        let start = self.assessment.plan.start.or(Some(today));
        self.set_plan(PlanSettings { start, ..self.assessment.plan.clone() });
    }

    /// Makes any change, undoable.
    pub fn edit(&mut self, edit: Edit) {
        let at = self.cursor.map(|position| position.place.question.as_str());
        self.undo.make(&mut self.assessment, edit, at);
        self.changed();
    }

    /// Describes the last change that can be taken back. `describe` is given the change, and the
    /// assessment in which it is not made; `None` when there is none.
    pub fn last_change<T>(&self, describe: impl FnOnce(&Assessment, &Edit) -> T) -> Option<T> {
        let mut before = self.assessment.clone();
        let change = before.apply(self.undo.to_undo()?.clone());
        Some(describe(&before, &change))
    }

    /// Takes the last change back, or makes it again. `describe` is given the change, and the
    /// assessment in which it is not made; `None` when there is none.
    pub fn undo_or_redo<T>(
        &mut self,
        back: bool,
        describe: impl FnOnce(&Assessment, &Edit) -> T,
    ) -> Option<T> {
        if back && !self.undo() {
            return None;
        }
        let described = describe(&self.assessment, self.undo.to_redo()?);
        if !back {
            self.redo();
        }
        Some(described)
    }

    /// Takes the last change back and goes to where it was made; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let at = self.undo.undo(&mut self.assessment);
        let is_undone = self.after_step(at);
        self.told.take_back(&self.progress);
        is_undone
    }

    /// Makes the change again that was taken back last; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        let at = self.undo.redo(&mut self.assessment);
        self.after_step(at)
    }

    fn after_step(&mut self, at: Option<Option<String>>) -> bool {
        let Some(at) = at else { return false };
        self.changed();
        if let Some(question) = at {
            self.go_to(&question);
        }
        true
    }

    fn changed(&mut self) {
        self.version += 1;
        self.progress = progress(self.catalogue, &self.assessment);
        self.sort_queue();
    }

    /// The ways on after a milestone.
    pub fn next_steps(&self, milestone: &Milestone<'a>) -> Vec<NextStep<'a>> {
        let follow_ups = !follow_ups(self.catalogue, &self.assessment).is_empty();
        next_steps(&self.progress, follow_ups, milestone)
    }

    /// What is to be told after an answer.
    fn milestone(&mut self) -> Option<Milestone<'a>> {
        let told = self.told.due(&self.progress);
        let complete = self.progress.queue.is_empty();
        (complete || !told.is_empty()).then_some(Milestone { told, complete })
    }
}

/// Questionnaires with the versions that they have now.
pub fn with_versions(catalogue: &Catalogue, ids: &[String]) -> Vec<(String, String)> {
    let known = ids.iter().filter_map(|id| catalogue.questionnaire(id));
    known.map(|questionnaire| (questionnaire.id.clone(), questionnaire.version.clone())).collect()
}
