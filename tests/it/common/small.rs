//! A catalogue that is small enough to check by hand, and an assessment of it, for the tests of the
//! screens: their texts do not change when the built-in questionnaires do.

use std::path::Path;

use ospo_assess::assessment::{Answer, Assessment, Entry};
use ospo_assess::questionnaire::Catalogue;

/// `climb` and `rungs` (levels), `team` and `closer` (areas), `shape` (fit).
pub fn catalogue() -> Catalogue {
    let files = [
        ("climb.toml", include_str!("report/climb.toml")),
        ("rungs.toml", include_str!("rungs.toml")),
        ("team.toml", include_str!("report/team.toml")),
        ("closer.toml", include_str!("closer.toml")),
        ("shape.toml", include_str!("report/shape.toml")),
        ("roles.toml", include_str!("report/roles.toml")),
        ("resources.toml", include_str!("report/resources.toml")),
    ];
    Catalogue::of(files.map(|(path, text)| (Path::new(path), text))).unwrap()
}

/// Stage 1 reached and stage 2 within reach, rung 1 not yet: `closer` is not asked.
pub fn midway() -> Assessment {
    let asked = [("climb", "1.2.0"), ("rungs", "1.0.0"), ("team", "2.0.0"), ("shape", "1.0.0")];
    let answers = [
        ("inventory", "most"),
        ("policy", "fully"),
        ("meetups", "half"),
        ("contributions", "unknown"),
        ("budget", "half"),
        ("rules", "none"),
        ("gifts", "none"),
        ("lead", "none"),
        ("training", "half"),
        ("size", "few"),
    ];
    Assessment {
        organization: "Example Corp".to_owned(),
        questionnaires: asked.map(|(id, version)| (id.to_owned(), version.to_owned())).into(),
        answers: answers.map(|(question, word)| (question.to_owned(), entry(word))).into(),
        ..Assessment::default()
    }
}

/// An answer by its word.
pub fn entry(word: &str) -> Entry {
    Entry { answer: Some(Answer::from_word(word)), revision: Some(1), ..Entry::default() }
}
