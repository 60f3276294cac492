//! Objectives, and the levels that they suggest.

use crate::questionnaire::{Objective, Questionnaire};

/// The level that the ticked objectives suggest: the highest of theirs, and the objective that does.
pub fn judged<'q>(questionnaire: &'q Questionnaire, ticked: &[String]) -> Option<(usize, &'q Objective)> {
    let ticked = questionnaire.objectives.iter().filter(|objective| ticked.contains(&objective.id));
    let suggested = ticked.filter_map(|objective| Some((suggested(questionnaire, objective)?, objective)));
    // Of several that suggest the same, the first.
    suggested.rev().max_by_key(|(number, _)| *number)
}

/// The number of the level that an objective suggests.
pub fn suggested(questionnaire: &Questionnaire, objective: &Objective) -> Option<usize> {
    questionnaire.levels.iter().position(|level| level.id == objective.suggests)
}

/// The chosen objectives after one of them was ticked or unticked, in the order of the questionnaire;
/// what it does not know stays. `None` when none is left.
pub fn toggled(questionnaire: &Questionnaire, chosen: &[String], id: &str) -> Option<Vec<String>> {
    let known = |id: &String| questionnaire.objectives.iter().any(|objective| objective.id == *id);
    let ticked = questionnaire.objectives.iter().map(|objective| objective.id.clone());
    let ticked = ticked.filter(|other| chosen.contains(other) != (other == id));
    let ticked: Vec<String> = ticked.chain(chosen.iter().filter(|id| !known(id)).cloned()).collect();
    (!ticked.is_empty()).then_some(ticked)
}
