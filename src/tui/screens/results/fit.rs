//! The result of a questionnaire of kind `fit`: the candidates by points, and why the best of them.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::ResultsPage;
use crate::report::explain::recommendation;
use crate::score::{CandidateScore, FitScore};
use crate::tui::widgets::text::{fit, width, wrap};
use crate::words::answers;
use crate::words::{plan as words_plan, scores};

/// The longest bar, in columns.
const BAR: usize = 40;
/// The shortest, for which titles are cut.
const SHORTEST_BAR: usize = 10;
/// Columns for the points and the gaps.
const POINTS: usize = 14;

pub(super) fn lay(page: &mut ResultsPage<'_, '_>, fit: &FitScore<'_>) {
    let (theme, columns) = (page.theme, page.columns);
    page.column.text(&scores::fit_result(&fit.candidates), theme.title, columns);
    page.column.text(&answers::counts(page.score.questions), Style::new(), columns);
    page.column.gap();
    bars(page, fit);
    page.column.gap();
    for best in fit.best() {
        why(page, best);
        page.column.gap();
    }
    if !fit.best().is_empty() {
        page.column.text(words_plan::BEST_FIT_NOTE, theme.muted, columns);
    }
}

fn bars(page: &mut ResultsPage<'_, '_>, fits: &FitScore<'_>) {
    let most = fits.candidates.iter().map(|candidate| candidate.points).max().unwrap_or(0).max(1);
    let titles = fits.candidates.iter().map(|candidate| width(&candidate.candidate.text.title));
    let names = titles.max().unwrap_or(0).min(page.columns.saturating_sub(SHORTEST_BAR + POINTS));
    let room = page.columns.saturating_sub(names + POINTS).min(BAR);
    for candidate in &fits.candidates {
        let share = usize::try_from(candidate.points.max(0)).unwrap_or(0) * room;
        let filled = share / usize::try_from(most).unwrap_or(1);
        page.column.line(Line::from(vec![
            Span::raw(format!("{} ", fit(&candidate.candidate.text.title, names))),
            Span::styled("\u{2588}".repeat(filled), page.theme.good),
            Span::styled("\u{2591}".repeat(room - filled.min(room)), page.theme.muted),
            Span::raw(format!(" {}", scores::points(candidate.points))),
        ]));
    }
}

/// What it is, what speaks for and against it, and how to set it up.
fn why(page: &mut ResultsPage<'_, '_>, best: &CandidateScore<'_>) {
    let (theme, columns) = (page.theme, page.columns);
    let text = &best.candidate.text;
    page.column.text(&text.title, theme.title, columns);
    page.column.text(&text.summary, Style::new(), columns);
    for (heading, texts) in recommendation(best) {
        list(page, heading, &texts, heading == scores::SET_UP);
    }
}

/// A heading and what stands below it.
fn list(page: &mut ResultsPage<'_, '_>, heading: &str, texts: &[&str], numbered: bool) {
    page.column.gap();
    page.column.text(heading, page.theme.title, page.columns);
    for (i, text) in texts.iter().enumerate() {
        let mark = if numbered { format!("{}. ", i + 1) } else { "- ".to_owned() };
        let blank = " ".repeat(mark.len());
        for (j, line) in wrap(text, page.columns.saturating_sub(mark.len())).into_iter().enumerate() {
            page.column.line(Line::raw(format!("{}{line}", if j == 0 { &mark } else { &blank })));
        }
    }
}
