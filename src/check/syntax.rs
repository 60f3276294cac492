//! Makes a file with syntax errors readable, so that what else is wrong with it can be told too.
//!
//! The parser's own recovery gives up at a line without `=` and swallows the rest of the file after an
//! array that is not closed. So a broken file is parsed statement by statement (a header, or a field
//! with its value); the broken ones are told and replaced by spaces, which keeps every other place.

use std::collections::HashSet;
use std::ops::Range;

use toml::de::DeTable;

/// Of a larger file with syntax errors the first alone is told: recovery would cost too much memory.
const LARGEST_RECOVERED: usize = 1024 * 1024;

/// Stands among the lost fields for all of them.
pub(super) const EVERYTHING: &str = "";

/// A file's text without its broken statements.
pub(super) struct Readable {
    /// The text; what is left stands where it stood.
    pub text: String,
    /// Where each broken statement breaks, and why.
    pub errors: Vec<(Range<usize>, String)>,
    /// The names of the fields and tables that were taken out.
    pub lost: HashSet<String>,
}

/// Takes the broken statements out of this text.
pub(super) fn make_readable(text: &str) -> Readable {
    let mut readable = Readable { text: text.to_owned(), errors: Vec::new(), lost: HashSet::new() };
    let Err(first) = DeTable::parse(text) else { return readable };
    if text.len() > LARGEST_RECOVERED {
        readable.errors.push((first.span().unwrap_or(0..0), first.message().to_owned()));
        readable.lost.insert(EVERYTHING.to_owned());
        readable.text.clear();
        return readable;
    }
    let mut broken = Vec::new();
    // After a broken header, what it heads goes too: it would end up in the table before.
    let mut headless = false;
    for range in statements(text) {
        let statement = text.get(range.clone()).unwrap_or_default();
        let is_header = statement.trim_start().starts_with('[');
        headless &= !is_header || is_below_another(statement);
        let Some((from, at, message)) = break_of(statement) else {
            if headless {
                broken.push(range);
            }
            continue;
        };
        headless |= is_header && from == 0;
        readable.errors.push((range.start + at.start..range.start + at.end, message));
        broken.push(range.start + from..range.end);
    }
    for range in &broken {
        readable.lost.extend(name_of(text.get(range.clone()).unwrap_or_default()));
    }
    readable.text = blanked(text, &broken);
    readable
}

/// Whether a header names a table below another one, as `[question.action]` does.
fn is_below_another(header: &str) -> bool {
    header.lines().next().is_some_and(|line| line.contains('.'))
}

/// Where this statement breaks (from which byte it is useless, which bytes are meant), and why.
fn break_of(statement: &str) -> Option<(usize, Range<usize>, String)> {
    let error = DeTable::parse(statement).err()?;
    let at = error.span().unwrap_or(0..0);
    // What stands before the line of the error may be whole by itself.
    let before = statement.get(..at.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let sound = line > 0 && DeTable::parse(statement.get(..line).unwrap_or_default()).is_ok();
    Some((if sound { line } else { 0 }, at, error.message().to_owned()))
}

/// The name of the field, or the last name of the header, with which a statement begins.
fn name_of(statement: &str) -> Option<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let line = statement.trim_start().lines().next()?.trim_start_matches(['[', '\u{feff}']);
    let head = line.split(['=', ']', '#']).next()?.trim();
    let name = head.rsplit('.').next()?.trim().split(|c| !word(c)).next()?;
    // A line whose name cannot be read may have been any field.
    Some(name.to_owned())
}

/// The text with these ranges, which rise, made spaces; line ends stay.
fn blanked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        out.push_str(text.get(done..range.start).unwrap_or_default());
        for c in text.get(range.clone()).unwrap_or_default().chars() {
            match c {
                '\n' => out.push('\n'),
                c => (0..c.len_utf8()).for_each(|_| out.push(' ')),
            }
        }
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The statements of a text: each begins at a line that begins one, outside multi-line strings.
fn statements(text: &str) -> Vec<Range<usize>> {
    let (mut starts, unclosed) = starts(text, text.len());
    if let Some(from) = unclosed {
        // A multi-line string that nothing closes would be one statement with all that follows.
        starts = self::starts(text, from).0;
    }
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(text.len()));
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Where statements begin, and the line of a multi-line string that is not closed. From the offset
/// `no_quotes` on, no multi-line string begins.
fn starts(text: &str, no_quotes: usize) -> (Vec<usize>, Option<usize>) {
    let mut starts = vec![0];
    let mut offset = 0;
    let mut quote: Option<(&'static str, usize)> = None;
    for line in text.split_inclusive('\n') {
        if quote.is_none() && offset > 0 && begins_statement(line) {
            starts.push(offset);
        }
        if quote.is_some() || offset < no_quotes {
            let opened = quote.map_or(offset, |(_, opened)| opened);
            let was_open = quote.map(|(mark, _)| mark);
            quote = open_quote(line, was_open)
                .map(|(mark, is_same)| (mark, if is_same { opened } else { offset }));
        }
        offset += line.len();
    }
    (starts, quote.map(|(_, opened)| opened))
}

/// Whether a line begins a statement: with a bracket, or with a bare name and `=`.
fn begins_statement(line: &str) -> bool {
    let line = line.trim_start();
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '\t');
    let name = |(name, _): (&str, &str)| !name.trim().is_empty() && name.chars().all(bare);
    line.starts_with('[') || line.split_once('=').is_some_and(name)
}

/// The multi-line quotation mark that is open after this line, if it was this one before, and whether
/// it was open all the time.
fn open_quote(line: &str, before: Option<&'static str>) -> Option<(&'static str, bool)> {
    let mut quote = before.map(|mark| (mark, true));
    let mut rest = line;
    loop {
        let found = match quote {
            Some((mark, _)) => rest.find(mark).map(|at| (at, mark)),
            None => next_mark(rest),
        };
        let Some((at, mark)) = found else { return quote };
        quote = if quote.is_some() { None } else { Some((mark, false)) };
        rest = rest.get(at + mark.len()..).unwrap_or_default();
    }
}

/// The first multi-line quotation mark of a line, and where it stands.
fn next_mark(line: &str) -> Option<(usize, &'static str)> {
    let mark_at = |(at, _): (usize, &str)| {
        let rest = line.get(at..)?;
        ["\"\"\"", "'''"].into_iter().find(|mark| rest.starts_with(mark)).map(|mark| (at, mark))
    };
    line.match_indices(['"', '\'']).find_map(mark_at)
}
