//! ProblemList of one file: what is wrong, and where.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Fault, Rule, Severity};
use crate::text;

/// The most errors, and the most warnings, that are told of one file: nobody reads more, and a file of
/// rubbish would fill the memory with them.
const MOST_TOLD: usize = 1000;
/// The most characters that are told of a word from a file.
const LONGEST_WORD: usize = 80;

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub fault: Fault,
    /// Where in the file, in bytes; `None` where the file as a whole is meant.
    pub span: Option<Range<usize>>,
    file: Arc<CheckedFile>,
}

impl Problem {
    /// The rule that is broken.
    pub fn rule(&self) -> Rule {
        (&self.fault).into()
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.rule().severity()
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.file.path
    }

    /// The line where it begins and the column in it, from 1, in characters.
    pub fn position(&self) -> Option<(usize, usize)> {
        let start = self.span.as_ref()?.start;
        let (number, line) = self.file.line(start);
        let before = self.file.text.get(line.start..start.max(line.start)).unwrap_or_default();
        Some((number, before.chars().count() + 1))
    }

    /// The line where it begins, and the part of it that is meant, in bytes.
    pub fn line(&self) -> Option<(&str, Range<usize>)> {
        let span = self.span.as_ref()?;
        let (_, line) = self.file.line(span.start);
        let start = span.start.clamp(line.start, line.end);
        let end = span.end.clamp(start, line.end);
        let text = self.file.text.get(line.clone()).unwrap_or_default();
        Some((text, start - line.start..end - line.start))
    }
}

/// A file's text, and where its lines begin.
#[derive(Debug, PartialEq, Eq)]
struct CheckedFile {
    path: PathBuf,
    text: String,
    lines: Vec<usize>,
}

impl CheckedFile {
    /// The number of the line with this byte, from 1, and the line's own range without its end.
    fn line(&self, offset: usize) -> (usize, Range<usize>) {
        let number = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(number.saturating_sub(1)).copied().unwrap_or(0);
        let bom = if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let end = self.lines.get(number).map_or(self.text.len(), |next| next - 1);
        let line = self.text.get(start + bom..end).unwrap_or_default();
        (number, start + bom..start + bom + line.trim_end_matches('\r').len())
    }
}

/// A step of the way to a value of a file.
#[derive(Clone, Copy)]
pub(super) enum WayStep<'k> {
    /// The value of a field.
    Field(&'k str),
    /// An entry of a list.
    Entry(usize),
    /// The name of a field itself.
    Name(&'k str),
}

impl<'k> From<&'k str> for WayStep<'k> {
    fn from(name: &'k str) -> Self {
        WayStep::Field(name)
    }
}

impl From<usize> for WayStep<'_> {
    fn from(position: usize) -> Self {
        WayStep::Entry(position)
    }
}

/// The way to a value of a file, from the outside in: fields by their names, entries by their positions.
macro_rules! at {
    ($($key:expr),*) => { &[$(crate::check::problem::WayStep::from($key)),*][..] };
}
pub(super) use at;

pub(super) struct ProblemList<'t> {
    file: Arc<CheckedFile>,
    /// Where problems of the whole of what it holds are shown: at its first field.
    pub head: Range<usize>,
    /// What it holds, as it is checked.
    pub root: Option<Spanned<DeValue<'t>>>,
    list: Vec<Problem>,
    /// How many there are of each severity.
    told: BTreeMap<Severity, usize>,
    /// How many more guesses are made: each compares a word with all that it could be.
    guesses: usize,
}

impl ProblemList<'_> {
    pub(super) fn new(path: &Path, text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        let file = Arc::new(CheckedFile { path: path.to_owned(), text: text.to_owned(), lines });
        ProblemList { file, head: 0..0, root: None, list: Vec::new(), told: BTreeMap::new(), guesses: 100 }
    }

    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }

    /// Notes a problem of the file as a whole.
    pub(super) fn add_of_file(&mut self, fault: Fault) {
        self.push(fault, None);
    }

    pub(super) fn add(&mut self, fault: Fault, span: Range<usize>) {
        self.push(fault, Some(span));
    }

    /// Notes a problem of this value, or of what is there of the way to it.
    pub(super) fn add_at(&mut self, fault: Fault, way: &[WayStep<'_>]) {
        let mut place = self.head.clone();
        let mut value = self.root.as_ref();
        for key in way {
            let table = value.and_then(|value| value.get_ref().as_table());
            value = match key {
                WayStep::Field(name) => table.and_then(|table| table.get(*name)),
                WayStep::Entry(position) => value.and_then(|value| value.get_ref().get(*position)),
                WayStep::Name(name) => {
                    place = table
                        .and_then(|table| table.get_key_value(*name))
                        .map_or(place, |(key, _)| key.span());
                    None
                }
            };
            place = value.map_or(place, Spanned::span);
        }
        self.push(fault, Some(place));
    }

    fn push(&mut self, fault: Fault, span: Option<Range<usize>>) {
        let problem = Problem { fault, span, file: Arc::clone(&self.file) };
        let told = self.told.entry(problem.severity()).or_insert(0);
        *told += 1;
        if *told <= MOST_TOLD {
            self.list.push(problem);
        }
    }

    /// The names that may have been meant.
    pub(super) fn near<'n>(&mut self, word: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        if self.guesses == 0 {
            return Vec::new();
        }
        self.guesses -= 1;
        text::near(&shown(word), names).into_iter().map(shown).collect()
    }

    /// All of them, from the beginning of the file to its end.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        let place = |problem: &Problem| problem.span.as_ref().map(|span| (span.start, span.end));
        self.list.sort_by_key(place);
        self.list.dedup();
        self.list
    }
}

/// A word from a file as it is told: cut where it is long.
pub(super) fn shown(word: &str) -> String {
    match word.char_indices().nth(LONGEST_WORD) {
        Some((end, _)) => format!("{}…", word.get(..end).unwrap_or_default()),
        None => word.to_owned(),
    }
}
