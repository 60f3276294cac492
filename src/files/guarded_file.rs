//! An open file: who may write it, and what was last seen in it.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::atomic_write::{self, Existing, Obstacle, SaveError};
use super::document::Document;
use super::lock::{Lock, Locking};
use super::open_error::OpenError;
use super::readers::Readers;
use crate::questionnaire::{MAX_FILE_BYTES, has_too_many_marks};

/// The access to an open file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// It may, and by nobody else.
    Exclusive,
    /// Another ospo-assess has it: read-only until [`GuardedFile::retry`] gets it.
    InUse,
    /// Nothing can be written in its folder: read-only while that lasts.
    Hindered(Obstacle),
}

/// An open file. Dropping it lets others have it.
#[derive(Debug)]
pub struct GuardedFile {
    path: PathBuf,
    access: Access,
    /// `None` where the file system knows no locks, or access is not exclusive.
    lock: Option<Lock>,
    /// The file as it was read or written last; `None` before the first save.
    seen: Option<Vec<u8>>,
    /// The text that was being written when the last save failed: it may be on disk.
    attempted: Option<Vec<u8>>,
    /// Who may read it: as it was when it was there last.
    readers: Readers,
    /// The older format of the file, of which a copy is kept before the first save.
    keep_format: Option<i64>,
}

impl GuardedFile {
    /// Makes a new file with this text.
    ///
    /// # Errors
    /// A file that is there already, and everything that hinders a save.
    pub fn create(path: &Path, text: &str) -> Result<GuardedFile, SaveError> {
        GuardedFile::create_for(Readers::All, path, text)
    }

    /// The same for a copy: it is for the readers of the file that it is a copy of.
    ///
    /// # Errors
    /// As [`GuardedFile::create`].
    pub fn create_for(readers: Readers, path: &Path, text: &str) -> Result<GuardedFile, SaveError> {
        let mut file = GuardedFile { readers, ..GuardedFile::at(path) };
        file.save_over(text)?;
        Ok(file)
    }

    /// Opens a file, and removes what a killed program left beside it. Look at [`GuardedFile::access`].
    ///
    /// # Errors
    /// A file that cannot be read; it is left as it is.
    pub fn open(path: &Path) -> Result<(GuardedFile, Document), OpenError> {
        let mut file = GuardedFile::at(path);
        let document = file.reload()?;
        file.keep_format = document.migrated_from();
        if file.lock.is_some() {
            atomic_write::remove_leftovers(&atomic_write::follow(path));
        }
        Ok((file, document))
    }

    fn at(path: &Path) -> GuardedFile {
        let path = path.to_owned();
        let mut file = GuardedFile {
            path,
            access: Access::InUse,
            lock: None,
            seen: None,
            attempted: None,
            readers: Readers::All,
            keep_format: None,
        };
        file.retry();
        file
    }

    /// The access to it.
    pub fn access(&self) -> Access {
        self.access.clone()
    }

    /// The file, by the path that it was opened with.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who may read the file.
    pub fn readers(&self) -> Readers {
        self.readers.clone()
    }

    /// Tries again to become the one who writes. What others wrote meanwhile is noticed by the next
    /// save; better to [`GuardedFile::reload`] at once.
    pub fn retry(&mut self) -> Access {
        if self.access != Access::Exclusive {
            let target = atomic_write::follow(&self.path);
            if !atomic_write::has_room(&target) {
                self.access = Access::Hindered(Obstacle::LongName);
                return self.access.clone();
            }
            (self.access, self.lock) = match Lock::acquire(&target) {
                Ok(Locking::Ours(lock)) => (Access::Exclusive, Some(lock)),
                Ok(Locking::InUse) => (Access::InUse, None),
                // That the file changed is still noticed before each save.
                Ok(Locking::Unsupported) => (Access::Exclusive, None),
                Err(obstacle) => (Access::Hindered(obstacle), None),
            };
        }
        self.access.clone()
    }

    /// Reads the file again; what is there now may be saved over.
    ///
    /// # Errors
    /// A file that cannot be read; it may not be saved over.
    pub fn reload(&mut self) -> Result<Document, OpenError> {
        let (document, text) = Document::read(&self.path)?;
        self.has_seen(text);
        self.readers = Readers::of_or(&self.path, std::mem::take(&mut self.readers));
        Ok(document)
    }

    /// The text that was read or written last.
    pub fn seen(&self) -> Option<String> {
        self.seen.as_deref().map(|seen| String::from_utf8_lossy(seen).into_owned())
    }

    /// Takes note of a text of the file that the user has seen and decided upon.
    pub fn has_seen(&mut self, text: String) {
        self.seen = Some(text.into_bytes());
        self.attempted = None;
    }

    /// Saves the text, durably, if nobody else changed the file. One that was removed is made again.
    ///
    /// # Errors
    /// [`SaveError::ChangedOnDisk`] and everything that hinders a save; the file is as it was, or
    /// holds the whole new text.
    pub fn save(&mut self, text: &str) -> Result<(), SaveError> {
        self.check_access()?;
        let text = text.as_bytes();
        if let Some(found) = self.on_disk().map_err(|error| SaveError::from_io(&self.path, &error))? {
            let ours = |ours: &Option<Vec<u8>>| ours.as_ref() == Some(&found);
            if found == text && self.attempted.is_none() {
                self.seen = Some(found);
                return Ok(());
            }
            if found != text && !ours(&self.seen) && !ours(&self.attempted) {
                return Err(SaveError::ChangedOnDisk(self.path.clone()));
            }
        }
        self.write(text)
    }

    /// Saves the text over whatever is there: the user said so.
    ///
    /// # Errors
    /// Everything that hinders a save.
    pub fn save_over(&mut self, text: &str) -> Result<(), SaveError> {
        self.check_access()?;
        self.write(text.as_bytes())
    }

    fn check_access(&mut self) -> Result<(), SaveError> {
        if matches!(self.access, Access::Hindered(_)) {
            self.retry();
        }
        match &self.access {
            Access::Exclusive => Ok(()),
            Access::InUse => Err(SaveError::InUse(self.path.clone())),
            Access::Hindered(obstacle) => Err(SaveError::failed(&self.path, obstacle.clone())),
        }
    }

    /// The bytes in the file now; `None` when it is not there.
    fn on_disk(&self) -> io::Result<Option<Vec<u8>>> {
        let file = match File::open(&self.path) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            // Windows opens no folder, and calls that a lack of permission.
            Err(_) if self.path.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            file => file?,
        };
        let mut bytes = Vec::new();
        file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn write(&mut self, text: &[u8]) -> Result<(), SaveError> {
        if text.len() as u64 > MAX_FILE_BYTES || has_too_many_marks(text) {
            return Err(SaveError::failed(&self.path, Obstacle::TooLarge));
        }
        if let (Some(format), Some(old)) = (self.keep_format, &self.seen) {
            keep_copy(&self.path, format, old, &self.readers)?;
            self.keep_format = None;
        }
        self.attempted = Some(text.to_vec());
        let existing = if self.seen.is_some() { Existing::Replace } else { Existing::Refuse };
        atomic_write::save(&self.path, text, existing, &self.readers)?;
        self.seen = self.attempted.take();
        self.readers = Readers::of_or(&self.path, std::mem::take(&mut self.readers));
        Ok(())
    }
}

/// Keeps the file as it was in an older format, as `NAME.format-N` beside it; a copy that is there
/// already is older still, and stays.
fn keep_copy(path: &Path, format: i64, old: &[u8], readers: &Readers) -> Result<(), SaveError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = path.with_file_name(format!("{name}.format-{format}"));
    match atomic_write::save(&copy, old, Existing::Refuse, readers) {
        Err(SaveError::Exists(_)) => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migrated_file_leaves_a_copy_before_its_first_save() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let mut file = GuardedFile::create(&path, "format = 0\n").unwrap();
        file.keep_format = Some(0);
        file.save("format = 1\n").unwrap();
        file.save("format = 1 # again\n").unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("a.toml.format-0")).unwrap(), "format = 0\n");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "format = 1 # again\n");
    }

    /// Somebody looks into it meanwhile, or a scanner does.
    #[test]
    fn a_file_that_is_open_elsewhere_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let mut file = GuardedFile::create(&path, "old").unwrap();
        let reader = File::open(&path).unwrap();
        assert_eq!(file.save("new"), Ok(()));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
        drop(reader);
    }

    /// A save whose last sync failed has changed the file: the retry must not take that for the work
    /// of others.
    #[test]
    fn what_a_failed_save_left_is_known_as_our_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let mut file = GuardedFile::create(&path, "old").unwrap();
        file.attempted = Some(b"newer".to_vec());
        std::fs::write(&path, "newer").unwrap();
        assert_eq!(file.save("newest"), Ok(()));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "newest");
    }
}
