//! Users' own questionnaires: which files are taken, what they replace, and what is said when one of
//! them cannot be.

use std::path::PathBuf;

use ospo_assess::check;
use ospo_assess::questionnaire::{Catalogue, MAX_FILE_BYTES};
use ospo_assess::words::check::not_loaded;

use crate::common::catalogues::{self, BUILT_IN};
use crate::common::files::read;

struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, text) in files {
            std::fs::write(folder.file(name), text).unwrap();
        }
        folder
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }
}

fn fixture(name: &str) -> String {
    read(&format!("tests/questionnaires/{name}"))
}

fn error(folders: &[&Folder]) -> String {
    let folders: Vec<_> = folders.iter().map(|folder| folder.path()).collect();
    not_loaded(&check::load(&folders).unwrap_err())
}

#[test]
fn own_questionnaires_stand_beside_the_built_in_ones() {
    let levels = fixture("good/levels.toml");
    let folder = Folder::with(&[
        ("garden.toml", &levels),
        ("roles.toml", &fixture("good/roles.toml")),
        ("resources.toml", &fixture("good/resources.toml")),
        ("notes.txt", "not a questionnaire"),
        (".hidden.toml", "not = a = questionnaire"),
    ]);
    std::fs::create_dir(folder.file("folder.toml")).unwrap();
    let catalogue = check::load(&[folder.path()]).unwrap();
    assert_eq!(catalogue.questionnaires().count(), BUILT_IN.questionnaires().count() + 1);
    assert_eq!(catalogue.question("shed-built").unwrap().respondent, "sponsor");
    assert_eq!(catalogue.role("gardener").unwrap().text.title, "Gardener");
    assert_eq!(catalogue.roles().len(), BUILT_IN.roles().len() + 1);
    assert_eq!(catalogue.resource("garden-book").unwrap().address, "https://example.org/garden");
    assert_eq!(catalogue.source_text("garden"), Some(levels.as_str()));
    assert!(!catalogue.is_built_in("garden") && catalogue.is_built_in("structure"));
    assert!(catalogue.replaced.is_empty());
}

#[test]
fn a_questionnaire_with_the_id_of_a_built_in_one_replaces_it_and_that_is_told() {
    let text = BUILT_IN.source_text("characteristics").unwrap().replace("title = \"", "title = \"Our ");
    let folder = Folder::with(&[("ours.toml", &text)]);
    let catalogue = check::load(&[folder.path()]).unwrap();
    assert_eq!(catalogue.replaced, [("characteristics".to_owned(), folder.file("ours.toml"))]);
    assert!(catalogue.questionnaire("characteristics").unwrap().text.title.starts_with("Our "));
    assert_eq!(catalogue.questionnaires().count(), BUILT_IN.questionnaires().count());
    assert_eq!(catalogue.source_text("characteristics"), Some(text.as_str()));
}

#[test]
fn a_role_with_the_id_of_a_built_in_one_replaces_it() {
    let folder = Folder::with(&[("roles.toml", "[[role]]\nid = \"head\"\ntitle = \"Gardener in chief\"\n")]);
    let catalogue = check::load(&[folder.path()]).unwrap();
    assert_eq!(catalogue.role("head").unwrap().text.title, "Gardener in chief");
    assert_eq!(catalogue.roles().len(), BUILT_IN.roles().len());
}

#[test]
fn a_later_folder_replaces_an_earlier_one_and_may_be_referred_to_by_it() {
    let garden = fixture("good/levels.toml");
    let first = Folder::with(&[
        ("garden.toml", &garden),
        (
            "kitchen.toml",
            &fixture("good/areas.toml").replace("question = \"inventory\"", "question = \"home-owned\""),
        ),
    ]);
    let pet =
        fixture("good/levels.toml").replace("\"garden\"", "\"home\"").replace("shed-built", "home-owned");
    let pet = pet.replace("grass-cut", "floor-swept").replace("trees-planted", "flowers-planted");
    let second = Folder::with(&[
        ("a.toml", &garden.replace("title = \"Garden\"", "title = \"Yard\"")),
        ("b.toml", &pet),
    ]);
    let catalogue = check::load(&[first.path(), second.path()]).unwrap();
    assert_eq!(catalogue.questionnaire("garden").unwrap().text.title, "Yard");
    assert!(catalogue.questionnaire("kitchen").is_some());
}

#[test]
fn a_folder_that_does_not_exist_holds_none() {
    let catalogue = check::load(&[PathBuf::from("/no/such/folder")]).unwrap();
    assert!(catalogue.questionnaires().next().is_some());
}

#[test]
fn an_error_is_told_with_place_number_and_remedy() {
    let text = fixture("good/levels.toml").replace("effort = \"S\"", "effort = \"XL\"");
    let one = Folder::with(&[("garden.toml", &text)]);
    let path = one.file("garden.toml").display().to_string();
    let typed = if path.contains(' ') { format!("\"{path}\"") } else { path.clone() };
    assert_eq!(
        error(&[&one]),
        format!(
            "{path}:75:10: `effort` of the action of question `grass-cut` is `XL`, which is none of its words \
             [unknown-word]; run `ospo-assess check {typed}` to see all"
        )
    );
    let text = text.replace("weight = 3", "weight = 300").replace("gate = 80", "gate = 800");
    let three = Folder::with(&[("garden.toml", &text)]);
    let message = error(&[&three]);
    assert!(
        message.contains("garden.toml:7:8: ") && message.contains("[out-of-range], and 2 more errors; run"),
        "{message}"
    );
}

#[test]
fn warnings_keep_no_file_out() {
    let folder = Folder::with(&[("small.toml", &fixture("bad/hedged-option.toml"))]);
    assert!(check::load(&[folder.path()]).unwrap().questionnaire("small").is_some());
}

#[test]
fn two_files_of_a_folder_with_one_id_are_an_error() {
    let text = fixture("good/levels.toml");
    let folder = Folder::with(&[("a.toml", &text), ("b.toml", &text)]);
    let message = error(&[&folder]);
    assert!(message.contains("b.toml:2:6: ") && message.contains("[duplicate-id]"), "{message}");
}

#[test]
fn what_cannot_be_read_is_told_in_one_message() {
    let folder = Folder::with(&[]);
    std::fs::write(folder.file("latin.toml"), b"format = 1\n# caf\xe9\n").unwrap();
    let message = error(&[&folder]);
    assert!(message.contains("latin.toml: the file is not UTF-8 text: line 2"), "{message}");
    let folder = Folder::with(&[]);
    std::fs::File::create(folder.file("large.toml")).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    let message = error(&[&folder]);
    assert!(message.contains("large.toml: the file is larger than 8 MiB"), "{message}");
    let folder = Folder::with(&[("file", "")]);
    let message = not_loaded(&check::load(&[folder.file("file")]).unwrap_err());
    assert!(message.contains("cannot be read"), "{message}");
}

#[test]
fn a_questionnaire_with_too_many_questions_is_refused() {
    let folder = Folder::with(&[("large.toml", &fixture("bad/too-large.toml"))]);
    assert!(error(&[&folder]).contains("more than 5000 questions"));
}

#[test]
fn text_is_cleaned_when_it_is_loaded() {
    // `of` passes over what `check` would report, so that what gets into the model can be seen.
    let text = fixture("good/levels.toml").replace("Garden Book, 1", "Book\\u001b[2J\\u202e");
    let catalogue = catalogues::of(&[("garden.toml", &text)]);
    let source = &catalogue.question("grass-cut").unwrap().source;
    assert!(source.starts_with("Book") && !source.contains(['\u{1b}', '\u{202e}']), "{source:?}");
}

#[test]
fn built_in_files_are_named_after_their_questionnaires() {
    for questionnaire in BUILT_IN.questionnaires() {
        let path = format!("questionnaires/{}.toml", questionnaire.id);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(BUILT_IN.source_text(&questionnaire.id), Some(text.as_str()), "{path}");
    }
}

/// What the build has prepared is what a reader of the files would make of them.
#[test]
fn built_in_questionnaires_are_what_their_files_say() {
    let mut paths: Vec<_> =
        std::fs::read_dir("questionnaires").unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<_> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let files = paths.iter().zip(&texts).map(|(path, text)| (path.as_path(), text.as_str()));
    let read = Catalogue::of(files).unwrap();
    assert!(BUILT_IN.questionnaires().eq(read.questionnaires()));
    assert_eq!(BUILT_IN.roles(), read.roles());
    assert_eq!(BUILT_IN.resources(), read.resources());
}
