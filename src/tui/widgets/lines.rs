//! Lines that fit where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Lines from the top of an area on, as many as it has rows: a `Paragraph` of them without wrapping, which takes each
/// cell of the area in hand twice more.
pub(crate) struct Lines<L>(pub(crate) L);

impl<'l, L: IntoIterator<Item = Line<'l>>> Widget for Lines<L> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let rows = area.intersection(buffer.area).rows();
        for (line, row) in self.0.into_iter().zip(rows) {
            match line.alignment {
                None => drop(buffer.set_line(row.x, row.y, &line, row.width)),
                Some(_) => line.render(row, buffer),
            }
        }
    }
}
