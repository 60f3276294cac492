//! A milestone: what the answers say so far, and whether to see the results or to go on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::Open;
use crate::app::keys::Command;
use crate::interview::Milestone;
use crate::report::{self, tree::Block};
use crate::tui::scene::Scene;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::wrap;
use crate::words::interview::next_step;
use crate::words::interview_screen::MORE;

/// The milestone in lines, the ways on below them, and how many lines there are for the milestone.
fn lay<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    area: Rect,
) -> (Vec<Line<'l>>, Vec<Line<'l>>, usize) {
    let columns = usize::from(area.width);
    let highlighted = open.interview.highlighted.unwrap_or(0);
    let mut below: Vec<Line<'l>> = Vec::new();
    for (i, step) in open.session.next_steps(milestone).into_iter().enumerate() {
        let text = next_step(open.session.progress(), step);
        let (pointer, style) =
            if i == highlighted { ("> ", scene.theme.selected) } else { ("  ", Style::new()) };
        for (j, line) in wrap(&text, columns.saturating_sub(2)).into_iter().enumerate() {
            let start = if j == 0 { pointer } else { "  " };
            below.push(Line::from(vec![Span::raw(start), Span::styled(line, style)]));
        }
    }
    let lines = told(scene, open, milestone, columns);
    let room = usize::from(area.height).saturating_sub(below.len() + 1);
    (lines, below, room)
}

/// What is told, in lines.
fn told<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    columns: usize,
) -> Vec<Line<'l>> {
    let session = &open.session;
    let scores = &session.progress().scores;
    let (told, complete) = (&milestone.told, milestone.complete);
    let report =
        report::verdict::milestone(scene.app.catalogue, session.assessment(), scores, told, complete);
    let mut lines: Vec<Line<'l>> = Vec::new();
    let mut add = |text: &str, indent: &str, style: Style| {
        let options = textwrap::Options::new(columns).initial_indent(indent).subsequent_indent(indent);
        lines.extend(
            textwrap::wrap(text, options).into_iter().map(|line| Line::styled(line.into_owned(), style)),
        );
    };
    add(&report.title, "", scene.theme.muted);
    for section in &report.sections {
        add(&section.heading, "", scene.theme.title);
        for block in &section.blocks {
            match block {
                Block::Item(_, text) => add(text, "  ", Style::new()),
                Block::Label(text) => add(&format!("{text}:"), "", scene.theme.key),
                other => other.spoken().iter().for_each(|text| add(text, "", Style::new())),
            }
        }
    }
    lines
}

/// The first line of the milestone after a page up or down.
pub(super) fn scrolled(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    area: Rect,
    command: Command,
) -> usize {
    let (lines, _, room) = lay(scene, open, milestone, area);
    scroll::scrolled_top(open.interview.top.unwrap_or(0), lines.len(), room, command)
}

/// Draws the milestone, and always all of the ways on.
pub(crate) fn draw(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let (lines, below, room) = lay(scene, open, milestone, area);
    let top = open.interview.top.unwrap_or(0).min(lines.len().saturating_sub(room));
    let goes_on = lines.len() > top + room;
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(top).take(room).collect();
    let more = Line::styled(MORE, scene.theme.key).right_aligned();
    shown.push(if goes_on { more } else { Line::raw("") });
    shown.extend(below);
    frame.render_widget(Paragraph::new(shown), area);
}
