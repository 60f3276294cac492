//! Loading the questionnaires of a user's folders: what `check` finds an error in is not taken in.

use std::collections::HashMap;
use std::path::PathBuf;

use toml::de::DeTable;

use super::{Severity, check_texts};
use crate::questionnaire::files;
use crate::questionnaire::table::Table;
use crate::questionnaire::{Catalogue, LoadError, see_all};

/// The built-in questionnaires, and those in `folders`; a later one with the id of an earlier one
/// replaces it, and so do roles and resources. A folder that does not exist holds none.
///
/// # Errors
/// A folder or file that cannot be read, or a file with an error that `check` would report. The message
/// names the first.
pub fn load(folders: &[PathBuf]) -> Result<Catalogue, LoadError> {
    let catalogue = Catalogue::built_in()?;
    let texts = effective(texts_of(folders)?);
    if texts.is_empty() {
        return Ok(catalogue);
    }
    let problems = check_texts(&catalogue, &texts);
    let mut errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    if let Some(first) = errors.next() {
        let more = match errors.count() {
            0 => String::new(),
            1 => ", and 1 more error".to_owned(),
            more => format!(", and {more} more errors"),
        };
        let (place, message, rule) = (first.place(), &first.message, first.rule);
        let see = see_all(&first.file);
        return Err(LoadError(format!("{place}: {message} [{rule}]{more}; {see}")));
    }
    catalogue.with(texts)
}

/// A file of a user: the number of its folder, its path, its text.
type FolderFile = (usize, PathBuf, String);

/// The files of these folders, in their order, and by name within each.
fn texts_of(folders: &[PathBuf]) -> Result<Vec<FolderFile>, LoadError> {
    let mut texts = Vec::new();
    for (number, folder) in folders.iter().enumerate() {
        let paths = files::toml_files(folder).map_err(|error| {
            let folder = folder.display();
            LoadError(format!(
                "the folder of questionnaires {folder} cannot be read: {error}; name another one or mend it"
            ))
        })?;
        for path in paths {
            match files::read(&path) {
                Ok(text) => texts.push((number, path, text)),
                Err(error) => {
                    let path = path.display();
                    return Err(LoadError(format!("{path}: {error}; mend it or move it elsewhere")));
                }
            }
        }
    }
    Ok(texts)
}

/// Leaves out the questionnaires that a later folder replaces.
fn effective(texts: Vec<FolderFile>) -> Vec<(PathBuf, String)> {
    let id = |(_, _, text): &FolderFile| {
        let root = DeTable::parse(text).ok()?;
        Table(root.get_ref()).string("id").map(str::to_owned)
    };
    let ids: Vec<_> = texts.iter().map(id).collect();
    let last: HashMap<String, usize> =
        ids.iter().zip(&texts).filter_map(|(id, (folder, ..))| Some((id.clone()?, *folder))).collect();
    let stays = |(id, (folder, ..)): &(Option<String>, FolderFile)| {
        id.as_ref().and_then(|id| last.get(id)).is_none_or(|last| last == folder)
    };
    ids.into_iter().zip(texts).filter(stays).map(|(_, (_, path, text))| (path, text)).collect()
}
