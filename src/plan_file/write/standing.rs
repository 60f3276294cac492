//! Where the organisation stands, and why: for each questionnaire the figure, the numbers, the gates
//! with what blocks them, the areas, or the recommendation with its reasons.

use super::page::Page;
use super::{Source, fact};
use crate::report::escape::{bold, inline};
use crate::report::explain::{self, Why, recommendation};
use crate::report::figure;
use crate::score::{AreasScore, FitScore, LevelsScore, Outcome, Score};
use crate::words;

/// Columns and rows of a figure: what GitHub shows without a scroll bar.
const SIZE: (usize, usize) = (84, 18);
/// The most questions that are named as in the way of a level: the others have their actions below.
const NAMED: usize = 6;

pub(super) fn write(page: &mut Page, source: &Source<'_>) {
    for score in &source.scores {
        page.blank();
        page.line(&format!("### {}", inline(&score.questionnaire.text.title)));
        page.blank();
        match &score.result {
            Outcome::Levels(result) => {
                let target = source.plan.settings.target(&score.questionnaire.id);
                if let Some(why) = explain::explain(source.catalogue, source.assessment, score) {
                    levels(page, score, result, &why, target);
                }
            }
            Outcome::Areas(result) => areas(page, score, result),
            Outcome::Fit(result) => fit(page, score, result),
        }
    }
}

fn levels(
    page: &mut Page,
    score: &Score<'_>,
    levels: &LevelsScore<'_>,
    why: &Why<'_>,
    target: Option<usize>,
) {
    page.line(&bold(&why.result));
    page.figure(&figure::levels(levels, score.questionnaire, target, SIZE));
    page.item(0, &inline(&words::scores::percent_and_counts(levels.sum, score.questions)));
    page.item(0, &inline(&words::scores::position_line(score.questionnaire, levels)));
    for line in &why.ability {
        page.item(0, &inline(line));
    }
    let aim = target.unwrap_or(levels.reached).max(levels.reached + 1);
    for gate in &why.gates {
        let blocking = gate.blocking.len();
        if blocking > 0 && gate.number > aim {
            page.item(0, &inline(&format!("{}; {}", gate.sentence, words::plan::beyond(blocking))));
            continue;
        }
        page.item(0, &inline(&gate.sentence));
        for blocking in gate.blocking.iter().take(NAMED) {
            page.item(1, &inline(&blocking.sentence));
        }
        if blocking > NAMED {
            page.item(1, &words::plan::more_questions(blocking - NAMED));
        }
    }
}

fn areas(page: &mut Page, score: &Score<'_>, areas: &AreasScore<'_>) {
    page.line(&inline(&words::scores::percent_and_counts(areas.sum, score.questions)));
    page.figure(&figure::bars(areas, (SIZE.0, areas.areas.len())));
}

fn fit(page: &mut Page, score: &Score<'_>, fit: &FitScore<'_>) {
    page.line(&bold(&words::scores::fit_result(&fit.candidates)));
    page.blank();
    page.item(0, &inline(&words::scores::counts(score.questions)));
    for candidate in fit.candidates.iter().skip(fit.best().len()) {
        fact(page, &candidate.candidate.text.title, &words::scores::points(candidate.points));
    }
    for best in fit.best() {
        page.blank();
        let text = &best.candidate.text;
        page.line(&format!("{} {}", bold(&format!("{}:", text.title)), inline(&text.summary)));
        page.blank();
        for (heading, texts) in recommendation(best) {
            page.item(0, &bold(&format!("{heading}:")));
            texts.iter().for_each(|text| page.item(1, &inline(text)));
        }
    }
    if !fit.best().is_empty() {
        page.blank();
        page.line(&inline(words::plan::BEST_FIT_NOTE));
    }
}
