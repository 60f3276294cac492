//! The paper, item by item: every item that the paper map numbers stands behind a question, a
//! candidate or an objective of the questionnaire that carries it. Labels and numbers only; what they
//! stand for is told by the questions themselves.

use std::collections::{BTreeMap, BTreeSet};

use ospo_assess::questionnaire::{Catalogue, Questionnaire};

use crate::common::catalogues::BUILT_IN;

/// A questionnaire, and each label that it carries with the highest number of its items.
const MAP: &[(&str, &[(&str, u32)])] = &[
    (
        "maturity-model",
        &[
            ("Maturity Model, Stage 1", 7),
            ("Maturity Model, Stage 2", 8),
            ("Maturity Model, Stage 3", 10),
            ("Maturity Model, Stage 4", 8),
            ("Ability to Execute", 10),
        ],
    ),
    (
        "strategy-ladder",
        &[
            ("Consumer Scenario", 16),
            ("Participant Scenario", 3),
            ("Contributor Scenario", 15),
            ("Leadership Scenario", 13),
            ("Strategic Objectives", 5),
        ],
    ),
    ("characteristics", &[("Characteristics", 5), ("Definition", 2)]),
    ("structure", &[("Structure, Example", 5), ("Structure, Factor", 4)]),
    ("staffing", &[("Staffing, Role", 5), ("Staffing, Head Trait", 8)]),
    (
        "compliance",
        &[
            ("Compliance, Objective", 4),
            ("Compliance, Involvement", 2),
            ("Compliance, Team", 5),
            ("Compliance, Task", 3),
            ("Infrastructure, Consumption", 8),
        ],
    ),
    (
        "responsibilities",
        &[
            ("Responsibilities, Upstream", 4),
            ("Infrastructure, Contribution", 7),
            ("Responsibilities, Organisations", 2),
            ("Responsibilities, Metrics", 5),
            ("Responsibilities, Innersource", 1),
            ("Responsibilities, Talent", 5),
            ("Responsibilities, Advice", 2),
            ("Responsibilities, IT", 3),
            ("Responsibilities, Friction", 3),
            ("Responsibilities, Corporate Development", 2),
            ("Responsibilities, Universities", 1),
            ("Responsibilities, Saying No", 2),
        ],
    ),
    (
        "friction",
        &[
            ("Friction, Culture", 6),
            ("Friction, Processes", 7),
            ("Friction, Tools", 7),
            ("Friction, Continuity", 4),
            ("Friction, Education", 5),
        ],
    ),
];

/// The sources of a questionnaire, each with whose it is: of its questions (used ones too), its
/// candidates and its objectives.
fn sources<'a>(catalogue: &'a Catalogue, questionnaire: &'a Questionnaire) -> Vec<(&'a str, &'a str)> {
    let asked = questionnaire.placements.iter().map(|place| catalogue.question(&place.question).unwrap());
    let questions = asked.map(|question| (question.id.as_str(), question.source.as_str()));
    let candidates = questionnaire.candidates.iter().map(|one| (one.id.as_str(), one.source.as_str()));
    let objectives = questionnaire.objectives.iter().map(|one| (one.id.as_str(), one.source.as_str()));
    questions.chain(candidates).chain(objectives).collect()
}

/// The items that a source names; an error names what is not of the form "Label, n; Label, n".
fn items(source: &str) -> Result<Vec<(&str, u32)>, String> {
    let item = |text: &'_ str| -> Option<(usize, u32)> {
        let (label, number) = text.rsplit_once(", ")?;
        let plain = |label: &str| !label.is_empty() && label.trim() == label && !label.contains(';');
        let digits = number.chars().all(|c| c.is_ascii_digit()) && !number.starts_with('0');
        (plain(label) && digits).then_some((label.len(), number.parse().ok()?))
    };
    let named = source.split("; ").map(|text| match item(text) {
        Some((length, number)) => Ok((&text[..length], number)),
        None => Err(format!("{text:?} is not \"Label, n\"")),
    });
    named.collect()
}

#[test]
fn every_questionnaire_has_its_part_of_the_paper() {
    let catalogue = &*BUILT_IN;
    let found: BTreeSet<&str> = catalogue.questionnaires().map(|one| one.id.as_str()).collect();
    assert_eq!(found, MAP.iter().map(|(id, _)| *id).collect());
}

#[test]
fn every_item_of_the_paper_stands_in_its_questionnaire() {
    let catalogue = &*BUILT_IN;
    let mut missing = Vec::new();
    for (id, labels) in MAP {
        let sources = sources(catalogue, catalogue.questionnaire(id).unwrap());
        let carried: BTreeSet<_> = sources.iter().flat_map(|(_, source)| items(source).unwrap()).collect();
        for (label, highest) in *labels {
            let absent = (1..=*highest).filter(|number| !carried.contains(&(*label, *number)));
            missing.extend(absent.map(|number| format!("{id}: {label}, {number}")));
        }
    }
    assert!(missing.is_empty(), "no question carries:\n{}", missing.join("\n"));
}

#[test]
fn every_source_names_items_that_exist_each_once() {
    let catalogue = &*BUILT_IN;
    let highest: BTreeMap<&str, u32> =
        MAP.iter().flat_map(|(_, labels)| labels.iter().map(|(label, highest)| (*label, *highest))).collect();
    let mut wrong = Vec::new();
    for questionnaire in catalogue.questionnaires() {
        for (id, source) in sources(catalogue, questionnaire) {
            let named = items(source).unwrap_or_else(|problem| {
                wrong.push(format!("{id}: {problem}"));
                Vec::new()
            });
            for (i, (label, number)) in named.iter().enumerate() {
                if !highest.get(label).is_some_and(|highest| (1..=*highest).contains(number)) {
                    wrong.push(format!("{id}: there is no {label}, {number}"));
                }
                if named[..i].contains(&(*label, *number)) {
                    wrong.push(format!("{id}: {label}, {number} stands twice"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What helps stands in plans only where an action names it.
#[test]
fn every_resource_helps_with_an_action() {
    let catalogue = &*BUILT_IN;
    let actions = catalogue.questionnaires().flat_map(|one| &one.questions);
    let actions = actions.filter_map(|question| question.action.as_ref());
    let named: BTreeSet<&str> = actions.flat_map(|action| &action.resources).map(String::as_str).collect();
    let all: BTreeSet<&str> = catalogue.resources().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(named, all);
}

#[test]
fn a_source_of_another_form_is_noticed() {
    assert_eq!(
        items("Friction, Tools, 3; Definition, 12"),
        Ok(vec![("Friction, Tools", 3), ("Definition", 12)])
    );
    let others = [
        "",
        "Definition",
        "Definition, 1;Definition, 2",
        "Definition, 1; ",
        "Definition, 01",
        "Definition, x",
        ", 1",
    ];
    for other in others {
        assert!(items(other).is_err(), "{other:?} passes");
    }
}
