//! The commands on questionnaires: `questionnaires`, `show`, `schema`, `check`, and where the user's own
//! are found.

use serde_json::Value;

use crate::common::catalogues::EXAMPLE;
use crate::common::files::slashes;
use crate::common::program::Folder;

#[test]
fn all_questionnaires_are_listed_the_core_ones_first() {
    let folder = Folder::new();
    let text = folder.run(&["questionnaires"]).quietly();
    let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    assert!(text.starts_with("maturity-model "), "{text}");
    assert!(text.lines().nth(1).unwrap().starts_with("strategy-ladder "), "{text}");
    assert!(line("maturity-model ").ends_with(" minutes"), "a built-in one has no file: {text}");
    let own = folder.path().join("home").join("questionnaires").join("example.toml");
    for part in ["Example of levels", "levels   4 questions  about "] {
        assert!(line("example ").contains(part), "{text}");
    }
    assert!(line("example ").ends_with(&own.display().to_string()), "{text}");

    let json: Value =
        serde_json::from_str(&folder.run(&["questionnaires", "--format", "json"]).quietly()).unwrap();
    assert_eq!(json["format"], 1);
    let all = json["questionnaires"].as_array().unwrap();
    assert_eq!(all.len(), text.lines().count());
    assert!(all[0]["file"].is_null());
    let example = all.iter().find(|one| one["id"] == "example").unwrap();
    let expected = serde_json::json!({
        "id": "example", "version": "1.0.0", "kind": "levels", "title": "Example of levels", "questions": 4,
        "minutes": 3, "file": own, "replaces_built_in": false,
    });
    assert_eq!(*example, expected);
}

#[test]
fn show_gives_the_file_and_what_it_gives_passes_check() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["show", "example"]).quietly(), EXAMPLE);
    let built_in = folder.run(&["show", "maturity-model"]).quietly();
    folder.write("mine.toml", &built_in);
    let checked = folder.run(&["check", "mine.toml"]);
    assert_eq!((checked.status, checked.out.as_str()), (0, ""));
    assert_eq!(checked.err, "ospo-assess: 0 errors and 0 warnings in 1 file\n");
}

#[test]
fn what_show_gives_cannot_drive_a_terminal() {
    let folder = Folder::new();
    folder.write("home/questionnaires/example.toml", EXAMPLE.replace("# What", "# What\u{202e}"));
    let message = folder.run(&["show", "example"]).failure();
    assert!(message.contains("example.toml:1:") && !message.contains('\u{202e}'), "{message}");
}

#[test]
fn check_tells_every_problem_and_only_errors_fail() {
    let folder = Folder::new();
    let warned =
        EXAMPLE.replace("help = \"Courses teach.\"\nsource = \"Example, 3\"", "help = \"Courses teach.\"");
    folder.write(
        "warned.toml",
        warned.replace("id = \"example\"", "id = \"warned\"").replace("test-", "warned-"),
    );
    folder
        .write("wrong.toml", EXAMPLE.replace("effort = \"M\"", "effort = \"XL\"").replace("test-", "wrong-"));
    let said = folder.run(&["check", "warned.toml"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(said.out.contains("warning[") && said.out.contains("--> warned.toml:"), "{}", said.out);
    assert!(!said.out.contains("error["), "{}", said.out);

    let said = folder.run(&["check", "wrong.toml", "warned.toml", "missing.toml"]);
    assert_eq!(said.status, 1);
    let (wrong, missing) =
        (said.out.find("--> wrong.toml:").unwrap(), said.out.find("--> missing.toml").unwrap());
    assert!(wrong < missing, "in the order given: {}", said.out);
    assert!(
        said.err.starts_with("ospo-assess: 2 errors and ") && said.err.ends_with(" in 3 files\n"),
        "{}",
        said.err
    );
}

#[test]
fn a_folder_on_the_command_line_is_read_too() {
    let folder = Folder::new();
    let other = EXAMPLE.replace("id = \"example\"", "id = \"other\"").replace("test-", "other-");
    folder
        .write("more/other.toml", other.replace("One team", "One group").replace("The head", "The sponsor"));
    assert_eq!(folder.run(&["show", "other"]).status, 1);
    for arguments in
        [["show", "other", "--questionnaires", "more"], ["--questionnaires", "more", "show", "other"]]
    {
        assert!(folder.run(&arguments).quietly().contains("id = \"other\""));
    }
    let made = folder.run(&[
        "new",
        "a.toml",
        "--organization",
        "A",
        "--questionnaire",
        "other",
        "--questionnaires",
        "more",
    ]);
    assert_eq!(made.status, 0, "{}", made.err);
    let without = folder.run(&["score", "a.toml"]);
    assert_eq!(without.status, 0);
    let expected = "ospo-assess: a.toml: The questionnaire other (1.0.0) is not here: its answers are kept and not \
                    scored. Put its file into your questionnaires.\n";
    assert_eq!(without.err, expected);
}

#[test]
fn one_that_takes_the_place_of_a_built_in_one_is_named() {
    let folder = Folder::new();
    let built_in = folder.run(&["show", "structure"]).quietly();
    let title = built_in.lines().find(|line| line.starts_with("title = ")).unwrap();
    folder.write("more/structure.toml", built_in.replace(title, "title = \"Ours\""));
    let said = folder.run(&["questionnaires", "--questionnaires", "more"]);
    assert_eq!(
        slashes(&said.err),
        "ospo-assess: more/structure.toml takes the place of the built-in questionnaire structure\n"
    );
    let line = said.out.lines().find(|line| line.starts_with("structure ")).unwrap();
    assert!(
        line.contains("Ours")
            && slashes(line).ends_with("more/structure.toml (in place of the built-in one)"),
        "{line}"
    );
}

#[test]
fn the_schema_accepts_what_show_gives() {
    let folder = Folder::new();
    let schema: Value = serde_json::from_str(&folder.run(&["schema"]).quietly()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let shown = folder.run(&["show", "maturity-model"]).quietly();
    let mut instance = serde_json::to_value(shown.parse::<toml::Table>().unwrap()).unwrap();
    assert!(validator.is_valid(&instance));
    instance["kind"] = "circles".into();
    assert!(!validator.is_valid(&instance));
}
