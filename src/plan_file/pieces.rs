//! People's words as pieces of the new plan, and the plan with them.

use std::collections::HashMap;
use std::ops::Range;

use super::first_release;
use super::marks::KEPT;
use super::parse::{ParsedPlan, Task};
use crate::report::escape::mentioning;
use crate::words::plan_file as words;

/// Words of people in the new plan.
#[derive(Debug, Default)]
pub(super) struct PeoplesWords {
    /// The line of the new plan before which they stand.
    pub line: usize,
    pub indent: usize,
    pub lines: Vec<String>,
    /// True when a blank line stands before them.
    pub is_spaced: bool,
    /// The lines of the old plan.
    pub from: Range<usize>,
}

/// The headline of an action that is gone, with what the plan says of it where nobody else knows that.
pub(super) fn gone(text: &str, task: &Task, is_unknown: bool) -> PeoplesWords {
    let piece = |lines| PeoplesWords { lines, is_spaced: true, ..PeoplesWords::default() };
    if !is_unknown {
        return piece(vec![format!("- {text}")]);
    }
    let sign = task.sign.as_deref().filter(|sign| !sign.is_empty()).unwrap_or(" ");
    let facts = task.details.iter().filter(|detail| !detail.text.is_empty());
    let facts = facts.map(|detail| format!("  - {}: {}", detail.field.name(), mentioning(&detail.text)));
    piece(std::iter::once(format!("- [{sign}] {text}")).chain(facts).collect())
}

/// The new plan with some lines replaced and with the pieces; what is homeless comes before the line `last`,
/// or to what did so before, under a heading of its own.
pub(super) fn text_with(
    new: &ParsedPlan,
    replaced: &HashMap<usize, String>,
    mut pieces: Vec<PeoplesWords>,
    homeless: Vec<PeoplesWords>,
    last: usize,
) -> String {
    if !homeless.is_empty() {
        let is_kept =
            |line: &String| line.contains(KEPT) || line.trim_start_matches(['#', ' ']) == first_release::KEPT;
        let found = pieces.iter().find(|piece| piece.lines.iter().any(is_kept)).map(|piece| piece.line);
        let line = found.unwrap_or(last);
        let heading = PeoplesWords {
            lines: vec![format!("## {} {KEPT}", words::KEPT)],
            is_spaced: true,
            ..PeoplesWords::default()
        };
        let heading = found.is_none().then_some(heading);
        pieces.extend(heading.into_iter().chain(homeless).map(|piece| PeoplesWords { line, ..piece }));
    }
    pieces.sort_by_key(|piece| piece.line);
    let mut text = String::new();
    let mut pieces = pieces.iter().peekable();
    for number in 0..new.page.len() {
        let mut is_spaced = false;
        while let Some(piece) = pieces.next_if(|piece| piece.line <= number) {
            is_spaced = piece.put(&mut text);
        }
        let line = replaced.get(&number).map_or(new.page.line(number), String::as_str);
        if is_spaced && !line.is_empty() && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text += line;
        text += if number + 1 == new.page.len() { "" } else { "\n" };
    }
    text
}

impl PeoplesWords {
    /// Writes it behind a text; returns whether a blank line has to follow.
    fn put(&self, text: &mut String) -> bool {
        let is_spaced = self.is_spaced || self.line == 0;
        if is_spaced && !text.is_empty() && !text.ends_with("\n\n") {
            text.push('\n');
        }
        while !is_spaced && text.ends_with("\n\n") {
            text.pop();
        }
        let indent = " ".repeat(self.indent);
        for line in &self.lines {
            let indent = if line.trim().is_empty() { "" } else { &indent };
            *text += &format!("{indent}{line}\n");
        }
        is_spaced || !self.lines.first().is_some_and(|line| line.trim_start().starts_with(['-', '*', '+']))
    }
}
