//! "Your level is settled": what that means, and whether to see the results or to go on. Digits do
//! nothing here: whoever answers fast would choose a way without having seen it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::question::MORE;
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Open, Screen};
use crate::interview::{Milestone, NextStep};
use crate::tui::widgets::text::wrap;
use crate::words::interview::{milestone_text, next_step};

/// What a command does while a milestone stands.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let Some(milestone) = open.interview.milestone else { return Vec::new() };
    let next_steps = open.session.next_steps(milestone);
    let last = next_steps.len() - 1;
    let line = open.interview.highlighted.unwrap_or(0).min(last);
    let chosen = match command {
        Command::Up => {
            open.interview.highlighted = Some(line.saturating_sub(1));
            None
        }
        Command::Down => {
            open.interview.highlighted = Some((line + 1).min(last));
            None
        }
        Command::Enter => next_steps.get(line),
        Command::Note | Command::Evidence => {
            if let Some(question) = open.interview.answered.clone() {
                super::ask_about(app, command, &question);
            }
            return Vec::new();
        }
        Command::PageUp | Command::PageDown => {
            let Some(open) = &app.open else { return Vec::new() };
            let top = paged(app, open, milestone, command);
            if let Some(open) = &mut app.open {
                open.interview.top = Some(top);
            }
            return Vec::new();
        }
        Command::Back | Command::Next => {
            open.interview.arrive(&open.session);
            None
        }
        _ => None,
    };
    match chosen {
        Some(NextStep::Results { .. }) => app.go(Screen::Results),
        Some(NextStep::Plan) => app.go(Screen::Plan),
        Some(NextStep::Rest { questionnaire, .. } | NextStep::Other { questionnaire, .. }) => {
            open.session.go_on_with(questionnaire);
            open.interview.arrive(&open.session);
        }
        None => {}
    }
    Vec::new()
}

/// The milestone in lines, the ways on below them, and how many lines there are for the milestone.
fn lay<'l>(
    app: &App<'_>,
    open: &Open<'_>,
    milestone: Milestone<'_>,
    area: Rect,
) -> (Vec<Line<'l>>, Vec<Line<'l>>, usize) {
    let columns = usize::from(area.width);
    let highlighted = open.interview.highlighted.unwrap_or(0);
    let mut below: Vec<Line<'l>> = Vec::new();
    for (i, step) in open.session.next_steps(milestone).into_iter().enumerate() {
        let text = next_step(open.session.progress(), step);
        let (pointer, style) =
            if i == highlighted { ("> ", app.theme.selected) } else { ("  ", Style::new()) };
        for (j, line) in wrap(&text, columns.saturating_sub(2)).into_iter().enumerate() {
            let start = if j == 0 { pointer } else { "  " };
            below.push(Line::from(vec![Span::raw(start), Span::styled(line, style)]));
        }
    }
    let mut lines: Vec<Line<'l>> = Vec::new();
    for (i, text) in milestone_text(&open.session, milestone).into_iter().enumerate() {
        let style = if i == 0 { app.theme.title } else { Style::new() };
        lines.push(Line::raw(""));
        lines.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, style)));
    }
    let room = usize::from(area.height).saturating_sub(below.len() + 1);
    if lines.len() > room {
        lines.retain(|line| line.width() > 0);
    }
    (lines, below, room)
}

/// The first line of the milestone after a page up or down.
fn paged(app: &App<'_>, open: &Open<'_>, milestone: Milestone<'_>, command: Command) -> usize {
    let (lines, _, room) = lay(app, open, milestone, super::main_area(app.body()));
    let (top, page) = (open.interview.top.unwrap_or(0), room.saturating_sub(1).max(1));
    let top = if command == Command::PageUp { top.saturating_sub(page) } else { top + page };
    top.min(lines.len().saturating_sub(room))
}

/// Draws the milestone, and always all of the ways on.
pub(crate) fn draw(
    app: &App<'_>,
    open: &Open<'_>,
    milestone: Milestone<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let (lines, below, room) = lay(app, open, milestone, area);
    let top = open.interview.top.unwrap_or(0).min(lines.len().saturating_sub(room));
    let goes_on = lines.len() > top + room;
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(top).take(room).collect();
    let more = Line::styled(MORE, app.theme.key).right_aligned();
    shown.push(if goes_on { more } else { Line::raw("") });
    shown.extend(below);
    frame.render_widget(Paragraph::new(shown), area);
}
