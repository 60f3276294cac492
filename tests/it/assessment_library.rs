//! Where assessments live, and which are listed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::civil::date;
use ospo_assess::files::{Folders, GuardedFile, Library, MAX_LISTED, MAX_REMEMBERED, Removed};
use ospo_assess::words::files::open_problem;
use tempfile::TempDir;

fn start() -> (TempDir, Library) {
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(Folders::all_in(home.path()));
    (home, library)
}

/// Writes an assessment that was changed so many seconds ago.
fn write(path: &Path, organization: &str, ago: u64) {
    fs::write(path, format!("format = 1\norganization = \"{organization}\"\nquestionnaires = {{}}\n"))
        .unwrap();
    let file = File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(ago)).unwrap();
}

fn listed(library: &Library) -> Vec<String> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let list = library.list().into_iter();
    list.map(|listed| match listed.summary {
        Ok(assessment) => format!("{}: {}", name(&listed.path), assessment.organization),
        Err(error) => format!("{}: {}", name(&listed.path), open_problem(&error.problem)),
    })
    .collect()
}

/// Two files of one name, one after the other: each is put back.
#[test]
fn everything_removed_can_be_put_back() {
    let (home, library) = start();
    let path = home.path().join("acme.toml");
    let mut removed = Removed::default();
    for organization in ["First", "Second", "Third"] {
        write(&path, organization, 0);
        removed.remove(&library, &path).unwrap();
        assert!(listed(&library).is_empty());
    }
    for _ in 0..3 {
        removed.put_back(&library).unwrap();
    }
    let mut back = listed(&library);
    back.sort();
    assert_eq!(back, ["acme-2.toml: Second", "acme-3.toml: First", "acme.toml: Third"]);
    removed.remove(&library, &path).unwrap();
    removed.finish();
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2, "gone for good");
}

/// From inside the data folder another folder is `../project`, which begins with the data folder as text.
#[test]
fn a_file_from_elsewhere_is_only_forgotten_however_it_was_named() {
    let (home, library) = start();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("x.toml");
    write(&path, "Elsewhere", 0);
    let name = elsewhere.path().file_name().unwrap();
    let named = home.path().join("..").join(name).join("x.toml");
    library.remember(&named).unwrap();
    assert_eq!(listed(&library), ["x.toml: Elsewhere"]);
    let mut removed = Removed::default();
    removed.remove(&library, &named).unwrap();
    assert!(listed(&library).is_empty());
    removed.finish();
    assert!(path.exists());

    // And one of the data folder is one of it by any path.
    write(&home.path().join("own.toml"), "Own", 0);
    let own = home.path().join("..").join(home.path().file_name().unwrap()).join("own.toml");
    removed.remove(&library, &own).unwrap();
    removed.finish();
    assert!(!own.exists());
}

#[test]
fn what_another_program_has_open_is_not_removed() {
    let (home, library) = start();
    let path = home.path().join("a.toml");
    write(&path, "A", 0);
    let (_open, _) = GuardedFile::open(&path).unwrap();
    let refused = Removed::default().remove(&library, &path).unwrap_err().to_string();
    assert!(refused.contains("open in another ospo-assess"), "{refused}");
    assert_eq!(listed(&library), ["a.toml: A"]);
}

/// Nobody said that it may go for good.
#[test]
fn what_a_killed_program_had_removed_comes_back() {
    let (home, library) = start();
    let path = home.path().join("a.toml");
    write(&path, "A", 0);
    let mut removed = Removed::default();
    removed.remove(&library, &path).unwrap();
    assert!(listed(&library).is_empty(), "as long as that program runs");
    drop(removed);
    assert_eq!(listed(&library), ["a.toml: A"]);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

/// The program's own memory stands in the same folder, where one folder is for everything.
#[test]
fn an_assessment_may_have_any_name() {
    let (home, library) = start();
    let path = home.path().join("recent.toml");
    write(&path, "Recent", 0);
    let before = fs::read(&path).unwrap();
    library.remember(&path).unwrap();
    library.remember(&home.path().join("other.toml")).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(listed(&library), ["recent.toml: Recent"]);
}

/// The list of an earlier version is read, and is no assessment.
#[test]
fn what_was_remembered_before_is_remembered() {
    let (home, library) = start();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("b.toml");
    write(&path, "B", 0);
    fs::write(home.path().join("recent.toml"), format!("paths = [{path:?}]\n")).unwrap();
    assert_eq!(listed(&library), ["b.toml: B"]);
    library.remember(&path).unwrap();
    assert_eq!(listed(&library), ["b.toml: B"]);
}

#[test]
fn names_of_new_files_are_safe_and_unique() {
    let (home, library) = start();
    let day = date(2026, 11, 22);
    let name = |organization: &str| {
        let path = library.new_path(organization, day).unwrap();
        assert_eq!(path.parent(), Some(home.path()));
        path.file_name().unwrap().to_str().unwrap().to_owned()
    };
    assert_eq!(name("Example Corp."), "example-corp-2026-11-22.toml");
    assert_eq!(name("../../etc/passwd\u{1b}\0"), "etc-passwd-2026-11-22.toml");
    assert_eq!(name("开源办公室"), "开源办公室-2026-11-22.toml");
    assert_eq!(name(" …/ "), "assessment-2026-11-22.toml");
    assert_eq!(name(&"开".repeat(500)).len(), 99 + "-2026-11-22.toml".len());
    write(&home.path().join("example-corp-2026-11-22.toml"), "A", 0);
    assert_eq!(name("Example Corp"), "example-corp-2026-11-22-2.toml");
}

#[test]
fn the_data_directory_is_made_for_the_first_assessment() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("deep/data");
    let library = Library::new(Folders { data: data.clone(), ..Folders::all_in(home.path()) });
    assert!(library.list().is_empty());
    library.new_path("A", date(2026, 1, 1)).unwrap();
    assert!(data.is_dir());
}

#[test]
fn the_last_changed_come_first_and_broken_ones_say_why() {
    let (home, library) = start();
    let elsewhere = tempfile::tempdir().unwrap();
    write(&home.path().join("old.toml"), "Old", 300);
    write(&home.path().join("new.toml"), "New", 100);
    write(&elsewhere.path().join("other.toml"), "Other", 200);
    fs::write(home.path().join("broken.toml"), "format = 2").unwrap();
    fs::write(home.path().join(".hidden.toml"), "").unwrap();
    fs::write(home.path().join("notes.txt"), "").unwrap();
    fs::create_dir(home.path().join("questionnaires")).unwrap();
    library.remember(&elsewhere.path().join("other.toml")).unwrap();
    library.remember(&home.path().join("new.toml")).unwrap();
    let expected = [
        "broken.toml: made by a newer ospo-assess (format 2); update the program",
        "new.toml: New",
        "other.toml: Other",
        "old.toml: Old",
    ];
    assert_eq!(listed(&library), expected);
}

#[test]
fn what_is_missing_is_not_listed_and_comes_back() {
    let (_home, library) = start();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("stick.toml");
    library.remember(&path).unwrap();
    assert!(library.list().is_empty());
    write(&path, "Stick", 0);
    assert_eq!(listed(&library), ["stick.toml: Stick"]);
    library.forget(&path).unwrap();
    assert!(library.list().is_empty());
    assert!(path.exists());
}

#[test]
fn as_many_are_remembered_as_fit() {
    let (_home, library) = start();
    let elsewhere = tempfile::tempdir().unwrap();
    // Windows has no name with a quotation mark.
    let mark = if cfg!(windows) { '\'' } else { '"' };
    let name = |i| format!("{i} {mark}quoted{mark}.toml");
    let paths: Vec<PathBuf> = (0..=MAX_REMEMBERED).map(|i| elsewhere.path().join(name(i))).collect();
    for path in &paths {
        write(path, "A", 0);
        library.remember(path).unwrap();
    }
    let listed: Vec<PathBuf> = library.list().into_iter().map(|listed| listed.path).collect();
    assert_eq!(listed.len(), MAX_REMEMBERED);
    assert!(!listed.contains(&paths[0]) && listed.contains(&paths[1]));
}

#[test]
fn a_spoilt_memory_is_as_good_as_none() {
    let (home, library) = start();
    for spoilt in ["paths = [", "paths = 3", "paths = [1, \"relative.toml\"]", "\0"] {
        fs::write(home.path().join(".recent-files"), spoilt).unwrap();
        assert!(library.list().is_empty());
    }
    write(&home.path().join("a.toml"), "A", 0);
    library.remember(&home.path().join("a.toml")).unwrap();
    assert_eq!(listed(&library), ["a.toml: A"]);
}

#[test]
fn a_list_reads_a_bounded_number_of_files() {
    let (home, library) = start();
    for i in 0..MAX_LISTED + 5 {
        write(&home.path().join(format!("{i}.toml")), "A", i as u64);
    }
    assert_eq!(library.list().len(), MAX_LISTED);
}
