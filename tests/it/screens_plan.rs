//! The plan by its keys: what is to be done by when, and everything that can be changed about it.

use jiff::civil::date;
use ospo_assess::app::{Effect, Message, WriteProblem, WrittenPlan};
use ospo_assess::assessment::{ActionState, Assessment, Route, State};
use ospo_assess::plan_file::parse;
use ospo_assess::plan_file::read;

use crate::common::assessments::{founder_with, midway_with_rungs, organisation};
use crate::common::catalogues::{BUILT_IN, CLIMB, small, small_with};
use crate::common::screen::{READ_ONLY, Screen};
use crate::common::sweep::sweep;

/// A full plan of seven actions in several quarters.
fn busy() -> Assessment {
    let mut assessment = midway_with_rungs();
    assessment.plan.route = Some(Route::Full);
    assessment.plan.capacity = Some(4);
    assessment.plan.start = Some(date(2027, 1, 1));
    assessment
}

fn action(screen: &Screen<'_>, question: &str) -> Option<ActionState> {
    screen.file.as_ref()?.actions.get(question).cloned()
}

fn selected(screen: &mut Screen<'_>) -> String {
    let text = screen.text();
    let line = text.lines().find(|line| line.starts_with(" > ["));
    line.map_or_else(String::new, |line| line.split('│').next().unwrap().to_owned())
}

/// What was to be written last: path, contents, whether a foreign file may be replaced.
fn written(screen: &Screen<'_>) -> Option<(String, String, bool)> {
    screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write { path, contents, force, .. } => {
            Some((path.display().to_string(), contents.clone(), *force))
        }
        _ => None,
    })
}

#[test]
fn the_plan_and_its_dialogs() {
    let catalogue = small();
    for (name, keys) in [
        ("recommended", "p"),
        ("last", "p<pgdn><pgdn><pgdn>"),
        ("details", "p<enter>"),
        ("state", "ps"),
        ("settings", "pc"),
        ("due", "pdsoon<enter>"),
    ] {
        let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        insta::assert_snapshot!(format!("plan-{name}-80x24"), screen.press(keys).text());
    }
    insta::assert_snapshot!("plan-full-80x24", Screen::open(&catalogue, busy(), 80, 24).press("p").text());
    // Where there is room, the details stand beside the list; where there is little, they take it all.
    let mut large = Screen::open(&catalogue, midway_with_rungs(), 120, 40);
    insta::assert_snapshot!("plan-recommended-120x40", large.press("p").text());
    let mut small = Screen::open(&catalogue, midway_with_rungs(), 60, 16);
    insta::assert_snapshot!("plan-details-60x16", small.press("p<enter>").text());
}

#[test]
fn the_head_says_how_much_by_when_and_what_to_find_out() {
    let catalogue = small();
    let text = Screen::open(&catalogue, midway_with_rungs(), 80, 24).press("p").text();
    for said in [
        "3 actions, 12 points of effort, in 1 quarter of 12 points, from 2026-11-22",
        "Recommended: the least work that reaches the targets and lasts",
        "Stage 2, Open (now 1 to 3): by 2027-02-21",
        "Rung 1, User (now 0): by 2027-02-21",
        "? 1 begins with finding out",
        "then stage 2, rung 1",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn a_state_changes_the_plan_and_the_selection_stays_near() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("p<down>s2");
    assert_eq!(action(&screen, "contributions").unwrap().state, State::Doing);
    assert!(selected(&mut screen).starts_with(" > [~] !? Give changes back"), "{}", screen.text());
    screen.press("s3");
    assert_eq!(action(&screen, "contributions").unwrap().state, State::Done);
    assert!(screen.shows("Done: 1 action"), "{}", screen.text());
    assert!(screen.shows("1 action, 3 points of effort"));
    let next = selected(&mut screen);
    assert!(next.starts_with(" > [ ] !"), "what is to be done next to it: {}", screen.text());
    screen.press("<down>");
    assert!(selected(&mut screen).starts_with(" > [x]"), "{}", screen.text());
    screen.press("s4");
    assert!(screen.shows("Out of reach while this is dropped: Give changes back"), "{}", screen.text());
    // As at first: nothing is left of it in the file.
    screen.press("s1");
    assert_eq!(action(&screen, "contributions"), None);
    assert!(selected(&mut screen).starts_with(" > [ ] !? Give changes back"));
}

#[test]
fn what_was_ticked_in_an_earlier_plan_is_taken_over_before_it_is_written_again() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw<enter><enter>");
    let (path, plan, _) = written(&screen).unwrap();
    let task = plan.lines().find(|line| line.contains("action: contributions")).unwrap();
    let said = read(&parse(&plan.replace(task, &task.replace("[ ]", "[x]")))).unwrap().actions;
    screen.send(Message::Written(Err(WriteProblem::NotSynced(path.clone().into(), said.clone()))));
    assert!(screen.shows("contributions: to do → done"), "{}", screen.text());
    assert_eq!(action(&screen, "contributions").unwrap().state, State::Done);
    let (again, plan, force) = written(&screen).unwrap();
    assert_eq!((again, force), (path.clone(), false));
    let is_done = |line: &str| line.contains("action: contributions") && line.starts_with("- [x]");
    assert!(plan.lines().any(is_done), "{plan}");
    screen.press("<esc>u");
    assert_eq!(action(&screen, "contributions"), None);
    // What the assessment knows already is no reason to write again and again.
    let unchanged: Vec<_> = said.into_iter().filter(|said| said.question != "contributions").collect();
    let before = screen.effects.len();
    screen.send(Message::Written(Err(WriteProblem::NotSynced(path.into(), unchanged))));
    assert_eq!(screen.effects.len(), before);
    assert!(screen.shows("this plan says something new"), "{}", screen.text());
}

#[test]
fn undo_takes_a_state_back_and_the_plan_follows() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("p<down>s3u");
    assert!(screen.shows("3 actions, 12 points of effort"), "{}", screen.text());
    assert_eq!(action(&screen, "contributions"), None);
    screen.press("U");
    assert!(screen.shows("1 action, 3 points of effort"));
}

#[test]
fn an_owner_is_a_name_and_none_again_when_empty() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("poAda<enter>");
    assert_eq!(action(&screen, "rules").unwrap().owner.as_deref(), Some("Ada"));
    assert!(screen.shows("Ada (Head)"));
    assert!(selected(&mut screen).contains("Ada"));
    screen.press("o<back><back><back><enter>");
    assert_eq!(action(&screen, "rules"), None);
}

#[test]
fn a_due_date_is_a_day_or_days_from_today_and_nothing_else() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pd2027-01-31<enter>");
    assert_eq!(action(&screen, "rules").unwrap().due, Some(date(2027, 1, 31)));
    assert!(selected(&mut screen).contains("2027-01-31"));
    let clear = "<back>".repeat(10);
    screen.press(&format!("d{clear}+30<enter>"));
    assert_eq!(action(&screen, "rules").unwrap().due, Some(date(2026, 12, 22)));
    for wrong in
        ["soon", "2027-02-30", "27-01-31", "0027-01-31", "+99999999999", "+-3", "+99999999", "2027-1-31"]
    {
        screen.press(&format!("d{clear}{wrong}<enter>"));
        assert!(screen.shows("Not a day: 2027-01-31 is one"), "{wrong}");
        screen.press("<esc>");
        assert_eq!(action(&screen, "rules").unwrap().due, Some(date(2026, 12, 22)), "{wrong}");
    }
    screen.press(&format!("d{clear}<enter>"));
    assert_eq!(action(&screen, "rules"), None);
}

#[test]
fn route_capacity_and_start_reflow_the_quarters_at_once() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("p<down>c3");
    assert_eq!(screen.file.as_ref().unwrap().plan.route, Some(Route::Full));
    assert!(screen.shows("Full: everything"));
    assert!(selected(&mut screen).contains("Give changes back"), "{}", screen.text());
    screen.press("c4<back><back>4<enter>");
    assert_eq!(screen.file.as_ref().unwrap().plan.capacity, Some(4));
    assert!(screen.shows("4 quarters of 4 points"), "{}", screen.text());
    screen.press("c52027-01-31<enter>");
    assert_eq!(screen.file.as_ref().unwrap().plan.start, Some(date(2027, 1, 31)));
    assert!(screen.shows("from 2027-01-31"));
    screen.press("<pgup><pgup>");
    assert!(screen.shows("Quarter 1: 2027-01-31 to 2027-04-29"), "{}", screen.text());
    assert!(screen.shows("under way at its end: Give changes back"), "{}", screen.text());
}

#[test]
fn a_capacity_is_a_whole_number_from_one() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    for wrong in ["0", "-1", "many", "1.5", "99999999999", " "] {
        screen.press(&format!("pc4<back><back>{wrong}<enter>"));
        assert!(screen.shows("Write a whole number from 1"), "{wrong}\n{}", screen.text());
        screen.press("<esc>");
    }
    assert!(screen.file.is_none());
    screen.press("c4<back><back>4294967295<enter>");
    assert!(screen.shows("quarter of 4294967295 points"), "{}", screen.text());
}

#[test]
fn details_say_everything_about_the_action() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    let entry = assessment.answers.get_mut("contributions").unwrap();
    entry.note = Some("Ask Ana.\nOr Bo.".to_owned());
    entry.evidence = vec!["https://example.org/log".to_owned()];
    let mut screen = Screen::open(&catalogue, assessment, 80, 40);
    screen.press("p<down><enter>");
    for said in [
        "L, about eight weeks, 8 points",
        "In the plan for: stage 2, Open; a gap before the target",
        "We do not know yet whether this is there. Ask first: Engineer.",
        "What stays inside has to be carried alone.",
        "1.  The engineer sends one change.",
        "Done when: A change is sent each week.",
        "Note: Ask Ana.",
        "Or Bo.",
        "Evidence: https://example.org/log",
    ] {
        assert!(screen.shows(said), "{said}\n{}", screen.text());
    }
}

#[test]
fn what_comes_first_and_what_it_is_needed_for_is_said() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    assessment.targets.insert("rungs".to_owned(), "giver".to_owned());
    let mut screen = Screen::open(&catalogue, assessment, 120, 40);
    screen.press("p");
    assert!(screen.shows("for: Give a tool away"), "{}", screen.text());
    while !selected(&mut screen).contains("Give a tool away") {
        screen.press("<down>");
    }
    assert!(screen.shows("Comes after:"), "{}", screen.text());
}

#[test]
fn i_goes_to_the_question_of_the_action_and_p_comes_back() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("p<down>i");
    assert!(screen.shows("Do you give changes back?"));
    screen.press("p");
    assert!(selected(&mut screen).contains("Give changes back"));
}

#[test]
fn notes_and_evidence_belong_to_the_question_of_the_action() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("p<down>nAsk Ana<enter>ehttps://example.org<enter>");
    let entry = screen.file.as_ref().unwrap().entry("contributions").unwrap();
    assert_eq!(entry.note.as_deref(), Some("Ask Ana"));
    assert_eq!(entry.evidence, ["https://example.org"]);
    assert!(selected(&mut screen).contains("Give changes back"));
}

#[test]
fn what_is_done_dropped_or_left_out_stands_at_the_end_and_can_be_taken_up() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 40);
    screen.press("p");
    assert!(screen.shows("What is not in this plan: 3 actions"));
    while !selected(&mut screen).contains("Name a lead") {
        screen.press("<down>");
    }
    screen.press("s3");
    assert!(screen.shows("Done: 1 action"));
    assert!(screen.shows("What is not in this plan: 2 actions"));
}

#[test]
fn the_first_export_keeps_the_day_on_which_the_plan_begins() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw1<enter>");
    let (path, contents, force) = written(&screen).unwrap();
    assert_eq!((path.as_str(), force), ("example-plan.md", false));
    assert!(contents.starts_with("<!-- ospo-assess plan, format 1 -->"), "{contents}");
    assert!(contents.contains("<!-- action: contributions -->"));
    assert_eq!(screen.file.as_ref().unwrap().plan.start, Some(date(2026, 11, 22)));
    assert!(screen.shows("The plan is in example-plan.md"));
}

#[test]
fn an_export_leaves_a_start_that_is_set_alone() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, busy(), 80, 24);
    screen.press("pw4<enter>");
    let (path, contents, _) = written(&screen).unwrap();
    assert_eq!(path, "example-plan.csv");
    assert!(contents.lines().count() > 5);
    assert!(screen.file.is_none(), "nothing had to be saved");
}

#[test]
fn every_format_is_written_from_every_screen() {
    let catalogue = small();
    for (choice, begins) in [
        ("1", "<!-- ospo-assess plan"),
        ("2", "<!DOCTYPE html"),
        ("3", "{"),
        ("4", "quarter,"),
        ("5", "<!DOCTYPE html"),
        ("6", "{\"title\":"),
    ] {
        for place in ["r", "t", "p", "i"] {
            let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
            screen.press(&format!("{place}w{choice}<enter>"));
            let (_, contents, _) = written(&screen).unwrap();
            let begins = begins.to_lowercase();
            assert!(contents.to_lowercase().starts_with(&begins), "{begins} from {place}");
        }
    }
}

#[test]
fn where_a_plan_cannot_be_written_its_path_is_asked_for_again() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw2<enter>");
    let why = "no/such/place.html: this folder is not there; make it first, or write the plan elsewhere";
    let failed = WriteProblem::Failed("no/such/place.html".into(), why.to_owned());
    screen.send(Message::Written(Err(failed)));
    assert!(screen.shows("make it first") && screen.shows("elsewhere"), "all of it: {}", screen.text());
    screen.press("<c-u>place.html<enter>");
    let (path, contents, _) = written(&screen).unwrap();
    assert_eq!(path, "place.html");
    assert!(contents.starts_with("<!DOCTYPE"), "in the format that was chosen");
}

#[test]
fn a_plan_is_offered_where_it_was_written_last() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw1<c-u>ours/PLAN.md<enter>w1<enter>");
    assert_eq!(written(&screen).unwrap().0, "ours/PLAN.md");
    screen.press("w2<enter>");
    assert_eq!(written(&screen).unwrap().0, "example-plan.html", "by its format");
}

#[test]
fn lines_of_a_plan_that_cannot_be_read_are_named_after_what_is_taken_over() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw<enter><enter>");
    let (path, plan, _) = written(&screen).unwrap();
    let said = read(&parse(&plan.replacen("- [ ]", "- [x]", 1))).unwrap().actions;
    screen.send(Message::Written(Err(WriteProblem::NotSynced(path.clone().into(), said))));
    let refused = vec![(112, "meetups: `[-]` is none of `[ ]`".to_owned())];
    screen.send(Message::Written(Ok(WrittenPlan { path: path.into(), is_minutes: false, refused })));
    assert!(screen.shows("Taken over from") && !screen.shows("line 112"), "{}", screen.text());
    screen.press("<esc>");
    assert!(
        screen.shows("Not read in") && screen.shows("line 112: meetups: `[-]` is none"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_foreign_file_is_replaced_only_when_asked() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("pw1<enter>");
    let before = screen.effects.len();
    screen.send(Message::Written(Err(WriteProblem::Exists("example-plan.md".into()))));
    assert!(screen.shows("Leave it as it is"));
    screen.press("<enter>");
    assert_eq!(screen.effects.len(), before);
    screen.send(Message::Written(Err(WriteProblem::Exists("example-plan.md".into()))));
    screen.press("<down><enter>");
    let (path, contents, force) = written(&screen).unwrap();
    assert!(force && path == "example-plan.md" && contents.starts_with("<!-- ospo-assess plan"));
}

#[test]
fn what_somebody_else_has_open_is_planned_and_written_but_not_changed() {
    let catalogue = small();
    let mut screen = Screen::read_only(&catalogue, midway_with_rungs());
    for keys in ["ps3", "poAda<enter>", "pd+3<enter>", "pc3", "pc4<back>3<enter>"] {
        screen.press(keys);
        assert!(screen.shows(READ_ONLY), "{keys}\n{}", screen.text());
    }
    assert!(screen.shows("3 actions, 12 points of effort"));
    screen.press("pw1<enter>");
    assert!(written(&screen).is_some());
    assert!(screen.file.is_none());
}

#[test]
fn nothing_to_do_and_nothing_to_plan_say_what_to_do() {
    let catalogue = small();
    let mut assessment = midway_with_rungs();
    assessment.targets.insert("climb".to_owned(), "ground".to_owned());
    assessment.targets.insert("rungs".to_owned(), "floor".to_owned());
    let mut screen = Screen::open(&catalogue, assessment, 80, 24);
    screen.press("p");
    assert!(screen.shows("0 actions: to stay where you are asks for no work"), "{}", screen.text());
    let nothing = Assessment { organization: "X".to_owned(), ..Assessment::default() };
    let mut screen = Screen::open(&catalogue, nothing, 80, 24);
    screen.press("psodne<enter>i").press("p");
    assert!(screen.shows("No question of this assessment has an action"), "{}", screen.text());
}

#[test]
fn no_size_makes_it_panic() {
    let catalogue = small();
    sweep(Screen::open(&catalogue, busy(), 80, 24).press("p"), 11, "<down><down><up><pgdn>");
    let ids: Vec<&str> = BUILT_IN.questionnaires().map(|found| found.id.as_str()).collect();
    sweep(Screen::open(&BUILT_IN, founder_with(&BUILT_IN, &ids), 80, 24).press("pc3"), 60, "<pgdn><down>");
}

#[test]
fn a_quarter_says_what_is_reached_only_where_that_is_news() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 120, 40);
    let text = screen.press("pc4<c-u>1<enter>").text();
    let told: Vec<&str> = text.lines().filter(|line| line.contains("then stage")).collect();
    assert!(!told.is_empty() && told.len() < text.matches("Quarter ").count(), "{text}");
    let levels: Vec<&str> = told.iter().map(|line| line.split("then ").nth(1).unwrap()).collect();
    assert!(levels.windows(2).all(|pair| pair[0][..17] != pair[1][..17]), "{levels:?}");
    assert!(!text.contains("then stage 1, rung 0"), "that is where it begins");
}

#[test]
fn help_explains_the_signs_of_the_list() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    let text = screen.press("p?").text();
    for sign in ["[~] under way", "! in the way of a target", "S about a week (1 point)", "in which it ends"]
    {
        assert!(text.contains(sign), "{sign}\n{text}");
    }
}

#[test]
fn what_is_there_already_is_listed_and_taken_in() {
    let mut screen = Screen::open(&BUILT_IN, organisation("development/media-first"), 120, 60);
    screen.press("p");
    assert!(screen.shows("Ready now, for what is there already: 4 actions"), "{}", screen.text());
    while !selected(&mut screen).contains("Go through every open source policy") {
        screen.press("<down>");
    }
    screen.press("+");
    assert!(screen.shows("Ready now, for what is there already: 3 actions"), "{}", screen.text());
    assert_eq!(screen.file.as_ref().unwrap().plan.also, ["policy-upkeep"]);
}

#[test]
fn an_action_is_taken_in_moved_and_put_back_by_keys() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 40);
    screen.press("p");
    while !selected(&mut screen).contains("Name a lead") {
        screen.press("<down>");
    }
    screen.press("<lt>");
    assert!(screen.shows("It is not in the plan: + takes it in"), "{}", screen.text());
    screen.press("+");
    assert!(screen.shows("Taken in: Name a lead, quarter"), "{}", screen.text());
    assert!(screen.shows("You took it in"), "{}", screen.text());
    assert_eq!(screen.file.as_ref().unwrap().plan.also, ["lead"]);
    let order = |screen: &mut Screen<'_>| {
        let text = screen.text();
        let at = |title: &str| text.lines().position(|line| line.contains("[ ]") && line.contains(title));
        (at("Name a lead").unwrap(), at("Meet others").unwrap())
    };
    screen.press("<lt>");
    assert!(screen.shows("Moved: Name a lead"), "{}", screen.text());
    let (lead, others) = order(&mut screen);
    assert!(lead < others, "{}", screen.text());
    screen.press("u>");
    assert_eq!(screen.file.as_ref().unwrap().plan.later, ["lead"]);
    let (lead, others) = order(&mut screen);
    assert!(lead > others, "{}", screen.text());
    screen.press("u+");
    assert!(screen.shows("No longer taken in by you: Name a lead"), "{}", screen.text());
    assert_eq!(screen.file.as_ref().unwrap().plan, Default::default());
    assert!(selected(&mut screen).contains("Name a lead"));
}

#[test]
fn what_is_under_way_stands_first_and_in_the_head() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, busy(), 80, 24);
    screen.press("p");
    while !selected(&mut screen).contains("Train the team") {
        screen.press("<down>");
    }
    screen.press("s2<pgup><pgup>");
    let text = screen.text();
    assert!(text.contains("Under way: Train the team"), "{text}");
    let first = text.lines().find(|line| line.contains("] ")).unwrap();
    assert!(first.contains("[~]") && first.contains("Train the team"), "{text}");
    screen.press("<pgdn><pgdn>");
    assert!(screen.shows("Under way: Train the team"), "{}", screen.text());
}

#[test]
fn a_due_date_outside_its_quarter_is_pointed_out() {
    let catalogue = small();
    for (due, mark, sentence) in [
        ("2026-12-31", "2026-12-31 (before)", "due 2026-12-31, before its quarter begins"),
        ("2027-03-31", "2027-03-31 ", "due 2027-03-31"),
        ("2027-04-01", "2027-04-01 (after)", "due 2027-04-01, after its quarter has ended"),
    ] {
        let mut screen = Screen::open(&catalogue, busy(), 200, 24);
        screen.press(&format!("pd{due}<enter>"));
        assert!(selected(&mut screen).contains(mark), "{}", screen.text());
        assert!(screen.shows(sentence), "{}", screen.text());
        let written = screen.press("w1<enter>").text();
        assert_eq!(contents(&screen).contains("that day is: "), sentence.contains(','), "{written}");
    }
}

/// What was to be written last.
fn contents(screen: &Screen<'_>) -> String {
    written(screen).unwrap().1
}

#[test]
fn actions_that_only_name_somebody_are_one_list_of_a_quarter() {
    let climb = ["title = \"Meet others\"", "title = \"Keep an inventory\""]
        .iter()
        .fold(CLIMB.to_owned(), |climb, title| climb.replace(title, &format!("{title}\nnames = true")));
    let catalogue = small_with(&climb);
    let mut screen = Screen::open(&catalogue, busy(), 80, 40);
    let text = screen.press("pc4<c-u>99<enter>").text();
    let lines: Vec<&str> = text.lines().collect();
    let heading = lines.iter().position(|line| line.contains("Names to agree on")).expect(&text);
    assert!(lines[heading + 1].contains("] ") && lines[heading + 2].contains("] "), "{text}");
    assert!(!lines[heading + 3].contains("] "), "what is work stands above it: {text}");
    while !selected(&mut screen).contains("Meet others") {
        screen.press("<down>");
    }
    screen.press("s2");
    assert_eq!(action(&screen, "meetups").unwrap().state, State::Doing);
    screen.press("w1<enter>");
    let plan = contents(&screen);
    assert_eq!(plan.matches("## Names to agree on in quarter 1").count(), 1, "{plan}");
    let read = read(&parse(&plan)).unwrap();
    assert!(read.actions.iter().any(|task| task.question == "meetups"), "{plan}");
}
