//! The disk in the way of a real session: each fault is told with its reason, keys go on working,
//! nothing is lost, and there is a way out.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::common::pty::{Pty, program};
use crate::common::skipped;

const EMPTY: &str =
    "format = 1\norganization = \"Example Corp\"\nquestionnaires = { maturity-model = \"2.0.0\" }\n";

/// A home, and in a folder of its own an assessment.
fn start() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("work/a.toml");
    fs::create_dir(home.path().join("work")).unwrap();
    fs::write(&path, EMPTY).unwrap();
    (home, path)
}

/// A session whose first question is answered and saved.
fn session(command: CommandBuilder) -> Pty {
    let mut pty = Pty::start(command, 100, 30);
    pty.wait_for("inventory").type_keys("3").wait_for("inventory: 3").wait_for(" saved");
    pty
}

fn answers(path: &Path) -> usize {
    fs::read_to_string(path).unwrap_or_default().matches("[answers.").count()
}

/// The program as a user for whom permissions bind, which for root they do not.
fn bound(home: &Path) -> Option<CommandBuilder> {
    let plain = program(home, &["work/a.toml"]);
    let folder = home.join("probe");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("file"), "").is_err() {
        return Some(plain);
    }
    let without = ["--bounding-set=-dac_override,-dac_read_search", "--"];
    if !Command::new("setpriv").args(without).arg("true").status().is_ok_and(|status| status.success()) {
        skipped("this user may write everywhere, and setpriv is missing");
        return None;
    }
    let mut command = plain.clone();
    *command.get_argv_mut() = ["setpriv"].iter().chain(&without).map(Into::into).collect();
    plain.get_argv().iter().for_each(|word| command.arg(word));
    Some(command)
}

/// A folder among those of many clients that may not be looked into.
#[test]
fn a_folder_that_may_not_be_read_ends_no_table() {
    let (home, path) = start();
    let Some(command) = bound(home.path()) else { return };
    let locked = home.path().join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, Permissions::from_mode(0o000)).unwrap();
    let argv: Vec<_> = command.get_argv().iter().filter(|word| *word != "work/a.toml").cloned().collect();
    let mut command = Command::new(&argv[0]);
    command.args(&argv[1..]).args(["score", "work", "locked", "--format", "csv"]);
    let output = command.current_dir(home.path()).env("OSPO_ASSESS_HOME", home.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("locked: this folder cannot be read, and is left out"), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("Example Corp"), "{}", path.display());
    fs::set_permissions(&locked, Permissions::from_mode(0o755)).unwrap();
}

/// The lock file of somebody whose files nobody else may read.
#[test]
fn a_lock_of_somebody_else_is_named_with_what_to_do() {
    let (home, path) = start();
    let Some(command) = bound(home.path()) else { return };
    let lock = path.with_file_name(".a.toml.lock");
    fs::write(&lock, "").unwrap();
    fs::set_permissions(&lock, Permissions::from_mode(0o000)).unwrap();
    let mut pty = Pty::start(command, 160, 30);
    pty.wait_for("inventory").wait_for(".a.toml.lock beside it is somebody else's").type_keys("q");
    assert!(pty.end().success());
}

/// A name that leaves no room for that of the file beside it: told when it is opened, not when it is saved.
#[test]
fn a_name_that_is_too_long_is_told_on_opening() {
    let (home, path) = start();
    let long = format!("work/{}.toml", "x".repeat(235));
    fs::rename(&path, home.path().join(&long)).unwrap();
    let mut pty = Pty::start(program(home.path(), &[&long]), 160, 30);
    pty.wait_for("inventory").wait_for("its name is too long to be saved").type_keys("q");
    assert!(pty.end().success());
}

#[test]
fn permission_lost_while_running() {
    let (home, path) = start();
    let Some(command) = bound(home.path()) else { return };
    let mut pty = session(command);
    let folder = path.parent().unwrap();
    fs::set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    pty.type_keys("3").wait_for("NOT SAVED YET").wait_for("change the permissions, or save elsewhere");
    pty.type_keys("3").wait_for("licence-compliance").wait_for("NOT SAVED YET");
    assert_eq!(answers(&path), 1);
    fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    pty.type_keys("3").wait_for(" saved").type_keys("q");
    assert!(pty.end().success());
    assert_eq!(answers(&path), 4);
}

#[test]
fn a_folder_that_may_only_be_read_opens_and_says_so() {
    let (home, path) = start();
    let Some(command) = bound(home.path()) else { return };
    fs::set_permissions(path.parent().unwrap(), Permissions::from_mode(0o555)).unwrap();
    let mut pty = Pty::start(command, 100, 30);
    pty.wait_for("read only").wait_for("it may not be written there").type_keys("3").wait_for("read");
    pty.type_keys("q");
    assert!(pty.end().success());
    fs::set_permissions(path.parent().unwrap(), Permissions::from_mode(0o755)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), EMPTY);
}

#[test]
fn a_folder_removed_while_running_and_the_way_out() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
    pty.type_keys("3").wait_for("NOT SAVED YET").wait_for("its folder is not there");
    // Neither Home nor the end loses what is not saved.
    pty.type_keys("\x1b")
        .wait_for("Save to another file")
        .read()
        .type_keys("\x1b")
        .wait_gone("Save to another");
    pty.type_keys("q")
        .wait_for("Save to another file")
        .read()
        .type_keys("j\r")
        .wait_for("does not exist yet");
    let other = home.path().join("other.toml");
    for _ in 0..path.display().to_string().len() + 8 {
        pty.type_keys("\x7f");
    }
    // One wanted to leave: once it is saved, one has left.
    pty.type_keys("other.toml\r");
    assert!(pty.end().success());
    assert_eq!(answers(&other), 2);
    assert!(!path.exists());
}

#[test]
fn a_disk_that_is_full() {
    let (home, path) = start();
    // No file may grow beyond 1 KiB: what a full disk says, this says too.
    let plain = program(home.path(), &[]);
    let mut command = CommandBuilder::new("bash");
    command.args(["-c", "ulimit -S -f 1 && exec \"$0\" work/a.toml", env!("CARGO_BIN_EXE_ospo-assess")]);
    plain.iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.cwd(home.path());
    let mut pty = session(command);
    let note = "n".to_owned() + &"a note ".repeat(200);
    pty.type_keys(&note).wait_for("a note").type_keys("\r").wait_for("NOT SAVED YET");
    pty.wait_for("the disk is full; free some space, or save elsewhere");
    assert_eq!(answers(&path), 1, "the old file is whole");
    pty.type_keys("q")
        .wait_for("Try again")
        .read()
        .type_keys("\r")
        .wait_for("NOT SAVED YET")
        .wait_for("disk is full");
    let id = pty.child.process_id().unwrap().to_string();
    let freed = Command::new("prlimit").args(["--pid", &id, "--fsize=10000000:"]).status();
    if freed.is_ok_and(|status| status.success()) {
        // One wanted to leave: once it is saved, one has left.
        pty.wait_for("Try again").read().type_keys("\r");
        assert!(pty.end().success());
        assert!(fs::read_to_string(&path).unwrap().contains("a note a note"));
    }
}

#[test]
fn the_command_line_says_that_the_disk_is_full() {
    let (home, path) = start();
    let note =
        format!("ulimit -f 1 && exec \"$0\" answer work/a.toml inventory=partly --note {}", "x".repeat(2000));
    let mut command = Command::new("bash");
    command.args(["-c", &note, env!("CARGO_BIN_EXE_ospo-assess")]).current_dir(home.path());
    let output = command.env("OSPO_ASSESS_HOME", home.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("work/a.toml: not saved: the disk is full"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), EMPTY);
}

/// The disk hangs: a pipe in the place of the file, which nobody writes into.
#[test]
fn a_slow_disk_freezes_no_key() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    fs::remove_file(&path).unwrap();
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    pty.type_keys("3").wait_for("saving").type_keys("4").type_keys("r").wait_for("Results").type_keys("i");
    pty.wait_for("to the first result").wait_for("saving");
    pty.type_keys("q").wait_for("Waiting for the disk").type_keys("q").wait_for("has not answered yet");
    pty.read().type_keys("j\r").wait_for("does not exist yet").type_keys("2\r");
    assert!(pty.end().success());
    assert_eq!(answers(&path.with_file_name("a-mine.toml2")), 3);
}

#[test]
fn something_else_in_the_place_of_the_file() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    pty.type_keys("3").wait_for("NOT SAVED YET").wait_for("save elsewhere");
    fs::remove_dir(&path).unwrap();
    pty.type_keys("3").wait_for(" saved").type_keys("q");
    assert!(pty.end().success());
    assert_eq!(answers(&path), 3);
}

/// Ended from outside while nothing can be saved: the answers are somewhere else, and the program says
/// where.
#[test]
fn a_session_ended_from_outside_leaves_its_answers_somewhere() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, format!("{EMPTY}# somebody else\n")).unwrap();
    pty.type_keys("3").wait_for("changed by another program").read().type_keys("\x1b").wait_gone("Merge");
    pty.type_keys("4").wait_for("NOT SAVED").type_keys("nhalf a note").wait_for("half a note");
    pty.signal("TERM");
    assert!(!pty.end().success());
    assert!(pty.is_given_back() && pty.text().contains("a-unsaved-1.toml"), "{}", pty.text());
    assert!(fs::read_to_string(&path).unwrap().ends_with("# somebody else\n"));
    let copy = path.with_file_name("a-unsaved-1.toml");
    assert_eq!(answers(&copy), 4);
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600, "as private as the file");
    assert!(fs::read_to_string(&copy).unwrap().contains("half a note"));
}

#[test]
fn the_second_program_reads_only() {
    let (home, path) = start();
    let mut first = session(program(home.path(), &["work/a.toml"]));
    let mut second = Pty::start(program(home.path(), &["work/a.toml"]), 100, 30);
    second.wait_for("Another ospo-assess has this file open").wait_for("read only");
    second.type_keys("3").wait_for("read").type_keys("q");
    assert!(second.end().success());
    first.type_keys("3").wait_for(" saved").type_keys("q");
    assert!(first.end().success());
    assert_eq!(answers(&path), 2);
}

#[test]
fn a_change_on_disk_is_merged_by_question() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    // Somebody else answers another question, changes the same one, and leaves a comment.
    let theirs = fs::read_to_string(&path).unwrap();
    let theirs = theirs.replace(&theirs[theirs.find("answer = ").unwrap()..], "answer = \"none\" # seen\n");
    fs::write(&path, format!("# theirs\n{theirs}\n[answers.licence-policy]\nanswer = \"fully\"\n")).unwrap();
    pty.type_keys("h").wait_for("· inventory").type_keys("4").wait_for("changed by another program");
    pty.read()
        .type_keys("\r")
        .wait_for("Both changed these")
        .wait_for("inventory: answer: yours fully; in the file none");
    pty.read().type_keys("\r").wait_for("Merged").wait_for(" saved");
    pty.type_keys("q");
    assert!(pty.end().success());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# theirs\n"), "{text}");
    assert!(text.contains("[answers.licence-policy]\nanswer = \"fully\"\n"), "{text}");
    assert!(text.contains("[answers.inventory]\nanswer = \"fully\" # seen"), "{text}");
}

#[test]
fn what_was_read_again_is_saved_again() {
    let (home, path) = start();
    let mut pty = session(program(home.path(), &["work/a.toml"]));
    let theirs = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{theirs}\n[answers.programme-name]\nanswer = \"fully\"\nrevision = 9\n"))
        .unwrap();
    pty.type_keys("3").wait_for("changed by another program");
    pty.read().type_keys("\x1b[B\r").wait_gone("changed by another program").wait_for(" saved");
    pty.read();
    assert!(!pty.text().contains("NOT SAVED"), "{}", pty.text());
    pty.type_keys("3").wait_for(": 3").wait_for(" saved").type_keys("q");
    assert!(pty.end().success());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("[answers.programme-name]\nanswer = \"fully\"\n"), "{text}");
    assert_eq!(text.matches("answer = \"partly\"").count(), 2, "{text}");
}
