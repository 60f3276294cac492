//! The development set: described organisations, answered by two people who did not know what is expected.
//! A questionnaire whose questions, gates or keys change shows here as a result that nobody would share.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::assessment::{Answer, Assessment};
use ospo_assess::files::Document;
use ospo_assess::score::{Standing, score, standing};
use serde::Deserialize;

use crate::common::catalogues::BUILT_IN;

#[derive(Deserialize)]
struct Expected {
    stage: Judged,
    rung: Judged,
}

#[derive(Deserialize)]
struct Judged {
    /// By each who judged.
    judged: Vec<usize>,
    /// From the lowest to the highest that is plausible.
    range: [usize; 2],
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/organisations/development")
}

fn expected() -> BTreeMap<String, Expected> {
    toml::from_str(&fs::read_to_string(folder().join("judged.toml")).unwrap()).unwrap()
}

/// What one of the two answered for an organisation.
fn answers(name: &str, rater: &str) -> Assessment {
    Document::read(&folder().join(format!("{name}-{rater}.toml"))).unwrap().0.assessment
}

/// What an organisation came to by one of the two: reached and possible, of the stages and of the rungs.
fn results(name: &str, rater: &str) -> [(usize, usize); 2] {
    let results = score(&BUILT_IN, &answers(name, rater)).into_iter();

    let results: Vec<_> =
        results.filter_map(|score| score.levels().map(|levels| (levels.reached, levels.possible))).collect();
    results.try_into().expect("stages and rungs")
}

/// Raters, of those who answered, by whose answers a judged level lies between reached and possible.
fn agree(name: &str, which: usize, levels: impl Fn(usize, usize) -> bool) -> usize {
    ["first", "second"]
        .iter()
        .filter(|rater| levels(results(name, rater)[which].0, results(name, rater)[which].1))
        .count()
}

#[test]
fn every_level_is_plausible() {
    for (name, expected) in expected() {
        for (which, judged) in [&expected.stage, &expected.rung].into_iter().enumerate() {
            let [low, high] = judged.range;
            let plausible = agree(&name, which, |reached, possible| reached <= high && possible >= low);
            assert_eq!(plausible, 2, "{name}: {which}");
        }
    }
}

#[test]
fn the_judged_level_is_met_for_at_least_five_of_six() {
    for which in [0, 1] {
        let meets = |(name, expected): &(String, Expected)| {
            let judged = if which == 0 { &expected.stage } else { &expected.rung };
            let met = |level: &usize| {
                agree(name, which, |reached, possible| (reached..=possible).contains(level)) == 2
            };
            judged.judged.iter().any(met)
        };
        assert!(expected().into_iter().filter(meets).count() >= 5, "{which}");
    }
}

/// Where both say what they know, they are seldom more than a step apart: a question that is read in two
/// ways shows here.
#[test]
fn two_people_read_the_questions_alike() {
    let (mut same, mut near, mut all) = (0, 0, 0);
    for name in expected().keys() {
        let (first, second) = (answers(name, "first"), answers(name, "second"));
        for (id, entry) in &first.answers {
            let question = BUILT_IN.question(id).unwrap();
            let credit = |given: &Assessment| match standing(&BUILT_IN, given, question) {
                Standing::Answered { option, .. } => Some(option),
                _ => None,
            };
            assert!(entry.answer.as_ref().is_none_or(|answer| *answer != Answer::NotApplicable));
            let (Some(one), Some(other)) = (credit(&first), credit(&second)) else { continue };
            all += 1;
            same += usize::from(one == other);
            near += usize::from(one.abs_diff(other) <= 1);
        }
    }
    assert!(all > 150 && same * 100 >= all * 80 && near * 100 >= all * 97, "{same} and {near} of {all}");
}
