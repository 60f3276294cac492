//! Text in columns: measured, wrapped and cut by what a terminal shows.

use std::borrow::Cow;

use unicode_truncate::UnicodeTruncateStr;
use unicode_width::UnicodeWidthStr;

/// The columns that a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// How text is wrapped everywhere: a day stays in one piece.
pub(crate) fn wrapping<'a>(columns: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(columns).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// A text in lines of at most so many columns; at least one line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = wrapping(columns.max(2));
    let lines = text.lines().flat_map(|line| textwrap::wrap(line, &options)).map(Cow::into_owned);
    lines.chain(text.is_empty().then(String::new)).collect()
}

/// A text cut to so many columns; `…` says that something is missing. Never cuts inside of what a
/// reader sees as one character.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(1) else { return String::new() };
    let (kept, _) = text.unicode_truncate(room);
    format!("{}…", kept.trim_end())
}

/// A text filled up with spaces, or cut, to exactly so many columns.
pub fn fit(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let missing = columns.saturating_sub(width(&text));
    text + &" ".repeat(missing)
}
