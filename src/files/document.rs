//! The file of an assessment: its text, and the assessment in it. What a person wrote into the file
//! (comments, order, fields that this program does not know) stays as it is when an answer changes.
//!
//! Reading is strict and says where: a file that is not understood in full is not opened, because
//! what cannot be read would be lost by the next save. Limits, all checked before memory is spent:
//! [`MAX_FILE_BYTES`], [`MAX_MARKS`](crate::questionnaire::MAX_MARKS),
//! [`MAX_QUESTIONS`](super::MAX_QUESTIONS) entries a group, [`MAX_LINE`](crate::text::MAX_LINE) characters
//! a line, 80 levels of nesting (by the TOML library).
//!
//! A byte order mark and Windows line ends are kept. A file that mixes line ends gets those of its
//! first line when a fact in it changes.

use std::io;
use std::path::Path;

use toml_edit::DocumentMut;

use super::open_error::{OpenError, OpenProblem, Refusal};
use super::{migrate, patch, read};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, MAX_FILE_BYTES, read_at_most};

const BYTE_ORDER_MARK: char = '\u{feff}';

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
    /// The line ends of the text, which the tree does not know.
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
        let (assessment, migrated) = understand(&plain, path)?;
        let (migrated_from, plain, text) = match migrated {
            Some((format, plain)) => (Some(format), plain.clone(), ends.restore(plain)),
            None => (None, plain, text.to_owned()),
        };
        let tree = toml_edit::Document::parse(plain.as_str()).map_err(|error| {
            OpenError::in_text(path, &plain, read::no_toml(&plain, error.span(), error.message()))
        })?;
        let origin = Origin { text, ends, tree: tree.into_mut(), assessment: assessment.clone() };
        Ok(Document { assessment, origin: Some(origin), migrated_from })
    }

    /// The assessment in a file, to be looked at alone: a change needs [`Document::read`], which takes twice as
    /// long.
    ///
    /// # Errors
    /// As [`Document::read`].
    pub fn look(path: &Path) -> Result<Assessment, OpenError> {
        let text = read_text(path)?;
        Ok(understand(&LineEnds::of(&text).strip(&text), path)?.0)
    }

    /// The older format that the file had, if it had one; a copy of it is kept before the first save.
    pub fn migrated_from(&self) -> Option<i64> {
        self.migrated_from
    }

    /// The text of the file as it is to be: of a new one in the order of the format's description, of
    /// another as it was, but for the facts that were changed. The catalogue gives the order in which
    /// new answers stand.
    pub fn to_text(&self, catalogue: &Catalogue) -> String {
        let after = facts(&self.assessment);
        let Some(origin) = &self.origin else {
            let mut tree = DocumentMut::new();
            patch::update(&mut tree, &toml::Table::new(), &after, catalogue);
            return tree.to_string();
        };
        if origin.assessment == self.assessment {
            return origin.text.clone();
        }
        let mut tree = origin.tree.clone();
        patch::update(&mut tree, &facts(&origin.assessment), &after, catalogue);
        origin.ends.restore(tree.to_string())
    }
}

/// The assessment in a text; of an older format, that format too, and the text in the current one.
fn understand(plain: &str, path: &Path) -> Result<(Assessment, Option<(i64, String)>), OpenError> {
    let refused = |problem| OpenError::in_text(path, plain, problem);
    let tree = read::tree(plain).map_err(refused)?;
    let format = migrate::format(tree.get_ref()).map_err(refused)?;
    if format == migrate::FORMAT {
        return Ok((read::assessment(&tree).map_err(refused)?, None));
    }
    let migrated = migrate::migrate(plain, format)
        .map_err(|error| refused(read::no_toml(plain, error.span(), error.message())))?;
    Ok((understand(&migrated, path)?.0, Some((format, migrated))))
}

fn facts(assessment: &Assessment) -> toml::Table {
    let format = ("format".to_owned(), migrate::FORMAT.into());
    [format].into_iter().chain(assessment.clone().without_empty_entries().facts()).collect()
}

/// The beginning of a text and the ends of its lines, which the TOML library does not keep.
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
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => OpenProblem::Utf16,
            _ => OpenProblem::NotUtf8(good),
        };
        OpenError::in_text(path, &before, Refusal::new(Some(good..good), what))
    })
}

/// The bytes of a file of limited size.
fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let failed = |error: io::Error| {
        let problem = match error.kind() {
            io::ErrorKind::NotFound => OpenProblem::NotFound,
            io::ErrorKind::PermissionDenied => OpenProblem::NotAllowed,
            io::ErrorKind::InvalidInput => OpenProblem::NoFile,
            _ => OpenProblem::Unreadable(error.to_string()),
        };
        OpenError::new(path, problem)
    };
    let bytes = read_at_most(path, MAX_FILE_BYTES).map_err(failed)?;
    bytes.ok_or_else(|| OpenError::new(path, OpenProblem::TooLarge))
}
