//! The target: the levels beside what each of them means and would take, a page for each
//! questionnaire of kind `levels`.
//!
//! ```text
//! questionnaire  1 of 2                → the next one
//!   4 Leadership                Stage 2, Community
//! > 2 Community       target    what it is
//!   1 Legal     you are here                shortest   full
//!   0 Ad hoc   lower: reached   actions           12     19
//!   objectives                  …
//! ```

mod choices;
mod detail;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::widgets::{Block, Borders};

use crate::app::keys::Command;
use crate::app::screens::target::TargetPage;
use crate::app::{Cursor, Message, Open};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::{Column, MARGIN};
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::pages;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::styled;
use crate::words::target_screen as words;

/// The columns that the description takes, where there are as many.
const DETAIL: u16 = 37;

/// Everything that a page shows, and its colours.
struct Sight<'s> {
    page: TargetPage<'s>,
    theme: &'s Theme,
}

/// What the page shows; `None` where no questionnaire has levels.
fn sight<'s>(scene: &Scene<'s, '_>, open: &'s Open<'_>) -> Option<Sight<'s>> {
    Some(Sight { page: TargetPage::of(open)?, theme: scene.theme })
}

/// The heading, the list and the description.
fn parts(area: Rect) -> [Rect; 3] {
    let area = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), ..area };
    let [top, _, rest] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    let list = (rest.width * 9 / 20).min(48).min(rest.width.saturating_sub(DETAIL));
    let [list, detail] = Layout::horizontal([Constraint::Length(list), Constraint::Fill(1)]).areas(rest);
    [top, list, detail]
}

/// The columns of the description: the border at its left, and what every column of lines takes.
fn detail_columns(detail: Rect) -> usize {
    usize::from(detail.width.saturating_sub(MARGIN + 1))
}

/// The list and the description.
fn lay<'l>(open: &Open<'_>, sight: &Sight<'_>, [_, list, detail]: [Rect; 3]) -> (Column<'l>, Column<'l>) {
    let choices = choices::lay(sight, usize::from(list.width.saturating_sub(MARGIN)));
    let described = match choices.selected(&open.target.cursor) {
        Some(row) => detail::lay(sight, row, (detail_columns(detail), usize::from(detail.height))),
        None => Column::new(),
    };
    (choices, described)
}

/// What a command to move comes to: the selection in the list, or the first line of the description.
pub(super) fn moved(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Option<Message> {
    let areas = parts(scene.body());
    let [_, list, detail] = areas;
    let (choices, described) = lay(open, &sight(scene, open)?, areas);
    Some(match command {
        Command::Up | Command::Down => {
            Message::Moved(choices.moved(&open.target.cursor, command, usize::from(list.height)))
        }
        _ => Message::Scrolled(scroll::scrolled_top(
            open.target.detail_top,
            described.height(),
            usize::from(detail.height),
            command,
        )),
    })
}

pub(super) fn clicked(scene: &Scene<'_, '_>, open: &Open<'_>, at: Position) -> Option<Cursor> {
    let areas = parts(scene.body());
    let (choices, _) = lay(open, &sight(scene, open)?, areas);
    choices.clicked(&open.target.cursor, areas[1], at)
}

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let areas = parts(area);
    let [top, list, detail] = areas;
    let top = Rect { x: top.x.saturating_add(2), width: top.width.saturating_sub(MARGIN), ..top };
    let Some(sight) = sight(scene, open) else {
        let text = styled(words::NO_LEVELS, usize::from(top.width), scene.theme.open);
        return frame.render_widget(Lines(text), Rect { height: area.height, ..top });
    };
    let titles: Vec<&str> = open.target.targets.iter().map(|(found, _)| found.text.title.as_str()).collect();
    let heading = pages::heading(scene.theme, usize::from(top.width), &titles, open.target.page);
    frame.render_widget(heading, top);
    let (choices, described) = lay(open, &sight, areas);
    choices.draw(frame, list, scene.theme, &open.target.cursor);
    let block = Block::new().borders(Borders::LEFT).border_style(scene.theme.muted);
    let inner = block.inner(detail);
    frame.render_widget(block, detail);
    described.draw(frame, inner, scene.theme, &Cursor { top: open.target.detail_top, ..Cursor::default() });
}
