//! Plain text of a terminal's width.

use super::super::escape::printable;
use super::super::figure;
use super::super::tree::{Block, Report};
use crate::text::wrapping;

/// Columns of a report.
const WIDTH: usize = 80;

impl Report {
    /// The report as text, wrapped and indented.
    pub fn text(&self) -> String {
        let mut text = Paragraphs::default();
        text.line(0, &self.title);
        for section in &self.sections {
            text.blank();
            text.line(0, &section.heading);
            section.blocks.iter().for_each(|line| text.put(line));
        }
        text.0
    }
}

#[derive(Default)]
struct Paragraphs(String);

impl Paragraphs {
    fn put(&mut self, line: &Block) {
        if matches!(line, Block::Heading(_) | Block::Note(_)) {
            self.blank();
        }
        match line {
            Block::Verdict(text)
            | Block::Fact(text)
            | Block::Praise(text)
            | Block::Note(text)
            | Block::Heading(text) => self.line(1, text),
            Block::Named(name, text) => self.line(2, &format!("{name}: {text}")),
            Block::Label(text) => self.line(1, &format!("{text}:")),
            Block::Item(depth, text) => self.line(depth + 1, &format!("- {text}")),
            Block::Step(_, text) | Block::Question { text, .. } => self.line(2, &format!("- {text}")),
            Block::Figure { drawn, .. } => {
                self.blank();
                self.0.push_str(&figure::plain(drawn));
                self.blank();
            }
            Block::Chart { drawn, .. } => self.0.push_str(&format!("  {drawn}\n")),
        }
    }

    /// A paragraph, indented by so many steps and wrapped.
    fn line(&mut self, indent: usize, text: &str) {
        let first = "  ".repeat(indent);
        let rest = format!("{first}  ");
        let options = wrapping(WIDTH).initial_indent(&first).subsequent_indent(&rest);
        for line in textwrap::wrap(&printable(text), options) {
            self.0.push_str(&line);
            self.0.push('\n');
        }
    }

    /// One blank line, unless there is one.
    fn blank(&mut self) {
        if !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }
}
