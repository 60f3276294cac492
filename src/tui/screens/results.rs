//! The results: where the organisation stands and why, a page for each questionnaire; on the last
//! page, what would look closer at what is weak.
//!
//! ```text
//! questionnaire  1 of 3     → the next one
//! figure, or bars
//! verdict, gates
//! In the way of stage 2: 5 questions
//! > a question, and how far it is
//!       what it would bring
//! ```

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::keys::Command;
use crate::app::screens::results::Pages;
use crate::app::{Cursor, Open, Pick};
use crate::report::tree::Block;
use crate::report::{Depth, Medium, result};
use crate::score::FollowUp;
use crate::tui::laid_out::Sheet;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::{Column, MARGIN};
use crate::tui::widgets::text::{item, styled, wrap};
use crate::tui::widgets::{figure, pages};
use crate::words::answers::not_confirmed;
use crate::words::{follow_ups, results_screen as words};

/// The heading above the page, and the page.
fn parts(area: Rect) -> [Rect; 2] {
    let area = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), ..area };
    Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area)
}

/// The page shown, and where its body stands.
fn page(scene: &Scene<'_, '_>, open: &Open<'_>, area: Rect) -> ([Rect; 2], Rc<Sheet>) {
    let areas = parts(area);
    let page = scene.laid_out.page(areas[1], || {
        let shown = Pages::of(open);
        let titles = shown.scores.iter().map(|score| score.questionnaire.text.title.as_str());
        let titles: Vec<&str> =
            titles.chain((!shown.follow_ups.is_empty()).then_some(words::DEEPER)).collect();
        let columns = usize::from(areas[0].width.saturating_sub(MARGIN));
        let mut head = Column::new();
        head.line(pages::heading(scene.theme, columns, &titles, shown.shown));
        Sheet { head, body: lay(scene, open, &shown, areas[1]) }
    });
    (areas, page)
}

/// What stands on the page shown.
fn lay(scene: &Scene<'_, '_>, open: &Open<'_>, shown: &Pages<'_, '_>, area: Rect) -> Column<'static> {
    let columns = usize::from(area.width.saturating_sub(MARGIN));
    let mut column = Column::new();
    let theme = scene.theme;
    let Some(score) = shown.score() else {
        if shown.follow_ups.is_empty() {
            column.text(words::NOTHING_ASKED, theme.open, columns);
        } else {
            offer(&mut column, &shown.follow_ups, theme, columns);
        }
        return column;
    };
    if score.questions.unanswered == score.questions.total {
        column.text(words::NOTHING_ANSWERED, theme.open, columns);
        column.gap();
    }
    if let Some(text) = not_confirmed(score.questions.to_confirm) {
        column.text(&text, theme.open, columns);
        column.gap();
    }
    let medium = Medium::Screen(columns, usize::from(area.height));
    let depth = if open.results.all_levels { Depth::AllLevels } else { Depth::NextLevel };
    let section = result(scene.app.catalogue, open.session.assessment(), score, medium, depth);
    let mut hinted = false;
    for block in section.blocks {
        if matches!(block, Block::Question { .. }) && !std::mem::replace(&mut hinted, true) {
            column.text(words::SELECT_HINT, theme.muted, columns);
        }
        put(&mut column, block, theme, columns);
    }
    if !shown.follow_ups.is_empty() {
        column.gap();
        column.text(&words::deeper(shown.follow_ups.len()), theme.muted, columns);
    }
    column
}

fn put(column: &mut Column<'_>, block: Block, theme: &Theme, columns: usize) {
    if matches!(
        block,
        Block::Heading(_) | Block::Label(_) | Block::Note(_) | Block::Praise(_) | Block::Figure { .. }
    ) {
        column.gap();
    }
    match block {
        Block::Verdict(text) | Block::Heading(text) | Block::Label(text) => {
            column.text(&text, theme.title, columns)
        }
        Block::Fact(text) => column.text(&text, Style::new(), columns),
        Block::Note(text) => column.text(&text, theme.muted, columns),
        Block::Praise(text) => column.text(&text, theme.good, columns),
        Block::Named(name, text) => column.text(&format!("{name}: {text}"), Style::new(), columns),
        Block::Item(_, text) => {
            item("- ".to_owned(), &text, columns).into_iter().for_each(|line| column.line(line))
        }
        Block::Step(number, text) => {
            item(format!("{number}. "), &text, columns).into_iter().for_each(|line| column.line(line))
        }
        Block::Question { id, text, gain } => {
            let mut lines = styled(&text, columns, Style::new());
            let gain = gain.iter().flat_map(|gain| wrap(gain, columns.saturating_sub(4)));
            lines.extend(gain.map(|line| Line::styled(format!("    {line}"), theme.open)));
            column.item(Pick::Question(id), lines);
        }
        Block::Figure { drawn, .. } => {
            figure::lines(theme, drawn).into_iter().for_each(|line| column.line(line));
            column.gap();
        }
        Block::Chart { drawn, .. } => column.line(drawn),
    }
}

fn offer(column: &mut Column<'_>, follow_ups: &[FollowUp<'_>], theme: &Theme, columns: usize) {
    column.text(words::DEEPER_INTRO, theme.muted, columns);
    for follow_up in follow_ups {
        column.gap();
        let texts = [
            (follow_ups::follow_up(follow_up), theme.title),
            (follow_up.questionnaire.text.summary.clone(), Style::new()),
            (follow_ups::because(follow_up), theme.open),
        ];
        let lines = texts.iter().flat_map(|(text, style)| styled(text, columns, *style));
        column.item(Pick::Questionnaire(follow_up.questionnaire.id.clone()), lines);
    }
}

pub(super) fn moved(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Cursor {
    let ([_, body], page) = page(scene, open, scene.body());
    page.body.moved(&open.results.cursor, command, usize::from(body.height))
}

pub(super) fn clicked(scene: &Scene<'_, '_>, open: &Open<'_>, at: Position) -> Option<Cursor> {
    let ([_, body], page) = page(scene, open, scene.body());
    page.body.clicked(&open.results.cursor, body, at)
}

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let ([top, body], page) = page(scene, open, area);
    page.head.draw(frame, top, scene.theme, &Cursor::default());
    page.body.draw(frame, body, scene.theme, &open.results.cursor);
}
