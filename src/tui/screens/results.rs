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
//! `Enter` on a question goes to it in the interview; `r` comes back to the same line.

mod areas;
mod deeper;
mod fit;
mod levels;
mod words;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;

use crate::app::answers::change;
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Notice, Open, Screen};
use crate::assessment::Assessment;
use crate::plan::Settings;
use crate::questionnaire::Catalogue;
use crate::score::{Outcome, Score, follow_ups};
use crate::tui::theme::Theme;
use crate::tui::widgets::column::{Column, Cursor, MARGIN};
use crate::tui::widgets::pages;
use crate::words::scores::not_confirmed;

/// What this screen remembers.
#[derive(Debug, Default)]
pub(crate) struct ResultsView {
    /// The page shown.
    page: usize,
    /// What is selected on it.
    cursor: Cursor<Item>,
}

/// What can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    /// A question to go to.
    Question(String),
    /// A questionnaire to add.
    Add(String),
}

/// The page of a questionnaire while it is laid out.
struct Page<'p, 'l> {
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
    column: Column<'l, Item>,
}

/// The heading above the page, and the page.
fn parts(area: Rect) -> [Rect; 2] {
    let area = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), ..area };
    Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area)
}

/// The titles of all pages.
fn titles<'t>(open: &'t Open<'_>, follow_ups: usize) -> Vec<&'t str> {
    let scores = &open.session.progress().scores;
    let titles = scores.iter().map(|score| score.questionnaire.text.title.as_str());
    titles.chain((follow_ups > 0).then_some(words::DEEPER)).collect()
}

/// The titles of all pages, which of them is shown, and what stands on it.
fn lay<'o, 'l>(app: &App<'_>, open: &'o Open<'_>, area: Rect) -> (Vec<&'o str>, usize, Column<'l, Item>) {
    let follow_ups = follow_ups(app.catalogue, open.session.assessment());
    let titles = titles(open, follow_ups.len());
    let at = open.results.page.min(titles.len().saturating_sub(1));
    let columns = usize::from(area.width.saturating_sub(MARGIN));
    let mut column = Column::new();
    let Some(score) = open.session.progress().scores.get(at) else {
        if follow_ups.is_empty() {
            column.text(words::NOTHING_ASKED, app.theme.open, columns);
        } else {
            deeper::lay(&mut column, &follow_ups, &app.theme, columns);
        }
        return (titles, at, column);
    };
    let mut page = Page {
        catalogue: app.catalogue,
        assessment: open.session.assessment(),
        score,
        target: target(app, open, score),
        theme: &app.theme,
        columns,
        height: usize::from(area.height),
        column,
    };
    if score.questions.unanswered == score.questions.total {
        page.column.text(words::NOTHING_ANSWERED, app.theme.open, columns);
        page.column.gap();
    }
    if let Some(text) = not_confirmed(score.questions.to_confirm) {
        page.column.text(&text, app.theme.open, columns);
        page.column.gap();
    }
    match &score.result {
        Outcome::Levels(levels) => levels::lay(&mut page, levels),
        Outcome::Areas(areas) => areas::lay(&mut page, areas),
        Outcome::Fit(fit) => fit::lay(&mut page, fit),
    }
    if !follow_ups.is_empty() {
        page.column.gap();
        page.column.text(&words::deeper(follow_ups.len()), app.theme.muted, columns);
    }
    (titles, at, page.column)
}

/// The level aimed at in the questionnaire of this score.
fn target(app: &App<'_>, open: &Open<'_>, score: &Score<'_>) -> Option<usize> {
    let settings = Settings::of(app.catalogue, open.session.assessment(), app.today);
    settings.target(&score.questionnaire.id)
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let [_, body] = parts(app.body());
    let Some(open) = &app.open else { return Vec::new() };
    let (titles, at, column) = lay(app, open, body);
    let pages = titles.len();
    let mut cursor = open.results.cursor.clone();
    let selected = column.selected(&cursor).cloned();
    column.moved(&mut cursor, command, usize::from(body.height));
    let Some(open) = &mut app.open else { return Vec::new() };
    open.results.cursor = cursor;
    match (command, selected) {
        (Command::Next, _) => turn(open, pages::next(at, pages)),
        (Command::Previous, _) => turn(open, pages::previous(at, pages)),
        (Command::Enter, Some(Item::Question(question))) => {
            to_question(open, at, &question);
            app.go(Screen::Interview);
        }
        (Command::Enter, Some(Item::Add(questionnaire))) => return add(app, &questionnaire),
        (Command::Enter, None) => app.notice = Some(Notice::Info(words::SELECT_HINT.to_owned())),
        (Command::NextOpen, _) => {
            open.session.go_on();
            app.go(Screen::Interview);
        }
        (Command::Back, _) => app.go(Screen::Interview),
        _ => {}
    }
    Vec::new()
}

/// Selects what is clicked.
pub(crate) fn click(app: &mut App<'_>, at: Position) {
    let [_, body] = parts(app.body());
    let Some(open) = app.open.as_ref().filter(|_| body.contains(at)) else { return };
    let (_, _, column) = lay(app, open, body);
    let mut cursor = open.results.cursor.clone();
    column.click(&mut cursor, usize::from(at.y - body.y), usize::from(body.height));
    if let Some(open) = &mut app.open {
        open.results.cursor = cursor;
    }
}

fn turn(open: &mut Open<'_>, page: usize) {
    open.results = ResultsView { page, cursor: Cursor::default() };
}

/// Goes to a question where the questionnaire of this page asks it.
fn to_question(open: &mut Open<'_>, page: usize, question: &str) {
    let Some(score) = open.session.progress().scores.get(page) else { return };
    let mut positions = open.session.positions().into_iter();
    let position = positions.find(|position| {
        position.questionnaire.id == score.questionnaire.id && position.place.question == question
    });
    if let Some(position) = position {
        open.session.go_to_position(position);
    }
}

/// Adds a questionnaire, and goes to its first question without an answer.
fn add(app: &mut App<'_>, id: &str) -> Vec<Effect> {
    let Some(questionnaire) = app.catalogue.questionnaire(id) else { return Vec::new() };
    let effects = change(app, |open| {
        open.session.add_questionnaire(questionnaire);
        open.results = ResultsView::default();
    });
    if !effects.is_empty() {
        app.go(Screen::Interview);
    }
    effects
}

/// Draws the results.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let [top, body] = parts(area);
    let (titles, at, column) = lay(app, open, body);
    let heading: Line<'_> =
        pages::heading(&app.theme, usize::from(top.width.saturating_sub(MARGIN)), &titles, at);
    frame.render_widget(
        heading,
        Rect { x: top.x.saturating_add(2), width: top.width.saturating_sub(MARGIN), ..top },
    );
    column.draw(frame, body, &app.theme, &open.results.cursor);
}
