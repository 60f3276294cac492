//! The marks by which a plan is read back: comments, which no language and no formatter changes. Every
//! other word in a plan is for readers.
//!
//! - The first line is [`PLAN_MARKER`]. The title below it names the organisation behind
//!   `<!-- organization -->`, up to `<!-- -->` or the end of the line.
//! - The program writes between `<!-- part: NAME -->` and `<!-- end -->`, each alone on its line; people
//!   write where they like.
//! - An action is an item of a list with a box and a mark: `- [ ] **TITLE** (EFFORT) <!-- action: QUESTION
//!   -->`, `[x]` when done, `[~]` when under way. QUESTION is a bare id. What is in comments and code is none.
//! - The items directly below it that people fill in have a mark behind the label: `- owner: <!-- owner -->
//!   Ana`, and so `due` (a day as 2027-01-31) and `state` (`todo`, `doing`, `done` or `dropped`; without the
//!   line: by the box). People may write them without a mark, in any language of the program.
//! - Any other block belongs to people, unless it bears a seal: the last lines of a plan hold a short hash
//!   of each block that the program wrote, a line for each part, so that what people changed is told apart
//!   from what was true once.
//! - Text of people and questionnaires never holds `<` or `>`, so no text makes a mark.

use std::ops::Range;

use crate::text::ascii;
use crate::words::plan_file as words;

/// The first line of a plan.
pub const PLAN_MARKER: &str = "<!-- ospo-assess plan, format 1 -->";

pub(super) const OPEN: &str = "<!--";
pub(super) const CLOSE: &str = "-->";
/// Stands before the organisation in the title.
pub(super) const ORGANIZATION: &str = "<!-- organization -->";
/// Stands behind the organisation, where the title goes on.
pub(super) const END_OF_NAME: &str = "<!-- -->";
/// Marks the heading of what has lost its place.
pub(super) const KEPT: &str = "<!-- kept -->";
/// Begins a line of seals.
pub(super) const SEALED: &str = "<!-- sealed: ";

/// The longest mark in bytes: what is longer is somebody's comment.
const LONGEST: usize = 300;

/// In the place of `<!--` and `-->` of a mark within text, so that Markdown reads it as text: as long as these.
const HIDDEN_OPEN: &str = "\u{e000}!";
const HIDDEN_CLOSE: char = '\u{e001}';

/// A mark on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlanMark {
    /// The first line of a plan, of this format or of another.
    Plan {
        is_ours: bool,
    },
    Part(String),
    End,
    /// Seals, as they stand.
    Sealed(String),
    /// Those of the first release.
    Seals(String),
    /// One that ends a comment of somebody.
    InComment,
}

/// A detail of an action that people fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Owner,
    /// The day by which it is to be done.
    Due,
    State,
}

impl Field {
    pub(super) const ALL: [Field; 3] = [Field::Owner, Field::Due, Field::State];

    pub(super) fn mark(self) -> &'static str {
        match self {
            Field::Owner => "<!-- owner -->",
            Field::Due => "<!-- due -->",
            Field::State => "<!-- state -->",
        }
    }

    /// The words by which people may begin such a line themselves, in every language of the program.
    fn names(self) -> &'static [&'static str] {
        match self {
            Field::Owner => words::OWNER_NAMES,
            Field::Due => words::DUE_NAMES,
            Field::State => words::STATE_NAMES,
        }
    }

    /// Its label in the language of the program.
    pub(super) fn name(self) -> &'static str {
        match self {
            Field::Owner => words::OWNER,
            Field::Due => words::DUE,
            Field::State => words::STATE,
        }
    }

    fn named(name: &str) -> Option<Field> {
        let is = |field: &Field| field.names().iter().any(|known| known.eq_ignore_ascii_case(name));
        Field::ALL.into_iter().find(is)
    }
}

/// True when a text is a plan of this program: one of its lines is the first of a plan.
pub(super) fn is_plan(text: &str) -> bool {
    let begins = |line: &str| mark(line.trim_start_matches('\u{feff}')).map(|(mark, _)| mark);
    text.lines().any(|line| begins(line) == Some(PlanMark::Plan { is_ours: true }))
}

/// The mark that a line begins with, and what stands behind it.
pub(super) fn mark(line: &str) -> Option<(PlanMark, &str)> {
    let (inside, rest) = line.trim_start().strip_prefix(OPEN)?.split_once(CLOSE)?;
    let inside = inside.trim();
    let after = |name: &str| value(inside, name);
    let mark = if inside.eq_ignore_ascii_case("end") {
        PlanMark::End
    } else if let Some(name) = after("part") {
        PlanMark::Part(name.to_owned())
    } else if let Some(seals) = after("sealed") {
        PlanMark::Sealed(seals.to_owned())
    } else if let Some(seals) = after("seals") {
        PlanMark::Seals(seals.to_owned())
    } else {
        let plan = PLAN_MARKER.strip_prefix(OPEN)?.split(',').next()?;
        let format = inside.strip_prefix(plan.trim())?;
        PlanMark::Plan { is_ours: PLAN_MARKER.contains(&format!("{format} {CLOSE}")) }
    };
    Some((mark, rest))
}

/// The text behind `NAME:`.
pub(super) fn value<'t>(inside: &'t str, name: &str) -> Option<&'t str> {
    let (found, value) = inside.split_once(':')?;
    found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
}

/// True when a comment of somebody is open behind this.
pub(super) fn is_open_comment(text: &str) -> bool {
    text.rfind(OPEN).is_some_and(|open| !text.get(open..).unwrap_or_default().contains(CLOSE))
}

/// A text whose marks within lines are hidden from Markdown: in the same bytes.
pub(super) fn hide(text: &str) -> String {
    let text = text.replace(['\u{e000}', '\u{e001}'], "\u{fffd}");
    let mut hidden = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(OPEN) {
        hidden.push_str(before);
        let near = after.bytes().take(LONGEST).collect::<Vec<u8>>();
        let end = near.windows(CLOSE.len()).position(|bytes| bytes == CLOSE.as_bytes());
        let inside = end.and_then(|end| after.get(..end));
        rest = match inside.filter(|inside| is_within_line(inside)) {
            Some(inside) => {
                hidden.push_str(HIDDEN_OPEN);
                hidden.push_str(inside);
                hidden.push(HIDDEN_CLOSE);
                after.get(inside.len() + CLOSE.len()..).unwrap_or_default()
            }
            None => {
                hidden.push_str(OPEN);
                after
            }
        };
    }
    hidden + rest
}

fn is_within_line(inside: &str) -> bool {
    // The last two are marks of the first release.
    let known = ["owner", "due", "state", "steps", "note"];
    known.iter().any(|known| inside.trim().eq_ignore_ascii_case(known)) || value(inside, "action").is_some()
}

/// True when a comment is one that the program writes within headings.
pub(super) fn is_of_heading(comment: &str) -> bool {
    [ORGANIZATION, END_OF_NAME, KEPT].contains(&comment)
}

/// A comment as it stands in a text whose marks are hidden.
pub(super) fn hidden(comment: &str) -> String {
    let inside = comment.trim_start_matches(OPEN).trim_end_matches(CLOSE);
    format!("{HIDDEN_OPEN}{inside}{HIDDEN_CLOSE}")
}

/// The marks within a text: where each stands, and what is in it.
pub(super) fn within(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices(HIDDEN_OPEN).filter_map(move |(start, _)| {
        let inside = text.get(start + HIDDEN_OPEN.len()..)?.split(HIDDEN_CLOSE).next()?;
        let end = start + HIDDEN_OPEN.len() + inside.len() + HIDDEN_CLOSE.len_utf8();
        Some((start..end.min(text.len()), inside.trim()))
    })
}

/// The question of the action that a text is marked as.
pub(super) fn action(text: &str) -> Option<(Range<usize>, &str)> {
    within(text).find_map(|(place, inside)| Some((place, value(inside, "action")?)))
}

/// Where the words of a text stand; marks are none.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let (mut is_word, mut in_mark) = (false, false);
    for (i, c) in text.char_indices() {
        in_mark |= text.get(i..).is_some_and(|rest| rest.starts_with(HIDDEN_OPEN));
        let goes_on = is_word;
        is_word = !in_mark && !c.is_whitespace();
        match words.last_mut().filter(|_| is_word && goes_on) {
            Some(word) => word.end = i + c.len_utf8(),
            None if is_word => words.push(i..i + c.len_utf8()),
            None => {}
        }
        in_mark &= c != HIDDEN_CLOSE;
    }
    words
}

/// The words of a text, single spaces between; without marks.
pub(super) fn words(text: &str) -> String {
    let words: Vec<&str> = places(text).into_iter().filter_map(|place| text.get(place)).collect();
    words.join(" ")
}

/// The box that a text begins with: what stands in it, and the place behind it. Without one, 0.
pub(super) fn box_of(text: &str) -> (Option<&str>, usize) {
    let inside = text.trim_start().strip_prefix(['[', '［']);
    let Some((sign, _)) = inside.and_then(|inside| inside.split_once([']', '］'])) else { return (None, 0) };
    if sign.trim().chars().count() > 1 {
        return (None, 0);
    }
    let behind = inside.and_then(|inside| inside.get(sign.len()..)).unwrap_or_default();
    let behind = behind.get(behind.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
    (Some(sign.trim()), text.len() - behind.trim_start().len())
}

/// The label of a text: what stands before its colon.
pub(super) fn label(text: &str) -> Option<&str> {
    Some(text.split_once([':', '：'])?.0.trim())
}

/// A detail of an action as a text has it.
pub(super) struct Detail {
    pub field: Field,
    /// Where its value stands before the mark.
    pub before: Range<usize>,
    /// Where the text behind the mark begins, or behind a known word and a colon.
    pub behind: usize,
}

/// The detail of an action that a text is.
pub(super) fn detail(text: &str) -> Option<Detail> {
    let colon = text.find([':', '：']);
    let behind = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        text.len() - rest.trim_start_matches([':', '：']).len()
    };
    let marked = within(text).find_map(|(place, inside)| {
        let field = Field::ALL.into_iter().find(|field| {
            field.mark().trim_matches(['<', '!', '-', '>', ' ']) == inside.to_ascii_lowercase()
        })?;
        // Whoever writes behind the label does not have to look for the mark.
        let before = colon.map_or(place.start, behind).min(place.start);
        Some(Detail { field, before: before..place.start, behind: place.end })
    });
    marked.or_else(|| {
        let field = Field::named(&narrow(label(text)?))?;
        let behind = behind(colon?);
        Some(Detail { field, before: behind..behind, behind })
    })
}

/// True when a text begins as a detail of an action without being one.
pub(super) fn is_almost_detail(text: &str) -> bool {
    let text = narrow(text);
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let name = first.trim_end_matches([':', '=']);
    Field::named(name).is_some()
        && (name.len() < first.len()
            || words.next().is_some_and(|sign| ["=", ":", "-", "–", "—", "→", "->"].contains(&sign)))
}

/// A text in ASCII as far as keyboards of other scripts write that in characters of their own.
pub(super) fn narrow(text: &str) -> String {
    text.chars().map(ascii).collect()
}

/// A text without comments.
pub(super) fn without(text: &str) -> String {
    let (mut left, mut rest) = (String::new(), text);
    while let Some((before, comment)) = rest.split_once(OPEN) {
        left += before.trim_end();
        rest = comment.split_once(CLOSE).map_or("", |(_, behind)| behind);
    }
    left + rest
}
