//! Lines that fit where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Lines from the top of an area on, as many as it has rows: what a `Paragraph` draws of them that wraps nothing, in less
/// than half the time. Every frame draws all that is seen with it.
pub(crate) struct Lines<L>(pub(crate) L);

impl<'l, L: IntoIterator<Item = Line<'l>>> Widget for Lines<L> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let rows = area.intersection(buffer.area).rows();
        for (line, row) in self.0.into_iter().zip(rows) {
            match line.alignment {
                None => draw(&line, row, buffer),
                Some(_) => line.render(row, buffer),
            }
        }
    }
}

fn draw(line: &Line<'_>, row: Rect, buffer: &mut Buffer) {
    let mut x = row.x;
    for span in line {
        let (text, room) = (&*span.content, usize::from(row.right() - x));
        let style = line.style.patch(span.style);
        if text.chars().all(is_plain) {
            let first = buffer.index_of(x, row.y);
            for (cell, c) in buffer.content[first..].iter_mut().take(room).zip(text.chars()) {
                cell.set_char(c).set_style(style);
                x += 1;
            }
        } else {
            (x, _) = buffer.set_stringn(x, row.y, text, room, style);
            // What takes two columns may be cut before the last one.
            if span.width() > room {
                return;
            }
        }
        if x >= row.right() {
            return;
        }
    }
}

/// Whether a character takes one column and stands by itself, so that nothing has to be looked up: those of English, and
/// the frames and blocks of figures.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{2500}'..='\u{259f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Style};
    use ratatui::text::Span;
    use ratatui::widgets::Paragraph;

    use super::*;

    proptest! {
        /// In any place and size; what does not fit is cut.
        #[test]
        fn they_look_as_a_paragraph_does(
            lines in prop::collection::vec(prop::collection::vec("[ a~é│▟田👩\u{301}\u{7}]{0,9}", 0..4), 0..5),
            (x, y, width, height) in (0..8_u16, 0..4_u16, 0..25_u16, 0..6_u16),
        ) {
            let line = |texts: &Vec<String>| {
                let spans = texts.iter().zip([Color::Red, Color::Blue, Color::Green]);
                Line::from_iter(spans.map(|(text, colour)| Span::styled(text.clone(), Style::new().fg(colour))))
            };
            let lines: Vec<Line<'_>> = lines.iter().map(line).collect();
            let (area, whole) = (Rect { x, y, width, height }, Rect::new(0, 0, 20, 5));
            let (mut drawn, mut expected) = (Buffer::empty(whole), Buffer::empty(whole));
            Lines(lines.clone()).render(area, &mut drawn);
            let area = area.intersection(whole);
            if lines.iter().all(|line| line.width() <= usize::from(area.width)) {
                Paragraph::new(lines).render(area, &mut expected);
                prop_assert_eq!(drawn, expected);
            } else {
                let beside = whole.positions().filter(|position| !area.contains(*position));
                prop_assert!(beside.into_iter().all(|position| drawn[position] == expected[position]));
            }
        }
    }
}
