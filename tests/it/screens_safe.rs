//! What is written and decided is safe: from questions that open by themselves while somebody types, and
//! in texts that are longer than can be shown.

use crossterm::event::Event;
use jiff::SignedDuration;
use ospo_assess::app::Setup;
use ospo_assess::app::{Effect, Message, SaveProblem, WriteProblem};

use crate::common::assessments::midway_with_rungs;
use crate::common::catalogues::small;
use crate::common::keys::keys;
use crate::common::screen::{Screen, TODAY};

fn changed() -> Message {
    Message::SaveFailed(SaveProblem::ChangedOnDisk)
}

/// What decides about somebody's work.
fn decided<'s>(screen: &'s Screen<'_>) -> Vec<&'s Effect> {
    let decides = |effect: &&Effect| {
        matches!(effect, Effect::SaveOver(..) | Effect::Reload | Effect::Merge | Effect::Leave | Effect::Quit)
    };
    screen.effects.iter().filter(decides).collect()
}

#[test]
fn what_is_typed_ahead_answers_no_question_that_opens_by_itself() {
    let catalogue = small();
    for mut screen in [
        Screen::open(&catalogue, midway_with_rungs(), 80, 24),
        Screen::workshop(&catalogue, midway_with_rungs(), Setup::default()),
    ] {
        screen.send(changed());
        // Somebody goes on typing answers and votes, and does not look at the screen.
        screen.pace = SignedDuration::from_millis(600);
        for _ in 0..20 {
            screen.press("3<enter>jj<enter>2<enter>x0q<esc>");
        }
        assert!(screen.shows("changed by another program") && screen.shows("This key did not count"));
        assert_eq!(decided(&screen), Vec::<&Effect>::new());
        // Slowly too, numbers are for the question below.
        screen.pace = SignedDuration::from_secs(3);
        screen.press("3212");
        assert_eq!(decided(&screen), Vec::<&Effect>::new());
        screen.press("<enter>");
        assert_eq!(decided(&screen), [&Effect::Merge], "the harmless line is the first");
    }
}

#[test]
fn a_question_waits_until_a_note_is_written() {
    let catalogue = small();
    let exists = || Message::Written(Err(WriteProblem::Exists("plan.md".into())));
    for (message, title) in [(changed(), "changed by another program"), (exists(), "Replace the file?")] {
        let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        screen.press("nWe have 3 ");
        screen.send(message);
        screen.press("tools");
        assert!(screen.shows("We have 3 tools") && !screen.shows(title), "{}", screen.text());
        screen.press("<enter>");
        assert!(screen.shows(title), "{}", screen.text());
        screen.press("<esc>");
        assert!(screen.shows("Note: We have 3 tools"), "{}", screen.text());
    }
}

#[test]
fn two_questions_come_one_after_the_other() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.send(changed());
    screen.send(Message::Written(Err(WriteProblem::Exists("plan.md".into()))));
    assert!(screen.shows("changed by another program"));
    screen.press("<esc>");
    assert!(screen.shows("Replace the file?"));
}

#[test]
fn who_goes_on_after_leaving_was_put_off_stays() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    // The disk is busy: what is asked of it is not answered yet.
    let now = "2026-11-22T18:00:00Z".parse().unwrap();
    let press = |screen: &mut Screen<'_>, line: &str| {
        let update = |key| screen.ui.input(now, TODAY, Event::Key(key));
        keys(line).into_iter().flat_map(update).collect::<Vec<_>>()
    };
    let effects = press(&mut screen, "3q");
    let [Effect::Save(version, _)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(press(&mut screen, "inhalf a note"), []);
    screen.send(Message::Saved(*version));
    assert!(screen.shows("half a note"), "{}", screen.text());
    assert_eq!(decided(&screen), Vec::<&Effect>::new());
}

#[test]
fn a_refused_other_file_is_not_the_file_of_the_assessment() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.send(Message::SaveFailed(SaveProblem::Failed("the disk is full".to_owned())));
    screen.press("q<down><enter>2<enter>");
    screen.send(Message::SaveFailed(SaveProblem::Failed("there is such a file already".to_owned())));
    screen.press("<esc>w1");
    assert!(screen.shows("example-plan.md"), "{}", screen.text());
}

/// What a note has more than is shown is not lost by a word that is added.
#[test]
fn a_long_line_that_is_typed_or_pasted_goes_on_in_the_next_one() {
    let catalogue = small();
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    screen.press("n");
    screen.input(Event::Paste("x".repeat(15_000)));
    screen.press("yes<enter>");
    let file = screen.file.as_ref().unwrap();
    let note = file.answers.values().find_map(|entry| entry.note.clone()).unwrap();
    let lines: Vec<usize> = note.lines().map(str::len).collect();
    assert_eq!(lines, [10_000, 5_003]);
    assert!(note.ends_with("xyes"));
}
