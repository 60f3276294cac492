//! A plan to a file: whole or not at all, and never over what nobody meant to lose. For both ways in;
//! what people wrote into an earlier plan is kept (`sync`).

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::keep::{KeepError, keep};
use super::marks::is_plan;
use super::parse::{Problem, parse};
use super::read::read;
use crate::assessment::Assessment;
use crate::files::{Readers, SaveError, is_same, write_file};
use crate::questionnaire::{MAX_FILE_BYTES, read_at_most};
use crate::words::plan_file as words;

/// The files that may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    Nothing,
    /// An earlier Markdown plan of this program; what people wrote into it is kept.
    Plan,
    /// Any file: the user said so.
    Anything,
}

/// The reason why a plan was not written; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// There is a file that may not be replaced.
    #[error("{}", words::exists(.0))]
    Exists(PathBuf),
    /// The file is the assessment that the plan is made from.
    #[error("{}", words::is_assessment(.0))]
    Assessment(PathBuf),
    /// The earlier plan holds something that would be lost.
    #[error("{}", words::about(path, error))]
    Keep { path: PathBuf, error: KeepError },
    /// The system refused.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Writes a plan, made from the assessment in `file`, to a file. Returns the lines of the new file, by their
/// number from 1, that people wrote and that cannot be read, each with what would be right.
///
/// # Errors
/// A file that `replace` does not cover, the file of the assessment, and everything that hinders a save.
pub fn export(
    path: &Path,
    text: &str,
    replace: Replace,
    file: &Path,
    assessment: &Assessment,
) -> Result<Vec<Problem>, ExportError> {
    let mut text = Cow::Borrowed(text);
    let mut refused = Vec::new();
    if let Ok(found) = path.symlink_metadata() {
        if is_same(path, file) {
            return Err(ExportError::Assessment(path.to_owned()));
        }
        // Where a link leads is not what the user wrote: that is asked for too.
        let covered = match replace {
            Replace::Nothing => false,
            Replace::Plan => match (found.is_file() && is_plan(&text)).then(|| read_plan(path)).flatten() {
                Some(old) => {
                    let kept = keep(&old, &text, assessment);
                    let kept = kept.map_err(|error| ExportError::Keep { path: path.to_owned(), error })?;
                    refused = read(&parse(&kept)).map(|said| said.refused).unwrap_or_default();
                    text = Cow::Owned(kept);
                    true
                }
                None => false,
            },
            Replace::Anything => true,
        };
        let is_file = path.metadata().is_ok_and(|found| found.is_file());
        if !covered && (is_file || found.is_symlink()) {
            return Err(ExportError::Exists(path.to_owned()));
        }
    }
    // As private as the assessment that it tells of.
    write_file(path, text.as_bytes(), &Readers::of_or(file, Readers::All))?;
    Ok(refused)
}

/// The text of a file that is a Markdown plan of this program; `None` for any other file.
pub fn read_plan(path: &Path) -> Option<String> {
    let bytes = read_at_most(path, MAX_FILE_BYTES).ok()??;
    String::from_utf8(bytes).ok().filter(|text| is_plan(text))
}
