//! What plans of version 0.1.0 have otherwise: it wrote English alone, marked neither the title nor the
//! details of an action, and sealed lines. It is part of the format; no translation changes it.

use super::seals::hash;

/// The title before the name.
pub(super) const TITLE: &str = "Open source plan: ";

/// The heading of what has lost its place.
pub(super) const KEPT: &str = "Notes kept from the earlier plan";

/// The seal of a line.
pub(super) fn seal(line: &str) -> String {
    format!("{:08x}", hash(&canonical(line)))
}

/// A line as the program would write it, whatever an editor made of its indent, bullet, box, or of the
/// width of its cells.
fn canonical(line: &str) -> String {
    let text = line.trim();
    if text.starts_with('|') {
        return text.split('|').map(cell).collect::<Vec<_>>().join("|");
    }
    let Some(rest) = text.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '['])) else {
        return text.to_owned();
    };
    let rest = rest.trim_start();
    let boxed = ["[ ]", "[x]", "[X]"].iter().find_map(|sign| rest.strip_prefix(sign));
    boxed.map_or_else(|| format!("- {rest}"), |text| format!("- [ ] {}", text.trim_start()))
}

/// A cell of a table without padding; of the rule below a head, its colons around one dash.
fn cell(text: &str) -> String {
    let text = text.trim();
    if !text.contains('-') || !text.trim_matches([':', '-']).is_empty() {
        return text.to_owned();
    }
    let colon = |is_there| if is_there { ":" } else { "" };
    format!("{}-{}", colon(text.starts_with(':')), colon(text.ends_with(':')))
}
