//! References: whatever a file names exists, and is of the kind that is needed there.

use std::collections::HashSet;
use std::ops::Range;

use super::*;
use crate::questionnaire::check::context::Known;
use crate::questionnaire::check::problem::shown;
use crate::questionnaire::model::{ABILITY, Kind};
use crate::questionnaire::table::Table;

pub(super) fn check(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    let mut look = Look { file, context, problems };
    look.roles();
    if file.content == Content::Questionnaire {
        look.questionnaire();
        look.uses();
        look.replaced();
    }
}

struct Look<'l, 'a, 'p> {
    file: &'l File<'a>,
    context: &'l Context<'a>,
    problems: &'l mut Problems<'p>,
}

impl<'a> Look<'_, 'a, '_> {
    fn roles(&mut self) {
        for (_, role) in self.file.root.tables("role") {
            self.graded(role, "staffing", "whether the role is filled is told by its answer");
        }
    }

    fn questionnaire(&mut self) {
        let root = self.file.root;
        let ids = |list: &str| {
            root.tables(list).filter_map(|(_, table)| table.string("id")).collect::<HashSet<_>>()
        };
        let (levels, areas, scales) = (ids("level"), ids("area"), ids("scale"));
        let candidates = ids("candidate");
        for (place, id) in root.items("deepens") {
            self.graded_question(id, place, "a low answer is what makes this questionnaire worth offering");
        }
        for (_, objective) in root.tables("objective") {
            self.named(objective, "suggests", "level", |id| levels.contains(id));
        }
        for (_, table) in root.tables("question").chain(root.tables("use")) {
            if self.file.kind == Some(Kind::Levels) {
                self.named(table, "level", "level", |id| id == ABILITY || levels.contains(id));
            }
            self.named(table, "area", "area", |id| areas.contains(id));
            self.named(table, "scale", "scale", |id| scales.contains(id));
            for (_, choice) in table.tables("choice") {
                for (place, candidate, _) in choice.table("points").into_iter().flat_map(Table::fields) {
                    self.known("candidate", candidate, candidates.contains(candidate), place);
                }
            }
        }
        for (_, question) in root.tables("question") {
            self.role(question, "respondent");
            let Some(action) = question.table("action") else { continue };
            self.role(action, "owner");
            for (place, id) in action.items("requires") {
                self.graded_question(id, place, "it has no action that could come first");
            }
            for (place, id) in action.items("resources") {
                self.known("resource", id, self.context.resources.contains(id), place);
            }
        }
    }

    fn uses(&mut self) {
        for (_, taken) in self.file.root.tables("use") {
            let (Some(id), Some(place)) = (taken.string("question"), taken.place("question")) else {
                continue;
            };
            let known = self.question(id, place.clone());
            let Some(known) = known else { continue };
            if known.questionnaire.id == self.file.model.id {
                let message = format!("question `{}` is one of this questionnaire itself", shown(id));
                self.problems.add(OWN_QUESTION_USED, place.clone(), &message, "leave out this `[[use]]`");
            } else if self.file.kind.is_some_and(|kind| kind != Kind::Fit) {
                self.not_of_fit(known, place, "without a credit it counts nowhere");
            }
            for (_, choice) in taken.tables("choice") {
                self.named(choice, "id", &format!("option of question `{}`", shown(id)), |option| {
                    known.question.option(option).is_some()
                });
            }
        }
    }

    /// What becomes of others when this questionnaire takes the place of one of the catalogue.
    fn replaced(&mut self) {
        let Some(old) = self.context.catalogue.questionnaire(&self.file.model.id) else { return };
        let place = self.file.root.place("id").unwrap_or(0..0);
        let is_itself = self.context.catalogue.source_text(&old.id) == Some(self.file.text.text);
        if self.context.catalogue.is_built_in(&old.id) && !is_itself {
            let message = format!("this replaces the built-in questionnaire `{}`", old.id);
            self.problems.add(
                REPLACES_BUILT_IN,
                place.clone(),
                &message,
                "choose another id if that is not meant",
            );
        }
        if self.file.may_have_lost_ids() {
            return;
        }
        for other in self.context.questionnaires.iter().filter(|other| other.id != old.id) {
            for used in &other.places {
                let id = used.question.as_str();
                let gone = self.context.question(id).is_none();
                if gone && old.questions.iter().any(|question| question.id == id) {
                    let message =
                        format!("question `{id}`, which questionnaire `{}` takes in, is gone", other.id);
                    self.problems.add(DROPS_QUESTION, place.clone(), &message, "it will not be asked there");
                }
            }
        }
    }

    /// A field that names something of this file.
    fn named(&mut self, table: Table<'_>, field: &str, what: &str, is_known: impl Fn(&str) -> bool) {
        if let (Some(id), Some(place)) = (table.string(field), table.place(field)) {
            self.known(what, id, is_known(id), place);
        }
    }

    fn role(&mut self, table: Table<'_>, field: &str) {
        let context = self.context;
        self.named(table, field, "role", |id| context.roles.contains(id));
    }

    /// A field that names a question with credits.
    fn graded(&mut self, table: Table<'_>, field: &str, why: &str) {
        if let (Some(id), Some(place)) = (table.string(field), table.place(field)) {
            self.graded_question(id, place, why);
        }
    }

    fn graded_question(&mut self, id: &str, place: Range<usize>, why: &str) {
        if let Some(known) = self.question(id, place.clone()) {
            self.not_of_fit(known, place, why);
        }
    }

    fn not_of_fit(&mut self, known: Known<'a>, place: Range<usize>, why: &str) {
        if known.questionnaire.kind == Kind::Fit {
            let (id, owner) = (&known.question.id, &known.questionnaire.id);
            let message = format!("question `{id}` belongs to `{owner}`, a questionnaire of kind `fit`");
            self.problems.add(FIT_QUESTION, place, &message, why);
        }
    }

    fn question(&mut self, id: &str, place: Range<usize>) -> Option<Known<'a>> {
        let known = self.context.question(id);
        self.known("question", id, known.is_some(), place);
        known
    }

    fn known(&mut self, what: &str, id: &str, is_known: bool, place: Range<usize>) {
        if !is_known && !self.context.may_have_lost_ids {
            let message = format!("there is no {what} `{}`", shown(id));
            self.problems.add(UNKNOWN_REFERENCE, place, &message, "");
        }
    }
}
