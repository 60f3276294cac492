//! The plan: the actions by quarter, one of them in detail, and what can be changed about them.
//!
//! ```text
//! ┌───────────────────────────────┬──────────────┐   ┌───────────────────────────────┐
//! │ how much, which way, to where │ the selected │   │ how much, which way, to where │
//! │ Quarter 1 …                   │ action       │   │ Quarter 1 …                   │
//! │ > [ ] action                M │ in detail    │   │ > [ ] action                M │
//! │   [ ] action                S │              │   │ ───────────────────────────── │
//! │ Quarter 2 …                   │              │   │ the selected action in short  │
//! └───────────────────────────────┴──────────────┘   └───────────────────────────────┘
//! ```

mod list;

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders};

use crate::app::keys::Command;
use crate::app::{Cursor, Open, Pick};
use crate::plan::{Plan, Planned};
use crate::report::action as detail;
use crate::tui::laid_out::Sheet;
use crate::tui::scene::Scene;
use crate::tui::widgets::column::{Column, MARGIN};
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::text::{cut, hang, wrap};
use crate::words::plan_screen as words;

/// From this width on the detail stands beside the list.
const WIDE_ENOUGH_FOR_DETAIL: u16 = 110;
/// From this height on the head stays where it is while the list scrolls.
const HIGH_ENOUGH_FOR_HEAD: u16 = 20;
/// Lines of the detail below the list.
const SHORT_DETAIL: u16 = 5;

struct Parts {
    head: Rect,
    list: Rect,
    detail: Rect,
}

fn parts_with(area: Rect, head: &Column<'_>) -> Parts {
    let head = u16::try_from(head.height()).unwrap_or(u16::MAX).min(area.height / 3);
    let area = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), ..area };
    if area.height < HIGH_ENOUGH_FOR_HEAD {
        let none = Rect { height: 0, ..area };
        return Parts { head: none, list: area, detail: none };
    }
    let [head, rest] = Layout::vertical([Constraint::Length(head), Constraint::Fill(1)]).areas(area);
    let [list, detail] = if area.width >= WIDE_ENOUGH_FOR_DETAIL {
        Layout::horizontal([Constraint::Percentage(55), Constraint::Fill(1)]).areas(rest)
    } else {
        Layout::vertical([Constraint::Fill(1), Constraint::Length(SHORT_DETAIL)]).areas(rest)
    };
    Parts { head, list, detail }
}

/// The screen laid out: its parts, the head where it stands apart, and the list.
fn page(scene: &Scene<'_, '_>, open: &Open<'_>, plan: &Plan<'_>, area: Rect) -> (Parts, Rc<Sheet>) {
    let page = scene.laid_out.page(area, || {
        let progress = open.session.progress();
        let (scores, to_confirm) = (progress.scores.as_slice(), progress.counts.to_confirm);
        let columns = usize::from(area.width.saturating_sub(1 + MARGIN));
        let lay_head = |column: &mut Column<'static>| {
            list::head(column, plan, (scores, to_confirm), scene.theme, columns);
        };
        let (mut head, mut body) = (Column::new(), Column::new());
        lay_head(&mut head);
        let parts = parts_with(area, &head);
        if parts.head.height == 0 {
            lay_head(&mut body);
        }
        let columns = usize::from(parts.list.width.saturating_sub(MARGIN));
        list::actions(&mut body, &open.plan, plan, scene.theme, columns);
        Sheet { head, body }
    });
    (parts_with(area, &page.head), page)
}

pub(super) fn moved(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Option<Cursor> {
    let (parts, page) = page(scene, open, open.plan.plan.as_ref()?, scene.body());
    Some(page.body.moved(&open.plan.cursor, command, usize::from(parts.list.height)))
}

pub(super) fn clicked(scene: &Scene<'_, '_>, open: &Open<'_>, at: Position) -> Option<Cursor> {
    let (parts, page) = page(scene, open, open.plan.plan.as_ref()?, scene.body());
    page.body.clicked(&open.plan.cursor, parts.list, at)
}

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(plan) = &open.plan.plan else { return };
    let (parts, page) = page(scene, open, plan, area);
    page.head.draw(frame, parts.head, scene.theme, &Cursor::default());
    let selected = page.body.selected(&open.plan.cursor).cloned();
    page.body.draw(frame, parts.list, scene.theme, &open.plan.cursor);
    if let Some(Pick::Question(question)) = selected
        && let Some(shown) = open.plan.find(&question)
    {
        draw_detail(scene, open, plan, shown, frame, parts.detail);
    }
}

fn draw_detail(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    plan: &Plan<'_>,
    shown: &Planned<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let beside = area.width < WIDE_ENOUGH_FOR_DETAIL && area.height > SHORT_DETAIL;
    let side = if beside { Borders::LEFT } else { Borders::TOP };
    let block = Block::new().borders(side).border_style(scene.theme.muted);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(3), ..inner };
    let columns = usize::from(inner.width);
    let texts = detail::lines(scene.app.catalogue, open.session.assessment(), plan, shown);
    let texts = texts.iter().map(|text| (hang(text, columns), Style::new()));
    let title = (wrap(&shown.action.text.title, columns), scene.theme.title);
    // Each line with whether its text goes on in the next one.
    let lines = std::iter::once(title).chain(texts).flat_map(|(text, style)| {
        let last = text.len().saturating_sub(1);
        text.into_iter().enumerate().map(move |(i, line)| (line, style, i < last))
    });
    let mut lines: Vec<(String, Style, bool)> = lines.collect();
    let height = usize::from(inner.height);
    if lines.len() > height && height > 0 {
        lines.truncate(height - 1);
        if let Some((line, _, true)) = lines.last_mut() {
            *line = cut(&format!("{line} …"), columns);
        }
        lines.push((words::MORE.to_owned(), scene.theme.muted, false));
    }
    let lines: Vec<Line<'_>> = lines.into_iter().map(|(line, style, _)| Line::styled(line, style)).collect();
    frame.render_widget(Lines(lines), inner);
}
