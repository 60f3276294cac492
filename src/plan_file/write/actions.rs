//! The actions of the plan: first what to find out, then quarter by quarter the actions as task lists.

use super::super::marks::Field;
use super::page::MarkdownPage;
use super::{PlanSource, action_title};
use crate::assessment::{ActionState, State};
use crate::plan::{Planned, Quarter, respondents};
use crate::questionnaire::Question;
use crate::report::escape::{action_mark, address, bold, inline, link, mentioning};
use crate::report::explain::stand;
use crate::score::Standing;
use crate::words;
use crate::words::plan_file as labels;

pub(super) fn write(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    page.part("find-out", words::plan::FIND_OUT, |page| find_out(page, source));
    for quarter in &source.plan.quarters {
        page.part(&format!("quarter-{}", quarter.number), &words::plan::quarter(quarter), |page| {
            let planned = words::plan::planned(&source.plan.new_levels(quarter, quarter));
            let finished =
                [asks_first(source, quarter), Some(words::plan::finished(source.plan, quarter)), planned];
            page.line(&inline(&finished.into_iter().flatten().collect::<Vec<_>>().join(" ")));
            page.blank();
            source.plan.finished(quarter).actions.iter().for_each(|planned| action(page, source, planned));
        });
        page.part(&format!("names-{}", quarter.number), &words::plan::names(quarter), |page| {
            source.plan.finished(quarter).names.iter().for_each(|planned| name(page, source, planned));
        });
    }
    page.part("ahead", words::ahead::HEADING, |page| {
        let Some(ahead) = &source.ahead else { return };
        page.line(&inline(&words::ahead::about(source.plan, ahead)));
        if ahead.ready().next().is_some() {
            page.line(words::ahead::TAKE_IN);
        }
        page.blank();
        let keep = ahead.keep.iter().map(words::ahead::ready);
        list(page, words::ahead::KEEP, keep.collect());
        let beside = ahead.beside.iter().map(words::ahead::ready);
        list(page, words::ahead::BESIDE, beside.collect());
        let to_do = ahead.actions.iter().map(words::ahead::action);
        list(page, words::ahead::TO_DO, to_do.collect());
        let open = ahead.open.iter().map(|planned| words::ahead::open(source.catalogue, planned));
        list(page, words::ahead::TO_FIND_OUT, open.collect());
    });
    page.part("done", words::plan::DONE, |page| {
        if source.plan.done.is_empty() {
            return;
        }
        page.line(words::plan::DONE_WHY);
        page.blank();
        for done in &source.plan.done {
            task(page, done, true);
            people(page, &words::plan::role(source.catalogue, &done.action.owner), &done.state);
        }
    });
}

/// The open questions of the plan, by the role that knows the answer.
fn find_out(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    let PlanSource { catalogue, assessment, plan, .. } = source;
    let open: Vec<&Planned<'_>> = plan.open().collect();
    let roles = respondents(catalogue, open.iter().map(|planned| planned.question));
    if roles.is_empty() {
        return;
    }
    page.line(&inline(words::plan::FIND_OUT_WHY));
    page.blank();
    for role in roles {
        page.item(0, &bold(&words::plan::ask(&words::plan::role(catalogue, role))));
        for planned in open.iter().filter(|planned| planned.question.respondent == role) {
            let question = planned.question;
            let voted = planned.standing.is_unanswered() && assessment.votes.contains_key(&question.id);
            let answer = match voted {
                true => words::plan::NOT_DECIDED.to_owned(),
                false => words::answers::standing(question, planned.standing),
            };
            page.item(1, &inline(&format!("{} ({answer})", question.text.question)));
        }
    }
}

/// A list under a label; nothing without an item.
fn list(page: &mut MarkdownPage, label: &str, items: Vec<String>) {
    if !items.is_empty() {
        page.item(0, &bold(&format!("{label}:")));
        items.iter().for_each(|item| page.item(1, &inline(item)));
    }
}

/// Whom to ask before the work of a quarter begins, and nobody has told to ask before; `None` where there
/// is nobody.
fn asks_first(source: &PlanSource<'_>, quarter: &Quarter<'_>) -> Option<String> {
    let PlanSource { catalogue, plan, .. } = source;
    let roles_until = |end: usize, under_way: Option<usize>| {
        let here = plan.actions.iter().take(end).chain(under_way.and_then(|index| plan.actions.get(index)));
        let open = here.filter(|planned| planned.standing.is_open());
        respondents(catalogue, open.map(|planned| planned.question))
    };
    let before = plan.quarters.iter().take_while(|before| before.number < quarter.number).last();
    let asked = before.map(|before| roles_until(before.actions.end, before.under_way)).unwrap_or_default();
    let roles = roles_until(quarter.actions.end, quarter.under_way);
    let roles = roles.iter().filter(|role| !asked.contains(role));
    let titles: Vec<String> = roles.map(|id| words::plan::role(catalogue, id)).collect();
    (!titles.is_empty()).then(|| words::plan::asks_first(quarter, &titles))
}

/// The task line: the box, the title, the work that is left, the marker.
fn task(page: &mut MarkdownPage, planned: &Planned<'_>, done: bool) {
    let Planned { question, action, .. } = planned;
    let tick = if done { 'x' } else { ' ' };
    let effort = if done { String::new() } else { format!(" ({})", words::actions::effort_of(planned)) };
    let title = if action.text.title.is_empty() { &question.id } else { &action.text.title };
    page.item(0, &format!("[{tick}] {}{effort} {}", bold(title), action_mark(&question.id)));
}

fn people(page: &mut MarkdownPage, role: &str, state: &ActionState) {
    page.detail(labels::ROLE, &inline(role));
    page.filled_in(Field::Owner, &mentioning(state.owner.as_deref().unwrap_or_default()));
    page.filled_in(Field::Due, &state.due.map(|due| due.to_string()).unwrap_or_default());
    if state.state == State::Doing {
        page.filled_in(Field::State, state.state.id());
    }
}

/// An action that only names somebody, in short.
fn name(page: &mut MarkdownPage, source: &PlanSource<'_>, planned: &Planned<'_>) {
    task(page, planned, false);
    taken_by(page, source, planned);
    page.detail(labels::DONE_WHEN, &inline(&planned.action.text.done_when));
    said(page, source, &planned.question.id);
}

/// Who does it and by when, and whether that is in its quarter.
fn taken_by(page: &mut MarkdownPage, source: &PlanSource<'_>, planned: &Planned<'_>) {
    let PlanSource { catalogue, assessment, plan, .. } = source;
    people(page, &words::roles::owner_in_short(catalogue, assessment, plan, planned), &planned.state);
    if let Some(off) = plan.due_off(planned) {
        page.detail(labels::DUE_OFF, words::actions::due_off(off));
    }
}

fn action(page: &mut MarkdownPage, source: &PlanSource<'_>, planned: &Planned<'_>) {
    let PlanSource { catalogue, assessment, .. } = source;
    let (question, action) = (planned.question, planned.action);
    task(page, planned, false);
    taken_by(page, source, planned);
    let counts_for = words::actions::counts_for(catalogue, assessment, source.plan, planned);
    if !counts_for.is_empty() {
        page.detail(labels::COUNTS_FOR, &inline(&counts_for));
    }
    let answer = words::answers::standing(question, planned.standing);
    if planned.standing.is_open() {
        page.detail(labels::FIND_OUT, &inline(&words::actions::find_out(catalogue, question, &answer)));
    } else {
        page.detail(labels::NOW, &inline(&now(question, planned.standing, &answer)));
    }
    for id in &planned.requires {
        page.detail(labels::REQUIRES, &inline(&action_title(catalogue, id)));
    }
    for id in &planned.missing {
        page.detail(labels::REQUIRES, &inline(&words::actions::missing(&action_title(catalogue, id))));
    }
    page.detail(labels::WHY, &inline(&action.text.why));
    let steps: Vec<&str> = planned.steps().map(|step| step.text.as_str()).collect();
    if !steps.is_empty() {
        page.detail(labels::STEPS, "");
    }
    for (i, step) in steps.into_iter().enumerate() {
        page.line(&format!("    {}. {}", i + 1, inline(step)));
    }
    page.detail(labels::DONE_WHEN, &inline(&action.text.done_when));
    said(page, source, &question.id);
    let resources = action.resources.iter().filter_map(|id| catalogue.resource(id));
    let links: Vec<String> = resources.map(|found| link(&found.text.title, &found.address)).collect();
    if !links.is_empty() {
        page.detail(labels::RESOURCE, &links.join(", "));
    }
}

/// The answer that was given, with what it stands for.
fn now(question: &Question, standing: Standing, answer: &str) -> String {
    let Standing::Answered { option, .. } = standing else { return answer.to_owned() };
    match question.text.options.get(option) {
        Some(option) if !option.label.is_empty() => format!("{answer}. {}", option.text),
        _ => answer.to_owned(),
    }
}

/// The note and the evidence that were given with the answer.
fn said(page: &mut MarkdownPage, source: &PlanSource<'_>, id: &str) {
    let Some(entry) = source.assessment.entry(id) else { return };
    if let Some(note) = entry.note.as_deref().filter(|note| !note.trim().is_empty()) {
        page.detail(labels::NOTE, "");
        page.quote(2, note);
    }
    for evidence in &entry.evidence {
        page.detail(labels::EVIDENCE, &address(evidence));
    }
}

/// True when a question of this assessment does not apply.
pub(super) fn is_not_applicable(source: &PlanSource<'_>, id: &str) -> bool {
    stand(source.catalogue, source.assessment, id) == Standing::NotApplicable
}
