//! Problems of one file: what is wrong, and where.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fault::{Fault, Rule, Severity};
use crate::questionnaire::located::LONGEST_ID;

/// The most errors, and the most warnings, that are told of one file: nobody reads more, and a file of
/// rubbish would fill the memory with them.
const MOST_TOLD: usize = 1000;
/// The most characters that are told of a word from a file.
const LONGEST_WORD: usize = 80;

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
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

/// The problems of one file.
pub(super) struct Problems {
    file: Arc<CheckedFile>,
    /// Where problems of the whole of what it holds are shown: at its first field.
    pub head: Range<usize>,
    list: Vec<Problem>,
    /// How many there are of each severity.
    told: BTreeMap<Severity, usize>,
    /// How many more guesses are made: each compares a word with all that it could be.
    guesses: usize,
}

impl Problems {
    pub(super) fn new(path: &Path, text: &str) -> Problems {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        let file = Arc::new(CheckedFile { path: path.to_owned(), text: text.to_owned(), lines });
        Problems { file, head: 0..0, list: Vec::new(), told: BTreeMap::new(), guesses: 100 }
    }

    /// The file as it was read.
    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    /// The path of the file.
    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }

    /// Notes a problem at this place.
    pub(super) fn add(&mut self, fault: Fault, span: Range<usize>) {
        self.push(fault, Some(span));
    }

    /// Notes a problem of the file as a whole.
    pub(super) fn add_of_file(&mut self, fault: Fault) {
        self.push(fault, None);
    }

    fn push(&mut self, fault: Fault, span: Option<Range<usize>>) {
        let problem = Problem { fault, span, file: Arc::clone(&self.file) };
        let told = self.told.entry(problem.severity()).or_insert(0);
        *told += 1;
        if *told <= MOST_TOLD {
            self.list.push(problem);
        }
    }

    /// The name that was meant, if one is near.
    pub(super) fn near<'n>(&mut self, word: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
        if self.guesses == 0 || word.len() > LONGEST_ID {
            return None;
        }
        self.guesses -= 1;
        let distances = names.map(|name| (strsim::osa_distance(word, name), name));
        let nearest = distances.min().filter(|(distance, _)| *distance <= word.len() / 3);
        nearest.map(|(_, name)| shown(name))
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
