//! The structure that `ARCHITECTURE.md` promises: who may know whom, and what no code may name.

use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::questionnaire::{Catalogue, DEFAULT_SELECTION};

/// The parts from the bottom to the top, and what each may know of the others.
const PARTS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("clock", &[]),
    ("questionnaire", &["text"]),
    ("check", &["text", "questionnaire"]),
    ("assessment", &["text", "questionnaire"]),
    ("files", &["text", "questionnaire", "assessment"]),
    ("score", &["text", "questionnaire", "assessment"]),
    ("plan", &["text", "questionnaire", "assessment", "score"]),
    ("team", &["text", "questionnaire", "assessment", "score", "plan"]),
    ("interview", &["text", "questionnaire", "assessment", "score"]),
    ("workshop", &["text", "questionnaire", "assessment", "score", "team", "interview"]),
    (
        "words",
        &[
            "text",
            "questionnaire",
            "check",
            "assessment",
            "files",
            "score",
            "plan",
            "team",
            "interview",
            "workshop",
        ],
    ),
    ("report", &["text", "questionnaire", "assessment", "score", "plan", "team", "words"]),
    ("sync", &["text", "questionnaire", "assessment", "words", "report"]),
    ("export", &["text", "questionnaire", "assessment", "files", "report", "sync"]),
];

/// Parts that draw, read keys or parse arguments.
const FRONT_ENDS: &[&str] = &["app", "effects", "cli", "tui", "plain"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The part that a file belongs to: the first folder or file below `src`.
fn part(file: &Path) -> String {
    let below = file.strip_prefix(source()).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file: without comments, and without the tests in it.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_part_knows_only_those_below_it() {
    for file in rust_files(&source()) {
        let part = part(&file);
        let Some((_, allowed)) = PARTS.iter().find(|(name, _)| *name == part) else {
            assert!(
                ["lib", "main"].contains(&part.as_str()) || FRONT_ENDS.contains(&part.as_str()),
                "{part} is not in the list of parts"
            );
            continue;
        };
        for used in code(&file).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let known = used == part || allowed.contains(&used.as_str());
            assert!(known, "{}: {part} must not know {used}", file.display());
        }
    }
}

#[test]
fn nothing_but_the_screens_knows_a_terminal() {
    for file in rust_files(&source()) {
        if ["tui", "app"].contains(&part(&file).as_str()) {
            continue;
        }
        let code = code(&file);
        for name in ["ratatui", "crossterm"] {
            assert!(!code.contains(name), "{}: names {name}", file.display());
        }
    }
}

#[test]
fn the_pure_parts_read_no_clock_and_no_file() {
    for file in rust_files(&source()) {
        if !["score", "plan", "team", "words", "report", "interview", "workshop"]
            .contains(&part(&file).as_str())
        {
            continue;
        }
        let code = code(&file);
        for name in ["std::fs", "std::env", "Timestamp::now", "Instant", "SystemTime", "std::io"] {
            assert!(!code.contains(name), "{}: names {name}", file.display());
        }
    }
}

#[test]
fn no_id_of_the_questionnaires_stands_in_the_code() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut ids: Vec<String> = Vec::new();
    for questionnaire in catalogue.questionnaires() {
        ids.push(questionnaire.id.clone());
        ids.extend(questionnaire.questions.iter().map(|question| question.id.clone()));
        ids.extend(questionnaire.candidates.iter().map(|candidate| candidate.id.clone()));
    }
    ids.extend(catalogue.roles().iter().map(|role| role.id.clone()));
    // Ids that are also everyday words of the code would be found everywhere; one with a hyphen is not.
    ids.retain(|id| id.contains('-') && !DEFAULT_SELECTION.contains(&id.as_str()));
    assert!(ids.len() > 150, "the ids were found: {}", ids.len());
    for file in rust_files(&source()) {
        let code = code(&file);
        for id in &ids {
            assert!(!code.contains(&format!("\"{id}\"")), "{}: names {id}", file.display());
        }
    }
}

#[test]
fn files_are_small_enough_to_be_read() {
    for file in rust_files(&source()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 450, "{} has {lines} lines: is there a second subject in it?", file.display());
    }
}
