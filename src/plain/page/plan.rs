//! The plan: its actions by quarter, one of them with everything about it.

use super::Page;
use crate::app::Open;
use crate::plan::{Finished, Plan, Planned};
use crate::report::{action, printable};
use crate::words::prompts;
use crate::words::{actions as words_actions, plan as words_plan, plan_screen, spoken as words};

pub(super) fn page(open: &Open<'_>, action: Option<&str>) -> Page {
    let Some(plan) = &open.plan.plan else { return Page::default() };
    let shown = action.and_then(|question| open.plan.find(question));
    match shown {
        Some(shown) => self::action(open, plan, shown),
        None => actions(open, plan),
    }
}

/// How much, which way, to where; then the actions, quarter by quarter.
fn actions(open: &Open<'_>, plan: &Plan<'_>) -> Page {
    let mut page = Page::new("plan", 2);
    head(&mut page, open, plan);
    for quarter in &plan.quarters {
        page.part();
        if page.parts.len() == 2 {
            page.sentence(&words_actions::efforts());
        }
        page.sentence(&words_plan::quarter(quarter));
        page.say(words_plan::finished(plan, quarter));
        if let Some(planned) = words_plan::planned(&plan.new_levels(quarter, quarter)) {
            page.say(planned);
        }
        let Finished { actions, names } = plan.finished(quarter);
        actions.into_iter().for_each(|planned| page.next_choice(words::planned(plan, planned)));
        if !names.is_empty() {
            page.say(words::NAMES);
        }
        names.into_iter().for_each(|planned| page.next_choice(words::planned(plan, planned)));
    }
    for (title, listed) in open.plan.beside() {
        page.part();
        page.sentence(&plan_screen::group(title, listed.len()));
        listed.iter().for_each(|listed| page.next_choice(words::listed_action(listed)));
    }
    page.prompt = prompts::plan_prompt(page.choices().count());
    page
}

fn head(page: &mut Page, open: &Open<'_>, plan: &Plan<'_>) {
    page.sentence(&words_plan::work(plan));
    page.sentence(words_plan::route(plan));
    for target in &plan.targets {
        let score = open.session.progress().score(&target.questionnaire.id);
        if let Some(levels) = score.and_then(|score| score.levels()) {
            page.say(words::way(plan, target, levels));
        }
        if !target.needs_dropped.is_empty() {
            let dropped = target.needs_dropped.iter().filter_map(|id| action::find(plan, id));
            let titles: Vec<String> = dropped.map(|shown| shown.action.text.title.clone()).collect();
            page.sentence(&words_plan::needs_dropped(&titles));
        }
    }
    if plan.to_answer() > 0 {
        page.sentence(&words_plan::to_answer(plan));
    }
    if let Some(doing) = plan_screen::doing(plan) {
        page.sentence(&doing);
    }
}

fn action(open: &Open<'_>, plan: &Plan<'_>, shown: &Planned<'_>) -> Page {
    let mut page = Page::new(format!("action {}", shown.question.id), usize::MAX);
    page.sentence(&shown.action.text.title);
    let lines = action::lines(open.session.catalogue(), open.session.assessment(), plan, shown);
    lines.iter().for_each(|line| page.say(printable(line)));
    page.prompt = prompts::ACTION_PROMPT.to_owned();
    page
}
