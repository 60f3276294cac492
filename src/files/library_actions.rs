//! Actions on the assessments of the library as a whole: give one another name, begin the
//! next one, remove one and put it back.
//!
//! What was removed can be put back until the program ends: a file of the data directory is only
//! hidden until then, one from elsewhere is only forgotten. Where the program is killed, it comes back.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic_write::{SaveError, follow};
use super::document::Document;
use super::guarded_file::GuardedFile;
use super::library::{Library, free, removed_path};
use super::lock::{Lock, Locking};
use super::open_error::OpenError;
use crate::assessment::Assessment;
use crate::assessment::Edit;
use crate::questionnaire::Catalogue;

/// A change that was made to an assessment of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryChange {
    /// The organisation of this file has another name.
    Renamed(PathBuf, String),
    /// This file was hidden.
    Removed(PathBuf),
    /// This file is off the list; it stays where it is.
    Forgotten(PathBuf),
    /// This file is there again.
    Back(PathBuf),
    /// This file is on the list again.
    Remembered(PathBuf),
    /// There was nothing to put back.
    NothingRemoved,
}

/// A hindrance to a change of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryError {
    /// The file cannot be read.
    Open(OpenError),
    /// The file, or the list, cannot be written.
    Save(SaveError),
    /// The file cannot be hidden, in the system's words.
    Remove(PathBuf, String),
    /// The file cannot be put back from where it is hidden, in the system's words.
    PutBack(PathBuf, String),
}

impl From<OpenError> for LibraryError {
    fn from(error: OpenError) -> LibraryError {
        LibraryError::Open(error)
    }
}

impl From<SaveError> for LibraryError {
    fn from(error: SaveError) -> LibraryError {
        LibraryError::Save(error)
    }
}

/// Gives the organisation of a file another name.
///
/// # Errors
/// A file that cannot be read or written.
pub fn rename(catalogue: &Catalogue, path: &Path, name: String) -> Result<LibraryChange, LibraryError> {
    let (mut file, mut document) = GuardedFile::open(path)?;
    document.assessment.apply(Edit::Organization(name));
    file.save(&document.to_text(catalogue))?;
    Ok(LibraryChange::Renamed(path.to_owned(), document.assessment.organization))
}

/// The next assessment of the one in a file: see [`Assessment::carried_over`]. The questionnaires are
/// asked as they are now.
///
/// # Errors
/// A file that cannot be read.
pub fn next_of(catalogue: &Catalogue, path: &Path) -> Result<Assessment, OpenError> {
    let earlier = Document::look(path)?;
    let mut next = earlier.carried_over();
    for (id, entry) in &mut next.answers {
        // An answer to a question that has changed since is never confirmed with the others.
        let before = earlier.entry(id).and_then(|before| before.revision).unwrap_or(1);
        if catalogue.question(id).is_some_and(|question| before < question.revision) {
            entry.revision = Some(before);
        }
    }
    for (id, version) in &mut next.questionnaires {
        if let Some(questionnaire) = catalogue.questionnaire(id) {
            version.clone_from(&questionnaire.version);
        }
    }
    Ok(next)
}

/// The assessments that were removed, the last one at the end.
#[derive(Debug, Default)]
pub struct Removed(Vec<RemovedFile>);

#[derive(Debug)]
enum RemovedFile {
    /// A file, where it is hidden, and what tells other programs that it can still be put back.
    Hidden { path: PathBuf, hidden: PathBuf, _held: Option<Lock> },
    /// A file somewhere else, which was only forgotten.
    Forgotten(PathBuf),
}

impl Removed {
    /// Takes an assessment off the list.
    ///
    /// # Errors
    /// Its file cannot be hidden, or the list not written.
    pub fn remove(&mut self, library: &Library, path: &Path) -> Result<LibraryChange, LibraryError> {
        if library.holds(path) {
            return self.hide(path);
        }
        library.forget(path)?;
        self.0.push(RemovedFile::Forgotten(path.to_owned()));
        Ok(LibraryChange::Forgotten(path.to_owned()))
    }

    fn hide(&mut self, path: &Path) -> Result<LibraryChange, LibraryError> {
        // Somebody may be answering it: their screen would go on saying that it is saved.
        let _unused = held(&follow(path))?;
        let hidden = removed_path(path);
        let held = held(&hidden)?;
        fs::rename(path, &hidden)
            .map_err(|error| LibraryError::Remove(path.to_owned(), error.to_string()))?;
        self.0.push(RemovedFile::Hidden { path: path.to_owned(), hidden, _held: held });
        Ok(LibraryChange::Removed(path.to_owned()))
    }

    /// The file that was removed last.
    pub fn last(&self) -> Option<&Path> {
        match self.0.last()? {
            RemovedFile::Hidden { path, .. } | RemovedFile::Forgotten(path) => Some(path),
        }
    }

    /// Puts back what was removed last.
    ///
    /// # Errors
    /// Its file cannot be put back, or the list not written.
    pub fn put_back(&mut self, library: &Library) -> Result<LibraryChange, LibraryError> {
        let Some(removed) = self.0.pop() else { return Ok(LibraryChange::NothingRemoved) };
        match &removed {
            RemovedFile::Hidden { path, hidden, .. } => {
                // Where there is such a file again, both are wanted.
                let back = free(path, |stem, number| format!("{stem}-{number}.toml"));
                if let Err(error) = fs::rename(hidden, &back) {
                    let problem = LibraryError::PutBack(hidden.clone(), error.to_string());
                    self.0.push(removed);
                    return Err(problem);
                }
                Ok(LibraryChange::Back(back))
            }
            RemovedFile::Forgotten(path) => {
                library.remember(path)?;
                Ok(LibraryChange::Remembered(path.clone()))
            }
        }
    }

    /// Removes for good what was hidden.
    pub fn finish(&mut self) {
        for one in self.0.drain(..) {
            if let RemovedFile::Hidden { hidden, .. } = &one {
                // What cannot be removed comes back with the next list.
                let _ = fs::remove_file(hidden);
            }
        }
    }
}

/// Keeps other programs from a file; `None` where the file system knows no locks.
fn held(path: &Path) -> Result<Option<Lock>, LibraryError> {
    match Lock::acquire(path) {
        Ok(Locking::Ours(lock)) => Ok(Some(lock)),
        Ok(Locking::Unsupported) => Ok(None),
        Ok(Locking::InUse) => Err(SaveError::InUse(path.to_owned()).into()),
        Err(obstacle) => Err(SaveError::failed(path, obstacle).into()),
    }
}
