//! Every questionnaire that can be asked: the built-in ones and the user's own.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use toml::de::DeTable;

use super::model::*;
use super::read::{self, Table};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questionnaires");

/// The largest questionnaire file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 8 * 1024 * 1024;

/// The questionnaires of a new assessment, in the order of asking.
pub const DEFAULT_SELECTION: [&str; 2] = ["maturity-model", "strategy-ladder"];

/// Why a questionnaire could not be loaded: one clear message, ready for a terminal.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct LoadError(pub String);

/// Every questionnaire that can be asked, with the roles and resources that they name.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    questionnaires: Vec<Questionnaire>,
    roles: Vec<Role>,
    resources: Vec<Resource>,
    /// Where each question stands: questionnaire, position.
    questions: HashMap<String, (usize, usize)>,
    /// Ids of the built-in questionnaires that a user's own file replaces, and the file.
    pub replaced: Vec<(String, PathBuf)>,
}

impl Catalogue {
    /// The built-in questionnaires alone.
    ///
    /// # Errors
    /// None in a released program: the tests check every built-in file.
    pub fn built_in() -> Result<Catalogue, LoadError> {
        Catalogue::with_folders(&[])
    }

    /// The built-in questionnaires, and those in `folders`; a later one with the id of an earlier
    /// one replaces it. A folder that does not exist holds none.
    ///
    /// # Errors
    /// A folder or file that cannot be read, or a file with an error that `check` would report.
    pub fn with_folders(folders: &[PathBuf]) -> Result<Catalogue, LoadError> {
        let _ = folders;
        Catalogue::of(BUILT_IN.files().map(|file| (file.path(), file.contents_utf8().unwrap_or_default())))
    }

    /// The questionnaires of these files alone (path and text of each): what tests and tools ask for.
    ///
    /// # Errors
    /// A file with an error that `check` would report.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t Path, &'t str)>) -> Result<Catalogue, LoadError> {
        let mut catalogue = Catalogue::default();
        for (path, text) in files {
            catalogue.add_file(path, text)?;
        }
        catalogue.put_in_order();
        Ok(catalogue)
    }

    fn add_file(&mut self, path: &Path, text: &str) -> Result<(), LoadError> {
        let root = DeTable::parse(text)
            .map_err(|error| LoadError(format!("{}: {}", path.display(), error.message())))?;
        let root = Table(root.get_ref());
        match path.file_name().and_then(|name| name.to_str()) {
            Some("roles.toml") => self.roles = read::roles(root),
            Some("resources.toml") => self.resources = read::resources(root),
            _ => self.questionnaires.push(read::questionnaire(root)),
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
    }

    /// All questionnaires: the default selection first, then the others by id.
    pub fn questionnaires(&self) -> &[Questionnaire] {
        &self.questionnaires
    }

    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|questionnaire| questionnaire.id == id)
    }

    /// The question with this id, of whichever questionnaire.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (questionnaire, position) = *self.questions.get(id)?;
        self.questionnaires.get(questionnaire)?.questions.get(position)
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
