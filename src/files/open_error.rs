//! Why a file cannot be opened, and where in it. `words` says it.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::text::Slip;

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenError {
    pub path: PathBuf,
    /// Line and column, both from 1, the column in characters; `None` where it is the whole file.
    pub at: Option<(usize, usize)>,
    pub problem: OpenProblem,
}

/// A problem with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenProblem {
    NotFound,
    /// The user may not read it.
    NotAllowed,
    /// The system does not read it, in the system's words.
    Unreadable(String),
    /// A folder or a device.
    NoFile,
    /// More than [`MAX_FILE_BYTES`](crate::questionnaire::MAX_FILE_BYTES).
    TooLarge,
    /// More than [`MAX_MARKS`](crate::questionnaire::MAX_MARKS).
    TooManyMarks,
    /// UTF-16 in place of UTF-8.
    Utf16,
    /// No UTF-8 from this byte on.
    NotUtf8(usize),
    /// No TOML, in the words of the TOML library.
    Syntax(String),
    /// No TOML, for a reason that is known by sight.
    Slip(Slip),
    /// More levels of nesting than the TOML library reads.
    TooDeep,
    NoFormat,
    /// Of this format, which a newer program made.
    NewerFormat(i64),
    /// Of a format that no program ever made; the formats from this one on can be read.
    UnknownFormat {
        /// The oldest format that can be read.
        oldest: i64,
    },
    /// A field is missing or of another kind, in the words of `serde`.
    Form(String),
    /// A list in the place of a table.
    NoTable,
    /// A table in the place of a text or a number.
    NoText,
    /// A key that cannot be an id.
    NotAnId(String),
    /// A group with more than [`MAX_QUESTIONS`](super::MAX_QUESTIONS) entries.
    TooManyEntries(String),
    /// A text with a line of more than [`MAX_LINE`](crate::text::MAX_LINE) characters.
    LongLine,
    /// A whole number that is larger than TOML writes.
    LargeNumber,
    /// A "not applicable" without a reason.
    NoReason,
}

impl OpenError {
    pub(super) fn new(path: &Path, problem: OpenProblem) -> OpenError {
        OpenError { path: path.to_owned(), at: None, problem }
    }

    pub(super) fn in_text(path: &Path, text: &str, problem: Refusal) -> OpenError {
        OpenError { path: path.to_owned(), at: problem.at.map(|at| place(text, at)), problem: problem.what }
    }
}

/// A problem with a text, and the byte at which it is; `None` where it is nowhere in particular.
#[derive(Debug)]
pub(super) struct Refusal {
    pub at: Option<usize>,
    pub what: OpenProblem,
}

impl Refusal {
    pub(super) fn new(span: Option<Range<usize>>, what: OpenProblem) -> Refusal {
        Refusal { at: span.map(|span| span.start), what }
    }
}

/// Line and column of a byte, both from 1, the column in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
