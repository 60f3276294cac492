//! Assessments: built in a line or two, of the small catalogue, and as organisations might have them.

use jiff::civil::date;
use ospo_assess::assessment::{ActionState, Answer, Assessment, Entry, Route, State};
use ospo_assess::files::Document;
use ospo_assess::plan::{Plan, Settings, plan};
use ospo_assess::questionnaire::{Catalogue, DEFAULT_SELECTION, Part};

use super::catalogues::small;
use super::files::path;

/// An answer by its word.
pub fn entry(word: &str) -> Entry {
    let reason = (word == "not-applicable").then(|| "Not us".to_owned());
    Entry { answer: Some(Answer::from_word(word)), reason, ..Entry::default() }
}

/// Gives an answer by its word.
pub fn answer(assessment: &mut Assessment, question: &str, word: &str) {
    assessment.answers.insert(question.to_owned(), entry(word));
}

/// An assessment of these questionnaires, of any version, with these answers.
pub fn assessment(questionnaires: &[&str], answers: &[(&str, &str)]) -> Assessment {
    Assessment {
        organization: "Example Corp".to_owned(),
        questionnaires: questionnaires.iter().map(|id| ((*id).to_owned(), "1.0.0".to_owned())).collect(),
        answers: answers.iter().map(|(question, word)| ((*question).to_owned(), entry(word))).collect(),
        ..Assessment::default()
    }
}

/// The same answers, given to the questions as they are now.
pub fn answered_now(catalogue: &Catalogue, mut assessment: Assessment) -> Assessment {
    for (id, entry) in &mut assessment.answers {
        entry.revision = catalogue.question(id).map(|question| question.revision);
    }
    assessment
}

/// An assessment of these questionnaires as they are, without an answer.
pub fn asking(catalogue: &Catalogue, questionnaires: &[&str]) -> Assessment {
    let mut asking = assessment(questionnaires, &[]);
    for (id, version) in &mut asking.questionnaires {
        version.clone_from(&catalogue.questionnaire(id).unwrap().version);
    }
    asking
}

/// Of the small catalogue, without an answer.
pub fn blank() -> Assessment {
    assessment(&["climb", "team", "shape"], &[])
}

/// Of the small catalogue: stage 1 reached, stage 2 not yet decided, something unknown, something not
/// applicable, an action under way.
pub fn midway() -> Assessment {
    let mut midway = blank();
    for (question, word) in [
        ("inventory", "most"),
        ("policy", "fully"),
        ("meetups", "half"),
        ("contributions", "unknown"),
        ("projects", "not-applicable"),
        ("budget", "half"),
        ("lead", "none"),
        ("size", "few"),
    ] {
        answer(&mut midway, question, word);
    }
    midway.answers.get_mut("projects").unwrap().reason = Some("We host none.".to_owned());
    let meetups = midway.answers.get_mut("meetups").unwrap();
    meetups.note = Some("Berlin in May.\nLyon in June.\n\nAsk Ana.".to_owned());
    meetups.evidence = vec!["https://example.org/meet".to_owned(), "minutes of 3 June".to_owned()];
    meetups.answered_at = Some("2026-11-22T10:15:00Z".parse().unwrap());
    midway.objectives.insert("climb".to_owned(), vec!["calm".to_owned()]);
    let ana =
        ActionState { state: State::Doing, owner: Some("Ana".to_owned()), due: Some(date(2027, 1, 31)) };
    midway.actions.insert("meetups".to_owned(), ana);
    midway
}

/// Of the small catalogue, `rungs` too: stage 1 reached and stage 2 within reach, rung 1 not yet.
pub fn midway_with_rungs() -> Assessment {
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
    let mut midway = asking(&small(), &["climb", "rungs", "team", "shape"]);
    answers.iter().for_each(|(question, word)| answer(&mut midway, question, word));
    midway
}

/// The plan of an assessment on this route, from the first day of 2027.
pub fn plan_on<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, route: Route) -> Plan<'a> {
    let settings = Settings { route, ..Settings::of(catalogue, assessment, date(2027, 1, 1)) };
    plan(catalogue, assessment, &settings)
}

/// One of the test organisations, by the name of its file.
pub fn organisation(name: &str) -> Assessment {
    Document::read(&path("tests/organisations").join(format!("{name}.toml"))).unwrap().0.assessment
}

/// An organisation as a founder might describe it: with the built-in questionnaires, the lower levels for
/// the most part in place, gaps in the middle, a few things unknown, the rest not answered yet.
pub fn founder(catalogue: &Catalogue) -> Assessment {
    founder_with(catalogue, &DEFAULT_SELECTION)
}

/// The same, with these questionnaires.
pub fn founder_with(catalogue: &Catalogue, ids: &[&str]) -> Assessment {
    let mut founder = asking(catalogue, ids);
    for (i, id) in ids.iter().enumerate() {
        for (j, place) in catalogue.questionnaire(id).unwrap().placements.iter().enumerate() {
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
                founder.answers.entry(question.id.clone()).or_insert(entry);
            }
        }
    }
    founder
}
