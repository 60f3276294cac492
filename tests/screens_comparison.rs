//! From one assessment to the next: what changed, and where to begin.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::sync::LazyLock;

use common::founder::founder;
use common::screen::{Screen, TODAY, opened};
use insta::assert_snapshot;
use jiff::Timestamp;
use ospo_assess::assessment::{ActionState, Answer, Assessment, State};
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::tui::message::{Effect, Listing, Message};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::built_in().unwrap());

/// Questions with an action: one that was done, one under way.
const DONE: &str = "licence-compliance";
const DOING: &str = "legal-risks";

fn at(day: &str) -> Timestamp {
    format!("{day}T10:00:00Z").parse().unwrap()
}

fn dated(mut assessment: Assessment, day: &str) -> Assessment {
    assessment.answers.values_mut().for_each(|entry| entry.answered_at = Some(at(day)));
    assessment
}

/// An assessment, and the one after it.
fn two() -> (Assessment, Assessment) {
    let mut before = dated(founder(&CATALOGUE), "2026-08-01");
    for (question, state) in [(DONE, State::Done), (DOING, State::Doing)] {
        before.actions.insert(question.to_owned(), ActionState { state, ..ActionState::default() });
    }
    let mut after = dated(before.clone(), "2026-11-01");
    after.answers.get_mut(DONE).unwrap().answer = Some(Answer::from_word("fully"));
    after.answers.get_mut(DOING).unwrap().answer = Some(Answer::from_word("none"));
    (before, after)
}

fn home(assessments: Vec<Assessment>) -> Screen<'static> {
    let mut screen = Screen::new(&CATALOGUE, 80, 24);
    let listings = assessments.into_iter().enumerate().map(|(i, assessment)| Listing {
        path: format!("/data/{i}.toml").into(),
        assessment: Ok(assessment),
        modified: Some(TODAY),
    });
    screen.send(Message::Listed(listings.collect()));
    screen
}

#[test]
fn the_earlier_one_is_compared_with_the_later_one_whichever_is_chosen() {
    let (before, after) = two();
    let mut shown = Vec::new();
    for list in [vec![after.clone(), before.clone()], vec![before, after]] {
        let mut screen = home(list);
        screen.press("C");
        assert!(screen.shows("Compare Example Corp with"));
        shown.push(screen.press("<enter>").text());
    }
    assert_eq!(shown[0], shown[1]);
    assert!(shown[0].contains("Example Corp: 2026-08-01 → 2026-11-01"), "{}", shown[0]);
    assert_snapshot!(shown.remove(0));
}

#[test]
fn everything_that_changed_can_be_read_and_left() {
    let (before, after) = two();
    let mut screen = home(vec![after, before]);
    screen.resize(60, 16).press("C<enter><pgdn><pgdn>");
    assert_snapshot!("end_60x16", screen.text());
    assert!(screen.press("<esc>").shows("your assessments"));
    screen.press("C<enter>");
    for columns in [0, 1, 59, 60, 80, 200] {
        for rows in [0, 1, 16, 24, 60] {
            screen.resize(columns, rows).press("<pgdn>").text();
        }
    }
}

#[test]
fn one_alone_cannot_be_compared() {
    let mut screen = home(vec![two().0]);
    assert!(screen.press("C").shows("There is no other assessment to compare with"));
}

#[test]
fn the_next_assessment_asks_first_what_the_plan_worked_on() {
    let (before, _) = two();
    let mut screen = home(vec![before.clone()]);
    screen.press("c");
    assert_snapshot!("next", screen.text());
    screen.press("1");
    assert_eq!(screen.effects.last(), Some(&Effect::CopyAsNext("/data/0.toml".into())));
    screen.send(opened(before.carried_over()));
    let first = screen.text();
    assert!(first.contains(&format!(" · {DOING}")), "{first}");
    screen.press("4");
    assert!(screen.shows(&format!(" · {DONE}")), "then the other one");
    screen.press("4");
    assert!(!screen.shows(&format!(" · {DONE} ")) && !screen.shows(&format!(" · {DOING} ")));
}

#[test]
fn the_next_assessment_of_a_plan_that_was_not_worked_on_asks_nothing() {
    let mut screen = home(vec![founder(&CATALOGUE)]);
    screen.press("c");
    assert_eq!(screen.effects.last(), Some(&Effect::CopyAsNext("/data/0.toml".into())));
}
