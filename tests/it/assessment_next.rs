//! Old assessments under new questionnaires, and the next assessment made from the last.

use std::path::Path;

use ospo_assess::assessment::{Assessment, Decision, Entry, How, State, ToConfirm, Votes, notices};
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

/// A question that a room decided, one that it put off, one that somebody answered alone.
#[test]
fn what_was_decided_and_voted_the_last_time_stays_beside_the_question() {
    let votes =
        |votes: &[(&str, u32)]| votes.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect::<Votes>();
    let mut first = Assessment::default();
    for id in ["decided", "alone", "waits"] {
        first.answers.insert(id.to_owned(), Entry { revision: Some(2), ..entry("partly") });
    }
    first.answers.get_mut("waits").unwrap().answer = None;
    first.votes.insert("decided".to_owned(), votes(&[("partly", 5), ("none", 3)]));
    first.votes.insert("waits".to_owned(), votes(&[("none", 4), ("fully", 4)]));
    first.decisions.insert("decided".to_owned(), Decision::new(How::Median, None));
    first.decisions.insert("waits".to_owned(), Decision::new(How::Parked, None));
    let mut second = first.carried_over();
    let of = |next: &Assessment, id: &str| {
        let last = &next.last[id];
        (last.answer.clone(), last.how, last.revision, next.last_votes.get(id).cloned())
    };
    let partly = || Some("partly".to_owned());
    assert_eq!(
        of(&second, "decided"),
        (partly(), Some(How::Median), Some(2), Some(votes(&[("partly", 5), ("none", 3)])))
    );
    assert_eq!(of(&second, "alone"), (partly(), None, Some(2), None));
    assert_eq!(
        of(&second, "waits"),
        (None, Some(How::Parked), None, Some(votes(&[("none", 4), ("fully", 4)])))
    );

    // Of three quarters the last that said something counts: "decided" is answered anew, the others are not.
    second.answers.insert("decided".to_owned(), entry("fully"));
    let third = second.carried_over();
    assert_eq!(of(&third, "decided"), (Some("fully".to_owned()), None, None, None));
    assert_eq!(of(&third, "waits"), of(&second, "waits"));
    assert_eq!(of(&third, "alone"), of(&second, "alone"));
}
