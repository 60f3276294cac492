//! The open file. A change is saved at once, durably, before anything else is asked.

use std::path::{Path, PathBuf};

use crate::assessment::Assessment;
use crate::files::{Document, GuardedFile, SaveError};
use crate::questionnaire::Catalogue;
use crate::words;

/// A file that somebody else changed.
pub(super) struct Theirs {
    /// As both sides had it last.
    pub(super) base: Assessment,
    /// As it is now.
    pub(super) document: Document,
    text: String,
}

/// The file of the open assessment.
pub(super) struct OpenFile {
    store: GuardedFile,
    document: Document,
    /// Whether everything is on disk.
    pub(super) is_saved: bool,
}

impl OpenFile {
    /// Opens a file.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub(super) fn open(path: &Path) -> Result<OpenFile, String> {
        let (store, document) = GuardedFile::open(path).map_err(|error| error.to_string())?;
        Ok(OpenFile { store, document, is_saved: true })
    }

    /// Makes a new file of an assessment.
    ///
    /// # Errors
    /// What hinders it.
    pub(super) fn create(
        path: &Path,
        assessment: Assessment,
        catalogue: &Catalogue,
    ) -> Result<OpenFile, SaveError> {
        let document = Document::new(assessment);
        let store = GuardedFile::create(path, &document.to_text(catalogue))?;
        Ok(OpenFile { store, document, is_saved: true })
    }

    pub(super) fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// What was in it when it was read.
    pub(super) fn assessment(&self) -> &Assessment {
        &self.document.assessment
    }

    /// Why it cannot be changed, if so.
    pub(super) fn read_only(&self) -> Option<String> {
        words::files::read_only(&self.store.access())
    }

    /// Saves an assessment; `over` what somebody else wrote too.
    pub(super) fn save(
        &mut self,
        assessment: &Assessment,
        catalogue: &Catalogue,
        over: bool,
    ) -> Result<(), SaveError> {
        self.is_saved = false;
        self.document.assessment = assessment.clone();
        let text = self.document.to_text(catalogue);
        if over {
            self.store.save_over(&text)?
        } else {
            self.store.save(&text)?
        }
        self.is_saved = true;
        Ok(())
    }

    /// Saves an assessment to a new file, and goes on with that one.
    pub(super) fn save_as(
        &mut self,
        path: &Path,
        assessment: &Assessment,
        catalogue: &Catalogue,
    ) -> Result<(), SaveError> {
        self.document.assessment = assessment.clone();
        let readers = self.store.readers();
        self.store = GuardedFile::create_for(readers, path, &self.document.to_text(catalogue))?;
        self.is_saved = true;
        Ok(())
    }

    /// What was last known of the file, and what somebody else has made of it; changes nothing yet.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub(super) fn read_for_merge(&self) -> Result<Theirs, String> {
        let seen = self.store.seen().unwrap_or_default();
        let base = Document::parse(&seen, self.store.path()).map_err(|error| error.to_string())?.assessment;
        let (document, text) = Document::read(self.store.path()).map_err(|error| error.to_string())?;
        Ok(Theirs { base, document, text })
    }

    /// Goes on with the file as somebody else left it: with their comments and order.
    pub(super) fn go_on_with(&mut self, theirs: Theirs) {
        self.document = theirs.document;
        self.store.has_seen(theirs.text);
    }

    /// Reads the file again; what was not saved is given up.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub(super) fn reload(&mut self) -> Result<(), String> {
        self.document = self.store.reload().map_err(|error| error.to_string())?;
        self.is_saved = true;
        Ok(())
    }
}
