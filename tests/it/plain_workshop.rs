//! A workshop line by line: through a pipe, and in a terminal that moves no cursor.

use crate::common::files::slashes;
use crate::common::program::Folder;
use crate::common::talk::{Talk, run};

const WORKSHOP: [&str; 3] = ["--plain", "workshop", "a.toml"];

/// A room that is divided, corrects a count, decides otherwise, parks, and stops.
const LINES: &str = "\
\n1 3 3 x\n+\n2\n- x\n\n2\n3\nThe works council has signed\n\n3 3\nz The lawyer knows\nbreak\n3\n\nback\nbreak\nminutes 20\nq\n";

#[test]
fn a_room_votes_decides_parks_and_stops_line_by_line() {
    let folder = Folder::with_assessment();
    let said = run(&folder, &WORKSHOP, LINES).quietly();
    for text in [
        "4 left, 90 min.\nExample of levels, step 1, First.\nKey question: without it, step 1 is not reached.\ntest-rules: Who wrote the rules?\n",
        "Nobody has voted yet.\nVotes (1-3, ",
        "Votes: 4.\n",
        "Add a vote to which (1-3, 0, x, back leaves it): ",
        "3. Every team wrote rules: 2 votes.\n",
        "CONTESTED.\n",
        "Enter decides it. A late hand is + and its vote.\nDecision (",
        "Why this, and not 2 In place in part (",
        "DECIDED: 3 In place throughout (chosen: The works council has signed).\nDecided (",
        "Parked, it comes back at the end: Who keeps the list? Saved.\n",
        "A break: nothing counts or decides until it ends.\nBreak (break goes on, ",
        "3 is no choice: there is none here.\nBreak (",
        "That is all there is here.\nBreak (",
        "\"back\" means nothing here.",
        "3 left, 20 min.\n",
    ] {
        assert!(said.contains(text), "{text:?} is missing in\n{said}");
    }
    let line = slashes(&said).replace('\n', " ");
    assert!(line.contains("/a.toml; 3 questions left: `ospo-assess --plain workshop "), "{said}");
    let file = folder.read("a.toml");
    assert!(file.contains("[votes.test-rules]\nfully = 2\nnone = 1\npartly = 1\n"), "{file}");
    assert!(
        file.contains("[decisions.test-list]\nhow = \"parked\"\nreason = \"The lawyer knows\"\n"),
        "{file}"
    );
    let minutes = folder.run(&["minutes", "a.toml"]).quietly();
    assert!(minutes.contains("**Why:** The lawyer knows"), "{minutes}");
}

#[test]
fn a_workshop_goes_on_where_it_was_and_comes_to_its_end() {
    let folder = Folder::with_assessment();
    run(&folder, &WORKSHOP, "1 3\nq\n").quietly();
    let (mut talk, said) = Talk::start(&folder, &WORKSHOP);
    assert!(said.contains("Votes: 2.\n") && !said.contains(": 1 vote."), "counted, and hidden: {said}");
    let others = ["3 3", "", "", ""].repeat(3);
    let said = ["", "", "There are two camps", ""]
        .into_iter()
        .chain(others)
        .map(|line| talk.say(line))
        .last()
        .unwrap();
    assert!(said.contains("Everything is decided.\n"), "{said}");
    assert!(said.contains("Decided although contested.\n1. Who wrote the rules?\n"), "{said}");
    assert!(said.contains("Workshop (1 goes there, r results, p plan, "), "{said}");
    assert!(talk.say("1").contains("test-rules: Who wrote the rules?\n"));
    talk.say_last("q");
    let (rest, status) = talk.end();
    assert!(rest.contains("nothing is left to decide") && status == 0, "{rest}");
}

#[test]
fn files_of_participants_are_put_in_first_line_by_line_too() {
    let folder = Folder::with_assessment();
    for (name, answer) in [("ada", "none"), ("ben", "fully")] {
        let answers = format!("respondent = \"{name}\"\n\n[answers.test-rules]\nanswer = \"{answer}\"\n");
        folder.write(&format!("{name}.toml"), format!("{}{answers}", folder.read("a.toml")));
    }
    let said = run(&folder, &["--plain", "workshop", "b.toml", "--with", "ada.toml", "ben.toml"], "q\n");
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("CONTESTED.\n1. Nobody wrote rules: 1 vote.\n"), "{}", said.out);
}

#[test]
fn a_workshop_that_needs_a_screen_says_what_does_not() {
    let folder = Folder::with_assessment();
    let said = folder.run(&["workshop", "a.toml", "--with", "a.toml"]).failure();
    assert!(said.contains("use --plain"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_dumb_terminal_holds_a_workshop() {
    use crate::common::pty::{Pty, program};
    let folder = Folder::with_assessment();
    let mut command = program(folder.path(), &["workshop", "a.toml"]);
    command.env("OSPO_ASSESS_HOME", folder.path().join("home"));
    command.env("TERM", "dumb");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("shows them, ? help):").type_keys("3 3 2\r").wait_for("Votes: 3.");
    pty.type_keys("\r").wait_for("The median: 3").type_keys("\r").wait_for("DECIDED: 3");
    pty.type_keys("\x04");
    assert!(pty.end().success());
    let sent = String::from_utf8(pty.bytes()).unwrap();
    assert!(sent.replace("\r\n", "\n").chars().all(|c| c == '\n' || !c.is_control()), "{sent:?}");
    assert!(folder.read("a.toml").contains("[decisions.test-rules]\nhow = \"median\""));
}

#[test]
fn questions_are_picked_on_the_command_line_and_kept() {
    let folder = Folder::with_assessment();
    let with =
        |questions: &str| run(&folder, &[WORKSHOP.as_slice(), &["--questions", questions]].concat(), "");
    let said = with("test-lst").failure();
    assert!(said.contains("there is no question test-lst (did you mean test-list or"), "{said}");
    let said = with("test-list=never");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("Write a number from 1 to 1440"), "{}", said.err);
    let said = with("test-list=20,test-rules").quietly();
    assert!(said.contains("2 left, 90 min.") && said.contains("test-list: Who keeps the list?"), "{said}");
    // Ended in the middle, it goes on with what was picked.
    let said = run(&folder, &WORKSHOP, "3 3\n\n\n\nl\nq\n").quietly();
    assert!(said.contains("2 left, 90 min."), "{said}");
    assert!(
        said.contains("Of today's list: 1 question to decide, 0 parked, 1 passed over. Not on it: 2."),
        "{said}"
    );
    assert!(said.contains("3 questions left"), "{said}");
    let said = with("test-list");
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    assert!(said.err.contains("decided already, and passed over: test-list"), "{}", said.err);
    assert!(said.err.contains("none of these questions is left to decide"), "{}", said.err);
}
