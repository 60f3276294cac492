//! A milestone: what the answers say so far, and the ways on from there.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::question::choice;
use crate::app::Open;
use crate::app::keys::Command;
use crate::interview::Milestone;
use crate::report::{self, tree::Block};
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::{item, styled};
use crate::words::interview::next_step;
use crate::words::interview_screen::{MORE, WHAT_NEXT};

/// The milestone in lines, the ways on below them, and how many lines there are for the milestone.
fn lay<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    area: Rect,
) -> (Vec<Line<'l>>, Vec<Line<'l>>, usize) {
    let columns = usize::from(area.width);
    let highlighted = open.interview.highlighted.unwrap_or(0);
    let mut below: Vec<Line<'l>> = vec![Line::styled(WHAT_NEXT, scene.theme.title)];
    for (i, step) in open.session.next_steps(milestone).into_iter().enumerate() {
        let text = next_step(open.session.progress(), step);
        below.extend(choice(scene, &(i + 1).to_string(), &text, i == highlighted, columns));
    }
    let room = usize::from(area.height).saturating_sub(below.len() + 1);
    let spaced = told(scene, open, milestone, columns, true);
    let lines = if spaced.len() <= room { spaced } else { told(scene, open, milestone, columns, false) };
    (lines, below, room)
}

/// What is told, in lines; with blank ones between its parts where it is spaced.
fn told<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    milestone: &Milestone<'_>,
    columns: usize,
    spaced: bool,
) -> Vec<Line<'l>> {
    let (session, theme) = (&open.session, scene.theme);
    let scores = &session.progress().scores;
    let (told, complete) = (&milestone.told, milestone.complete);
    let report =
        report::verdict::milestone(scene.app.catalogue, session.assessment(), scores, told, complete);
    let mut lines = styled(&report.title, columns, theme.muted);
    let gap = |lines: &mut Vec<Line<'l>>| {
        if spaced {
            lines.push(Line::raw(""));
        }
    };
    for section in &report.sections {
        gap(&mut lines);
        if !section.heading.is_empty() {
            lines.extend(styled(&section.heading, columns, theme.title));
        }
        let mut is_list = false;
        for block in &section.blocks {
            match block {
                Block::Item(_, text) => {
                    lines.extend(item("  - ".to_owned(), text, columns).into_iter().map(Line::from))
                }
                Block::Label(text) => {
                    gap(&mut lines);
                    lines.extend(styled(&format!("{text}:"), columns, theme.key));
                }
                other => {
                    if is_list {
                        gap(&mut lines);
                    }
                    let texts = other.spoken();
                    lines.extend(texts.iter().flat_map(|text| styled(text, columns, Style::new())));
                }
            }
            is_list = matches!(block, Block::Item(..));
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
    frame.render_widget(Lines(shown), area);
}
