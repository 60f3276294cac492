//! Files of the repository, and what stands in files.

use std::fs;
use std::path::{Path, PathBuf};

/// A new file: the core questionnaires, nothing answered.
#[cfg(unix)]
pub const NEW: &str = "format = 1\norganization = \"Example Corp\"\nquestionnaires = { maturity-model = \"2.0.0\", strategy-ladder = \"2.0.0\" }\n";

/// A file or folder of the repository.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file of the repository.
pub fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

/// A text with the paths in it as they are written elsewhere than on Windows.
pub fn slashes(text: &str) -> String {
    if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() }
}

/// The TOML files of a folder of the repository, by name, as seen from its root, where Cargo runs the tests.
pub fn toml_files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    assert!(!files.is_empty());
    files
}

/// The text of an assessment without the time of each answer.
pub fn without_times(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("answered_at = ")).map(|line| format!("{line}\n")).collect()
}
