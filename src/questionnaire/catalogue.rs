//! Every questionnaire that can be asked: the built-in ones and the user's own.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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
    questionnaires: Vec<Kept>,
    roles: Vec<Role>,
    resources: Vec<Resource>,
    /// Ids of the built-in questionnaires that a user's own file replaces, and the file.
    pub replaced: Vec<(String, PathBuf)>,
}

/// A questionnaire of the catalogue. A built-in one is read when it is first asked for: most assessments ask two.
#[derive(Debug, Clone)]
struct Kept {
    id: String,
    source: Provenance,
    read: OnceLock<Option<Questionnaire>>,
}

/// Where a questionnaire comes from.
#[derive(Debug, Clone)]
enum Provenance {
    /// It is built in: its text, and what `build.rs` has read of it.
    BuiltIn { text: &'static str, prepared: &'static str },
    /// A file of the user.
    Own { path: PathBuf, text: String },
}

impl Kept {
    /// The questionnaire; always there in a released program, where the tests have read every built-in one.
    fn questionnaire(&self) -> Option<&Questionnaire> {
        let read = || match self.source {
            Provenance::BuiltIn { prepared, .. } => {
                let file: QuestionnaireFile = serde_json::from_str(prepared).ok()?;
                Some(file.into())
            }
            Provenance::Own { .. } => None,
        };
        self.read.get_or_init(read).as_ref()
    }
}

impl Catalogue {
    /// The built-in questionnaires alone.
    ///
    /// # Errors
    /// None in a released program: the tests check every built-in file.
    pub fn built_in() -> Result<Catalogue, FormatError> {
        let mut catalogue = Catalogue::default();
        for (name, text, prepared) in BUILT_IN {
            let path = Path::new(name);
            let error =
                |error: serde_json::Error| FormatError { path: path.to_owned(), message: error.to_string() };
            match Content::of(path) {
                Content::Roles => catalogue.add_roles(serde_json::from_str(prepared).map_err(error)?),
                Content::Resources => catalogue.add_resources(serde_json::from_str(prepared).map_err(error)?),
                Content::Questionnaire => catalogue.questionnaires.push(Kept {
                    id: path.with_extension("").to_string_lossy().into_owned(),
                    source: Provenance::BuiltIn { text, prepared },
                    read: OnceLock::new(),
                }),
            }
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
            self.add(&path, text)
                .map_err(|error| FormatError { path: path.clone(), message: error.message().to_owned() })?;
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

    /// Adds what a file says, in place of what has the same id.
    fn add(&mut self, path: &Path, text: String) -> Result<(), toml::de::Error> {
        let root = DeTable::parse(&text)?;
        match Content::of(path) {
            Content::Roles => self.add_roles(tables(root)?),
            Content::Resources => self.add_resources(tables(root)?),
            Content::Questionnaire => {
                let questionnaire = Questionnaire::from(questionnaire(root)?);
                let id = questionnaire.id.clone();
                if self.is_built_in(&id) {
                    self.replaced.push((id.clone(), path.to_owned()));
                }
                let source = Provenance::Own { path: path.to_owned(), text };
                let kept = Kept { id, source, read: OnceLock::from(Some(questionnaire)) };
                put_all(&mut self.questionnaires, vec![kept], |kept| &kept.id);
            }
        }
        Ok(())
    }

    fn add_roles(&mut self, file: RolesFile) {
        put_all(&mut self.roles, file.role, |role| &role.id);
    }

    fn add_resources(&mut self, file: ResourcesFile) {
        put_all(&mut self.resources, file.resource, |resource| &resource.id);
    }

    /// The default selection first, then the others by id.
    fn put_in_order(&mut self) {
        let rank = |id: &str| {
            DEFAULT_SELECTION.iter().position(|core| *core == id).unwrap_or(DEFAULT_SELECTION.len())
        };
        self.questionnaires.sort_by(|a, b| (rank(&a.id), &a.id).cmp(&(rank(&b.id), &b.id)));
    }

    /// All questionnaires: the default selection first, then the others by id.
    pub fn questionnaires(&self) -> impl Iterator<Item = &Questionnaire> + Clone {
        self.questionnaires.iter().filter_map(Kept::questionnaire)
    }

    /// Reads the questionnaires of a new assessment, which nearly every other one asks too.
    pub(crate) fn read_ahead(&self) {
        for id in DEFAULT_SELECTION {
            self.questionnaire(id);
        }
    }

    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.kept(id)?.questionnaire()
    }

    fn kept(&self, id: &str) -> Option<&Kept> {
        self.questionnaires.iter().find(|kept| kept.id == id)
    }

    /// The TOML text of the questionnaire with this id, to start one's own from.
    pub fn source_text(&self, id: &str) -> Option<&str> {
        Some(match &self.kept(id)?.source {
            Provenance::BuiltIn { text, .. } => text,
            Provenance::Own { text, .. } => text,
        })
    }

    /// The file of the questionnaire with this id, when it is one of the user's own.
    pub fn path(&self, id: &str) -> Option<&Path> {
        match &self.kept(id)?.source {
            Provenance::BuiltIn { .. } => None,
            Provenance::Own { path, .. } => Some(path),
        }
    }

    /// Whether the questionnaire with this id is a built-in one.
    pub fn is_built_in(&self, id: &str) -> bool {
        self.kept(id).is_some_and(|kept| matches!(kept.source, Provenance::BuiltIn { .. }))
    }

    /// The question with this id, of whichever questionnaire: of those that were read already, else of the others.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let read = self.questionnaires.iter().filter_map(|kept| kept.read.get()?.as_ref());
        read.chain(self.questionnaires()).find_map(|questionnaire| questionnaire.question(id))
    }

    /// The list of names with this id, of whichever questionnaire.
    pub fn list(&self, id: &str) -> Option<&NameList> {
        self.questionnaires().flat_map(|questionnaire| &questionnaire.lists).find(|list| list.id == id)
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

/// Adds each item, in place of the one with its id where there is one.
fn put_all<T>(items: &mut Vec<T>, new: Vec<T>, id: impl Fn(&T) -> &String) {
    for item in new {
        match items.iter_mut().find(|other| id(other) == id(&item)) {
            Some(other) => *other = item,
            None => items.push(item),
        }
    }
}
