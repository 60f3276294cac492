//! The result of a questionnaire of kind `areas`: its areas as bars, the strongest first, and the
//! lowest answers.

use ratatui::text::Line;

use super::{ResultsPage, words};
use crate::app::Pick;
use crate::report::explain::{Blocking, lowest};
use crate::report::figure as figures;
use crate::score::{AreasScore, gain};
use crate::tui::widgets::figure;
use crate::tui::widgets::text::wrap;

/// The most columns of the bars.
const WIDEST: usize = 90;

pub(super) fn lay(page: &mut ResultsPage<'_, '_>, areas: &AreasScore<'_>) {
    let counts = words::counts(areas.sum, page.score.questions);
    page.column.text(&counts, page.theme.title, page.columns);
    page.column.gap();
    bars(page, areas);
    page.column.gap();
    low(page);
}

fn bars(page: &mut ResultsPage<'_, '_>, areas: &AreasScore<'_>) {
    let drawn = figures::bars(areas, (page.columns.min(WIDEST), areas.areas.len()));
    figure::lines(page.theme, drawn).into_iter().for_each(|line| page.column.line(line));
}

/// The low answers.
fn low(page: &mut ResultsPage<'_, '_>) {
    let places = lowest(page.catalogue, page.assessment, page.score.questionnaire);
    let (theme, columns) = (page.theme, page.columns);
    if places.is_empty() {
        return page.column.text(words::NOTHING_LOW, theme.good, columns);
    }
    page.column.text(words::LOWEST, theme.title, columns);
    page.column.text(words::SELECT_HINT, theme.muted, columns);
    for Blocking { question, sentence } in places {
        let mut lines: Vec<Line<'_>> = wrap(&sentence, columns).into_iter().map(Line::raw).collect();
        if let Some(gain) = gain(page.catalogue, page.assessment, page.score, &question.id) {
            let text = words::gain(page.score.questionnaire, &gain);
            let wrapped = wrap(&text, columns.saturating_sub(4));
            lines.extend(wrapped.into_iter().map(|line| Line::styled(format!("    {line}"), theme.open)));
        }
        page.column.item(Pick::Question(question.id.clone()), lines);
    }
}
