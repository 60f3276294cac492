//! Bad input: one clear message, the right exit status, nothing on standard output, and the files as
//! they were. The snapshots hold every message.

use std::fmt::Write;

use crate::common::files::slashes;
use crate::common::program::Folder;
#[cfg(unix)]
use crate::common::program::said;

/// Files that are wrong, beside a good `a.toml`.
fn folder() -> Folder {
    let folder = Folder::with_assessment();
    let good = folder.read("a.toml");
    for (name, text) in [
        ("empty.toml", String::new()),
        ("half.toml", good.replace("example = \"1.0.0\" }", "exam")),
        ("newer.toml", good.replace("format = 1", "format = 2")),
        ("other.toml", "title = \"something else\"\n".to_owned()),
        ("hostile.toml", good.clone() + "[answers.\"\u{202e}\u{9b}31m\"]\nanswer = \"none\"\n"),
        ("elsewhere.toml", good.clone() + "[answers.gone]\nanswer = \"partly\"\n"),
        ("notes.md", "our notes\n".to_owned()),
        ("broken.q.toml", "format = 1\nid = \"broken\"\nkind = \"levels\"\n".to_owned()),
    ] {
        folder.write(name, text);
    }
    folder.write("binary.toml", [0xff, 0xfe, 0, 1]);
    folder.write("folder/inside.txt", "x");
    folder
}

/// Runs each line, and returns what was said; asserts that it failed and changed nothing.
fn all(folder: &Folder, status: i32, lines: &[&[&str]]) -> String {
    let before = folder.files();
    let mut told = String::new();
    for arguments in lines {
        let said = folder.run(arguments);
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{arguments:?}: {}", said.err);
        assert!(folder.files() == before, "{arguments:?} changed a file");
        writeln!(told, "$ {}\n{}", arguments.join(" ").escape_debug(), said.err).unwrap();
    }
    told
}

#[test]
fn what_depends_on_files_ends_with_one_line_and_status_1() {
    let told = all(
        &folder(),
        1,
        &[
            &["score", "missing.toml"],
            &["score", "folder"],
            &["score", "empty.toml"],
            &["score", "half.toml"],
            &["score", "newer.toml"],
            &["score", "other.toml"],
            &["score", "hostile.toml"],
            &["score", "binary.toml"],
            &["plan", "missing.toml"],
            &["plan", "half.toml", "--output", "PLAN.md"],
            &["answer", "missing.toml", "test-rules=fully"],
            &["answer", "half.toml", "test-rules=fully"],
            &["answer", "newer.toml", "test-rules=fully"],
            &["target", "half.toml", "example=first"],
            &["action", "half.toml", "test-rules=done"],
            &["answer", "a.toml", "test-rule=fully"],
            &["answer", "a.toml", "zzz=fully"],
            &["answer", "a.toml", "\u{1b}]52;c;x\u{7}=fully"],
            &["answer", "a.toml", "test-size=few"],
            &["answer", "a.toml", "test-rules=complete"],
            &["target", "a.toml", "example=third"],
            &["target", "a.toml", "exampel=first"],
            &["target", "a.toml", "choose=first"],
            &["target", "a.toml", "nonsense="],
            &["action", "a.toml", "test-lists=done"],
            &["plan", "a.toml", "--target", "example=third"],
            &["plan", "a.toml", "--target", "nonsense=first"],
            &["plan", "a.toml", "--output", "missing/PLAN.md"],
            &["plan", "a.toml", "--output", "folder"],
            &["plan", "a.toml", "--output", "folder", "--force"],
            &["plan", "a.toml", "--output", "notes.md"],
            &["plan", "a.toml", "--output", "notes.md", "--format", "json"],
            &["plan", "a.toml", "--output", "a.toml", "--force"],
            &["plan", "a.toml", "--output", "./folder/../a.toml", "--force"],
            &["new", "a.toml", "--organization", "B"],
            &["new", "missing/b.toml", "--organization", "B"],
            &["new", "b.toml", "--organization", "B", "--questionnaire", "exemple"],
            &["show", "exemple"],
            &["show", "nonsense"],
            &["questionnaires", "--questionnaires", "missing"],
            &["missing.toml"],
            &["scroe"],
            &["a.toml"],
            &[],
        ],
    );
    for line in told.lines().filter(|line| !line.is_empty() && !line.starts_with('$')) {
        assert!(line.starts_with("ospo-assess: "), "one line a message: {line:?}");
    }
    insta::assert_snapshot!("files", told);
}

#[test]
fn wrong_usage_ends_with_status_2() {
    let told = all(
        &folder(),
        2,
        &[
            &["scroe", "a.toml"],
            &["a.toml", "score", "a.toml"],
            &["score"],
            &["score", "a.toml", "--format", "xml"],
            &["score", "a.toml", "--explain", "--format", "json"],
            &["score", "a.toml", "--theme", "pink"],
            &["new", "b.toml"],
            &["new", "b.toml", "--organization", " \t"],
            &["answer", "a.toml"],
            &["answer", "a.toml", "test-rules"],
            &["answer", "a.toml", "=fully"],
            &["answer", "a.toml", "test-rules=none", "test-rules=fully"],
            &["answer", "a.toml", "test-rules=not-applicable"],
            &["answer", "a.toml", "test-rules=not-applicable", "--reason", " "],
            &["answer", "a.toml", "test-rules=fully", "--reason", "Because"],
            &["target", "a.toml", "example"],
            &["target", "a.toml", "example=first", "example=second"],
            &["action", "a.toml", "test-rules=finished"],
            &["action", "a.toml", "test-rules="],
            &["action", "a.toml", "test-rules"],
            &["action", "a.toml", "test-rules=todo", "--sooner"],
            &["action", "a.toml", "test-rules", "--sooner", "--later"],
            &["action", "a.toml", "test-rules", "--also", "--owner", "Ada"],
            &["action", "a.toml", "test-rules=done", "test-rules=todo"],
            &["action", "a.toml", "test-rules=done", "--due", "tomorrow"],
            &["action", "a.toml", "test-rules=done", "--due", "2027-02-30"],
            &["plan", "a.toml", "--capacity", "0"],
            &["plan", "a.toml", "--capacity", "-1"],
            &["plan", "a.toml", "--capacity", "many"],
            &["plan", "a.toml", "--start", "2027-13-01"],
            &["plan", "a.toml", "--start", "2027-01-01T10:00"],
            &["plan", "a.toml", "--route", "longest"],
            &["plan", "a.toml", "--target", "example"],
            &["plan", "a.toml", "--target", "example="],
            &["plan", "a.toml", "--target", "example=first", "--target", "example=second"],
            &["plan", "a.toml", "--force"],
            &["plan", "a.toml", "--output", "x", "--\u{1b}[31m"],
            &["check"],
            &["show"],
            &["completions", "tcsh"],
        ],
    );
    insta::assert_snapshot!("usage", told);
}

#[test]
fn a_questionnaire_with_errors_stops_every_command_that_needs_it_but_check() {
    let folder = folder();
    std::fs::copy(folder.path().join("broken.q.toml"), folder.path().join("home/questionnaires/broken.toml"))
        .unwrap();
    let before = folder.files();
    for arguments in [["score", "a.toml"], ["plan", "a.toml"], ["show", "example"]] {
        let message = folder.run(&arguments).failure();
        assert!(slashes(&message).contains("home/questionnaires/broken.toml"), "{message}");
        assert!(message.contains("run `ospo-assess check "), "{message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
    let checked = folder.run(&["check", "home/questionnaires/broken.toml"]);
    assert_eq!(checked.status, 1);
    assert!(checked.out.contains("error["), "{}", checked.out);
    assert_eq!(folder.files(), before);
}

#[test]
fn an_assessment_that_may_only_be_read_is_not_changed() {
    let folder = Folder::with_assessment();
    let file = folder.path().join("a.toml");
    let mut permissions = file.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&file, permissions).unwrap();
    let before = folder.files();
    let message = folder.run(&["answer", "a.toml", "test-rules=fully"]).failure();
    let why = "not saved: it may not be written there; change the permissions, or save elsewhere";
    assert_eq!(message, format!("ospo-assess: a.toml: {why}\n"));

    let all = ["plan", "a.toml", "--start", "2027-01-01", "--capacity", "6", "--target", "example=first"];
    let plan = folder.run(&[&all[..], &["--output", "PLAN.md"]].concat());
    assert_eq!(plan.status, 0, "the plan is made all the same");
    assert!(folder.read("PLAN.md").starts_with(ospo_assess::plan_file::PLAN_MARKER));
    std::fs::remove_file(folder.path().join("PLAN.md")).unwrap();
    let kept =
        "the start 2027-01-01 was not kept in the assessment, so the next plan may start on another day";
    assert_eq!(plan.err, format!("ospo-assess: wrote PLAN.md\nospo-assess: {kept}: a.toml: {why}\n"));
    assert_eq!(folder.files(), before);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_may_not_be_written_is_named() {
    let folder = Folder::with_assessment();
    let before = folder.files();
    // Not even the superuser, as whom tests run in containers, makes a file here.
    for arguments in
        [["plan", "a.toml", "--output", "/sys/PLAN.md"], ["new", "/sys/b.toml", "--organization", "B"]]
    {
        let message = folder.run(&arguments).failure();
        let why = "not saved: it may not be written there; change the permissions, or save elsewhere";
        assert!(message.ends_with(&format!("{why}\n")), "{message}");
        assert_eq!(folder.files(), before);
    }
}

#[test]
#[cfg(unix)]
fn a_link_is_no_leave_to_replace_what_it_leads_to() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--output", "real.md"]);
    let plan = folder.read("real.md");
    std::os::unix::fs::symlink("real.md", folder.path().join("PLAN.md")).unwrap();
    std::os::unix::fs::symlink("nowhere.md", folder.path().join("new.md")).unwrap();
    std::os::unix::fs::symlink("a.toml", folder.path().join("same.md")).unwrap();
    let before = folder.files();
    folder.run(&["plan", "a.toml", "--output", "PLAN.md"]).failure();
    folder.run(&["plan", "a.toml", "--output", "new.md"]).failure();
    folder.run(&["plan", "a.toml", "--output", "same.md", "--force"]).failure();
    assert_eq!(folder.files(), before);
    assert_eq!(
        folder.run(&["plan", "a.toml", "--output", "PLAN.md", "--force", "--route", "full"]).status,
        0
    );
    assert!(folder.path().join("PLAN.md").is_symlink(), "the link stays");
    assert_ne!(folder.read("real.md"), plan, "what it leads to is replaced");
}

#[test]
#[cfg(target_os = "linux")]
fn standard_output_that_takes_nothing_is_told_and_one_that_is_closed_is_not() {
    let folder = Folder::with_assessment();
    let mut full = folder.command(&["score", "a.toml"]);
    full.stdout(std::fs::File::create("/dev/full").unwrap());
    let told = said(full);
    assert_eq!(told.status, 1);
    assert!(
        told.err.starts_with("ospo-assess: cannot write to standard output: No space left"),
        "{}",
        told.err
    );

    for arguments in
        [&["show", "example"][..], &["score", "a.toml"], &["man"], &["--help"], &["plan", "--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut closed = folder.command(arguments);
        closed.stdout(writer);
        let told = said(closed);
        assert_eq!((told.status, told.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn the_widest_numbers_and_dates_are_taken() {
    let folder = Folder::with_assessment();
    for start in ["-009999-01-01", "0001-01-01", "9999-12-31"] {
        let start = format!("--start={start}");
        let said = folder.run(&["plan", "a.toml", "--format", "json", "--capacity", "1", &start]);
        assert_eq!(said.status, 0, "{}", said.err);
    }
    let said = folder.run(&["plan", "a.toml", "--format", "json", "--capacity", "4294967295"]);
    assert_eq!(said.status, 0, "{}", said.err);
}

#[test]
fn what_was_meant_is_said_where_something_else_was_given() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    let failed = |arguments: &[&str]| folder.run(arguments).err;
    let said = failed(&["score", "PLAN.md"]);
    assert!(said.starts_with("ospo-assess: PLAN.md: this is a plan, not an assessment; "), "{said}");
    assert!(failed(&["answer", "PLAN.md", "test-rules=none"]).contains("this is a plan"));
    assert!(failed(&["--plane"]).contains("'--plain'"), "an option is no command");
    let said = folder.run(&["check", "nope.toml"]);
    assert!(said.out.contains("there is no such file") && !said.out.contains("os error"), "{}", said.out);
    assert!(folder.run(&["help", "--help"]).quietly().contains("Usage: ospo-assess"));
}

/// To open a pipe waits for somebody to write into it, and a device may have no end.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let folder = folder();
    assert!(std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    let commands: [&[&str]; 9] = [
        &["score", "FILE"],
        &["plan", "FILE"],
        &["answer", "FILE", "inventory=none"],
        &["target", "FILE", "example=1"],
        &["compare", "FILE", "a.toml"],
        &["merge", "FILE", "a.toml", "--output", "out.toml"],
        &["sync", "a.toml", "FILE"],
        &["action", "FILE", "inventory=done"],
        &["check", "FILE"],
    ];
    for (command, file) in commands.iter().flat_map(|command| [(command, "pipe"), (command, "/dev/zero")]) {
        let arguments: Vec<&str> =
            command.iter().map(|word| if *word == "FILE" { file } else { word }).collect();
        let said = folder.run(&arguments);
        assert_eq!(said.status, 1, "{arguments:?}: {}", said.err);
        let says = |words: &str| said.err.contains(words) || said.out.contains(words);
        assert!(
            says("no file") || says("not a regular file") || says("neither a plan"),
            "{arguments:?}: {}",
            said.err
        );
    }
}
