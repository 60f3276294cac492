//! A sheet of cells to draw on: what is put outside of it is lost, so no figure can overflow.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Line, Piece, Tone};
use crate::report::escape::printable;

/// A cell: what is drawn in it (nothing in the second half of a wide character), and its tone.
type Cell = (Cow<'static, str>, Tone);

/// A sheet of cells, blank at first.
pub(super) struct Canvas {
    rows: Vec<Vec<Cell>>,
    width: usize,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Canvas {
        let blank = (Cow::Borrowed(" "), Tone::Plain);
        Canvas { rows: vec![vec![blank; width]; height], width }
    }

    /// Writes a text from this cell to the right.
    pub(super) fn put(&mut self, row: usize, column: usize, text: &str, tone: Tone) {
        let Some(row) = self.rows.get_mut(row) else { return };
        let mut column = column;
        for grapheme in text.graphemes(true) {
            let end = column + grapheme.width();
            if end > self.width {
                return;
            }
            for (i, cell) in row.iter_mut().enumerate().take(end).skip(column) {
                let text = if i == column { grapheme.to_owned() } else { String::new() };
                *cell = (text.into(), tone);
            }
            column = end;
        }
    }

    /// Fills the cells from one column up to another (without it).
    pub(super) fn fill(&mut self, row: usize, from: usize, to: usize, sign: &'static str, tone: Tone) {
        let Some(row) = self.rows.get_mut(row) else { return };
        for cell in row.iter_mut().take(to).skip(from) {
            *cell = (Cow::Borrowed(sign), tone);
        }
    }

    /// The lines, without blanks at their ends.
    pub(super) fn lines(self) -> Vec<Line> {
        self.rows.into_iter().map(line).collect()
    }
}

fn line(cells: Vec<Cell>) -> Line {
    let used = cells.iter().rposition(|(text, _)| text != " ").map_or(0, |last| last + 1);
    let mut line: Line = Vec::new();
    for (text, tone) in cells.into_iter().take(used) {
        match line.last_mut() {
            Some(piece) if piece.tone == tone => piece.text.push_str(&text),
            _ => line.push(Piece { text: text.into_owned(), tone }),
        }
    }
    line
}

/// The text in at most `width` columns, on one line and without control characters.
pub fn cut(text: &str, width: usize) -> String {
    crate::text::cut(&printable(text), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_outside() {
        let mut canvas = Canvas::new(3, 1);
        canvas.put(0, 2, "社", Tone::Plain);
        canvas.put(0, 0, "ab", Tone::Plain);
        canvas.put(7, 0, "ab", Tone::Plain);
        canvas.fill(0, 2, 9, "x", Tone::Plain);
        assert_eq!(canvas.lines(), [vec![Piece { text: "abx".to_owned(), tone: Tone::Plain }]]);
    }
}
