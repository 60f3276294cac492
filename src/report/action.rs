//! Everything about one action of a plan, as lines of text for the screens and line by line.

use crate::assessment::Assessment;
use crate::plan::{Plan, Planned};
use crate::questionnaire::{Action, Catalogue, Question};
use crate::score::standing;
use crate::words;
use crate::words::actions as say;

/// An action of the plan, or one that was done, dropped or left out.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    pub question: &'a Question,
    pub action: &'a Action,
    /// Its place in the plan; `None` where it is not in it.
    pub planned: Option<&'a Planned<'a>>,
}

/// Finds an action by its question, wherever the plan lists it.
pub fn find<'a>(plan: &'a Plan<'a>, question: &str) -> Option<Shown<'a>> {
    let planned = plan.actions.iter().find(|planned| planned.question.id == question);
    if let Some(planned) = planned {
        return Some(Shown { question: planned.question, action: planned.action, planned: Some(planned) });
    }
    let mut listed = plan.done.iter().chain(&plan.dropped).chain(&plan.left_out);
    let listed = listed.find(|listed| listed.question.id == question)?;
    Some(Shown { question: listed.question, action: listed.action, planned: None })
}

/// The action in lines; a line that begins with blanks goes on from the one above.
pub fn lines(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    shown: &Shown<'_>,
) -> Vec<String> {
    let Shown { question, action, planned } = shown;
    let state = assessment.actions.get(&question.id).cloned().unwrap_or_default();
    let role = match planned {
        Some(planned) => words::roles::owner(catalogue, assessment, plan, planned),
        None => words::plan::role(catalogue, &action.owner),
    };
    let entry = assessment.entry(&question.id);
    let mut lines = vec![say::head(&role, action, &state)];
    lines.extend(planned.map(|planned| reason(catalogue, assessment, plan, planned)));
    lines.push(say::answer(catalogue, question, standing(catalogue, assessment, question)));
    lines.extend(planned.and_then(|planned| requires(catalogue, planned)));
    lines.push(String::new());
    lines.push(action.text.why.clone());
    lines.push(String::new());
    lines.push(say::FIRST_STEPS.to_owned());
    lines.extend(action.text.steps.iter().enumerate().map(|(i, step)| format!("{}.  {}", i + 1, step.text)));
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

fn reason(catalogue: &Catalogue, assessment: &Assessment, plan: &Plan<'_>, planned: &Planned<'_>) -> String {
    let id = planned.question.id.as_str();
    let needed = plan.actions.iter().filter(|other| other.requires.contains(&id));
    let needed: Vec<&str> = needed.map(|other| other.action.text.title.as_str()).collect();
    say::reason(&words::plan::counts_for(catalogue, assessment, planned), &needed)
}

fn requires(catalogue: &Catalogue, planned: &Planned<'_>) -> Option<String> {
    let title = |id: &&str| Some(catalogue.question(id)?.action.as_ref()?.text.title.as_str());
    let titles: Vec<&str> = planned.requires.iter().filter_map(title).collect();
    (!titles.is_empty()).then(|| say::comes_after(&titles))
}
