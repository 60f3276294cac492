//! A plan written again onto an earlier one: the program's blocks are new, and what people wrote stays
//! where it stood ([`merge`](super::merge)).

use std::collections::HashSet;

use super::merge::merged;
use super::parse::parse;
use super::read::{TaskState, UnreadablePlan, other_organization, read};
use super::take::apply_task;
use crate::assessment::Assessment;
use crate::words::plan_file as words;

/// How often what was written is read again.
const MOST_ROUNDS: usize = 4;

/// The reason why a plan is not written over an earlier one; nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// The earlier plan cannot be read back, or hides something.
    #[error("{}", words::unreadable(.0))]
    Unreadable(#[from] UnreadablePlan),
    /// The earlier plan is that of another organisation.
    #[error("{}", words::of_another(.0))]
    OfAnother(String),
    /// The earlier plan says something that the assessment does not know yet.
    #[error("{}", words::not_synced(&questions(.0)))]
    NotSynced(Vec<TaskState>),
}

/// The plan `new` with what people wrote into the plan `old`. `assessment` is what `new` was made from.
///
/// # Errors
/// An old plan that cannot be read back, or that was not taken over yet.
pub fn keep(old: &str, new: &str, assessment: &Assessment) -> Result<String, KeepError> {
    let windows = old.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n"));
    let (before, after) = (parse(old), parse(new));
    let said = read(&before)?;
    if !before.open.is_empty() {
        return Err(UnreadablePlan(before.open).into());
    }
    if let Some(name) = other_organization(&before, assessment) {
        return Err(KeepError::OfAnother(name));
    }
    let is_there = |said: &TaskState| after.tasks.iter().any(|task| task.id == said.question);
    let is_news = |said: &&TaskState| is_there(said) && !is_synced(said, assessment);
    let news: Vec<TaskState> = said.actions.iter().filter(is_news).cloned().collect();
    if !news.is_empty() {
        return Err(KeepError::NotSynced(news));
    }
    let unknown = said.actions.iter().filter(|said| !is_synced(said, assessment));
    let unknown = unknown.map(|said| said.question.as_str()).collect();
    let mut text = merged(&before, &after, &said, &unknown);
    // In another place words may turn out to be the program's own: once more, until nothing moves.
    for _ in 0..MOST_ROUNDS {
        let before = parse(&text);
        let again = merged(&before, &after, &read(&before)?, &HashSet::new());
        if again == text {
            break;
        }
        text = again;
    }
    let mark = if old.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    Ok(format!("{mark}{}", if windows { text.replace('\n', "\r\n") } else { text }))
}

fn questions(said: &[TaskState]) -> String {
    said.iter().map(|said| said.question.as_str()).collect::<Vec<_>>().join(", ")
}

/// True when the assessment knows everything that a plan says about an action.
fn is_synced(said: &TaskState, assessment: &Assessment) -> bool {
    let known = assessment.actions.get(&said.question).cloned().unwrap_or_default();
    apply_task(said, &known) == known
}
