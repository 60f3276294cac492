//! Line by line, everything is on disk before the next question; and what happens where that fails.

use crate::common::files::slashes;
use crate::common::program::Folder;
use crate::common::talk::Talk;

const ARGUMENTS: [&str; 2] = ["--plain", "a.toml"];

/// A change that somebody else makes to the file.
fn change_on_disk(folder: &Folder) {
    let file = folder.read("a.toml").replace("Example Corp", "Changed Corp");
    folder.write("a.toml", file);
}

#[test]
fn every_answer_is_on_disk_before_the_next_question() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    for (line, expected) in [
        ("3", "answer = \"fully\""),
        ("0", "answer = \"unknown\""),
        ("x Not ours", "reason = \"Not ours\""),
        ("n A note", "note = \"A note\""),
    ] {
        assert!(talk.say(line).contains(" Saved.\n"));
        assert!(folder.read("a.toml").contains(expected), "{}", folder.read("a.toml"));
    }
    talk.say("u");
    assert!(!folder.read("a.toml").contains("note = "));
    assert_eq!(talk.end().1, 0);
}

#[test]
fn a_file_changed_by_somebody_else_can_be_read_again() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    talk.say("3");
    change_on_disk(&folder);
    let said = talk.say("0");
    assert!(said.contains("The file was changed by another program."), "{said}");
    assert!(!folder.read("a.toml").contains("unknown"), "nothing is overwritten");
    assert!(talk.say("2").contains("Give up your unsaved changes (yes or no, "));
    let said = talk.say("yes");
    assert!(said.contains("Changed Corp.") && said.contains("test-list: Who keeps"), "{said}");
    talk.say("2");
    let file = folder.read("a.toml");
    assert!(file.contains("Changed Corp") && file.contains("answer = \"partly\""), "{file}");
}

#[test]
fn a_file_changed_by_somebody_else_can_be_overwritten_when_the_user_says_so() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    change_on_disk(&folder);
    talk.say("3");
    assert!(talk.say("3").contains("Give up the changes on disk (yes or no, "));
    assert!(talk.say("yes").contains("test-rules: 3 In place throughout. Saved."));
    assert!(folder.read("a.toml").contains("Example Corp"));
    assert!(talk.say("0").contains("Saved."), "what is on disk is known again");
}

#[test]
fn a_file_changed_by_somebody_else_can_be_left_for_another() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    change_on_disk(&folder);
    talk.say("3");
    talk.say("4");
    folder.write("c.toml", "mine\n");
    assert!(talk.say("c.toml").contains("there is such a file already"), "no file is replaced unasked");
    talk.say("2");
    assert!(talk.say("b.toml").contains("File: b.toml"));
    talk.say("0");
    assert!(folder.read("a.toml").contains("Changed Corp") && !folder.read("a.toml").contains("answer"));
    assert!(folder.read("b.toml").contains("answer = \"unknown\""));
}

#[test]
fn the_changes_of_both_can_be_merged() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    talk.say("3");
    let theirs = folder.read("a.toml").replace("\"fully\"", "\"partly\"");
    folder.write("a.toml", format!("# theirs\n{theirs}\n[answers.test-course]\nanswer = \"none\"\n"));
    talk.say("h");
    talk.say("1");
    let said = talk.say("1");
    assert!(said.contains("1. test-rules: answer: yours none; in the file partly: not ticked."), "{said}");
    assert!(talk.say("1").contains("in the file partly: ticked."));
    assert!(talk.say("").contains("As in the file: 1; as you have them: 0; is that right (yes or no, "));
    let said = talk.say("yes");
    assert!(said.contains("the changes of both are here") && said.contains(" Saved.\n"), "{said}");
    let file = folder.read("a.toml");
    assert!(file.starts_with("# theirs\n"), "{file}");
    assert!(file.contains("[answers.test-rules]\nanswer = \"partly\""), "{file}");
    assert!(file.contains("[answers.test-course]\nanswer = \"none\""), "{file}");
    assert!(talk.say("0").contains(" Saved.\n"));
}

/// Answers that were typed ahead are no decision about somebody's work.
#[test]
fn lines_typed_ahead_give_nothing_up() {
    for line in ["1", "2", "3"] {
        let folder = Folder::with_assessment();
        let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
        let theirs = format!("{}\n[answers.test-rules]\nanswer = \"none\"\n", folder.read("a.toml"));
        folder.write("a.toml", &theirs);
        for typed in ["3", line, line, line] {
            talk.say(typed);
        }
        assert_eq!(folder.read("a.toml"), theirs, "{line}");
        // What one has answered oneself is still here.
        for answer in ["no", "back", "3"] {
            talk.say(answer);
        }
        talk.say("yes");
        assert!(folder.read("a.toml").contains("answer = \"fully\""), "{line}: {}", folder.read("a.toml"));
    }
}

#[test]
fn an_end_of_the_input_never_overwrites_what_somebody_else_wrote() {
    for lines in [&["3"] as &[&str], &["3", "4"], &["3", "1"], &["3", "1", "1"], &["3", "3", "3", "3"]] {
        let folder = Folder::with_assessment();
        let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
        let theirs = format!("{}\n[answers.test-rules]\nanswer = \"none\"\n", folder.read("a.toml"));
        folder.write("a.toml", &theirs);
        for line in lines {
            talk.say(line);
        }
        assert_eq!(talk.end().1, 1);
        assert_eq!(folder.read("a.toml"), theirs);
    }
}

/// Puts a folder in the place of the file, which nothing can be saved over.
fn hinder(folder: &Folder) {
    std::fs::remove_file(folder.path().join("a.toml")).unwrap();
    std::fs::create_dir(folder.path().join("a.toml")).unwrap();
}

fn relieve(folder: &Folder) {
    std::fs::remove_dir(folder.path().join("a.toml")).unwrap();
}

#[test]
fn a_failed_save_is_said_at_once_and_tried_again() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    hinder(&folder);
    let said = talk.say("3");
    assert!(said.contains("Not saved yet.\na.toml: not saved: this is no file; save elsewhere."), "{said}");
    assert!(talk.say("1").contains("What to do"));
    relieve(&folder);
    assert!(talk.say("1").contains("test-rules: 3 In place throughout. Saved."));
    assert!(folder.read("a.toml").contains("answer = \"fully\""));
}

#[test]
fn what_is_left_for_later_is_saved_with_the_next_change() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    hinder(&folder);
    talk.say("3");
    let said = talk.say("3");
    assert!(said.contains("test-list: Who keeps the list?"), "the next question comes all the same: {said}");
    relieve(&folder);
    talk.say("0");
    let file = folder.read("a.toml");
    assert!(file.contains("answer = \"fully\"") && file.contains("answer = \"unknown\""), "{file}");
}

#[test]
fn leaving_with_something_unsaved_asks() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    hinder(&folder);
    talk.say("3");
    talk.say("3");
    let said = talk.say("q");
    assert!(said.contains("Not saved yet.") && said.contains("3. Leave without saving"), "{said}");
    relieve(&folder);
    talk.say_last("1");
    assert_eq!(talk.end().1, 0);
    assert!(folder.read("a.toml").contains("answer = \"fully\""));
}

#[test]
fn an_end_of_the_input_with_something_unsaved_is_a_failure() {
    for lines in [&["3"] as &[&str], &["3", "3"]] {
        let folder = Folder::with_assessment();
        let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
        hinder(&folder);
        for line in lines {
            talk.say(line);
        }
        assert_eq!(talk.end().1, 1);
        assert!(folder.read("a-unsaved-1.toml").contains("answer = \"fully\""), "it is not lost");
    }
}

#[test]
fn a_last_try_is_made_when_the_input_ends() {
    let folder = Folder::with_assessment();
    let (mut talk, _) = Talk::start(&folder, &ARGUMENTS);
    hinder(&folder);
    talk.say("3");
    relieve(&folder);
    assert_eq!(talk.end().1, 0);
    assert!(folder.read("a.toml").contains("answer = \"fully\""));
}

#[test]
fn a_file_that_another_one_has_open_can_be_read_and_not_changed() {
    let folder = Folder::with_assessment();
    let (_first, _) = Talk::start(&folder, &ARGUMENTS);
    let (mut second, said) = Talk::start(&folder, &ARGUMENTS);
    assert!(said.contains("you can read, not change it."), "{said}");
    for line in ["3", "n A note", "u", "clear"] {
        assert!(second.say(line).contains("you can read, not change it."), "{line}");
    }
    assert!(second.say("r").contains("3 questions: 0 answered"));
    second.say("w");
    second.say("1");
    let said = second.say("PLAN.md");
    assert!(
        said.contains("The plan is in") && slashes(&said).contains("/PLAN.md\n"),
        "no full stop that could be part of the path: {said}"
    );
    assert!(!folder.read("a.toml").contains("answer"));
}
