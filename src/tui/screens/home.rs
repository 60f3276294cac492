//! Home: the assessments of this user.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::keys::Command;
use crate::app::{HomeState, Message};
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll::{range, scroll};
use crate::tui::widgets::text::{cut, fit, styled, wrap};
use crate::words::home as words;
use crate::words::interview::summary;

/// Rows that each assessment takes: as many as any of them needs, so that the list scrolls evenly.
fn rows(home: &HomeState) -> usize {
    if home.closer.iter().any(Option::is_some) { 4 } else { 3 }
}

/// Draws the list, or what to do when there is none.
pub(super) fn draw(scene: &Scene<'_, '_>, frame: &mut Frame<'_>, area: Rect) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let home = &scene.app.home;
    let Some(list) = &home.list else { return };
    let columns = usize::from(area.width);
    let mut lines = vec![Line::raw("")];
    if list.is_empty() {
        for (i, paragraph) in words::WELCOME.iter().enumerate() {
            let style = if i == 0 { scene.theme.title } else { Default::default() };
            lines.extend(styled(paragraph, columns.min(76), style));
            lines.push(Line::raw(""));
        }
        // Where it is narrow every line counts.
        if lines.len() > usize::from(area.height) + 1 {
            lines.retain(|line| line.width() > 0);
        }
        return frame.render_widget(Lines(lines), area);
    }
    let height = usize::from(area.height).saturating_sub(1) / rows(home);
    let top = scroll(home.selected, list.len(), height);
    lines = vec![Line::styled(range(top, list.len(), height), scene.theme.muted).right_aligned()];
    for (i, listing) in list.iter().enumerate().skip(top).take(height.max(1)) {
        let selected = i == home.selected;
        let style = if selected { scene.theme.selected } else { scene.theme.title };
        let mark = if selected { '>' } else { ' ' };
        let changed = listing.day().map(|date| date.to_string()).unwrap_or_default();
        let name = match &listing.assessment {
            Ok(assessment) => home.name(listing, assessment),
            Err(_) => listing.path.display().to_string(),
        };
        let room = columns.saturating_sub(changed.len() + 3);
        lines.push(Line::styled(format!("{mark} {} {changed}", fit(&name, room)), style));
        let (detail, style) = match &listing.assessment {
            Ok(assessment) => (summary(scene.app.catalogue, assessment).join(" · "), Style::new()),
            Err(problem) => (problem.clone(), scene.theme.bad),
        };
        let closer = home.closer.get(i).and_then(Option::as_ref);
        // What does not fit goes on in the row that is free otherwise.
        let mut details = in_rows(&detail, columns.saturating_sub(2), 2, style);
        let left = rows(home).saturating_sub(1 + details.len());
        details.extend(
            closer
                .into_iter()
                .flat_map(|text| in_rows(text, columns.saturating_sub(2), left, scene.theme.open)),
        );
        lines.extend(details.into_iter().map(|detail| Line::from(vec![Span::raw("  "), detail])));
        while (lines.len() - 1) % rows(home) != 0 {
            lines.push(Line::raw(""));
        }
    }
    frame.render_widget(Lines(lines), area);
}

/// A text in so many rows at most; what is left over is cut in the last one.
fn in_rows(text: &str, columns: usize, rows: usize, style: Style) -> Vec<Span<'static>> {
    let mut lines = wrap(text, columns);
    if lines.len() > rows {
        let rest = lines.split_off(rows.saturating_sub(1)).join(" ");
        lines.extend((rows > 0).then(|| cut(&rest, columns)));
    }
    lines.into_iter().map(|line| Span::styled(line, style)).collect()
}

/// What a click does: it selects an assessment, or opens the one that is selected.
pub(super) fn clicked(scene: &Scene<'_, '_>, at: Position) -> Option<Message> {
    let home = &scene.app.home;
    let list = home.list.as_ref()?;
    let shown = usize::from(scene.size.height.saturating_sub(3)) / rows(home);
    let row = usize::from(at.y).checked_sub(2)? / rows(home);
    let clicked = scroll(home.selected, list.len(), shown) + row;
    let is_listing = row < shown && clicked < list.len();
    is_listing.then_some(match clicked == home.selected {
        true => Message::Command(Command::Enter),
        false => Message::Select(clicked),
    })
}
