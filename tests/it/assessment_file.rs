//! The file of an assessment: what is read, what is refused and how that is said, and what a change
//! leaves alone.

use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::assessment::{Answer, Assessment, Entry, State};
use ospo_assess::files::{Document, MAX_QUESTIONS};
use ospo_assess::questionnaire::{Catalogue, MAX_MARKS};
use ospo_assess::words::files::open_problem;

use crate::common::assessments::entry;
use crate::common::catalogues;
use crate::common::files::{read, toml_files};

fn files(name: &str) -> Vec<PathBuf> {
    toml_files(&format!("tests/assessments/{name}"))
}

fn good(name: &str) -> String {
    read(&format!("tests/assessments/good/{name}"))
}

fn catalogue() -> Catalogue {
    catalogues::of(&[("questionnaire.toml", &read("tests/assessments/questionnaire.toml"))])
}

fn parse(text: &str) -> Document {
    Document::parse(text, Path::new("file.toml")).unwrap()
}

fn refusal(text: &str) -> String {
    Document::parse(text, Path::new("file.toml")).unwrap_err().to_string()
}

/// The file after a change, and the lines that it took away and added.
fn changed(text: &str, change: impl FnOnce(&mut Assessment)) -> (String, Vec<String>) {
    let mut document = parse(text);
    change(&mut document.assessment);
    let after = document.to_text(&catalogue());
    assert_eq!(parse(&after).assessment, document.assessment, "{after}");
    let (old, new): (Vec<&str>, Vec<&str>) = (text.lines().collect(), after.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let same_end =
        old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new).count();
    let away = old[same..old.len() - same_end].iter().map(|line| format!("-{line}"));
    let added = new[same..new.len() - same_end].iter().map(|line| format!("+{line}"));
    let lines = away.chain(added).collect();
    (after, lines)
}

#[test]
fn good_files_open_and_stay_as_they_are() {
    for path in files("good") {
        let (document, text) = Document::read(&path).unwrap();
        assert_eq!(document.to_text(&catalogue()), text, "{}", path.display());
    }
}

#[test]
fn everything_in_a_file_is_read() {
    insta::assert_debug_snapshot!(parse(&good("full.toml")).assessment);
}

#[test]
fn a_new_file_has_the_order_of_the_format() {
    let full = good("full.toml");
    let document = Document::new(parse(&full).assessment);
    assert_eq!(document.to_text(&catalogue()), full);
}

#[test]
fn every_bad_file_is_refused_with_one_clear_message() {
    let mut messages = String::new();
    for path in files("bad") {
        let error = Document::read(&path).unwrap_err().to_string();
        assert!(ospo_assess::text::is_clean(&error), "{error:?}");
        let error = error.strip_prefix(path.parent().unwrap().to_str().unwrap()).unwrap();
        messages += &error.replacen(std::path::MAIN_SEPARATOR, "/", 1);
        messages += "\n";
    }
    insta::assert_snapshot!(messages);
}

#[test]
fn what_is_no_text_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let error = Document::read(&path).unwrap_err().to_string();
        let error = error.strip_prefix(folder.path().to_str().unwrap()).unwrap();
        error.replacen(std::path::MAIN_SEPARATOR, "/", 1)
    };
    let messages = [
        refused("latin-1.toml", b"format = 1\norganization = \"Caf\xe9\"\n"),
        refused("utf-16.toml", b"\xff\xfef\0o\0r\0m\0a\0t\0"),
        refused("huge.toml", " ".repeat(8 * 1024 * 1024 + 1).as_bytes()),
        open_problem(&Document::read(folder.path()).unwrap_err().problem),
        open_problem(&Document::read(&folder.path().join("none.toml")).unwrap_err().problem),
    ];
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn hostile_sizes_are_refused_before_they_cost_memory() {
    let many = format!("format = 1\na = [{}]", "0,".repeat(MAX_MARKS));
    assert!(refusal(&many).contains("more fields and lines than are read"), "{}", refusal(&many));
    let head = "format = 1\norganization = \"\"\nquestionnaires = {}\n";
    let entries = |n: usize| (0..n).map(|i| format!("[answers.q{i}]\nanswer = \"a\"\n")).collect::<String>();
    assert_eq!(parse(&(head.to_owned() + &entries(MAX_QUESTIONS))).assessment.answers.len(), MAX_QUESTIONS);
    let message = refusal(&(head.to_owned() + &entries(MAX_QUESTIONS + 1)));
    assert_eq!(
        message,
        "file.toml:10004:10: `answers` has more than 5000 entries; this is no assessment that people made"
    );
}

/// What would have to be shown cut is not opened, also where this program does not know the field.
#[test]
fn a_line_that_is_too_long_is_refused_where_it_stands() {
    let head = "format = 1\norganization = \"A\"\nquestionnaires = {}\n";
    let (full, long) = ("é".repeat(10_000), "é".repeat(10_001));
    let open = |rest: String| Document::parse(&(head.to_owned() + &rest), Path::new("file.toml"));
    assert!(open(format!("[answers.a]\nnote = \"{full}\\n{full}\"\n")).is_ok());
    for (rest, place) in [
        (format!("[answers.a]\nnote = \"x\\n{long}\"\n"), "5:8"),
        (format!("own = \"{long}\"\n"), "4:7"),
        (format!("[[own]]\nlist = [\"a\", {{ b = \"{long}\" }}]\n"), "5:20"),
    ] {
        let error = open(rest).unwrap_err().to_string();
        let expected = "this text has a line of more than 10000 characters; divide it in an editor";
        assert_eq!(error, format!("file.toml:{place}: {expected}"));
    }
}

#[test]
fn one_changed_answer_is_one_changed_line() {
    let (_, lines) = changed(&good("by-hand.toml"), |assessment| {
        assessment.answers.get_mut("policy").unwrap().answer = Some(Answer::from_word("fully"));
    });
    assert_eq!(lines, ["-answer = \"partly\"   # since March", "+answer = \"fully\"   # since March"]);
}

#[test]
fn new_answers_go_where_the_questionnaire_has_them() {
    let (after, lines) = changed(&good("full.toml"), |assessment| {
        assessment.answers.insert("audit".to_owned(), entry("none"));
    });
    assert_eq!(lines, ["+[answers.audit]", "+answer = \"none\"", "+"]);
    assert!(after.find("[answers.training]") < after.find("[answers.audit]"));
    let (after, _) = changed(&good("full.toml"), |assessment| {
        assessment.answers.remove("policy");
        assessment.answers.remove("inventory");
    });
    let (after, _) = changed(&after, |assessment| {
        assessment.answers.insert("zebra".to_owned(), entry("none"));
        assessment.answers.insert("inventory".to_owned(), entry("none"));
        assessment.answers.insert("policy".to_owned(), entry("none"));
    });
    let headers: Vec<&str> = after.lines().filter(|line| line.starts_with("[answers")).collect();
    assert_eq!(headers, ["[answers.policy]", "[answers.inventory]", "[answers.training]", "[answers.zebra]"]);
}

#[test]
fn a_new_field_goes_where_the_format_has_it() {
    let (_, lines) = changed(&good("full.toml"), |assessment| {
        assessment.answers.get_mut("policy").unwrap().note = Some("Ask Kim".to_owned());
    });
    assert_eq!(lines, ["+note = \"Ask Kim\""]);
    let (after, _) = changed(&good("full.toml"), |assessment| {
        assessment.answers.get_mut("policy").unwrap().note = Some("Ask Kim".to_owned());
    });
    assert!(after.contains("answer = \"unknown\"\nnote = \"Ask Kim\"\nrevision = 1\n"), "{after}");
}

#[test]
fn what_the_program_does_not_know_survives_every_change() {
    let (after, _) = changed(&good("by-hand.toml"), |assessment| {
        assessment.organization = "New".to_owned();
        assessment.respondent = Some("Kim".to_owned());
        assessment.questionnaires.push(("other".to_owned(), "1".to_owned()));
        assessment.plan.capacity = None;
        assessment.targets.clear();
        assessment.answers.clear();
        assessment.actions.insert("policy".to_owned(), Default::default());
    });
    insta::assert_snapshot!(after);
}

#[test]
fn an_undone_change_leaves_no_trace() {
    let text = good("by-hand.toml");
    let mut document = parse(&text);
    let before = document.assessment.clone();
    document.assessment = Assessment::default();
    assert_ne!(document.to_text(&catalogue()), text);
    document.assessment = before;
    assert_eq!(document.to_text(&catalogue()), text);
}

#[test]
fn tables_written_in_another_way_are_changed_in_place() {
    let (after, _) = changed(&good("dotted-and-inline.toml"), |assessment| {
        assessment.questionnaires =
            vec![("other".to_owned(), "1.0.0".to_owned()), ("example".to_owned(), "1.1.0".to_owned())];
        assessment.answers.get_mut("policy").unwrap().revision = Some(1);
        assessment.answers.insert("inventory".to_owned(), entry("none"));
        assessment.votes.insert("inventory".to_owned(), [("none".to_owned(), 2)].into());
        assessment.voices.get_mut("policy").unwrap().pop();
        assessment.voices.insert("inventory".to_owned(), vec![Default::default()]);
        assessment.actions.get_mut("policy").unwrap().state = State::Doing;
        assessment.actions.insert("inventory".to_owned(), Default::default());
        assessment.objectives.get_mut("example").unwrap().push("reach".to_owned());
    });
    insta::assert_snapshot!(after);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_kept() {
    let text = format!("\u{feff}{}", good("full.toml").replace('\n', "\r\n"));
    assert_eq!(parse(&text).to_text(&catalogue()), text);
    assert_eq!(parse(&text).assessment, parse(&good("full.toml")).assessment);
    let (after, lines) = changed(&text, |assessment| assessment.organization = "New".to_owned());
    assert_eq!(lines, ["-organization = \"Example Corp\"", "+organization = \"New\""]);
    assert_eq!(after, text.replace("Example Corp", "New"));
}

#[test]
fn hostile_text_is_harmless_in_memory_and_untouched_in_the_file() {
    let text = "format = 1\norganization = \"a\\u001b]52;c;x\\u0007b\u{202e}\"\nquestionnaires = {}\n\n\
        [answers.policy]\nanswer = \"par\u{200b}tly\"\nnote = \"one\\ntwo\\u001b[2J\u{2066}\"\nevidence = [\"\\u009b2J\"]\n";
    let document = parse(text);
    assert_eq!(document.assessment.organization, "a\u{fffd}]52;c;x\u{fffd}b");
    let entry = document.assessment.entry("policy").unwrap();
    assert_eq!(entry.answer, Some(Answer::from_word("partly")));
    assert_eq!(entry.note.as_deref(), Some("one\ntwo\u{fffd}[2J"));
    assert_eq!(entry.evidence, ["\u{fffd}2J"]);
    let (_, lines) = changed(text, |assessment| assessment.plan.capacity = Some(3));
    assert_eq!(lines, ["+[plan]", "+capacity = 3", "+"]);
}

#[test]
fn a_reason_is_never_missing_from_a_written_file() {
    let mut assessment = Assessment::default();
    let without_reason = Entry { reason: None, ..entry("not-applicable") };
    assessment.answers.insert("policy".to_owned(), without_reason);
    let text = Document::new(assessment).to_text(&catalogue());
    assert_eq!(parse(&text).assessment.entry("policy").unwrap().reason.as_deref(), Some("unknown"));
}
