//! The whole paper in the interface: what is worth a closer look, how long each questionnaire takes, the
//! recommendation, and actions whose role nobody holds.

use ospo_assess::app::{Listing, Message};
use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::DEFAULT_SELECTION;

use crate::common::assessments::{answered_now, assessment, organisation};
use crate::common::catalogues::BUILT_IN;
use crate::common::screen::{Screen, TODAY};

/// The core questionnaires with these answers.
fn core(answers: &[(&str, &str)]) -> Assessment {
    answered_now(&BUILT_IN, assessment(&DEFAULT_SELECTION, answers))
}

#[test]
fn home_names_what_is_worth_a_closer_look() {
    let listing = |assessment, name: &str| Listing {
        path: format!("/data/{name}.toml").into(),
        assessment: Ok(assessment),
        modified: Some(TODAY),
    };
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
    let pointing = core(&[("tools-fit", "none")]);
    screen.send(Message::Listed(vec![listing(pointing, "a"), listing(core(&[]), "b")]));
    let text = screen.text();
    assert_eq!(text.matches("Worth a closer look: ").count(), 1, "{text}");
    assert!(text.contains("Worth a closer look: Friction around open source, Responsibilities"), "{text}");
    screen.send(Message::Listed(vec![listing(core(&[("tools-fit", "fully")]), "a")]));
    assert!(!screen.shows("closer look"), "{}", screen.text());
}

#[test]
fn the_choice_of_questionnaires_says_how_long_each_takes() {
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
    screen.press("aExample<enter>");
    for line in [
        "1 [x] OSPO maturity model: 40 questions, 27 min, levels",
        "3 [ ] Marks of an established programme: 9 questions, 6 min, areas",
        "6 [ ] Responsibilities of the programme: 40 questions, 27 min, areas",
        "8 [ ] OSPO structure: 12 questions, 8 min, a recommendation",
    ] {
        assert!(screen.shows(line), "no {line}:\n{}", screen.text());
    }
}

#[test]
fn results_offer_what_looks_closer_and_add_it() {
    let mut screen = Screen::open(&BUILT_IN, core(&[("minimal-roles", "none")]), 100, 40);
    screen.press("r<left>");
    let text = screen.text();
    assert!(text.contains("OSPO staffing (16 questions, about 11 minutes)"), "{text}");
    assert!(text.contains("Because of: How many of the five open source roles are covered?"), "{text}");
    screen.press("<down><enter>");
    let asked: Vec<String> = screen.file.unwrap().questionnaires.into_iter().map(|(id, _)| id).collect();
    assert_eq!(asked.len(), 3, "{asked:?}");
}

#[test]
fn a_result_points_to_the_closer_look() {
    let mut screen = Screen::open(&BUILT_IN, core(&[("tools-fit", "none")]), 100, 40);
    screen.press_to_milestone("1");
    assert!(screen.shows("See where you stand, and what to look closer at"), "{}", screen.text());
    let mut nothing_low = Screen::open(&BUILT_IN, organisation("everything-assessed"), 100, 40);
    nothing_low.press("r");
    assert!(!nothing_low.shows("Look deeper"), "everything is asked already");
}

/// With eight questionnaires, what is left elsewhere is not what is left in the next one.
#[test]
fn going_on_counts_the_next_questionnaire_and_the_others_apart() {
    let mut everything = core(&[]);
    everything.questionnaires =
        BUILT_IN.questionnaires().map(|all| (all.id.clone(), all.version.clone())).collect();
    let mut screen = Screen::open(&BUILT_IN, everything, 140, 40);
    let text = screen.press_to_milestone("1").text();
    assert!(
        text.contains("Go on with Open source strategy ladder: 35 questions, about 24 minutes; "),
        "{text}"
    );
    assert!(text.contains("108 more in others"), "{text}");
}

#[test]
fn the_recommendation_says_why_what_against_and_how() {
    let mut screen = Screen::open(&BUILT_IN, organisation("everything-assessed"), 100, 120);
    screen.press("r<left>");
    let text = screen.text();
    let mut from = 0;
    for heading in [
        "Best fit: An office under the CTO or in engineering (22 points)",
        "A corporate office with offices in the divisions",
        "What your answers say for it",
        "What it is good for",
        "Watch out",
        "To set it up",
        "1. The CTO gives one person the task",
    ] {
        let at = text[from..].find(heading).unwrap_or_else(|| panic!("no {heading}:\n{text}"));
        from += at;
    }
}

#[test]
fn an_action_says_that_nobody_holds_its_role() {
    let mut screen = Screen::open(&BUILT_IN, organisation("everything-assessed"), 80, 24);
    screen.press("p");
    let is_selected = |line: &str| line.starts_with(" > [") && line.contains("follow open source");
    while !screen.text().lines().any(is_selected) {
        screen.press("<down>");
    }
    screen.press("<enter>");
    let text = screen.text().replace('\u{2502}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Technical evangelist (nobody holds it yet: see “Give a technical"), "{text}");
    assert!(text.contains("until then: Head of the OSPO)"), "{text}");
}

#[test]
fn areas_stand_by_strength() {
    let mut screen = Screen::open(&BUILT_IN, organisation("everything-assessed"), 80, 24);
    screen.press("r<right><right>");
    let text = screen.text();
    let row = |name: &str| text.find(name).unwrap_or_else(|| panic!("no {name}:\n{text}"));
    assert!(row(" 1  Leadership") < row(" 2= Policy") && row(" 2= Policy") < row(" 2= Process"), "{text}");
    assert!(text.contains("67.0%  strongest") && text.contains("33.0%  weakest"), "{text}");
}
