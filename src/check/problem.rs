//! A problem and how it looks: what, where, the line it stands in, and what to do. Nothing of a file
//! gets into it as it is: invisible and control characters never reach a terminal.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use unicode_width::UnicodeWidthChar;

use super::rules::Rule;
use crate::questionnaire::grammar::LONGEST_ID;
use crate::text::{clean, is_clean};

/// The most columns that are shown of a line.
const EXCERPT_WIDTH: usize = 96;
/// How many of them may stand before the marked place.
const EXCERPT_BEFORE: usize = 40;
/// The most errors, and the most warnings, that are told of one file: nobody reads more, and a file of
/// rubbish would fill the memory with them.
const MOST_TOLD: usize = 10_000;
/// The most characters that are shown of a word from a file.
const LONGEST_WORD: usize = 80;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file can be used; its readers are served badly.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Something wrong in a file. Its `Display` is the whole message with the line in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The rule that it breaks, as `docs/check-rules.md` names it.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do, in a few words; may be empty.
    pub hint: String,
    /// The file.
    pub file: PathBuf,
    /// Where in the file, in bytes.
    pub span: Range<usize>,
    /// Its line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Its column, from 1, in characters; 0 where the file as a whole is meant.
    pub column: usize,
    excerpt: Excerpt,
}

impl Problem {
    /// A problem of a file as a whole.
    pub(super) fn of_file(rule: Rule, path: &Path, message: &str) -> Problem {
        Problem {
            severity: rule.severity,
            rule: rule.id,
            message: clean(message).into_owned(),
            hint: String::new(),
            file: path.to_owned(),
            span: 0..0,
            line: 0,
            column: 0,
            excerpt: Excerpt::default(),
        }
    }

    /// The place as editors understand it: `file:line:column`.
    pub fn place(&self) -> String {
        let file = self.file.display().to_string();
        let file = clean(&file);
        if self.line == 0 { file.into_owned() } else { format!("{file}:{}:{}", self.line, self.column) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity.id(), self.rule, self.message)?;
        writeln!(f, " --> {}", self.place())?;
        if self.line == 0 {
            return Ok(());
        }
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let Excerpt { text, before, marked } = &self.excerpt;
        let marker = format!("{}{} {}", " ".repeat(*before), "^".repeat(*marked), self.hint);
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{}", format!("{number} | {text}").trim_end())?;
        writeln!(f, "{gutter} | {}", marker.trim_end())
    }
}

/// How many problems there are, in words: `2 errors and 1 warning`.
pub fn summary(problems: &[Problem]) -> String {
    let count = |severity: Severity| {
        let count = problems.iter().filter(|problem| problem.severity == severity).count();
        format!("{count} {}{}", severity.id(), if count == 1 { "" } else { "s" })
    };
    format!("{} and {}", count(Severity::Error), count(Severity::Warning))
}

/// A word from a file, fit for a message: cleaned, and cut where it is long.
pub(super) fn shown(word: &str) -> String {
    let mut shown: String = clean(word).chars().take(LONGEST_WORD).collect();
    if shown.len() < word.len() && word.chars().count() > LONGEST_WORD {
        shown.push('…');
    }
    shown
}

/// A file's text, and where its lines begin.
pub(super) struct Text<'a> {
    pub path: &'a Path,
    pub text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn new(path: &'a Path, text: &'a str) -> Text<'a> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Text { path, text, lines }
    }

    /// The number of the line with this byte, from 0, and the line's own range without its end.
    fn line(&self, offset: usize) -> (usize, Range<usize>) {
        let number = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.lines.get(number).copied().unwrap_or(0);
        let bom = if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let end = self.lines.get(number + 1).map_or(self.text.len(), |next| next - 1);
        let line = self.text.get(start..end).unwrap_or_default();
        (number, start + bom..start + line.trim_end_matches('\r').len())
    }
}

/// The problems of one file.
pub(super) struct Problems<'a> {
    text: &'a Text<'a>,
    list: Vec<Problem>,
    /// A byte and its column, the last that was asked for.
    counted: (usize, usize),
    /// How many there are of each severity.
    told: BTreeMap<Severity, usize>,
    /// How many more guesses are made: each compares a word with all that it could be.
    guesses: usize,
}

impl<'a> Problems<'a> {
    pub(super) fn new(text: &'a Text<'a>) -> Problems<'a> {
        Problems { text, list: Vec::new(), counted: (0, 1), told: BTreeMap::new(), guesses: 100 }
    }

    /// Notes a problem at this place. Words from the file within `message` and `hint` need not be
    /// clean, but should have gone through [`shown`] so that they are short.
    pub(super) fn add(&mut self, rule: Rule, span: Range<usize>, message: &str, hint: &str) {
        let told = self.told.entry(rule.severity).or_insert(0);
        *told += 1;
        if *told > MOST_TOLD {
            return;
        }
        let (number, line) = self.text.line(span.start);
        let start = span.start.clamp(line.start, line.end.max(line.start));
        let end = span.end.clamp(start, line.end.max(start));
        let part = |range| self.text.text.get(range).unwrap_or_default();
        let (before, marked, after) = (part(line.start..start), part(start..end), part(end..line.end));
        let column = self.column(line.start, start);
        self.list.push(Problem {
            severity: rule.severity,
            rule: rule.id,
            message: clean(message).into_owned(),
            hint: clean(hint).into_owned(),
            file: self.text.path.to_owned(),
            line: number + 1,
            column,
            excerpt: Excerpt::new(before, marked, after),
            span,
        });
    }

    /// The column, from 1, of a byte in the line that begins at `line`. Lines may be megabytes long, so
    /// that counting goes on from where it ended if it can.
    fn column(&mut self, line: usize, offset: usize) -> usize {
        let (from, column) = if (line..=offset).contains(&self.counted.0) { self.counted } else { (line, 1) };
        let between = self.text.text.get(from..offset).unwrap_or_default();
        self.counted = (offset, column + between.chars().count());
        self.counted.1
    }

    /// A hint at the name that was meant, if one is near; otherwise empty.
    pub(super) fn did_you_mean<'n>(&mut self, word: &str, names: impl Iterator<Item = &'n str>) -> String {
        if self.guesses == 0 || word.len() > LONGEST_ID {
            return String::new();
        }
        self.guesses -= 1;
        let distances = names.map(|name| (strsim::osa_distance(word, name), name));
        let nearest = distances.min().filter(|(distance, _)| *distance <= word.len() / 3);
        nearest.map_or(String::new(), |(_, name)| format!("did you mean `{}`?", shown(name)))
    }

    /// All of them, from the beginning of the file to its end.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| (problem.span.start, problem.span.end));
        self.list.dedup();
        self.list
    }
}

/// The part of a line that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Excerpt {
    /// The text, harmless.
    text: String,
    /// Columns before the marked part.
    before: usize,
    /// Columns of the marked part, at least one.
    marked: usize,
}

impl Excerpt {
    fn new(before: &str, marked: &str, after: &str) -> Excerpt {
        let before = end_of(&harmless(last_chars(before)), EXCERPT_BEFORE);
        let left = EXCERPT_WIDTH.saturating_sub(width(&before));
        let marked = start_of(&harmless(first_chars(marked)), left);
        let after = start_of(&harmless(first_chars(after)), left.saturating_sub(width(&marked)));
        let (columns_before, columns_marked) = (width(&before), width(&marked).max(1));
        Excerpt { text: before + &marked + &after, before: columns_before, marked: columns_marked }
    }
}

/// More characters than are shown: what is cut off before anything is done with a long line.
const LOOKED_AT: usize = 4 * EXCERPT_WIDTH;

fn first_chars(text: &str) -> &str {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last_chars(text: &str) -> &str {
    let start = text.char_indices().rev().nth(LOOKED_AT).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// One shown character for each character of the text, so that columns stay countable.
fn harmless(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' => ' ',
        c if is_clean(c.encode_utf8(&mut [0; 4])) => c,
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(shown).collect()
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// As much of the beginning as fits into so many columns.
fn start_of(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut start = take(text.chars(), columns.saturating_sub(1));
    start.push('…');
    start
}

/// As much of the end as fits into so many columns.
fn end_of(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let end = take(text.chars().rev(), columns.saturating_sub(1));
    std::iter::once('…').chain(end.chars().rev()).collect()
}

fn take(text: impl Iterator<Item = char>, columns: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    text.take_while(fits).collect()
}
