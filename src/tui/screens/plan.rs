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

mod changes;
mod list;
mod words;

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

pub(crate) use changes::{set_state, setting, take_over, write, written};

use crate::app::dialogs::{Dialog, Reading};
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Open, PlanFormat, Screen};
use crate::interview::Session;
use crate::plan::{Plan, Settings, plan};
use crate::report::action as detail;
use crate::tui::screens::frame::hang;
use crate::tui::widgets::column::{Column, Cursor, MARGIN};
use crate::tui::widgets::text::{cut, wrap};

/// From this width on the detail stands beside the list.
const WIDE_ENOUGH_FOR_DETAIL: u16 = 110;
/// From this height on the head stays where it is while the list scrolls.
const HIGH_ENOUGH_FOR_HEAD: u16 = 20;
/// Lines of the detail below the list.
const SHORT_DETAIL: u16 = 5;

/// What this screen remembers.
#[derive(Debug)]
pub(crate) struct PlanView<'a> {
    /// The format in which it was written last.
    pub(crate) format: PlanFormat,
    /// The plan as it is now; `None` before the first visit.
    plan: Option<Plan<'a>>,
    /// The selected action, by its question.
    cursor: Cursor<String>,
}

impl Default for PlanView<'_> {
    fn default() -> Self {
        PlanView { format: PlanFormat::Markdown, plan: None, cursor: Cursor::default() }
    }
}

impl<'a> PlanView<'a> {
    /// Makes the plan anew; the selection stays on its action.
    pub(crate) fn arrive(&mut self, session: &Session<'a>, today: Date) {
        let (catalogue, assessment) = (session.catalogue(), session.assessment());
        let plan = plan(catalogue, assessment, &Settings::of(catalogue, assessment, today));
        if self.cursor.selected.is_none() {
            self.cursor.selected = plan.actions.first().map(|planned| planned.question.id.clone());
        }
        self.plan = Some(plan);
    }
}

impl PlanView<'_> {
    /// The action after this one that is to be done, else the one before.
    fn after(&self, question: &str) -> Option<String> {
        let actions = &self.plan.as_ref()?.actions;
        let at = actions.iter().position(|planned| planned.question.id == question)?;
        let next = actions.get(at + 1).or_else(|| actions.get(at.checked_sub(1)?))?;
        Some(next.question.id.clone())
    }

    /// Selects an action.
    fn select(&mut self, question: String) {
        self.cursor.selected = Some(question);
    }
}

/// The parts of the screen.
struct Parts {
    head: Rect,
    list: Rect,
    detail: Rect,
}

fn parts(area: Rect, head: u16) -> Parts {
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
fn lay<'l>(
    app: &App<'_>,
    open: &Open<'_>,
    plan: &Plan<'_>,
    area: Rect,
) -> (Parts, Column<'l, ()>, Column<'l, String>) {
    let (assessment, theme) = (open.session.assessment(), &app.theme);
    let progress = open.session.progress();
    let (scores, to_confirm) = (progress.scores.as_slice(), progress.counts.to_confirm);
    let columns = usize::from(area.width.saturating_sub(1 + MARGIN));
    let mut head = Column::new();
    list::head(&mut head, plan, (scores, to_confirm), theme, columns);
    let parts = parts(area, u16::try_from(head.height()).unwrap_or(u16::MAX).min(area.height / 3));
    let mut column = Column::new();
    if parts.head.height == 0 {
        list::head(&mut column, plan, (scores, to_confirm), theme, columns);
    }
    let columns = usize::from(parts.list.width.saturating_sub(MARGIN));
    list::actions(&mut column, assessment, plan, scores, theme, columns);
    (parts, head, column)
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    match command {
        Command::Back => app.go(Screen::Interview),
        Command::Settings => changes::ask_settings(app),
        Command::Up | Command::Down | Command::PageUp | Command::PageDown => moved(app, command),
        _ => on_action(app, command),
    }
    Vec::new()
}

fn moved(app: &mut App<'_>, command: Command) {
    let area = app.body();
    let Some(open) = &app.open else { return };
    let Some(plan) = &open.plan.plan else { return };
    let (parts, _, column) = lay(app, open, plan, area);
    let mut cursor = open.plan.cursor.clone();
    column.moved(&mut cursor, command, usize::from(parts.list.height));
    if let Some(open) = &mut app.open {
        open.plan.cursor = cursor;
    }
}

/// Selects what is clicked.
pub(crate) fn click(app: &mut App<'_>, at: Position) {
    let Some(open) = &app.open else { return };
    let Some(plan) = &open.plan.plan else { return };
    let (Parts { list, .. }, _, column) = lay(app, open, plan, app.body());
    if !list.contains(at) {
        return;
    }
    let mut cursor = open.plan.cursor.clone();
    column.click(&mut cursor, usize::from(at.y - list.y), usize::from(list.height));
    if let Some(open) = &mut app.open {
        open.plan.cursor = cursor;
    }
}

/// What a command does to the selected action.
fn on_action(app: &mut App<'_>, command: Command) {
    let Some((question, title)) = selected(app) else { return };
    match command {
        Command::State => changes::ask_state(app, &question, &title),
        Command::Owner => changes::ask_owner(app, &question, &title),
        Command::Due => changes::ask_due(app, &question, &title),
        Command::Note | Command::Evidence => super::interview::ask_about(app, command, &question),
        Command::Enter => read(app, &question, title),
        _ => {}
    }
}

/// Goes to the question of the selected action.
pub(crate) fn to_question(app: &mut App<'_>) {
    if let (Some((question, _)), Some(open)) = (selected(app), &mut app.open) {
        open.session.go_to(&question);
    }
    app.go(Screen::Interview);
}

/// The question of the selected action, and its title.
fn selected(app: &App<'_>) -> Option<(String, String)> {
    let open = app.open.as_ref()?;
    let plan = open.plan.plan.as_ref()?;
    let (_, _, column) = lay(app, open, plan, app.body());
    let question = column.selected(&open.plan.cursor)?;
    Some((question.clone(), detail::find(plan, question)?.action.text.title.clone()))
}

/// Shows all of an action.
fn read(app: &mut App<'_>, question: &str, title: String) {
    let Some(open) = &app.open else { return };
    let Some(plan) = &open.plan.plan else { return };
    let Some(shown) = detail::find(plan, question) else { return };
    let lines = detail::lines(app.catalogue, open.session.assessment(), plan, &shown);
    app.dialog = Some(Dialog::Reading(Reading { title, lines, ..Reading::default() }));
}

/// Draws the plan.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let Some(plan) = &open.plan.plan else { return };
    let (parts, head, column) = lay(app, open, plan, area);
    head.draw(frame, parts.head, &app.theme, &Cursor::default());
    let selected = column.selected(&open.plan.cursor).cloned();
    column.draw(frame, parts.list, &app.theme, &open.plan.cursor);
    if let Some(shown) = selected.and_then(|question| detail::find(plan, &question)) {
        draw_detail(app, open, plan, &shown, frame, parts.detail);
    }
}

fn draw_detail(
    app: &App<'_>,
    open: &Open<'_>,
    plan: &Plan<'_>,
    shown: &detail::Shown<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let beside = area.width < WIDE_ENOUGH_FOR_DETAIL && area.height > SHORT_DETAIL;
    let side = if beside { Borders::LEFT } else { Borders::TOP };
    let block = Block::new().borders(side).border_style(app.theme.muted);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(3), ..inner };
    let columns = usize::from(inner.width);
    let texts = detail::lines(app.catalogue, open.session.assessment(), plan, shown);
    let texts = texts.iter().map(|text| (hang(text, columns), Style::new()));
    let title = (wrap(&shown.action.text.title, columns), app.theme.title);
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
        lines.push((words::MORE.to_owned(), app.theme.muted, false));
    }
    let lines: Vec<Line<'_>> = lines.into_iter().map(|(line, style, _)| Line::styled(line, style)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}
