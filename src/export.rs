//! A plan to a file: whole or not at all, and never over what nobody meant to lose. For both ways in;
//! it knows of a plan only how it begins.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::assessment::{SaveError, write_file};
use crate::clean::clean;
use crate::report::PLAN_MARKER;

/// What may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// Nothing.
    Nothing,
    /// An earlier Markdown plan of this program.
    Plan,
    /// Any file: the user said so.
    Anything,
}

/// Why a plan was not written; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// There is a file that may not be replaced.
    #[error("{}: there is such a file already", clean(&.0.to_string_lossy()))]
    Exists(PathBuf),
    /// The file is the assessment that the plan is made from.
    #[error("{}: this is the assessment itself; choose another name", clean(&.0.to_string_lossy()))]
    Assessment(PathBuf),
    /// The system refused.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Writes a plan to a file.
///
/// # Errors
/// A file that `replace` does not cover, the file of the assessment, and everything that hinders a save.
pub fn export(path: &Path, text: &str, replace: Replace, assessment: &Path) -> Result<(), ExportError> {
    if let Ok(found) = path.symlink_metadata() {
        if is_same(path, assessment) {
            return Err(ExportError::Assessment(path.to_owned()));
        }
        // Where a link leads is not what the user wrote: that is asked for too.
        let covered = match replace {
            Replace::Nothing => false,
            Replace::Plan => found.is_file() && is_plan(path),
            Replace::Anything => true,
        };
        let is_file = path.metadata().is_ok_and(|found| found.is_file());
        if !covered && (is_file || found.is_symlink()) {
            return Err(ExportError::Exists(path.to_owned()));
        }
    }
    Ok(write_file(path, text.as_bytes())?)
}

fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}

/// Whether a file begins as the Markdown plans of this program do.
fn is_plan(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let length = PLAN_MARKER.len() as u64;
    let read = File::open(path).and_then(|file| file.take(length).read_to_end(&mut beginning));
    read.is_ok() && beginning == PLAN_MARKER.as_bytes()
}
