//! The result of a questionnaire of kind `areas`: its areas as bars, the strongest first, and the
//! lowest answers.

use std::cmp::Ordering;

use ratatui::text::{Line, Span};

use super::{Item, Page, words};
use crate::report::explain::{Blocking, lowest};
use crate::report::figure as figures;
use crate::score::{AreasScore, Sum, gain};
use crate::tui::widgets::figure;
use crate::tui::widgets::text::{width, wrap};

/// The most columns of the bars.
const WIDEST: usize = 90;

pub(super) fn lay(page: &mut Page<'_, '_>, areas: &AreasScore<'_>) {
    let counts = words::counts(areas.sum, page.score.questions);
    page.column.text(&counts, page.theme.title, page.columns);
    page.column.gap();
    bars(page, areas);
    page.column.gap();
    low(page);
}

fn bars(page: &mut Page<'_, '_>, areas: &AreasScore<'_>) {
    let mut sorted = areas.clone();
    sorted.areas.sort_by(|a, b| falling(a.sum, b.sum));
    let least = sorted.areas.iter().rev().find(|area| !area.sum.is_empty()).map(|area| area.sum);
    let most = sorted.areas.first().map(|area| area.sum);
    let columns = page.columns.min(WIDEST).saturating_sub(width(words::WEAKEST));
    let drawn = figures::bars(&sorted, (columns, sorted.areas.len()));
    for (mut line, area) in figure::lines(page.theme, drawn).into_iter().zip(&sorted.areas) {
        if Some(area.sum) == least && least != most {
            line.push_span(Span::styled(words::WEAKEST, page.theme.bad));
        }
        page.column.line(line);
    }
}

/// The higher percent first; areas in which nothing applies come last.
fn falling(a: Sum, b: Sum) -> Ordering {
    match (a.is_empty(), b.is_empty()) {
        (false, false) => (b.gained * a.weight).cmp(&(a.gained * b.weight)),
        (one, other) => one.cmp(&other),
    }
}

/// The low answers.
fn low(page: &mut Page<'_, '_>) {
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
        page.column.item(Item::Question(question.id.clone()), lines);
    }
}
