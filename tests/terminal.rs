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

/// The terminal is gone, and no signal says so: the program has a session of its own, to which this
/// terminal does not belong.
#[test]
fn a_hang_up_without_a_signal_saves_and_ends() {
    let home = tempfile::tempdir().unwrap();
    let mut command = portable_pty::CommandBuilder::new("setsid");
    command.args(["--wait", env!("CARGO_BIN_EXE_ospo-assess")]);
    program(home.path(), &[]).iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.cwd(home.path());
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("Welcome").type_keys("aExample Corp\r").wait_for("Which").type_keys("\r");
    pty.wait_for("legal risks").type_keys("4").wait_for("legal-risks: 4").wait_for("saved");
    pty.type_keys("nhalf a note").wait_for("half a note");
    let id = child_of(pty.child.process_id().unwrap());
    pty.hang_up();
    let start = std::time::Instant::now();
    while Path::new(&format!("/proc/{id}")).exists() {
        assert!(start.elapsed().as_secs() < 30, "it does not end, and uses the processor: {id}");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("\"fully\"") && text.contains("half a note"), "{text}");
}

/// The process that another one started.
fn child_of(parent: u32) -> String {
    let children = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).unwrap_or_default();
    children.split_whitespace().next().map_or_else(|| parent.to_string(), str::to_owned)
}

#[test]
fn a_hang_up_with_its_signal_saves_and_ends() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys("4").wait_for("legal-risks: 4").type_keys("nhalf a note").wait_for("half a note");
    pty.hang_up();
    pty.end();
    assert!(fs::read_to_string(file(home.path())).unwrap().contains("half a note"));
}

#[test]
fn a_terminal_that_fails_gives_a_message_and_no_session() {
    let home = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ospo-assess"))
        .env("OSPO_ASSESS_HOME", home.path())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("the interface needs a terminal"));
}

/// Only a program with debug assertions can be made to panic on purpose.
#[cfg(debug_assertions)]
#[test]
fn a_panic_of_any_thread_saves_and_gives_the_terminal_back() {
    for place in ["main", "reader", "saver"] {
        let home = tempfile::tempdir().unwrap();
        begun(home.path()).type_keys("4").wait_for("legal-risks: 4").wait_for("saved").type_keys("q").end();
        let path = file(home.path());
        let mut command = program(home.path(), &[path.to_str().unwrap()]);
        command.env("OSPO_ASSESS_PANIC", place);
        let mut pty = Pty::start(command, 80, 24);
        if place != "reader" {
            pty.wait_for("licence-compliance").type_keys("3");
        }
        assert!(!pty.end().success(), "{place}");
        assert!(pty.is_given_back(), "{place}");
        assert!(pty.text().contains("a panic on purpose"), "{place}: {}", pty.text());
        let copy = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path());
        let copy = copy.filter(|path| path.to_string_lossy().contains("unsaved")).last();
        let text = fs::read_to_string(copy.as_ref().unwrap_or(&path)).unwrap();
        assert_eq!(
            text.matches("[answers.").count(),
            if place == "saver" { 2 } else { 1 },
            "{place}: {text}"
        );
    }
}

/// What is no key, or half of one, is no command either, and the keys after it are.
#[test]
fn garbage_from_the_terminal_does_no_harm() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    let mut random = common::random::Random(7);
    let pieces: [&[u8]; 12] = [
        b"\x1b[",
        b"\x1b[<0;",
        b"\x1b]52;c;eA==\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[99999999999999999999~",
        b"\xff\xfe",
        b"\xc3",
        b"\xe5\xbc",
        b"\0",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1bO",
    ];
    for _ in 0..2000 {
        let piece = pieces[random.below(12) as usize];
        pty.send(piece);
        let byte = 0x80 + random.below(0x80) as u8;
        pty.send(&[byte, byte]);
    }
    // Whatever has begun ends here; a session that has been left is no harm either.
    pty.send(b"\x1b[201~~~m\x1b\\");
    std::thread::sleep(std::time::Duration::from_millis(300));
    pty.signal("TERM");
    pty.end();
    assert!(pty.is_given_back());
    assert!(!pty.text().contains("panicked"), "{}", pty.text());
    ospo_assess::assessment::Document::read(&file(home.path())).unwrap();
}

#[test]
fn a_flood_of_keys_and_a_paste_of_a_mebibyte_are_taken_in() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys(&"34h".repeat(4_000)).type_keys("?").wait_for("Help").type_keys("\x1b").wait_gone("Help");
    pty.type_keys("/\x1b[200~").send(&vec![b'x'; 1 << 20]).type_keys("\x1b[201~").wait_for("xxxxxxxx");
    let memory = fs::read_to_string(format!("/proc/{}/status", pty.child.process_id().unwrap()));
    for line in memory.unwrap_or_default().lines().filter(|line| line.starts_with("VmHWM")) {
        let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(kib < 200 * 1024, "{line}");
    }
    pty.type_keys("\x1b").wait_gone("xxxxxxxx").type_keys("q");
    assert!(pty.end().success());
    ospo_assess::assessment::Document::read(&file(home.path())).unwrap();
}
