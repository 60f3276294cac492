//! What can be done to an assessment in a sitting: answers, notes, settings, each undoable.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Session;
use crate::assessment::{ActionState, Answer, Assessment, Edit, Entry, PlanSettings, ToConfirm};
use crate::interview::milestone::Milestone;
use crate::interview::progress::progress;
use crate::questionnaire::{Question, Questionnaire};
use crate::score::{Standing, own_standing};

impl<'a> Session<'a> {
    /// Answers the current question; the reason is for *not applicable*. Notes and evidence stay.
    pub fn answer(&mut self, answer: Answer, reason: Option<String>, at: Timestamp) -> Option<Milestone<'a>> {
        let question = self.question()?;
        self.stay_here();
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

    /// Makes a change that others asked for: undo takes back what was made here, and leaves it alone.
    pub fn edit_aside(&mut self, edit: Edit) {
        self.assessment.apply(edit);
        self.changed();
    }

    /// Describes the last change that can be taken back. `describe` is given the change, and the
    /// assessment in which it is not made; `None` when there is none.
    pub fn last_change<T>(&self, describe: impl FnOnce(&Assessment, &Edit) -> T) -> Option<T> {
        let mut before = self.assessment.clone();
        let change = before.apply(self.undo.to_undo()?.clone());
        Some(describe(&before, &change))
    }

    /// The question at which the last change was made that can be taken back.
    pub fn last_changed_at(&self) -> Option<&str> {
        self.undo.at()
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
}
