//! References: whatever a file names exists, and is of the kind that is needed there.

use std::collections::HashSet;

use crate::check::context::{Context, Known};
use crate::check::problem::{Problems, shown};
use crate::check::{Checked, Fault, GradedPlace, Sort, Unknown};
use crate::questionnaire::format::{QuestionnaireFile, RolesFile};
use crate::questionnaire::located::{Id, is_id};
use crate::questionnaire::{ABILITY, Questionnaire};

/// Looks at what a questionnaire names.
pub(super) fn check(checked: &Checked, context: &Context<'_>, problems: &mut Problems) {
    let mut look = References { context, problems };
    look.own_parts(&checked.file);
    look.others(&checked.file);
    look.uses(checked);
    look.replaced(checked);
}

/// Looks at what the list of roles names.
pub(super) fn roles(file: &RolesFile, context: &Context<'_>, problems: &mut Problems) {
    let mut look = References { context, problems };
    for staffing in file.role.iter().filter_map(|role| role.staffing.as_ref()) {
        look.graded(staffing, GradedPlace::Staffing);
    }
}

struct References<'r, 'a> {
    context: &'r Context<'a>,
    problems: &'r mut Problems,
}

impl<'a> References<'_, 'a> {
    /// Levels, areas, scales and candidates of the file itself.
    fn own_parts(&mut self, file: &QuestionnaireFile) {
        let levels: HashSet<&str> = file.level.iter().map(|level| level.id.as_str()).collect();
        let areas: HashSet<&str> = file.area.iter().map(|area| area.id.as_str()).collect();
        let scales: HashSet<&str> = file.scale.iter().map(|scale| scale.id.as_str()).collect();
        let candidates: HashSet<&str> =
            file.candidate.iter().map(|candidate| candidate.id.as_str()).collect();
        for objective in &file.objective {
            self.known(Sort::Level, &objective.suggests, &levels);
        }
        let levels_and_ability: HashSet<&str> = levels.into_iter().chain([ABILITY]).collect();
        let own = file.question.iter().map(|table| (&table.level, &table.area));
        let used = file.r#use.iter().map(|table| (&table.level, &table.area));
        for (level, area) in own.chain(used) {
            level.iter().for_each(|level| self.known(Sort::Level, level, &levels_and_ability));
            area.iter().for_each(|area| self.known(Sort::Area, area, &areas));
        }
        for scale in file.question.iter().filter_map(|question| question.scale.as_ref()) {
            self.known(Sort::Scale, scale, &scales);
        }
        for candidate in given_points(file) {
            self.known(Sort::Candidate, candidate, &candidates);
        }
    }

    /// Questions, roles and resources.
    fn others(&mut self, file: &QuestionnaireFile) {
        let context = self.context;
        for id in &file.deepens {
            self.graded(id, GradedPlace::Deepens);
        }
        for question in &file.question {
            question.respondent.iter().for_each(|role| self.known(Sort::Role, role, &context.roles));
            let Some(action) = &question.action else { continue };
            self.known(Sort::Role, &action.owner, &context.roles);
            action.requires.iter().for_each(|id| self.graded(id, GradedPlace::Requires));
            action.resources.iter().for_each(|id| self.known(Sort::Resource, id, &context.resources));
        }
    }

    fn uses(&mut self, checked: &Checked) {
        for taken in &checked.file.r#use {
            let Some(known) = self.question(&taken.question) else { continue };
            if known.questionnaire.id == checked.model.id {
                self.problems.add(Fault::OwnQuestionUsed(shown(&taken.question)), taken.question.span());
            } else if checked.file.kind.is_graded() {
                self.has_credit(known, &taken.question, GradedPlace::Use);
            }
            let options: HashSet<&str> =
                known.question.options.iter().map(|option| option.id.as_str()).collect();
            for choice in &taken.choice {
                if !self.is_missing(&choice.id, &options) {
                    continue;
                }
                let near = self.problems.near(&choice.id, options.iter().copied());
                let (question, id) = (shown(&taken.question), shown(&choice.id));
                self.problems
                    .add(Fault::UnknownReference(Unknown::Option { question, id, near }), choice.id.span());
            }
        }
    }

    /// What becomes of others when this questionnaire takes the place of one of the catalogue.
    fn replaced(&mut self, checked: &Checked) {
        let Some(old) = self.context.catalogue.questionnaire(&checked.model.id) else { return };
        let place = checked.file.id.span();
        let is_itself = self.context.catalogue.source_text(&old.id) == Some(self.problems.text());
        if self.context.catalogue.is_built_in(&old.id) && !is_itself {
            self.problems.add(Fault::ReplacesBuiltIn(old.id.clone()), place.clone());
        }
        if self.context.is_incomplete {
            return;
        }
        let gone = old.questions.iter().filter(|question| self.context.question(&question.id).is_none());
        for question in gone {
            let takes_in = |other: &&&Questionnaire| {
                other.id != old.id && other.placements.iter().any(|used| used.question == question.id)
            };
            let takers = self.context.questionnaires.iter().filter(takes_in);
            let takers: Vec<_> = takers.map(|other| shown(&other.id)).collect();
            if !takers.is_empty() {
                self.problems
                    .add(Fault::DropsQuestion { question: shown(&question.id), takers }, place.clone());
            }
        }
    }

    /// A question with credits is named here.
    fn graded(&mut self, id: &Id, place: GradedPlace) {
        if let Some(known) = self.question(id) {
            self.has_credit(known, id, place);
        }
    }

    fn has_credit(&mut self, known: Known<'a>, id: &Id, place: GradedPlace) {
        if !known.questionnaire.kind.is_graded() {
            let (question, questionnaire) = (shown(id), shown(&known.questionnaire.id));
            self.problems.add(Fault::FitQuestion { question, questionnaire, place }, id.span());
        }
    }

    fn question(&mut self, id: &Id) -> Option<Known<'a>> {
        let context = self.context;
        self.known(Sort::Question, id, &context.question_ids);
        context.question(id)
    }

    fn known(&mut self, sort: Sort, id: &Id, ids: &HashSet<&str>) {
        if self.is_missing(id, ids) {
            let near = self.problems.near(id, ids.iter().copied());
            self.problems.add(Fault::UnknownReference(Unknown::Id { sort, id: shown(id), near }), id.span());
        }
    }

    /// Whether an id is not there; one that cannot be an id is told elsewhere.
    fn is_missing(&self, id: &Id, ids: &HashSet<&str>) -> bool {
        !ids.contains(id.as_str()) && is_id(id) && !self.context.is_incomplete
    }
}

/// The candidates to which choices give points.
pub(super) fn given_points(file: &QuestionnaireFile) -> impl Iterator<Item = &Id> {
    let own =
        file.question.iter().flat_map(|question| &question.choice).flat_map(|choice| choice.points.keys());
    let used = file.r#use.iter().flat_map(|taken| &taken.choice).flat_map(|choice| choice.points.keys());
    own.chain(used)
}
