//! Cleaning: what text from outside may contain. Every file, argument and paste goes through here once,
//! on the way in, so that nothing behind it can drive a terminal, hide words or reorder a report. It
//! knows of no format: what a text means is somebody else's business.
//!
//! - Tabs and line ends become a space (in [`clean_lines`], a line end stays one).
//! - Control characters (C0, DEL, C1) and noncharacters become U+FFFD: without its ESC an escape
//!   sequence is dull text, and the mark shows that something was there.
//! - Invisible characters are removed: bidirectional overrides and isolates, zero-width spaces, byte
//!   order marks, tags, fillers and what else Unicode calls *default ignorable*. They come along
//!   innocently when text is copied from web pages, so no mark remains.
//! - Two kinds of them carry meaning and stay where they can do so: the joiners U+200C and U+200D
//!   between two characters that are not ASCII (Persian, Indic scripts, emoji), and one variation
//!   selector after another character (emoji, Chinese name variants).
//! - A line of more than [`MAX_LINE`] characters goes on in the next one; in [`clean`], where there is
//!   none, it is cut, with "…" as its last. That is for what somebody writes now: an assessment with such
//!   a line is not opened.

use std::borrow::Cow;

/// The characters that a line of text may have.
pub const MAX_LINE: usize = 10_000;

/// The spaces that a tab becomes where lines are kept.
const TAB: usize = 4;

/// One line of text, harmless; borrowed when it was harmless already.
pub fn clean(text: &str) -> Cow<'_, str> {
    cleaned(text, false)
}

/// Text of any number of lines, harmless. Every kind of line end becomes `\n`, a tab four spaces.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, true)
}

/// Tells whether [`clean`] would leave this text as it is.
pub fn is_clean(text: &str) -> bool {
    clean(text) == text
}

fn cleaned(text: &str, lines: bool) -> Cow<'_, str> {
    let plain = |c| class(c) == Class::Plain || (lines && c == '\n');
    // Most texts are ASCII, which is looked through four times as fast.
    let is_plain = || text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(plain);
    if text.len() <= MAX_LINE && is_plain() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let (mut in_line, mut last) = (0, None);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let (times, written) = match class(c) {
            Class::LineEnd if c == '\r' && next == Some('\n') => continue,
            Class::LineEnd => (1, if lines { '\n' } else { ' ' }),
            Class::Tab => (if lines { TAB } else { 1 }, ' '),
            Class::Control => (1, char::REPLACEMENT_CHARACTER),
            Class::Joiner if last.is_some_and(may_be_joined) && next.is_some_and(is_letter) => (1, c),
            Class::Selector if last.is_some_and(|last| class(last) == Class::Plain) => (1, c),
            Class::Invisible | Class::Joiner | Class::Selector => continue,
            Class::Plain => (1, c),
        };
        last = Some(c);
        for _ in 0..times {
            if written == '\n' {
                in_line = 0;
            } else if lines && in_line == MAX_LINE {
                out.push('\n');
                in_line = 1;
            } else {
                in_line += 1;
            }
            out.push(written);
        }
    }
    if !lines && let Some((end, _)) = out.char_indices().nth(MAX_LINE - 1).filter(|_| in_line > MAX_LINE) {
        out.truncate(end);
        out.push('…');
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

#[derive(PartialEq, Eq)]
enum Class {
    Plain,
    Tab,
    LineEnd,
    Control,
    Invisible,
    Joiner,
    Selector,
}

/// Tells whether a joiner before this character may mean something.
fn is_letter(c: char) -> bool {
    !c.is_ascii() && class(c) == Class::Plain
}

/// Tells whether a joiner after this character may mean something.
fn may_be_joined(c: char) -> bool {
    is_letter(c) || class(c) == Class::Selector
}

/// The invisible characters are Unicode 16's `Default_Ignorable_Code_Point`, and the marks of
/// interlinear annotation, which belong in no text either.
fn class(c: char) -> Class {
    match c {
        ' '..='~' => Class::Plain,
        '\t' => Class::Tab,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::LineEnd,
        _ if c.is_control() || u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c) => {
            Class::Control
        }
        '\u{200c}' | '\u{200d}' => Class::Joiner,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Class::Selector,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Class::Invisible,
        _ => Class::Plain,
    }
}
