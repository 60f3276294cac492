//! What all screens share: the top line, the foot, dialogs over them, and where a click falls.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

use crate::app::dialogs::{Choosing, Dialog, Lines, Reading, Writing};
use crate::app::keys::Command;
use crate::app::message::SaveProblem;
use crate::app::{App, Notice, SMALLEST, Saved, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::bars;
use crate::tui::widgets::text::{cut, wrap};

/// From so many rows on the workshop keeps one free for notices, so that nothing moves.
const ROOMY: u16 = 20;

/// Draws everything.
pub fn draw(app: &App<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.is_empty() {
        return;
    }
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(frame, area);
    }
    let [top, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let (left, right) = title(app);
    bars::top(frame, top, &app.theme, &left, right);
    match app.screen {
        Screen::Home => super::home::draw(app, frame, body),
        Screen::Interview => super::interview::draw(app, frame, body),
        Screen::Results => super::results::draw(app, frame, body),
        Screen::Target => super::target::draw(app, frame, body),
        Screen::Plan => super::plan::draw(app, frame, body),
        Screen::Workshop => super::workshop::draw(app, frame, above_notice(app, body)),
        Screen::Comparison => super::comparison::draw(app, frame, body),
    }
    match &app.dialog {
        Some(Dialog::Writing(writing)) => writing_keys(frame, foot, &app.theme, writing.lines),
        _ => bars::footer(frame, foot, &app.theme, app.context()),
    }
    match &app.dialog {
        Some(Dialog::Reading(reading)) => draw_reading(frame, body, &app.theme, reading),
        Some(Dialog::Writing(writing)) => draw_writing(frame, body, &app.theme, writing),
        Some(Dialog::Choosing(choosing)) => draw_choosing(frame, body, &app.theme, choosing),
        None => {}
    }
    // In a workshop the keys stay in sight: a room waits while somebody looks for one.
    let notice_area = if app.screen == Screen::Workshop { top.union(body) } else { area };
    match &app.notice {
        Some(Notice::Info(text)) => bars::notice(frame, notice_area, text, app.theme.good),
        Some(Notice::Problem(text)) => bars::notice(frame, notice_area, text, app.theme.bad),
        None => {}
    }
}

/// What is left of the workshop's screen above a notice: a row is kept free where there is room.
fn above_notice(app: &App<'_>, body: Rect) -> Rect {
    let text = match &app.notice {
        Some(Notice::Info(text) | Notice::Problem(text)) => Some(text),
        None => None,
    };
    let rows = text.map_or(0, |text| bars::notice_rows(body, text)).max(u16::from(body.height >= ROOMY));
    Rect { height: body.height.saturating_sub(rows), ..body }
}

fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let text = format!(
        "This terminal is {} by {}. Please make it at least {} by {}; nothing is lost meanwhile.",
        area.width, area.height, SMALLEST.0, SMALLEST.1
    );
    let lines: Vec<Line<'_>> = wrap(&text, usize::from(area.width)).into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// What the top line says.
fn title<'t>(app: &App<'_>) -> (String, Span<'t>) {
    if app.screen == Screen::Comparison {
        return ("ospo-assess: what changed".to_owned(), Span::raw(""));
    }
    let Some(open) = app.open.as_ref().filter(|_| app.screen != Screen::Home) else {
        return ("ospo-assess: your assessments".to_owned(), Span::raw(""));
    };
    let organization = &open.session.assessment().organization;
    let what = match app.screen {
        Screen::Interview => {
            open.session.position().map_or("Interview", |position| &position.questionnaire.text.title)
        }
        Screen::Results => "Results",
        Screen::Target => "Target",
        Screen::Plan => "Plan",
        Screen::Workshop => "Workshop",
        Screen::Home | Screen::Comparison => "",
    };
    let (text, style) = match &open.saved {
        Saved::Yes => ("saved", app.theme.good),
        Saved::Pending => ("saving ", app.theme.open),
        Saved::Failed(SaveProblem::ChangedOnDisk) => ("NOT SAVED: file changed", app.theme.bad),
        Saved::Failed(SaveProblem::Failed(_)) => ("NOT SAVED YET", app.theme.bad),
        Saved::ReadOnly(_) => ("read only", app.theme.open),
    };
    (format!("{organization}: {what}"), Span::styled(text, style))
}

fn writing_keys(frame: &mut Frame<'_>, area: Rect, theme: &Theme, lines: Lines) {
    let keys: &[(&str, &str)] = match lines {
        Lines::One => &[("Enter", "done"), ("Esc", "leave it as it was"), ("Ctrl+U", "clear")],
        Lines::Many => &[("Esc", "done: keeps it"), ("Enter", "new line"), ("Ctrl+O", "your own editor")],
    };
    let spans = keys
        .iter()
        .flat_map(|(key, label)| [Span::styled(*key, theme.key), Span::raw(format!(" {label}  "))]);
    frame.render_widget(Line::from_iter(std::iter::once(Span::raw(" ")).chain(spans)), area);
}

/// Where a box in the middle of the screen stands that has so many lines inside.
fn dialog_area(body: Rect, lines: usize) -> Rect {
    let width = body.width.saturating_sub(4).min(96);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(body.height);
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height }
}

/// Draws a box in the middle of the screen, and returns what is inside; `foot` stands on its
/// frame: which lines are shown where not all of them fit, or how it ends.
fn dialog_box(
    frame: &mut Frame<'_>,
    body: Rect,
    theme: &Theme,
    title: &str,
    lines: usize,
    foot: &str,
) -> Rect {
    let area = dialog_area(body, lines);
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

/// The columns inside a dialog box.
fn dialog_columns(body: Rect) -> usize {
    usize::from(body.width.saturating_sub(4).min(96).saturating_sub(4))
}

/// Which of so many lines are shown, from `top` on, where `room` do not hold them all.
pub(crate) fn range(top: usize, lines: usize, room: usize) -> String {
    if lines <= room {
        return String::new();
    }
    let last = (top + room).min(lines);
    let sign = match (top > 0, last < lines) {
        (true, true) => "↑↓ ",
        (true, false) => "↑ ",
        _ => "↓ ",
    };
    format!(" {sign}{}-{last} of {lines} ", top + 1)
}

/// The lines of a text to read, and how many of them fit.
fn reading_lines(body: Rect, reading: &Reading) -> (Vec<String>, usize) {
    let columns = dialog_columns(body);
    let lines: Vec<String> = reading.lines.iter().flat_map(|line| hang(line, columns)).collect();
    let room = usize::from(dialog_area(body, lines.len()).height).saturating_sub(2);
    (lines, room)
}

/// Scrolls a text to read; `false` for a command that does something else.
pub(crate) fn scroll_reading(body: Rect, reading: &mut Reading, command: Command) -> bool {
    let (lines, room) = reading_lines(body, reading);
    let (last, page) = (lines.len().saturating_sub(room), room.saturating_sub(1).max(1));
    let top = reading.top.min(last);
    reading.top = match command {
        Command::Up => top.saturating_sub(1),
        Command::Down => (top + 1).min(last),
        Command::PageUp => top.saturating_sub(page),
        Command::PageDown => (top + page).min(last),
        _ => return false,
    };
    true
}

fn draw_reading(frame: &mut Frame<'_>, body: Rect, theme: &Theme, reading: &Reading) {
    let (lines, room) = reading_lines(body, reading);
    let top = reading.top.min(lines.len().saturating_sub(room));
    let range = range(top, lines.len(), room);
    let inner = dialog_box(frame, body, theme, &reading.title, lines.len(), &range);
    let shown: Vec<Line<'_>> = lines.into_iter().skip(top).map(Line::from).collect();
    frame.render_widget(Paragraph::new(shown), inner);
}

/// A line of a two-column text wrapped so that its second column hangs.
pub(crate) fn hang(line: &str, columns: usize) -> Vec<String> {
    let indent = line.find("  ").map_or(0, |gap| gap + line[gap..].len() - line[gap..].trim_start().len());
    let indent = " ".repeat(indent.min(columns / 2));
    let options = textwrap::Options::new(columns.max(8)).subsequent_indent(&indent);
    let wrapped: Vec<String> =
        textwrap::wrap(line, options).into_iter().map(|line| line.into_owned()).collect();
    if wrapped.is_empty() { vec![String::new()] } else { wrapped }
}

fn draw_writing(frame: &mut Frame<'_>, body: Rect, theme: &Theme, writing: &Writing) {
    let columns = dialog_columns(body);
    let hint = wrap(&writing.hint, columns);
    let room = match writing.lines {
        Lines::One => 2,
        Lines::Many => usize::from(body.height).saturating_sub(hint.len() + 5).min(14),
    };
    let ends = match writing.lines {
        Lines::One => " Enter: done · Esc: leave it as it was ",
        Lines::Many => " Esc: done, keeps it ",
    };
    let problem = writing.problem.as_deref().map_or_else(Vec::new, |problem| wrap(problem, columns));
    let below = problem.len().max(1);
    let inner = dialog_box(frame, body, theme, &writing.title, hint.len() + room + 1 + below, ends);
    let [hint_area, text_area, problem_area] = Layout::vertical([
        Constraint::Length(u16::try_from(hint.len() + 1).unwrap_or(2)),
        Constraint::Fill(1),
        Constraint::Length(u16::try_from(below).unwrap_or(1)),
    ])
    .areas(inner);
    let hint: Vec<Line<'_>> = hint.into_iter().map(|line| Line::styled(line, theme.muted)).collect();
    frame.render_widget(Paragraph::new(hint), hint_area);
    frame.render_widget(&writing.area, text_area);
    let cursor = writing.area.screen_cursor();
    let (column, row) = (u16::try_from(cursor.col).unwrap_or(0), u16::try_from(cursor.row).unwrap_or(0));
    let (top, left) = writing.area.scroll_offset();
    let (x, y) = (column.saturating_sub(left), row.saturating_sub(top));
    if x < text_area.width && y < text_area.height {
        // The terminal's own cursor, so that input methods open their window beside it.
        frame.set_cursor_position(Position { x: text_area.x + x, y: text_area.y + y });
    }
    let problem: Vec<Line<'_>> = problem.into_iter().map(|line| Line::styled(line, theme.bad)).collect();
    frame.render_widget(Paragraph::new(problem), problem_area);
}

fn draw_choosing(frame: &mut Frame<'_>, body: Rect, theme: &Theme, choosing: &Choosing) {
    let columns = dialog_columns(body);
    let hint = wrap(&choosing.hint, columns);
    let (lines, items) = (hint.len() + 1 + choosing.items.len(), choosing.items.len());
    let room = usize::from(dialog_area(body, lines).height).saturating_sub(3 + hint.len());
    let top = scroll(choosing.selected, items, room);
    let inner = dialog_box(frame, body, theme, &choosing.title, lines, &range(top, items, room));
    let [hint_area, list] = Layout::vertical([
        Constraint::Length(u16::try_from(hint.len() + 1).unwrap_or(2)),
        Constraint::Fill(1),
    ])
    .areas(inner);
    let hint: Vec<Line<'_>> = hint.into_iter().map(|line| Line::styled(line, theme.muted)).collect();
    frame.render_widget(Paragraph::new(hint), hint_area);
    let items = choosing.items.iter().enumerate().skip(top).map(|(i, item)| {
        let tick = match item.ticked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let numbered = i < 9 && (!choosing.asks_by_itself() || choosing.has_ticks());
        let number = if numbered { format!("{}", i + 1) } else { " ".to_owned() };
        let mark = if i == choosing.selected { '>' } else { ' ' };
        let text = cut(&format!("{mark} {number} {tick}{}", item.text), columns);
        let style = if i == choosing.selected { theme.selected } else { Default::default() };
        Line::styled(text, style)
    });
    frame.render_widget(Paragraph::new(items.collect::<Vec<_>>()), list);
}

/// The line (from 0) of a list over the screen on which a click falls.
pub(crate) fn line_at(size: Size, choosing: &Choosing, at: Position) -> Option<usize> {
    let body = Rect { x: 0, y: 1, width: size.width, height: size.height.checked_sub(2)? };
    let hint = wrap(&choosing.hint, dialog_columns(body)).len() + 1;
    let area = dialog_area(body, hint + choosing.items.len());
    let first = area.y + 1 + u16::try_from(hint).ok()?;
    let height = (area.y + area.height).checked_sub(first + 1)?;
    let row = at.y.checked_sub(first).filter(|row| *row < height && area.contains(at))?;
    let line = usize::from(row) + scroll(choosing.selected, choosing.items.len(), usize::from(height));
    (line < choosing.items.len()).then_some(line)
}

/// The first line to show so that the selected one is seen, with one line around it where possible.
pub(crate) fn scroll(selected: usize, lines: usize, height: usize) -> usize {
    (selected + 2).saturating_sub(height).min(lines.saturating_sub(height))
}
