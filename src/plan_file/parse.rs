//! A Markdown plan taken apart: its blocks, the actions among them, and what people filled in. Knows the
//! form alone, and nothing of what it means for an assessment.

use super::blocks::{BlockKind, MarkdownBlock, MarkdownText};
use super::first_release;
use super::marks::{self, END_OF_NAME, Field, ORGANIZATION, PlanMark};
use super::seals::Seals;
use crate::text::{Slip, slip};
use crate::words::files::CONFLICT_MARKER;
use crate::words::plan_file as words;

/// The name of the part that lists what is finished.
const DONE: &str = "done";

/// A line that ends before this column was ended by somebody, and not by a formatter that fills lines.
const NARROWEST: usize = 60;

/// A line, from 1, and what is to be said about it.
pub type Problem = (usize, String);

/// A plan, taken apart.
#[derive(Debug, Clone, Default)]
pub struct ParsedPlan {
    pub(super) page: MarkdownText,
    pub(super) seals: Seals,
    /// The actions, in the order of the plan.
    pub(super) tasks: Vec<Task>,
    /// The lines that look like something to read and are not.
    pub(super) refused: Vec<Problem>,
    /// The lines that hide everything behind them: such a plan is not written again.
    pub(super) open: Vec<Problem>,
    /// The reason why nothing can be read.
    pub(super) unreadable: Option<Problem>,
    /// The byte at which the title begins.
    pub(super) title: Option<usize>,
    /// The organisation in the title; `None` where the title was changed.
    pub(super) organization: Option<String>,
}

/// An action as it stands in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Task {
    /// The question.
    pub id: String,
    /// The byte at which its block begins.
    pub start: usize,
    /// The number of its line, from 1.
    pub line: usize,
    /// What stands in its box; `None` without one.
    pub sign: Option<String>,
    /// True when it stands among the finished ones.
    pub among_done: bool,
    /// The details that people fill in, as far as there are such lines.
    pub details: Vec<FilledIn>,
}

/// What people wrote behind a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FilledIn {
    pub field: Field,
    /// The number of its line, from 1.
    pub line: usize,
    /// The text as a reader sees it.
    pub text: String,
    /// The place in the block's text where other words of people begin.
    pub rest: usize,
}

/// Takes a plan apart.
pub fn parse(text: &str) -> ParsedPlan {
    let page = MarkdownText::of(text);
    let mut plan = ParsedPlan::default();
    let mut reader =
        PlanReader { page: &page, plan: &mut plan, part: None, is_begun: false, is_other: false };
    page.blocks.iter().for_each(|block| reader.block(block));
    let (is_begun, is_other) = (reader.is_begun, reader.is_other);
    let has_parts = page.blocks.iter().any(|block| matches!(block.kind, BlockKind::Mark(PlanMark::Part(_))));
    plan.unreadable = match (is_begun, is_other) {
        _ if let Some((at, Slip::ConflictMarker)) = slip(text, 0) => {
            Some((text.get(..at).unwrap_or_default().lines().count() + 1, CONFLICT_MARKER.to_owned()))
        }
        (false, true) => Some((1, words::OTHER_FORMAT.to_owned())),
        (false, false) => Some((1, words::NO_PLAN.to_owned())),
        _ if has_parts || !plan.tasks.is_empty() || !plan.refused.is_empty() || !plan.open.is_empty() => None,
        _ => Some((1, words::NO_MARKS.to_owned())),
    };
    plan.page = page;
    plan
}

struct PlanReader<'p> {
    page: &'p MarkdownText,
    plan: &'p mut ParsedPlan,
    part: Option<String>,
    /// True behind the first line of a plan.
    is_begun: bool,
    /// True behind that of a plan of another format.
    is_other: bool,
}

impl PlanReader<'_> {
    fn block(&mut self, block: &MarkdownBlock) {
        let line = block.lines.start + 1;
        match &block.kind {
            BlockKind::Mark(mark) => self.mark(mark, line),
            BlockKind::Code { is_open: true } => {
                let sign = if self.page.line(block.lines.start).contains("~~~") { "~~~" } else { "```" };
                self.plan.open.push((line, words::open_fence(sign)));
            }
            BlockKind::Heading => self.heading(block),
            BlockKind::Item if task_mark(block).is_some() => self.task(block),
            BlockKind::Html if marks::is_open_comment(&block.text) => {
                self.plan.open.push((line, words::OPEN_COMMENT.to_owned()))
            }
            BlockKind::Item | BlockKind::Text | BlockKind::Row if marks::action(&block.text).is_some() => {
                self.plan.refused.push((line, words::NO_TASK.to_owned()));
            }
            _ => {}
        }
        let is_task = task_mark(block).is_some();
        let children = block.children.iter().filter(|child| !(is_task && child.kind == BlockKind::Text));
        children.for_each(|child| self.block(child));
    }

    fn mark(&mut self, mark: &PlanMark, line: usize) {
        match mark {
            PlanMark::Plan { is_ours: true } => self.is_begun = true,
            PlanMark::Plan { is_ours: false } => self.is_other = true,
            PlanMark::Part(name) => self.part = Some(name.clone()),
            PlanMark::End => self.part = None,
            PlanMark::Sealed(_) | PlanMark::Seals(_) => self.plan.seals.add(mark),
            PlanMark::InComment => self.plan.open.push((line, words::OPEN_COMMENT.to_owned())),
        }
    }

    /// The first heading of a plan is its title.
    fn heading(&mut self, block: &MarkdownBlock) {
        if !self.is_begun || self.part.is_some() || self.plan.title.is_some() {
            return;
        }
        self.plan.title = Some(block.start);
        let marked = block.text.split_once(&marks::hidden(ORGANIZATION)).map(|(_, behind)| {
            let end = marks::hidden(END_OF_NAME);
            marks::words(behind.split_once(&end).map_or(behind, |(name, _)| name))
        });
        self.plan.organization =
            marked.or_else(|| block.words().strip_prefix(first_release::TITLE).map(str::to_owned));
    }

    fn task(&mut self, block: &MarkdownBlock) {
        let Some((_, id)) = task_mark(block) else { return };
        let line = block.lines.start + 1;
        let (sign, _) = marks::box_of(&block.text);
        let mut task = Task {
            id: id.to_owned(),
            start: block.start,
            line,
            sign: sign.map(str::to_owned),
            among_done: self.part.as_deref() == Some(DONE),
            details: Vec::new(),
        };
        if id.is_empty() || sign.is_none() {
            self.plan.refused.push((line, words::NO_TASK.to_owned()));
        }
        if !id.is_empty() {
            self.details(block, &mut task);
            self.plan.tasks.push(task);
        }
    }

    /// The details directly below an action, or below one of them by a slip of the indent.
    fn details(&mut self, block: &MarkdownBlock, task: &mut Task) {
        let behind = block.text.split('\n').skip(1).find(|line| marks::is_almost_detail(line));
        if let Some(almost) = behind.filter(|_| block.kind == BlockKind::Item) {
            let place = block.text.find(almost).unwrap_or_default();
            let line = self.page.line_at(block, place) + 1;
            self.plan.refused.push((line, words::of_action(&task.id, &words::almost_detail(almost.trim()))));
        }
        for child in &block.children {
            let is_detail = child.kind == BlockKind::Item && task_mark(child).is_none();
            if let Some(detail) = is_detail.then(|| filled_in(self.page, child)).flatten() {
                task.details.push(detail);
                self.details(child, task);
            } else if (is_detail || child.kind == BlockKind::Text) && marks::is_almost_detail(&child.text) {
                let text = child.text.split('\n').next().unwrap_or_default();
                let problem = words::of_action(&task.id, &words::almost_detail(text));
                self.plan.refused.push((child.lines.start + 1, problem));
            }
        }
    }
}

/// The mark of the action that an item is, wherever a formatter has put it: in the first paragraph or in
/// one that has nothing else.
pub(super) fn task_mark(block: &MarkdownBlock) -> Option<(std::ops::Range<usize>, &str)> {
    let alone = |child: &&MarkdownBlock| child.kind == BlockKind::Text && child.words().is_empty();
    let own = (block.kind == BlockKind::Item).then(|| marks::action(&block.text)).flatten();
    own.or_else(|| block.children.iter().filter(alone).find_map(|child| marks::action(&child.text)))
}

/// What people filled in in a block, where it is such a detail.
pub(super) fn filled_in(page: &MarkdownText, block: &MarkdownBlock) -> Option<FilledIn> {
    let detail = marks::detail(&block.text)?;
    let text = block.text.get(detail.before).unwrap_or_default();
    let mut value = marks::words(text);
    let mut rest = detail.behind;
    // A long name goes on in the next line where a formatter has filled lines.
    for (i, line) in block.text.get(rest..).unwrap_or_default().split_inclusive('\n').enumerate() {
        let first = line.split_whitespace().next().unwrap_or_default();
        let last = page.line(page.line_at(block, rest).saturating_sub(1));
        let is_filled = last.chars().count() + 1 + first.chars().count() > NARROWEST;
        if i > 0 && (detail.field != Field::Owner || value.is_empty() || !is_filled) {
            break;
        }
        // A comment is no part of it.
        let before = line.split(marks::OPEN).next().unwrap_or_default();
        value = format!("{value} {}", marks::words(before)).trim().to_owned();
        rest += before.len();
        if before.len() < line.len() {
            break;
        }
    }
    let line = page.line_at(block, detail.behind.saturating_sub(1)) + 1;
    Some(FilledIn { field: detail.field, line, text: value, rest })
}
