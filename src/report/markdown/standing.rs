//! Where the organisation stands, and why: for each questionnaire the figure, the numbers, the gates
//! with what blocks them, the areas, or the recommendation with its reasons.

use super::super::escape::{bold, inline};
use super::super::explain::{self, Why};
use super::super::{figure, words, words_plan};
use super::page::Page;
use super::{Source, fact};
use crate::score::{AreasScore, CandidateScore, LevelsScore, Outcome, Score};

/// Columns and rows of a figure: what GitHub shows without a scroll bar.
const SIZE: (usize, usize) = (84, 18);

pub(super) fn write(page: &mut Page, source: &Source<'_>) {
    for score in &source.scores {
        page.blank();
        page.line(&format!("### {}", inline(&score.questionnaire.text.title)));
        page.blank();
        match &score.result {
            Outcome::Levels(result) => {
                let target =
                    source.plan.targets.iter().find(|t| t.questionnaire.id == score.questionnaire.id);
                let target = target.map(|target| target.level);
                if let Some(why) = explain::explain(source.catalogue, source.assessment, score) {
                    levels(page, score, result, &why, target);
                }
            }
            Outcome::Areas(result) => areas(page, score, result),
            Outcome::Fit(result) => fit(page, score, &result.candidates),
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
    for line in why.facts.iter().chain(&why.ability) {
        page.item(0, &inline(line));
    }
    let aim = target.unwrap_or(levels.reached).max(levels.reached + 1);
    for gate in &why.gates {
        page.item(0, &inline(&gate.sentence));
        if gate.number > aim && !gate.blocking.is_empty() {
            page.item(1, &words::in_the_way(gate.blocking.len()));
            continue;
        }
        for blocking in &gate.blocking {
            page.item(1, &inline(&blocking.sentence));
        }
    }
}

fn areas(page: &mut Page, score: &Score<'_>, areas: &AreasScore<'_>) {
    page.item(0, &inline(&words::percent(areas.sum)));
    page.item(0, &inline(&words::counts(score.questions)));
    page.blank();
    page.line(&format!("| {} |", words_plan::AREA_COLUMNS.join(" | ")));
    page.line("| --- | ---: | ---: |");
    for area in &areas.areas {
        page.line(&format!("| {} | {} | {} |", inline(&area.area.text.title), area.sum, area.possible));
    }
}

fn fit(page: &mut Page, score: &Score<'_>, candidates: &[CandidateScore<'_>]) {
    page.line(&bold(&words::fit_result(candidates)));
    page.blank();
    page.item(0, &inline(&words::counts(score.questions)));
    if words::best_fit(candidates).is_none() {
        return;
    }
    page.item(0, &inline(words_plan::BEST_FIT_NOTE));
    if let Some(best) = candidates.first() {
        let text = &best.candidate.text;
        fact(page, &text.title, &text.summary);
        let lists: [(&str, Vec<&str>); 4] = [
            (words::SPEAKS_FOR, best.reasons.clone()),
            (words::SPEAKS_AGAINST, best.against.clone()),
            (words_plan::WATCH_OUT, text.watch_out.iter().map(String::as_str).collect()),
            (words_plan::FIRST_STEP, text.setup.iter().map(String::as_str).collect()),
        ];
        for (label, lines) in lists {
            for line in lines {
                page.item(1, &format!("{label}: {}", inline(line)));
            }
        }
    }
    for candidate in candidates.iter().skip(1) {
        fact(page, &candidate.candidate.text.title, &words::points(candidate.points));
    }
}
