//! `ospo-assess check`: everything that is wrong with questionnaire files, at once, each with its place. An
//! error keeps a user's questionnaire from being loaded. It knows nothing of assessments, and makes no
//! sentences: `words` says what its types mean.

mod fault;
mod form;
mod index;
mod language;
mod load;
mod problem;
mod rules;

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::questionnaire::files;
use crate::questionnaire::format::{FORMAT, QuestionnaireFile, ResourcesFile, RolesFile};
use crate::questionnaire::read::{questionnaire, tables};
use crate::questionnaire::schema::schema_of;
use crate::questionnaire::{Catalogue, Content, Kind, MAX_QUESTIONS, Questionnaire, ReadError, TooLarge};
use crate::text::slip;
pub use fault::{Fault, Rule, Severity, Subject, WrongCondition, WrongPlacement};
pub use form::FieldType;
use index::Index;
pub use load::{LoadError, load};
pub use problem::Problem;
use problem::{ProblemList, at, shown};
pub(crate) use rules::MOST_QUESTIONS;

/// Reads and checks these files, against each other and against the questionnaires, roles and
/// resources of the catalogue. A questionnaire of theirs takes the place of one with the same id.
///
/// Roles and resources that lie beside them count too.
///
/// Returns all problems: file by file as given, each file's from its beginning to its end.
pub fn check_files(catalogue: &Catalogue, paths: &[PathBuf]) -> Vec<Problem> {
    let all = [paths, &beside(paths)].concat();
    let texts: Vec<_> = all.iter().map(|path| files::read(path)).collect();
    let files = all.iter().zip(&texts).map(|(path, text)| match text {
        Ok(text) => File::read(path, text),
        Err(error) => File::unread(path, error.clone()),
    });
    check(catalogue, files.collect(), paths.len())
}

/// The files of roles and resources beside these files, which are not among them.
fn beside(paths: &[PathBuf]) -> Vec<PathBuf> {
    let names = ["roles.toml", "resources.toml"];
    let mut beside: Vec<PathBuf> =
        paths.iter().flat_map(|path| names.map(|name| path.with_file_name(name))).collect();
    beside.retain(|path| path.is_file() && !paths.iter().any(|own| same_file(own, path)));
    beside.sort();
    beside.dedup();
    beside
}

/// Whether two paths mean one file.
fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Checks these files (path and text of each), as [`check_files`] does.
pub fn check_texts(catalogue: &Catalogue, texts: &[(PathBuf, String)]) -> Vec<Problem> {
    check(catalogue, texts.iter().map(|(path, text)| File::read(path, text)).collect(), texts.len())
}

/// Checks files against all of them; returns the problems of the first so many.
fn check(catalogue: &Catalogue, files: Vec<File<'_>>, first: usize) -> Vec<Problem> {
    let files = files.into_iter().map(|file| (file.tables, file.problems));
    let (tables, problems): (Vec<_>, Vec<_>) = files.unzip();
    let index = Index::new(catalogue, &tables);
    let mut all = Vec::new();
    for (tables, mut problems) in tables.iter().zip(problems).take(first) {
        if let Some(tables) = tables {
            rules::check(tables, &index, &mut problems);
        }
        all.append(&mut problems.sorted());
    }
    all
}

struct File<'t> {
    /// What is left of it when what is no part of the format was taken out; `None` where nothing can be
    /// read.
    tables: Option<Tables>,
    problems: ProblemList<'t>,
}

enum Tables {
    Questionnaire(Box<Checked>),
    Roles(RolesFile),
    Resources(ResourcesFile),
}

struct Checked {
    path: PathBuf,
    file: QuestionnaireFile,
    /// What the reader makes of it.
    model: Questionnaire,
}

impl<'t> File<'t> {
    fn unread(path: &Path, error: ReadError) -> File<'t> {
        let mut problems = ProblemList::new(path, "");
        problems.add_of_file(match error {
            ReadError::TooLarge(what) => Fault::TooLarge(what),
            error => Fault::Unreadable(error),
        });
        File { tables: None, problems }
    }

    /// Reads a file, and tells of its syntax, its characters and its form.
    fn read(path: &Path, text: &'t str) -> File<'t> {
        let mut problems = ProblemList::new(path, text);
        let tables = match DeTable::parse(text) {
            Ok(root) => Tables::of(root, &mut problems),
            // What a parser says after its first error is mostly a consequence of it.
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let (at, slip) = slip(text, span.start).unzip();
                problems.add(Fault::Syntax(error.message().to_owned(), slip), at.map_or(span, |at| at..at));
                None
            }
        };
        File { tables, problems }
    }
}

impl Tables {
    fn of<'t>(mut root: Spanned<DeTable<'t>>, problems: &mut ProblemList<'t>) -> Option<Tables> {
        let content = Content::of(problems.path());
        let table = root.get_mut();
        problems.head = table.keys().next().map_or(0..0, Spanned::span);
        if content == Content::Questionnaire && (is_newer(table, problems) || asks_too_much(table, problems))
        {
            return None;
        }
        rules::unsafe_text(table, problems);
        let kind = table.get("kind").and_then(|kind| kind.get_ref().as_str()?.parse::<Kind>().ok());
        let schema = match content {
            Content::Questionnaire => schema_of::<QuestionnaireFile>(),
            Content::Roles => schema_of::<RolesFile>(),
            Content::Resources => schema_of::<ResourcesFile>(),
        };
        form::conform(table, &schema, kind, problems);
        problems.root = Some(Spanned::new(root.span(), DeValue::Table(root.get_ref().clone())));
        let read = match content {
            Content::Roles => tables(root).map(Tables::Roles),
            Content::Resources => tables(root).map(Tables::Resources),
            Content::Questionnaire if kind.is_none() => return None,
            Content::Questionnaire => questionnaire(root).map(|file| {
                let (path, model) = (problems.path().to_owned(), file.clone().into());
                Tables::Questionnaire(Box::new(Checked { path, file, model }))
            }),
        };
        // What conforms can be read; where it cannot, the reader knows best.
        read.map_err(|error| problems.add_at(Fault::Syntax(error.message().to_owned(), None), at![])).ok()
    }
}

/// Tells of a format that is newer than the program: nothing else of it can be judged.
fn is_newer(root: &DeTable<'_>, problems: &mut ProblemList<'_>) -> bool {
    let Some(value) = root.get("format") else { return false };
    let newer = form::whole_number(value.get_ref()).filter(|number| *number > i64::from(FORMAT));
    newer.is_some_and(|number| {
        problems.add(Fault::NewerFormat(number), value.span());
        true
    })
}

/// Tells of a questionnaire with more questions than the program takes; nothing else of it is checked.
fn asks_too_much(root: &DeTable<'_>, problems: &mut ProblemList<'_>) -> bool {
    let questions = root.get("question").and_then(|questions| questions.get_ref().as_array());
    questions.and_then(|questions| questions.get(MAX_QUESTIONS)).is_some_and(|one| {
        problems.add(Fault::TooLarge(TooLarge::Questions), one.span());
        true
    })
}
