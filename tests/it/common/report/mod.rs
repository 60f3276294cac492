//! A small catalogue and an assessment of it, for the tests of the reports.

use std::path::Path;

use jiff::civil::{Date, date};
use ospo_assess::assessment::{ActionState, Answer, Assessment, Entry, Route, State};
use ospo_assess::plan::{Plan, Settings, plan};
use ospo_assess::questionnaire::Catalogue;

/// `climb` (levels), `team` (areas), `shape` (fit), two roles, one resource.
pub fn catalogue() -> Catalogue {
    let files = [
        ("climb.toml", include_str!("climb.toml")),
        ("team.toml", include_str!("team.toml")),
        ("shape.toml", include_str!("shape.toml")),
        ("roles.toml", include_str!("roles.toml")),
        ("resources.toml", include_str!("resources.toml")),
    ];
    Catalogue::of(files.map(|(path, text)| (Path::new(path), text))).unwrap()
}

/// An assessment of all three, without an answer.
pub fn blank() -> Assessment {
    Assessment {
        organization: "Example Corp".to_owned(),
        questionnaires: ["climb", "team", "shape"].map(|id| (id.to_owned(), "1.0.0".to_owned())).into(),
        ..Assessment::default()
    }
}

/// Stage 1 reached, stage 2 not yet decided, something unknown, something not applicable, an action
/// under way.
pub fn midway() -> Assessment {
    let mut assessment = blank();
    answer(&mut assessment, "inventory", "most");
    answer(&mut assessment, "policy", "fully");
    answer(&mut assessment, "meetups", "half");
    answer(&mut assessment, "contributions", "unknown");
    answer(&mut assessment, "projects", "not-applicable");
    answer(&mut assessment, "budget", "half");
    answer(&mut assessment, "lead", "none");
    answer(&mut assessment, "size", "few");
    let entry = |assessment: &mut Assessment, id: &str, edit: fn(&mut Entry)| {
        edit(assessment.answers.get_mut(id).unwrap());
    };
    entry(&mut assessment, "projects", |entry| entry.reason = Some("We host none.".to_owned()));
    entry(&mut assessment, "meetups", |entry| {
        entry.note = Some("Berlin in May.\nLyon in June.\n\nAsk Ana.".to_owned());
        entry.evidence = vec!["https://example.org/meet".to_owned(), "minutes of 3 June".to_owned()];
        entry.answered_at = Some("2026-11-22T10:15:00Z".parse().unwrap());
    });
    assessment.objectives.insert("climb".to_owned(), vec!["calm".to_owned()]);
    let ana =
        ActionState { state: State::Doing, owner: Some("Ana".to_owned()), due: Some(date(2027, 1, 31)) };
    assessment.actions.insert("meetups".to_owned(), ana);
    assessment
}

/// Gives an answer by its word.
pub fn answer(assessment: &mut Assessment, question: &str, word: &str) {
    let entry = Entry { answer: Some(Answer::from_word(word)), ..Entry::default() };
    assessment.answers.insert(question.to_owned(), entry);
}

/// The plan of an assessment on this route, from the first day of 2027.
pub fn plan_on<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, route: Route) -> Plan<'a> {
    let start: Date = date(2027, 1, 1);
    let settings = Settings { route, ..Settings::of(catalogue, assessment, start) };
    plan(catalogue, assessment, &settings)
}
