//! What text from files may contain: a stand-in until the program has one place for it.

use std::borrow::Cow;

/// The text without what could drive a terminal, hide words or reorder them; line ends and tabs
/// become a space.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let harmless = |c| match c {
        '\n' | '\t' => Some(' '),
        '\r' => None,
        c if is_unsafe(c) => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    };
    Cow::Owned(text.chars().filter_map(harmless).collect())
}

/// Whether [`clean`] would leave this text as it is.
pub(super) fn is_clean(text: &str) -> bool {
    !text.chars().any(is_unsafe)
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
