//! What the program asks of a terminal and a processor, in numbers that are the same on every machine: bytes, writes,
//! wake-ups. Times are measured by `benches/measure`, and asserted nowhere.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use ospo_assess::files::Document;
use ospo_assess::questionnaire::DEFAULT_SELECTION;
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::common::assessments::asking;
use crate::common::can_trace;
use crate::common::catalogues::BUILT_IN;
use crate::common::pty::{Pty, program};

fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let text = Document::new(asking(&BUILT_IN, &DEFAULT_SELECTION)).to_text(&BUILT_IN);
    fs::write(home.path().join("a.toml"), text).unwrap();
    home
}

/// The interview on a large screen, when everything that opens by itself has been shown.
fn started(command: CommandBuilder) -> Pty {
    let mut pty = Pty::start(command, 120, 40);
    pty.wait_for("We don't know").read();
    pty
}

/// The most bytes that one of these keys has sent to the terminal; each changes something that is seen.
fn most_bytes(pty: &mut Pty, keys: &[&str]) -> usize {
    let sent = |key: &&str| {
        let before = pty.bytes().len();
        pty.type_keys(key);
        let sent = pty.bytes().len() - before;
        assert!(sent > 0, "{key:?} changed nothing:\n{}", pty.text());
        sent
    };
    keys.iter().map(sent).max().unwrap()
}

#[test]
fn a_key_sends_what_has_changed_and_no_more() {
    let home = home();
    let mut pty = started(program(home.path(), &["a.toml"]));
    let within = most_bytes(&mut pty, &["\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A"].repeat(3));
    assert!(within <= 600, "{within} bytes for a key within a question");
    let next = most_bytes(&mut pty, &["\x1b[C", "\x1b[C", "\x1b[D"].repeat(3));
    assert!(next <= 2500, "{next} bytes for a key to another question");
}

/// A frame that is torn into several writes flickers.
#[test]
fn a_frame_is_one_write() {
    if !can_trace() {
        return;
    }
    let home = home();
    let log = home.path().join("writes");
    let plain = program(home.path(), &["a.toml"]);
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "-e", "trace=write", "-e", "signal=none", "-o"]);
    command.arg(&log);
    command.args([env!("CARGO_BIN_EXE_ospo-assess"), "a.toml"]);
    command.cwd(home.path());
    plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    let mut pty = started(command);
    let before = drawn(&log);
    most_bytes(&mut pty, &["\x1b[B", "\x1b[A", "\x1b[C", "\x1b[D"].repeat(2));
    sleep(Duration::from_millis(200));
    assert_eq!(drawn(&log) - before, 8, "eight keys, eight writes");
}

/// The writes of sequences that move the cursor or colour text.
fn drawn(log: &Path) -> usize {
    fs::read_to_string(log)
        .unwrap()
        .lines()
        .filter(|line| line.contains("write(") && line.contains("\\33["))
        .count()
}

#[test]
fn an_idle_program_never_wakes_up() {
    let home = home();
    let mut pty = started(program(home.path(), &["a.toml"]));
    pty.type_keys("\x1b[B");
    sleep(Duration::from_millis(500));
    let id = pty.child.process_id().unwrap();
    let before = times_awake(id);
    sleep(Duration::from_secs(2));
    assert_eq!(times_awake(id), before, "somebody woke up, though nothing happened");
}

/// How often the threads of a process have gone back to sleep.
fn times_awake(id: u32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{id}/task")).unwrap();
    let count = |thread: std::io::Result<fs::DirEntry>| {
        let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.unwrap().trim().parse::<u64>().unwrap()
    };
    threads.map(count).sum()
}
