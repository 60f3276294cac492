//! Implied answers, and the foundations without which ability carries nothing.

use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::score::{Counts, LevelsScore, Standing, score, standing};
use ospo_assess::words;

use crate::common::assessments::{asking, entry};
use crate::common::catalogues;

/// One level whose last two questions hang on the first, and two foundations, from the first and the
/// second level on.
const MODEL: &str = r#"
format = 1
id = "model"
version = "1.0.0"
title = "Model"
kind = "levels"
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
[[level]]
id = "one"
number = 1
title = "One"
[[level]]
id = "two"
number = 2
title = "Two"
ability = 50
[[question]]
id = "host"
level = "one"
text = "Do you host?"
[question.options]
[[question]]
id = "health"
level = "one"
only_if = { question = "host", at_least = "most" }
text = "Is it healthy?"
[question.options]
[[question]]
id = "numbers"
level = "two"
only_if = { question = "health", at_least = "third" }
text = "Is it counted?"
[question.options]
[[question]]
id = "sponsor"
level = "ability"
key = true
text = "Is there a sponsor?"
[question.options]
[[question]]
id = "budget"
level = "ability"
key = true
from = "two"
text = "Is there money?"
[question.options]
"#;
const OTHER: &str = r#"
format = 1
id = "other"
version = "1.0.0"
title = "Other"
kind = "areas"
[[scale]]
id = "s"
steps = [{ id = "no", credit = 0, label = "No" }, { id = "yes", credit = 100, label = "Yes" }]
[[area]]
id = "all"
title = "All"
[[use]]
question = "health"
area = "all"
"#;

fn catalogue() -> Catalogue {
    catalogues::of(&[("a.toml", MODEL), ("b.toml", OTHER)])
}

fn with(questionnaires: &[&str], answers: &[(&str, &str)]) -> Assessment {
    let mut assessment = asking(&catalogue(), questionnaires);
    for (question, word) in answers {
        assessment.answers.insert((*question).to_owned(), entry(word));
    }
    assessment
}

fn stands(assessment: &Assessment) -> [Standing; 2] {
    let catalogue = catalogue();
    ["health", "numbers"].map(|id| standing(&catalogue, assessment, catalogue.question(id).unwrap()))
}

fn levels<T>(assessment: &Assessment, look: impl FnOnce(Counts, &LevelsScore<'_>) -> T) -> T {
    let catalogue = catalogue();
    let scores = score(&catalogue, assessment);
    look(scores[0].questions, scores[0].levels().unwrap())
}

#[test]
fn an_answer_that_is_too_low_implies_all_that_hang_on_it() {
    let low = with(&["model"], &[("host", "third")]);
    assert_eq!(stands(&low), [Standing::Implied, Standing::Implied]);
    levels(&low, |counts, levels| {
        assert_eq!((counts.answered, counts.implied, counts.unanswered), (1, 2, 0));
        assert_eq!(
            (levels.levels[0].sum.tenths(), levels.levels[0].possible.tenths()),
            (Some(165), Some(165))
        );
        assert_eq!(levels.possible, 0, "what is implied is as certain as an answer");
    });
}

#[test]
fn what_is_not_applicable_takes_with_it_all_that_hang_on_it() {
    let mut assessment = with(&["model"], &[("host", "not-applicable")]);
    assert_eq!(stands(&assessment), [Standing::ImpliedNotApplicable; 2]);
    levels(&assessment, |counts, levels| {
        assert_eq!((counts.not_applicable, counts.implied), (1, 2));
        assert!(levels.levels.iter().all(|level| level.scoped_out));
    });
    assessment.answers.insert("health".to_owned(), entry("not-applicable"));
    assessment.answers.insert("host".to_owned(), entry("third"));
    assert_eq!(stands(&assessment), [Standing::NotApplicable, Standing::ImpliedNotApplicable]);
}

#[test]
fn nothing_is_implied_by_what_is_open_high_enough_or_not_asked() {
    for answers in [vec![], vec![("host", "unknown")], vec![("host", "most")]] {
        assert_eq!(stands(&with(&["model"], &answers)), [Standing::Unanswered; 2], "{answers:?}");
    }
    let elsewhere = with(&["other"], &[("host", "none")]);
    assert_eq!(stands(&elsewhere)[0], Standing::Unanswered, "nobody asks what it depends on");
    let both = with(&["other", "model"], &[("host", "none")]);
    assert_eq!(stands(&both)[0], Standing::Implied, "wherever it is asked");
}

#[test]
fn an_answer_of_its_own_always_counts_but_one_to_be_confirmed_is_none() {
    let own = with(&["model"], &[("host", "none"), ("health", "all")]);
    assert!(matches!(stands(&own), [Standing::Answered { credit: 100, .. }, Standing::Unanswered]));
    let unknown = with(&["model"], &[("host", "none"), ("health", "unknown")]);
    assert_eq!(stands(&unknown), [Standing::Unknown, Standing::Unanswered]);
    let old = with(&["model"], &[("host", "none"), ("health", "gone")]);
    assert_eq!(stands(&old), [Standing::Implied; 2]);
}

#[test]
fn conditions_in_a_circle_end() {
    let circle = MODEL.replace(
        "text = \"Do you host?\"",
        "only_if = { question = \"numbers\", at_least = \"most\" }\ntext = \"Do you host?\"",
    );
    let catalogue = catalogues::of(&[("a.toml", &circle)]);
    let assessment = asking(&catalogue, &["model"]);
    let host = catalogue.question("host").unwrap();
    assert_eq!(standing(&catalogue, &assessment, host), Standing::Unanswered);
}

#[test]
fn ability_carries_no_level_from_which_a_foundation_is_missing() {
    let sustains = |sponsor, budget| {
        let assessment = with(&["model"], &[("sponsor", sponsor), ("budget", budget)]);
        levels(&assessment, |_, levels| levels.ability.unwrap().sustains)
    };
    assert_eq!(sustains("third", "all"), Some(0), "67 percent, but no sponsor");
    assert_eq!(sustains("all", "third"), Some(1), "67 percent, but no money");
    assert_eq!(sustains("most", "most"), Some(2));
    assert_eq!(sustains("not-applicable", "most"), Some(2), "what does not apply is not missed");
    assert_eq!(sustains("not-applicable", "not-applicable"), None);
    // A percent above what a level needs is not left without its reason.
    let told = |sponsor, budget| {
        let assessment = with(&["model"], &[("sponsor", sponsor), ("budget", budget)]);
        let catalogue = catalogue();
        let scores = score(&catalogue, &assessment);
        words::scores::ability(scores[0].questionnaire, &scores[0].levels().unwrap().ability.unwrap())
    };
    let held_back = "(the percent would be enough for more, but a key question is missing)";
    assert!(told("third", "all").contains(held_back), "{}", told("third", "all"));
    assert!(!told("most", "most").contains("key question"));
}

#[test]
fn the_verdict_on_ability_is_open_while_a_foundation_is_unknown() {
    let assessment = with(&["model"], &[("host", "none"), ("sponsor", "unknown"), ("budget", "all")]);
    levels(&assessment, |_, levels| {
        let ability = levels.ability.unwrap();
        assert_eq!((ability.sustains, ability.balance), (Some(0), None), "balanced, or ready for more");
    });
}
