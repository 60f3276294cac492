//! An organisation as a founder might describe it: with the built-in questionnaires, the lower levels
//! for the most part in place, gaps in the middle, a few things unknown, the rest not answered yet.

use ospo_assess::assessment::{Answer, Assessment, Entry};
use ospo_assess::questionnaire::{Catalogue, DEFAULT_SELECTION, Part};

/// The assessment of this organisation.
pub fn founder(catalogue: &Catalogue) -> Assessment {
    founder_with(catalogue, &DEFAULT_SELECTION)
}

/// The same, with these questionnaires.
pub fn founder_with(catalogue: &Catalogue, ids: &[&str]) -> Assessment {
    let asked = ids.iter().map(|id| catalogue.questionnaire(id).unwrap());
    let mut assessment = Assessment { organization: "Example Corp".to_owned(), ..Assessment::default() };
    for (i, questionnaire) in asked.enumerate() {
        assessment.questionnaires.push((questionnaire.id.clone(), questionnaire.version.clone()));
        for (j, place) in questionnaire.placements.iter().enumerate() {
            let Some(question) = catalogue.question(&place.question) else { continue };
            let last = question.options.len() - 1;
            let option = |step: usize| Some(Answer::Option(question.options[step.min(last)].id.clone()));
            let answer = match (place.part, (i + j) % 7) {
                (Part::Level(1), step) => option(2 + step % 2),
                (_, 6) => Some(Answer::Unknown),
                (Part::Level(2), step) => option(1 + step % 3),
                (Part::Level(3), 0) => option(1),
                (Part::Level(_), _) => None,
                (_, step) => option(step % 3),
            };
            if let Some(answer) = answer {
                let entry =
                    Entry { answer: Some(answer), revision: Some(question.revision), ..Entry::default() };
                assessment.answers.entry(question.id.clone()).or_insert(entry);
            }
        }
    }
    assessment
}
