//! The result of a questionnaire of kind `areas`: its areas as bars, the strongest first, and the
//! lowest answers.

use std::cmp::Reverse;

use ratatui::text::Line;

use super::gain::gain;
use super::{Item, Page, words};
use crate::questionnaire::Question;
use crate::report::{figure as figures, words as scores};
use crate::score::{AreasScore, MET, Standing, standing};
use crate::tui::widgets::figure;
use crate::tui::widgets::text::wrap;

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
    let drawn = figures::bars(areas, (page.columns.min(WIDEST), areas.areas.len()));
    figure::lines(page.theme, drawn).into_iter().for_each(|line| page.column.line(line));
}

/// The answers below what counts as in place, the lowest first.
fn lowest(page: &mut Page<'_, '_>) {
    let places = page.score.questionnaire.places.iter().filter_map(|place| {
        let question = page.catalogue.question(&place.question)?;
        let standing = standing(question, page.assessment.entry(&question.id));
        let credit = standing.proven().filter(|credit| *credit < MET)?;
        // What is not known is no low answer: it comes after those that are.
        Some(((standing.is_open(), credit, Reverse(place.weight), &question.id), question, standing))
    });
    let mut places: Vec<(_, &Question, Standing)> = places.collect();
    places.sort_by_key(|(a, ..)| *a);
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
