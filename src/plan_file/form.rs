//! A Markdown plan taken apart: what the program wrote, and what people wrote, each with its place.
//! Reads the form that is described here; knows nothing of what it means for an assessment.
//!
//! # The form, for whoever reads a plan back
//!
//! - The first line is [`PLAN_MARKER`].
//! - What the program writes stands between `<!-- part: NAME -->` and `<!-- end -->`, each alone on
//!   its line. What people write stands outside of these, or inside of an action (below).
//! - An action is a task of the outermost list of a part named `quarter-N` or `done`, on one line:
//!   `- [ ] **TITLE** (EFFORT) <!-- action: QUESTION -->`, `[x]` when done. QUESTION is a bare id.
//! - Its details follow, indented by two: `  - LABEL: TEXT`, LABEL one of them, each at most
//!   once apart from `requires` and `evidence`. `owner:` and `due:` are always there,
//!   with nothing behind them until somebody writes it; `due:` takes a date as 2027-01-31, `state:`
//!   one of `todo`, `doing`, `done`, `dropped` (without the line: by the box). `steps:` is followed by
//!   numbered lines, `note:` by quoted ones, both indented by four.
//! - Any other line below an action belongs to people.
//! - The last lines hold the seals, by which the program knows its own lines again (below).
//! - Text of people and questionnaires never holds `<` or `>`, so no text makes a marker. To read an
//!   owner back: undo backslashes before punctuation, the entities `&lt; &gt; &amp; &#36;`, `<` and
//!   `>` around an address, and U+2060 behind `@`.
//!
//! To tell its own lines from those of people, a plan ends with seals: a hash of each line that the
//! program wrote (boxes, owners, dates and states apart, which people change). They stand on a line for
//! each part and each action, so that a small change of the plan is a small one in `git diff`.

use std::collections::BTreeSet;

use super::fence::fence;
use crate::words;
use crate::words::plan_file as labels;

pub use super::fence::units;

/// The first line of a plan.
pub const PLAN_MARKER: &str = "<!-- ospo-assess plan, format 1 -->";

/// How the first line of a plan of any format begins.
const ANY_PLAN: &str = "<!-- ospo-assess plan, format ";
const PART: &str = "<!-- part: ";
const ACTION: &str = "<!-- action: ";
const END: &str = "<!-- end -->";
const SEALS: &str = "<!-- seals: ";
const CLOSE: &str = "-->";

/// The labels of the details of an action.
const LABELS: [&str; 14] = [
    labels::ROLE,
    labels::OWNER,
    labels::DUE,
    labels::STATE,
    labels::COUNTS_FOR,
    labels::FIND_OUT,
    labels::NOW,
    labels::REQUIRES,
    labels::WHY,
    labels::STEPS,
    labels::DONE_WHEN,
    labels::NOTE,
    labels::EVIDENCE,
    labels::RESOURCE,
];

/// A plan, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedPlan {
    /// Everything in its order.
    pub passages: Vec<Passage>,
    /// What cannot be read: the number of the line, from 1, and what to do.
    pub problems: Vec<(usize, String)>,
    /// The organisation in the title, as Markdown; `None` where the title was changed.
    pub organization: Option<String>,
    seals: BTreeSet<String>,
}

/// A piece that the program wrote, and what people wrote behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// All its lines as they stand, blank ones and those of people too.
    pub all: Vec<String>,
    /// The lines that the program writes here.
    pub own: Vec<String>,
    /// What people wrote behind it, without blank lines around it.
    pub people: Vec<String>,
    /// Whether a blank line stands before that.
    pub spaced: bool,
}

/// Where something stands in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassageKind {
    /// What people wrote above the plan.
    Top,
    /// The first line and the title.
    Start,
    /// The beginning of a part, up to its first action.
    Part(String),
    /// An action.
    Task(Task),
    /// The end of a part.
    End(String),
}

/// What a plan says about an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The question.
    pub id: String,
    /// The number of its line, from 1.
    pub line: usize,
    /// Whether its box is ticked.
    pub ticked: bool,
    /// Whether it stands among the finished ones.
    pub among_done: bool,
    /// What stands behind `owner:`, as Markdown; `None` where there is no such line.
    pub owner: Option<FilledIn>,
    /// What stands behind `due:`.
    pub due: Option<FilledIn>,
    /// What stands behind `state:`.
    pub state: Option<FilledIn>,
}

/// What people wrote behind a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledIn {
    /// The number of its line, from 1.
    pub line: usize,
    /// The text, as Markdown.
    pub text: String,
}

/// The labels that people fill in.
pub const FILLED_IN: [&str; 3] = [labels::OWNER, labels::DUE, labels::STATE];

/// The name of the part that lists what is finished.
const DONE: &str = "done";

/// Whether a text is a plan of this program: one of its lines is the marker.
pub fn is_plan(text: &str) -> bool {
    text.lines().any(|line| line.trim().trim_start_matches('\u{feff}') == PLAN_MARKER)
}

/// The plan with its seals.
pub(super) fn sealed(plan: String) -> String {
    let seals = |passage: &Passage| {
        let seals: Vec<String> = passage.sealed().map(|line| seal(line)).collect();
        (!seals.is_empty()).then(|| format!("{SEALS}{} {CLOSE}\n", seals.join(" ")))
    };
    let seals: String = parse(&plan).passages.iter().filter_map(seals).collect();
    format!("{plan}\n{seals}")
}

/// Takes a plan apart.
pub fn parse(text: &str) -> ParsedPlan {
    let mut parser =
        Parser { form: ParsedPlan::default(), part: None, fence: None, detail: Detail::None, indent: 0 };
    parser.begin(PassageKind::Top, None);
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        parser.line(i + 1, line.trim_end());
        if let Some(passage) = parser.form.passages.last_mut() {
            passage.all.push(line.trim_end().to_owned());
        }
    }
    parser.finish(text)
}

impl ParsedPlan {
    /// Whether the program wrote this line of the plan.
    pub fn is_sealed(&self, line: &str) -> bool {
        self.seals.contains(&seal(line))
    }
}

impl Passage {
    /// The lines that the program answers for: those that people fill in are theirs, and a title is made
    /// anew.
    pub fn sealed(&self) -> impl Iterator<Item = &String> {
        let is_sealed = matches!(self.kind, PassageKind::Part(_) | PassageKind::Task(_));
        let filled_in = |line: &str| detail(line).is_some_and(|(label, _)| FILLED_IN.contains(&label));
        self.own.iter().filter(move |line| is_sealed && !line.is_empty() && !filled_in(line))
    }
}

/// The hash of a line, FNV-1a: short, and the same in every version of this program.
fn seal(line: &str) -> String {
    let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", canonical(line).bytes().fold(0x811c_9dc5, hash))
}

/// A line as the program would write it, whatever an editor made of its indent, bullet, box, or of the
/// width of its cells.
pub fn canonical(line: &str) -> String {
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

/// Whether a task is ticked, and what stands behind its box.
fn task_box(line: &str) -> Option<(bool, &str)> {
    let rest = line.trim_start().strip_prefix(['-', '*', '+'])?.trim_start();
    let boxed = [("[ ]", false), ("[x]", true), ("[X]", true)];
    boxed.iter().find_map(|(sign, ticked)| Some((*ticked, rest.strip_prefix(sign)?.trim_start())))
}

/// The label of a detail of an action, and what stands behind it.
pub fn detail(line: &str) -> Option<(&'static str, &str)> {
    let text = line.strip_prefix([' ', '\t'])?.trim_start().strip_prefix(['-', '*', '+'])?.trim_start();
    let (label, value) = text.split_once(':')?;
    let label = LABELS.iter().find(|known| known.eq_ignore_ascii_case(label.trim()))?;
    Some((label, value.trim()))
}

/// What lines may follow a detail as a part of it.
#[derive(PartialEq, Eq)]
enum Detail {
    None,
    Steps,
    Note,
    /// No line is one of the action any more: people began something else.
    Over,
}

struct Parser {
    form: ParsedPlan,
    /// The part that is open.
    part: Option<String>,
    /// The line of the fence that is open, and its sign.
    fence: Option<(usize, &'static str)>,
    detail: Detail,
    /// The columns before the bullet of the action.
    indent: usize,
}

impl Parser {
    fn line(&mut self, number: usize, line: &str) {
        let text = line.trim();
        let before = self.fence;
        let open = fence(before.map(|(_, sign)| sign), text);
        self.fence = open.map(|sign| before.unwrap_or((number, sign)));
        if open.is_some() || before.is_some() {
            if text.contains(ACTION) || text.starts_with(PART) {
                let sign = self.fence.map_or("```", |(_, sign)| sign);
                self.form.problems.push((number, labels::within_fence(sign)));
            }
            return self.other(number, line, true);
        }
        if let Some(seals) = marked(text, SEALS) {
            self.form.seals.extend(seals.split_whitespace().map(str::to_owned));
        } else if let Some(name) = marked(text, PART) {
            self.close();
            self.part = Some(name.to_owned());
            self.begin(PassageKind::Part(name.to_owned()), Some(line));
        } else if text == END {
            self.close();
        } else if text.starts_with(ANY_PLAN) {
            self.begin(PassageKind::Start, Some(text));
        } else if text.contains(ACTION) {
            self.task(number, line);
        } else {
            self.other(number, line, false);
        }
    }

    /// A line with the marker of an action.
    fn task(&mut self, number: usize, line: &str) {
        let id =
            line.split_once(ACTION).and_then(|(_, rest)| rest.split_once(CLOSE)).map(|(id, _)| id.trim());
        let Some((id, (ticked, _))) = id.filter(|id| !id.is_empty()).zip(task_box(line)) else {
            self.form.problems.push((number, labels::NO_TASK.to_owned()));
            return self.other(number, line, false);
        };
        self.indent = indent(line);
        let among_done = self.part.as_deref() == Some(DONE);
        let task =
            Task { id: id.to_owned(), line: number, ticked, among_done, owner: None, due: None, state: None };
        self.begin(PassageKind::Task(task), Some(line));
    }

    /// Any line without a marker: of the program where it may be, otherwise of people. What stands
    /// between fences is no detail of an action.
    fn other(&mut self, number: usize, line: &str, fenced: bool) {
        let Some(passage) = self.form.passages.last_mut() else { return };
        let blank = line.is_empty();
        let untouched = passage.people.is_empty();
        let begins = (line.starts_with('#') || is_list_item(line)) && detail(line).is_none();
        if begins && !fenced && indent(line) <= self.indent {
            self.detail = Detail::Over;
        }
        let own = match &mut passage.kind {
            PassageKind::Part(_) => true,
            PassageKind::Start => {
                let title = line.strip_prefix("# ").and_then(|title| title.strip_prefix(words::plan::TITLE));
                self.form.organization = self.form.organization.take().or(title.map(str::to_owned));
                title.is_some()
            }
            PassageKind::Top | PassageKind::End(_) => false,
            PassageKind::Task(_) if fenced || self.detail == Detail::Over => false,
            PassageKind::Task(task) => match detail(line) {
                Some((label, value)) => {
                    self.detail = match label {
                        labels::STEPS => Detail::Steps,
                        labels::NOTE => Detail::Note,
                        _ => Detail::None,
                    };
                    set(&mut self.form.problems, task, (number, label, value))
                }
                None => match self.detail {
                    Detail::Steps => line.starts_with("    ") && is_step(line),
                    Detail::Note => line.starts_with("    >"),
                    Detail::None | Detail::Over => false,
                },
            },
        };
        if own {
            passage.own.push(line.to_owned());
        } else if !blank || !untouched {
            passage.people.push(line.to_owned());
        } else {
            passage.spaced = true;
        }
    }

    fn begin(&mut self, kind: PassageKind, line: Option<&str>) {
        let own = line.into_iter().map(str::to_owned).collect();
        self.form.passages.push(Passage { kind, all: Vec::new(), own, people: Vec::new(), spaced: false });
        self.detail = Detail::None;
    }

    /// Ends the part that is open.
    fn close(&mut self) {
        if let Some(name) = self.part.take() {
            self.begin(PassageKind::End(name), Some(END));
        }
    }

    fn finish(mut self, text: &str) -> ParsedPlan {
        if let Some((number, sign)) = self.fence {
            self.form.problems.push((number, labels::open_fence(sign)));
        }
        if !is_plan(text) {
            let newer = text.lines().any(|line| line.trim().starts_with(ANY_PLAN));
            let how = match newer {
                true => labels::OTHER_FORMAT,
                false => labels::NO_PLAN,
            };
            self.form.problems.push((1, how.to_owned()));
        }
        let is_piece =
            |passage: &Passage| matches!(passage.kind, PassageKind::Part(_) | PassageKind::Task(_));
        if self.form.problems.is_empty() && !self.form.passages.iter().any(is_piece) {
            self.form.problems.push((1, labels::NO_MARKS.to_owned()));
        }
        for passage in &mut self.form.passages {
            while passage.people.last().is_some_and(String::is_empty) {
                passage.people.pop();
            }
        }
        self.form
    }
}

/// What a comment of this kind says.
fn marked<'l>(line: &'l str, kind: &str) -> Option<&'l str> {
    Some(line.strip_prefix(kind)?.strip_suffix(CLOSE)?.trim())
}

/// The columns before a line's text.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line begins with a bullet or a number.
fn is_list_item(line: &str) -> bool {
    let text = line.trim_start();
    is_step(line) || ["- ", "* ", "+ "].iter().any(|bullet| text.starts_with(bullet))
}

/// Whether a line is one of numbered steps.
pub fn is_step(line: &str) -> bool {
    let text = line.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(". ")
}

/// Takes what stands behind a label that people fill in; a second line of the same label must say the
/// same. Returns whether the line is one that the program writes.
fn set(
    problems: &mut Vec<(usize, String)>,
    task: &mut Task,
    (line, label, value): (usize, &str, &str),
) -> bool {
    let field = match label {
        labels::OWNER => &mut task.owner,
        labels::DUE => &mut task.due,
        labels::STATE => &mut task.state,
        _ => return true,
    };
    match field {
        Some(before) if before.text == value || value.is_empty() => {}
        Some(before) if !before.text.is_empty() => {
            problems.push((line, labels::two_lines(&task.id, label)));
        }
        _ => *field = Some(FilledIn { line, text: value.to_owned() }),
    }
    true
}
