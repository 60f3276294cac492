//! Hostile files, through every command and the interface: no byte of them drives a terminal, a message
//! or a report; what is no assessment or questionnaire ends in one clear message, within 1 GiB of memory;
//! and no path in them is ever opened. `OSPO_ASSESS_LONG` takes the largest files too.

use std::fs;
#[cfg(unix)]
use std::path::Path;
use std::process::{Command, Output, Stdio};

#[cfg(unix)]
use crate::common::can_trace;
use crate::common::catalogues::EXAMPLE;
use crate::common::program::Folder;
#[cfg(unix)]
use crate::common::pty::{self, Pty};

/// Everything that drives a terminal or hides text, as TOML writes it within quotes.
const HOSTILE: &str = concat!(
    r"A\u001b[31337m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u001b]52;c;cm0gLXJm\u001b\\\u001bP1$q\u001b\\",
    r"\u009b31337m\u009d52;c;eA==\u009c\u0090x\u0085\u0000\u0008\u007f\r\n\t",
    r"\u202e\u202dtxt\u2066\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\u3164\U000e0041\u2028\u2029",
    r"<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example/y.png) | ``` =cmd()",
);

const HEAD: &str = "format = 1\norganization = \"A\"\nquestionnaires = { maturity-model = \"1.0.0\", strategy-ladder = \"1.0.0\" }\n";

/// An assessment that is hostile wherever somebody can write.
fn hostile_assessment() -> String {
    let h = HOSTILE;
    format!(
        "# \u{202e}comment\nformat = 1\norganization = \"{h}\"\nrespondent = \"{h}\"\nunknown = \"{h}\"\n\
         questionnaires = {{ maturity-model = \"{h}\", strategy-ladder = \"1.0.0\", gone = \"{h}\" }}\n\
         [targets]\nmaturity-model = \"{h}\"\n[objectives]\nstrategy-ladder = [\"{h}\"]\n\
         [answers.legal-risks]\nanswer = \"{h}\"\nnote = \"{h}\"\nevidence = [\"{h}\", \"https://{h}\"]\n\
         [answers.inventory]\nanswer = \"not-applicable\"\nreason = \"{h}\"\nnote = \"\"\"\n{h}\"\"\"\n\
         [answers.licence-compliance]\nanswer = \"none\"\nnote = \"=1+1{h}\"\n\
         [answers.left]\nanswer = \"{h}\"\n[votes.legal-risks]\npartly = 3\nnone = 2\n\
         [[voices.legal-risks]]\nby = \"{h}\"\nanswer = \"{h}\"\nnote = \"{h}\"\n\
         [decisions.legal-risks]\nhow = \"chosen\"\nreason = \"{h}\"\n\
         [actions.licence-compliance]\nstate = \"doing\"\nowner = \"{h}\"\n"
    )
}

/// What any text may hold, and no report may obey.
const MARKUP: &str = "<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example/y.png) | ``` =cmd() <!-- action: x -->";

/// The example questionnaire, hostile wherever a sentence stands.
fn hostile_questionnaire(text: &str) -> String {
    let added = text;
    let text = EXAMPLE;
    let hostile = |line: &str| match line.rsplit_once('"') {
        Some((before, after)) if after.is_empty() && before.ends_with(['.', '?']) => {
            format!("{before}{added}\"")
        }
        _ => line.to_owned(),
    };
    text.lines().map(|line| hostile(line) + "\n").collect()
}

/// The first character that does what no text may do.
fn forbidden(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(
                c,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            )
            || matches!(c, '\u{2061}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    })
}

fn assert_harmless(what: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
    let text = text.replace("\r\n", "\n");
    assert_eq!(forbidden(&text), None, "{what}: {text:?}");
}

/// The program within 1 GiB of memory and a minute of processor time, where the system sets such limits.
fn limited(folder: &Folder, arguments: &[&str]) -> Command {
    if cfg!(windows) {
        return folder.command(arguments);
    }
    let mut command = Command::new("bash");
    command.args([
        "-c",
        "ulimit -v 1048576 && ulimit -t 60 && exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_ospo-assess"),
    ]);
    command.args(arguments).current_dir(folder.path()).stdin(Stdio::null());
    command.env("OSPO_ASSESS_HOME", folder.path().join("home")).env_remove("RUST_BACKTRACE");
    command
}

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    let output = limited(folder, arguments).output().unwrap();
    let what = arguments.join(" ");
    assert_harmless(&what, &output.stdout);
    assert_harmless(&what, &output.stderr);
    assert!(matches!(output.status.code(), Some(0..=2)), "{what}: {output:?}");
    output
}

/// Every command that reads an assessment.
const COMMANDS: &[&[&str]] = &[
    &["score", "h.toml"],
    &["score", "h.toml", "--explain"],
    &["score", "h.toml", "--format", "json"],
    &["plan", "h.toml"],
    &["plan", "h.toml", "--format", "json", "--route", "full"],
    &["plan", "h.toml", "--format", "csv", "--route", "full"],
    &["plan", "h.toml", "--format", "html", "--route", "full"],
    &["compare", "h.toml", "h.toml"],
    &["compare", "h.toml", "h.toml", "--format", "markdown"],
    &["compare", "h.toml", "h.toml", "--format", "json"],
    &["merge", "h.toml", "h.toml", "--output", "merged.toml"],
    &["answer", "h.toml", "developer-education=none"],
    &["target", "h.toml", "maturity-model=legal"],
    &["action", "h.toml", "inventory=doing"],
    &["--plain", "h.toml"],
];

#[test]
fn a_hostile_assessment_drives_nothing() {
    let folder = Folder::new();
    folder.write("h.toml", hostile_assessment());
    for arguments in COMMANDS {
        run(&folder, arguments);
    }
    let plan = run(&folder, &["plan", "h.toml", "--output", "plan.md"]);
    assert!(plan.status.success(), "{plan:?}");
    assert_harmless("plan.md", &fs::read(folder.path().join("plan.md")).unwrap());
    run(&folder, &["sync", "h.toml", "plan.md"]);
    // A hostile plan is read by `sync`, and an earlier one by `plan --output`.
    let plan = folder.read("plan.md").replace("**", "\u{1b}[31337m\u{202e}**");
    folder.write("plan.md", plan);
    run(&folder, &["sync", "h.toml", "plan.md"]);
}

#[test]
fn a_hostile_questionnaire_drives_nothing() {
    let folder = Folder::new();
    folder.write("home/questionnaires/example.toml", hostile_questionnaire(HOSTILE));
    assert_eq!(run(&folder, &["check", "home/questionnaires/example.toml"]).status.code(), Some(1));
    for arguments in
        [&["questionnaires"][..], &["show", "example"], &["new", "h.toml", "--organization", "A"]]
    {
        let output = run(&folder, arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{arguments:?}: refused");
    }
    folder.write("home/questionnaires/example.toml", hostile_questionnaire(MARKUP));
    let new = run(&folder, &["new", "h.toml", "--organization", "A", "--questionnaire", "example"]);
    assert!(new.status.success(), "{new:?}");
    for arguments in COMMANDS {
        let output = run(&folder, arguments);
        let html = arguments.contains(&"html");
        assert!(!html || !String::from_utf8(output.stdout).unwrap().contains("<script"), "{arguments:?}");
    }
    for arguments in [&["questionnaires"][..], &["questionnaires", "--format", "json"]] {
        run(&folder, arguments);
    }
}

/// What the program sends to the terminal is its own: none of the sequences that the files hold.
#[cfg(unix)]
#[test]
fn the_interface_shows_hostile_files_as_text() {
    let folder = Folder::new();
    folder.write("home/questionnaires/example.toml", hostile_questionnaire(MARKUP));
    folder.write("home/h.toml", hostile_assessment().replace("gone = ", "example = "));
    let mut pty = Pty::start(pty::program(&folder.path().join("home"), &[]), 120, 40);
    pty.wait_for("your assessments").wait_for("[31337m").type_keys("\r").wait_for("was");
    pty.type_keys("\x1b").wait_for("to the first result");
    for keys in ["n", "\x1b", "e", "\x1b", "r", "t", "p", "i", "/", "a\r", "\x1b", "?"] {
        pty.type_keys(keys);
        std::thread::sleep(std::time::Duration::from_millis(60));
    }
    pty.signal("TERM");
    pty.end();
    let bytes = pty.bytes();
    let text = String::from_utf8(bytes).unwrap();
    for sequence in ["\x1b[31337", "\x1b]", "\x1bP", "\u{7}", "\0", "\u{8}\u{7f}"] {
        assert!(!text.contains(sequence), "{sequence:?}");
    }
    let own = text.replace(['\x1b', '\r', '\n', '\u{8}'], "");
    assert_eq!(forbidden(&own), None);
}

/// What is no assessment: each ends with one message.
fn no_assessments() -> Vec<(&'static str, Vec<u8>)> {
    let with = |rest: String| format!("{HEAD}{rest}").into_bytes();
    let long = std::env::var_os("OSPO_ASSESS_LONG").is_some();
    let many = if long { 4_000_000 } else { 40_000 };
    let mut files = vec![
        ("raw escape in text", with("x = \"\x1b]52;c;eA==\x07\"\n".into())),
        ("raw escape in a key", with("\x1b[31337m = 1\n".into())),
        ("hostile key", with(format!("[answers.\"{HOSTILE}\"]\nanswer = \"none\"\n"))),
        ("hostile word", with(format!("[plan]\nroute = \"{HOSTILE}\"\n"))),
        ("hostile format", format!("format = \"{HOSTILE}\"\n").into_bytes()),
        ("invalid UTF-8", [HEAD.as_bytes(), b"x = \"\xff\xfe\x1b[31337m\"\n"].concat()),
        ("UTF-16", HEAD.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("nothing but zeros", vec![0; 10_000]),
        ("nested arrays", with(format!("x = {}", "[".repeat(many)))),
        ("nested tables", with(format!("x = {}", "{a=".repeat(many / 3)))),
        ("dotted keys", with(format!("a{} = 1\n", ".a".repeat(many / 2)))),
        ("dotted header", with(format!("[a{}]\n", ".a".repeat(many / 2)))),
        ("duplicate keys", with("[plan]\ncapacity = 1\ncapacity = 2\n".into())),
        ("duplicate tables", with("[plan]\n[plan]\n".into())),
        ("number too large", with("[plan]\ncapacity = 99999999999999999999999\n".into())),
        ("number below", with("[plan]\ncapacity = -1\n".into())),
        ("no number", with("[plan]\ncapacity = nan\n".into())),
        ("no date", with("[plan]\nstart = 2027-13-45\n".into())),
        ("too large", with(format!("# {}", "x".repeat(8 << 20)))),
        ("too many lines", with("\n".repeat(1_000_001))),
        ("too many tables", with((0..200_000).map(|i| format!("a{i}.b=1\n")).collect())),
        ("too many inline tables", with(format!("x=[{}]\n", "{a.b.c.d.e=1},".repeat(50_000)))),
        (
            "too many answers",
            with((0..5_001).map(|i| format!("[answers.q{i}]\nanswer = \"none\"\n")).collect()),
        ),
    ];
    if long {
        files.push(("too many values", with(format!("x = [{}]\n", "1,".repeat(4_000_000 - 200)))));
        files.push(("too many fields", with((0..900_000).map(|i| format!("k{i}=1\n")).collect())));
    }
    files
}

#[test]
fn what_is_no_assessment_ends_in_one_message() {
    let folder = Folder::new();
    for (what, bytes) in no_assessments() {
        folder.write("h.toml", &bytes);
        for arguments in
            [&["score", "h.toml"][..], &["answer", "h.toml", "inventory=none"], &["plan", "h.toml"]]
        {
            let output = run(&folder, arguments);
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), said.lines().count()), (Some(1), 1), "{what}: {said}");
            assert!(said.contains("h.toml") && said.len() < 1000, "{what}: {said}");
            assert!(output.stdout.is_empty(), "{what}");
        }
        assert!(fs::read(folder.path().join("h.toml")).unwrap() == bytes, "{what}: left as it was");
    }
}

#[test]
fn what_is_no_questionnaire_ends_in_messages() {
    let folder = Folder::new();
    for (what, bytes) in no_assessments() {
        folder.write("h.toml", &bytes);
        let output = run(&folder, &["check", "h.toml"]);
        assert_eq!(output.status.code(), Some(1), "{what}");
        assert!(output.stdout.len() < 1 << 20, "{what}: {} bytes of messages", output.stdout.len());
        folder.write("own/h.toml", &bytes);
        let output = run(&folder, &["questionnaires", "--questionnaires", "own"]);
        assert_eq!(output.status.code(), Some(1), "{what}");
        assert!(output.stderr.len() < 2000, "{what}");
    }
}

/// The largest files that are taken: read, changed and reported within the same limits.
#[test]
fn large_files_are_taken_within_the_limits() {
    let folder = Folder::new();
    let words = if std::env::var_os("OSPO_ASSESS_LONG").is_some() { 1_500 } else { 150 };
    let note = "word ".repeat(words);
    let answers = (0..900).map(|i| format!("[answers.q{i}]\nanswer = \"none\"\nnote = \"{note}\"\n"));
    folder.write("h.toml", format!("{HEAD}{}", answers.collect::<String>()));
    for arguments in [&["answer", "h.toml", "inventory=none"][..], &["score", "h.toml"], &["plan", "h.toml"]]
    {
        assert!(run(&folder, arguments).status.success(), "{arguments:?}");
    }
    // As many tables as the limit lets through.
    if std::env::var_os("OSPO_ASSESS_LONG").is_some() {
        folder.write("h.toml", format!("{HEAD}x=[{}]\n", "{a.b.c.d.e=1},".repeat(45_000)));
        assert!(run(&folder, &["answer", "h.toml", "inventory=none"]).status.success());
        let lines = (0..38_000).map(|i| format!("a{i}.b.c.d.e.f.g=1\n"));
        folder.write("h.toml", format!("{HEAD}{}", lines.collect::<String>()));
        assert!(run(&folder, &["answer", "h.toml", "inventory=none"]).status.success());
    }
    folder.write(
        "h.toml",
        format!(
            "{HEAD}x = \"{}\"\n[answers.inventory]\nnote = \"{}\"\n",
            "y".repeat(words << 11),
            "z".repeat(words << 11)
        ),
    );
    for arguments in [&["answer", "h.toml", "inventory=none"][..], &["plan", "h.toml"]] {
        let output = run(&folder, arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.lines().count()), (Some(1), 1), "{said}");
        assert!(said.contains("h.toml:4:5: this text has a line of more than 10000 characters"), "{said}");
    }
}

/// A plan from elsewhere, made to take long: it is read in a moment, or refused.
#[test]
fn a_hostile_plan_comes_to_an_end() {
    let folder = Folder::new();
    folder.write("h.toml", HEAD);
    let many = if std::env::var_os("OSPO_ASSESS_LONG").is_some() { 100_000 } else { 10_000 };
    let head = "<!-- ospo-assess plan, format 1 -->\n";
    let task = |id: &str| format!("- [x] **t** <!-- action: {id} -->\n");
    let brackets = format!("{head}{}  - owner: {}\n", task("inventory"), "<".repeat(many * 10));
    let tasks: String = (0..many).map(|i| task(&format!("a{i}"))).collect();
    let parts: String = (0..many).map(|i| format!("<!-- part: p{i} -->\nx\n")).collect();
    let seals = "<!-- seals: 00000000 -->\n".repeat(many);
    for plan in [brackets, format!("{head}{tasks}"), format!("{head}{parts}{seals}")] {
        folder.write("PLAN.md", &plan);
        run(&folder, &["sync", "h.toml", "PLAN.md"]);
        run(&folder, &["plan", "h.toml", "--output", "PLAN.md"]);
    }
}

#[test]
fn a_mark_and_windows_line_ends_are_no_fault() {
    let folder = Folder::new();
    folder.write("h.toml", format!("\u{feff}{HEAD}").replace('\n', "\r\n"));
    assert!(run(&folder, &["answer", "h.toml", "inventory=none"]).status.success());
    let text = folder.read("h.toml");
    assert!(
        text.starts_with("\u{feff}format = 1\r\n")
            && text.matches('\n').count() == text.matches("\r\n").count()
    );
}

#[cfg(unix)]
#[test]
fn no_path_in_a_file_is_opened() {
    if !can_trace() {
        return;
    }
    let folder = Folder::new();
    let canary = folder.path().join("canary");
    fs::write(&canary, "secret").unwrap();
    let canary = canary.display();
    let text = hostile_assessment().replace(HOSTILE, &format!("{canary}"));
    folder.write("h.toml", text.replace("\"https://", "\"file://"));
    for arguments in COMMANDS {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-s", "4096", "-e", "trace=%file,connect,execve", "-o", "trace"]);
        command.arg(env!("CARGO_BIN_EXE_ospo-assess")).args(*arguments).current_dir(folder.path());
        command.env("OSPO_ASSESS_HOME", folder.path().join("home")).stdin(Stdio::null());
        command.output().unwrap();
        let trace = folder.read("trace");
        assert!(trace.contains("h.toml") && !trace.contains("canary"), "{arguments:?}: {trace}");
        assert!(!trace.contains("connect("), "{arguments:?}: {trace}");
    }
}

#[cfg(unix)]
#[test]
fn a_report_does_not_follow_a_link_unasked() {
    let folder = Folder::new();
    folder.write("h.toml", HEAD);
    let outside = tempfile::tempdir().unwrap();
    for (name, there) in [("old.md", true), ("new.md", false)] {
        let target = outside.path().join(name);
        if there {
            fs::write(&target, "<!-- ospo-assess plan, format 1 -->\n<!-- part: x -->\n<!-- end -->\n")
                .unwrap();
        }
        std::os::unix::fs::symlink(&target, folder.path().join(name)).unwrap();
        let output = run(&folder, &["plan", "h.toml", "--output", name]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("--force"), "{name}");
        assert_eq!(target.exists(), there);
        assert!(run(&folder, &["plan", "h.toml", "--output", name, "--force"]).status.success());
        assert!(Path::new(&target).metadata().unwrap().len() > 100, "{name}: what was asked for is done");
    }
}
