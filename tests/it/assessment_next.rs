//! Old assessments under new questionnaires, and the next assessment made from the last.

use std::path::Path;

use ospo_assess::assessment::{Assessment, State, ToConfirm, notices};
use ospo_assess::files::Document;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::score::{Standing, standing};

use crate::common::assessments::entry;
use crate::common::catalogues;
use crate::common::files::read;

fn catalogue() -> Catalogue {
    catalogues::of(&[("questionnaire.toml", &read("tests/assessments/questionnaire.toml"))])
}

fn full() -> Assessment {
    Document::parse(&read("tests/assessments/good/full.toml"), Path::new("full.toml")).unwrap().assessment
}

fn told(assessment: &Assessment) -> Vec<String> {
    notices(assessment, &catalogue()).iter().map(ToString::to_string).collect()
}

#[test]
fn what_differs_is_named() {
    let mut assessment = full();
    assessment.questionnaires[0].1 = "1.0.0".to_owned();
    assessment.targets.insert("example".to_owned(), "summit".to_owned());
    assessment.answers.get_mut("inventory").unwrap().revision = None;
    assessment.answers.insert("audit".to_owned(), entry("mostly"));
    for i in 0..12 {
        assessment.answers.insert(format!("left-{i:02}"), entry("fully"));
    }
    insta::assert_snapshot!(told(&assessment).join("\n"));
}

#[test]
fn nothing_is_said_where_nothing_differs() {
    let mut assessment = full();
    assessment.questionnaires.pop();
    assessment.answers.get_mut("policy").unwrap().revision = Some(9);
    assert!(told(&assessment).is_empty());
}

#[test]
fn an_answer_of_a_questionnaire_that_is_not_asked_is_told_apart() {
    let mut assessment = full();
    assessment.questionnaires.clear();
    assert_eq!(told(&assessment), ["No longer asked, kept and not scored (3): inventory, policy, training."]);
}

#[test]
fn the_next_assessment_has_every_answer_to_confirm() {
    let (last, catalogue) = (full(), catalogue());
    let next = last.carried_over();
    for (id, entry) in &next.answers {
        assert_eq!(
            standing(&catalogue, &next, catalogue.question(id).unwrap()),
            Standing::ToConfirm(ToConfirm::CarriedOver),
            "{id}"
        );
        let before = &last.answers[id];
        assert_eq!(
            (&entry.answer, &entry.note, &entry.evidence),
            (&before.answer, &before.note, &before.evidence)
        );
    }
    assert_eq!(next.organization, last.organization);
    assert_eq!((next.plan.capacity, next.plan.start), (last.plan.capacity, None));
    assert_eq!((&next.targets, &next.objectives), (&last.targets, &last.objectives));
    assert!(
        next.respondent.is_none()
            && next.votes.is_empty()
            && next.voices.is_empty()
            && next.decisions.is_empty()
    );
    assert_eq!(next.state("inventory"), State::Doing);
    assert!(!next.actions.contains_key("policy"), "what was done is for the new answers to say");
}
