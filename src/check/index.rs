//! What the files under check may refer to: themselves, each other, and the catalogue as it will be
//! once they have taken the place of questionnaires with the same id.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::language::ENGLISH;
use super::{Checked, Tables};
use crate::questionnaire::{Catalogue, Question, Questionnaire};

/// A question, and where it is defined.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub questionnaire: &'a Questionnaire,
    pub question: &'a Question,
}

pub(super) struct Index<'a> {
    /// What the files are checked against.
    pub catalogue: &'a Catalogue,
    /// The questionnaires of the catalogue that no file replaces, then those of the files.
    pub questionnaires: Vec<&'a Questionnaire>,
    /// The files that define a questionnaire, by its id: the first where several do.
    pub paths: HashMap<&'a str, &'a Path>,
    /// The first definition of each question.
    pub questions: HashMap<&'a str, Known<'a>>,
    pub question_ids: HashSet<&'a str>,
    /// The first option with each text, folded: question and option.
    pub options: HashMap<String, (&'a str, &'a str)>,
    /// The question whose action begins with this step, folded.
    pub first_steps: HashMap<String, &'a str>,
    pub lists: HashSet<&'a str>,
    pub roles: HashSet<&'a str>,
    pub resources: HashSet<&'a str>,
    /// A file could not be read, which may be why an id is not known.
    pub is_incomplete: bool,
}

impl<'a> Index<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, files: &'a [Option<Tables>]) -> Index<'a> {
        let mut index = Index {
            catalogue,
            questionnaires: Vec::new(),
            paths: HashMap::new(),
            questions: HashMap::new(),
            question_ids: HashSet::new(),
            options: HashMap::new(),
            first_steps: HashMap::new(),
            lists: HashSet::new(),
            roles: catalogue.roles().iter().map(|role| role.id.as_str()).collect(),
            resources: catalogue.resources().iter().map(|resource| resource.id.as_str()).collect(),
            is_incomplete: files.iter().any(Option::is_none),
        };
        let mut own = Vec::new();
        for tables in files.iter().flatten() {
            match tables {
                Tables::Questionnaire(checked) => {
                    let Checked { path, model, .. } = checked.as_ref();
                    index.paths.entry(&model.id).or_insert(path);
                    own.push(model);
                }
                Tables::Roles(file) => index.roles.extend(file.role.iter().map(|role| role.id.as_str())),
                Tables::Resources(file) => {
                    index.resources.extend(file.resource.iter().map(|resource| resource.id.as_str()));
                }
            }
        }
        let others = catalogue.questionnaires();
        index.questionnaires = others.filter(|other| !index.paths.contains_key(other.id.as_str())).collect();
        index.questionnaires.append(&mut own);
        for questionnaire in index.questionnaires.clone() {
            index.add_questions(questionnaire);
        }
        index.question_ids = index.questions.keys().copied().collect();
        index
    }

    fn add_questions(&mut self, questionnaire: &'a Questionnaire) {
        self.lists.extend(questionnaire.lists.iter().map(|list| list.id.as_str()));
        for question in questionnaire.questions.iter().filter(|question| !question.id.is_empty()) {
            self.questions.entry(&question.id).or_insert(Known { questionnaire, question });
            for (option, text) in question.options.iter().zip(&question.text.options) {
                let text = folded(&text.text);
                if !text.is_empty() {
                    self.options.entry(text).or_insert((&question.id, &option.id));
                }
            }
            let first = question.action.iter().find_map(|action| action.text.steps.first());
            if let Some(first) = first {
                self.first_steps.entry(folded(&first.text)).or_insert(&question.id);
            }
        }
    }

    pub(super) fn question(&self, id: &str) -> Option<Known<'a>> {
        self.questions.get(id).copied()
    }
}

/// A text without what does not tell two texts apart: case, punctuation, spaces, articles.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: Vec<_> = words.filter(|word| !ENGLISH.articles.contains(word)).collect();
    telling.join(" ")
}
