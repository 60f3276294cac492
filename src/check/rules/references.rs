//! References: whatever a file names exists, and is of the kind that is needed there.

use std::collections::HashSet;

use crate::check::index::{Index, Known};
use crate::check::problem::{ProblemList, WayStep, at, shown};
use crate::check::{Checked, Fault};
use crate::questionnaire::format::{QuestionnaireFile, RolesFile};
use crate::questionnaire::{ABILITY, Condition, Fit, Questionnaire, is_id};

pub(super) fn check(checked: &Checked, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    let mut references = References { index, problems };
    references.own_parts(&checked.file);
    references.others(&checked.file);
    references.uses(checked);
    references.replaced(checked);
}

pub(super) fn roles(file: &RolesFile, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    let mut references = References { index, problems };
    for (i, role) in file.role.iter().enumerate() {
        role.staffing.iter().for_each(|id| references.graded(id, at!["role", i, "staffing"]));
    }
}

struct References<'r, 'a, 't> {
    index: &'r Index<'a>,
    problems: &'r mut ProblemList<'t>,
}

impl<'a> References<'_, 'a, '_> {
    /// Levels, areas, scales and candidates of the file itself.
    fn own_parts(&mut self, file: &QuestionnaireFile) {
        let mut levels: HashSet<&str> = file.level.iter().map(|level| level.id.as_str()).collect();
        let areas: HashSet<&str> = file.area.iter().map(|area| area.id.as_str()).collect();
        let scales: HashSet<&str> = file.scale.iter().map(|scale| scale.id.as_str()).collect();
        for (i, objective) in file.objective.iter().enumerate() {
            self.known("level", Some(&objective.suggests), &levels, at!["objective", i, "suggests"]);
        }
        let with_number = levels.clone();
        levels.insert(ABILITY);
        for (list, i, place) in file.places() {
            self.known("level", &place.level, &levels, at![list, i, "level"]);
            self.known("level", &place.from, &with_number, at![list, i, "from"]);
            self.known("area", &place.area, &areas, at![list, i, "area"]);
        }
        for (i, question) in file.questions() {
            self.known("scale", &question.scale, &scales, at!["question", i, "scale"]);
            let fits = question.choice.iter().map(|choice| &choice.fit);
            self.candidates(file, fits, at!["question", i, "choice"]);
        }
        for (i, taken) in file.uses() {
            self.candidates(file, taken.choice.iter(), at!["use", i, "choice"]);
        }
    }

    fn candidates<'f>(
        &mut self,
        file: &QuestionnaireFile,
        fits: impl Iterator<Item = &'f Fit>,
        way: &[WayStep<'_>],
    ) {
        let candidates = file.candidate.iter().map(|candidate| candidate.id.as_str()).collect();
        for (i, fit) in fits.enumerate() {
            for candidate in fit.points.keys() {
                let way = [way, at![i, "points", WayStep::Name(candidate)]].concat();
                self.known("candidate", Some(candidate), &candidates, &way);
            }
        }
    }

    /// Questions, roles and resources.
    fn others(&mut self, file: &QuestionnaireFile) {
        let index = self.index;
        for (i, id) in file.deepens.iter().enumerate() {
            self.graded(id, at!["deepens", i]);
        }
        for (i, question) in file.questions() {
            self.known("role", &question.respondent, &index.roles, at!["question", i, "respondent"]);
            for (j, id) in question.lists.iter().enumerate() {
                self.known("list", Some(id), &index.lists, at!["question", i, "lists", j]);
            }
            if let Some(Condition { question, at_least }) = &question.only_if {
                self.graded(question, at!["question", i, "only_if", "question"]);
                self.option(question, at_least, at!["question", i, "only_if", "at_least"]);
            }
            let Some(action) = &question.action else { continue };
            for (j, step) in action.text.steps.iter().enumerate() {
                let way = at!["question", i, "action", "steps", j, "done_from"];
                step.done_from.iter().for_each(|option| self.option(&question.id, option, way));
            }
            self.known("role", Some(&action.owner), &index.roles, at!["question", i, "action", "owner"]);
            for (j, id) in action.requires.iter().enumerate() {
                self.graded(id, at!["question", i, "action", "requires", j]);
            }
            for (j, id) in action.resources.iter().enumerate() {
                let way = at!["question", i, "action", "resources", j];
                self.known("resource", Some(id), &index.resources, way);
            }
        }
    }

    fn uses(&mut self, checked: &Checked) {
        for (i, taken) in checked.file.uses() {
            let way = at!["use", i, "question"];
            let Some(known) = self.question(&taken.question, way) else { continue };
            if known.questionnaire.id == checked.model.id {
                self.problems.add_at(Fault::OwnQuestionUsed(shown(&taken.question)), way);
            } else if checked.file.kind.is_graded() {
                self.has_credit(known, way);
            }
            for (j, choice) in taken.choice.iter().enumerate() {
                self.option(&taken.question, &choice.option, at!["use", i, "choice", j, "id"]);
            }
        }
    }

    /// What becomes of others when this questionnaire takes the place of one of the catalogue.
    fn replaced(&mut self, checked: &Checked) {
        let Some(old) = self.index.catalogue.questionnaire(&checked.model.id) else { return };
        let is_itself = self.index.catalogue.source_text(&old.id) == Some(self.problems.text());
        if self.index.catalogue.is_built_in(&old.id) && !is_itself {
            self.problems.add_at(Fault::ReplacesBuiltIn(old.id.clone()), at!["id"]);
        }
        if self.index.is_incomplete {
            return;
        }
        let gone = old.questions.iter().filter(|question| self.index.question(&question.id).is_none());
        for question in gone {
            let takes_in = |other: &&&Questionnaire| {
                other.id != old.id && other.placements.iter().any(|used| used.question == question.id)
            };
            let takers = self.index.questionnaires.iter().filter(takes_in);
            let takers: Vec<_> = takers.map(|other| shown(&other.id)).collect();
            if !takers.is_empty() {
                self.problems
                    .add_at(Fault::DropsQuestion { question: shown(&question.id), takers }, at!["id"]);
            }
        }
    }

    /// A question with credits is named here.
    fn graded(&mut self, id: &str, way: &[WayStep<'_>]) {
        if let Some(known) = self.question(id, way) {
            self.has_credit(known, way);
        }
    }

    fn has_credit(&mut self, known: Known<'a>, way: &[WayStep<'_>]) {
        if !known.questionnaire.kind.is_graded() {
            let (question, questionnaire) = (shown(&known.question.id), shown(&known.questionnaire.id));
            self.problems.add_at(Fault::FitQuestion { question, questionnaire }, way);
        }
    }

    fn question(&mut self, id: &str, way: &[WayStep<'_>]) -> Option<Known<'a>> {
        let index = self.index;
        self.known("question", Some(id), &index.question_ids, way);
        index.question(id)
    }

    /// An option of a question is named here.
    fn option(&mut self, question: &str, option: &str, way: &[WayStep<'_>]) {
        let Some(known) = self.index.question(question) else { return };
        let options = known.question.options.iter().map(|option| option.id.as_str()).collect();
        self.known("option", Some(option), &options, way);
    }

    /// Tells of an id that is not there; one that cannot be an id is told elsewhere.
    fn known<S: AsRef<str>>(
        &mut self,
        list: &'static str,
        id: impl IntoIterator<Item = S>,
        ids: &HashSet<&str>,
        way: &[WayStep<'_>],
    ) {
        for id in id {
            let id = id.as_ref();
            if !ids.contains(id) && is_id(id) && !self.index.is_incomplete {
                let near = self.problems.near(id, ids.iter().copied());
                self.problems.add_at(Fault::UnknownReference { list, id: shown(id), near }, way);
            }
        }
    }
}
