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
//!
mod areas;
mod deeper;
mod fit;
mod levels;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;

use crate::app::keys::Command;
use crate::app::screens::results::Pages;
use crate::app::{Cursor, Open};
use crate::assessment::Assessment;
use crate::plan::Settings;
use crate::questionnaire::Catalogue;
use crate::score::{Outcome, Score};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::{Column, MARGIN};
use crate::tui::widgets::pages;
use crate::words::answers::not_confirmed;
use crate::words::results_screen as words;

/// The page of a questionnaire while it is laid out.
struct ResultsPage<'p, 'l> {
    catalogue: &'p Catalogue,
    assessment: &'p Assessment,
    score: &'p Score<'p>,
    /// The number of the level aimed at.
    target: Option<usize>,
    theme: &'p Theme,
    /// Columns for text.
    columns: usize,
    /// Rows that are shown at a time.
    height: usize,
    column: Column<'l>,
}

/// The heading above the page, and the page.
fn parts(area: Rect) -> [Rect; 2] {
    let area = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), ..area };
    Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area)
}

/// What stands on the page shown.
fn lay<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, shown: &Pages<'_, '_>, area: Rect) -> Column<'l> {
    let columns = usize::from(area.width.saturating_sub(MARGIN));
    let mut column = Column::new();
    let Some(score) = shown.score() else {
        if shown.follow_ups.is_empty() {
            column.text(words::NOTHING_ASKED, scene.theme.open, columns);
        } else {
            deeper::lay(&mut column, &shown.follow_ups, scene.theme, columns);
        }
        return column;
    };
    let mut page = ResultsPage {
        catalogue: scene.app.catalogue,
        assessment: open.session.assessment(),
        score,
        target: target(scene, open, score),
        theme: scene.theme,
        columns,
        height: usize::from(area.height),
        column,
    };
    if score.questions.unanswered == score.questions.total {
        page.column.text(words::NOTHING_ANSWERED, scene.theme.open, columns);
        page.column.gap();
    }
    if let Some(text) = not_confirmed(score.questions.to_confirm) {
        page.column.text(&text, scene.theme.open, columns);
        page.column.gap();
    }
    match &score.result {
        Outcome::Levels(levels) => levels::lay(&mut page, levels),
        Outcome::Areas(areas) => areas::lay(&mut page, areas),
        Outcome::Fit(fit) => fit::lay(&mut page, fit),
    }
    if !shown.follow_ups.is_empty() {
        page.column.gap();
        page.column.text(&words::deeper(shown.follow_ups.len()), scene.theme.muted, columns);
    }
    page.column
}

/// The level aimed at in the questionnaire of this score.
fn target(scene: &Scene<'_, '_>, open: &Open<'_>, score: &Score<'_>) -> Option<usize> {
    let settings = Settings::of(scene.app.catalogue, open.session.assessment(), scene.app.now.today);
    settings.target(&score.questionnaire.id)
}

/// The selection after a command to move.
pub(super) fn moved(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Cursor {
    let [_, body] = parts(scene.body());
    let column = lay(scene, open, &Pages::of(open), body);
    column.moved(&open.results.cursor, command, usize::from(body.height))
}

/// The selection of what is clicked.
pub(super) fn clicked(scene: &Scene<'_, '_>, open: &Open<'_>, at: Position) -> Option<Cursor> {
    let [_, body] = parts(scene.body());
    let column = lay(scene, open, &Pages::of(open), body);
    column.clicked(&open.results.cursor, body, at)
}

/// Draws the results.
pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let [top, body] = parts(area);
    let shown = Pages::of(open);
    let titles = shown.scores.iter().map(|score| score.questionnaire.text.title.as_str());
    let titles: Vec<&str> = titles.chain((!shown.follow_ups.is_empty()).then_some(words::DEEPER)).collect();
    let heading: Line<'_> =
        pages::heading(scene.theme, usize::from(top.width.saturating_sub(MARGIN)), &titles, shown.shown);
    frame.render_widget(
        heading,
        Rect { x: top.x.saturating_add(2), width: top.width.saturating_sub(MARGIN), ..top },
    );
    lay(scene, open, &shown, body).draw(frame, body, scene.theme, &open.results.cursor);
}
