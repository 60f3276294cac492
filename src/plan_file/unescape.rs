//! From Markdown back to the text that it shows: what `report` escapes, and what people type.

use crate::report::printable;

/// The text behind a label of an action.
pub(super) fn unescape(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown.trim();
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let entity = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&#36;", '$')];
        let entity = entity.into_iter().find_map(|(entity, c)| Some((c, rest.strip_prefix(entity)?)));
        if let Some((c, after)) = entity {
            text.push(c);
            rest = after;
        } else if c == '\\' && after.starts_with(|c: char| c.is_ascii_punctuation()) {
            text.extend(after.chars().next());
            rest = after.get(1..).unwrap_or_default();
        } else if let Some((address, after)) = address(rest) {
            text.push_str(address);
            rest = after;
        } else {
            text.push(c);
            rest = after;
        }
    }
    // Invisible characters go too, among them the one that `report` puts behind an @.
    printable(&text)
}

/// An address in angle brackets, and what stands behind it.
fn address(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('<')?;
    let (address, after) = inside.split_at(inside.find(|c: char| "<>".contains(c) || c.is_whitespace())?);
    let after = after.strip_prefix('>')?;
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    known.then_some((address, after))
}
