//! Everything about one action of a plan, as lines of text for the screens and line by line.

use crate::assessment::Assessment;
use crate::plan::{Plan, Planned};
use crate::questionnaire::Catalogue;
use crate::score::standing;
use crate::words;
use crate::words::actions as say;

/// Finds an action by its question, wherever the plan lists it.
pub fn find<'p, 'a>(plan: &'p Plan<'a>, question: &str) -> Option<&'p Planned<'a>> {
    let mut all = plan.actions.iter().chain(&plan.done).chain(&plan.dropped).chain(&plan.left_out);
    all.find(|planned| planned.question.id == question)
}

/// The action in lines; a line that begins with blanks goes on from the one above.
pub fn lines(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    shown: &Planned<'_>,
) -> Vec<String> {
    let Planned { question, action, .. } = shown;
    let planned = Some(shown).filter(|shown| shown.quarter > 0);
    let role = match planned {
        Some(planned) => words::roles::owner(catalogue, assessment, plan, planned),
        None => words::plan::role(catalogue, &action.owner),
    };
    let entry = assessment.entry(&question.id);
    let mut lines = vec![say::head(&role, shown, plan.due_off(shown))];
    lines.extend(planned.and_then(|planned| reason(catalogue, assessment, plan, planned)));
    lines.push(say::answer(catalogue, question, standing(catalogue, assessment, question)));
    let after = planned.and_then(|planned| titles(catalogue, &planned.requires));
    lines.extend(after.map(|titles| say::comes_after(&titles)));
    lines.extend(titles(catalogue, &shown.missing).map(|titles| say::does_without(&titles)));
    lines.push(String::new());
    lines.push(action.text.why.clone());
    let steps: Vec<String> =
        shown.steps().enumerate().map(|(i, step)| format!("{}.  {}", i + 1, step.text)).collect();
    if !steps.is_empty() {
        lines.push(String::new());
        lines.push(say::FIRST_STEPS.to_owned());
        lines.extend(steps);
    }
    lines.push(String::new());
    lines.push(say::done_when(&action.text.done_when));
    if let Some(note) = entry.and_then(|entry| entry.note.as_ref()) {
        lines.push(String::new());
        lines.extend(say::note(note).lines().map(str::to_owned));
    }
    lines.extend(entry.iter().flat_map(|entry| &entry.evidence).map(say::evidence));
    let resources: Vec<_> = action.resources.iter().filter_map(|id| catalogue.resource(id)).collect();
    if !resources.is_empty() {
        lines.push(String::new());
        let what = resources.iter().map(|found| say::see(&found.text.title, &found.address));
        lines.extend(what);
    }
    lines
}

fn reason(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    planned: &Planned<'_>,
) -> Option<String> {
    let id = planned.question.id.as_str();
    let needed = plan.actions.iter().filter(|other| other.requires.contains(&id));
    let needed: Vec<&str> = needed.map(|other| other.action.text.title.as_str()).collect();
    let counts_for = words::actions::counts_for(catalogue, assessment, plan, planned);
    say::reason(&counts_for, assessment.plan.also.contains(&planned.question.id), &needed)
}

/// The titles of requirements; `None` where there are none.
fn titles<'c>(catalogue: &'c Catalogue, ids: &[&str]) -> Option<Vec<&'c str>> {
    let title = |id: &&str| Some(catalogue.question(id)?.action.as_ref()?.text.title.as_str());
    let titles: Vec<&str> = ids.iter().filter_map(title).collect();
    (!titles.is_empty()).then_some(titles)
}
