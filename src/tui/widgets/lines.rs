//! Lines that fit where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Lines from the top of an area on, as many as it has rows: what a `Paragraph` draws of them that wraps nothing, in less
/// than half the time. Every frame draws all that is seen with it.
pub(crate) struct Lines<L>(pub(crate) L);

impl<'l, L: IntoIterator<Item = Line<'l>>> Widget for Lines<L> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        for (line, row) in self.0.into_iter().zip(area.rows()) {
            draw(&line, row, buffer);
        }
    }
}

fn draw(line: &Line<'_>, row: Rect, buffer: &mut Buffer) {
    let mut x = row.x;
    if line.alignment == Some(Alignment::Right) {
        x += row.width.saturating_sub(u16::try_from(line.width()).unwrap_or(u16::MAX));
    }
    for span in line {
        if x >= row.right() {
            return;
        }
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
    use ratatui::style::{Color, Modifier, Style};
    use ratatui::text::Span;
    use ratatui::widgets::Paragraph;

    use super::*;

    proptest! {
        /// In any place and size; what does not fit is cut.
        #[test]
        fn they_look_as_a_paragraph_does(
            lines in prop::collection::vec(prop::collection::vec("[ a~é│▟田👩\u{301}\u{7}]{0,9}", 0..4), 0..5),
            is_right in any::<bool>(),
            (x, y, width, height) in (0..25_u16, 0..7_u16, 0..25_u16, 0..6_u16),
        ) {
            let line = |texts: &Vec<String>| {
                let spans = texts.iter().zip([Color::Red, Color::Blue, Color::Green]);
                let spans = spans.map(|(text, colour)| Span::styled(text.clone(), Style::new().fg(colour)));
                let line = Line::from_iter(spans).style(Modifier::UNDERLINED);
                // A control character is not drawn, and yet has a width.
                let is_right = is_right && !texts.iter().any(|text| text.contains('\u{7}'));
                if is_right { line.right_aligned() } else { line }
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
