//! What stands beside the list: the highlighted level, and what it would take by two routes.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Sight, words};
use crate::app::Pick;
use crate::plan::{LevelForecast, suggested_level};
use crate::report::figure as figures;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::figure;
use crate::words::scores;

/// The columns of a number in the table, of the recommended route and of the shortest: a whole day, or the
/// name of the route.
const NUMBER: usize = 12;
/// The columns of the second without the day.
const NARROW: usize = 9;

/// The rows of a figure, and of the gap above it.
const FIGURE: (usize, usize) = (13, 1);

/// The description of a row in so many columns; with the figure where the rows suffice for both.
pub(super) fn lay<'l>(sight: &Sight<'_>, row: &Pick, (columns, rows): (usize, usize)) -> Column<'l> {
    let mut column = Column::new();
    let questionnaire = sight.page.score.questionnaire;
    let number = match row {
        Pick::Level(number) => Some(*number),
        Pick::Objective(id) => {
            let objective = questionnaire.objectives.iter().find(|objective| objective.id == *id);
            objective.and_then(|objective| {
                let number = suggested_level(questionnaire, objective)?;
                column.text(&objective.title, sight.theme.title, columns);
                column.text(&words::suggests(questionnaire, objective, number), sight.theme.target, columns);
                column.gap();
                Some(number)
            })
        }
        Pick::Question(_) | Pick::Questionnaire(_) => None,
    };
    if let Some(number) = number {
        let enter = match row {
            Pick::Objective(id) if sight.page.ticked.contains(id) => words::UNTICK.to_owned(),
            Pick::Objective(_) => words::TICK.to_owned(),
            Pick::Level(_) if number == sight.page.target && sight.page.is_chosen => {
                words::IS_TARGET.to_owned()
            }
            Pick::Level(_) if sight.page.is_suggested(number) => words::is_suggested(sight.page.higher_aim),
            Pick::Level(_) if number == sight.page.target && number > sight.page.levels.reached => {
                words::IS_NEXT.to_owned()
            }
            Pick::Level(_) if number == sight.page.target => words::STAY_SUGGESTED.to_owned(),
            _ => words::ENTER.to_owned(),
        };
        level(&mut column, sight, number, &enter, columns);
        let (figure, gap) = FIGURE;
        if column.height() + gap + figure <= rows {
            let drawn = figures::levels(sight.page.levels, questionnaire, Some(number), (columns, figure));
            column.gap();
            figure::lines(sight.theme, drawn).into_iter().for_each(|line| column.line(line));
        }
    }
    column
}

/// A level: what it would take, what `Enter` does here, what it is.
fn level(column: &mut Column<'_>, sight: &Sight<'_>, number: usize, enter: &str, columns: usize) {
    let (theme, questionnaire) = (sight.theme, sight.page.score.questionnaire);
    column.text(&words::title(questionnaire, sight.page.levels, number), theme.title, columns);
    let forecast = sight.page.forecasts.iter().find(|forecast| forecast.level == number);
    if forecast.is_none() && number >= sight.page.levels.reached {
        column.text(words::IN_WORK, theme.open, columns);
        column.gap();
        column.text(enter, theme.key, columns);
        column.gap();
    }
    // The numbers stand first, so that they change in one place while one moves through the levels.
    if let Some(forecast) = forecast {
        table(column, sight, forecast, columns);
        let ability = words::ability(questionnaire, forecast);
        let together = forecast.together.as_ref().map(words::together);
        let beside = forecast.beside.iter().map(words::beside);
        if let Some(text) = words::work_all_the_same(&forecast.recommended) {
            column.text(text, Style::new(), columns);
        }
        column.gap();
        column.text(enter, theme.key, columns);
        for text in ability.into_iter().chain(beside).chain(together) {
            column.text(&text, Style::new(), columns);
        }
        column.gap();
        if !forecast.recommended.needs_dropped.is_empty() {
            column.text(&words::needs_dropped(&forecast.recommended.needs_dropped), theme.bad, columns);
        }
    }
    column.text(&scores::description(questionnaire, number), Style::new(), columns);
    if number == sight.page.levels.reached {
        column.text(words::STAY, Style::new(), columns);
    }
    column.text(&words::stops_short(questionnaire, number), theme.title, columns);
    column.text(&words::counts_on(questionnaire, sight.page.capacity), theme.muted, columns);
    column.text(words::ROUTES, theme.muted, columns);
}

fn table(column: &mut Column<'_>, sight: &Sight<'_>, forecast: &LevelForecast<'_>, columns: usize) {
    let names = |rows: &[[String; 3]]| rows.iter().map(|[name, ..]| name.len()).max().unwrap_or(0);
    let rows = words::table(&forecast.recommended, &forecast.shortest, true);
    let fits = names(&rows) + 2 * NUMBER <= columns;
    let rows = if fits { rows } else { words::table(&forecast.recommended, &forecast.shortest, false) };
    let (names, narrow) = (names(&rows), if fits { NUMBER } else { NARROW });
    let head = format!("{:names$}{:>NUMBER$}{:>narrow$}", "", words::RECOMMENDED, words::SHORTEST);
    column.line(Line::styled(head, sight.theme.muted));
    for [name, recommended, shortest] in rows {
        column.line(Line::from(vec![
            Span::styled(format!("{name:names$}"), sight.theme.muted),
            Span::styled(format!("{recommended:>NUMBER$}"), sight.theme.title),
            Span::raw(format!("{shortest:>narrow$}")),
        ]));
    }
}
