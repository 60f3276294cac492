//! Text that could drive a terminal, hide words or reorder them.

use std::ops::Range;

use toml::de::DeValue;

use super::*;
use crate::questionnaire::table::Table;
use crate::text::{MAX_LINE, is_clean};

/// Looks at every name and text, as written and as read: an escape like `\u202e` hides in neither.
pub(super) fn check(file: &File<'_>, problems: &mut Problems<'_>) {
    let mut told: Vec<Range<usize>> = Vec::new();
    table(file.root, &mut |place, text| {
        if !is_safe(text) {
            told.push(place.clone());
            problems.add(UNSAFE_TEXT, place, &message(text), HINT);
        }
    });
    // What is left stands in comments, or where nothing may stand. Control characters there are told
    // by the parser.
    told.sort_by_key(|range| range.start);
    let text = file.text.text.strip_prefix('\u{feff}').unwrap_or(file.text.text);
    let bom = file.text.text.len() - text.len();
    let mut offset = bom;
    for line in text.split_inclusive('\n') {
        let place = offset..offset + line.trim_end().len();
        offset += line.len();
        // Names and texts do not overlap, so that their ends rise with their beginnings.
        let next = told.get(told.partition_point(|range| range.end <= place.start));
        let is_told = next.is_some_and(|range| range.start < place.end);
        // A line of the file may be long; it is not shown as one.
        let harmful = line.split([' ', ',']).find(|part| !is_safe(part));
        if let (Some(part), false) = (harmful, is_told) {
            problems.add(UNSAFE_TEXT, place, &message(part), HINT);
        }
    }
}

const HINT: &str = "take it out";

/// Line ends and tabs are harmless: they become spaces.
fn is_safe(text: &str) -> bool {
    text.split(['\n', '\r', '\t']).all(is_clean)
}

fn message(text: &str) -> String {
    let culprit = text.chars().find(|c| !is_safe(c.encode_utf8(&mut [0; 4])));
    match culprit {
        Some(c) => format!("the text contains the invisible or control character U+{:04X}", u32::from(c)),
        None => format!("the text has a line of more than {MAX_LINE} characters, which would be cut"),
    }
}

fn table(outer: Table<'_>, visit: &mut dyn FnMut(Range<usize>, &str)) {
    for (place, key, inner) in outer.fields() {
        visit(place, key);
        value(inner, visit);
    }
}

fn value(spanned: &toml::Spanned<DeValue<'_>>, visit: &mut dyn FnMut(Range<usize>, &str)) {
    match spanned.get_ref() {
        DeValue::String(text) => visit(spanned.span(), text),
        DeValue::Array(items) => items.iter().for_each(|item| value(item, visit)),
        DeValue::Table(inner) => table(Table(inner), visit),
        _ => {}
    }
}
