//! The page that is being written: lines, lists, fences and the markers around parts.

use super::super::marks::Field;
use crate::report::escape::inline;

/// Markdown in the making. What it is given is Markdown already: escaped.
#[derive(Default)]
pub(super) struct MarkdownPage(String);

impl MarkdownPage {
    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    /// Lines that are Markdown as they stand.
    pub(super) fn lines(&mut self, lines: &str) {
        lines.lines().for_each(|line| self.line(line));
    }

    /// One blank line, unless there is one.
    pub(super) fn blank(&mut self) {
        if !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// An item of a list, `depth` lists deep.
    pub(super) fn item(&mut self, depth: usize, text: &str) {
        self.line(&format!("{}- {text}", "  ".repeat(depth)));
    }

    pub(super) fn detail(&mut self, label: &str, text: &str) {
        self.item(1, &format!("{label}: {text}"));
    }

    /// A detail of an action that people fill in.
    pub(super) fn filled_in(&mut self, field: Field, text: &str) {
        self.item(1, &format!("{}: {} {text}", field.name(), field.mark()));
    }

    /// The words that somebody wrote, line by line, `depth` lists deep.
    pub(super) fn quote(&mut self, depth: usize, text: &str) {
        let lines: Vec<String> = text.trim().lines().map(inline).collect();
        for (i, line) in lines.iter().enumerate() {
            // The backslash keeps the end of a line, which Markdown takes for a space.
            let goes_on = !line.is_empty() && lines.get(i + 1).is_some_and(|next| !next.is_empty());
            self.line(&format!("{}> {line}{}", "  ".repeat(depth), if goes_on { "\\" } else { "" }));
        }
    }

    /// A table: one row a line, columns not aligned, so that one fact changes one line. A column whose
    /// name ends with `#` holds numbers. Cells are Markdown already.
    pub(super) fn table<const N: usize>(
        &mut self,
        head: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) {
        self.blank();
        self.line(&format!("| {} |", head.map(|name| name.trim_end_matches('#')).join(" | ")));
        self.line(&format!(
            "| {} |",
            head.map(|name| if name.ends_with('#') { "---:" } else { "---" }).join(" | ")
        ));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
        self.blank();
    }

    /// A heading with what `body` writes below it, between the markers of the program; nothing when
    /// `body` writes nothing.
    pub(super) fn part(&mut self, name: &str, heading: &str, body: impl FnOnce(&mut MarkdownPage)) {
        let mut inside = MarkdownPage::default();
        body(&mut inside);
        let text = inside.0.trim_matches('\n');
        if text.is_empty() {
            return;
        }
        self.blank();
        self.line(&format!("<!-- part: {name} -->\n\n## {heading}\n\n{text}\n\n<!-- end -->"));
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}
