//! From one assessment to the next: what changed, and where to begin.

use insta::assert_snapshot;
use jiff::Timestamp;
use ospo_assess::app::{Effect, Listing, Message};
use ospo_assess::assessment::{ActionState, Answer, Assessment, State};

use crate::common::assessments::founder;
use crate::common::catalogues::BUILT_IN;
use crate::common::screen::{Screen, TODAY, opened};
use crate::common::sweep::sweep;

/// Questions with an action: one that was done, one under way.
const DONE: &str = "licence-compliance";
const DOING: &str = "inventory";

fn at(day: &str) -> Timestamp {
    format!("{day}T10:00:00Z").parse().unwrap()
}

fn dated(mut assessment: Assessment, day: &str) -> Assessment {
    assessment.answers.values_mut().for_each(|entry| entry.answered_at = Some(at(day)));
    assessment
}

/// An assessment, and the one after it.
fn two() -> (Assessment, Assessment) {
    let mut before = dated(founder(&BUILT_IN), "2026-08-01");
    for (question, state) in [(DONE, State::Done), (DOING, State::Doing)] {
        before.actions.insert(question.to_owned(), ActionState { state, ..ActionState::default() });
    }
    let mut after = dated(before.clone(), "2026-11-01");
    after.answers.get_mut(DONE).unwrap().answer = Some(Answer::from_word("fully"));
    after.answers.get_mut(DOING).unwrap().answer = Some(Answer::from_word("none"));
    (before, after)
}

fn home(assessments: Vec<Assessment>) -> Screen<'static> {
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
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
    screen.resize(60, 16).press("C<enter>");
    assert!(screen.shows("↓") && !screen.shows("↑"), "{}", screen.text());
    screen.press("<pgdn><pgdn>");
    assert!(screen.shows("↑"), "{}", screen.text());
    assert_snapshot!("end_60x16", screen.text());
    assert!(screen.press("<esc>").shows("your assessments"));
    sweep(screen.press("C<enter>"), 40, "<pgdn>");
}

#[test]
fn two_of_one_day_are_ordered_by_the_hour_and_of_one_hour_as_they_are_chosen() {
    let (mut before, after) = two();
    before = dated(before, "2026-11-01");
    let earlier = Some("2026-11-01T09:00:00Z".parse().unwrap());
    before.answers.values_mut().for_each(|entry| entry.answered_at = earlier);
    before.respondent = Some("the first".to_owned());
    let tie = "do not say which one is earlier";
    for list in [vec![after.clone(), before.clone()], vec![before.clone(), after.clone()]] {
        let text = home(list).press("C<enter>").text();
        assert!(text.contains("81.1%, holds → 71.6%") && !text.contains(tie), "{text}");
    }
    before.answers.values_mut().for_each(|entry| entry.answered_at = Some(at("2026-11-01")));
    let mut screen = home(vec![after, before]);
    assert!(screen.press("C<enter>").shows(tie), "{}", screen.text());
}

#[test]
fn the_list_and_the_comparison_name_the_same_day() {
    let (before, after) = two();
    let mut screen = home(vec![after, before]);
    assert!(screen.shows("2026-11-01") && screen.shows("2026-08-01") && !screen.shows("2026-11-22"));
}

#[test]
fn the_list_comes_back_at_the_file_it_was_left_from_and_at_what_was_put_back() {
    let (before, after) = two();
    let mut screen = home(vec![after.clone(), before.clone()]);
    let list = |paths: &[&str]| {
        let listing = |path: &&str| Listing {
            path: format!("/data/{path}").into(),
            assessment: Ok(after.clone()),
            modified: Some(TODAY),
        };
        paths.iter().map(listing).collect::<Vec<_>>()
    };
    let row = |screen: &mut Screen<'_>| {
        screen.press("D");
        let text = screen.text();
        let name = text.split("/data/").nth(1).unwrap().split(". u").next().unwrap().to_owned();
        screen.press("<esc>");
        name
    };
    screen.send(opened(before));
    screen.list = list(&["0.toml", "1.toml", "example.toml"]);
    screen.press("<esc>");
    assert_eq!(row(&mut screen), "example.toml");
    screen.list = list(&["0.toml", "back.toml", "example.toml"]);
    screen.send(Message::Filed(Ok(("back.toml is back".to_owned(), Some("/data/back.toml".into())))));
    assert_eq!(row(&mut screen), "back.toml");
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
    let mut screen = home(vec![founder(&BUILT_IN)]);
    screen.press("c");
    assert_eq!(screen.effects.last(), Some(&Effect::CopyAsNext("/data/0.toml".into())));
}

#[test]
fn what_was_carried_over_is_confirmed_at_once_and_taken_back_at_once() {
    let (before, _) = two();
    let mut screen = home(vec![before.clone()]);
    let mut next = before.carried_over();
    // One is answered anew.
    next.answers.get_mut(DONE).unwrap().revision = Some(BUILT_IN.question(DONE).unwrap().revision);
    screen.send(opened(next.clone()));
    let left = before.answers.len() - 1;
    let top = format!("{left} answers of the assessment before are to be confirmed");
    assert!(screen.press("r").text().contains("to be confirmed"), "{}", screen.text());
    assert!(screen.press("p").shows(&top), "{}", screen.text());
    screen.press("i");
    assert!(screen.shows("y all that are left"), "{}", screen.text());
    screen.press("y");
    assert!(screen.shows(&format!("Confirm {left} answers as before?")), "{}", screen.text());
    screen.press("<enter>");
    assert!(screen.file.is_none(), "the safe line comes first");
    screen.press("y2");
    let file = screen.file.clone().unwrap();
    for (question, entry) in &file.answers {
        assert_eq!(entry.revision, Some(BUILT_IN.question(question).unwrap().revision), "{question}");
        assert_eq!(entry.answer, before.answers[question].answer, "{question}");
    }
    screen.press("<esc>i");
    assert!(screen.press("y").shows("No answer of the assessment before is left"), "{}", screen.text());
    screen.press("u");
    assert_eq!(screen.file.clone().unwrap().answers, next.answers, "all of it in one step");
}

#[test]
fn a_comparison_with_what_is_not_confirmed_says_so() {
    let (before, _) = two();
    let mut next = before.carried_over();
    next.answers.get_mut(DONE).unwrap().answered_at = Some(at("2026-11-01"));
    let mut screen = home(vec![next, before]);
    screen.press("C<enter>");
    assert!(screen.shows("are to be confirmed"), "{}", screen.text());
}

#[test]
fn a_long_list_says_which_part_of_it_is_shown() {
    let mut screen = home(vec![founder(&BUILT_IN); 30]);
    assert!(screen.shows(" of 30") && screen.shows("↓ 1-"), "{}", screen.text());
    screen.press(&"<down>".repeat(29));
    assert!(screen.shows("↑ ") && screen.shows("-30 of 30"), "{}", screen.text());
    assert!(!home(vec![founder(&BUILT_IN); 2]).shows(" of 2\n"));
}

#[test]
fn assessments_of_one_name_and_day_are_told_apart() {
    let same = dated(founder(&BUILT_IN), "2026-11-01");
    let ada = Assessment { respondent: Some("Ada".to_owned()), ..same.clone() };
    let mut screen = home(vec![same.clone(), same.clone(), ada.clone()]);
    let text = screen.text();
    assert!(text.contains("Example Corp (0.toml)") && text.contains("Example Corp (1.toml)"), "{text}");
    assert!(text.contains("Example Corp (Ada) ") && !text.contains("2.toml"), "{text}");
    let text = screen.press("C<enter>").text();
    assert!(text.contains("0.toml") && text.contains("1.toml") && text.contains(" → "), "{text}");
    let text = home(vec![ada, same]).press("C<enter>").text();
    assert!(text.contains("2026-11-01 (Ada)") && !text.contains(".toml"), "{text}");
}
