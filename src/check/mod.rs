//! `ospo-assess check`: everything that is wrong with questionnaire files, at once, each with its
//! place and what to do. It looks at the same TOML table as the reader, which is lenient; what is an
//! error here keeps a user's questionnaire from being loaded. It knows nothing of assessments.

mod context;
mod load;
mod problem;
mod rules;

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use crate::questionnaire::files::{self, ReadError};
use crate::questionnaire::grammar::{self, Shape};
use crate::questionnaire::read;
use crate::questionnaire::table::Table;
use crate::questionnaire::{Catalogue, Kind, Questionnaire};
use context::Context;
pub use load::load;
pub use problem::{Problem, Severity, summary};
use problem::{Problems, Text};
pub use rules::{RULES, Rule};

/// Reads and checks these files, against each other and against the questionnaires, roles and
/// resources of the catalogue. A questionnaire of theirs takes the place of one with the same id.
///
/// Returns all problems: file by file as given, each file's from its beginning to its end.
pub fn check_files(catalogue: &Catalogue, paths: &[PathBuf]) -> Vec<Problem> {
    let mut texts = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        match files::read(path) {
            Ok(text) => texts.push((path.clone(), text)),
            Err(error) => unread.push(unreadable(path, &error)),
        }
    }
    let mut problems = check_texts(catalogue, &texts);
    problems.append(&mut unread);
    let position = |problem: &Problem| paths.iter().position(|path| *path == problem.file);
    problems.sort_by_cached_key(position);
    problems
}

fn unreadable(path: &Path, error: &ReadError) -> Problem {
    let rule = match error {
        ReadError::TooLarge | ReadError::TooManyMarks => rules::TOO_LARGE,
        ReadError::Unreadable(_) | ReadError::NotText(_) => rules::UNREADABLE,
    };
    Problem::of_file(rule, path, &error.to_string())
}

/// Checks these files (path and text of each), as [`check_files`] does.
pub fn check_texts(catalogue: &Catalogue, texts: &[(PathBuf, String)]) -> Vec<Problem> {
    let parsed: Vec<_> = texts.iter().map(|(_, text)| DeTable::parse(text)).collect();
    let files: Vec<File<'_>> = texts
        .iter()
        .zip(&parsed)
        .filter_map(|((path, text), parsed)| {
            Some(File::new(path, text, Table(parsed.as_ref().ok()?.get_ref())))
        })
        .collect();
    let context = Context::new(catalogue, &files, files.len() < texts.len());
    let mut sound = files.iter();
    let mut all = Vec::new();
    for ((path, text), parsed) in texts.iter().zip(&parsed) {
        let text = Text::new(path, text);
        let mut problems = Problems::new(&text);
        match parsed {
            Ok(_) => sound.by_ref().take(1).for_each(|file| rules::check(file, &context, &mut problems)),
            // What a parser says after its first error is mostly a consequence of it.
            Err(error) => {
                problems.add(rules::SYNTAX, error.span().unwrap_or(0..0), error.message(), "");
            }
        }
        all.append(&mut problems.sorted());
    }
    all
}

/// What a file describes, told by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Questionnaire,
    Roles,
    Resources,
}

impl Content {
    fn of(path: &Path) -> Content {
        match path.file_name().and_then(|name| name.to_str()) {
            Some(files::ROLES) => Content::Roles,
            Some(files::RESOURCES) => Content::Resources,
            _ => Content::Questionnaire,
        }
    }

    fn shape(self) -> &'static Shape {
        match self {
            Content::Questionnaire => &grammar::QUESTIONNAIRE,
            Content::Roles => &grammar::ROLES,
            Content::Resources => &grammar::RESOURCES,
        }
    }
}

/// A file under check.
struct File<'a> {
    text: Text<'a>,
    content: Content,
    root: Table<'a>,
    /// `None` where the file does not say it, or says what is no kind.
    kind: Option<Kind>,
    /// What the reader makes of it.
    model: Questionnaire,
}

impl<'a> File<'a> {
    fn new(path: &'a Path, text: &'a str, root: Table<'a>) -> File<'a> {
        let content = Content::of(path);
        let kinds = [Kind::Levels, Kind::Areas, Kind::Fit];
        let kind = kinds.into_iter().find(|kind| Some(kind.id()) == root.string("kind"));
        File { text: Text::new(path, text), content, root, kind, model: read::questionnaire(root) }
    }

    /// Where problems of the file as a whole are shown: at its first field.
    fn head(&self) -> Range<usize> {
        self.root.fields().next().map_or(0..0, |(place, ..)| place)
    }
}
