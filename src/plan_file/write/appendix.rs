//! The back matter: what is not done and why, how it was computed, and where it comes from.

use std::collections::BTreeSet;

use super::PlanSource;
use super::actions::is_not_applicable;
use super::page::MarkdownPage;
use crate::assessment::no_longer_asked;
use crate::plan::Planned;
use crate::report::escape::{bold, inline, link};
use crate::score::follow_ups;
use crate::words;

pub(super) fn write(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let plan = source.plan;
    page.part("dropped", words::plan::DROPPED, |page| listed(page, words::plan::DROPPED_WHY, &plan.dropped));
    page.part("left-out", words::plan::LEFT_OUT, |page| left_out(page, source));
    page.part("notes", words::plan::NOTES, |page| notes(page, source));
    page.part("not-applicable", &words::answers::choice(words::answers::NOT_APPLICABLE), |page| {
        not_applicable(page, source)
    });
    if let Some(notice) = no_longer_asked(source.catalogue, source.assessment) {
        page.part("no-longer-asked", words::plan::NO_LONGER_ASKED, |page| {
            page.item(0, &inline(&notice.to_string()));
        });
    }
    page.part("closer", words::follow_ups::CLOSER, |page| {
        let follow_ups = follow_ups(source.catalogue, source.assessment);
        follow_ups.iter().for_each(|one| page.item(0, &inline(&words::follow_ups::follow_up(one))));
    });
    page.part("resources", words::plan::RESOURCES, |page| resources(page, source));
    page.part("method", words::plan::METHOD, |page| {
        let gates = source.scores.iter().filter_map(|score| words::method::gates(score.questionnaire));
        for line in gates.chain(words::method::rules()) {
            page.item(0, &inline(&line));
        }
    });
    page.part("sources", words::sources::SOURCES, |page| {
        let sources = words::sources::of(source.scores.iter().map(|score| score.questionnaire));
        for line in sources {
            page.item(0, &inline(&line));
        }
    });
}

/// Actions that are not to be done, one line each.
fn listed(page: &mut MarkdownPage, why: &str, actions: &[Planned<'_>]) {
    if actions.is_empty() {
        return;
    }
    page.line(why);
    page.blank();
    for listed in actions {
        page.item(0, &inline(&words::actions::short(listed.action)));
    }
}

/// The resources that the actions of the plan refer to, each once: where it is found and what it is for.
fn resources(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let named: BTreeSet<&str> = source
        .plan
        .actions
        .iter()
        .flat_map(|planned| planned.action.resources.iter().map(String::as_str))
        .collect();
    for resource in source.catalogue.resources().iter().filter(|found| named.contains(found.id.as_str())) {
        let link = link(&resource.text.title, &resource.address);
        page.item(0, &format!("{link}: {}", inline(&resource.text.summary)));
    }
}

/// The actions that the route leaves out, one line each, below the first questionnaire that asks it.
fn left_out(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    if source.plan.left_out.is_empty() {
        return;
    }
    page.line(words::left_out::WHY);
    page.blank();
    let mut rest: Vec<&Planned<'_>> = source.plan.left_out.iter().collect();
    for score in &source.scores {
        let places = &score.questionnaire.placements;
        let asked = |listed: &&Planned<'_>| places.iter().any(|place| place.question == listed.question.id);
        let (here, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(asked);
        rest = others;
        if here.is_empty() {
            continue;
        }
        page.item(0, &bold(&score.questionnaire.text.title));
        let (open, known): (Vec<_>, Vec<_>) = here.into_iter().partition(|listed| listed.standing.is_open());
        for listed in known {
            page.item(1, &inline(&words::left_out::known(listed)));
        }
        if !open.is_empty() {
            page.item(1, &format!("{}:", words::left_out::OPEN));
        }
        for listed in open {
            page.item(2, &inline(&words::left_out::open(source.catalogue, listed.question)));
        }
    }
}

/// The notes on questions that have no action in the plan, each question once.
fn notes(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let planned: Vec<&str> = source.plan.actions.iter().map(|planned| planned.question.id.as_str()).collect();
    let mut first = true;
    for id in source.assessment.asked_questions(source.catalogue) {
        let note = source.assessment.entry(id).and_then(|entry| entry.note.as_deref());
        let Some(note) = note.filter(|note| !note.trim().is_empty() && !planned.contains(&id)) else {
            continue;
        };
        let question = source.catalogue.question(id).map_or(id, |question| &question.text.question);
        if std::mem::take(&mut first) {
            page.line(words::plan::NOTES_WHY);
            page.blank();
        }
        page.item(0, &inline(question));
        page.quote(1, note);
    }
}

/// The questions that were scoped out, each once, and why.
fn not_applicable(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let asked = source.assessment.asked_questions(source.catalogue).into_iter();
    for id in asked.filter(|id| is_not_applicable(source, id)) {
        let reason = source.assessment.entry(id).and_then(|entry| entry.reason.as_deref());
        let question = source.catalogue.question(id).map_or(id, |question| &question.text.question);
        page.item(0, &inline(&words::plan::not_applicable(question, reason)));
    }
}
