//! Objectives, and the levels that they suggest.

use crate::questionnaire::{Objective, Questionnaire};

/// The level that ticked objectives suggest together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion<'q> {
    /// The number of the level: the highest that any of them suggests.
    pub level: usize,
    /// The objectives that suggest it.
    pub because: Vec<&'q Objective>,
    /// True when others are ticked that suggest a lower one.
    pub others: bool,
}

/// The level that the ticked objectives suggest; `None` where none is ticked.
pub fn suggest_level<'q>(questionnaire: &'q Questionnaire, ticked: &[String]) -> Option<Suggestion<'q>> {
    let ticked = questionnaire.objectives.iter().filter(|objective| ticked.contains(&objective.id));
    let all: Vec<_> = ticked
        .filter_map(|objective| Some((suggested_level(questionnaire, objective)?, objective)))
        .collect();
    let level = all.iter().map(|(number, _)| *number).max()?;
    let because = all.iter().filter(|(number, _)| *number == level).map(|(_, objective)| *objective);
    let because: Vec<&Objective> = because.collect();
    let others = because.len() < all.len();
    Some(Suggestion { level, because, others })
}

/// The number of the level that an objective suggests.
pub fn suggested_level(questionnaire: &Questionnaire, objective: &Objective) -> Option<usize> {
    questionnaire.levels.iter().position(|level| level.id == objective.suggests)
}

/// The chosen objectives after one of them was ticked or unticked, in the order of the questionnaire;
/// what it does not know stays. `None` when none is left.
pub fn toggle_objective(questionnaire: &Questionnaire, chosen: &[String], id: &str) -> Option<Vec<String>> {
    let known = |id: &String| questionnaire.objectives.iter().any(|objective| objective.id == *id);
    let ticked = questionnaire.objectives.iter().map(|objective| objective.id.clone());
    let ticked = ticked.filter(|other| chosen.contains(other) != (other == id));
    let ticked: Vec<String> = ticked.chain(chosen.iter().filter(|id| !known(id)).cloned()).collect();
    (!ticked.is_empty()).then_some(ticked)
}
