//! The results by their keys: what stands there, what is selected, where it leads.

use ospo_assess::assessment::Assessment;

use crate::common::assessments::{entry, founder_with, midway_with_rungs};
use crate::common::catalogues::{BUILT_IN, small};
use crate::common::screen::{READ_ONLY, Screen};
use crate::common::sweep::sweep;

/// The line of the screen that is selected, without its pointer.
fn selected(screen: &mut Screen<'_>) -> String {
    let text = screen.text();
    let line = text.lines().find(|line| line.starts_with(" > "));
    line.map_or_else(String::new, |line| line.trim_start_matches(" > ").trim().to_owned())
}

#[test]
fn every_kind_of_questionnaire() {
    let catalogue = small();
    for (name, keys) in [
        ("staircase", "r"),
        ("staircase-why", "r<down><down>"),
        ("ladder", "r<right>"),
        ("areas", "r<right><right>"),
        ("fit", "r<right><right><right>"),
        ("deeper", "r<left>"),
    ] {
        let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        insta::assert_snapshot!(format!("results-{name}-80x24"), screen.press(keys).text());
    }
    // Gates are told in fewer words.
    let mut small = Screen::open(&catalogue, midway_with_rungs(), 60, 16);
    insta::assert_snapshot!("results-staircase-why-60x16", small.press("r<down><down>").text());
}

#[test]
fn the_first_screen_says_where_one_stands_and_the_next_what_stands_behind_it() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    let text = screen.press("r").text();
    for said in [
        "Between stage 1, Tidy, and stage 3, Leading: what is not known yet decides",
        "In place",
        "Is there a policy? A policy for all.",
        "Missing for stage 2",
        "Your ability to execute would carry stage 2",
        "Is there money? For a trip.",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let text = screen.press("<pgdn>").text();
    for said in [
        "40.6% of all: 3 answered, 1 unknown, 0 not applicable, 1 unanswered",
        "sustains stage 2, Open; ready",
        "78.0% of 75%  keys 1/1 holds",
        "16.7% of 75%  keys 0/1 may still hold",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn each_reason_says_what_it_would_unlock() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 70);
    assert!(screen.press("r").shows("v shows the 1 question in the way of the other levels"));
    assert!(!screen.shows("opens the gate of stage 3"));
    screen.press("v");
    // The key question gives 67 of 100 to the level alone, and two thirds of its weight.
    assert!(screen.shows("Do you give changes back? (we don't know)"));
    assert!(screen.shows("If in place: alone enough for stage 2"), "{}", screen.text());
    assert!(screen.shows("Do you meet others? (In part, 50 of 100)"));
    assert!(
        screen.shows("If in place: stage 2 at 33.3% of 75%, 1 key question missing"),
        "{}",
        screen.text()
    );
    // Stage 3 has one question: its gate would hold, but stage 2 is still in the way.
    assert!(screen.shows("If in place: opens the gate of stage 3, but what is below comes first"));
    screen.press("<right>");
    assert!(screen.shows("If in place: alone enough for rung 1"));
    assert!(screen.shows("If in place: rung 1 at 50.0% of 75%"));
}

#[test]
fn enter_goes_to_the_question_and_r_comes_back_to_the_same_line() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("r<right><down><down>");
    assert_eq!(selected(&mut screen), "Do you know what you ship? (Mostly, 67 of 100)");
    screen.press("<enter>");
    assert!(screen.shows("Rung 1 User · inventory"), "{}", screen.text());
    screen.press("r");
    assert!(screen.shows("Rungs  2 of 5"));
    assert_eq!(selected(&mut screen), "Do you know what you ship? (Mostly, 67 of 100)");
}

#[test]
fn an_answer_given_meanwhile_moves_the_selection_to_the_neighbour() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("rv<right><down><down><enter>4r");
    // It is in place now and no longer in the way: what comes next takes its line.
    assert!(!screen.shows("Do you know what you ship?"));
    assert!(selected(&mut screen).starts_with("Key question: Do you give tools away?"), "{}", screen.text());
    screen.press("u");
    assert!(screen.shows("Do you know what you ship?"));
}

#[test]
fn enter_with_nothing_selected_says_how_to_select() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("r<enter>");
    assert!(screen.text().lines().last().unwrap().contains("Arrow keys select one"));
    assert!(screen.shows("Climb  1 of 5"));
}

#[test]
fn up_from_the_first_reason_shows_the_figure_again() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    let first = screen.press("r").text();
    screen.press("<down><down><down>");
    assert!(!screen.shows("Ability to execute\n"));
    assert_eq!(screen.press("<up><up><up>").text(), first);
}

#[test]
fn pages_turn_in_a_circle_both_ways() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    for title in
        ["Climb  1 of 5", "Rungs  2 of 5", "Team  3 of 5", "Shape  4 of 5", "Look deeper  5 of 5", "Climb  1"]
    {
        let keys = if title == "Climb  1 of 5" { "r" } else { "l" };
        screen.press(keys);
        assert!(screen.shows(title), "{title}\n{}", screen.text());
    }
    screen.press("h");
    assert!(screen.shows("Look deeper  5 of 5"));
}

#[test]
fn a_questionnaire_is_offered_for_a_low_answer_and_added_by_enter() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("r<left>");
    assert!(screen.shows("A closer look (2 questions, 1 of them new, about 1 minute)"));
    assert!(screen.shows("Because of: Do you meet others? (In part)"));
    screen.press("<down><enter>");
    // The shared question is answered: the interview goes to the one that is not.
    assert!(screen.shows("Are your doors open?"), "{}", screen.text());
    let asked = &screen.file.as_ref().unwrap().questionnaires;
    assert_eq!(asked.last().unwrap(), &("closer".to_owned(), "1.0.0".to_owned()));
    screen.press("r<left>");
    assert!(screen.shows("A closer look  5 of 5"), "{}", screen.text());
}

#[test]
fn nothing_is_offered_where_nothing_is_low() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    // The other question that is deepened, the inventory, has 67: that is not low.
    assessment.answers.insert("meetups".to_owned(), entry("fully"));
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("r");
    assert!(screen.shows("Climb  1 of 4"));
}

#[test]
fn nothing_can_be_added_to_what_somebody_else_has_open() {
    let catalogue = small();
    let mut screen = Screen::read_only(&catalogue, midway_with_rungs());
    screen.press("r<left><down><enter>");
    assert!(screen.shows(READ_ONLY));
    assert!(screen.shows("Look deeper  5 of 5"));
}

#[test]
fn the_weakest_area_is_marked_and_the_strongest_stands_first() {
    let catalogue = small();
    let text = Screen::open(&catalogue, midway_with_rungs(), 80, 24).press("r<right><right>").text();
    let line = |part: &str| text.lines().position(|line| line.contains(part)).unwrap();
    assert!(line("Skills  ") < line("People | roles"));
    assert!(text.lines().nth(line("People | roles")).unwrap().ends_with("weakest"));
    assert_eq!(text.matches("weakest").count(), 1);
}

#[test]
fn an_assessment_without_answers_says_what_to_do() {
    let catalogue = small();
    let assessment = Assessment { answers: Default::default(), ..midway_with_rungs() };
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("r");
    assert!(screen.shows("Type i"), "{}", screen.text());
    let nothing = Assessment { organization: "X".to_owned(), ..Assessment::default() };
    let mut screen = Screen::open(&catalogue, nothing, 80, 24);
    screen.press("r");
    assert!(screen.shows("Type b"), "{}", screen.text());
}

#[test]
fn everything_can_be_read_in_the_smallest_terminal() {
    let catalogue = small();
    let mut large = Screen::open(&catalogue, midway_with_rungs(), 60, 200);
    let mut small = Screen::open(&catalogue, midway_with_rungs(), 60, 16);
    for page in ["r", "l", "l", "l", "l"] {
        let all = large.press(page).text();
        let mut seen = small.press(page).text();
        for _ in 0..60 {
            seen.push_str(&small.press("<down>").text());
        }
        for line in all.lines().filter(|line| !line.contains(" of 5")) {
            // The figure of a larger terminal may be larger; what is said in words must be there.
            let words = line.trim().trim_start_matches("> ");
            let drawn = words.chars().any(|c| "│░▒█►●└─━┌┙▲↗╱".contains(c));
            assert!(drawn || seen.contains(words), "{words}");
        }
    }
}

#[test]
fn no_size_makes_it_panic() {
    let catalogue = small();
    sweep(
        Screen::open(&catalogue, midway_with_rungs(), 80, 24).press("r"),
        11,
        "<down><pgdn><down><up><right>",
    );
    let ids: Vec<&str> = BUILT_IN.questionnaires().map(|found| found.id.as_str()).collect();
    sweep(Screen::open(&BUILT_IN, founder_with(&BUILT_IN, &ids), 80, 24).press("r"), 60, "<pgdn><right>");
}

#[test]
fn a_gate_says_what_it_lacks_and_an_unanswered_level_has_no_percent() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    let mut text = Screen::open(&catalogue, assessment.clone(), 80, 60).press("r<right>").text();
    assert!(text.contains("not enough yet"), "{text}");
    for place in &catalogue.questionnaire("climb").unwrap().placements {
        assessment.answers.remove(&place.question);
    }
    text = Screen::open(&catalogue, assessment, 80, 60).press("r").text();
    assert!(text.contains("no answer") && !text.contains("0.0% of 75%"), "{text}");
}

#[test]
fn home_and_end_lead_to_the_top_and_the_end() {
    let mut screen = Screen::open(&BUILT_IN, founder_with(&BUILT_IN, &["maturity-model"]), 80, 24);
    let top = screen.press("r").text();
    assert!(screen.press("<end>").shows("v shows the"), "{}", screen.text());
    assert_eq!(screen.press("<home>").text(), top);
}
