//! The structure that `ARCHITECTURE.md` promises: who may know whom, and what no code may name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::questionnaire::DEFAULT_SELECTION;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::common::catalogues::BUILT_IN;

/// The parts from the bottom to the top, and what each may know of the others.
const PARTS: &[(&str, &str)] = &[
    ("text", ""),
    ("clock", ""),
    ("questionnaire", "text"),
    ("check", "text questionnaire"),
    ("assessment", "text questionnaire"),
    ("files", "text questionnaire assessment"),
    ("score", "text questionnaire assessment"),
    ("plan", "text questionnaire assessment score"),
    ("team", "text questionnaire assessment score plan"),
    ("interview", "text questionnaire assessment score"),
    ("workshop", "text questionnaire assessment score team interview"),
    ("words", "text questionnaire check assessment files score plan team interview workshop"),
    ("listen", "text words"),
    ("report", "text questionnaire assessment score plan team words"),
    ("plan_file", "text questionnaire assessment files score plan team words report"),
    (
        "app",
        "text questionnaire assessment files score plan team interview workshop words listen report plan_file",
    ),
    ("effects", "text clock questionnaire assessment files workshop words listen plan_file app"),
    (
        "tui",
        "text clock questionnaire assessment score plan team interview workshop words report plan_file app \
         listen effects",
    ),
    (
        "plain",
        "text clock questionnaire assessment files score plan team interview workshop words report plan_file \
         listen app effects",
    ),
    (
        "cli",
        "text clock questionnaire check assessment files score plan team interview workshop words report \
         plan_file listen app tui plain",
    ),
    ("lib", ""),
    ("main", ""),
];

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
    name(file).split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

/// The path of a file below `src`.
fn name(file: &Path) -> String {
    file.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/")
}

/// The code of a file: without comments, and without the tests in it.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The parts that some code names: behind `crate::`, alone or several in braces.
fn known(code: &str) -> Vec<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let names = code.split("crate::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(several) => several.split('}').next().unwrap_or_default().split(',').collect(),
        None => vec![rest],
    });
    let name = |rest: &str| rest.trim_start().split(|c| !is_name(c)).next().unwrap_or_default().to_owned();
    names.map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_part_knows_only_those_below_it() {
    for file in rust_files(&source()) {
        let part = part(&file);
        let found = PARTS.iter().find(|(name, _)| *name == part);
        let (_, allowed) = found.unwrap_or_else(|| panic!("{part} is not in the list of parts"));
        for used in known(&code(&file)) {
            let allowed = used == part || allowed.split(' ').any(|allowed| allowed == used);
            assert!(allowed, "{}: {part} must not know {used}", name(&file));
        }
    }
}

/// Names in code, and the parts that may have them.
fn only(names: &[&str], parts: &[&str]) {
    for file in rust_files(&source()).iter().filter(|file| !parts.contains(&part(file).as_str())) {
        let code = code(file);
        for name in names {
            assert!(!code.contains(name), "{}: names {name}", self::name(file));
        }
    }
}

#[test]
fn nothing_but_the_screens_knows_a_terminal() {
    only(&["ratatui", "crossterm"], &["tui"]);
}

#[test]
fn nothing_but_the_command_line_knows_arguments() {
    only(&["clap"], &["cli"]);
}

#[test]
fn nothing_but_the_upper_parts_reads_a_clock_or_a_file() {
    only(
        &["Timestamp::now", "Instant", "SystemTime"],
        &["clock", "files", "listen", "effects", "tui", "plain"],
    );
    only(
        &["std::fs", "std::io", "std::env"],
        &[
            "clock",
            "questionnaire",
            "check",
            "files",
            "listen",
            "plan_file",
            "effects",
            "tui",
            "plain",
            "cli",
        ],
    );
    only(&["std::net"], &["listen"]);
}

#[test]
fn no_id_of_the_questionnaires_stands_in_the_code() {
    let catalogue = &*BUILT_IN;
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

/// What a function, a type or a constant is says its comment; what a field or a variant is, its name, and a
/// comment where that does not suffice.
#[test]
fn what_is_public_says_what_it_is() {
    const ITEMS: [&str; 8] =
        ["pub fn", "pub const", "pub struct", "pub enum", "pub trait", "pub type", "pub static", "pub async"];
    for file in rust_files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        let mut documented = false;
        let mut in_attribute = false;
        for line in text.lines().map(str::trim) {
            let is_item = ITEMS.iter().any(|item| line.starts_with(item));
            assert!(!is_item || documented, "{}: {line}: says not what it is", name(&file));
            in_attribute = (in_attribute || line.starts_with("#[")) && !line.ends_with(']');
            documented = line.starts_with("///") || (documented && (in_attribute || line.ends_with(']')));
        }
    }
}

/// Files whose words belong to a file format, a protocol, to a library that reads it, or are names of keys: they
/// are compared, as ids are, and no translation changes them.
const FORMAT_WORDS: &[&str] = &[
    "app/keys.rs",
    "assessment/format.rs",
    "listen/page.rs",
    "listen/response.rs",
    "plan_file/first_release.rs",
    "plan_file/svg.rs",
    "team/records.rs",
];

/// The code of a file as tokens, without its tests.
fn tokens(file: &Path) -> Vec<TokenTree> {
    let text = fs::read_to_string(file).unwrap();
    let tokens: TokenStream = text.parse().unwrap();
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_test = |group: &TokenTree| group.to_string().replace(' ', "") == "[cfg(test)]";
        if token.to_string() == "#" && tokens.peek().is_some_and(is_test) {
            // Up to the end of what is for tests alone: a block, or a semicolon.
            tokens.find(|token| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                other => other.to_string() == ";",
            });
        } else {
            kept.push(token);
        }
    }
    kept
}

/// The string literals among these tokens. What attributes say to whoever works on the code (comments,
/// reasons of lints) is said to nobody else.
fn literals(tokens: impl IntoIterator<Item = TokenTree>, found: &mut Vec<String>) {
    let mut after_hash = false;
    for token in tokens {
        match &token {
            TokenTree::Literal(literal) => found.push(literal.to_string()),
            TokenTree::Group(group) => {
                let text = group.stream().to_string();
                let for_us = ["doc", "expect", "allow", "cfg"].iter().any(|name| text.starts_with(name));
                if !(after_hash && for_us) {
                    literals(group.stream(), found);
                }
            }
            _ => {}
        }
        after_hash = token.to_string() == "#" || (after_hash && token.to_string() == "!");
    }
}

/// Whether a literal says something: two words beside each other, what a format puts in apart.
fn is_sentence(literal: &str) -> bool {
    let Some(text) =
        literal.trim_end_matches('#').strip_suffix('"').and_then(|literal| literal.split_once('"'))
    else {
        return false;
    };
    // Markup: marks in Markdown, elements in HTML.
    if text.1.starts_with('<') {
        return false;
    }
    let mut outside = String::new();
    let mut depth = 0;
    for c in text.1.replace("\\n", "\n").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let words: Vec<&str> = outside.split(' ').collect();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    words.windows(2).any(|pair| {
        let (one, two) = (pair[0].trim_end_matches(['.', ',', ';', ':', '!', '?']), pair[1]);
        letter(one.chars().next_back()) && letter(two.chars().next())
    })
}

#[test]
fn sentences_stand_in_words() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // What the rules of wording know of a language are words to look for, not words to say.
    let is_data = |file: &PathBuf| file.ends_with("check/language.rs");
    for file in rust_files(&source()).into_iter().filter(|file| part(file) != "words" && !is_data(file)) {
        let mut texts = Vec::new();
        literals(tokens(&file), &mut texts);
        texts.retain(|text| is_sentence(text));
        if !texts.is_empty() {
            found.insert(name(&file), texts);
        }
    }
    FORMAT_WORDS.iter().for_each(|file| drop(found.remove(*file)));
    assert!(found.is_empty(), "these belong into words: {found:#?}");
}

/// The types that these tokens define.
fn types(tokens: impl IntoIterator<Item = TokenTree>, found: &mut Vec<String>) {
    let mut before = String::new();
    for token in tokens {
        match &token {
            TokenTree::Ident(name) if ["struct", "enum", "trait"].contains(&before.as_str()) => {
                found.push(name.to_string());
            }
            TokenTree::Group(group) => types(group.stream(), found),
            _ => {}
        }
        before = token.to_string();
    }
}

#[test]
fn a_type_name_means_one_thing() {
    let mut found: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for file in rust_files(&source()) {
        let mut names = Vec::new();
        types(tokens(&file), &mut names);
        for name in names {
            found.entry(name).or_default().insert(file.strip_prefix(source()).unwrap().to_owned());
        }
    }
    found.retain(|_, files| files.len() > 1);
    assert!(found.is_empty(), "these names are defined more than once: {found:#?}");
}
