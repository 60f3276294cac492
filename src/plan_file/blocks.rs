//! Markdown as a tree of blocks, with the lines on which each stands: what a formatter makes only look
//! different (bullets, numbers, indents, wrapped lines, escapes, the width of tables) is the same here.
//! Knows nothing of plans but their marks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::marks::{self, PlanMark};

/// How deep blocks are followed into each other; what lies deeper is text of the deepest.
const DEEPEST: usize = 60;

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
        let hidden = marks::hide(&page.text);
        let mut builder = Builder { page: &page, stack: Vec::new(), begun: Vec::new(), is_run: false };
        builder.stack.push(MarkdownBlock::new(BlockKind::Other, &(0..0)));
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
        for (event, span) in Parser::new_ext(&hidden, options).into_offset_iter() {
            builder.event(event, span);
        }
        let mut blocks = builder.stack.pop().map(|root| root.children).unwrap_or_default();
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

/// What a tag has begun.
enum Started {
    Block,
    /// A link: its address, and the place of the text where it begins.
    Link(String, usize),
    Nothing,
}

struct Builder<'p> {
    page: &'p MarkdownText,
    /// The blocks that are open; the first is the page.
    stack: Vec<MarkdownBlock>,
    begun: Vec<Started>,
    /// True when the block on top is a paragraph without a tag: it ends with the next block.
    is_run: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, &span),
            Event::End(_) => match self.begun.pop() {
                Some(Started::Block) => {
                    self.end_run();
                    self.close(&span);
                }
                Some(Started::Link(address, from)) => {
                    let text = self.stack.last().and_then(|block| block.text.get(from..)).unwrap_or_default();
                    if !address.ends_with(text) {
                        self.text(&format!(" ({address})"), &(span.end..span.end));
                    }
                    self.reach(span.end);
                }
                Some(Started::Nothing) | None => self.reach(span.end),
            },
            Event::SoftBreak | Event::HardBreak => self.text("\n", &span),
            Event::TaskListMarker(ticked) => self.text(if ticked { "[x] " } else { "[ ] " }, &span),
            Event::InlineHtml(html) if html.starts_with(marks::OPEN) => {
                let is_heading = self.stack.last().is_some_and(|block| block.kind == BlockKind::Heading);
                self.text(&if is_heading { marks::hidden(&html) } else { String::new() }, &span);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text, &span);
            }
            Event::Rule => self.end_run(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => BlockKind::Text,
            Tag::Heading { .. } => BlockKind::Heading,
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::CodeBlock(_) => BlockKind::Code { is_open: false },
            Tag::HtmlBlock => BlockKind::Html,
            Tag::Item => BlockKind::Item,
            Tag::Table(_) => BlockKind::Table,
            Tag::TableHead | Tag::TableRow => BlockKind::Row,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.text("", span);
                let from = self.stack.last().map_or(0, |block| block.text.len());
                return self.begun.push(Started::Link(dest_url.to_string(), from));
            }
            Tag::TableCell => {
                self.text(" | ", span);
                return self.begun.push(Started::Nothing);
            }
            Tag::List(_) => {
                self.end_run();
                return self.begun.push(Started::Nothing);
            }
            _ => {
                self.text("", span);
                return self.begun.push(Started::Nothing);
            }
        };
        self.end_run();
        let is_first = self.stack.last().is_some_and(|top| {
            top.kind == BlockKind::Item
                && top.children.is_empty()
                && marks::box_of(&top.text).1 == top.text.len()
        });
        if (kind == BlockKind::Text && is_first) || self.stack.len() > DEEPEST {
            return self.begun.push(Started::Nothing);
        }
        self.stack.push(MarkdownBlock::new(kind, span));
        self.begun.push(Started::Block);
    }

    /// Text to the block that is open. What follows other blocks in an item is a paragraph of its own.
    fn text(&mut self, text: &str, span: &Range<usize>) {
        if self.stack.last().is_some_and(|top| top.kind == BlockKind::Item && !top.children.is_empty()) {
            self.stack.push(MarkdownBlock::new(BlockKind::Text, span));
            self.is_run = true;
        }
        if let Some(block) = self.stack.last_mut() {
            block.places.push((block.text.len(), span.start));
            block.text.push_str(text);
            block.end = block.end.max(span.end);
        }
    }

    fn end_run(&mut self) {
        if let Some(span) = self.stack.last().map(|block| block.start..block.end).filter(|_| self.is_run) {
            self.is_run = false;
            self.close(&span);
        }
    }

    /// The text of the block that is open goes on to here at least.
    fn reach(&mut self, end: usize) {
        if let Some(block) = self.stack.last_mut()
            && matches!(block.kind, BlockKind::Text | BlockKind::Heading)
        {
            block.end = block.end.max(end);
        }
    }

    fn close(&mut self, span: &Range<usize>) {
        let Some(mut block) = self.stack.pop() else { return };
        let page = self.page;
        let source = page.text.get(span.clone()).unwrap_or_default();
        block.start += source.len() - source.trim_start().len();
        let first = page.line_of(block.start);
        let last = page.line_of(span.start + source.trim_end().len().saturating_sub(1)).max(first);
        block.lines = first..last + 1;
        block.own = match block.kind {
            BlockKind::Item => first..page.line_of(block.end.saturating_sub(1)).max(first) + 1,
            _ => block.lines.clone(),
        };
        if !matches!(block.kind, BlockKind::Item | BlockKind::Text) {
            block.end = span.start + source.trim_end().len();
        }
        if let BlockKind::Code { is_open } = &mut block.kind {
            *is_open = page.is_open_fence(&block.lines, source.trim_start());
            let line = page.starts.get(first).copied().unwrap_or_default();
            let indent = page.text.get(line..block.start).unwrap_or_default();
            if !source.trim_start().starts_with(['`', '~']) {
                // Without its indent it would be text.
                block.start -= (indent.len() - indent.trim_end().len()).min(4);
            }
        }
        let blocks = if block.kind == BlockKind::Html { page.html(&block) } else { vec![block] };
        if let Some(parent) = self.stack.last_mut() {
            parent.children.extend(blocks);
        }
    }
}

impl MarkdownText {
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
