//! References: whatever a file names exists, and is of the kind that is needed there.

use std::collections::HashSet;
use std::ops::Range;

use super::*;
use crate::check::context::Known;
use crate::check::problem::shown;
use crate::questionnaire::table::Table;
use crate::questionnaire::{ABILITY, Kind, Questionnaire};

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
        let levels_and_ability = levels.iter().copied().chain([ABILITY]).collect();
        let context = self.context;
        for (place, id) in root.items("deepens") {
            self.graded_question(id, place, "a low answer is what makes this questionnaire worth offering");
        }
        for (_, objective) in root.tables("objective") {
            self.named(objective, "suggests", "level", &levels);
        }
        for (_, table) in root.tables("question").chain(root.tables("use")) {
            if self.file.kind == Some(Kind::Levels) {
                self.named(table, "level", "level", &levels_and_ability);
            }
            self.named(table, "area", "area", &areas);
            self.named(table, "scale", "scale", &scales);
            for (_, choice) in table.tables("choice") {
                for (place, candidate, _) in choice.table("points").into_iter().flat_map(Table::fields) {
                    self.known("candidate", candidate, place, &candidates);
                }
            }
        }
        for (_, question) in root.tables("question") {
            self.named(question, "respondent", "role", &context.roles);
            let Some(action) = question.table("action") else { continue };
            self.named(action, "owner", "role", &context.roles);
            for (place, id) in action.items("requires") {
                self.graded_question(id, place, "it has no action that could come first");
            }
            for (place, id) in action.items("resources") {
                self.known("resource", id, place, &context.resources);
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
                let options = known.question.options.iter().map(|option| option.id.as_str()).collect();
                self.named(choice, "id", &format!("option of question `{}`", shown(id)), &options);
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
        if self.context.is_incomplete {
            return;
        }
        for question in old.questions.iter().filter(|question| self.context.question(&question.id).is_none())
        {
            let takes_in = |other: &&&Questionnaire| {
                other.id != old.id && other.placements.iter().any(|used| used.question == question.id)
            };
            let others = self.context.questionnaires.iter().filter(takes_in);
            let others: Vec<_> = others.map(|other| format!("`{}`", other.id)).collect();
            if !others.is_empty() {
                let message =
                    format!("question `{}`, which {} takes in, is gone", question.id, others.join(" and "));
                self.problems.add(DROPS_QUESTION, place.clone(), &message, "it will not be asked there");
            }
        }
    }

    /// A field that names something of this file.
    fn named(&mut self, table: Table<'_>, field: &str, what: &str, ids: &HashSet<&str>) {
        if let (Some(id), Some(place)) = (table.string(field), table.place(field)) {
            self.known(what, id, place, ids);
        }
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
        let context = self.context;
        self.known("question", id, place, &context.question_ids);
        context.question(id)
    }

    fn known(&mut self, what: &str, id: &str, place: Range<usize>, ids: &HashSet<&str>) {
        if !ids.contains(id) && !self.context.is_incomplete {
            let message = format!("there is no {what} `{}`", shown(id));
            let hint = self.problems.did_you_mean(id, ids.iter().copied());
            self.problems.add(UNKNOWN_REFERENCE, place, &message, &hint);
        }
    }
}
