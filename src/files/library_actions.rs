//! What a user does to the assessments of the library as a whole: give one another name, begin the
//! next one, remove one and put it back.
//!
//! What was removed can be put back until the program ends: a file of the data directory is only
//! hidden until then, one from elsewhere is only forgotten.

use std::fs;
use std::path::{Path, PathBuf};

use super::document::Document;
use super::guarded_file::GuardedFile;
use super::library::Library;
use crate::assessment::Assessment;
use crate::assessment::Edit;
use crate::questionnaire::Catalogue;
use crate::text::clean;

/// Gives the organisation of a file another name; says that it was done.
///
/// # Errors
/// What hinders it, in a sentence.
pub fn rename(catalogue: &Catalogue, path: &Path, name: String) -> Result<String, String> {
    let (mut file, mut document) = GuardedFile::open(path).map_err(|error| error.to_string())?;
    document.assessment.apply(Edit::Organization(name));
    file.save(&document.to_text(catalogue)).map_err(|error| error.to_string())?;
    Ok(format!("{} is now called {}", show(path), document.assessment.organization))
}

/// The next assessment of the one in a file: see [`Assessment::carried_over`]. The questionnaires are
/// asked as they are now.
///
/// # Errors
/// A file that cannot be read, in a sentence.
pub fn next_of(catalogue: &Catalogue, path: &Path) -> Result<Assessment, String> {
    let (document, _) = Document::read(path).map_err(|error| error.to_string())?;
    let mut next = document.assessment.carried_over();
    for (id, entry) in &mut next.answers {
        // An answer to a question that has changed since is never confirmed with the others.
        let before = document.assessment.entry(id).and_then(|before| before.revision).unwrap_or(1);
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

/// What was removed, the last one at the end.
#[derive(Debug, Default)]
pub struct Removed(Vec<One>);

#[derive(Debug)]
enum One {
    /// A file, and where it is hidden.
    Hidden { path: PathBuf, hidden: PathBuf },
    /// A file somewhere else, which was only forgotten.
    Forgotten(PathBuf),
}

impl Removed {
    /// Takes an assessment off the list; says what became of its file.
    ///
    /// # Errors
    /// What hinders it, in a sentence.
    pub fn remove(&mut self, library: &Library, path: &Path) -> Result<String, String> {
        if library.holds(path) {
            return self.hide(path);
        }
        library.forget(path).map_err(|error| error.to_string())?;
        self.0.push(One::Forgotten(path.to_owned()));
        Ok(format!("{} is off the list; the file stays where it is (u takes it back)", show(path)))
    }

    fn hide(&mut self, path: &Path) -> Result<String, String> {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        // Another file of this name may have been removed before, and is still to be put back.
        let hidden = path.with_file_name(format!(".{name}.removed"));
        let hidden = free(&hidden, |_, number| format!(".{name}.removed-{number}"));
        fs::rename(path, &hidden).map_err(|error| format!("{}: cannot remove it: {error}", show(path)))?;
        self.0.push(One::Hidden { path: path.to_owned(), hidden });
        Ok(format!("{} is removed (u puts it back)", clean(&name)))
    }

    /// The file that was removed last.
    pub fn last(&self) -> Option<&Path> {
        match self.0.last()? {
            One::Hidden { path, .. } | One::Forgotten(path) => Some(path),
        }
    }

    /// Puts back what was removed last.
    ///
    /// # Errors
    /// What hinders it, in a sentence.
    pub fn put_back(&mut self, library: &Library) -> Result<String, String> {
        let Some(one) = self.0.pop() else {
            return Ok("Nothing was removed since the program began".to_owned());
        };
        match &one {
            One::Hidden { path, hidden } => {
                // Where there is such a file again, both are wanted.
                let back = free(path, |stem, number| format!("{stem}-{number}.toml"));
                if let Err(error) = fs::rename(hidden, &back) {
                    let problem = format!("{}: cannot put it back: {error}", show(hidden));
                    self.0.push(one);
                    return Err(problem);
                }
                Ok(format!("{} is back", show(&back)))
            }
            One::Forgotten(path) => {
                library.remember(path).map_err(|error| error.to_string())?;
                Ok(format!("{} is back on the list", show(path)))
            }
        }
    }

    /// Removes for good what was hidden.
    pub fn finish(&mut self) {
        for one in self.0.drain(..) {
            if let One::Hidden { hidden, .. } = one {
                // What cannot be removed stays hidden; it is in nobody's way.
                let _ = fs::remove_file(hidden);
            }
        }
    }
}

/// A path at which nothing is: this one, or one beside it, of a name that is made of its stem and a number.
fn free(path: &Path, name: impl Fn(&str, usize) -> String) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let others = (2..).map(|number| path.with_file_name(name(&stem, number)));
    let mut all = std::iter::once(path.to_owned()).chain(others);
    all.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| path.to_owned())
}

fn show(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
