//! What is asked before the first plan: aim, time and start, once, on one page.

use jiff::civil::date;
use ospo_assess::app::{Effect, Message};
use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::Catalogue;

use crate::common::assessments::{midway_with_rungs, organisation};
use crate::common::catalogues::{BUILT_IN, small};
use crate::common::screen::{Screen, opened};

fn asking(catalogue: &Catalogue) -> Screen<'_> {
    let mut screen = Screen::open(catalogue, midway_with_rungs(), 80, 24);
    screen.asks_set_up = true;
    screen
}

fn saved<'s>(screen: &'s Screen<'_>) -> &'s Assessment {
    screen.file.as_ref().unwrap()
}

#[test]
fn the_page_and_its_dialogs() {
    let catalogue = small();
    for (name, keys) in [("page", "p"), ("aim", "p1"), ("time", "p3"), ("start", "p4")] {
        let mut screen = asking(&catalogue);
        insta::assert_snapshot!(format!("plan-setup-{name}-80x24"), screen.press(keys).text());
    }
}

#[test]
fn one_enter_takes_what_is_suggested_and_keeps_it() {
    let catalogue = small();
    let mut screen = asking(&catalogue);
    screen.press("p<enter>");
    assert!(screen.shows("3 actions, 12 points of effort"), "{}", screen.text());
    let plan = &saved(&screen).plan;
    assert_eq!((plan.capacity, plan.start), (Some(12), Some(date(2026, 11, 22))));
    assert!(saved(&screen).targets.is_empty(), "nothing was chosen");
    screen.press("u");
    assert_eq!(saved(&screen).plan, Default::default());
}

#[test]
fn going_back_takes_the_suggestions_without_writing_them_and_it_is_asked_once() {
    let catalogue = small();
    let mut screen = asking(&catalogue);
    screen.press("p<esc>");
    assert!(screen.shows("3 actions, 12 points of effort"), "{}", screen.text());
    assert!(screen.file.is_none());
    screen.press("ip");
    assert!(!screen.shows("Before the first plan"), "{}", screen.text());
    // The next sitting asks again.
    screen.send(opened(midway_with_rungs()));
    assert!(screen.press("p").shows("Before the first plan"));
}

#[test]
fn each_line_is_changed_and_comes_back() {
    let catalogue = small();
    let mut screen = asking(&catalogue);
    screen.press("p11");
    assert!(screen.shows("stay at stage 1 to 3"), "{}", screen.text());
    assert_eq!(saved(&screen).targets["climb"], "tidy");
    screen.press("32");
    assert!(screen.shows("Time: half a person, 6 points a quarter"), "{}", screen.text());
    assert_eq!(saved(&screen).plan.capacity, Some(6));
    screen.press("35<c-u>0<enter>");
    assert!(screen.shows("Write a whole number from 1"), "{}", screen.text());
    screen.press("<c-u>9<enter>");
    assert!(screen.shows("Time: 9 points a quarter"), "{}", screen.text());
    screen.press("4<c-u>2027-01-31<enter>");
    assert!(screen.shows("Start: 2027-01-31"), "{}", screen.text());
    // Left without a choice, a dialog comes back to the page.
    for leave in ["1<esc>", "3<esc>", "4<esc>", "35<esc>"] {
        assert!(screen.press(leave).shows("Make the plan"), "{leave}: {}", screen.text());
    }
    screen.press("<enter>");
    assert!(screen.shows("from 2027-01-31"), "{}", screen.text());
}

/// The screens of an organisation before its first plan.
fn before_the_first_plan(organisation_name: &str) -> Screen<'static> {
    let assessment = Assessment { plan: Default::default(), ..organisation(organisation_name) };
    let mut screen = Screen::open(&BUILT_IN, assessment, 80, 24);
    screen.asks_set_up = true;
    screen
}

/// Up to stage 2 only answers are missing, and stage 3 holds.
const ONLY_ANSWERS_BELOW_WHAT_HOLDS: &str = "development/media-first";

#[test]
fn a_better_aim_than_the_next_level_is_suggested_and_whoever_takes_it_has_chosen_it() {
    let mut screen = before_the_first_plan(ONLY_ANSWERS_BELOW_WHAT_HOLDS);
    insta::assert_snapshot!("plan-setup-higher-aim-80x24", screen.press("p").text());
    screen.press("<enter>");
    assert_eq!(saved(&screen).targets["maturity-model"], "engagement");
    screen.press("u");
    assert!(saved(&screen).targets.is_empty(), "one undo takes all of it back");
}

#[test]
fn a_better_aim_that_is_changed_back_or_left_is_not_taken() {
    let chosen = |keys: &str| {
        let mut screen = before_the_first_plan(ONLY_ANSWERS_BELOW_WHAT_HOLDS);
        screen.press(keys);
        screen.file.map(|file| file.targets.get("maturity-model").cloned())
    };
    assert_eq!(
        chosen("p12<enter>"),
        Some(Some("community".to_owned())),
        "2 is the second of the levels from 1"
    );
    assert_eq!(chosen("p<esc>"), None, "going back writes nothing");
}

/// Much is there, and little is certain to be missing.
const MUCH_TO_KEEP: &str = "development/grid-first";

#[test]
fn what_has_to_be_looked_after_is_suggested_and_taken_in_with_the_plan() {
    let mut screen = before_the_first_plan(MUCH_TO_KEEP);
    insta::assert_snapshot!("plan-setup-keep-page-80x24", screen.press("p").text());
    insta::assert_snapshot!("plan-setup-keep-80x24", screen.press("5").text());
    screen.press("<esc><enter>");
    let also = &saved(&screen).plan.also;
    assert!(also.iter().any(|id| id == "own-projects") && also.len() > 3, "{also:?}");
    assert_eq!(saved(&screen).plan.first, *also, "it comes first");
    screen.press("u");
    assert_eq!(saved(&screen).plan, Default::default(), "one undo takes all of it back");
}

#[test]
fn what_has_to_be_looked_after_can_be_left_and_is_not_suggested_where_nothing_is_there() {
    let mut screen = before_the_first_plan(MUCH_TO_KEEP);
    screen.press("p52");
    assert!(screen.shows("Look after what is there: not now"), "{}", screen.text());
    screen.press("<enter>");
    assert!(saved(&screen).plan.also.is_empty());
    let mut screen = before_the_first_plan("stage-0-ad-hoc");
    assert!(!screen.press("p").shows("Look after what is there"), "{}", screen.text());
}

#[test]
fn writing_asks_for_it_first_and_goes_on() {
    let catalogue = small();
    for keys in ["w<enter>", "w<esc>"] {
        let mut screen = asking(&catalogue);
        screen.press(keys);
        assert!(screen.shows("As what?"), "{keys}: {}", screen.text());
        screen.press("1<enter>");
        let is_written = |effect: &Effect| matches!(effect, Effect::Write { .. });
        assert!(screen.effects.iter().any(is_written), "{keys}: {}", screen.text());
    }
}

#[test]
fn what_is_known_or_cannot_be_changed_is_not_asked() {
    let catalogue = small();
    let mut with_capacity = midway_with_rungs();
    with_capacity.plan.capacity = Some(4);
    let mut screen = Screen::open(&catalogue, with_capacity, 80, 24);
    screen.asks_set_up = true;
    assert!(!screen.press("p").shows("Before the first plan"));
    let mut screen = asking(&catalogue);
    let Message::Opened(Ok(mut file)) = opened(midway_with_rungs()) else { unreachable!() };
    file.read_only = Some("Somebody else has it".to_owned());
    screen.send(Message::Opened(Ok(file)));
    assert!(!screen.press("p").shows("Before the first plan"));
}
