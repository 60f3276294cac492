//! Issues that come back from a tracker: the lists of `gh issue list --json body,state,stateReason` and
//! `glab issue list --output json`. What was closed there is done; what was closed as not planned is dropped.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::marks;
use super::take::{ActionChange, Difference, PlanChanges};
use crate::assessment::{ActionState, Assessment, State};

use crate::questionnaire::{Catalogue, MAX_FILE_BYTES, read_at_most};

/// An issue of a list; what else its tracker says of it is passed over.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedIssue {
    /// GitLab's name for it is `description`; either may be `null`.
    #[serde(alias = "description")]
    body: Option<String>,
    state: String,
    state_reason: Option<String>,
}

impl ListedIssue {
    /// The question of its action; `None` for an issue that is none of ours.
    fn question(&self) -> Option<&str> {
        let comments = self.body.as_deref()?.split(marks::OPEN).skip(1);
        comments.filter_map(|rest| marks::value(rest.split(marks::CLOSE).next()?.trim(), "action")).last()
    }

    /// The state that it gives its action; `None` while it is open.
    fn state(&self) -> Option<State> {
        let is_planned =
            self.state_reason.as_deref().is_none_or(|reason| !reason.eq_ignore_ascii_case("not_planned"));
        let closed = self.state.eq_ignore_ascii_case("closed");
        closed.then_some(if is_planned { State::Done } else { State::Dropped })
    }
}

/// The issues in a file; `None` for any other file than a list in JSON.
///
/// # Errors
/// A list that is none of issues, by line and column.
pub fn read_issues(path: &Path) -> Option<Result<Vec<ListedIssue>, serde_json::Error>> {
    let bytes = read_at_most(path, MAX_FILE_BYTES).ok()??;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    text.trim_ascii_start().starts_with(b"[").then(|| serde_json::from_slice(text))
}

/// Compares what a tracker says with the assessment, by question. An action with an open issue stays as it is,
/// whatever was closed before.
pub fn take_issues(issues: &[ListedIssue], assessment: &Assessment, catalogue: &Catalogue) -> PlanChanges {
    let mut said: BTreeMap<&str, Option<State>> = BTreeMap::new();
    for issue in issues {
        let Some(question) = issue.question() else { continue };
        let state = issue.state();
        said.entry(question).and_modify(|known| *known = together(*known, state)).or_insert(state);
    }
    let asked = assessment.asked_questions(catalogue);
    let mut taken = PlanChanges::default();
    for (question, state) in said {
        let action = catalogue.question(question).and_then(|question| question.action.as_ref());
        let question = question.to_owned();
        if action.is_none() || !asked.contains(&question.as_str()) {
            taken.kept.push(Difference::NoAction { question });
            continue;
        }
        let Some(state) = state else { continue };
        let before = assessment.actions.get(&question).cloned().unwrap_or_default();
        if before.state == State::Done && state == State::Dropped {
            taken.kept.push(Difference::State { question, state: before.state });
        } else if before.state != state {
            let after = ActionState { state, ..before.clone() };
            taken.changes.push(ActionChange { question, before, after });
        }
    }
    taken
}

/// What two issues of one action say: open where one is, done where one was done.
fn together(one: Option<State>, other: Option<State>) -> Option<State> {
    let (one, other) = (one?, other?);
    Some(if one == State::Done { one } else { other })
}
