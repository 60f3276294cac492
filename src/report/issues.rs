//! A plan as issues of a tracker: a line of JSON for each action that is to be done.
//!
//! Others read a tracker than a plan, often everybody: nobody's name, note or evidence stands in an issue.

use serde::Serialize;

use super::escape::{action_mark, bold, inline, link};
use crate::assessment::Assessment;
use crate::plan::{Plan, Planned, Quarter};
use crate::questionnaire::Catalogue;
use crate::words;
use crate::words::issues as say;

/// An issue as a tracker takes it: texts, and `mark`, by which it is known again.
#[derive(Serialize)]
struct Issue<'a> {
    title: String,
    /// Markdown, ended by the mark as a comment.
    body: String,
    labels: [String; 2],
    milestone: String,
    /// The last day of its quarter.
    due: String,
    mark: &'a str,
}

/// The open actions of a plan as JSON Lines, in the order of the plan.
pub fn plan_issues(catalogue: &Catalogue, assessment: &Assessment, plan: &Plan<'_>) -> String {
    let issues = plan.quarters.iter().flat_map(|quarter| {
        let actions = plan.actions.get(quarter.actions.clone()).unwrap_or_default();
        actions.iter().map(move |planned| issue(catalogue, assessment, plan, planned, quarter))
    });
    // Writing to memory does not fail, and every key is a string.
    issues.map(|issue| serde_json::to_string(&issue).unwrap_or_default() + "\n").collect()
}

fn issue<'a>(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    planned: &'a Planned<'_>,
    quarter: &Quarter<'_>,
) -> Issue<'a> {
    let text = &planned.action.text;
    let id = planned.question.id.as_str();
    let mut body = vec![inline(&text.why)];
    let role = words::plan::role(catalogue, &planned.action.owner);
    let requires = planned.requires.iter().map(|id| {
        let action = catalogue.question(id).and_then(|question| question.action.as_ref());
        action.map_or(*id, |action| &action.text.title)
    });
    let answer = words::answers::standing(planned.question, planned.standing);
    let now = match planned.standing.is_open() {
        true => (words::plan_file::FIND_OUT, words::actions::find_out(catalogue, planned.question, &answer)),
        false => (words::plan_file::NOW, answer),
    };
    let facts = [
        now,
        (words::plan_file::COUNTS_FOR, words::actions::counts_for(catalogue, assessment, plan, planned)),
        (words::plan_file::REQUIRES, requires.collect::<Vec<_>>().join("; ")),
        (words::plan_file::ROLE, role),
        (say::EFFORT, words::actions::effort_of(planned)),
    ];
    let facts = facts.iter().filter(|(_, fact)| !fact.is_empty());
    body.push(
        facts
            .map(|(label, fact)| {
                format!("- {} {}", bold(&format!("{}:", words::capital(label))), inline(fact))
            })
            .collect::<Vec<_>>()
            .join("\n"),
    );
    let steps: Vec<String> = planned.steps().map(|step| format!("- [ ] {}", inline(&step.text))).collect();
    if !steps.is_empty() {
        body.push(bold(words::actions::FIRST_STEPS));
        body.push(steps.join("\n"));
    }
    body.push(inline(&words::actions::done_when(&text.done_when)));
    let resources = planned.action.resources.iter().filter_map(|id| catalogue.resource(id));
    let links: Vec<String> = resources.map(|found| link(&found.text.title, &found.address)).collect();
    if !links.is_empty() {
        body.push(format!("{}: {}", words::capital(words::plan_file::RESOURCE), links.join(", ")));
    }
    body.push(action_mark(id));
    Issue {
        title: super::printable(if text.title.is_empty() { id } else { &text.title }),
        body: body.join("\n\n"),
        labels: [say::LABEL.to_owned(), say::size(planned.action.effort)],
        milestone: words::plan::quarter(quarter),
        due: quarter.ends.to_string(),
        mark: id,
    }
}
