//! The real program in a folder of its own: no test sees another's files, or the user's.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::catalogues::{CHOOSE, EXAMPLE};

/// A folder with the program's home in it, where the test questionnaires are the user's own.
pub struct Folder {
    folder: TempDir,
}

/// What the program said, and its exit status.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Standard output of a run that went well and said nothing else.
    pub fn quietly(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// Standard output of a run that went well, whatever it said beside it.
    pub fn result(self) -> String {
        assert_eq!(self.status, 0, "{}", self.err);
        self.out
    }

    /// The message of a run that failed and wrote nothing.
    pub fn failure(self) -> String {
        assert_eq!((self.status, self.out.as_str()), (1, ""), "{}", self.err);
        self.err
    }
}

impl Folder {
    /// A folder without an assessment.
    pub fn new() -> Folder {
        let folder = Folder { folder: tempfile::tempdir().expect("a folder") };
        for (name, text) in [("example", EXAMPLE), ("choose", CHOOSE)] {
            folder.write(&format!("home/questionnaires/{name}.toml"), text);
        }
        folder
    }

    /// A folder with an assessment of the test questionnaire, `a.toml`.
    pub fn with_assessment() -> Folder {
        let folder = Folder::new();
        let said =
            folder.run(&["new", "a.toml", "--organization", "Example Corp", "--questionnaire", "example"]);
        assert_eq!(said.status, 0, "{}", said.err);
        folder
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("a file")
    }

    /// The program with these arguments, not yet run.
    pub fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ospo-assess"));
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        command.env("OSPO_ASSESS_HOME", self.path().join("home")).env("TZ", "UTC").env("COLUMNS", "80");
        command
    }

    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Said {
        said(self.command(arguments))
    }

    /// Every file below the folder and what is in it.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.clone(), std::fs::read(path).unwrap_or_default());
                }
            }
        }
        files
    }
}

/// Runs a command to its end.
pub fn said(mut command: Command) -> Said {
    let output = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Said { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}
