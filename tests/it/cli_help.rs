//! Help, manual and completions: what a user reads before anything is done.

use crate::common::program::Folder;

const COMMANDS: [&str; 13] = [
    "new",
    "answer",
    "target",
    "action",
    "score",
    "plan",
    "workshop",
    "check",
    "questionnaires",
    "show",
    "schema",
    "completions",
    "man",
];

#[test]
fn the_help_names_every_command_and_each_has_an_example() {
    let folder = Folder::new();
    let mut pages = folder.run(&["--help"]).quietly();
    for command in COMMANDS {
        assert!(pages.contains(&format!("\n  {command} ")), "{command} is not listed");
        let page = folder.run(&[command, "--help"]).quietly();
        assert!(page.contains(&format!("  ospo-assess {command}")), "{command} has no example");
        pages += &format!("\n==== {command}\n\n{page}");
    }
    for line in pages.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    insta::assert_snapshot!(pages);
}

#[test]
fn the_manual_has_every_command_and_option() {
    let manual = Folder::new().run(&["man"]).quietly().replace('\\', "");
    for command in COMMANDS {
        assert!(manual.contains(&format!(".SH \"OSPO-ASSESS {}\"\n", command.to_uppercase())), "{command}");
    }
    for option in
        ["--organization", "--reason", "--due", "--explain", "--capacity", "--questionnaires", "--theme"]
    {
        assert!(manual.contains(&format!("fB{option}fR")), "{option}: {manual}");
    }
    assert!(manual.starts_with(".ie n(.g .ds Aq (aq\n"), "roff begins with its quotation marks");
}

#[test]
fn every_shell_completes_commands_and_options() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = folder.run(&["completions", shell]).quietly();
        let knows_values = ["bash", "zsh", "fish"].contains(&shell);
        let values: &[&str] = if knows_values { &["shortest", "markdown"] } else { &[] };
        for word in ["questionnaires", "explain", "ospo-assess"].iter().chain(values) {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_version_is_told() {
    let expected = concat!("ospo-assess ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(Folder::new().run(&["--version"]).quietly(), expected);
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_no_success() {
    for argument in ["--help", "--version"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = Folder::new().command(&[argument]).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.code() == Some(1) && said.contains("cannot write to standard output"),
            "{said}"
        );
    }
}
