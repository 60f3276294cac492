//! The dialogs over a screen.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use crate::app::dialogs::{Body, Cause, ChoiceList, Dialog, ListItem, TextField, TextPage};
use crate::app::keys::Command;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll::{range, scroll, scrolled_top};
use crate::tui::widgets::text::{cut, hang, styled, width, wrap};
use crate::words::frame as words;

/// The columns that a dialog has in any case beside a QR code.
const LEAST_BESIDE: u16 = 30;

/// The columns before the text of a line of a list: its mark and number, and its tick.
const MARK: usize = 4;
const TICK: usize = 4;

/// Where a box in the middle of the screen stands that has so many lines inside.
fn dialog_area(body: Rect, lines: usize) -> Rect {
    let width = body.width.saturating_sub(4).min(96);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(body.height);
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height }
}

/// Draws a box over the screen, and returns what is inside; `foot` stands on its
/// frame: which lines are shown where not all of them fit, or how it ends.
fn dialog_box(frame: &mut Frame<'_>, area: Rect, theme: &Theme, title: &str, foot: &str) -> Rect {
    let block = Block::bordered()
        .title(Span::styled(
            format!(" {} ", cut(title, usize::from(area.width).saturating_sub(6))),
            theme.title,
        ))
        .title_bottom(Line::styled(foot.to_owned(), theme.muted).right_aligned());
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

fn dialog_columns(body: Rect) -> usize {
    usize::from(body.width.saturating_sub(4).min(96).saturating_sub(4))
}

/// The lines of a text to read, and how many of them fit.
fn page_lines(body: Rect, page: &TextPage) -> (Vec<String>, usize) {
    let columns = dialog_columns(body);
    let lines: Vec<String> = page.lines.iter().flat_map(|line| hang(line, columns)).collect();
    let room = usize::from(dialog_area(body, lines.len()).height).saturating_sub(2);
    (lines, room)
}

/// The first line of a text to read after a command to scroll it.
pub(super) fn scrolled(body: Rect, page: &TextPage, command: Command) -> usize {
    let (lines, room) = page_lines(body, page);
    scrolled_top(page.top, lines.len(), room, command)
}

pub(super) fn draw(scene: &Scene<'_, '_>, dialog: &Dialog, frame: &mut Frame<'_>, body: Rect) {
    match &dialog.body {
        Body::Page(page) => draw_page(frame, body, scene.theme, &dialog.title, page),
        Body::Field(field) => draw_field(frame, body, scene, dialog, field),
        Body::List(list) => draw_list(frame, body, scene.theme, dialog, list),
    }
}

fn draw_page(frame: &mut Frame<'_>, body: Rect, theme: &Theme, title: &str, page: &TextPage) {
    let (lines, room) = page_lines(body, page);
    let top = page.top.min(lines.len().saturating_sub(room));
    let range = range(top, lines.len(), room);
    let inner = dialog_box(frame, dialog_area(body, lines.len()), theme, title, &range);
    let shown: Vec<Line<'_>> = lines.into_iter().skip(top).map(Line::from).collect();
    frame.render_widget(Lines(shown), inner);
}

/// A text of several lines is written at the foot of the screen: what it is about stays in sight.
fn draw_field(frame: &mut Frame<'_>, body: Rect, scene: &Scene<'_, '_>, dialog: &Dialog, field: &TextField) {
    let (columns, theme) = (dialog_columns(body), scene.theme);
    let mut hint = styled(&words::hint(&dialog.hint, field.nothing), columns, theme.muted);
    let problem = field.problem.iter().flat_map(|problem| styled(problem, columns, theme.bad));
    let problem: Vec<Line<'_>> = problem.collect();
    let (room, below, ends) = if field.is_note {
        ((usize::from(body.height) / 6).max(3), problem.len(), words::NOTE_ENDS)
    } else {
        hint.push(Line::raw(""));
        (2, problem.len().max(1), words::LINE_ENDS)
    };
    let mut area = dialog_area(body, hint.len() + room + below);
    if field.is_note {
        area = Rect { x: body.x, y: body.bottom() - area.height, width: body.width, ..area };
    }
    let inner = dialog_box(frame, area, theme, &dialog.title, ends);
    let rows = |lines: usize| Constraint::Length(u16::try_from(lines).unwrap_or(u16::MAX));
    let [hint_area, text_area, problem_area] =
        Layout::vertical([rows(hint.len()), Constraint::Fill(1), rows(below)]).areas(inner);
    frame.render_widget(Lines(hint), hint_area);
    draw_text(frame, scene, text_area);
    frame.render_widget(Lines(problem), problem_area);
}

/// The text that is written, and the terminal's own cursor in it, so that input methods open their window
/// beside it.
fn draw_text(frame: &mut Frame<'_>, scene: &Scene<'_, '_>, area: Rect) {
    let Some(textbox) = scene.textbox else { return };
    frame.render_widget(&textbox.area, area);
    let cursor = textbox.area.screen_cursor();
    let (column, row) = (u16::try_from(cursor.col).unwrap_or(0), u16::try_from(cursor.row).unwrap_or(0));
    let (top, left) = textbox.area.scroll_offset();
    let (x, y) = (column.saturating_sub(left), row.saturating_sub(top));
    if x < area.width && y < area.height {
        frame.set_cursor_position(Position { x: area.x + x, y: area.y + y });
    }
}

/// The hint over a list; how to choose is said where digits do not.
fn list_hint(dialog: &Dialog, list: &ChoiceList) -> String {
    match dialog.cause {
        Cause::Itself | Cause::FailedSave if !list.has_ticks() => {
            format!("{} {}", dialog.hint, words::CHOOSE)
        }
        _ => dialog.hint.clone(),
    }
}

/// What is told below a list about a line when it is selected: more about it, or all of it where it is cut.
fn detail(item: &ListItem, columns: usize) -> String {
    let before = if item.ticked.is_some() { MARK + TICK } else { MARK };
    match item.detail.is_empty() && before + width(&item.marked()) > columns {
        true => item.marked(),
        false => item.detail.clone(),
    }
}

/// The lines below a list that tell more about the selected one: as many as the longest takes.
fn detail_lines(list: &ChoiceList, columns: usize) -> usize {
    let details = list.items.iter().map(|item| detail(item, columns)).filter(|detail| !detail.is_empty());
    details.map(|detail| wrap(&detail, columns).len() + 1).max().unwrap_or(0)
}

/// What is left of the body beside the QR code of a dialog, and where that stands; `None` where there is none,
/// or no room for it.
fn beside_qr(body: Rect, dialog: &Dialog) -> Option<(Rect, Rect)> {
    let width = u16::try_from(dialog.qr.len()).ok().filter(|width| *width > 0)?;
    let height = width.div_ceil(2);
    let left = body.width.checked_sub(width + 1).filter(|left| *left >= LEAST_BESIDE)?;
    let qr = Rect { x: body.right() - width, width, height, ..body };
    (height <= body.height).then_some((Rect { width: left, ..body }, qr))
}

/// A QR code, two of its rows in each line: its light modules are characters.
fn draw_qr(frame: &mut Frame<'_>, area: Rect, theme: &Theme, qr: &[Vec<bool>]) {
    let lines = qr.chunks(2).map(|rows| {
        let is_dark = |row: usize, column: usize| {
            rows.get(row).is_some_and(|row| row.get(column).copied().unwrap_or(false))
        };
        let blocks = (0..qr.len()).map(|column| match (is_dark(0, column), is_dark(1, column)) {
            (false, false) => '\u{2588}',
            (false, true) => '\u{2580}',
            (true, false) => '\u{2584}',
            (true, true) => ' ',
        });
        Line::styled(blocks.collect::<String>(), theme.qr)
    });
    frame.render_widget(Lines(lines), area);
}

fn draw_list(frame: &mut Frame<'_>, body: Rect, theme: &Theme, dialog: &Dialog, list: &ChoiceList) {
    let body = match beside_qr(body, dialog) {
        Some((left, qr)) => {
            frame.render_widget(Clear, body);
            draw_qr(frame, qr, theme, &dialog.qr);
            left
        }
        None => body,
    };
    let columns = dialog_columns(body);
    let hint = styled(&list_hint(dialog, list), columns, theme.muted);
    let below = detail_lines(list, columns);
    let (lines, items) = (hint.len() + 1 + list.items.len() + below, list.items.len());
    let area = dialog_area(body, lines);
    let room = usize::from(area.height).saturating_sub(3 + hint.len() + below);
    let top = scroll(list.selected, items, room);
    let inner = dialog_box(frame, area, theme, &dialog.title, &range(top, items, room));
    let rows = |lines: usize| Constraint::Length(u16::try_from(lines).unwrap_or(u16::MAX));
    let [hint_area, lines_area, detail_area] =
        Layout::vertical([rows(hint.len() + 1), Constraint::Fill(1), rows(below)]).areas(inner);
    frame.render_widget(Lines(hint), hint_area);
    if let Some(item) = list.items.get(list.selected) {
        let lines =
            std::iter::once(Line::raw("")).chain(styled(&detail(item, columns), columns, theme.muted));
        frame.render_widget(Lines(lines), detail_area);
    }
    let items = list.items.iter().enumerate().skip(top).map(|(i, item)| {
        let tick = match item.ticked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let numbered = i < 9 && (dialog.cause == Cause::Wanted || list.has_ticks());
        let number = if numbered { format!("{}", i + 1) } else { " ".to_owned() };
        let mark = if i == list.selected { '>' } else { ' ' };
        let text = cut(&format!("{mark} {number} {tick}{}", item.marked()), columns);
        let style = if i == list.selected { theme.selected } else { Default::default() };
        Line::styled(text, style)
    });
    frame.render_widget(Lines(items), lines_area);
}

/// The line (from 0) of a list over the screen on which a click falls.
pub(super) fn line_at(size: Size, dialog: &Dialog, list: &ChoiceList, at: Position) -> Option<usize> {
    let body = Rect { x: 0, y: 1, width: size.width, height: size.height.checked_sub(2)? };
    let body = beside_qr(body, dialog).map_or(body, |(left, _)| left);
    let columns = dialog_columns(body);
    let hint = wrap(&list_hint(dialog, list), columns).len() + 1;
    let detail = detail_lines(list, columns);
    let area = dialog_area(body, hint + list.items.len() + detail);
    let first = area.y + 1 + u16::try_from(hint).ok()?;
    let height = (area.y + area.height).checked_sub(first + 1 + u16::try_from(detail).ok()?)?;
    let row = at.y.checked_sub(first).filter(|row| *row < height && area.contains(at))?;
    let line = usize::from(row) + scroll(list.selected, list.items.len(), usize::from(height));
    (line < list.items.len()).then_some(line)
}
