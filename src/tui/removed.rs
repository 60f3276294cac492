//! Assessments that were removed from the list. They can be put back until the program ends: a file is
//! only hidden until then.

use std::fs;
use std::path::{Path, PathBuf};

use crate::assessment::Library;

/// What was removed, the last one at the end.
#[derive(Debug, Default)]
pub(super) struct Removed(Vec<One>);

#[derive(Debug)]
enum One {
    /// A file, and where it is hidden.
    Hidden { path: PathBuf, hidden: PathBuf },
    /// A file somewhere else, which was only forgotten.
    Forgotten(PathBuf),
}

impl Removed {
    /// Hides a file.
    pub(super) fn hide(&mut self, path: &Path) -> Result<String, String> {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let hidden = path.with_file_name(format!(".{name}.removed"));
        fs::rename(path, &hidden)
            .map_err(|error| format!("{}: cannot remove it: {error}", path.display()))?;
        self.0.push(One::Hidden { path: path.to_owned(), hidden });
        Ok(format!("{name} is removed (u puts it back)"))
    }

    /// Remembers that a file elsewhere was taken off the list.
    pub(super) fn forgotten(&mut self, path: &Path) {
        self.0.push(One::Forgotten(path.to_owned()));
    }

    /// Puts back what was removed last.
    pub(super) fn put_back(&mut self, library: &Library) -> Result<String, String> {
        let Some(one) = self.0.pop() else {
            return Ok("Nothing was removed since the program began".to_owned());
        };
        match &one {
            One::Hidden { path, .. } if path.exists() => {
                let problem = format!("{}: there is such a file again; move it away first", path.display());
                self.0.push(one);
                Err(problem)
            }
            One::Hidden { path, hidden } => {
                fs::rename(hidden, path)
                    .map_err(|error| format!("{}: cannot put it back: {error}", hidden.display()))?;
                Ok(format!("{} is back", path.display()))
            }
            One::Forgotten(path) => {
                library.remember(path).map_err(|error| error.to_string())?;
                Ok(format!("{} is back on the list", path.display()))
            }
        }
    }

    /// Removes for good what was hidden.
    pub(super) fn finish(&mut self) {
        for one in self.0.drain(..) {
            if let One::Hidden { hidden, .. } = one {
                // What cannot be removed stays hidden; it is in nobody's way.
                let _ = fs::remove_file(hidden);
            }
        }
    }
}
