//! Text that could drive a terminal, hide words or reorder them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::check::Fault;
use crate::check::problem::ProblemList;
use crate::text::is_clean;

/// Looks at every name and text, as written and as read: an escape like `\u202e` hides in neither.
pub(crate) fn unsafe_text(root: &DeTable<'_>, problems: &mut ProblemList<'_>) {
    let mut told: Vec<Range<usize>> = Vec::new();
    table(root, &mut |place, text| {
        if !is_safe(text) {
            told.push(place.clone());
            problems.add(Fault::UnsafeText(culprit(text)), place);
        }
    });
    // What is left stands in comments, or where nothing may stand. Control characters there are told
    // by the parser.
    told.sort_by_key(|range| range.start);
    let text = problems.text().to_owned();
    let mut offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for line in text.get(offset..).unwrap_or_default().split_inclusive('\n') {
        let place = offset..offset + line.trim_end().len();
        offset += line.len();
        // Names and texts do not overlap, so that their ends rise with their beginnings.
        let next = told.get(told.partition_point(|range| range.end <= place.start));
        let is_told = next.is_some_and(|range| range.start < place.end);
        // A line of the file may be long; it is not shown as one.
        let harmful = line.split([' ', ',']).find(|part| !is_safe(part));
        if let (Some(part), false) = (harmful, is_told) {
            problems.add(Fault::UnsafeText(culprit(part)), place);
        }
    }
}

/// Line ends and tabs are harmless: they become spaces.
fn is_safe(text: &str) -> bool {
    text.split(['\n', '\r', '\t']).all(is_clean)
}

/// The character that makes a text unsafe; `None` where it is a line that is too long.
fn culprit(text: &str) -> Option<char> {
    text.chars().find(|c| !is_safe(c.encode_utf8(&mut [0; 4])))
}

fn table(outer: &DeTable<'_>, visit: &mut dyn FnMut(Range<usize>, &str)) {
    for (key, inner) in outer {
        visit(key.span(), key.get_ref());
        value(inner, visit);
    }
}

fn value(spanned: &Spanned<DeValue<'_>>, visit: &mut dyn FnMut(Range<usize>, &str)) {
    match spanned.get_ref() {
        DeValue::String(text) => visit(spanned.span(), text),
        DeValue::Array(items) => items.iter().for_each(|item| value(item, visit)),
        DeValue::Table(inner) => table(inner, visit),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}
