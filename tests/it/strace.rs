//! Each system call of a save is once the last one, and fails once with each error that disks give:
//! afterwards the file is the old or the new one, whole, the error is said, and the retry works.
//!
//! strace makes the calls fail. Where it is missing or may not trace, these tests say so and pass.
//! `OSPO_ASSESS_LONG` takes every call; without it those that a save cannot do without.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use ospo_assess::files::Document;
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::common::can_trace;
use crate::common::pty::{Pty, program};

const OLD: &str =
    "# Kept.\nformat = 1\norganization = \"Example Corp\"\nquestionnaires = { maturity-model = \"2.0.0\" }\n";

/// The errors that disks give.
const ERRORS: [&str; 3] = ["ENOSPC", "EIO", "EROFS"];

/// The calls that open a file: musl has another one than glibc, and not every processor has it.
const OPEN: &str = "?open,openat";

/// The calls that look at a file, by any C library.
const LOOK: &str = "?open,openat,?stat,?lstat,statx,newfstatat,?readlink,readlinkat";

/// What a save cannot do without.
const NEEDED: [&str; 6] = ["open", "openat", "write", "fsync", "renameat", "flock"];

fn start() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    fs::write(&path, OLD).unwrap();
    (home, path)
}

/// Answers a question on the command line, traced with these options.
fn answer(home: &Path, options: &[&str]) -> Output {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(home.join("trace")).args(options);
    command.arg(env!("CARGO_BIN_EXE_ospo-assess")).args(["answer", "a.toml", "inventory=partly"]);
    command.current_dir(home).env("OSPO_ASSESS_HOME", home).env_remove("RUST_BACKTRACE").stdin(Stdio::null());
    command.output().unwrap()
}

/// The system calls from the lock to the end: each with its number among those of its name.
fn calls(home: &Path) -> Vec<(String, usize)> {
    let trace = fs::read_to_string(home.join("trace")).unwrap();
    let mut counts = BTreeMap::<String, usize>::new();
    let mut calls = Vec::new();
    let mut saving = false;
    for line in trace.lines() {
        let name = line.split_whitespace().nth(1).and_then(|call| call.split_once('(')).map(|(name, _)| name);
        let Some(name) = name.filter(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
        else {
            continue;
        };
        let count = counts.entry(name.to_owned()).or_default();
        *count += 1;
        saving |= line.contains(".a.toml.lock");
        if saving && !matches!(name, "exit_group" | "munmap" | "sigaltstack" | "brk" | "mmap") {
            calls.push((name.to_owned(), *count));
        }
    }
    let all = std::env::var_os("OSPO_ASSESS_LONG").is_some();
    calls.retain(|(name, _)| all || NEEDED.contains(&name.as_str()));
    assert!(calls.iter().any(|(name, _)| name == "renameat"), "{trace}");
    calls
}

/// Whether the file is the new one; panics when it is neither the old nor the new one.
fn is_new(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap();
    let (document, _) = Document::read(path).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(text.starts_with(OLD) && (text == OLD || document.assessment.answers.len() == 1), "{text}");
    text != OLD
}

/// After a fault, the same command without one does what it should, and tidies up.
fn assert_retry_works(home: &Path, path: &Path, what: &str) {
    let output = answer(home, &["-e", "trace=none"]);
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(is_new(path), "{what}");
    let left = fs::read_dir(home).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = left.filter(|name| name.starts_with('.')).collect();
    assert!(left.is_empty(), "{what}: {left:?}");
}

#[test]
fn each_system_call_of_a_save_is_once_the_last_one() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    answer(home.path(), &[]);
    let (mut old, mut new) = (0, 0);
    for (name, number) in calls(home.path()) {
        fs::write(&path, OLD).unwrap();
        let kill = format!("inject={name}:signal=SIGKILL:when={number}");
        let output = answer(home.path(), &["-e", &kill]);
        assert!(!output.status.success(), "{kill} did nothing");
        if is_new(&path) {
            new += 1
        } else {
            old += 1
        }
        assert_retry_works(home.path(), &path, &kill);
    }
    println!("{} kills: {old} times the old file, {new} times the new one, never anything else", old + new);
    assert!(old > 0 && new > 0);
}

#[test]
fn each_system_call_of_a_save_fails_once_with_each_error() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    answer(home.path(), &[]);
    let (mut told, mut without_harm) = (0, 0);
    for (name, number) in calls(home.path()) {
        for error in ERRORS {
            fs::write(&path, OLD).unwrap();
            let fault = format!("inject={name}:error={error}:when={number}");
            let output = answer(home.path(), &["-e", &fault]);
            let said = String::from_utf8(output.stderr).unwrap();
            if output.status.success() {
                assert!(is_new(&path), "{fault}: success is said, and nothing saved");
                without_harm += 1;
            } else if said.contains("closedir") {
                // Where the closing of a folder fails that was only listed, the standard library panics;
                // no file system does that. The file is whole all the same.
                is_new(&path);
                told += 1;
            } else if said.contains("standard output") {
                assert!(is_new(&path), "{fault}: what was done could not be told");
                told += 1;
            } else {
                assert_eq!(output.status.code(), Some(1), "{fault}: {said}");
                let first = said.lines().next().unwrap_or_default();
                assert!(said.lines().count() == 1 && first.contains("a.toml"), "{fault}: {said}");
                is_new(&path);
                told += 1;
            }
            assert_retry_works(home.path(), &path, &fault);
        }
    }
    println!(
        "{} faults: {told} told, {without_harm} without harm, the file always whole",
        told + without_harm
    );
    assert!(told > 0);
}

/// The list of assessments, where the file that is opened by its path lies on a disk that takes so many
/// seconds.
fn opening(seconds: u32) -> (TempDir, Pty) {
    let (home, path) = start();
    let other = home.path().join("other");
    fs::create_dir(&other).unwrap();
    let slow = other.join("b.toml");
    fs::rename(&path, &slow).unwrap();
    let plain = program(home.path(), &[]);
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-P", slow.to_str().unwrap()]);
    command.args(["-e", &format!("trace={OPEN}")]);
    command.args(["-e", &format!("inject={OPEN}:delay_enter={seconds}000000:when=1")]);
    command.args(plain.get_argv());
    plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.cwd(home.path());
    let mut pty = Pty::start(command, 100, 30);
    pty.wait_for("Welcome").type_keys("o").wait_for("Open").type_keys(&format!("{}\r", slow.display()));
    pty.wait_for("The disk takes its time");
    (home, pty)
}

/// A slow disk while a file is opened: what is pressed meanwhile is answered, and counts for nothing.
#[test]
fn a_file_that_takes_long_to_be_opened_freezes_no_key() {
    if !can_trace() {
        return;
    }
    let (home, mut pty) = opening(3);
    pty.type_keys("?").wait_for("Help").type_keys("\x1b").wait_gone("Help");
    pty.type_keys("3").wait_for("The disk takes its time").wait_for("inventory");
    assert!(!pty.text().contains("inventory: 3"), "{}", pty.text());
    pty.type_keys("4").wait_for("inventory: 4").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(fs::read_to_string(home.path().join("other/b.toml")).unwrap().contains("\"fully\""));
}

/// One that never comes back is left.
#[test]
fn a_file_that_is_never_opened_keeps_nobody() {
    if !can_trace() {
        return;
    }
    let (_home, mut pty) = opening(60);
    // strace itself waits on.
    pty.type_keys("q").wait_for("left while the disk was still at work");
    assert!(pty.is_given_back());
}

/// The program with this file on a disk that takes a third of a second for each look at it.
fn with_slow_file(home: &Path, file: &Path, arguments: &[&str]) -> Pty {
    let plain = program(home, arguments);
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-P", file.to_str().unwrap(), "-P", "a.toml"]);
    command.args(["-e", &format!("inject={LOOK},renameat:delay_enter=300000")]);
    command.args(plain.get_argv());
    plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.cwd(home);
    Pty::start(command, 100, 30)
}

/// While the disk waits, help comes and goes.
fn assert_keys_work(pty: &mut Pty, outcome: &str) {
    pty.wait_for("The disk takes its time");
    pty.type_keys("?").wait_for("Help").type_keys("\x1b").wait_gone("Help");
    assert!(!pty.text().contains(outcome), "all of this while the disk waits:\n{}", pty.text());
    pty.wait_for(outcome);
}

/// A slow disk while a file of the list gets another name, and is removed.
#[test]
fn a_list_whose_disk_takes_long_freezes_no_key() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    let mut pty = with_slow_file(home.path(), &path, &[]);
    pty.wait_for("Example Corp").type_keys("R").wait_for("name").type_keys(" Two\r");
    assert_keys_work(&mut pty, "Example Corp Two");
    pty.type_keys("D").wait_for("Remove").read().type_keys("\x1b[B\r");
    assert_keys_work(&mut pty, "is removed");
    pty.type_keys("q");
    assert!(pty.end().success());
    assert!(!path.exists());
}

/// A slow disk while a file that somebody else changed is merged, or read again.
#[test]
fn a_conflict_on_a_disk_that_takes_long_freezes_no_key() {
    if !can_trace() {
        return;
    }
    for (keys, outcome) in [("\r", "Merged"), ("\x1b[B\r", "About this assessment")] {
        let (home, path) = start();
        let mut pty = with_slow_file(home.path(), &path, &["a.toml"]);
        pty.wait_for("· inventory");
        fs::write(&path, format!("{OLD}\n[answers.licence-policy]\nanswer = \"fully\"\n")).unwrap();
        pty.type_keys("3").wait_for("changed by another program").read().type_keys(keys);
        assert_keys_work(&mut pty, outcome);
        pty.type_keys("q");
        assert!(pty.end().success(), "{outcome}");
    }
}

/// A file system over a network whose lock service is gone.
#[test]
fn a_lock_that_is_not_to_be_had_is_named_with_what_to_do() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    let output = answer(home.path(), &["-e", "inject=flock:error=ENOLCK"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("a.toml: not saved: no lock is to be had where it lies"), "{said}");
    assert_eq!((output.status.code(), is_new(&path)), (Some(1), false));
}

/// The system gives no thread, from the first on or one later: a message, and no panic.
#[test]
fn no_thread_to_be_had_is_a_message() {
    if !can_trace() {
        return;
    }
    let (home, _) = start();
    fs::copy(home.path().join("a.toml"), home.path().join("b.toml")).unwrap();
    for (arguments, threads) in
        [(&["a.toml"][..], 5), (&["--plain", "a.toml"], 4), (&["score", "a.toml", "b.toml"], 2)]
    {
        for thread in 1..=threads {
            let plain = program(home.path(), arguments);
            let mut command = CommandBuilder::new("strace");
            command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=clone3,clone"]);
            command.args(["-e", &format!("inject=clone3,clone:error=EAGAIN:when={thread}+")]);
            command.args(plain.get_argv());
            plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
            command.cwd(home.path());
            let mut pty = Pty::start(command, 100, 30);
            // What works without the thread goes on, and can be left.
            std::thread::sleep(std::time::Duration::from_millis(700));
            pty.send(b"q\r");
            pty.end();
            let said = String::from_utf8_lossy(&pty.bytes()).into_owned();
            assert!(!said.contains("panicked"), "{arguments:?}, {thread}: {said}");
            if thread == 1 {
                assert!(said.contains("no thread to give"), "{arguments:?}: {said}");
            }
        }
    }
}

/// The interface, traced with these options.
fn session(home: &Path, options: &[&str]) -> Pty {
    let plain = program(home, &["a.toml"]);
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "--seccomp-bpf", "-o", "/dev/null"]);
    command.args(options);
    command.args(plain.get_argv());
    plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.cwd(home);
    let mut pty = Pty::start(command, 100, 30);
    pty.wait_for("inventory");
    pty
}

#[test]
fn the_interface_tells_each_fault_and_saves_with_the_next_answer() {
    if !can_trace() {
        return;
    }
    // strace counts the calls of each thread: these are those of the first save.
    for (fault, reason) in [
        ("inject=fsync:error=ENOSPC:when=1", "the disk is full"),
        ("inject=fsync:error=EIO:when=1", "save elsewhere"),
        ("inject=fsync:error=EIO:when=2", "save elsewhere"),
        ("inject=renameat:error=EROFS:when=1", "it may not be written there"),
        ("inject=renameat:error=EPERM:when=1", "it may not be written there"),
    ] {
        let (home, path) = start();
        let calls = if fault.contains("fsync") { "trace=fsync" } else { "trace=renameat" };
        let mut pty = session(home.path(), &["-e", calls, "-e", fault]);
        pty.type_keys("3").wait_for("NOT SAVED YET").wait_for(reason);
        pty.type_keys("3").wait_for(" saved").type_keys("q");
        assert!(pty.end().success(), "{fault}");
        assert_eq!(Document::read(&path).unwrap().0.assessment.answers.len(), 2, "{fault}");
    }
}

#[test]
fn a_file_system_that_cannot_sync_folders_is_tolerated() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    let output = answer(home.path(), &["-e", "inject=fsync:error=EINVAL:when=2"]);
    assert!(output.status.success() && is_new(&path));
}

#[test]
fn a_disk_that_takes_long_freezes_no_key() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    let mut pty = session(home.path(), &["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=1500000"]);
    pty.type_keys("3").wait_for("saving").type_keys("3").wait_for("licence-policy: 3");
    pty.type_keys("?").wait_for("Help").type_keys("\x1b").wait_gone("Help");
    assert!(pty.text().contains("saving"), "all of this while the first save waits:\n{}", pty.text());
    pty.type_keys("q");
    assert!(pty.end().success());
    assert_eq!(Document::read(&path).unwrap().0.assessment.answers.len(), 2);
}

/// A plan is written where the disk hangs: that keeps nobody here, and is said.
#[test]
fn a_plan_that_takes_for_ever_does_not_keep_the_program() {
    if !can_trace() {
        return;
    }
    let (home, path) = start();
    let plan = home.path().join("plan.md");
    let hang = &format!("inject={LOOK}:delay_enter=30000000");
    let mut pty = session(home.path(), &["-e", hang, "-P", plan.to_str().unwrap(), "-P", "plan.md"]);
    pty.type_keys("w")
        .wait_for("Make the plan")
        .type_keys("\r")
        .wait_for("Write the plan")
        .type_keys("1")
        .wait_for("Where to?");
    pty.type_keys(&"\x7f".repeat(40)).type_keys("plan.md\r").wait_gone("Where to?").type_keys("3q");
    // strace holds what is left of the program until the delay is over.
    pty.wait_for("plan.md: not written, it took too long");
    assert_eq!(Document::read(&path).unwrap().0.assessment.answers.len(), 1);
}
