//! The file of an assessment: its text, and the assessment in it. What a person wrote into the file
//! (comments, order, fields that this program does not know) stays as it is when an answer changes.
//!
//! Reading is strict and says where: a file that is not understood in full is not opened, because
//! what cannot be read would be lost by the next save. Limits, all checked before memory is spent:
//! [`MAX_FILE_BYTES`], [`MAX_MARKS`](crate::questionnaire::MAX_MARKS), [`MAX_QUESTIONS`](super::MAX_QUESTIONS) entries a group, 80
//! levels of nesting (by the TOML library).
//!
//! A byte order mark and Windows line ends are kept. A file that mixes line ends gets those of its
//! first line when a fact in it changes.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::fields::{Fields, Problem};
use super::{migrate, patch, read};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, MAX_FILE_BYTES, has_too_many_marks};
use crate::text::clean;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Why a file cannot be opened: one clear message, ready for a terminal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {problem}", clean(&path.to_string_lossy()), self.place())]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// Line and column, both from 1, the column in characters.
    pub at: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub problem: String,
}

impl OpenError {
    pub(super) fn new(path: &Path, problem: impl Into<String>) -> OpenError {
        OpenError { path: path.to_owned(), at: None, problem: problem.into() }
    }

    fn in_text(path: &Path, text: &str, problem: Problem) -> OpenError {
        let at = problem.at.map(|offset| place(text, offset));
        OpenError { path: path.to_owned(), at, problem: problem.what }
    }

    fn place(&self) -> String {
        self.at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default()
    }
}

/// Line and column of a byte, both from 1, the column in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// An assessment, and the file that it came from.
#[derive(Debug, Clone)]
pub struct Document {
    /// The assessment; change it as you like.
    pub assessment: Assessment,
    /// The file that it came from; `None` for a new one.
    origin: Option<Origin>,
    /// The older format that the file had.
    migrated_from: Option<i64>,
}

#[derive(Debug, Clone)]
struct Origin {
    /// The text as it was, or as it became by migration.
    text: String,
    /// What the tree does not know of the text.
    ends: LineEnds,
    /// The text as a tree, in which changes are made.
    tree: DocumentMut,
    /// The assessment in it: what differs from it was changed since.
    assessment: Assessment,
}

impl Document {
    /// A document that was never written.
    pub fn new(assessment: Assessment) -> Document {
        Document { assessment, origin: None, migrated_from: None }
    }

    /// Reads the file at `path`, and hands back its text too.
    ///
    /// # Errors
    /// A file that is missing, no file, too large, or says what [`Document::parse`] refuses.
    pub fn read(path: &Path) -> Result<(Document, String), OpenError> {
        let text = read_text(path)?;
        Ok((Document::parse(&text, path)?, text))
    }

    /// The document in a text; `path` is for messages alone.
    ///
    /// # Errors
    /// Text that is no TOML, another format, or a field that is missing, of the wrong type or out of
    /// range: the first that is found.
    pub fn parse(text: &str, path: &Path) -> Result<Document, OpenError> {
        let ends = LineEnds::of(text);
        let plain = ends.strip(text);
        let error = |problem| OpenError::in_text(path, &plain, problem);
        let tree = tree(&plain).map_err(error)?;
        let format = migrate::format(Fields(tree.as_table())).map_err(error)?;
        if format == migrate::FORMAT {
            let assessment = read::assessment(Fields(tree.as_table())).map_err(error)?;
            let origin = Origin { text: text.to_owned(), ends, tree: tree.into_mut(), assessment };
            return Ok(Document::of(origin, None));
        }
        let mut old = tree.into_mut();
        migrate::migrate(&mut old, format);
        let plain = old.to_string();
        let error = |problem| OpenError::in_text(path, &plain, problem);
        let assessment =
            read::assessment(Fields(self::tree(&plain).map_err(error)?.as_table())).map_err(error)?;
        Ok(Document::of(Origin { text: ends.restore(plain), ends, tree: old, assessment }, Some(format)))
    }

    fn of(origin: Origin, migrated_from: Option<i64>) -> Document {
        Document { assessment: origin.assessment.clone(), origin: Some(origin), migrated_from }
    }

    /// The older format that the file had, if it had one; a copy of it is kept before the first save.
    pub fn migrated_from(&self) -> Option<i64> {
        self.migrated_from
    }

    /// The text of the file as it is to be: of a new one in the order of the format's description, of
    /// another as it was, but for the facts that were changed. The catalogue gives the order in which
    /// new answers stand.
    pub fn to_text(&self, catalogue: &Catalogue) -> String {
        let Some(origin) = &self.origin else {
            let mut tree = DocumentMut::new();
            patch::update(&mut tree, None, &self.assessment, catalogue);
            return tree.to_string();
        };
        if origin.assessment == self.assessment {
            return origin.text.clone();
        }
        let mut tree = origin.tree.clone();
        patch::update(&mut tree, Some(&origin.assessment), &self.assessment, catalogue);
        origin.ends.restore(tree.to_string())
    }
}

/// How a text begins and how its lines end, which the TOML library does not keep.
#[derive(Debug, Clone, Copy)]
struct LineEnds {
    mark: bool,
    windows: bool,
}

impl LineEnds {
    fn of(text: &str) -> LineEnds {
        let first = text.split_inclusive('\n').next().unwrap_or_default();
        LineEnds { mark: text.starts_with(BYTE_ORDER_MARK), windows: first.ends_with("\r\n") }
    }

    fn strip(self, text: &str) -> String {
        text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).replace("\r\n", "\n")
    }

    fn restore(self, plain: String) -> String {
        let text = if self.windows { plain.replace('\n', "\r\n") } else { plain };
        if self.mark { format!("{BYTE_ORDER_MARK}{text}") } else { text }
    }
}

/// The text of a file of limited size.
pub(super) fn read_text(path: &Path) -> Result<String, OpenError> {
    let bytes = read_bytes(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let before = String::from_utf8_lossy(bytes.get(..good).unwrap_or_default());
        let what = match bytes.as_slice() {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "this is UTF-16 text; save it as UTF-8".to_owned(),
            _ => format!("not UTF-8 text from byte {good} on; save it as UTF-8"),
        };
        OpenError::in_text(path, &before, Problem::at(Some(good), what))
    })
}

/// The bytes of a file of limited size.
fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let failed = |error: io::Error| OpenError::new(path, why_unreadable(&error));
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(OpenError::new(path, "this is no file; name the file of an assessment"));
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let limit = MAX_FILE_BYTES / (1024 * 1024);
        return Err(OpenError::new(
            path,
            format!("larger than {limit} MiB; this is no assessment that people made"),
        ));
    }
    Ok(bytes)
}

fn why_unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; `ospo-assess new` makes one".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "you may not read this file; ask its owner, or change its permissions".to_owned()
        }
        _ => format!("cannot be read ({error}); try a copy in another place"),
    }
}

/// The text as a tree in which every field knows its place.
fn tree(text: &str) -> Result<toml_edit::Document<&str>, Problem> {
    if has_too_many_marks(text.as_bytes()) {
        let what = "more fields and lines than are read; this is no assessment that people made";
        return Err(Problem::at(None, what));
    }
    toml_edit::Document::parse(text).map_err(|error| {
        // The message is one of the library's own sentences; its `Display` would repeat the line.
        let message = match error.message() {
            message if message.contains("recurs") => "nested too deeply".into(),
            message => clean(message),
        };
        let what = format!("this is no TOML: {message}; correct it in an editor");
        Problem::at(error.span().map(|span| span.start), what)
    })
}
