//! The result of a questionnaire of kind `levels`: the figure, the verdict, the gates as bars, and
//! what is in the way.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{ResultsPage, words};
use crate::app::Pick;
use crate::questionnaire::Part;
use crate::report::explain::{Why, explain};
use crate::report::figure as figures;
use crate::score::{LevelScore, LevelsScore, gain, standing};
use crate::tui::widgets::figure;
use crate::tui::widgets::text::{fit, width, wrap};
use crate::words::answers;
use crate::words::scores;

/// Rows that the verdict and the gates take below the figure.
const BELOW: usize = 10;
/// The fewest and the most rows of the figure.
const FIGURE: std::ops::RangeInclusive<usize> = 11..=20;
/// The most columns of a figure: wider ones say no more.
const WIDEST: usize = 100;
/// The longest bar of a gate, in columns.
const BAR: usize = 24;
/// From this many columns on a gate says how much it needs, beside the line in its bar.
const ROOM_FOR_NEED: usize = 64;
/// The columns that the state of a gate takes in most cases.
const STATE: usize = 15;

pub(super) fn lay(page: &mut ResultsPage<'_, '_>, levels: &LevelsScore<'_>) {
    let (score, assessment) = (page.score, page.assessment);
    let Some(why) = explain(page.catalogue, assessment, score) else { return };
    let height = page.height.saturating_sub(BELOW).clamp(*FIGURE.start(), *FIGURE.end());
    let size = (page.columns.min(WIDEST), height);
    let drawn = figures::levels(levels, score.questionnaire, page.target, size);
    figure::lines(page.theme, drawn).into_iter().for_each(|line| page.column.line(line));
    page.column.gap();
    verdict(page, &why, levels);
    page.column.gap();
    for (level, gate) in levels.levels.iter().zip(&why.gates) {
        draw_gate(page, levels, level, gate.keys);
    }
    in_the_way(page, &why);
}

/// What is reached, out of how many answers, and what the ability sustains.
fn verdict(page: &mut ResultsPage<'_, '_>, why: &Why<'_>, levels: &LevelsScore<'_>) {
    let (theme, columns) = (page.theme, page.columns);
    page.column.text(&why.result, theme.title, columns);
    page.column.text(&words::counts(levels.sum, page.score.questions), Style::new(), columns);
    if let Some(ability) = &levels.ability {
        page.column.text(&scores::ability(page.score.questionnaire, ability), Style::new(), columns);
    }
}

/// A gate as a bar: "1 Legal-driven  ████████░░│░  82.0% of 75%  keys 3/3  holds".
fn draw_gate(
    page: &mut ResultsPage<'_, '_>,
    levels: &LevelsScore<'_>,
    level: &LevelScore<'_>,
    (met, keys): (usize, usize),
) {
    let questionnaire = page.score.questionnaire;
    let title = questionnaire.levels.get(level.number).map_or("", |level| &level.text.title);
    let widest = questionnaire.levels.iter().map(|level| width(&level.text.title)).max().unwrap_or(0);
    let name = fit(&format!("{} {title}", level.number), (widest + 3).min(page.columns / 3));
    let keys = if keys == 0 { String::new() } else { format!("keys {met}/{keys}") };
    let percent = match (level.sum, page.columns >= ROOM_FOR_NEED) {
        (sum, _) if sum.is_empty() => String::new(),
        // Nothing of it was answered: that is not nothing.
        _ if nothing_answered(page, level) => answers::UNANSWERED.to_owned(),
        (sum, true) => format!("{sum} of {}%", questionnaire.gate),
        (sum, false) => sum.to_string(),
    };
    let numbers = format!("{percent:>0$}  {keys:<9}", if page.columns >= ROOM_FOR_NEED { 13 } else { 7 });
    let state = words::gate(levels, level, questionnaire.gate);
    let room = page.columns.saturating_sub(width(&name) + width(&numbers) + STATE).min(BAR);
    let style = match (level.holds, level.could_hold) {
        (true, _) => page.theme.good,
        (false, true) => page.theme.open,
        (false, false) => page.theme.bad,
    };
    let mut line = vec![Span::raw(name)];
    line.extend(figure::spans(
        page.theme,
        figure::bar(room, level.sum, level.possible, Some(questionnaire.gate)),
    ));
    line.extend([Span::raw(numbers), Span::styled(state, style)]);
    page.column.line(Line::from(line));
}

/// Whether no question of a level has an answer yet.
fn nothing_answered(page: &ResultsPage<'_, '_>, level: &LevelScore<'_>) -> bool {
    let questionnaire = page.score.questionnaire;
    let mut here = questionnaire.placements.iter().filter(|place| place.part == Part::Level(level.number));
    here.all(|place| {
        let question = page.catalogue.question(&place.question);
        question
            .is_none_or(|question| standing(question, page.assessment.entry(&place.question)).is_unanswered())
    })
}

/// What is in the way of each level that does not hold, each with what it would bring.
fn in_the_way(page: &mut ResultsPage<'_, '_>, why: &Why<'_>) {
    let (theme, columns) = (page.theme, page.columns);
    let questionnaire = page.score.questionnaire;
    let closed = why.gates.iter().filter(|gate| !gate.blocking.is_empty());
    for (i, gate) in closed.enumerate() {
        page.column.gap();
        let heading = words::in_the_way(questionnaire, gate.number, gate.blocking.len());
        page.column.text(&heading, theme.title, columns);
        if i == 0 {
            page.column.text(words::SELECT_HINT, theme.muted, columns);
        }
        for blocking in &gate.blocking {
            let mut lines: Vec<Line<'_>> =
                wrap(&blocking.sentence, columns).into_iter().map(Line::raw).collect();
            if let Some(gain) = gain(page.catalogue, page.assessment, page.score, &blocking.question.id) {
                let text = words::gain(questionnaire, &gain);
                lines.extend(
                    wrap(&text, columns.saturating_sub(4))
                        .into_iter()
                        .map(|line| Line::styled(format!("    {line}"), theme.open)),
                );
            }
            page.column.item(Pick::Question(blocking.question.id.clone()), lines);
        }
    }
    if why.gates.iter().all(|gate| gate.blocking.is_empty()) {
        page.column.gap();
        page.column.text(words::ALL_HOLD, theme.good, columns);
    }
}
