//! Every questionnaire that can be asked: the built-in ones and the user's own.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::files::Content;
use super::format::{QuestionnaireFile, ResourcesFile, RolesFile};
use super::model::{NameList, Question, Questionnaire, Resource, Role};
use super::read::{questionnaire, tables};

/// The files of `questionnaires/`: the name of each, its text, and what `build.rs` has read of it.
static BUILT_IN: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The most questions that a questionnaire has.
pub const MAX_QUESTIONS: usize = 5000;

/// The questionnaires of a new assessment, in the order of asking.
pub const DEFAULT_SELECTION: [&str; 2] = ["maturity-model", "strategy-ladder"];

/// A file that is not one of the format. The reader's own words say why.
#[derive(Debug, Clone)]
pub struct FormatError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub message: String,
}

/// Every questionnaire that can be asked, with the roles and resources that they name.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    questionnaires: Vec<Questionnaire>,
    roles: Vec<Role>,
    resources: Vec<Resource>,
    /// Where each question stands: questionnaire, position.
    questions: HashMap<String, (usize, usize)>,
    /// The questionnaires that ask each question.
    asked_by: HashMap<String, Vec<usize>>,
    /// The file that each questionnaire was read from, by id.
    sources: HashMap<String, SourceFile>,
    /// Ids of the built-in questionnaires that a user's own file replaces, and the file.
    pub replaced: Vec<(String, PathBuf)>,
}

/// The file that a questionnaire was read from.
#[derive(Debug, Clone)]
struct SourceFile {
    text: Cow<'static, str>,
    /// Its path; `None` for a built-in one.
    path: Option<PathBuf>,
}

impl Catalogue {
    /// The built-in questionnaires alone.
    ///
    /// # Errors
    /// None in a released program: the tests check every built-in file.
    pub fn built_in() -> Result<Catalogue, FormatError> {
        let mut catalogue = Catalogue::default();
        for (name, text, prepared) in BUILT_IN {
            let source = SourceFile { text: Cow::Borrowed(text), path: None };
            let path = Path::new(name);
            catalogue.add(path, source, from_prepared(path, prepared).map_err(|error| error.to_string()))?;
        }
        catalogue.put_in_order();
        Ok(catalogue)
    }

    /// This catalogue with the questionnaires, roles and resources of these files (path and text of each):
    /// each in place of the one with its id.
    ///
    /// # Errors
    /// A file that is not of the format.
    pub(crate) fn with(mut self, files: Vec<(PathBuf, String)>) -> Result<Catalogue, FormatError> {
        for (path, text) in files {
            let read = from_toml(&path, &text).map_err(|error| error.message().to_owned());
            self.add(&path, SourceFile { text: Cow::Owned(text), path: Some(path.clone()) }, read)?;
        }
        self.put_in_order();
        Ok(self)
    }

    /// The questionnaires of these files alone (path and text of each): what tests and tools ask for.
    ///
    /// # Errors
    /// A file that is not of the format; other errors that `check` would report are passed over.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t Path, &'t str)>) -> Result<Catalogue, FormatError> {
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
        Catalogue::default().with(files.collect())
    }

    /// Adds what was read of a file, in place of what has the same id.
    fn add(
        &mut self,
        path: &Path,
        source: SourceFile,
        read: Result<FileTables, String>,
    ) -> Result<(), FormatError> {
        match read.map_err(|message| FormatError { path: path.to_owned(), message })? {
            FileTables::Roles(file) => put_all(&mut self.roles, file.role, |role| &role.id),
            FileTables::Resources(file) => {
                put_all(&mut self.resources, file.resource, |resource| &resource.id)
            }
            FileTables::Questionnaire(file) => {
                let questionnaire = Questionnaire::from(*file);
                if self.is_built_in(&questionnaire.id) && source.path.is_some() {
                    self.replaced.push((questionnaire.id.clone(), path.to_owned()));
                }
                self.sources.insert(questionnaire.id.clone(), source);
                put_all(&mut self.questionnaires, vec![questionnaire], |questionnaire| &questionnaire.id);
            }
        }
        Ok(())
    }

    /// The default selection first, then the others by id.
    fn put_in_order(&mut self) {
        let rank = |id: &str| {
            DEFAULT_SELECTION.iter().position(|core| *core == id).unwrap_or(DEFAULT_SELECTION.len())
        };
        self.questionnaires.sort_by(|a, b| (rank(&a.id), &a.id).cmp(&(rank(&b.id), &b.id)));
        self.questions = self
            .questionnaires
            .iter()
            .enumerate()
            .flat_map(|(i, questionnaire)| {
                let ids = questionnaire.questions.iter().map(|question| question.id.clone());
                ids.enumerate().map(move |(j, id)| (id, (i, j)))
            })
            .collect();
        self.asked_by.clear();
        for (i, questionnaire) in self.questionnaires.iter().enumerate() {
            for place in &questionnaire.placements {
                self.asked_by.entry(place.question.clone()).or_default().push(i);
            }
        }
    }

    /// All questionnaires: the default selection first, then the others by id.
    pub fn questionnaires(&self) -> &[Questionnaire] {
        &self.questionnaires
    }

    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|questionnaire| questionnaire.id == id)
    }

    /// The TOML text of the questionnaire with this id, to start one's own from.
    pub fn source_text(&self, id: &str) -> Option<&str> {
        self.sources.get(id).map(|source| source.text.as_ref())
    }

    /// The file of the questionnaire with this id, when it is one of the user's own.
    pub fn path(&self, id: &str) -> Option<&Path> {
        self.sources.get(id)?.path.as_deref()
    }

    /// Whether the questionnaire with this id is a built-in one.
    pub fn is_built_in(&self, id: &str) -> bool {
        self.sources.get(id).is_some_and(|source| source.path.is_none())
    }

    /// The question with this id, of whichever questionnaire.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (questionnaire, position) = *self.questions.get(id)?;
        self.questionnaires.get(questionnaire)?.questions.get(position)
    }

    /// The questionnaires that ask a question, their own or a used one.
    pub fn asked_by(&self, question: &str) -> impl Iterator<Item = &Questionnaire> {
        let positions = self.asked_by.get(question).into_iter().flatten();
        positions.filter_map(|position| self.questionnaires.get(*position))
    }

    /// The list of names with this id, of whichever questionnaire.
    pub fn list(&self, id: &str) -> Option<&NameList> {
        self.questionnaires.iter().flat_map(|questionnaire| &questionnaire.lists).find(|list| list.id == id)
    }

    /// All roles.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// All resources.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// The resource with this id.
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }
}

/// What a file says.
enum FileTables {
    Roles(RolesFile),
    Resources(ResourcesFile),
    Questionnaire(Box<QuestionnaireFile>),
}

fn from_toml(path: &Path, text: &str) -> Result<FileTables, toml::de::Error> {
    let root = DeTable::parse(text)?;
    Ok(match Content::of(path) {
        Content::Roles => FileTables::Roles(tables(root)?),
        Content::Resources => FileTables::Resources(tables(root)?),
        Content::Questionnaire => FileTables::Questionnaire(Box::new(questionnaire(root)?)),
    })
}

fn from_prepared(path: &Path, json: &str) -> Result<FileTables, serde_json::Error> {
    Ok(match Content::of(path) {
        Content::Roles => FileTables::Roles(serde_json::from_str(json)?),
        Content::Resources => FileTables::Resources(serde_json::from_str(json)?),
        Content::Questionnaire => FileTables::Questionnaire(serde_json::from_str(json)?),
    })
}

/// Adds each item, in place of the one with its id where there is one.
fn put_all<T>(items: &mut Vec<T>, new: Vec<T>, id: impl Fn(&T) -> &String) {
    for item in new {
        match items.iter_mut().find(|other| id(other) == id(&item)) {
            Some(other) => *other = item,
            None => items.push(item),
        }
    }
}
