//! The tree of blocks, made from what the Markdown parser tells.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{BlockKind, MarkdownBlock, MarkdownText};
use crate::plan_file::marks;

/// How deep blocks are followed into each other; what lies deeper is text of the deepest.
const DEEPEST: usize = 60;

/// The blocks of a text, without the lines that belong to none.
pub(super) fn blocks(page: &MarkdownText) -> Vec<MarkdownBlock> {
    let root = MarkdownBlock::new(BlockKind::Other, &(0..0));
    let mut builder = Builder { page, stack: vec![root], begun: Vec::new(), is_run: false };
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let hidden = marks::hide(&page.text);
    for (event, span) in Parser::new_ext(&hidden, options).into_offset_iter() {
        builder.event(event, span);
    }
    builder.stack.pop().map(|root| root.children).unwrap_or_default()
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
            Event::InlineHtml(html) if marks::is_of_heading(&html) => self.text(&marks::hidden(&html), &span),
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
