//! A result laid out once, for whoever writes it: as text, for the ear, as Markdown, or on a screen.
//! What stands in it is plain text: it is escaped where it is written.

use super::figure;

/// A title, and sections below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub title: String,
    pub sections: Vec<Section>,
}

/// A heading, and lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// A piece of a section, by what it is for; a writer chooses what it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The result in one sentence.
    Verdict(String),
    /// A number or a fact behind it.
    Fact(String),
    /// What something has, or is.
    Named(String, String),
    /// A paragraph between the facts.
    Note(String),
    /// That all is well.
    Praise(String),
    /// What the lines below it are about.
    Heading(String),
    /// What the list below it holds, in a few words.
    Label(String),
    /// An item of a list, so many lists deep.
    Item(usize, String),
    /// A step of a list of steps, with its number.
    Step(usize, String),
    /// A question that one may want to go to, as an item of a list.
    Question {
        id: String,
        /// The question, and how it stands.
        text: String,
        /// What it would bring if it were in place, where that is told.
        gain: Option<String>,
    },
    /// Something to look at, and the same in sentences.
    Figure {
        /// Drawn; empty where nobody looks.
        drawn: Vec<figure::Line>,
        said: Vec<String>,
    },
    /// A line of a chart, and the same without its bar.
    Chart { drawn: String, said: String },
}

impl Report {
    pub(super) fn new(title: impl Into<String>) -> Report {
        Report { title: title.into(), sections: Vec::new() }
    }

    /// Adds a section, unless nothing stands in it.
    pub(super) fn push(&mut self, section: Section) {
        self.sections.extend(Some(section).filter(|section| !section.blocks.is_empty()));
    }

    pub(super) fn heading(&mut self, heading: impl Into<String>) {
        self.sections.push(Section::new(heading));
    }
}

impl Section {
    pub(super) fn new(heading: impl Into<String>) -> Section {
        Section { heading: heading.into(), blocks: Vec::new() }
    }

    pub(super) fn list(heading: impl Into<String>, items: impl IntoIterator<Item = String>) -> Section {
        Section {
            heading: heading.into(),
            blocks: items.into_iter().map(|text| Block::Item(0, text)).collect(),
        }
    }

    pub(super) fn fact(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Fact(text.into()));
    }

    pub(super) fn named(&mut self, name: &str, text: impl Into<String>) {
        self.blocks.push(Block::Named(name.to_owned(), text.into()));
    }

    pub(super) fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.blocks.push(Block::Item(depth, text.into()));
    }
}
