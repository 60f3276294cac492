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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_what_makes_them_sequences() {
        for (hostile, harmless) in [
            ("\u{1b}[31mred\u{1b}[0m", "\u{fffd}[31mred\u{fffd}[0m"),
            ("\u{1b}]8;;https://x.example\u{7}link", "\u{fffd}]8;;https://x.example\u{fffd}link"),
            ("\u{1b}]52;c;cm0gLXJm\u{1b}\\", "\u{fffd}]52;c;cm0gLXJm\u{fffd}\\"),
            ("\u{1b}P1$q\u{9c}", "\u{fffd}P1$q\u{fffd}"),
            ("\u{9b}2J\u{90}x\u{9d}y", "\u{fffd}2J\u{fffd}x\u{fffd}y"),
            ("a\u{8}b\u{7f}c\0", "a\u{fffd}b\u{fffd}c\u{fffd}"),
        ] {
            assert_eq!(clean(hostile), harmless);
            assert_eq!(clean_lines(hostile), harmless);
            assert!(!is_clean(hostile) && is_clean(harmless));
        }
    }

    #[test]
    fn nothing_invisible_remains() {
        let bidi =
            "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}";
        let empty = "\u{200b}\u{2060}\u{feff}\u{ad}\u{34f}\u{3164}\u{e0001}\u{e0041}\u{e007f}\u{180e}";
        assert_eq!(clean(&format!("a{bidi}b{empty}c")), "abc");
    }

    #[test]
    fn letters_of_every_script_stay() {
        for text in [
            "e\u{301}te\u{301}",
            "开源办公室",
            "نمی\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "葛\u{e0100}",
        ] {
            assert!(is_clean(text), "{text}");
        }
    }

    #[test]
    fn joiners_and_selectors_stay_only_where_they_mean_something() {
        assert_eq!(clean("ad\u{200d}min\u{200c}"), "admin");
        assert_eq!(clean("\u{fe0f}a\u{fe0f}\u{fe0f}b"), "a\u{fe0f}b");
        assert_eq!(clean("é\u{200d}\u{200d}\u{200b}a"), "éa");
    }

    #[test]
    fn line_ends_and_tabs() {
        let text = "a\r\nb\rc\nd\u{2028}e\u{85}f\tg";
        assert_eq!(clean(text), "a b c d e f g");
        assert_eq!(clean_lines(text), "a\nb\nc\nd\ne\nf    g");
    }

    #[test]
    fn long_lines_go_on_in_the_next_one() {
        let full = "é".repeat(MAX_LINE);
        assert!(is_clean(&full));
        assert_eq!(clean(&format!("{full}é")), format!("{}…", "é".repeat(MAX_LINE - 1)));
        assert_eq!(clean_lines(&format!("{full}é\nshort\n{full}")), format!("{full}\né\nshort\n{full}"));
        assert_eq!(clean_lines(&format!("{full}\t")), format!("{full}\n    "));
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in proptest::collection::vec(sample(), 0..40)) {
            let text: String = text.into_iter().collect();
            let once = clean_lines(&text).into_owned();
            proptest::prop_assert_eq!(clean_lines(&once), once.as_str());
            let once = clean(&text).into_owned();
            proptest::prop_assert!(is_clean(&once));
            proptest::prop_assert!(!once.chars().any(char::is_control));
        }
    }

    fn sample() -> impl proptest::strategy::Strategy<Value = char> {
        let odd: Vec<char> = "a é\u{200d}\u{200c}\u{fe0f}\u{200b}\r\n\t\u{1b}\u{202e}👩💻".chars().collect();
        proptest::prop_oneof![proptest::sample::select(odd), proptest::char::any()]
    }
}
