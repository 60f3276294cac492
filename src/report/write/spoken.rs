//! Text for the ear: a sentence a line, words for arrows and dots, no bars.

use super::super::escape::printable;
use super::super::tree::{Block, Report};
use crate::words::spoken::spoken;

impl Report {
    /// The report as sentences.
    pub fn spoken(&self) -> String {
        let mut text = printable(&spoken(&self.title)) + "\n";
        for section in &self.sections {
            text += &format!("\n{}\n", printable(&spoken(&section.heading)));
            for block in &section.blocks {
                let mark = if matches!(block, Block::Item(..) | Block::Step(..) | Block::Question { .. }) {
                    "- "
                } else {
                    ""
                };
                text.extend(block.spoken().iter().map(|line| format!("{mark}{}\n", printable(line))));
            }
        }
        text
    }
}

impl Block {
    /// The line in sentences.
    pub fn spoken(&self) -> Vec<String> {
        let lines = match self {
            Block::Question { text, gain: Some(gain), .. } => vec![format!("{text}. {gain}")],
            Block::Named(name, text) => vec![format!("{name}: {text}")],
            Block::Label(text) => vec![format!("{text}:")],
            Block::Verdict(text)
            | Block::Fact(text)
            | Block::Note(text)
            | Block::Praise(text)
            | Block::Heading(text)
            | Block::Item(_, text)
            | Block::Step(_, text)
            | Block::Question { text, gain: None, .. } => vec![text.clone()],
            Block::Figure { said, .. } => said.clone(),
            Block::Chart { said, .. } => vec![said.clone()],
        };
        lines.iter().map(|line| spoken(line)).collect()
    }
}
