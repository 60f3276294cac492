//! Scores: the definitions by example, and what must hold for any answers at all.

use ospo_assess::assessment::{Answer, Assessment, Entry};
use ospo_assess::questionnaire::{Catalogue, Part};
use ospo_assess::score::{Balance, Gain, LevelsScore, Outcome, Sum, gain, score, standing};
use proptest::prelude::*;

use crate::common::assessments::{assessment, entry};
use crate::common::catalogues::{self, BUILT_IN};

/// Three levels (the third without key questions) and two ability questions.
const MODEL: &str = r#"
format = 1
id = "model"
version = "1.0.0"
title = "Model"
kind = "levels"
summary = "A model."
[[scale]]
id = "s"
steps = [
  { id = "none", credit = 0, label = "None" },
  { id = "third", credit = 33, label = "A third" },
  { id = "most", credit = 67, label = "Two thirds" },
  { id = "all", credit = 100, label = "All" },
]
[[level]]
id = "zero"
number = 0
title = "Zero"
summary = "Nothing."
[[level]]
id = "one"
number = 1
title = "One"
summary = "First."
ability = 30
[[level]]
id = "two"
number = 2
title = "Two"
summary = "Second."
[[level]]
id = "three"
number = 3
title = "Three"
summary = "Third."
ability = 80
"#;

/// Questions: id, level, key, weight.
const QUESTIONS: &[(&str, &str, bool, u32)] = &[
    ("one-key", "one", true, 1),
    ("one-heavy", "one", false, 2),
    ("one-light", "one", false, 1),
    ("two-a", "two", true, 1),
    ("two-b", "two", false, 1),
    ("three-a", "three", false, 1),
    ("able-a", "ability", false, 1),
    ("able-b", "ability", false, 1),
];

fn model() -> Catalogue {
    let mut text = MODEL.to_owned();
    for (id, level, key, weight) in QUESTIONS {
        text += &format!(
            r#"
[[question]]
id = "{id}"
level = "{level}"
key = {key}
weight = {weight}
text = "Is {id} in place?"
help = "It matters."
source = "Here, 1"
respondent = "head"
[question.options]
none = "Nobody has {id}."
third = "One team has {id}."
most = "Two teams of three have {id}."
all = "Each team has {id}."
[question.action]
title = "Do {id}"
why = "It helps."
steps = ["Write {id} down in the wiki."]
done_when = "{id} is in the wiki."
owner = "head"
effort = "S"
"#
        );
    }
    let roles = "[[role]]\nid = \"head\"\ntitle = \"Head\"\nsummary = \"Leads.\"\n";
    catalogues::of(&[("roles.toml", roles), ("model.toml", &text)])
}

/// The answers that put every question of a level (or ability) at an option.
fn level_at<'a>(level: &str, word: &'a str) -> impl Iterator<Item = (&'static str, &'a str)> {
    QUESTIONS
        .iter()
        .filter(move |(_, of, ..)| *of == level)
        .map(move |(id, ..)| (*id, word))
        .collect::<Vec<_>>()
        .into_iter()
}

/// What comes of the answers.
fn levels_of<T>(answers: &[(&str, &str)], read: impl FnOnce(&LevelsScore<'_>) -> T) -> T {
    let catalogue = model();
    let scores = score(&catalogue, &assessment(&["model"], answers));
    read(scores[0].levels().unwrap())
}

#[test]
fn a_gate_needs_enough_credit() {
    // Σ w·c = 100 + 2·67 + 33 = 267 of 240 needed; with the heavy one at 33 it is 199.
    let enough = [("one-key", "all"), ("one-heavy", "most"), ("one-light", "third")];
    assert_eq!(levels_of(&enough, |levels| levels.reached), 1);
    let short = [("one-key", "all"), ("one-heavy", "third"), ("one-light", "third")];
    assert_eq!(levels_of(&short, |levels| levels.reached), 0);
}

#[test]
fn a_gate_needs_every_key_question_even_at_ninety_percent() {
    let answers = [("one-key", "third"), ("one-heavy", "all"), ("one-light", "all")];
    levels_of(&answers, |levels| {
        assert_eq!(levels.levels[0].sum.tenths(), Some(833));
        assert_eq!((levels.reached, levels.possible), (0, 0));
        assert_eq!(levels.levels[0].blocking, ["one-key"], "credit is enough: only the key blocks");
    });
}

#[test]
fn what_blocks_is_key_questions_first_then_the_heaviest_gap() {
    let answers = [("one-key", "most"), ("one-heavy", "third"), ("one-light", "none")];
    levels_of(&answers, |levels| {
        // The key question is far enough and counts among the others: 33 against 2·67 and 100.
        assert_eq!(levels.levels[0].blocking, ["one-heavy", "one-light", "one-key"]);
    });
    levels_of(&[("one-light", "all")], |levels| {
        assert_eq!(levels.levels[0].blocking, ["one-key", "one-heavy"], "unanswered blocks too");
    });
}

#[test]
fn unknown_counts_as_nothing_proven_and_everything_possible() {
    let answers: Vec<_> =
        level_at("one", "all").chain(level_at("two", "unknown")).chain([("three-a", "none")]).collect();
    levels_of(&answers, |levels| {
        assert_eq!((levels.reached, levels.possible, levels.provisional()), (1, 2, true));
        assert_eq!(levels.levels[1].sum, Sum { gained: 0, weight: 2 });
        assert_eq!(levels.levels[1].possible, Sum { gained: 200, weight: 2 });
    });
}

#[test]
fn a_level_of_nothing_applicable_is_passed_over() {
    let answers: Vec<_> = level_at("one", "all")
        .chain(level_at("two", "not-applicable"))
        .chain(level_at("three", "all"))
        .collect();
    levels_of(&answers, |levels| {
        assert!(levels.levels[1].scoped_out && !levels.levels[1].holds);
        assert_eq!((levels.reached, levels.default_target(), levels.position()), (3, 3, 300));
    });
    let middle: Vec<_> = level_at("one", "all").chain(level_at("two", "not-applicable")).collect();
    levels_of(&middle, |levels| {
        assert_eq!((levels.reached, levels.next().unwrap().number), (1, 3));
    });
}

#[test]
fn everything_not_applicable_has_no_percent() {
    let answers: Vec<_> = QUESTIONS.iter().map(|(id, ..)| (*id, "not-applicable")).collect();
    levels_of(&answers, |levels| {
        assert_eq!((levels.sum.tenths(), levels.reached, levels.position()), (None, 0, 0));
        assert_eq!(levels.sum.to_string(), "not applicable");
        let ability = levels.ability.unwrap();
        assert_eq!((ability.sustains, ability.balance), (None, None));
    });
}

#[test]
fn the_position_lies_between_the_reached_and_the_next_level() {
    let answers: Vec<_> = level_at("one", "all").chain([("two-a", "third"), ("two-b", "most")]).collect();
    assert_eq!(levels_of(&answers, |levels| levels.position()), 150);
    // Half up from the unrounded percent: (33 + 0) / 2 = 16.5.
    let answers: Vec<_> = level_at("one", "all").chain([("two-a", "third")]).collect();
    assert_eq!(levels_of(&answers, |levels| levels.position()), 117);
}

#[test]
fn ability_sustains_levels_by_their_thresholds_and_inherits_them() {
    let ability = |a: &str, b: &str| {
        let answers: Vec<_> = level_at("one", "all").chain([("able-a", a), ("able-b", b)]).collect();
        levels_of(&answers, |levels| {
            levels.ability.map(|ability| (ability.sustains, ability.balance)).unwrap()
        })
    };
    assert_eq!(ability("none", "none"), (Some(0), Some(Balance::OverExtended)));
    // Level two names no threshold and takes the 30 of level one.
    assert_eq!(ability("most", "none"), (Some(2), Some(Balance::Ready)));
    assert_eq!(ability("all", "most"), (Some(3), Some(Balance::Ready)));
    assert_eq!(ability("unknown", "none"), (Some(0), None), "open while it could still be another");
}

#[test]
fn an_answer_to_an_older_revision_is_to_be_confirmed() {
    let catalogue = model();
    let mut assessment = assessment(&["model"], &[("one-key", "all"), ("one-heavy", "gone")]);
    assessment.answers.get_mut("one-key").unwrap().revision = Some(0);
    let scores = score(&catalogue, &assessment);
    assert_eq!((scores[0].questions.answered, scores[0].questions.unanswered), (0, 6));
    assessment.answers.get_mut("one-key").unwrap().revision = Some(7);
    assert_eq!(score(&catalogue, &assessment)[0].questions.answered, 1, "a newer one counts as it stands");
}

#[test]
fn percentages_round_half_up() {
    for (gained, weight, shown) in [(1, 3, "0.3%"), (25, 4, "6.3%"), (200, 3, "66.7%"), (300, 3, "100.0%")] {
        assert_eq!(Sum { gained, weight }.to_string(), shown);
    }
}

/// Any answers to any questions of the built-in catalogue.
fn answers() -> impl Strategy<Value = Assessment> {
    let ids: Vec<String> = BUILT_IN
        .questionnaires()
        .flat_map(|questionnaire| questionnaire.questions.iter().map(|question| question.id.clone()))
        .collect();
    proptest::collection::vec(any::<prop::sample::Index>(), ids.len()).prop_map(move |picks| {
        let mut assessment = assessment(&[], &[]);
        let asked = BUILT_IN.questionnaires();
        assessment.questionnaires =
            asked.map(|questionnaire| (questionnaire.id.clone(), questionnaire.version.clone())).collect();
        for (id, pick) in ids.iter().zip(picks) {
            let options = &BUILT_IN.question(id).unwrap().options;
            // The options, and three more: unknown, not applicable, no answer.
            let word = match pick.index(options.len() + 3) {
                i if i < options.len() => options[i].id.clone(),
                i if i == options.len() => "unknown".to_owned(),
                i if i == options.len() + 1 => "not-applicable".to_owned(),
                _ => continue,
            };
            assessment.answers.insert(id.clone(), entry(&word));
        }
        assessment
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn reached_never_exceeds_possible(assessment in answers()) {
        for score in score(&BUILT_IN, &assessment) {
            if let Some(levels) = score.levels() {
                prop_assert!(levels.reached <= levels.possible);
                for level in &levels.levels {
                    prop_assert!(!level.holds || level.could_hold);
                    prop_assert_eq!(level.holds || level.scoped_out, level.blocking.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_better_answer_never_lowers_anything(assessment in answers(), which in any::<prop::sample::Index>()) {
        let questions: Vec<&String> = assessment.answers.keys().collect();
        prop_assume!(!questions.is_empty());
        let id = (*which.get(&questions)).clone();
        let question = BUILT_IN.question(&id).unwrap();
        prop_assume!(question.action.is_some());
        let now = assessment.answers[&id].answer.clone().unwrap();
        let step = match &now {
            Answer::Option(option) => question.option(option).unwrap().0 + 1,
            _ => return Ok(()),
        };
        prop_assume!(step < question.options.len());
        let mut better = assessment.clone();
        better.answers.insert(id, entry(&question.options[step].id));
        for (before, after) in score(&BUILT_IN, &assessment).iter().zip(&score(&BUILT_IN, &better)) {
            if let (Some(before), Some(after)) = (before.sum(), after.sum()) {
                prop_assert!(after.gained >= before.gained && after.weight == before.weight);
            }
            if let (Some(before), Some(after)) = (before.levels(), after.levels()) {
                prop_assert!(after.reached >= before.reached && after.possible >= before.possible);
                prop_assert!(after.position() >= before.position());
                let sustains = |levels: &LevelsScore<'_>| levels.ability.and_then(|ability| ability.sustains);
                prop_assert!(sustains(after) >= sustains(before));
            }
        }
    }

    #[test]
    fn what_a_question_would_bring_is_what_it_brings(assessment in answers(), which in any::<prop::sample::Index>()) {
        let before = score(&BUILT_IN, &assessment);
        for now in &before {
            let place = which.get(&now.questionnaire.placements);
            let question = BUILT_IN.question(&place.question).unwrap();
            let Some(gain) = gain(now, place, standing(&BUILT_IN, &assessment, question)) else { continue };
            let mut improved = assessment.clone();
            let best = question.options.iter().find(|option| option.credit == 100).unwrap();
            let revision = Some(question.revision);
            improved.answers.insert(question.id.clone(), Entry { revision, ..entry(&best.id) });
            let after = score(&BUILT_IN, &improved);
            let then = after.iter().find(|then| then.questionnaire.id == now.questionnaire.id).unwrap();
            match (gain, &then.result, place.part) {
                (Gain::Area { to, .. }, Outcome::Areas(areas), Part::Area(number)) => {
                    prop_assert_eq!(to, areas.areas[number].sum);
                }
                (gain, Outcome::Levels(then), Part::Level(number)) => {
                    let level = &then.levels[number - 1];
                    prop_assert_eq!(matches!(gain, Gain::Level(_)), then.reached > now.levels().unwrap().reached);
                    match gain {
                        Gain::Level(reached) => prop_assert_eq!(reached, then.reached),
                        Gain::Gate(gate) => prop_assert!(gate == number && level.holds),
                        Gain::Percent { sum, keys, .. } => {
                            prop_assert!(!level.holds);
                            prop_assert_eq!((sum, keys), (level.sum, level.keys_missing));
                        }
                        Gain::Area { .. } => prop_assert!(false, "a level is no area"),
                    }
                }
                (gain, ..) => prop_assert!(false, "{:?}", gain),
            }
        }
    }

    #[test]
    fn each_question_is_counted_exactly_once_in_each_questionnaire(assessment in answers()) {
        for score in score(&BUILT_IN, &assessment) {
            let counts = score.questions;
            let places = score.questionnaire.placements.iter().filter(|place| place.part != Part::Ability);
            prop_assert_eq!(counts.total, places.count());
            prop_assert_eq!(counts.answered + counts.unknown + counts.not_applicable + counts.unanswered, counts.total);
        }
    }

    #[test]
    fn candidates_stand_by_points_and_each_point_has_a_reason(assessment in answers()) {
        for score in score(&BUILT_IN, &assessment) {
            let Outcome::Fit(fit) = &score.result else { continue };
            for pair in fit.candidates.windows(2) {
                prop_assert!(pair[0].points >= pair[1].points);
            }
            for candidate in &fit.candidates {
                prop_assert!(candidate.points <= 0 || !candidate.reasons.is_empty());
            }
        }
    }
}
