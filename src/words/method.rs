//! How results and plans are computed, for whoever wants to check them.

use super::actions::efforts;
use super::scores::number;
use crate::questionnaire::{Part, Questionnaire};

/// The rules of the computation for any questionnaire.
pub(crate) fn rules() -> [String; 3] {
    [
    "Each answer carries a credit from 0 to 100. A percent is the sum of weight times credit over the sum of \
     weights. What is not applicable is left out; what is unknown or not answered counts 0 for what is \
     reached and 100 for what is still possible."
        .to_owned(),
    "Reached is the highest level whose gate holds together with the gates of all levels below it.".to_owned(),
    format!("{}. The \
     actions are done one after the other; each belongs to the quarter in which its last point falls.", efforts()),
    ]
}

/// The gates of a questionnaire in numbers.
pub(crate) fn gates(questionnaire: &Questionnaire) -> Option<String> {
    if !questionnaire.kind.has_levels() {
        return None;
    }
    let mut text = format!(
        "{}: a level holds from {}% with every key question at {} or more",
        questionnaire.text.title, questionnaire.gate, questionnaire.key_gate
    );
    if questionnaire.placements.iter().any(|place| place.part == Part::Ability) {
        let thresholds = questionnaire.levels.iter().enumerate().skip(1);
        let thresholds =
            thresholds.map(|(n, level)| format!("{} from {}%", number(questionnaire, n), level.ability));
        text += &format!("; ability sustains {}", thresholds.collect::<Vec<_>>().join(", "));
    }
    Some(text + ".")
}
