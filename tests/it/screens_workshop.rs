//! The workshop by its keys.

use crossterm::event::Event;
use insta::assert_snapshot;
use ospo_assess::app::{Effect, Message, Opened, Setup};
use ospo_assess::assessment::{Answer, Assessment, Decision, Entry, How, Voice};
use ospo_assess::questionnaire::DEFAULT_SELECTION;
use ospo_assess::workshop::Picked;

use crate::common::assessments::{answered_now, asking, entry};
use crate::common::catalogues::BUILT_IN;
use crate::common::screen::{Screen, opened};
use crate::common::sweep::sweep;

/// The first question of the first core questionnaire, and the second.
const FIRST: &str = "inventory";
const SECOND: &str = "licence-policy";

fn empty() -> Assessment {
    asking(&BUILT_IN, &DEFAULT_SELECTION)
}

fn begun() -> Screen<'static> {
    Screen::workshop(&BUILT_IN, empty(), Setup::default())
}

fn file(screen: &Screen<'_>) -> Assessment {
    screen.file.clone().unwrap_or_default()
}

fn votes(screen: &Screen<'_>, question: &str) -> Vec<(String, u32)> {
    file(screen).votes.remove(question).unwrap_or_default().into_iter().collect()
}

/// The question that is shown.
fn at(screen: &mut Screen<'_>) -> String {
    let text = screen.text();
    let line = text.lines().nth(2).unwrap().to_owned();
    line.split(" · ").nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_question_on_its_way_to_a_decision() {
    let mut screen = begun();
    assert_snapshot!("voting", screen.press("2233230x").text());
    assert_snapshot!("revealed", screen.press("<enter>").text());
    assert_snapshot!("decided", screen.press("<enter>Two have shown theirs<enter>").text());
    assert_snapshot!("next", screen.press("<enter>").text());
    assert_snapshot!("parked", screen.press("1144<enter>z<enter>").text());
    assert_snapshot!("agenda", screen.press("a").text());
    screen.press("<esc>/licence-policy<enter><enter>");
    assert_snapshot!("brought_back", screen.text());
    assert_snapshot!("reason", screen.press("3").text());
}

#[test]
fn a_question_where_there_is_little_room() {
    let mut screen = begun();
    screen.resize(60, 16);
    assert_snapshot!("voting_60x16", screen.press("223").text());
    assert_snapshot!("revealed_60x16", screen.press("<enter>").text());
}

#[test]
fn a_question_that_does_not_fit_is_moved_through() {
    for keys in ["2", "2<enter>", "2<enter><enter>"] {
        let mut screen = begun();
        screen.resize(60, 16);
        // Without the clock, which goes on.
        let mut after = |keys: &str| screen.press(keys).text().lines().skip(2).collect::<Vec<_>>().join("\n");
        let top = after(keys);
        let below = after("<down>");
        assert_ne!(top, below, "{keys}");
        assert_eq!(after("<up><up>"), top, "{keys}");
        let end = after("<end>");
        assert!(end != below, "{keys}: {end}");
        assert_eq!(after("<pgdn><down>"), end, "{keys}");
        assert_ne!(after("<up>"), end, "{keys}: one line back from the end");
        assert_eq!(after("<home>"), top, "{keys}");
    }
    let mut screen = begun();
    screen.resize(60, 16);
    screen.press("-<end>").press("2");
    assert!(screen.shows("There is no such vote"), "moving ends no correction: {}", screen.text());
}

#[test]
fn a_key_is_a_vote_and_the_spread_is_hidden() {
    let mut screen = begun();
    screen.press("2230x");
    let expected = [("not-applicable", 1), ("partly", 1), ("started", 2), ("unknown", 1)];
    assert_eq!(votes(&screen, FIRST), expected.map(|(word, count)| (word.to_owned(), count)));
    assert!(screen.shows("Votes: 5"));
    assert!(!screen.shows("█") && !screen.shows("CONTESTED") && !screen.shows("greement"));
}

#[test]
fn nothing_is_shown_before_anybody_votes() {
    let mut screen = begun();
    assert!(screen.press("<enter>").shows("Nobody has voted yet"));
    assert!(screen.shows("Votes: 0"));
}

#[test]
fn votes_are_taken_back_one_by_one() {
    let mut screen = begun();
    screen.press("223<back>");
    assert_eq!(votes(&screen, FIRST), [("started".to_owned(), 2)]);
    assert!(screen.press("-").shows("Take a vote back from which?"));
    screen.press("2");
    assert_eq!(votes(&screen, FIRST), [("started".to_owned(), 1)]);
    assert!(screen.press("-4").shows("There is no such vote"));
    screen.press("-2");
    assert!(file(&screen).votes.is_empty());
    screen.press("3-<esc>3");
    assert_eq!(votes(&screen, FIRST), [("partly".to_owned(), 2)], "Esc forgets the sign");
    screen.press("uu");
    assert!(file(&screen).votes.is_empty(), "undo takes votes back too");
}

#[test]
fn a_late_hand_is_counted_after_the_votes_are_shown() {
    let mut screen = begun();
    screen.press("22<enter>+3+3-2");
    assert_eq!(votes(&screen, FIRST), [("partly".to_owned(), 2), ("started".to_owned(), 1)]);
    assert!(screen.shows("The median: 3"));
}

#[test]
fn enter_takes_the_median_and_a_digit_asks_why() {
    let mut screen = begun();
    screen.press("223<enter><enter>");
    assert_eq!(file(&screen).decisions[FIRST], Decision::new(How::Median, None));
    assert!(!screen.shows("r shows why"), "one answer tells no result");
    screen.press("<enter>");
    let second = at(&mut screen);
    assert_ne!(second, FIRST);
    screen.press("223<enter>4<enter>");
    assert!(screen.shows("Say why"));
    screen.press("Signed last week<enter>");
    let reason = Some("Signed last week".to_owned());
    assert_eq!(file(&screen).decisions[&second], Decision::new(How::Chosen, reason));
    assert_eq!(file(&screen).answers[&second].answer, Some(Answer::from_word("fully")));
    assert!(screen.shows("(chosen: Signed last week)"));
    screen.press("u");
    assert!(!file(&screen).answers.contains_key(&second), "decision and answer go together");
    assert!(screen.shows("The median: 2"));
}

#[test]
fn no_late_digit_decides() {
    let mut screen = begun();
    screen.press("223<enter>2");
    assert!(screen.shows("Enter decides it. A late hand is +"));
    assert!(screen.shows("+ late hand"), "the keys stay in sight below");
    assert!(file(&screen).decisions.is_empty());
    screen.press("<enter>");
    assert_eq!(file(&screen).decisions[FIRST].how, How::Median);
}

#[test]
fn a_wrong_key_is_answered() {
    let mut screen = begun();
    assert!(screen.press("7").shows("There are options 1 to 4, 0 and x"));
    assert!(screen.press("y").shows("y does nothing here; ? shows the keys that do"));
    screen.press("2<enter><enter>3");
    assert!(screen.shows("This is decided: Enter goes on"));
    assert_eq!(votes(&screen, FIRST), [("started".to_owned(), 1)]);
}

#[test]
fn in_a_break_nothing_is_counted_or_decided() {
    let mut screen = begun();
    screen.press("22<space>3<enter>zvn0<right>");
    assert!(screen.shows("BREAK") && screen.shows("A break: Space goes on"));
    assert_eq!(votes(&screen, FIRST), [("started".to_owned(), 2)]);
    assert_eq!(at(&mut screen), FIRST);
    screen.press("<space>3");
    assert_eq!(votes(&screen, FIRST).len(), 2);
}

#[test]
fn what_the_votes_come_to_is_said_as_it_is() {
    for (keys, says, decided) in [
        ("22220", "4 of 5 chose an option, the same one · we don't know: 1", "(the median)"),
        ("2222", "Votes: 4 · all 4 chose the same option", "(the median)"),
        ("2", "Votes: 1", "(the only vote for an option)"),
        ("2xxxxx", "1 of 6 chose an option · not applicable: 5", "(most say that it does not apply)"),
        ("000", "nobody chose an option · we don't know: 3", "(nobody knows)"),
        ("1134", "agreement 0.08: none", "(the median)"),
        ("1122333", "agreement 0.43: weak", "(the median)"),
        ("2222223", "agreement 0.91: strong", "(the median)"),
        ("1223", "agreement 0.50: fair", "(the median)"),
    ] {
        let mut screen = begun();
        let text = screen.press(keys).press("<enter>").text();
        assert!(text.contains(says), "{says}\n{text}");
        assert!(!text.contains("everybody"), "of those who did not vote nothing is known: {text}");
        screen.press("<enter>");
        if keys.contains('x') {
            screen.press("We build nothing<enter>");
        }
        assert!(screen.shows(decided), "{decided}\n{}", screen.text());
    }
}

#[test]
fn not_applicable_by_most_votes_needs_a_reason_of_somebody() {
    let mut screen = begun();
    screen.press("xx2<enter><enter><enter>");
    assert!(screen.shows("Say why"), "a count is no reason");
    screen.press("We build nothing<enter>");
    let entry = &file(&screen).answers[FIRST];
    assert_eq!(entry.reason.as_deref(), Some("We build nothing"));
    assert_eq!(file(&screen).decisions[FIRST].how, How::Median);
}

#[test]
fn the_reasons_of_files_are_taken_up_and_a_count_is_none() {
    for (reason, first) in [(Some("No products of our own"), "No products of our own"), (None, "")] {
        let mut assessment = empty();
        let words = ["not-applicable", "not-applicable", "none"];
        let voice = |(by, word): (&str, &str)| Voice {
            by: Some(by.to_owned()),
            answer: Some(word.to_owned()),
            reason: reason.filter(|_| word == "not-applicable").map(str::to_owned),
            ..Voice::default()
        };
        let voices = ["Ada", "Ben", "Chen"].into_iter().zip(words).map(voice).collect();
        assessment.voices.insert(FIRST.to_owned(), voices);
        let votes = assessment.votes.entry(FIRST.to_owned()).or_default();
        words.iter().for_each(|word| *votes.entry((*word).to_owned()).or_default() += 1);
        let entry = Entry {
            answer: Some(Answer::NotApplicable),
            reason: Some("2 of 3 said so".to_owned()),
            ..Entry::default()
        };
        assessment.answers.insert(FIRST.to_owned(), entry);
        let decision = Decision::new(How::Median, None);
        assessment.decisions.insert(FIRST.to_owned(), decision);
        let mut screen = Screen::workshop(&BUILT_IN, assessment, Setup::default());
        screen.press("<enter>, really<enter>");
        let entry = &file(&screen).answers[FIRST];
        assert_eq!(entry.reason.as_deref(), Some(format!("{first}, really").as_str()));
    }
}

#[test]
fn leaving_is_asked_and_a_file_comes_back_to_its_workshop() {
    let mut screen = begun();
    screen.press("22<esc>");
    assert!(screen.shows("Leave the workshop?"));
    screen.press("<enter>");
    assert_eq!(at(&mut screen), FIRST);
    for other in ["r", "p", "t", "i"] {
        screen.press(other).press("<esc>");
        assert!(screen.shows("Votes: 2"), "{other}");
    }
    screen.press("<esc>4");
    assert!(screen.shows("Leave the workshop?"), "a digit may be a hand that is counted");
    screen.press("<enter>");
    assert!(screen.shows("your assessments"));
    screen.send(opened(file(&screen)));
    assert!(screen.shows("Votes: 2"), "the same file goes on where it was");
    screen.press("<esc>3<enter>");
    assert!(screen.shows("0 we don't know"), "the interview, on purpose");
    screen.press("<esc>");
    assert!(screen.shows("your assessments"));
    screen.send(opened(file(&screen)));
    assert!(screen.shows("A workshop is under way in this file: W goes on with it"));
}

#[test]
fn undo_says_what_it_took_back() {
    let mut screen = begun();
    let says = |screen: &mut Screen<'_>, key: &str, what: &str| {
        assert!(screen.press(key).shows(&format!("{what} on {FIRST}")), "{what}\n{}", screen.text());
    };
    screen.press("22nA note<enter>");
    says(&mut screen, "u", "Taken back: the note");
    says(&mut screen, "u", "Taken back: 1 vote for 2 Started");
    says(&mut screen, "U", "Made again: 1 vote for 2 Started");
    screen.press("<enter>v");
    says(&mut screen, "u", "Taken back: voting again");
    screen.press("<enter><enter>u");
    assert!(screen.shows(&format!("Taken back: the decision {FIRST}: 2 Started")), "{}", screen.text());
    screen.press("z<enter>u<down><enter>");
    assert!(screen.shows(&format!("Taken back: parking {FIRST}")), "{}", screen.text());
}

#[test]
fn a_question_with_a_note_says_so() {
    let mut screen = begun();
    assert!(!screen.shows("has a note"));
    screen.press("nA note");
    assert!(screen.shows("Enter: done"));
    assert!(screen.press("<enter>").shows("has a note (n)"));
}

#[test]
fn parked_questions_come_back_and_the_end_says_what_is_left() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup { minutes: 600, ..Setup::default() });
    screen.press("14zThe lawyer knows<enter>");
    assert!(screen.shows("Parked, it comes back at the end: "));
    let parked = &file(&screen).decisions[FIRST];
    assert_eq!((parked.how, parked.reason.as_deref()), (How::Parked, Some("The lawyer knows")));
    while at(&mut screen) != FIRST {
        screen.press("1<enter><enter><enter>");
    }
    assert!(screen.shows("PARKED") && screen.shows("CONTESTED"));
    screen.press("<right>");
    assert!(screen.shows("1 question to decide: 1 parked"));
    screen.press("<enter>");
    assert_eq!(at(&mut screen), FIRST);
    screen.press("<enter>Two camps<enter><enter>");
    assert!(screen.shows("Everything is decided") && screen.shows("Decided although contested (1)"));
    assert_snapshot!("over", screen.text());
    screen.press("nzve");
    assert_eq!(file(&screen).decisions[FIRST].how, How::Median, "nothing is done to a question out of sight");
    screen.press("<enter>");
    assert_eq!(at(&mut screen), FIRST);
    assert!(screen.shows("DECIDED"));
}

#[test]
fn today_s_questions_are_picked_put_in_order_and_given_minutes() {
    let mut screen = begun();
    screen.press("A13<down><down><lt>");
    assert_snapshot!("shortlist", screen.text());
    screen.press("++++");
    assert!(screen.shows("[x] [10 min]"));
    screen.press("++++++");
    assert!(screen.shows("[x] [60 min]"));
    screen.press("<home><down>");
    let text = screen.press("2++++++++").text();
    assert!(text.contains("that are left there is time for 3, and none"), "{text}");
    assert!(text.contains("no time]"), "{text}");
    screen.press("<enter>");
    assert!(screen.shows("4 to decide, no time for 1"));
    let kept = screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::KeepShortlist(kept) => Some(kept.clone()),
        _ => None,
    });
    let kept = kept.unwrap();
    assert!(kept.iter().any(|picked| picked.minutes == Some(60)), "{kept:?}");
    assert_eq!(at(&mut screen), kept[0].question, "the first of them is shown");
    for _ in &kept {
        screen.press("<right>");
    }
    assert!(screen.shows("Of today's list: 4 questions to decide"));
    assert_snapshot!("over_shortlist", screen.text());
    screen.press("<down><enter>");
    assert_eq!(at(&mut screen), FIRST);
}

#[test]
fn what_is_parked_comes_back_though_it_is_not_on_the_list_of_today() {
    let mut screen = begun();
    screen.press("14zThe lawyer knows<enter>A1<enter>");
    assert_eq!(at(&mut screen), SECOND);
    screen.press("2<enter><enter><enter>");
    assert!(screen.shows("Today's list is decided"), "it is not walked through by itself");
    let question = &BUILT_IN.question(FIRST).unwrap().text.question;
    assert!(
        screen.shows(&format!("> Bring back what is parked (1): {}", &question[..20])),
        "{}",
        screen.text()
    );
    screen.press("<enter>");
    assert_eq!(at(&mut screen), FIRST);
    assert!(screen.shows("PARKED"));
    screen.press("z<enter>");
    assert!(screen.shows("> Bring back what is parked (1): "), "{}", screen.text());
}

#[test]
fn what_was_picked_before_the_workshop_begins_with_it() {
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
    let picked = |question: &str, minutes| Picked { question: question.to_owned(), minutes };
    let opened = Opened {
        path: "a.toml".into(),
        assessment: empty(),
        notices: Vec::new(),
        read_only: None,
        plans: Vec::new(),
        shortlist: vec![picked(SECOND, Some(7)), picked("gone", None)],
    };
    screen.send(Message::Opened(Ok(Box::new(opened))));
    screen.press("W");
    assert_eq!(at(&mut screen), SECOND);
    assert!(screen.shows("1 left") && screen.shows("of 7:00"));
}

#[test]
fn the_first_result_is_told_after_the_decision_that_led_to_it() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup { minutes: 600, ..Setup::default() });
    for _ in 0..18 {
        if screen.press("1<enter><enter>").shows("Stage 0, Ad hoc. r shows why") {
            return;
        }
        screen.press("<enter>");
    }
    panic!("no result is told:\n{}", screen.text());
}

#[test]
fn voting_again_takes_votes_and_decision_away() {
    let mut screen = begun();
    screen.press("14<enter><enter>Two camps<enter>nA note<enter>v");
    let now = file(&screen);
    assert!(now.votes.is_empty() && now.decisions.is_empty());
    assert_eq!(now.answers[FIRST].note.as_deref(), Some("A note"));
    assert!(screen.press("22").shows("Votes: 2"));
    assert!(!screen.shows("█"), "hidden again");
}

#[test]
fn passing_over_and_going_back() {
    let mut screen = begun();
    screen.press("<right>");
    assert_eq!(at(&mut screen), SECOND);
    screen.press("<left>");
    assert_eq!(at(&mut screen), FIRST);
}

#[test]
fn other_screens_are_left_for_the_question_where_the_workshop_was() {
    let mut screen = begun();
    screen.press("1ri<right><right>W");
    assert_eq!(at(&mut screen), FIRST);
    assert!(screen.shows("Votes: 1"));
}

#[test]
fn the_clock_runs_stops_and_is_set() {
    let mut screen = begun();
    assert!(screen.ui.app().has_running_clock());
    assert!(screen.shows("75 left · 90 min") && screen.shows("0:00 of 1:12"));
    screen.send(Message::Tick);
    assert!(screen.shows("0:20 of 1:12"));
    screen.press("<space>");
    assert!(screen.shows("BREAK") && !screen.ui.app().has_running_clock());
    for _ in 0..30 {
        screen.input(Event::Resize(80, 24));
    }
    assert!(screen.shows("75 left · 90 min"));
    screen.press("<space>r");
    assert!(!screen.ui.app().has_running_clock(), "elsewhere nothing wakes up");
    screen.press("Wc");
    assert!(screen.shows("of 1:12"));
    screen.press("x<enter>");
    assert!(screen.shows("Write a number from 1 to 1440"));
    screen.press("<back>10<enter>");
    assert!(screen.shows("75 left · 10 min: time for 10, skip 65 (a)"));
    assert!(!screen.shows("0:00 of 1:00") && screen.shows(" of 1:00"), "what it took is not forgotten");
    assert!(screen.press("a<pgdn><pgdn>").shows("[skip?] ") && screen.shows("No time for the 66 with"));
}

#[test]
fn over_time_is_said() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup { minutes: 1, ..Setup::default() });
    for _ in 0..10 {
        screen.send(Message::Tick);
    }
    assert!(screen.shows("over time: time for 0, skip 75 (a)"));
    assert!(!screen.shows(" of 0:"), "no share of nothing");
    assert!(screen.press("a").shows("the 75 with"));
}

#[test]
fn another_program_that_has_the_file_leaves_it_unchanged() {
    let mut screen = begun();
    let read_only = Some("Another ospo-assess has this file open".to_owned());
    let path = "/data/example.toml".into();
    let message = Opened {
        path,
        assessment: empty(),
        notices: Vec::new(),
        read_only,
        plans: Vec::new(),
        shortlist: Vec::new(),
    };
    screen.send(Message::Opened(Ok(Box::new(message))));
    screen.press("22<enter>z<enter>v");
    assert!(screen.effects.is_empty());
    assert!(screen.shows("Another ospo-assess has this file open"));
}

#[test]
fn files_of_participants_show_their_votes_at_once() {
    let mut assessment = empty();
    for (question, words) in [(FIRST, ["none", "fully", "fully"]), (SECOND, ["none", "none", "started"])] {
        let voice = |(by, word): (&str, &str)| Voice {
            by: Some(by.to_owned()),
            answer: Some(word.to_owned()),
            ..Voice::default()
        };
        let voices = ["Ada", "Ben", "Chen"].into_iter().zip(words).map(voice).collect();
        assessment.voices.insert(question.to_owned(), voices);
        let votes = assessment.votes.entry(question.to_owned()).or_default();
        words.iter().for_each(|word| *votes.entry((*word).to_owned()).or_default() += 1);
        let answer = if question == FIRST { "fully" } else { "none" };
        let revision = Some(BUILT_IN.question(question).unwrap().revision);
        assessment.answers.insert(question.to_owned(), Entry { revision, ..entry(answer) });
        assessment.decisions.insert(question.to_owned(), Decision::new(How::Median, None));
    }
    let mut screen = Screen::workshop(&BUILT_IN, answered_now(&BUILT_IN, assessment), Setup::default());
    assert!(screen.shows("1 left") && screen.shows("CONTESTED"));
    assert_snapshot!("participants", screen.text());
    screen.press("<enter>");
    assert!(screen.shows("The room is split: why this?"), "{}", screen.text());
    screen.press("Ada gave in<enter><enter>");
    assert!(screen.shows("Every contested question is decided; 73 have no answer yet."), "{}", screen.text());
    let reason = Some("Ada gave in".to_owned());
    assert_eq!(file(&screen).decisions[FIRST], Decision::new(How::Median, reason));
    assert_snapshot!("over_with_files", screen.text());
    screen.press("<enter>");
    assert!(screen.shows("73 left") && screen.shows("Votes: 0"), "{}", screen.text());
}

#[test]
fn many_contested_questions_are_walked_by_the_keys_at_the_end() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup { minutes: 600, ..Setup::default() });
    screen.press(&"14<enter><enter>Two camps<enter><enter>".repeat(20));
    screen.press(&"<right>".repeat(55));
    assert!(screen.shows("questions to decide: 0 parked, "));
    assert_snapshot!("over_many", screen.press(&"<down>".repeat(16)).text());
    assert_snapshot!("over_many_60x16", screen.resize(60, 16).text());
    screen.press("<enter>");
    assert!(screen.shows("DECIDED: 1"));
}

#[test]
fn every_size_is_drawn() {
    for keys in ["", "<space>", "<esc>", "22x", "22<enter>", "22<enter><enter>", "a", "c", "14<enter>3"] {
        sweep(begun().press(keys), 29, "");
    }
}

#[test]
fn the_rest_of_the_room_votes_with_one_key_and_is_taken_back_with_one() {
    let setup = Setup { people: Some(8), ..Setup::default() };
    let mut screen = Screen::workshop(&BUILT_IN, empty(), setup);
    screen.press("113");
    assert!(screen.text().contains("Votes: 3 of 8 have voted"), "{}", screen.text());
    screen.press("=2");
    assert!(screen.text().contains("Votes: 8 of 8 have voted"), "{}", screen.text());
    screen.press("=2");
    assert!(screen.text().contains("All who are here have voted"), "{}", screen.text());
    screen.press("u");
    assert!(screen.text().contains("Votes: 3 of 8 have voted"), "{}", screen.text());
}

#[test]
fn a_decision_is_taken_back_and_its_votes_stay_and_an_earlier_round_is_shown() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup::default());
    screen.press("2223<enter><enter>");
    assert!(screen.text().contains("DECIDED: 2"), "{}", screen.text());
    screen.press("<back>");
    assert!(
        screen.text().contains("The median: 2") && screen.text().contains("Votes: 4"),
        "{}",
        screen.text()
    );
    screen.press("+2<enter>");
    screen.press("v333<enter>");
    let text = screen.text();
    assert!(text.contains("Votes: 3") && text.contains("round 1: "), "{text}");
    screen.press("u");
    assert!(!screen.text().contains("asks"), "what was made on this question is taken back at once");
}

#[test]
fn what_was_made_elsewhere_is_named_before_it_is_taken_back() {
    let mut screen = Screen::workshop(&BUILT_IN, empty(), Setup::default());
    screen.press("22<enter><enter><enter>");
    screen.press("u");
    assert!(screen.text().contains("Take back") && screen.text().contains("inventory"), "{}", screen.text());
    screen.press("<enter>");
    assert!(screen.file.as_ref().unwrap().decisions.contains_key("inventory"), "Enter alone leaves it");
    screen.press("u<down><enter>");
    assert!(!screen.file.as_ref().unwrap().decisions.contains_key("inventory"));
}

#[test]
fn a_projector_shows_help_where_there_is_room_few_words_and_nothing_private() {
    use ospo_assess::assessment::Voice;
    let mut assessment = empty();
    let voice = |by: &str, note: &str| Voice {
        by: Some(by.to_owned()),
        answer: Some("started".to_owned()),
        note: Some(note.to_owned()),
        ..Voice::default()
    };
    let voices = vec![voice("Ada", "Only in the labs"), voice("Ben", "Nowhere")];
    assessment.voices.insert("inventory".to_owned(), voices);
    assessment
        .votes
        .insert("inventory".to_owned(), [("started".to_owned(), 1), ("fully".to_owned(), 1)].into());
    let entry = assessment.answers.entry("inventory".to_owned()).or_default();
    entry.note = Some("Ada: Only in the labs\nBen: Nowhere\nSales was not there".to_owned());
    let mut screen = Screen::workshop(&BUILT_IN, assessment, Setup::default());
    screen.press("n");
    let text = screen.text();
    assert!(text.contains("Sales was not there") && !text.contains("Ada"), "{text}");
    screen.press(" either<enter>");
    let note = screen.file.as_ref().unwrap().answers["inventory"].note.clone().unwrap();
    assert!(note.starts_with("Ada: Only in the labs\nBen: Nowhere\n") && note.contains("either"), "{note}");
    screen.press("N");
    assert!(!screen.text().contains("Ada"), "it asks first");
    screen.press("<down><enter>");
    assert!(screen.text().contains("Ada: 2 Started. Only in the labs"), "{}", screen.text());
    screen.press("<esc>v");

    let help =
        BUILT_IN.question("inventory").unwrap().text.help.split(' ').take(4).collect::<Vec<_>>().join(" ");
    screen.resize(100, 50);
    assert!(screen.text().contains(&help), "{}", screen.text());
    screen.resize(60, 18);
    screen.press("s");
    assert!(screen.text().contains("What the question means"), "{}", screen.text());
    screen.press("<esc>f");
    let text = screen.text();
    for label in ["Not in place", "Started", "In place in part", "In place throughout"] {
        assert!(text.lines().any(|line| line.trim_end().ends_with(label)), "{label}: {text}");
    }
    screen.press("22<enter>");
    assert!(screen.text().contains("Votes: 2"), "{}", screen.text());
}

#[test]
fn the_last_time_is_told_once_the_votes_are_shown() {
    let mut first = begun();
    first.press("22233<enter><enter>");
    let next = file(&first).carried_over();
    let mut screen = Screen::workshop(&BUILT_IN, next, Setup::default());
    screen.press("33");
    assert!(!screen.shows("Last time"), "before they vote it would lead them");
    let text = screen.press("<enter>").text();
    assert!(text.contains("Last time (2026-11-22): 2 "), "{text}");
    assert!(
        text.contains(", the median · ") && text.contains("the median · Started 3 · In place in part"),
        "{text}"
    );
    screen.press("i/inventory<enter><enter>");
    assert!(screen.shows("Last time (2026-11-22): 2 "), "alone nobody is led");
}

#[test]
fn how_many_of_the_room_voted_stays_and_too_many_votes_are_seen() {
    let setup = Setup { people: Some(6), ..Setup::default() };
    let mut screen = Screen::workshop(&BUILT_IN, empty(), setup);
    screen.press("222<enter>");
    assert!(screen.shows("Votes: 3 of 6 have voted · all 3 chose the same option"), "{}", screen.text());
    screen.press("v2222222");
    assert!(screen.shows("Votes: 7 of 6 have voted"), "{}", screen.text());
}

#[test]
fn a_bar_of_votes_is_drawn_once_for_each_option() {
    let mut screen = begun();
    let text = screen.press("22<enter>").text();
    assert_eq!(text.matches('█').count(), 12, "{text}");
}

#[test]
fn it_is_said_before_that_enter_asks_for_a_reason() {
    for (keys, says, asks) in [
        ("111444", "The median: 1 Not in place. Enter asks for a reason", "The room is split: why this?"),
        (
            "20x",
            "The only vote for an option: 2 Started. Enter asks for a reason",
            "Fewer than half chose an option",
        ),
    ] {
        let mut screen = begun();
        assert!(screen.press(keys).press("<enter>").shows(says), "{says}\n{}", screen.text());
        assert!(screen.press("<enter>").shows(asks), "{asks}\n{}", screen.text());
        screen.press("It is so<enter>");
        assert!(screen.shows("DECIDED") && screen.shows("It is so"), "{}", screen.text());
    }
    assert!(
        begun().press("22x0<enter><enter>").shows("DECIDED: 2 Started (the median)"),
        "half of the room knows"
    );
    assert!(begun().press("xx2<enter>").shows("Most say that it does not apply. Enter asks for a reason"));
}

#[test]
fn minutes_that_were_written_are_called_minutes() {
    let mut screen = begun();
    screen.press("22<enter><enter>w<enter><enter>");
    assert!(screen.shows("The minutes are in "), "{}", screen.text());
}
