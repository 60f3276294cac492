//! The choice of a target by its keys: what each level would take, and what choosing it does.

use jiff::civil::date;
use ospo_assess::app::Message;
use ospo_assess::assessment::{ActionState, Assessment, Route, State};
use ospo_assess::plan::{Settings, plan};
use ospo_assess::questionnaire::Questionnaire;

use crate::common::assessments::{entry, founder_with, midway_with_rungs};
use crate::common::catalogues::{BUILT_IN, RESOURCES, ROLES, of, small};
use crate::common::screen::{READ_ONLY, Screen};
use crate::common::sweep::sweep;

/// The numbers in the row of the table that begins with this word: shortest, full.
fn row(screen: &mut Screen<'_>, name: &str) -> Vec<String> {
    let text = screen.text();
    let right = text.lines().filter_map(|line| line.split_once('│')).map(|(_, right)| right.trim());
    let row =
        right.filter_map(|line| line.strip_prefix(name)).next().unwrap_or_else(|| panic!("{name}\n{text}"));
    row.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn levels_beside_their_descriptions() {
    let catalogue = small();
    for (name, keys) in [
        ("stages", "t"),
        ("stage-above", "t<up>"),
        ("stay", "t<down>"),
        ("rungs", "t<right>"),
        ("objectives", "t<right><down><down><down> "),
        ("set", "t<up><enter>"),
    ] {
        let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        insta::assert_snapshot!(format!("target-{name}-80x24"), screen.press(keys).text());
    }
    // Shorter marks at the levels.
    let mut small = Screen::open(&catalogue, midway_with_rungs(), 60, 16);
    insta::assert_snapshot!("target-stages-60x16", small.press("t").text());
}

#[test]
fn moving_shows_the_numbers_of_the_plans_to_each_level() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("t<down>");
    for level in [1, 2, 3] {
        let by = |route: Route| {
            let assessment = midway_with_rungs();
            let mut settings = Settings::of(&catalogue, &assessment, date(2026, 11, 22));
            settings.route = route;
            (settings.targets[0].1, settings.targets[1].1) = (level, 0);
            let plan = plan(&catalogue, &assessment, &settings);
            [plan.actions.len().to_string(), plan.to_answer().to_string(), plan.points().to_string()]
        };
        let (recommended, shortest) = (by(Route::Recommended), by(Route::Shortest));
        for (i, name) in ["actions", "find out", "points"].into_iter().enumerate() {
            assert_eq!(
                row(&mut screen, name),
                [recommended[i].clone(), shortest[i].clone()],
                "{name} for {level}"
            );
        }
        screen.press("<up>");
    }
    assert_eq!(row(&mut screen, "reached by").len(), 2);
}

#[test]
fn staying_takes_no_quarter_and_says_what_lies_above() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("t<down>");
    assert_eq!(row(&mut screen, "in quarter"), ["-", "-"]);
    assert!(screen.shows("Stage 1, Tidy (here at least)"));
    assert!(screen.shows("Staying here is a choice too"));
    assert!(screen.shows("Stops short of: 2 Open, 3 Leading."));
    // What is below was reached and is no target.
    let text = screen.press("<down><down>").text();
    assert!(text.contains("Fewer surprises") && !text.contains(" > 0 Ground"), "{text}");
    screen.press("<up><up><up><up><up>");
    assert!(screen.shows("Nothing lies above"));
}

#[test]
fn enter_sets_the_target_says_so_and_u_takes_it_back() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("t<up><enter>");
    assert!(screen.shows("Target: stage 3, Leading. p shows the plan, u takes it back"));
    assert_eq!(screen.file.as_ref().unwrap().targets["climb"], "leading");
    screen.press("p");
    assert!(screen.shows("Stage 3, Leading (now 1 to 3)"), "{}", screen.text());
    screen.press("tu");
    assert!(screen.file.as_ref().unwrap().targets.is_empty());
    assert!(screen.text().lines().any(|line| line.contains("2 Open") && line.contains("suggested")));
}

#[test]
fn a_level_is_counted_alone_then_with_all_targets_and_with_what_is_cheap_beside_it() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 160, 40);
    screen.press("t");
    assert_eq!(row(&mut screen, "points")[0], "9", "{}", screen.text());
    for said in [
        "A point is a week of one person; counted for Climb alone, 12 points a quarter.",
        "It takes 50% of ability to execute: yours carries it already.",
        "Cheap beside it: rung 1, User, 3 points more, by the same quarter.",
        "With all targets: 3 actions, 12 points; this one planned for the end of quarter 1, 2027-02-21.",
    ] {
        assert!(screen.shows(said), "{said}\n{}", screen.text());
    }
    // Where nothing else is aimed at, there is nothing to add.
    screen.press("<right><down><enter><left>");
    assert!(!screen.shows("With all targets"), "{}", screen.text());
    assert_eq!(row(&mut screen, "points")[0], "9", "{}", screen.text());
}

#[test]
fn ticked_objectives_suggest_the_highest_of_their_levels() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    // Two levels down from the target (1 User) stand 0 Floor and then the objectives.
    screen.press("t<right><down><down> ");
    assert!(screen.shows("[x] Spend less"));
    assert!(screen.shows("Our judgement: rung 1, User"), "{}", screen.text());
    assert!(screen.shows("Suggests rung 1, User: that is our"));
    assert!(screen.shows("Enter unticks the objective") && !screen.shows("Enter aims at it"));
    screen.press("<down> ");
    assert!(screen.shows("Our judgement: rung 2, Giver"), "{}", screen.text());
    assert!(screen.shows("; the others suggest a"), "{}", screen.text());
    assert_eq!(screen.file.as_ref().unwrap().objectives["rungs"], ["cheap", "friends"]);
    // Nothing is chosen by that: the target is still the user's.
    assert!(screen.file.as_ref().unwrap().targets.is_empty());
    screen.press(" <up> ");
    assert!(screen.file.as_ref().unwrap().objectives.is_empty());
    assert!(screen.shows("Space ticks: suggests a level"));
}

#[test]
fn an_objective_that_the_questionnaire_does_not_know_is_kept() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    assessment.objectives.insert("rungs".to_owned(), vec!["from-elsewhere".to_owned()]);
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("t<right><down><down> ");
    assert_eq!(screen.file.as_ref().unwrap().objectives["rungs"], ["cheap", "from-elsewhere"]);
}

#[test]
fn a_dropped_action_that_the_level_needs_is_named() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    let dropped = ActionState { state: State::Dropped, ..ActionState::default() };
    assessment.actions.insert("contributions".to_owned(), dropped);
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("t");
    assert_eq!(row(&mut screen, "in quarter"), ["never", "never"]);
    assert!(screen.shows("Out of reach while this is dropped"), "{}", screen.text());
    assert!(screen.shows("Give changes back"));
}

#[test]
fn a_level_that_does_not_apply_is_reached_with_the_one_below() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    for question in ["contributions", "meetups"] {
        assessment.answers.insert(question.to_owned(), entry("not-applicable"));
    }
    assessment.targets.insert("climb".to_owned(), "open".to_owned());
    let mut screen = Screen::open(&catalogue, assessment.clone(), 80, 24);
    screen.press("t");
    assert!(screen.shows("Stage 2, Open"));
    assert_eq!(row(&mut screen, "in quarter"), ["-", "-"]);
    // With stage 1 still to come, it is there when that is.
    assessment.answers.insert("inventory".to_owned(), entry("none"));
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("t");
    assert_eq!(row(&mut screen, "in quarter"), ["1", "1"], "{}", screen.text());
}

#[test]
fn a_target_below_what_is_reached_is_shown_and_can_be_raised() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    assessment.targets.insert("climb".to_owned(), "ground".to_owned());
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("t");
    assert!(screen.shows(" > 1 Tidy"), "{}", screen.text());
    screen.press("<enter>");
    assert_eq!(screen.file.as_ref().unwrap().targets["climb"], "tidy");
}

#[test]
fn what_somebody_else_has_open_keeps_its_target() {
    let catalogue = small();
    let mut screen = Screen::read_only(&catalogue, midway_with_rungs());
    screen.press("t<up><enter>");
    assert!(screen.shows(READ_ONLY));
    assert!(screen.file.is_none());
    assert!(screen.text().lines().any(|line| line.contains("2 Open") && line.contains("suggested")));
}

#[test]
fn without_levels_there_is_nothing_to_aim_at() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    assessment.questionnaires.retain(|(id, _)| id == "team");
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("t<down><enter> <right><pgdn>");
    assert!(screen.shows("nothing to aim at"), "{}", screen.text());
    assert!(screen.file.is_none());
}

#[test]
fn a_long_description_is_read_with_page_down() {
    let catalogue = &*BUILT_IN;
    let levels = catalogue.questionnaires().filter(|found| !found.levels.is_empty());
    let ids: Vec<&str> = levels.map(|found: &Questionnaire| found.id.as_str()).collect();
    let mut screen = Screen::open(catalogue, founder_with(catalogue, &ids), 60, 16);
    screen.press("t<up>");
    assert!(!screen.shows("Stops short of"));
    screen.press("<pgdn><pgdn><pgdn>");
    assert!(screen.shows("Stops short of"), "{}", screen.text());
}

#[test]
fn no_size_makes_it_panic() {
    let catalogue = small();
    sweep(
        Screen::open(&catalogue, midway_with_rungs(), 80, 24).press("t"),
        11,
        "<down><pgdn><up><pgup><right> ",
    );
    let empty = Assessment { organization: "X".to_owned(), ..Assessment::default() };
    sweep(Screen::open(&catalogue, empty, 80, 24).press("t"), 40, "<down><right>");
}

#[test]
fn a_target_that_nobody_chose_is_suggested() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("t");
    assert!(screen.shows("suggested") && !screen.shows("This is the target"), "{}", screen.text());
    screen.press("<enter>");
    assert!(screen.shows("This is the target") && !screen.shows("suggested"), "{}", screen.text());
}

/// A model of two hundred questions on twenty levels: the page is drawn at once, its figures follow one level
/// after the other, and keys count meanwhile.
#[test]
fn a_large_model_is_drawn_at_once_and_its_figures_follow() {
    let mut text = "format = 1\nid = \"big\"\nversion = \"1.0.0\"\ntitle = \"Big\"\nkind = \"levels\"\nsummary = \"B.\"\n\
        scale = [{ id = \"s\", steps = [{ id = \"no\", credit = 0, label = \"No\" }, { id = \"yes\", credit = 100, label = \"Yes\" }] }]\n"
        .to_owned();
    for level in 0..=20 {
        text += &format!(
            "[[level]]\nid = \"l{level}\"\nnumber = {level}\ntitle = \"Level {level}\"\nsummary = \"x\"\n"
        );
    }
    for question in 0..200 {
        let level = question / 10 + 1;
        text += &format!(
            "[[question]]\nid = \"q{question}\"\nlevel = \"l{level}\"\ntext = \"Is it {question}?\"\n"
        );
        text += "options = { no = \"no\", yes = \"yes\" }\naction = { title = \"Do it\", why = \"w\", steps = [\"s.\"], ";
        text += "done_when = \"d\", owner = \"head\", effort = \"S\" }\n";
    }
    let catalogue = of(&[("big.toml", &text), ("roles.toml", ROLES), ("resources.toml", RESOURCES)]);
    let questionnaires = vec![("big".to_owned(), "1.0.0".to_owned())];
    let assessment = Assessment { organization: "X".to_owned(), questionnaires, ..Assessment::default() };
    let mut screen = Screen::open(&catalogue, assessment, 120, 40);
    screen.press("t");
    assert!(screen.ui.app().has_work() && !screen.shows("is being worked out"), "the target comes first");
    assert!(screen.press(&"<up>".repeat(19)).shows("is being worked out"), "{}", screen.text());
    let mut steps = 0;
    while screen.ui.app().has_work() {
        screen.send(Message::Work);
        steps += 1;
    }
    assert!(steps > 10 && !screen.shows("is being worked out"), "{}", screen.text());
    assert!(screen.shows("200"), "all actions: {}", screen.text());
}
