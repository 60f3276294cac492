//! The result of a questionnaire of kind `areas`: its areas as bars, the strongest first, and the
//! lowest answers.

use std::cmp::{Ordering, Reverse};

use ratatui::text::{Line, Span};

use super::{Item, Page, words};
use crate::questionnaire::Question;
use crate::report::{figure as figures, words as scores};
use crate::score::{AreasScore, Standing, Sum, gain, standing};
use crate::tui::widgets::figure;
use crate::tui::widgets::text::{width, wrap};

/// Answers below this credit are low: the plan has an action for them.
const LOW: u32 = 67;
/// The most columns of the bars.
const WIDEST: usize = 90;

pub(super) fn lay(page: &mut Page<'_, '_>, areas: &AreasScore<'_>) {
    let counts = words::counts(areas.sum, page.score.questions);
    page.column.text(&counts, page.theme.title, page.columns);
    page.column.gap();
    bars(page, areas);
    page.column.gap();
    lowest(page);
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

/// The answers below what counts as in place, the lowest first.
fn lowest(page: &mut Page<'_, '_>) {
    let places = page.score.questionnaire.places.iter().filter_map(|place| {
        let question = page.catalogue.question(&place.question)?;
        let standing = standing(question, page.assessment.entry(&question.id));
        let credit = standing.proven().filter(|credit| *credit < LOW)?;
        // What is not known is no low answer: it comes after those that are.
        Some(((standing.is_open(), credit, Reverse(place.weight), &question.id), question, standing))
    });
    let mut places: Vec<(_, &Question, Standing)> = places.collect();
    places.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    let (theme, columns) = (page.theme, page.columns);
    if places.is_empty() {
        return page.column.text(words::NOTHING_LOW, theme.good, columns);
    }
    page.column.text(words::LOWEST, theme.title, columns);
    page.column.text(words::SELECT_HINT, theme.muted, columns);
    for (_, question, standing) in places {
        let text = format!("{} ({})", question.text.question, scores::answer(question, standing));
        let mut lines: Vec<Line<'_>> = wrap(&text, columns).into_iter().map(Line::raw).collect();
        if let Some(gain) = gain(page.catalogue, page.assessment, page.score, &question.id) {
            let text = words::gain(page.score.questionnaire, &gain);
            let wrapped = wrap(&text, columns.saturating_sub(4));
            lines.extend(wrapped.into_iter().map(|line| Line::styled(format!("    {line}"), theme.open)));
        }
        page.column.item(Item::Question(question.id.clone()), lines);
    }
}
