//! The whole program in a pseudo-terminal: from the first run to leaving it in every way.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{env, fs, thread};

use ospo_assess::app::dialogs::Dialog;
use ospo_assess::app::{App, Effect, Message};
use ospo_assess::assessment::{Answer, Entry};
use ospo_assess::effects::{Effects, Tell};
use ospo_assess::files::Folders;
use ospo_assess::tui;
use ospo_assess::tui::theme::ThemeName;
use portable_pty::CommandBuilder;

use crate::common::catalogues::BUILT_IN;
use crate::common::pty::{Pty, program};
use crate::common::random::Random;

fn start(home: &Path) -> Pty {
    Pty::start(program(home, &[]), 80, 24)
}

/// A first run up to the first question.
fn begun(home: &Path) -> Pty {
    let mut pty = start(home);
    pty.wait_for("Welcome").type_keys("a").wait_for("New assessment");
    pty.type_keys("Example Corp\r")
        .wait_for("Which questionnaires")
        .type_keys("\r")
        .wait_for("keep an inventory");
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
    pty.type_keys("3").wait_for("inventory: 3").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(pty.is_given_back());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("[answers.inventory]\nanswer = \"partly\""), "{text}");

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
    pty.type_keys("\r").wait_for("Note: one").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("one\ntwo q") && !text.contains("answer ="), "{text}");
}

#[test]
fn resizing_keeps_place_and_text() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.claim(65535, 65535).type_keys("nhalf a note").claim(80, 24);
    pty.wait_for("half a note").resize(40, 10).wait_for("at least 60");
    pty.resize(120, 40).wait_for("half a note").resize(60, 16).wait_for("half a note");
    pty.type_keys("q\r").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(fs::read_to_string(file(home.path())).unwrap().contains("half a noteq"));
}

#[test]
fn signals_save_and_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let home = tempfile::tempdir().unwrap();
        let mut pty = begun(home.path());
        pty.type_keys("m").wait_for("Mouse on").type_keys("4").wait_for("inventory: 4");
        pty.signal(signal);
        pty.end();
        assert!(pty.is_given_back(), "after SIG{signal}");
        assert!(fs::read_to_string(file(home.path())).unwrap().contains("\"fully\""), "after SIG{signal}");
    }
}

#[test]
fn stopping_gives_the_terminal_back_and_continuing_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = shell(home.path());
    pty.type_keys("$PROGRAM\r").wait_for("Welcome");
    pty.type_keys("\x1a").wait_for("Stopped");
    assert!(!pty.is_taken());
    pty.type_keys("fg\r").wait_for("Welcome");
    assert!(pty.is_taken());
    pty.type_keys("q").wait_gone("Welcome").type_keys("exit\r");
    pty.end();
}

/// A shell that waits for its job as shells do, and continues it; `$PROGRAM` is the program.
fn shell(home: &Path) -> Pty {
    let mut command = portable_pty::CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    program(home, &[]).iter_full_env_as_str().for_each(|(name, value)| command.env(name, value));
    command.env("PS1", "prompt$ ");
    command.env("PROGRAM", env!("CARGO_BIN_EXE_ospo-assess"));
    command.env("EDITOR", format!("sh {}", home.join("editor").display()));
    command.cwd(home);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("prompt$");
    pty
}

/// A terminal that was opened for the program alone has nobody who would continue it.
#[test]
fn where_nobody_could_continue_the_program_it_does_not_stop() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys("\x1a").wait_for("No shell is here").type_keys("3").wait_for("inventory: 3");
    pty.signal("TSTP");
    pty.wait_for("No shell is here").type_keys("q");
    assert!(pty.end().success());
}

/// A note that was begun here and is open in an editor that does this.
fn note_in_editor(home: &Path, script: &str) -> Pty {
    let editor = home.join("editor");
    fs::write(&editor, script).unwrap();
    let mut command = program(home, &[]);
    command.env("TMPDIR", home);
    command.env("EDITOR", format!("sh {}", editor.display()));
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("Welcome")
        .type_keys("aExample Corp\r")
        .wait_for("Which")
        .type_keys("\r")
        .wait_for("keep an inventory");
    pty.type_keys("nbegun").wait_for("begun").type_keys("\x0f");
    pty
}

#[test]
fn a_long_note_is_written_in_the_users_own_editor() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = note_in_editor(home.path(), "echo written elsewhere > \"$1\"\n");
    pty.wait_for("written elsewhere");
    pty.type_keys("\r").wait_for("Note: written elsewhere").type_keys("q");
    assert!(pty.end().success());
}

/// What was written in the editor and is not taken is named, and kept.
#[test]
fn nothing_written_in_the_users_own_editor_is_dropped_silently() {
    for (script, said, kept) in [
        ("printf 'M\\374nchen' > \"$1\"", "Not taken: it is not UTF-8", "M\u{fc}nchen"),
        ("echo other > \"$1\"; exit 1", "Not taken: the editor ended with an error", "other\n"),
        ("yes x | head -c 1048577 > \"$1\"", "Not taken: it is larger than 1 MiB", "x\n"),
        ("exit 1", "ended with an error: the note is as it was", ""),
        ("rm \"$1\"", "has removed the text: the note is as it was", ""),
    ] {
        let home = tempfile::tempdir().unwrap();
        let mut pty = note_in_editor(home.path(), script);
        pty.wait_for(said).wait_for("begun").type_keys("\r").wait_for("Note: begun").type_keys("q");
        assert!(pty.end().success());
        let files = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path());
        let notes = files.filter(|path| path.to_string_lossy().contains("ospo-assess-note-"));
        let bytes: Vec<u8> = notes.flat_map(|path| fs::read(path).unwrap()).collect();
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        assert!(text.starts_with(kept) && text.is_empty() == kept.is_empty(), "{script}: {}", text.len());
    }
    let home = tempfile::tempdir().unwrap();
    begun(home.path()).type_keys("q").end();
    let mut command = program(home.path(), &[file(home.path()).to_str().unwrap()]);
    command.env("EDITOR", "no-such-editor --wait");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("keep an inventory").type_keys("nbegun").wait_for("begun").type_keys("\x0f");
    pty.wait_for("The editor no-such-editor --wait cannot be started").wait_for("begun");
    pty.type_keys("\r").wait_for("Note: begun");
}

/// An editor that opens a window of its own and comes back at once: nobody has written anything yet.
#[test]
fn an_editor_that_does_not_wait_is_asked_again_for_its_text() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = note_in_editor(home.path(), "");
    pty.wait_for("came back at once").wait_for("begun");
    let notes = |home: &Path| -> Vec<PathBuf> {
        let files = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.to_string_lossy().contains("ospo-assess-note-")).collect()
    };
    // Nothing is saved yet: the window is asked for once more, with the same file.
    pty.type_keys("\x0f").wait_for("came back at once").wait_for("begun");
    let [file] = &notes(home.path())[..] else { panic!() };
    fs::write(file, "saved in a window").unwrap();
    pty.type_keys("\x0f").wait_for("saved in a window").wait_gone("came back at once");
    assert!(notes(home.path()).is_empty());

    // What was written here too meanwhile is not replaced, and neither is lost.
    fs::write(home.path().join("editor"), "").unwrap();
    pty.type_keys("\x0f").wait_for("came back at once");
    let [file] = &notes(home.path())[..] else { panic!() };
    fs::write(file, "another text").unwrap();
    pty.type_keys("!\x0f")
        .wait_for("Not taken: the note was changed here too")
        .wait_for("saved in a window!");
    pty.type_keys("\r").wait_for("Note: saved in a window!").type_keys("q");
    assert!(pty.end().success());
    assert_eq!(fs::read_to_string(file).unwrap(), "another text");
}

#[test]
fn an_editor_can_be_stopped_and_continued() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = shell(home.path());
    fs::write(home.path().join("editor"), "kill -s TSTP 0\necho written later > \"$1\"\n").unwrap();
    pty.type_keys("$PROGRAM\r").wait_for("Welcome").type_keys("aExample Corp\r").wait_for("Which");
    pty.type_keys("\r").wait_for("keep an inventory").type_keys("n").wait_for("Enter done");
    pty.type_keys("\x0f").wait_for("Stopped").type_keys("fg\r").wait_for("written later");
    pty.type_keys("\r").wait_for("Note: written later").type_keys("q").wait_gone("Note: written");
    pty.type_keys("exit\r");
    pty.end();
}

#[test]
fn an_interrupt_in_the_editor_is_the_editors_alone() {
    for script in
        ["trap 'echo got it' INT\necho ready\nread x; read x\necho all of it > \"$1\"\n", "echo ready; cat"]
    {
        let home = tempfile::tempdir().unwrap();
        let mut pty = note_in_editor(home.path(), script);
        pty.wait_for("ready").type_keys("\x03");
        if script.contains("trap") {
            pty.wait_for("got it").type_keys("\r\r").wait_for("all of it");
        } else {
            pty.wait_for("ended with an error").wait_for("begun");
        }
        pty.type_keys("\r")
            .wait_gone("back, nothing changes")
            .wait_for("Note: ")
            .wait_for(" saved")
            .type_keys("q");
        assert!(pty.end().success());
    }
}

#[test]
fn a_session_ended_while_an_editor_is_open_keeps_what_was_saved_in_it() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = note_in_editor(home.path(), "echo saved there > \"$1\"\necho ready\nexec sleep 60\n");
    pty.wait_for("ready").signal("TERM");
    pty.end();
    assert!(pty.is_given_back());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("saved there"), "{text}");
}

/// Nobody reads what the program writes: it waits for the terminal, but not when it has to end.
#[test]
fn a_terminal_that_takes_nothing_does_not_keep_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.type_keys("4").wait_for("inventory: 4").type_keys("nhalf a note").wait_for("half a note");
    pty.freeze();
    pty.signal("TERM");
    pty.end();
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert!(text.contains("\"fully\"") && text.contains("half a note"), "{text}");
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
        .wait_for("keep an inventory");
    pty.type_keys("3").wait_for("inventory: 3").type_keys("q");
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
    pty.wait_for("keep an inventory").type_keys("4").wait_for("inventory: 4").wait_for("saved");
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

/// Line by line: what was written of a note is kept, and nothing is said to nobody.
#[test]
fn a_note_line_by_line_survives_a_hang_up_and_signals() {
    for way in ["hang-up", "hang-up without its signal", "HUP", "TERM", "INT"] {
        let home = tempfile::tempdir().unwrap();
        begun(home.path()).type_keys("q").end();
        let mut command = CommandBuilder::new("sh");
        let ignore = if way.contains("without") { "trap '' HUP; " } else { "" };
        command.args(["-c", &format!("{ignore}exec \"$0\" --plain \"$1\"; ")]);
        command.args([env!("CARGO_BIN_EXE_ospo-assess"), file(home.path()).to_str().unwrap()]);
        command.env("OSPO_ASSESS_HOME", home.path());
        let mut pty = Pty::start(command, 80, 24);
        pty.wait_for("? help)").send(b"n\r").wait_for("a dot alone ends");
        pty.send(b"half a note\r").wait_for("half a note\n");
        thread::sleep(Duration::from_millis(200));
        if way.starts_with("hang-up") {
            pty.hang_up()
        } else {
            pty.signal(way)
        }
        assert!(pty.end().success(), "{way}");
        assert!(fs::read_to_string(file(home.path())).unwrap().contains("half a note"), "{way}");
    }
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
    pty.type_keys("4").wait_for("inventory: 4").type_keys("nhalf a note").wait_for("half a note");
    pty.hang_up();
    assert!(pty.end().success(), "a closed terminal is no fault of the program");
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

/// The program in the process of a test, where a dialog stands whose answer panics: in the thread that
/// draws, or in another one once there are two answers in the file.
#[test]
#[ignore = "run by `a_panic_of_any_thread_saves_and_gives_the_terminal_back` in a terminal"]
fn a_program_that_panics() {
    let (Some(path), Some(place)) = (env::var_os("PANIC_WITH"), env::var_os("PANIC_IN")) else { return };
    let path = PathBuf::from(path);
    let mut app = App::new(&BUILT_IN);
    let file = path.clone();
    app.dialog = Some(Dialog::line("Ready", "", "", move |_, _| {
        if place == "main" {
            panic!("a panic on purpose");
        }
        let file = file.clone();
        thread::spawn(move || {
            while answers(&fs::read_to_string(&file).unwrap()) < 2 {
                thread::sleep(Duration::from_millis(5));
            }
            // What is drawn at that moment would stand over what it says.
            thread::sleep(Duration::from_millis(500));
            panic!("a panic on purpose");
        });
        Ok(Vec::new())
    }));
    tui::run(app, Some(&path), None, ThemeName::Mono).map(drop).unwrap();
}

fn answers(text: &str) -> usize {
    text.matches("[answers.").count()
}

#[test]
fn a_panic_of_any_thread_saves_and_gives_the_terminal_back() {
    for (place, kept) in [("main", 1), ("other", 2)] {
        let home = tempfile::tempdir().unwrap();
        begun(home.path()).type_keys("4").wait_for("inventory: 4").wait_for("saved").type_keys("q").end();
        let path = file(home.path());
        let mut command = CommandBuilder::new(env::current_exe().unwrap());
        command.args(["--exact", "terminal::a_program_that_panics", "--ignored", "--nocapture"]);
        command.env("OSPO_ASSESS_HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        command.env("PANIC_WITH", &path);
        command.env("PANIC_IN", place);
        let mut pty = Pty::start(command, 80, 24);
        pty.wait_for("Ready").type_keys("\r");
        if place == "other" {
            pty.wait_gone("Ready").type_keys("3");
        }
        assert!(!pty.end().success(), "{place}");
        assert!(pty.is_given_back(), "{place}");
        assert!(pty.text().contains("a panic on purpose"), "{place}: {}", pty.text());
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(answers(&text), kept, "{place}: {text}");
    }
}

/// What the thread that saves leaves behind when it ends by a fault.
#[test]
fn a_panic_of_the_thread_that_saves_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    begun(home.path()).type_keys("4").wait_for("inventory: 4").wait_for("saved").type_keys("q").end();
    let path = file(home.path());
    let tell: Tell = Arc::new(|message| {
        if let Message::Saved(_) = message {
            panic!("a panic on purpose");
        }
    });
    let mut effects = Effects::in_folders(&BUILT_IN, Folders::all_in(home.path()), tell);
    let Some(Message::Opened(Ok(opened))) = effects.carry_out(Effect::Open(path.clone())) else { panic!() };
    for (version, answer) in (1..).zip(["licence-compliance", "licence-policy"]) {
        let mut assessment = opened.assessment.clone();
        let entry = Entry { answer: Some(Answer::Unknown), ..Entry::default() };
        assessment.answers.insert(answer.to_owned(), entry);
        effects.carry_out(Effect::Save(version, Box::new(assessment)));
    }
    let said = effects.finish().err().map(|error| error.to_string());
    let copy = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path());
    let copy = copy.filter(|path| path.to_string_lossy().contains("unsaved")).last();
    let text = fs::read_to_string(copy.as_ref().unwrap_or(&path)).unwrap();
    assert!(text.contains("[answers.licence-policy]"), "{said:?}: {text}");
}

/// Quotes and arguments in the name of the editor are those of a shell.
#[test]
fn the_users_own_editor_may_be_quoted_and_have_arguments() {
    let home = tempfile::tempdir().unwrap();
    begun(home.path()).type_keys("q").end();
    let editor = home.path().join("my editor");
    fs::write(&editor, "printf '%s' \"$1\" > \"$2\"\n").unwrap();
    let mut command = program(home.path(), &[file(home.path()).to_str().unwrap()]);
    command.env("EDITOR", format!("sh '{}' \"two  words\"", editor.display()));
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("keep an inventory").type_keys("nbegun").wait_for("begun").type_keys("\x0f");
    pty.wait_for("two  words").type_keys("\r").wait_for("Note: two  words").type_keys("q");
    assert!(pty.end().success());
}

/// What is no key, or half of one, is no command either, and the keys after it are.
#[test]
fn garbage_from_the_terminal_does_no_harm() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    let mut random = Random(7);
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
    ospo_assess::files::Document::read(&file(home.path())).unwrap();
}

/// Replies to programs that asked and have ended, whole and cut short: every kind of them stands with
/// the reader of the terminal (`tui/input/reader.rs`).
#[test]
fn a_late_reply_of_the_terminal_answers_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    let [colour, attributes, title, place]: [&[u8]; 4] =
        [b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1b[?64;1;2;3;4c", b"\x1b]lquit q\x07", b"\x1b[24;3R"];
    for reply in
        [colour, attributes, title, place, &colour[..20], &colour[2..], &title[1..], b"\x1b[", b"\x1bO"]
    {
        pty.send(reply);
        thread::sleep(Duration::from_millis(1200));
    }
    pty.send(b"\x1b[200~3\rq\x1b[201~").wait_for("press n first");
    pty.type_keys("4").wait_for("inventory: 4").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    let text = fs::read_to_string(file(home.path())).unwrap();
    assert_eq!(answers(&text), 1, "{text}");
}

#[test]
fn a_flood_of_keys_and_a_paste_of_a_mebibyte_are_taken_in() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = begun(home.path());
    pty.send("34h".repeat(4_000).as_bytes()).wait_for("press n first");
    thread::sleep(Duration::from_millis(500));
    pty.type_keys("?").wait_for("Help").type_keys("\x1b").wait_gone("Help");
    pty.type_keys("/").send(b"\x1b[200~").send(&vec![b'x'; 1 << 20]).send(b"\x1b[201~").wait_for("xxxxxxxx");
    let memory = fs::read_to_string(format!("/proc/{}/status", pty.child.process_id().unwrap()));
    for line in memory.unwrap_or_default().lines().filter(|line| line.starts_with("VmHWM")) {
        let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(kib < 200 * 1024, "{line}");
    }
    pty.type_keys("\x1b").wait_gone("xxxxxxxx").type_keys("q");
    assert!(pty.end().success());
    ospo_assess::files::Document::read(&file(home.path())).unwrap();
}
