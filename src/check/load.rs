//! Loading the questionnaires of a user's folders: what `check` finds an error in is not taken in.

use std::collections::HashMap;
use std::path::PathBuf;

use toml::de::DeTable;

use super::{Problem, Severity, check_texts};
use crate::questionnaire::files::{self, ReadError};
use crate::questionnaire::{Catalogue, FormatError};

/// Why a user's questionnaires are not loaded.
#[derive(Debug)]
pub enum LoadError {
    /// A folder cannot be read, for this reason of the system.
    Folder(PathBuf, String),
    File(PathBuf, ReadError),
    Format(FormatError),
    /// Files have errors: the first, and how many more there are.
    Faulty(Box<Problem>, usize),
}

/// The built-in questionnaires, and those in `folders`; a later one with the id of an earlier one
/// replaces it, and so do roles and resources. A folder that does not exist holds none.
///
/// # Errors
/// A folder or file that cannot be read, or a file with an error that `check` would report.
pub fn load(folders: &[PathBuf]) -> Result<Catalogue, LoadError> {
    let catalogue = Catalogue::built_in().map_err(LoadError::Format)?;
    let texts = effective(texts_of(folders)?);
    if texts.is_empty() {
        return Ok(catalogue);
    }
    let problems = check_texts(&catalogue, &texts);
    let mut errors = problems.into_iter().filter(|problem| problem.severity() == Severity::Error);
    if let Some(first) = errors.next() {
        return Err(LoadError::Faulty(Box::new(first), errors.count()));
    }
    catalogue.with(texts).map_err(LoadError::Format)
}

/// A file of a user: the number of its folder, its path, its text.
type FolderFile = (usize, PathBuf, String);

/// The files of these folders, in their order, and by name within each.
fn texts_of(folders: &[PathBuf]) -> Result<Vec<FolderFile>, LoadError> {
    let mut texts = Vec::new();
    for (number, folder) in folders.iter().enumerate() {
        let paths = files::toml_files(folder)
            .map_err(|error| LoadError::Folder(folder.clone(), error.to_string()))?;
        for path in paths {
            match files::read(&path) {
                Ok(text) => texts.push((number, path, text)),
                Err(error) => return Err(LoadError::File(path, error)),
            }
        }
    }
    Ok(texts)
}

/// Leaves out the questionnaires that a later folder replaces.
fn effective(texts: Vec<FolderFile>) -> Vec<(PathBuf, String)> {
    let id = |(_, _, text): &FolderFile| {
        let root = DeTable::parse(text).ok()?;
        Some(root.get_ref().get("id")?.get_ref().as_str()?.to_owned())
    };
    let ids: Vec<_> = texts.iter().map(id).collect();
    let last: HashMap<String, usize> =
        ids.iter().zip(&texts).filter_map(|(id, (folder, ..))| Some((id.clone()?, *folder))).collect();
    let stays = |(id, (folder, ..)): &(Option<String>, FolderFile)| {
        id.as_ref().and_then(|id| last.get(id)).is_none_or(|last| last == folder)
    };
    ids.into_iter().zip(texts).filter(stays).map(|(_, (_, path, text))| (path, text)).collect()
}
