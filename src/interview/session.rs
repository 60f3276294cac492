//! One sitting: the assessment, and where one is in it.

mod changes;

use std::collections::BTreeSet;

use super::milestone::{Milestone, NextStep, ToldResults, next_steps};
use super::progress::{Progress, progress};
use super::queue::{Position, queue_of};
use super::undo::UndoStack;
use crate::assessment::{Answer, Assessment, Edit};
use crate::questionnaire::{Catalogue, NameList, Question, Questionnaire};
use crate::score::{Standing, follow_ups, standing};

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
        session.chosen = session.answered_last().filter(|id| session.may_go_on_with(id));
        session.sort_queue();
        session.cursor =
            session.progress.queue.first().copied().or_else(|| session.positions().first().copied());
        session
    }

    /// The questionnaire of the answer that was given last, where the one that comes next does not ask that
    /// question too: there the sitting before was at work.
    fn answered_last(&self) -> Option<String> {
        let answers = self.assessment.answers.iter();
        let at = answers.filter_map(|(id, entry)| Some((entry.answered_at?, id)));
        let (_, last) = at.max()?;
        let asks = |id: &str| {
            let questionnaire = self.catalogue.questionnaire(id);
            questionnaire.is_some_and(|asking| asking.asks(last))
        };
        let next = self.progress.queue.first()?;
        let mut asked = self.assessment.questionnaires.iter().map(|(id, _)| id);
        asked.find(|id| asks(id)).filter(|_| !asks(&next.questionnaire.id)).cloned()
    }

    /// True when every questionnaire before this one has told its result: until then the order of asking holds.
    fn may_go_on_with(&self, questionnaire: &str) -> bool {
        let before = self.assessment.questionnaires.iter().take_while(|(id, _)| id != questionnaire);
        before.into_iter().all(|(id, _)| self.progress.before_milestone(id) == 0)
    }

    /// Stays with the questionnaire where an open question is about to be answered, wherever one came from.
    fn stay_here(&mut self) {
        let Some(Position { questionnaire, place }) = self.cursor else { return };
        let is_open = self.progress.queue.iter().any(|open| open.place.question == place.question);
        if is_open && self.first.is_empty() && self.may_go_on_with(&questionnaire.id) {
            self.chosen = Some(questionnaire.id.clone());
        }
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

    /// The assessment as it would be with the last change taken back, or made again; `None` without one.
    pub fn with_step(&self, back: bool) -> Option<Assessment> {
        let edit = if back { self.undo.to_undo() } else { self.undo.to_redo() };
        let mut after = self.assessment.clone();
        after.apply(edit?.clone());
        Some(after)
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
        let places = self.progress.groups.iter().flat_map(|(group, _)| {
            group.places.iter().map(|place| Position { questionnaire: group.questionnaire, place })
        });
        places.collect()
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
            self.progress.queue = queue_of(&self.progress.open, self.chosen.as_deref());
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
