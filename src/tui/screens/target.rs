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
mod words;

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders};

use crate::app::answers::change;
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Notice, Open, Screen};
use crate::assessment::Edit;
use crate::interview::Session;
use crate::plan::Settings;
use crate::plan::{LevelForecast, forecast_levels, toggled};
use crate::questionnaire::Questionnaire;
use crate::score::{LevelsScore, Score};
use crate::tui::theme::Theme;
use crate::tui::widgets::column::{Column, Cursor, MARGIN};
use crate::tui::widgets::pages;
use crate::tui::widgets::text::wrap;

/// The columns that the description takes, where there are as many.
const DETAIL: u16 = 37;

/// What this screen remembers.
#[derive(Debug, Default)]
pub(crate) struct TargetView<'a> {
    /// The page shown: which of the questionnaires of kind `levels`.
    page: usize,
    cursor: Cursor<Row>,
    /// How far the description is scrolled.
    detail: Cursor<()>,
    /// What each level of this page would take.
    forecasts: Vec<LevelForecast>,
    /// The targets as they are: questionnaire, level.
    targets: Vec<(&'a Questionnaire, usize)>,
}

/// What can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// The level with this number.
    Level(usize),
    /// The objective with this id.
    Objective(String),
}

/// Everything that a page shows.
struct Sight<'s> {
    score: &'s Score<'s>,
    levels: &'s LevelsScore<'s>,
    theme: &'s Theme,
    target: usize,
    /// Whether the user chose the target.
    chosen: bool,
    targets: &'s [(&'s Questionnaire, usize)],
    forecasts: &'s [LevelForecast],
    ticked: &'s [String],
    capacity: u32,
}

impl<'a> TargetView<'a> {
    /// Makes the plans of this page anew; the selection stays, at first it is on the target.
    pub(crate) fn arrive(&mut self, session: &Session<'a>, today: Date) {
        let (catalogue, assessment) = (session.catalogue(), session.assessment());
        let targets = Settings::of(catalogue, assessment, today).targets.into_iter();
        let targets = targets.filter_map(|(id, level)| Some((catalogue.questionnaire(&id)?, level)));
        self.targets = targets.collect();
        self.page = self.page.min(self.targets.len().saturating_sub(1));
        let score = pages(session).nth(self.page);
        self.forecasts =
            score.map_or_else(Vec::new, |score| forecast_levels(catalogue, assessment, score, today));
        if self.cursor.selected.is_none() {
            let target = self.targets.get(self.page).map_or(0, |(_, level)| *level);
            let reached = score.and_then(Score::levels).map_or(0, |levels| levels.reached);
            self.cursor.selected = Some(Row::Level(target.max(reached)));
        }
    }

    fn turn(&mut self, page: usize, session: &Session<'a>, today: Date) {
        *self = TargetView { page, ..TargetView::default() };
        self.arrive(session, today);
    }
}

/// The scores of the questionnaires of kind `levels`.
fn pages<'s, 'a>(session: &'s Session<'a>) -> impl Iterator<Item = &'s Score<'a>> {
    session.progress().scores.iter().filter(|score| score.levels().is_some())
}

/// What the page shows; `None` where no questionnaire has levels.
fn sight<'s>(app: &'s App<'_>, open: &'s Open<'_>) -> Option<Sight<'s>> {
    let score = pages(&open.session).nth(open.target.page)?;
    let assessment = open.session.assessment();
    Some(Sight {
        score,
        levels: score.levels()?,
        theme: &app.theme,
        target: open.target.targets.get(open.target.page)?.1,
        chosen: assessment.targets.contains_key(&score.questionnaire.id),
        targets: &open.target.targets,
        forecasts: &open.target.forecasts,
        ticked: assessment.objectives.get(&score.questionnaire.id).map_or(&[], Vec::as_slice),
        capacity: assessment.plan.capacity(),
    })
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
fn lay<'l>(
    open: &Open<'_>,
    sight: &Sight<'_>,
    [_, list, detail]: [Rect; 3],
) -> (Column<'l, Row>, Column<'l, ()>) {
    let choices = choices::lay(sight, usize::from(list.width.saturating_sub(MARGIN)));
    let described = match choices.selected(&open.target.cursor) {
        Some(row) => detail::lay(sight, row, (detail_columns(detail), usize::from(detail.height))),
        None => Column::new(),
    };
    (choices, described)
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let (today, areas) = (app.today, parts(app.body()));
    if command == Command::Back {
        app.go(Screen::Interview);
    }
    let Some(open) = &app.open else { return Vec::new() };
    let Some(sight) = sight(app, open) else { return Vec::new() };
    let (choices, described) = lay(open, &sight, areas);
    let (mut cursor, mut detail) = (open.target.cursor.clone(), open.target.detail.clone());
    let row = choices.selected(&cursor).cloned();
    match command {
        Command::Up | Command::Down => {
            choices.moved(&mut cursor, command, usize::from(areas[1].height));
            // Something is always selected: at the upper end the highest level stays so.
            if cursor.selected.is_none() {
                cursor.selected = row.clone();
            }
            detail = Cursor::default();
        }
        Command::PageUp | Command::PageDown => {
            described.moved(&mut detail, command, usize::from(areas[2].height));
        }
        _ => {}
    }
    let pages = open.target.targets.len();
    let Some(open) = &mut app.open else { return Vec::new() };
    (open.target.cursor, open.target.detail) = (cursor, detail);
    let page = open.target.page;
    match (command, row) {
        (Command::Next, _) => open.target.turn(pages::next(page, pages), &open.session, today),
        (Command::Previous, _) => open.target.turn(pages::previous(page, pages), &open.session, today),
        (Command::Enter, Some(Row::Level(number))) => return aim(app, number),
        (Command::Enter | Command::Toggle, Some(Row::Objective(id))) => return tick(app, &id),
        (Command::Toggle, _) => app.notice = Some(Notice::Info(words::SPACE_HINT.to_owned())),
        _ => {}
    }
    Vec::new()
}

/// Selects what is clicked.
pub(crate) fn click(app: &mut App<'_>, at: Position) {
    let areas = parts(app.body());
    let list = areas[1];
    let Some(open) = app.open.as_ref().filter(|_| list.contains(at)) else { return };
    let Some(sight) = sight(app, open) else { return };
    let (choices, _) = lay(open, &sight, areas);
    let mut cursor = open.target.cursor.clone();
    let hit = choices.click(&mut cursor, usize::from(at.y - list.y), usize::from(list.height));
    if let (true, Some(open)) = (hit, &mut app.open) {
        (open.target.cursor, open.target.detail) = (cursor, Cursor::default());
    }
}

/// The questionnaire of the page.
fn questionnaire<'a>(open: &Open<'a>) -> Option<&'a Questionnaire> {
    open.target.targets.get(open.target.page).map(|(questionnaire, _)| *questionnaire)
}

/// Makes a level the target.
fn aim(app: &mut App<'_>, number: usize) -> Vec<Effect> {
    let Some(questionnaire) = app.open.as_ref().and_then(questionnaire) else { return Vec::new() };
    let Some(level) = questionnaire.levels.get(number) else { return Vec::new() };
    let edit = Edit::Target(questionnaire.id.clone(), Some(level.id.clone()));
    let effects = edited(app, edit);
    if app.notice.is_none() {
        app.notice = Some(Notice::Info(words::set(questionnaire, number)));
    }
    effects
}

/// Ticks an objective, or unticks it.
fn tick(app: &mut App<'_>, id: &str) -> Vec<Effect> {
    let Some(open) = &app.open else { return Vec::new() };
    let Some(questionnaire) = questionnaire(open) else { return Vec::new() };
    let before = open.session.assessment().objectives.get(&questionnaire.id).cloned().unwrap_or_default();
    let ticked = toggled(questionnaire, &before, id);
    edited(app, Edit::Objectives(questionnaire.id.clone(), ticked))
}

fn edited(app: &mut App<'_>, edit: Edit) -> Vec<Effect> {
    let effects = change(app, |open| open.session.edit(edit));
    let today = app.today;
    if let Some(open) = &mut app.open {
        open.target.arrive(&open.session, today);
    }
    effects
}

/// Draws the choice of a target.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &app.open else { return };
    let areas = parts(area);
    let [top, list, detail] = areas;
    let top = Rect { x: top.x.saturating_add(2), width: top.width.saturating_sub(MARGIN), ..top };
    let Some(sight) = sight(app, open) else {
        let lines = wrap(words::NO_LEVELS, usize::from(top.width));
        let text: Vec<Line<'_>> = lines.into_iter().map(|line| Line::styled(line, app.theme.open)).collect();
        return frame
            .render_widget(ratatui::widgets::Paragraph::new(text), Rect { height: area.height, ..top });
    };
    let titles: Vec<&str> = open.target.targets.iter().map(|(found, _)| found.text.title.as_str()).collect();
    let heading = pages::heading(&app.theme, usize::from(top.width), &titles, open.target.page);
    frame.render_widget(heading, top);
    let (choices, described) = lay(open, &sight, areas);
    choices.draw(frame, list, &app.theme, &open.target.cursor);
    let block = Block::new().borders(Borders::LEFT).border_style(app.theme.muted);
    let inner = block.inner(detail);
    frame.render_widget(block, detail);
    described.draw(frame, inner, &app.theme, &open.target.detail);
}
