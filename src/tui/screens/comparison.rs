//! What changed from an earlier assessment to a later one: two files of the list, compared.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::ComparisonState;
use crate::app::keys::Command;
use crate::report::comparison;
use crate::report::tree::Block;
use crate::team::{compare, is_order_known};
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::{item, styled};
use crate::words::comparison as words;

pub(super) fn scrolled(scene: &Scene<'_, '_>, view: &ComparisonState, command: Command) -> usize {
    let lines = lines(scene, view).len();
    scroll::scrolled_top(view.top, lines, usize::from(scene.body().height), command)
}

pub(super) fn draw(scene: &Scene<'_, '_>, view: &ComparisonState, frame: &mut Frame<'_>, area: Rect) {
    let lines = lines(scene, view);
    let (room, last) = (usize::from(area.height), lines.len());
    let top = view.top.min(last.saturating_sub(room));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    frame.render_widget(Lines(lines.into_iter().skip(top)), inside);
    // The last column is free.
    let arrows =
        [(top > 0, area.y, "\u{2191}"), (top + room < last, area.bottom().saturating_sub(1), "\u{2193}")];
    for (_, y, arrow) in arrows.into_iter().filter(|(goes_on, ..)| *goes_on) {
        let place = Rect { x: area.right().saturating_sub(1), y, width: 1, height: 1 };
        frame.render_widget(Span::styled(arrow, scene.theme.key), place.intersection(area));
    }
}

/// Everything that changed, from top to bottom.
fn lines<'l>(scene: &Scene<'_, '_>, view: &ComparisonState) -> Vec<Line<'l>> {
    let columns = usize::from(scene.size.width.saturating_sub(2));
    let report = comparison(&compare(&view.before, &view.after, scene.app.catalogue));
    let mut lines = styled(&report.title, columns, Style::new());
    if let Some([before, after]) = &view.files {
        lines.extend(styled(&words::files(before, after), columns, Style::new()));
    }
    if !is_order_known(&view.before, &view.after) {
        lines.extend(styled(words::AS_CHOSEN, columns, scene.theme.open));
    }
    for section in report.sections {
        lines.push(Line::raw(""));
        lines.push(Line::styled(section.heading, scene.theme.title));
        for block in section.blocks {
            if let Block::Item(depth, text) = block {
                lines.extend(
                    item(format!("{}- ", "  ".repeat(depth + 1)), &text, columns).into_iter().map(Line::raw),
                );
            }
        }
    }
    lines
}
