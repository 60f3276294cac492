//! A report of headings and lists, which is written as text or as Markdown.

use super::escape::inline;
use super::text::Text;

/// A report: a title and its sections.
pub(crate) struct Report {
    pub title: String,
    pub sections: Vec<Section>,
}

/// A heading with what stands below it. Plain text: it is escaped where it is written.
pub(crate) struct Section {
    pub heading: String,
    pub body: Vec<Line>,
}

/// A line of a section.
pub(crate) enum Line {
    /// An item of a list, so many lists deep.
    Item(usize, String),
    /// A line of a chart, to be kept as it is.
    Chart(String),
}

impl Section {
    pub(crate) fn new(heading: impl Into<String>) -> Section {
        Section { heading: heading.into(), body: Vec::new() }
    }

    pub(crate) fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.body.push(Line::Item(depth, text.into()));
    }
}

impl Report {
    pub(crate) fn text(&self) -> String {
        let mut text = Text::default();
        text.line(0, &self.title);
        for section in self.sections.iter().filter(|section| !section.body.is_empty()) {
            text.blank();
            text.line(0, &section.heading);
            for line in &section.body {
                match line {
                    Line::Item(depth, item) => text.line(depth + 1, &format!("- {item}")),
                    Line::Chart(line) => text.0.push_str(&format!("  {line}\n")),
                }
            }
        }
        text.0
    }

    pub(crate) fn markdown(&self) -> String {
        let mut page = format!("# {}\n", inline(&self.title));
        for section in self.sections.iter().filter(|section| !section.body.is_empty()) {
            page += &format!("\n## {}\n\n", inline(&section.heading));
            let mut in_chart = false;
            for line in &section.body {
                let is_chart = matches!(line, Line::Chart(_));
                if is_chart != in_chart {
                    page += if is_chart { "```text\n" } else { "```\n\n" };
                    in_chart = is_chart;
                }
                match line {
                    Line::Item(depth, item) => {
                        page += &format!("{}- {}\n", "  ".repeat(*depth), inline(item));
                    }
                    // A name that looks like the end of the chart, or like a comment, is broken.
                    Line::Chart(line) => {
                        page += &format!("{}\n", line.replace('<', "‹").replace("```", "'''"))
                    }
                }
            }
            if in_chart {
                page += "```\n";
            }
        }
        page
    }
}
