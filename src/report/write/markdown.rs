//! Markdown, as GitHub reads it.

use super::super::escape::{bold, inline};
use super::super::figure;
use super::super::tree::{Block, Report, Section};

impl Report {
    /// The report as Markdown.
    pub fn markdown(&self) -> String {
        let mut page = format!("# {}\n", inline(&self.title));
        for section in &self.sections {
            page += &format!("\n## {}\n\n{}", inline(&section.heading), section.markdown());
        }
        page
    }
}

impl Section {
    /// The lines of the section as Markdown.
    pub fn markdown(&self) -> String {
        let mut page = String::new();
        let mut apart = false;
        let mut lines = self.blocks.iter().peekable();
        while let Some(line) = lines.next() {
            let item = |depth: usize, text: &str| format!("{}- {text}", "  ".repeat(depth));
            let (text, block) = match line {
                Block::Verdict(text) => (bold(text), true),
                Block::Note(text) => (inline(text), true),
                Block::Figure { drawn, .. } => (preformatted(&figure::plain(drawn)), true),
                Block::Chart { drawn, .. } => {
                    let mut chart = format!("{drawn}\n");
                    while let Some(Block::Chart { drawn, .. }) =
                        lines.next_if(|next| matches!(next, Block::Chart { .. }))
                    {
                        chart += &format!("{drawn}\n");
                    }
                    (preformatted(&chart), true)
                }
                Block::Fact(text) | Block::Praise(text) | Block::Heading(text) => {
                    (item(0, &inline(text)), false)
                }
                Block::Named(name, text) => {
                    (item(0, &format!("{} {}", bold(&format!("{name}:")), inline(text))), false)
                }
                Block::Label(text) => (item(0, &bold(&format!("{text}:"))), false),
                Block::Item(depth, text) => (item(*depth, &inline(text)), false),
                Block::Step(_, text) | Block::Question { text, .. } => (item(1, &inline(text)), false),
            };
            if !page.is_empty() && (apart || block) {
                page.push('\n');
            }
            page += &format!("{text}\n");
            apart = block;
        }
        page
    }
}

/// Lines as they are. A name in them that looks like the end of a fence, or like a marker, is broken.
fn preformatted(lines: &str) -> String {
    format!("```text\n{}```", lines.replace('<', "‹").replace("```", "'''"))
}
