//! The whole program in a pseudo-terminal: from the first run to leaving it in every way.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::pty::{Pty, program};

fn start(home: &Path) -> Pty {
    Pty::start(program(home, &[]), 80, 24)
}

/// A first run up to the first question.
fn begun(home: &Path) -> Pty {
    let mut pty = start(home);
    pty.wait_for("Welcome").type_keys("a").wait_for("New assessment");
    pty.type_keys("Example Corp\r").wait_for("Which questionnaires").type_keys("\r").wait_for("legal risks");
    pty
}

/// The one assessment in a folder.
fn file(home: &Path) -> PathBuf {
    let files = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
    files.into_iter().find(|path| path.to_string_lossy().contains("example-corp")).unwrap()
}

#[test]
fn a_first_run_makes_a_file_and_the_next_one_goes_on_with_it() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys("3").wait_for("legal-risks: 3").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(pty.is_given_back());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("[answers.legal-risks]\nanswer = \"partly\""), "{text}");

    let mut pty = start(home.path());
    pty.wait_for("1 of 75 answered").type_keys("\r").wait_for("licence-compliance");
    pty.type_keys("q");
    assert!(pty.end().success());
    assert_eq!(fs::read_to_string(file(home.path())).unwrap(), text, "looking changes nothing");
}

#[test]
fn a_paste_is_text_and_never_keys() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.send(b"\x1b[200~3\rq\x1b[201~").wait_for("press n first");
    pty.type_keys("n")
        .wait_for("A note for the plan")
        .send(b"\x1b[200~one\rtwo q\x1b[201~")
        .wait_for("two q");
    pty.type_keys("\x1b").wait_for("Note: one").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("one\ntwo q") && !text.contains("answer ="), "{text}");
}

#[test]
fn resizing_keeps_place_and_text() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys("nhalf a note");
    pty.wait_for("half a note").resize(40, 10).wait_for("at least 60");
    pty.resize(120, 40).wait_for("half a note").resize(60, 16).wait_for("half a note");
    pty.type_keys("q\x1b").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(fs::read_to_string(file(home.path())).unwrap().contains("half a noteq"));
}

#[test]
fn signals_save_and_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = tempfile::tempdir().unwrap();
        let mut pty = begun(home.path());
        pty.type_keys("m").wait_for("Mouse on").type_keys("4").wait_for("legal-risks: 4");
        pty.signal(signal);
        pty.end();
        assert!(pty.is_given_back(), "after SIG{signal}");
        assert!(fs::read_to_string(file(home.path())).unwrap().contains("\"fully\""), "after SIG{signal}");
    }
}

#[test]
fn stopping_gives_the_terminal_back_and_continuing_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    // A shell that waits for its job as shells do, and continues it.
    let mut command = portable_pty::CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    let like = program(home.path(), &[]);
    for (name, value) in like.iter_full_env_as_str() {
        command.env(name, value);
    }
    command.env("PS1", "prompt$ ");
    command.env("PROGRAM", env!("CARGO_BIN_EXE_ospo-assess"));
    command.cwd(home.path());
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("prompt$").type_keys("$PROGRAM\r").wait_for("Welcome");
    pty.type_keys("\x1a").wait_for("Stopped");
    assert!(!pty.is_taken());
    pty.type_keys("fg\r").wait_for("Welcome");
    assert!(pty.is_taken());
    pty.type_keys("q").wait_gone("Welcome").type_keys("exit\r");
    pty.end();
}

#[test]
fn a_long_note_is_written_in_the_users_own_editor() {
    let home = tempfile::tempdir().unwrap();
    let editor = home.path().join("editor");
    fs::write(&editor, "#!/bin/sh\necho written elsewhere > \"$1\"\n").unwrap();
    let mut command = program(home.path(), &[]);
    command.env("EDITOR", format!("sh {}", editor.display()));
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("Welcome")
        .type_keys("aExample Corp\r")
        .wait_for("Which")
        .type_keys("\r")
        .wait_for("legal risks");
    pty.type_keys("n").wait_for("your own editor").type_keys("\x0f").wait_for("written elsewhere");
    pty.type_keys("\x1b").wait_for("Note: written elsewhere").type_keys("q");
    assert!(pty.end().success());
}

#[test]
fn no_colour_means_no_colour() {
    let home = tempfile::tempdir().unwrap();
    let mut command = program(home.path(), &[]);
    command.env("NO_COLOR", "1");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("Welcome")
        .type_keys("aExample Corp\r")
        .wait_for("Which")
        .type_keys("\r")
        .wait_for("legal risks");
    pty.type_keys("3").wait_for("legal-risks: 3").type_keys("q");
    assert!(pty.end().success());
    let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
    for colour in ["\x1b[3", "\x1b[4", "\x1b[9", "\x1b[10"] {
        let coloured = bytes.match_indices(colour).any(|(at, _)| {
            let rest = &bytes[at + colour.len()..];
            // 39 and 49 are the terminal's own colours; 3 and 4 alone are italics and underline.
            rest.starts_with(|next: char| ('0'..='8').contains(&next)) && !rest.starts_with("m")
        });
        assert!(!coloured, "{colour:?} in {bytes:?}");
    }
}
