//! The first page: where we are, where we go, how much work it is, until when, and who is needed for it.

use super::page::MarkdownPage;
use super::{PlanSource, action_title, fact};
use crate::plan::{Quarter, needs};
use crate::report::escape::inline;
use crate::score::{Outcome, Score};
use crate::words;

/// The summary: where we are, where we go, how much work it is, until when.
pub(super) fn summary(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let PlanSource { assessment, plan, scores, .. } = source;
    for score in scores {
        fact(page, &score.questionnaire.text.title, &result(source, score));
    }
    let doing = plan.doing().count();
    fact(page, words::plan::WORK, &words::plan::work(plan));
    for (label, text) in [
        (words::plan::TIME, words::plan::time(plan)),
        (words::plan::TARGETS, words::plan::all_targets(plan, scores)),
        (words::plan::FIND_OUT, (plan.to_answer() > 0).then(|| words::plan::to_answer(plan))),
        (words::plan::SO_FAR, words::plan::progress(plan, doing)),
        (words::plan::ANSWERS, words::plan::answered(assessment)),
    ] {
        if let Some(text) = text {
            fact(page, label, &text);
        }
    }
    page.blank();
    page.line(&inline(words::plan::HOW_TO_USE));
}

/// The result of a questionnaire in short, and its target.
fn result(source: &PlanSource<'_>, score: &Score<'_>) -> String {
    let questionnaire = score.questionnaire;
    match &score.result {
        Outcome::Levels(levels) => {
            let target = source.plan.settings.target(&questionnaire.id);
            let is_chosen = source.assessment.targets.contains_key(&questionnaire.id);
            words::plan::now_and_target(questionnaire, levels, target, is_chosen)
        }
        Outcome::Areas(areas) => words::scores::areas(areas),
        Outcome::Fit(fit) => words::scores::fit_result(&fit.candidates),
    }
}

/// The roles that own actions, and whether somebody holds them.
pub(super) fn who(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let PlanSource { catalogue, assessment, plan, .. } = source;
    let needs = needs(catalogue, assessment, plan);
    if needs.is_empty() {
        return;
    }
    page.line(&inline(words::plan::WHO_WHY));
    let rows = needs.iter().map(|need| {
        [
            words::plan::role(catalogue, need.role),
            need.actions.to_string(),
            need.points.to_string(),
            need.from.to_string(),
            words::roles::answer(plan, need),
        ]
    });
    page.table(words::plan::WHO_COLUMNS, rows.map(|row| row.map(|text| inline(&text))));
}

/// Targets, objectives, the route, and whether it gets there.
pub(super) fn route(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let PlanSource { catalogue, assessment, plan, scores, .. } = source;
    for target in &plan.targets {
        let title = &target.questionnaire.text.title;
        let score = scores.iter().find(|score| score.questionnaire.id == target.questionnaire.id);
        if let Some(levels) = score.and_then(Score::levels) {
            fact(page, title, &words::plan::way(plan, target, levels));
        }
        if !target.needs_dropped.is_empty() {
            let actions = target.needs_dropped.iter().map(|id| action_title(catalogue, id));
            page.item(1, &inline(&words::plan::needs_dropped(&actions.collect::<Vec<_>>())));
        }
        for objective in words::plan::objectives(target.questionnaire, assessment) {
            page.item(1, &format!("{}: {}", words::plan::OBJECTIVE, inline(&objective)));
        }
    }
    fact(page, words::plan::ROUTE_LABEL, words::plan::route(plan));
    timeline(page, source);
}

/// The quarters, one line each; those after the last new level in one.
fn timeline(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let quarters = &source.plan.quarters;
    if quarters.len() < 2 {
        return;
    }
    let news = quarters.windows(2).rposition(|pair| matches!(pair, [a, b] if a.reaches != b.reaches));
    let (single, rest) =
        quarters.split_at_checked(news.map_or(1, |news| news + 2)).unwrap_or((quarters, &[]));
    let rows = single.chunks(1).chain((!rest.is_empty()).then_some(rest));
    page.table(words::plan::TIMELINE_COLUMNS, rows.filter_map(|quarters| row(source, quarters)));
}

/// One line of the timeline for one quarter, or for several: of the levels only those that are new.
fn row<'a>(source: &PlanSource<'a>, quarters: &'a [Quarter<'a>]) -> Option<[String; 5]> {
    let (first, last) = (quarters.first()?, quarters.last()?);
    let actions = source.plan.actions.get(first.actions.start..last.actions.end).unwrap_or_default();
    let points: u32 = quarters.iter().map(|quarter| quarter.points).sum();
    Some([
        words::plan::quarters(first, last),
        last.ends.to_string(),
        actions.len().to_string(),
        points.to_string(),
        inline(&words::plan::levels_planned(&source.plan.new_levels(first, last))),
    ])
}
