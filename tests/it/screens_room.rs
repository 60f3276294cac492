//! A room whose people vote from their own devices, as whoever is at the keys sees it.

use ospo_assess::app::{App, Message, Opened, Room, Setup};
use ospo_assess::assessment::Assessment;
use ospo_assess::listen::{Cast, Heard};
use ospo_assess::plan_file::MinutesFormat;
use ospo_assess::questionnaire::DEFAULT_SELECTION;
use ospo_assess::team::{Options, Participant, anonymise, merge};
use ospo_assess::tui::Ui;
use ospo_assess::tui::theme::{Theme, ThemeName};

use crate::common::assessments::asking;
use crate::common::catalogues::BUILT_IN;
use crate::common::screen::{Screen, opened};

/// The first question.
const FIRST: &str = "inventory";

/// A room that keeps votes under names, with these notices on what is opened in it.
fn opened_with(notices: Vec<String>) -> Screen<'static> {
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
    let app = App::new(&BUILT_IN).in_workshop(Setup::default());
    let room = Room::new("192.0.2.1:7400".to_owned(), "ABCDEF".to_owned(), false, true);
    screen.ui = Ui::new(app.with_room(room), Theme::new(ThemeName::Mono, true), (80, 24));
    let Message::Opened(Ok(file)) = opened(asking(&BUILT_IN, &DEFAULT_SELECTION)) else { unreachable!() };
    screen.send(Message::Opened(Ok(Box::new(Opened { notices, ..*file }))));
    screen
}

fn room() -> Screen<'static> {
    let mut screen = opened_with(Vec::new());
    screen.press("<enter>");
    screen
}

/// A device votes, and says something.
fn hear(screen: &mut Screen<'_>, device: &str, name: Option<&str>, answer: &str) {
    let cast = Cast {
        device: device.to_owned(),
        question: FIRST.to_owned(),
        answer: answer.to_owned(),
        note: Some(format!("Note of {device}")),
        name: name.map(str::to_owned),
    };
    screen.send(Message::Heard(Heard { joined: vec![device.to_owned()], votes: vec![cast] }));
}

fn file(screen: &Screen<'_>) -> Assessment {
    screen.file.clone().unwrap_or_default()
}

fn note(assessment: &Assessment) -> &str {
    assessment.answers.get(FIRST).and_then(|entry| entry.note.as_deref()).unwrap_or_default()
}

fn votes(assessment: &Assessment) -> u32 {
    assessment.votes.get(FIRST).map_or(0, |votes| votes.values().sum())
}

#[test]
fn how_devices_come_in_is_said_after_what_is_to_be_known_of_the_file() {
    let mut screen = opened_with(vec!["Something is to be known".to_owned()]);
    assert!(screen.shows("Something is to be known"), "{}", screen.text());
    assert!(screen.press("<esc>").shows("Vote from your own device"), "{}", screen.text());
    assert!(!screen.press("<esc>").shows("Vote from your own device"), "it is said once");
}

#[test]
fn who_voted_what_is_told_once_all_votes_are_shown() {
    let mut screen = room();
    hear(&mut screen, "a", Some("Ada"), "started");
    assert!(screen.press("N").shows("once all votes are shown"), "{}", screen.text());
    assert!(!screen.press("<down><enter><esc>").shows("Ada"));
    let mut screen = room();
    hear(&mut screen, "a", Some("Ada"), "started");
    assert!(screen.press("<enter>N<down><enter>").shows("Ada: 2 Started. Note of a"), "{}", screen.text());
}

#[test]
fn what_is_said_with_votes_stays_when_a_question_is_parked_or_voted_on_again() {
    for (keys, kept) in
        [("z<enter>", "Note of b"), ("v", "Note of a\nNote of b"), ("<enter><enter>", "Note of b")]
    {
        let mut screen = room();
        hear(&mut screen, "a", Some("Ada"), "started");
        hear(&mut screen, "b", None, "started");
        screen.press(keys);
        assert_eq!(note(&file(&screen)), kept, "{keys}");
        screen.press("u");
        if screen.shows("Take it back") {
            screen.press("<down><enter>");
        }
        assert_eq!(note(&file(&screen)), "", "{keys}");
    }
}

#[test]
fn a_note_under_a_name_is_in_minutes_and_merged_files_and_loses_nothing_but_its_name() {
    let mut screen = room();
    hear(&mut screen, "a", Some("Ada"), "started");
    screen.press("<enter><enter>");
    let file = file(&screen);
    assert_eq!(note(&file), "", "a room does not read it by the way");
    let minutes = |file: &Assessment| MinutesFormat::Markdown.minutes_of(&BUILT_IN, file);
    assert!(minutes(&file).contains("Ada: Note of a"), "{}", minutes(&file));
    let nameless = anonymise(&file);
    assert_eq!((note(&nameless), nameless.ballots.len()), ("Note of a", 0));
    assert!(!minutes(&nameless).contains("Ada"));
    let other = Assessment { respondent: Some("Bo".to_owned()), ..asking(&BUILT_IN, &DEFAULT_SELECTION) };
    let files = [("ospo.toml", &file), ("bo.toml", &other)]
        .map(|(file, assessment)| Participant { file, assessment });
    let merged = merge(&files, &BUILT_IN, &Options::default()).unwrap().assessment;
    assert_eq!((note(&merged), votes(&merged)), ("Ada: Note of a", 1));
}

#[test]
fn undo_asks_before_it_takes_votes_of_devices_along() {
    let mut screen = room();
    hear(&mut screen, "a", None, "started");
    screen.press("vu");
    assert_eq!(votes(&file(&screen)), 1, "nobody has voted since: nothing to ask");
    screen.press("v");
    hear(&mut screen, "a", None, "partly");
    hear(&mut screen, "b", None, "partly");
    assert!(screen.press("u").shows("Votes that devices gave since then go along"), "{}", screen.text());
    screen.press("<enter>");
    assert_eq!(votes(&file(&screen)), 2, "they stay where nobody says yes");
    screen.press("u<down><enter>");
    assert_eq!(votes(&file(&screen)), 1);
    hear(&mut screen, "b", None, "fully");
    assert!(screen.press("U").shows("Make it again?"), "{}", screen.text());
    screen.press("<esc>1u");
    assert_eq!(votes(&file(&screen)), 2, "a hand is taken back without a question");
}

#[test]
fn the_vote_of_a_removed_device_goes_once_votes_are_shown_too() {
    let mut screen = room();
    hear(&mut screen, "a", None, "started");
    hear(&mut screen, "b", None, "partly");
    screen.press("<enter>d<down><down><enter>");
    assert!(screen.shows("unless it is decided upon"), "{}", screen.text());
    screen.press("<enter>");
    assert_eq!((votes(&file(&screen)), file(&screen).ballots[FIRST].len()), (1, 1));
}

#[test]
fn the_key_that_shows_how_devices_come_in_closes_it() {
    let mut screen = room();
    assert!(screen.press("d").shows("Vote from your own device"), "{}", screen.text());
    assert!(!screen.press("d").shows("Vote from your own device"), "{}", screen.text());
}
