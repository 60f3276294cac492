//! The back matter: what is not done and why, how it was computed, and where it comes from.

use super::super::escape::inline;
use super::super::words_plan;
use super::Source;
use super::actions::is_not_applicable;
use super::page::Page;
use crate::assessment::no_longer_asked;
use crate::plan::Listed;

pub(super) fn write(page: &mut Page, source: &Source<'_>) {
    let plan = source.plan;
    page.part("dropped", words_plan::DROPPED, |page| listed(page, words_plan::DROPPED_WHY, &plan.dropped));
    page.part("left-out", words_plan::LEFT_OUT, |page| {
        listed(page, words_plan::LEFT_OUT_WHY, &plan.left_out)
    });
    page.part("not-applicable", words_plan::NOT_APPLICABLE, |page| not_applicable(page, source));
    if let Some(line) = no_longer_asked(source.catalogue, source.assessment) {
        page.part("no-longer-asked", words_plan::NO_LONGER_ASKED, |page| page.item(0, &inline(&line)));
    }
    page.part("method", words_plan::METHOD, |page| {
        let gates = source.scores.iter().filter_map(|score| words_plan::gates(score.questionnaire));
        for line in gates.chain(words_plan::METHOD_LINES.map(str::to_owned)) {
            page.item(0, &inline(&line));
        }
    });
    page.part("sources", words_plan::SOURCES, |page| {
        let sources = source.scores.iter().map(|score| words_plan::source(score.questionnaire));
        for line in sources.chain(words_plan::CREDIT.map(str::to_owned)) {
            page.item(0, &inline(&line));
        }
    });
}

/// Actions that are not to be done, one line each.
fn listed(page: &mut Page, why: &str, actions: &[Listed<'_>]) {
    if actions.is_empty() {
        return;
    }
    page.line(why);
    page.blank();
    for listed in actions {
        page.item(0, &inline(&words_plan::short(listed.action)));
    }
}

/// The questions that were scoped out, each once, and why.
fn not_applicable(page: &mut Page, source: &Source<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for place in source.scores.iter().flat_map(|score| &score.questionnaire.places) {
        let id = place.question.as_str();
        if seen.contains(&id) || !is_not_applicable(source, id) {
            continue;
        }
        seen.push(id);
        let reason = source.assessment.entry(id).and_then(|entry| entry.reason.as_deref());
        let question = source.catalogue.question(id).map_or(id, |question| &question.text.question);
        page.item(0, &inline(&words_plan::not_applicable(question, reason)));
    }
}
