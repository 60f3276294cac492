//! The list at the left: the levels from the highest down to the reached one, and the objectives.

use ratatui::style::Style;
use ratatui::text::Line;

use super::{Sight, words};
use crate::app::Pick;
use crate::plan::suggest_level;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::{cut, fit, width, wrap};

/// With fewer columns than these, a shorter word says where one is.
const NARROW: usize = 24;

pub(super) fn lay<'l>(sight: &Sight<'_>, columns: usize) -> Column<'l> {
    let mut column = Column::new();
    let (questionnaire, levels) = (sight.page.score.questionnaire, sight.page.levels);
    for (number, level) in questionnaire.levels.iter().enumerate().rev() {
        let mark = match number {
            _ if number == sight.page.target && sight.page.is_chosen => words::TARGET,
            _ if sight.page.is_suggested(number) => words::SUGGESTED,
            _ if number == sight.page.target && number > sight.page.levels.reached => words::NEXT,
            _ if number < sight.page.levels.reached => words::LOWER,
            _ if number == sight.page.levels.reached && columns < NARROW => words::here_short(levels),
            _ if number == sight.page.levels.reached => words::here(levels),
            _ => "",
        };
        let style = if number == sight.page.target { sight.theme.target } else { Style::new() };
        let title = format!("{number} {}", level.text.title);
        let title = fit(&title, columns.saturating_sub(width(mark) + 1));
        let line = format!("{title} {mark}");
        if number < sight.page.levels.reached {
            column.line(Line::styled(line, sight.theme.muted));
        } else {
            column.item(Pick::Level(number), [Line::styled(line, style)]);
        }
    }
    if !questionnaire.objectives.is_empty() {
        objectives(&mut column, sight, columns);
    }
    column
}

fn objectives<'l>(column: &mut Column<'l>, sight: &Sight<'_>, columns: usize) {
    let questionnaire = sight.page.score.questionnaire;
    column.gap();
    column.line(Line::styled(cut(words::OBJECTIVES, columns), sight.theme.title));
    match suggest_level(questionnaire, sight.page.ticked) {
        Some(judged) => {
            column.text(&words::judgement(questionnaire, &judged), sight.theme.target, columns);
        }
        None => column.text(words::OBJECTIVES_HINT, sight.theme.muted, columns),
    }
    for objective in &questionnaire.objectives {
        let ticked = sight.page.ticked.contains(&objective.id);
        let wrapped = wrap(&objective.title, columns.saturating_sub(4));
        let lines = wrapped.into_iter().enumerate().map(|(i, line)| {
            let tick = match (i, ticked) {
                (0, true) => "[x] ",
                (0, false) => "[ ] ",
                _ => "    ",
            };
            Line::raw(format!("{tick}{line}"))
        });
        column.item(Pick::Objective(objective.id.clone()), lines.collect::<Vec<_>>());
    }
}
