//! Markdown as a tree of blocks, with the lines on which each stands: what a formatter makes only look
//! different (bullets, numbers, indents, wrapped lines, escapes, the width of tables) is the same here.
//! Knows nothing of plans but their marks.

mod builder;

use std::ops::Range;

use super::marks::{self, PlanMark};

/// The kind of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    /// An item of any list; its text is its first paragraph.
    Item,
    Text,
    /// Preformatted; with a fence that does not end.
    Code {
        is_open: bool,
    },
    Quote,
    Table,
    Row,
    Html,
    /// A line of no visible text: a rule, the address that a link refers to.
    Other,
    /// A mark of the program on a line of its own.
    Mark(PlanMark),
}

/// A block.
#[derive(Debug, Clone)]
pub(super) struct MarkdownBlock {
    pub kind: BlockKind,
    /// The byte at which it begins.
    pub start: usize,
    /// Its lines, those of its children too.
    pub lines: Range<usize>,
    /// The lines of its own text.
    pub own: Range<usize>,
    /// Its own text as a reader sees it, with line breaks and marks.
    pub text: String,
    /// Where in the source pieces of the text come from: places in both, rising.
    places: Vec<(usize, usize)>,
    /// The byte behind its own text.
    end: usize,
    pub children: Vec<MarkdownBlock>,
}

impl MarkdownBlock {
    fn new(kind: BlockKind, span: &Range<usize>) -> MarkdownBlock {
        let (text, places, children) = (String::new(), Vec::new(), Vec::new());
        MarkdownBlock {
            kind,
            start: span.start,
            lines: 0..0,
            own: 0..0,
            text,
            places,
            end: span.start,
            children,
        }
    }

    /// Its words, single spaces between; without marks.
    pub(super) fn words(&self) -> String {
        marks::words(&self.text)
    }

    /// The byte of the source from which this place of the text comes.
    fn source(&self, place: usize) -> usize {
        // Of those at one place the first: signs of emphasis before the words.
        let before = self.places.partition_point(|(text, _)| *text < place);
        let exact = self.places.get(before).filter(|(text, _)| *text == place);
        let known = exact.or_else(|| self.places.get(before.checked_sub(1)?));
        known.map_or(self.start, |(text, source)| (source + place - text).min(self.end))
    }
}

/// A text as blocks.
#[derive(Debug, Clone, Default)]
pub(super) struct MarkdownText {
    text: String,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    pub blocks: Vec<MarkdownBlock>,
}

impl MarkdownText {
    /// Takes a text apart.
    pub(super) fn of(text: &str) -> MarkdownText {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        let mut page = MarkdownText { text, starts, blocks: Vec::new() };
        let mut blocks = builder::blocks(&page);
        page.fill(&mut blocks, 0..page.starts.len());
        page.blocks = blocks;
        page
    }

    /// The number of the line, from 0, on which a byte stands.
    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The number of the line, from 0, on which this place of a block's text stands.
    pub(super) fn line_at(&self, block: &MarkdownBlock, place: usize) -> usize {
        self.line_of(block.source(place))
    }

    /// A line, without its end.
    pub(super) fn line(&self, number: usize) -> &str {
        let start = self.starts.get(number).copied().unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        rest.split('\n').next().unwrap_or_default()
    }

    /// The column at which a block begins.
    pub(super) fn column(&self, block: &MarkdownBlock) -> usize {
        let first = self.starts.get(block.lines.start).copied().unwrap_or_default();
        columns(self.text.get(first..block.start).unwrap_or_default())
    }

    /// The columns of the bullet or number of an item, with the blank behind it.
    pub(super) fn bullet(&self, item: &MarkdownBlock) -> usize {
        let text = self.text.get(item.start..).unwrap_or_default();
        text.trim_start_matches(|c: char| c.is_ascii_digit()).len().abs_diff(text.len()) + 2
    }

    pub(super) fn is_blank(&self, number: usize) -> bool {
        self.line(number).trim().is_empty()
    }

    /// How many lines there are; the last one is empty where the text ends with a line end.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The source of a block without the indent that its place gives it, but for the lines to be left out.
    /// Where nothing else is indented, a small indent is people's own.
    pub(super) fn source(
        &self,
        block: &MarkdownBlock,
        is_outermost: bool,
        without: &[Range<usize>],
    ) -> Vec<String> {
        let first = self.starts.get(block.lines.start).copied().unwrap_or_default();
        let column = self.column(block);
        let before = self.text.get(first..block.start).unwrap_or_default();
        let is_own = is_outermost && column < 4 && before.trim().is_empty();
        let (start, indent) = if is_own { (first, 0) } else { (block.start, column) };
        let mut lines = Vec::new();
        let mut left_out = false;
        for number in block.lines.clone() {
            if without.iter().any(|range| range.contains(&number)) {
                left_out = true;
                continue;
            }
            if number == block.lines.start {
                lines.push(self.line(number).get(start - first..).unwrap_or_default().to_owned());
            } else if !(left_out && self.is_blank(number)) {
                lines.push(dedented(self.line(number), indent));
            }
            left_out &= self.is_blank(number);
        }
        lines
    }

    /// The source of a part of a block's own text, without indents.
    pub(super) fn source_of(&self, block: &MarkdownBlock, part: Range<usize>) -> Vec<String> {
        let (start, end) = (block.source(part.start), block.source(part.end));
        let end = if part.end >= block.text.len() { block.end } else { end };
        let text = self.text.get(start..end.max(start)).unwrap_or_default();
        let mut lines: Vec<String> =
            text.trim().split('\n').map(|line| line.trim_start().to_owned()).collect();
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Adds the lines that no block accounts for as blocks.
    fn fill(&self, blocks: &mut Vec<MarkdownBlock>, lines: Range<usize>) {
        let mut all = Vec::with_capacity(blocks.len());
        let mut next = lines.start;
        let gap = |from: usize, to: usize, all: &mut Vec<MarkdownBlock>| {
            for number in (from..to).filter(|number| !self.is_blank(*number)) {
                let line = self.line(number);
                let start = self.starts.get(number).copied().unwrap_or_default();
                let start = start + line.len() - line.trim_start().len();
                let mut block = MarkdownBlock::new(BlockKind::Other, &(start..start));
                (block.lines, block.own) = (number..number + 1, number..number + 1);
                all.push(block);
            }
        };
        for mut block in std::mem::take(blocks) {
            gap(next, block.lines.start, &mut all);
            next = next.max(block.lines.end);
            if block.kind == BlockKind::Item {
                let inside = block.own.end..block.lines.end;
                self.fill(&mut block.children, inside);
            }
            all.push(block);
        }
        gap(next, lines.end, &mut all);
        *blocks = all;
    }

    /// True when preformatted text has a fence that nothing ends.
    fn is_open_fence(&self, lines: &Range<usize>, source: &str) -> bool {
        let Some(sign) = source.chars().next().filter(|sign| matches!(sign, '`' | '~')) else { return false };
        let fence = source.len() - source.trim_start_matches(sign).len();
        let last = self.line(lines.end - 1).trim_end();
        let end = last.len() - last.trim_end_matches(sign).len();
        lines.len() < 2 || end < fence || !last.trim_end_matches(sign).chars().all(|c| " \t>".contains(c))
    }

    /// A block of HTML, its marks taken apart from what people wrote.
    fn html(&self, block: &MarkdownBlock) -> Vec<MarkdownBlock> {
        let mut blocks: Vec<MarkdownBlock> = Vec::new();
        for number in block.lines.clone() {
            let start = self.starts.get(number).copied().unwrap_or_default().max(block.start);
            let line = self.line(number);
            let behind =
                line.get(line.len().min(start - self.starts.get(number).copied().unwrap_or_default())..);
            let text = behind.unwrap_or_default();
            let indent = text.len() - text.trim_start().len();
            let is_inside = blocks.last().is_some_and(|before| marks::is_open_comment(&before.text));
            let piece = |kind, start: usize, text: &str| {
                let mut piece = MarkdownBlock::new(kind, &(start..start));
                (piece.lines, piece.own) = (number..number + 1, number..number + 1);
                (piece.text, piece.end) = (text.to_owned() + "\n", start + text.len());
                piece
            };
            if let Some((mark, rest)) = marks::mark(text) {
                let mark = if is_inside { PlanMark::InComment } else { mark };
                blocks.push(piece(BlockKind::Mark(mark), start + indent, ""));
                if !rest.trim().is_empty() {
                    let at = start + text.len() - rest.trim_start().len();
                    blocks.push(piece(BlockKind::Other, at, rest.trim_start()));
                }
            } else if let Some(before) = blocks.last_mut().filter(|before| before.kind == BlockKind::Html) {
                before.lines.end = number + 1;
                before.own.end = number + 1;
                before.text.push_str(text);
                before.text.push('\n');
            } else if !text.trim().is_empty() {
                blocks.push(piece(BlockKind::Html, start + indent, text));
            }
        }
        blocks
    }
}

/// The columns that a text takes at the beginning of a line.
fn columns(text: &str) -> usize {
    text.chars().fold(0, |column, c| if c == '\t' { (column / 4 + 1) * 4 } else { column + 1 })
}

/// A line without so many columns of indent.
fn dedented(line: &str, indent: usize) -> String {
    let mut column = 0;
    for (i, c) in line.char_indices() {
        let rest = line.get(i..).unwrap_or_default();
        if column >= indent || !matches!(c, ' ' | '\t') {
            return " ".repeat(column.saturating_sub(indent)) + rest;
        }
        column = if c == '\t' { (column / 4 + 1) * 4 } else { column + 1 };
    }
    String::new()
}
