//! What is said about the list of assessments.

use std::path::Path;

use super::follow_ups;
use crate::assessment::Assessment;
use crate::score::FollowUp;

const LISTED_ACTIONS: usize = 8;

pub(crate) const NEW: &str = "New assessment";
pub(crate) const NEW_HINT: &str = "Whose programme do you assess? An organisation, or a part of one.";
pub(crate) const OPEN: &str = "Open a file";
pub(crate) const OPEN_HINT: &str = "The path of an assessment.";
pub(crate) const RENAME_HINT: &str = "What is the organisation called?";
pub(crate) const REMOVE: &str = "Remove this assessment?";
pub(crate) const REMOVE_YES: &str = "Remove it";
pub(crate) const REMOVE_NO: &str = "Keep it";
pub(crate) const NEXT: &str = "The next assessment";
pub(crate) const THESE_FIRST: &str = "Ask about these first: their answers may have changed";
pub(crate) const USUAL_ORDER: &str = "Ask everything in the usual order";

/// What a new user reads first.
pub(crate) const WELCOME: &[&str] = &[
    "Welcome. You have no assessment yet.",
    "Type a to start one. You will answer questions about how your organisation works with open source, one at a time: what is in place, what is not. \"We don't know\" is a fine answer.",
    "After about a quarter of an hour comes the first result: you see where you stand and why. From there you choose what to aim at, and the program writes the plan that gets you there, quarter by quarter, as a Markdown file.",
    "Everything stays on this machine. Each answer is saved at once; you can stop at any time and come back.",
    "Type ? for help at any place, o to open an assessment from a file, q to leave.",
];

/// An assessment of the list: the organisation, who answered, and the file where that tells it apart.
pub(crate) fn listed(assessment: &Assessment, file: Option<&Path>) -> String {
    let respondent = assessment.respondent.clone();
    let file = file.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let more: Vec<String> = respondent.into_iter().chain(file).collect();
    match more.as_slice() {
        [] => assessment.organization.clone(),
        more => format!("{} ({})", assessment.organization, more.join(", ")),
    }
}

pub(crate) fn rename(name: &str) -> String {
    format!("Another name for {name}")
}

pub(crate) fn remove_hint(name: &str, path: &Path) -> String {
    format!("{name}: {}. u puts it back until the program ends.", path.display())
}

/// The actions that the last plan worked on, a line each.
pub(crate) fn worked_on(actions: &[String]) -> String {
    let mut lines = vec!["The last plan worked on:".to_owned()];
    lines.extend(actions.iter().take(LISTED_ACTIONS).map(|action| format!("- {action}")));
    if actions.len() > LISTED_ACTIONS {
        lines.push(format!("- and {} more", actions.len() - LISTED_ACTIONS));
    }
    lines.join("\n")
}

/// The questionnaires that are worth a closer look, and where they are offered.
pub(crate) fn closer(follow_ups: &[FollowUp<'_>]) -> Option<String> {
    Some(format!("{} (last page of the results)", follow_ups::closer(follow_ups)?))
}
