//! What `check` says: one bad file for each rule with its message, good files without any, the
//! schema, and no panic on whatever text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ospo_assess::check::{Problem, Rule, Severity, check_files, check_texts};
use ospo_assess::questionnaire::{Catalogue, DefaultTarget, MAX_FILE_BYTES, schema};
use ospo_assess::words::check::{problem as told, summary};
use proptest::prelude::*;
use strum::IntoEnumIterator;

use crate::common::catalogues::BUILT_IN;
use crate::common::files::{self, slashes, toml_files};

const FOLDER: &str = "tests/questionnaires";

fn shown(problems: &[Problem]) -> String {
    let all: Vec<_> = problems.iter().map(told).collect();
    format!("{}\n{}\n", all.join("\n"), summary(problems))
}

fn check_text(text: &str) -> Vec<Problem> {
    check_texts(&BUILT_IN, &[(PathBuf::from("own.toml"), text.to_owned())])
}

fn rules(problems: &[Problem]) -> BTreeSet<&str> {
    problems.iter().map(|problem| problem.rule().id()).collect()
}

fn read(path: &str) -> String {
    files::read(&format!("{FOLDER}/{path}"))
}

/// Compares with the `.stderr` beside the file; `UPDATE=1` writes it.
fn compare(path: &Path, found: &str) {
    let expected = path.with_extension("stderr");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&expected, found).unwrap();
    }
    let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(slashes(found), slashes(&wanted), "{} differs", expected.display());
}

#[test]
fn every_bad_file_breaks_its_rule_and_says_so_as_pinned() {
    for path in toml_files(&format!("{FOLDER}/bad")) {
        let problems = check_files(&BUILT_IN, std::slice::from_ref(&path));
        let rule = path.file_stem().unwrap().to_str().unwrap();
        assert!(rules(&problems).contains(rule), "{rule} is not told: {}", shown(&problems));
        compare(&path, &shown(&problems));
    }
}

#[test]
fn every_rule_has_a_bad_file_and_an_entry_in_the_documentation() {
    let listed: BTreeSet<_> = Rule::iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(listed.len(), Rule::iter().count(), "a rule is listed twice");
    let files = toml_files(&format!("{FOLDER}/bad"));
    let files: BTreeSet<_> =
        files.iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(files, listed);
    let documented = std::fs::read_to_string("docs/check-rules.md").unwrap();
    let documented = documented.lines().filter(|line| line.starts_with("| `"));
    let documented: Vec<_> =
        documented.map(|line| line.split(" | ").take(2).collect::<Vec<_>>().join(" ")).collect();
    let wanted = Rule::iter().map(|rule| format!("| `{}` {}", rule.id(), <&str>::from(rule.severity())));
    assert_eq!(documented, wanted.collect::<Vec<_>>());
}

#[test]
fn one_file_that_breaks_every_rule_is_told_all_of_them_at_once() {
    let path = Path::new(FOLDER).join("everything.toml");
    let text = read("everything.toml");
    let cannot = text.lines().find_map(|line| line.strip_prefix("# Cannot: ")).unwrap();
    let problems = check_files(&BUILT_IN, std::slice::from_ref(&path));
    let mut told = rules(&problems);
    for rule in cannot.split(", ") {
        assert!(told.insert(rule), "{rule} is told, so it can be");
    }
    assert_eq!(told, Rule::iter().map(Rule::id).collect());
    assert!(problems.is_sorted_by_key(Problem::position));
    compare(&path, &shown(&problems));
}

#[test]
fn good_files_and_the_built_in_ones_have_no_problem() {
    for files in [toml_files(&format!("{FOLDER}/good")), toml_files("questionnaires")] {
        let problems = check_files(&BUILT_IN, &files);
        assert!(problems.is_empty(), "{}", shown(&problems));
    }
}

#[test]
fn files_of_one_call_may_refer_to_each_other() {
    let roles = PathBuf::from(format!("{FOLDER}/good/roles.toml"));
    let alone = check_files(&BUILT_IN, std::slice::from_ref(&roles));
    assert_eq!(rules(&alone), BTreeSet::from(["unknown-reference"]));
    let together = check_files(&BUILT_IN, &[roles, PathBuf::from(format!("{FOLDER}/good/levels.toml"))]);
    assert!(together.is_empty(), "{}", shown(&together));
}

#[test]
fn an_id_that_two_files_give_is_told_in_the_later_one() {
    let text = read("good/levels.toml");
    let other = text.replace("id = \"garden\"", "id = \"other\"");
    let texts = [(PathBuf::from("a.toml"), text.clone()), (PathBuf::from("b.toml"), other)];
    let problems = check_texts(&BUILT_IN, &texts);
    assert!(problems.iter().all(|problem| problem.path() == Path::new("b.toml")));
    assert!(
        problems
            .iter()
            .any(|problem| told(problem).contains("`grass-cut`") && problem.rule().id() == "duplicate-id")
    );
    let twice = [(PathBuf::from("a.toml"), text.clone()), (PathBuf::from("b.toml"), text)];
    let problems = check_texts(&BUILT_IN, &twice);
    assert!(
        problems
            .iter()
            .any(|problem| told(problem).contains("`garden`") && problem.rule().id() == "duplicate-id")
    );
}

#[test]
fn a_circle_over_two_files_is_told_once() {
    let a = read("bad/missing-help.toml").replace("effort = \"S\"", "effort = \"S\"\nrequires = [\"b\"]");
    let b =
        a.replace("\"small\"", "\"smaller\"").replace("grass-cut", "b").replace("[\"b\"]", "[\"grass-cut\"]");
    let texts = [(PathBuf::from("a.toml"), a), (PathBuf::from("b.toml"), b)];
    let problems = check_texts(&BUILT_IN, &texts);
    let circles: Vec<_> = problems.iter().filter(|problem| problem.rule().id() == "requires-cycle").collect();
    let [circle] = circles.as_slice() else { panic!("{}", shown(&problems)) };
    assert_eq!(circle.path(), Path::new("a.toml"));
    assert!(told(circle).contains("`grass-cut` → `b` → `grass-cut`\n"), "{}", told(circle));
}

/// Each of these mistakes is told once, where it begins, and nothing is told that follows from it.
#[test]
fn a_syntax_error_is_told_alone() {
    let good = read("good/levels.toml").replace("effort = \"M\"", "effort = \"XL\"");
    for (before, after) in [
        ("level_name = \"bed\"", "level_name \"bed\""),
        ("level_name = \"bed\"", "level_name = bed"),
        ("level_name = \"bed\"", "level_name = \"bed"),
        ("level_name = \"bed\"", "level_name ="),
        ("deepens = [\"inventory\"]", "deepens = [\"inventory\""),
        ("year = 1999, publisher = \"Green Press\" }", "year = 1999, publisher = \"Green Press\""),
        ("help = \"No tree, no apple.\"", "help = \"\"\"No tree, no apple.\""),
        ("[[objective]]", "[[objective]"),
        ("[[objective]]", "[objective"),
        (
            "steps = [\"The head writes a name into the calendar in the shed.\", ",
            "steps = [\"The head writes\n",
        ),
        ("why = \"Trees take ten years to bear.\"", "why = 'Trees take ten years to bear.\""),
        ("gate = 80", "gate = 80\ngate = 80"),
        ("gate = 80", "gate = 80 percent"),
        ("gate = 80", "gate = 080"),
        ("gate = 80", "gate: 80"),
    ] {
        let text = good.replacen(before, after, 1);
        assert_ne!(text, good, "{before} is not in the file");
        let problems = check_text(&text);
        let found: Vec<_> = problems.iter().map(|problem| problem.rule().id()).collect();
        assert_eq!(found, ["syntax"], "{after}\n{}", shown(&problems));
    }
}

#[test]
fn a_table_that_stands_twice_is_told_without_the_rest_going_wrong() {
    let text = read("good/levels.toml").replacen(
        "[question.action]",
        "[question.action]\ntitle = \"A\"\n[question.action]",
        1,
    );
    assert_eq!(rules(&check_text(&text)), BTreeSet::from(["syntax"]));
}

#[test]
fn places_are_counted_in_characters_and_lines_of_any_ending() {
    let text =
        "format = 1\r\nid = \"x\"\r\n\"tïtle\" = 3\r\nsource = { title = \"日本語\", \"year\" = \"x\" }\r\n";
    let problems = check_text(&format!("\u{feff}{text}"));
    let year = problems.iter().find(|problem| problem.rule().id() == "wrong-type").unwrap();
    assert_eq!(year.position(), Some((4, 36)));
    let shown = told(year);
    assert!(shown.contains("\n4 | source = { title = \"日本語\", \"year\" = \"x\" }\n"), "{shown}");
    // Three wide characters: the mark stands three columns further right than the characters before it.
    assert!(shown.contains(&format!("\n  | {}^^^ write", " ".repeat(38))), "{shown}");
    assert!(!shown.contains('\r'));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_problem() {
    let text = read("good/levels.toml").replace('\n', "\r\n");
    let problems = check_text(&format!("\u{feff}{text}"));
    assert!(problems.is_empty(), "{}", shown(&problems));
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_is() {
    let text =
        "format = 1\n\"\u{202e}\\u001b[2J\" = 1\nid = \"\\u001b]0;x\\u0007\"\n\u{1b}[31m = 3 # \u{200b}\n";
    let message = shown(&check_text(text));
    let harmless = |c: char| c == '\n' || !(c.is_control() || ('\u{200b}'..='\u{202e}').contains(&c));
    assert!(message.chars().all(harmless), "{message:?}");
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let long = "x".repeat(5000);
    let text = format!("id = \"{long}\"\nsource = {{ author = \"{long}\", year = 1 }}\n");
    let message = shown(&check_text(&text));
    assert!(message.lines().all(|line| line.chars().count() < 250), "{message}");
    assert!(message.contains("xxx\", year = 1 }\n"), "{message}");
}

#[test]
fn a_long_list_in_one_line_is_no_problem_but_a_text_that_would_be_cut_is() {
    let good = read("good/levels.toml");
    let list = vec!["\"inventory\""; 2000].join(", ");
    let problems = check_text(&good.replace("deepens = [\"inventory\"]", &format!("deepens = [{list}]")));
    assert!(problems.is_empty(), "{}", shown(&problems));
    let problems =
        check_text(&good.replace("help = \"No tree", &format!("help = \"{}", "No tree ".repeat(2000))));
    assert_eq!(rules(&problems), BTreeSet::from(["unsafe-text", "text-too-long"]));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toml");
    std::fs::File::create(&path).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    let problems = check_files(&BUILT_IN, &[path, folder.path().join("none.toml"), folder.path().into()]);
    let told: Vec<_> = problems.iter().map(|problem| problem.rule().id()).collect();
    assert_eq!(told, ["too-large", "unreadable", "unreadable"]);
}

/// What version control and word processors leave in a file is named as what it is.
#[test]
fn conflicts_and_curly_quotes_are_named() {
    let good = read("good/conditions.toml");
    for (wrong, says) in [
        (
            good.replacen("\n\n", "\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n", 1),
            "a conflict that a version control",
        ),
        (good.replacen("id = \"greenhouse\"", "id = “greenhouse”", 1), "“ is no quotation mark of TOML"),
    ] {
        let problems = check_text(&wrong);
        assert_eq!(rules(&problems), BTreeSet::from(["syntax"]));
        assert!(told(&problems[0]).contains(says), "{}", told(&problems[0]));
    }
}

/// Roles that stand beside a questionnaire are known to it, as where its folder is loaded.
#[test]
fn roles_beside_a_questionnaire_count() {
    let folder = tempfile::tempdir().unwrap();
    let (path, roles) = (folder.path().join("client.toml"), folder.path().join("roles.toml"));
    let text = read("good/conditions.toml");
    let owner = text.lines().find(|line| line.starts_with("owner")).unwrap();
    std::fs::write(&path, text.replace(owner, "owner = \"gardener\"")).unwrap();
    let found = |paths: &[&PathBuf]| -> BTreeSet<String> {
        let paths: Vec<PathBuf> = paths.iter().map(|path| (*path).clone()).collect();
        let problems = check_files(&BUILT_IN, &paths);
        problems.iter().map(|problem| problem.rule().id().to_owned()).collect()
    };
    assert!(found(&[&path]).contains("unknown-reference"));
    std::fs::write(&roles, "[[role]]\nid = \"gardener\"\ntitle = \"\"\nsummary = \"Waters.\"\n").unwrap();
    assert!(!found(&[&path]).contains("unknown-reference"));
    assert!(
        !found(&[&path]).contains("missing-field"),
        "what is wrong beside it is told where it is checked"
    );
    assert!(found(&[&path, &roles]).contains("missing-field"));
}

#[test]
fn conditions_lists_and_what_a_question_counts_for_are_read() {
    let text = read("good/conditions.toml");
    let catalogue = Catalogue::of([(Path::new("greenhouse.toml"), text.as_str())]).unwrap();
    let greenhouse = catalogue.questionnaire("greenhouse").unwrap();
    assert_eq!(greenhouse.default_target, DefaultTarget::Reached);
    let [list] = greenhouse.lists.as_slice() else { panic!("{:?}", greenhouse.lists) };
    assert_eq!((list.text.title.as_str(), list.at_most), ("Your tender plants", Some(5)));
    let [roof, heater, _] = greenhouse.questions.as_slice() else { panic!("{:?}", greenhouse.questions) };
    assert_eq!(roof.lists, ["tender-plants"]);
    let steps: Vec<_> = roof
        .action
        .iter()
        .flat_map(|action| &action.text.steps)
        .map(|step| step.done_from.as_deref())
        .collect();
    assert_eq!(steps, [Some("shut"), None]);
    let condition = heater.only_if.as_ref().map(|only_if| (&*only_if.question, &*only_if.at_least));
    assert_eq!(condition, Some(("glass-roof", "shut")));
    assert!(heater.action.as_ref().is_some_and(|action| action.names));
    let counts: Vec<_> = greenhouse.placements.iter().map(|asked| (asked.from, asked.optional)).collect();
    assert_eq!(counts, [(1, false), (1, true), (2, false), (1, true)]);
}

#[test]
fn rules_of_form_are_in_the_schema_too() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let valid = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        let value: toml::Value = toml::from_str(&text).unwrap();
        validator.is_valid(&serde_json::to_value(value).unwrap())
    };
    let lists = ["roles.toml", "resources.toml"];
    let is_questionnaire = |path: &PathBuf| !lists.iter().any(|list| path.ends_with(list));
    let good = [toml_files(&format!("{FOLDER}/good")), toml_files("questionnaires")].concat();
    for path in good.into_iter().filter(is_questionnaire) {
        assert!(valid(&path), "{} is good", path.display());
    }
    for rule in Rule::iter() {
        let path = Path::new(FOLDER).join(format!("bad/{}.toml", rule.id()));
        match rule.id() {
            "newer-format" | "unknown-field" | "wrong-kind" | "missing-field" | "wrong-type"
            | "unknown-word" | "out-of-range" | "bad-id" => {
                assert!(!valid(&path), "{} is bad", path.display())
            }
            "syntax" | "unreadable" | "too-large" => {}
            _ => assert!(valid(&path), "{} breaks no rule of form", path.display()),
        }
    }
}

#[test]
fn the_schema_helps_with_every_field() {
    fn look(value: &serde_json::Value, path: &str, fields: &mut usize) {
        for (name, property) in value["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}.{name}");
            assert!(property["description"].as_str().is_some_and(|text| text.len() > 3), "{path}");
            *fields += 1;
            look(property, &path, fields);
            look(&property["items"], &path, fields);
        }
    }
    let mut fields = 0;
    look(&schema(), "", &mut fields);
    assert!(fields > 80, "{fields}");
}

#[test]
fn warnings_are_not_errors() {
    for rule in Rule::iter() {
        let path = PathBuf::from(format!("{FOLDER}/bad/{}.toml", rule.id()));
        let has_error =
            check_files(&BUILT_IN, &[path]).iter().any(|problem| problem.severity() == Severity::Error);
        assert_eq!(has_error, rule.severity() == Severity::Error, "{}", rule.id());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_text_is_checked_without_panic(text in "[\\[\\]{}=\",.#'\\\\a-z0-9 \\n\\r\\t\u{feff}é日\u{202e}]{0,400}") {
        sane(&text, &check_text(&text));
    }

    #[test]
    fn a_damaged_file_is_checked_without_panic(
        file in 0..4_usize, cuts in prop::collection::vec((0..10_000_usize, 0..200_usize, "[\\[\\]{}=\"a-z\\n.-]{0,6}"), 1..4),
    ) {
        let mut text = read(["good/levels.toml", "good/areas.toml", "good/fit.toml", "everything.toml"][file]);
        for (start, length, new) in cuts {
            let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let range = boundary(start % (text.len() + 1))..boundary(start % (text.len() + 1) + length);
            text.replace_range(range, &new);
        }
        sane(&text, &check_text(&text));
    }
}

/// Places are within the file, the order is that of the file, and every problem can be shown.
fn sane(text: &str, problems: &[Problem]) {
    assert!(problems.is_sorted_by_key(|problem| problem.span.as_ref().unwrap().start));
    for problem in problems {
        let span = problem.span.clone().unwrap();
        assert!(span.start <= text.len() && span.end <= text.len(), "{problem:?}");
        assert!(problem.position().is_some_and(|(line, column)| line >= 1 && column >= 1));
        assert!(!told(problem).is_empty());
    }
}
