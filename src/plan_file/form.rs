//! The form of a Markdown plan, for whoever reads one back. It is read by marks, which no language
//! changes; every other word in it is for readers.
//!
//! - The first line is [`PLAN_MARKER`]. The title below it names the organisation behind
//!   `<!-- organization -->`, up to `<!-- -->` or the end of the line.
//! - The program writes between `<!-- part: NAME -->` and `<!-- end -->`, each alone on its line; people
//!   write outside of these, or inside of an action (below).
//! - An action is a task of the outermost list of a part named `quarter-N`, `names-N` or `done`, on one line:
//!   `- [ ] **TITLE** (EFFORT) <!-- action: QUESTION -->`, `[x]` when done. QUESTION is a bare id.
//! - Its details follow, indented by two: `  - LABEL: TEXT`. Those that people fill in, and those that
//!   lines of their own belong to, have a mark behind the label: `  - owner: <!-- owner --> Ana`, and so
//!   `due` (a date as 2027-01-31), `state` (`todo`, `doing`, `done` or `dropped`; without the line: by
//!   the box), `steps` (numbered lines follow) and `note` (quoted ones), both indented by four. People
//!   may write owner, due and state without a mark, in any language of the program.
//! - Any other line below an action belongs to people, unless it bears a seal: the last lines of a plan
//!   hold a hash of each line that the program wrote, those apart that people change. They stand on a
//!   line for each part and each action, so that a small change of the plan is a small one in `git diff`.
//! - Text of people and questionnaires never holds `<` or `>`, so no text makes a mark. To read an
//!   owner back: undo backslashes before punctuation, the entities `&lt; &gt; &amp; &#36;`, `<` and
//!   `>` around an address, and U+2060 behind `@`.
//!
//! Version 0.1.0 marked neither the title nor the details: see [`first_release`].

use super::first_release;
use crate::words::plan::TITLE;
use crate::words::plan_file as words;

/// The first line of a plan.
pub const PLAN_MARKER: &str = "<!-- ospo-assess plan, format 1 -->";

/// The beginning of the first line of a plan of any format.
pub(super) const ANY_PLAN: &str = "<!-- ospo-assess plan, format ";
pub(super) const PART: &str = "<!-- part: ";
pub(super) const ACTION: &str = "<!-- action: ";
pub(super) const SEALS: &str = "<!-- seals: ";
pub(super) const END: &str = "<!-- end -->";
/// Stands before the organisation in the title.
pub(super) const ORGANIZATION: &str = "<!-- organization -->";
/// Stands behind the organisation, where the title goes on.
pub(super) const END_OF_NAME: &str = "<!-- -->";
/// Marks the heading of what has lost its place.
pub(super) const KEPT: &str = "<!-- kept -->";
pub(super) const OPEN: &str = "<!--";
pub(super) const CLOSE: &str = "-->";

/// The purpose of a detail of an action, as far as that matters when a plan is read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DetailKind {
    Owner,
    /// The day by which it is to be done.
    Due,
    State,
    /// Its steps: numbered lines follow.
    Steps,
    /// A note of somebody: quoted lines follow.
    Note,
    Other,
}

const MARKS: [(DetailKind, &str); 5] = [
    (DetailKind::Owner, "<!-- owner -->"),
    (DetailKind::Due, "<!-- due -->"),
    (DetailKind::State, "<!-- state -->"),
    (DetailKind::Steps, "<!-- steps -->"),
    (DetailKind::Note, "<!-- note -->"),
];

/// The words by which people may begin a detail themselves, in every language of the program.
const NAMES: [(DetailKind, &[&str]); 3] = [
    (DetailKind::Owner, words::OWNER_NAMES),
    (DetailKind::Due, words::DUE_NAMES),
    (DetailKind::State, words::STATE_NAMES),
];

impl DetailKind {
    /// The mark of such a detail; empty where it has none.
    pub(super) fn mark(self) -> &'static str {
        MARKS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, mark)| mark)
    }

    pub(super) fn is_filled_in(self) -> bool {
        matches!(self, DetailKind::Owner | DetailKind::Due | DetailKind::State)
    }

    /// The detail whose label this is.
    fn from_name(name: &str) -> Option<DetailKind> {
        let is = |known: &&str| known.eq_ignore_ascii_case(name);
        let typed = NAMES.iter().find(|(_, names)| names.iter().any(is));
        let first = || first_release::LABELS.iter().find(|(_, known)| is(known)).map(|(kind, _)| *kind);
        typed.map(|(kind, _)| *kind).or_else(first)
    }
}

/// A detail of an action, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Detail<'l> {
    pub kind: DetailKind,
    /// The text before the colon.
    pub name: &'l str,
    /// The text behind it, as Markdown; empty for nothing.
    pub value: String,
}

/// The detail of an action that a line is: one with a mark, or one that begins with a known word.
pub(super) fn detail(line: &str) -> Option<Detail<'_>> {
    let text = detail_text(line)?;
    let marked = MARKS.iter().find_map(|(kind, mark)| Some((*kind, text.split_once(mark)?)));
    let (kind, name, value) = match marked {
        Some((kind, (before, behind))) => {
            // Whoever writes behind the label does not have to look for the mark.
            let (name, value) = before.split_once([':', '：']).unwrap_or((before, ""));
            (kind, name, format!("{} {}", value.trim(), behind.trim()))
        }
        None => {
            let (name, value) = text.split_once([':', '：'])?;
            (DetailKind::from_name(name.trim())?, name, value.to_owned())
        }
    };
    Some(Detail { kind, name: name.trim(), value: value.trim().to_owned() })
}

/// True when a line looks like a detail of an action, in whatever language.
pub(super) fn is_detail(line: &str) -> bool {
    detail_text(line).is_some_and(|text| text.contains([':', '：']))
}

/// The text of an indented item of a list.
fn detail_text(line: &str) -> Option<&str> {
    Some(line.strip_prefix([' ', '\t'])?.trim_start().strip_prefix(['-', '*', '+'])?.trim_start())
}

/// A title, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Title<'l> {
    /// The organisation, as Markdown.
    pub organization: &'l str,
    /// True when the words around it are those of this program.
    pub is_ours: bool,
}

/// The title that a line is: one with a mark, or one of the first release.
pub(super) fn title(line: &str) -> Option<Title<'_>> {
    let title = line.strip_prefix("# ")?;
    let Some((before, behind)) = title.split_once(ORGANIZATION) else {
        let organization = title.strip_prefix(first_release::TITLE)?;
        return Some(Title { organization, is_ours: true });
    };
    let (organization, behind) = behind.split_once(END_OF_NAME).unwrap_or((behind, ""));
    Some(Title { organization, is_ours: (before, behind) == TITLE })
}

/// True when a line is the heading of what has lost its place.
pub(super) fn is_kept_heading(line: &str) -> bool {
    line.contains(KEPT) || line == first_release::KEPT
}

/// True when a text is a plan of this program: one of its lines is the marker.
pub(super) fn is_plan(text: &str) -> bool {
    text.lines().any(|line| line.trim().trim_start_matches('\u{feff}') == PLAN_MARKER)
}

/// The text of a comment of this kind.
pub(super) fn marked<'l>(line: &'l str, kind: &str) -> Option<&'l str> {
    Some(line.strip_prefix(kind)?.strip_suffix(CLOSE)?.trim())
}

/// The hash of a line, FNV-1a: short, and the same in every version of this program.
pub(super) fn seal(line: &str) -> String {
    let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", canonical(line).bytes().fold(0x811c_9dc5, hash))
}

/// A line as the program would write it, whatever an editor made of its indent, bullet, box, or of the
/// width of its cells.
pub(super) fn canonical(line: &str) -> String {
    if let Some((_, rest)) = task_box(line) {
        return format!("- [ ] {rest}");
    }
    let text = line.trim();
    if text.starts_with('|') {
        return text.split('|').map(cell).collect::<Vec<_>>().join("|");
    }
    match text.strip_prefix(['-', '*', '+']).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) => format!("- {}", rest.trim_start()),
        None => text.to_owned(),
    }
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

/// The box of a task: true when it is ticked, and the text behind it.
pub(super) fn task_box(line: &str) -> Option<(bool, &str)> {
    let rest = line.trim_start().strip_prefix(['-', '*', '+'])?.trim_start();
    let boxed = [("[ ]", false), ("[x]", true), ("[X]", true)];
    boxed.iter().find_map(|(sign, ticked)| Some((*ticked, rest.strip_prefix(sign)?.trim_start())))
}

/// The columns before a line's text.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// True when a line begins with a bullet or a number.
pub(super) fn is_list_item(line: &str) -> bool {
    let text = line.trim_start();
    is_step(line) || ["- ", "* ", "+ "].iter().any(|bullet| text.starts_with(bullet))
}

/// True when a line is one of numbered steps.
pub(super) fn is_step(line: &str) -> bool {
    let text = line.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(". ")
}
