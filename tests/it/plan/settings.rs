//! What a plan is made for.

use jiff::civil::date;
use ospo_assess::assessment::Route;
use ospo_assess::plan::Settings;

use super::organisation::Organisation;

const TEXT: &str =
    "model m\n a 1 S fully\n b 2 S none\n c 3 S none\n model n\n d 1 S\n model o areas\n e team S";

#[test]
fn an_assessment_that_says_nothing_gets_the_defaults() {
    let organisation = Organisation::of(TEXT);
    let today = date(2026, 11, 22);
    let settings = Settings::of(&organisation.catalogue, &organisation.assessment, today);
    let targets = vec![("m".to_owned(), 2), ("n".to_owned(), 1)];
    assert_eq!(settings, Settings { route: Route::Recommended, capacity: 12, start: today, targets });
}

#[test]
fn where_nothing_is_higher_the_default_target_is_the_level_reached() {
    let organisation = Organisation::of("model m\n a 1 S fully\n b 2 S fully\n c 3 S fully");
    assert_eq!(organisation.settings().targets, [("m".to_owned(), 3)]);
}

#[test]
fn an_assessment_has_its_own_settings() {
    let mut organisation = Organisation::of(TEXT);
    organisation.assessment.plan.route = Some(Route::Full);
    organisation.assessment.plan.capacity = Some(5);
    organisation.assessment.plan.start = Some(date(2028, 2, 29));
    organisation.assessment.targets.insert("m".to_owned(), "three".to_owned());
    organisation.assessment.targets.insert("n".to_owned(), "no-such-level".to_owned());
    organisation.assessment.targets.insert("o".to_owned(), "one".to_owned());
    let targets = vec![("m".to_owned(), 3), ("n".to_owned(), 1)];
    let expected = Settings { route: Route::Full, capacity: 5, start: date(2028, 2, 29), targets };
    assert_eq!(organisation.settings(), expected);
}

#[test]
fn a_plan_has_a_target_for_every_questionnaire_with_levels_and_no_other() {
    let organisation = Organisation::of(TEXT);
    let mut settings = organisation.settings();
    settings.targets = vec![("n".to_owned(), 99), ("o".to_owned(), 1), ("gone".to_owned(), 1)];
    let plan = organisation.plan(&settings);
    assert_eq!(plan.settings.targets, [("m".to_owned(), 2), ("n".to_owned(), 3)]);
    let targets: Vec<_> =
        plan.targets.iter().map(|target| (target.questionnaire.id.as_str(), target.level)).collect();
    assert_eq!(targets, [("m", 2), ("n", 3)]);
}

#[test]
fn questionnaires_and_questions_that_are_not_known_are_passed_over() {
    let mut organisation = Organisation::of(TEXT);
    organisation.assessment.questionnaires.insert(0, ("gone".to_owned(), "1.0.0".to_owned()));
    let entry = organisation.assessment.answers["a"].clone();
    organisation.assessment.answers.insert("gone-too".to_owned(), entry);
    assert_eq!(organisation.plan(&organisation.settings()).targets.len(), 2);
}
