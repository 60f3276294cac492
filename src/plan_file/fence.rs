//! Fences: where preformatted text begins and ends in a plan that people edited.

/// The sign of the fence that is open behind a line, where `open` was open before it.
pub(super) fn fence(open: Option<&'static str>, line: &str) -> Option<&'static str> {
    let here = ["```", "~~~"].into_iter().find(|sign| line.starts_with(sign));
    match (open, here) {
        (Some(open), Some(here)) if open == here && line.trim_matches(['`', '~']).is_empty() => None,
        (Some(open), _) => Some(open),
        // A fence of backticks on one line is code in a sentence.
        (None, here) => here.filter(|sign| !line.trim_start_matches(['`', '~']).contains(sign)),
    }
}

/// The lines one by one, but what stands between fences, with its fences, as one.
pub(super) fn units(lines: &[String]) -> Vec<&[String]> {
    let mut units = Vec::new();
    let (mut start, mut open) = (0, None);
    for (i, line) in lines.iter().enumerate() {
        open = fence(open, line.trim());
        if open.is_none() {
            units.extend(lines.get(start..=i));
            start = i + 1;
        }
    }
    units.extend(lines.get(start..).filter(|rest| !rest.is_empty()));
    units
}
