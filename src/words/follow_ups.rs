//! Questionnaires that look closer at what is weak.

use super::scores::minutes;
use super::{answers, count};
use crate::score::FollowUp;

/// The heading of questionnaires that look closer at what is weak.
pub(crate) const CLOSER: &str = "Worth a closer look";
/// The most low answers that are named for one questionnaire.
const NAMED: usize = 2;

/// A questionnaire that is worth asking: its title, its size, and how long what is new takes.
pub(crate) fn follow_up(follow_up: &FollowUp<'_>) -> String {
    let FollowUp { questionnaire, open, .. } = follow_up;
    let all = questionnaire.placements.len();
    let new = if *open == all { String::new() } else { format!(", {open} of them new") };
    format!("{} ({}{new}, {})", questionnaire.text.title, count(all, "question"), minutes(*open))
}

/// What the low answers stand behind.
pub(crate) const BECAUSE_OF: &str = "Because of";

/// Why a questionnaire is worth asking, in a sentence.
pub(crate) fn because(follow_up: &FollowUp<'_>) -> String {
    format!("{BECAUSE_OF}: {}", low_answers(follow_up))
}

/// The first of the low answers that point to a questionnaire.
pub(crate) fn low_answers(follow_up: &FollowUp<'_>) -> String {
    let named = follow_up.low.iter().take(NAMED);
    let named = named.map(|(question, standing)| {
        format!("{} ({})", question.text.question, answers::standing(question, *standing))
    });
    let named = named.collect::<Vec<_>>().join("; ");
    match follow_up.low.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}; and {}", count(more, "more answer")),
    }
}

/// The titles of what is worth asking: "Worth a closer look: OSPO staffing, OSPO structure"; `None`
/// where nothing is.
pub(crate) fn closer(follow_ups: &[FollowUp<'_>]) -> Option<String> {
    let titles: Vec<&str> =
        follow_ups.iter().map(|follow_up| follow_up.questionnaire.text.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("{CLOSER}: {}", titles.join(", ")))
}
