//! Sentences about files: why one cannot be opened or saved, and what became of it.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use toml::Value;

use crate::assessment::Conflict;
use crate::files::{
    Access, FORMAT, LibraryChange, LibraryError, MAX_ID, MAX_QUESTIONS, Obstacle, OpenError, OpenProblem,
    SaveError,
};
use crate::questionnaire::{DEFAULT_SELECTION, MAX_FILE_BYTES};
use crate::text::{MAX_LINE, Slip, clean, cut};

/// The columns of what a file says that a message repeats at most.
const MAX_SHOWN: usize = 40;

/// The columns of a value that a conflict shows.
const MAX_CONFLICT: usize = 60;

/// A path as it may be shown.
fn path(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

impl std::error::Error for OpenError {}

impl Display for OpenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", path(&self.path))?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", open_problem(&self.problem))
    }
}

/// A problem with a file, and what to do.
pub fn open_problem(problem: &OpenProblem) -> String {
    const NOT_MADE: &str = "this is no assessment that people made";
    match problem {
        OpenProblem::NotFound => "there is no such file; `ospo-assess new` makes one".to_owned(),
        OpenProblem::NotAllowed => {
            "you may not read this file; ask its owner, or change its permissions".to_owned()
        }
        OpenProblem::Unreadable(error) => format!("cannot be read ({error}); try a copy in another place"),
        OpenProblem::NoFile => "this is no file; name the file of an assessment".to_owned(),
        OpenProblem::TooLarge => {
            format!("larger than {} MiB; {NOT_MADE}", MAX_FILE_BYTES / (1024 * 1024))
        }
        OpenProblem::TooManyMarks => format!("more fields and lines than are read; {NOT_MADE}"),
        OpenProblem::Utf16 => "this is UTF-16 text; save it as UTF-8".to_owned(),
        OpenProblem::NotUtf8(byte) => format!("not UTF-8 text from byte {byte} on; save it as UTF-8"),
        OpenProblem::Syntax(error) => format!("this is no TOML: {}; correct it in an editor", clean(error)),
        OpenProblem::Slip(slip) => self::slip(*slip),
        OpenProblem::TooDeep => "this is no TOML: nested too deeply; correct it in an editor".to_owned(),
        OpenProblem::NoFormat => format!(
            "`format` is missing, so this may be no assessment; if it is one, add format = {FORMAT} on top"
        ),
        OpenProblem::NewerFormat(format) => {
            format!("made by a newer ospo-assess (format {format}); update the program")
        }
        OpenProblem::UnknownFormat { oldest } => {
            let readable: Vec<String> = (*oldest..=FORMAT).map(|format| format.to_string()).collect();
            format!("`format` must be {}: no other was ever made", readable.join(" or "))
        }
        OpenProblem::Form(error) => form(error),
        OpenProblem::NoTable => wrong("a map", "sequence"),
        OpenProblem::NoText => wrong("a string", "map"),
        OpenProblem::NotAnId(key) => format!(
            "`{}` cannot be an id; an id has 1 to {MAX_ID} letters, digits, hyphens, underscores or points",
            shown(key)
        ),
        OpenProblem::TooManyEntries(group) => {
            format!("`{group}` has more than {MAX_QUESTIONS} entries; {NOT_MADE}")
        }
        OpenProblem::LongLine => {
            format!("this text has a line of more than {MAX_LINE} characters; divide it in an editor")
        }
        OpenProblem::LargeNumber => "this number is larger than any that belongs here".to_owned(),
        OpenProblem::NoReason => {
            "\"not-applicable\" needs a reason; add a line like reason = \"…\"".to_owned()
        }
    }
}

impl std::error::Error for SaveError {}

impl Display for SaveError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            SaveError::ChangedOnDisk(file) => write!(
                f,
                "{}: changed by another program since it was read; reload it, keep yours, or merge",
                path(file)
            ),
            SaveError::Exists(file) => {
                write!(f, "{}: there is such a file already; choose another name", path(file))
            }
            SaveError::InUse(file) => {
                write!(f, "{}: open in another ospo-assess; close it there, or save elsewhere", path(file))
            }
            SaveError::Failed { path: file, obstacle } => {
                write!(f, "{}: not saved: {}", path(file), self::obstacle(obstacle))
            }
        }
    }
}

pub(crate) const CONFLICT_MARKER: &str = "a conflict that a version control system left here: decide for one of the two versions, and take the lines with \
     <<<<<<<, ======= and >>>>>>> out";

/// What keeps a text from being TOML, and what to do.
pub(super) fn slip(slip: Slip) -> String {
    match slip {
        Slip::ConflictMarker => CONFLICT_MARKER.to_owned(),
        Slip::Quote(quote) => format!("{quote} is no quotation mark of TOML: write text like \"this\""),
    }
}

/// An obstacle to a save, and what to do.
fn obstacle(obstacle: &Obstacle) -> String {
    let sentence = match obstacle {
        Obstacle::Full => "the disk is full; free some space, or save elsewhere",
        Obstacle::Protected => "it may not be written there; change the permissions, or save elsewhere",
        Obstacle::NoFolder => "its folder is not there; make it again, or save elsewhere",
        Obstacle::NoFile => "this is no file; save elsewhere",
        Obstacle::Owner => {
            "it belongs to somebody else, who would lose it; ask for a copy of your own, or save elsewhere"
        }
        Obstacle::NoLockFile(file) => {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            return format!("{} beside it is no file; remove it, or save elsewhere", clean(&name));
        }
        Obstacle::OthersLock(file) => {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            return format!(
                "{} beside it is somebody else's: they may have it open; ask them, or remove that file if nobody has, \
                 or save elsewhere",
                clean(&name)
            );
        }
        Obstacle::NoLocks => {
            "no lock is to be had where it lies, so another one could write it too; have the lock service of that \
             file system started, or save elsewhere"
        }
        Obstacle::LongName => {
            "its name is too long to be saved beside it; give it a shorter one, or save elsewhere"
        }
        Obstacle::TooLarge => "it would be too large to be read again; shorten notes",
        Obstacle::NoThread => "the saving thread ended; save elsewhere",
        Obstacle::Other(error) => return format!("{}; try again, or save elsewhere", clean(error)),
    };
    sentence.to_owned()
}

/// Why a file may be read alone; `None` where it may be written.
pub fn read_only(access: &Access) -> Option<String> {
    match access {
        Access::Exclusive => None,
        Access::InUse => {
            Some("Another ospo-assess has this file open: you can read, not change it".to_owned())
        }
        Access::Hindered(obstacle) => {
            Some(format!("You can read this file, not change it: {}", self::obstacle(obstacle)))
        }
    }
}

/// A change that was made to an assessment of the list.
pub fn library_change(change: &LibraryChange) -> String {
    match change {
        LibraryChange::Renamed(file, name) => format!("{} is now called {name}", path(file)),
        LibraryChange::Removed(file) => {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            format!("{} is removed (u puts it back)", clean(&name))
        }
        LibraryChange::Forgotten(file) => {
            format!("{} is off the list; the file stays where it is (u takes it back)", path(file))
        }
        LibraryChange::Back(file) => format!("{} is back", path(file)),
        LibraryChange::Remembered(file) => format!("{} is back on the list", path(file)),
        LibraryChange::NothingRemoved => "Nothing was removed since the program began".to_owned(),
    }
}

impl Display for LibraryError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibraryError::Open(error) => error.fmt(f),
            LibraryError::Save(error) => error.fmt(f),
            LibraryError::Remove(file, error) => write!(f, "{}: cannot remove it: {error}", path(file)),
            LibraryError::PutBack(file, error) => write!(f, "{}: cannot put it back: {error}", path(file)),
        }
    }
}

/// A complaint of `serde` in our words where they are known; in its own elsewhere.
fn form(error: &str) -> String {
    if let Some(field) = error.strip_prefix("missing field ") {
        let add = match field.trim_matches('`') {
            "organization" => "; add a line like organization = \"Example Corp\" on top".to_owned(),
            "questionnaires" => {
                format!(
                    "; add a line like questionnaires = {{ {} = \"1.0.0\" }} on top",
                    DEFAULT_SELECTION[0]
                )
            }
            _ => "; add it".to_owned(),
        };
        return format!("{field} is missing{add}");
    }
    let complaints = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant "];
    let complaint = complaints.iter().find_map(|complaint| error.strip_prefix(complaint));
    let Some((found, expected)) = complaint.and_then(|rest| rest.rsplit_once(", expected ")) else {
        return format!("{}; correct it in an editor", clean(error));
    };
    wrong(expected, found)
}

fn wrong(expected: &str, found: &str) -> String {
    format!("this must be {} (found {})", self::expected(expected), self::found(found))
}

/// The kind of value that `serde` expected.
fn expected(kind: &str) -> String {
    match kind {
        "a string" => "text in quotes".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "a table".to_owned(),
        "u32" => format!("a whole number from 0 to {}", u32::MAX),
        "a nonzero u32" => format!("a whole number from 1 to {}", u32::MAX),
        "local date" | "date" => "a date without quotes, like 2027-01-31".to_owned(),
        "time" => "a time with its zone, like 2026-11-22T10:15:00Z, without quotes".to_owned(),
        "a TOML datetime" => {
            "a date or a time without quotes, like 2027-01-31 or 2026-11-22T10:15:00Z".to_owned()
        }
        kind if kind.starts_with("struct ") => "a table".to_owned(),
        words => format!("one of: {}", words.replace("one of ", "").replace(" or ", ", ").replace('`', "")),
    }
}

/// The value that `serde` found.
fn found(kind: &str) -> String {
    match kind {
        "map" => "a table".to_owned(),
        "sequence" => "a list".to_owned(),
        word if word.starts_with('`') => format!("\"{}\"", shown(word.trim_matches('`'))),
        kind if kind.contains("local ") || kind.contains("offset ") => {
            "a date or time of another kind".to_owned()
        }
        kind => {
            let kinds = ["string ", "integer ", "boolean ", "floating point "];
            shown(&kinds.iter().find_map(|name| kind.strip_prefix(name)).unwrap_or(kind).replace('`', ""))
        }
    }
}

/// A few words of a file, as they may be shown.
fn shown(text: &str) -> String {
    cut(&clean(text), MAX_SHOWN)
}

/// A fact that both sides of a merge changed, and how.
pub fn conflict(conflict: &Conflict) -> String {
    let [mine, theirs] = [&conflict.mine, &conflict.theirs].map(|side| value(&conflict.fact, side.as_ref()));
    format!("{}: yours {mine}; in the file {theirs}", fact(&conflict.fact))
}

/// The name of a fact, as people know it: `inventory: note`, `plan: route`, `organization`.
pub fn fact(fact: &[String]) -> String {
    match fact {
        [table, id] => match table.as_str() {
            "plan" => format!("plan: {id}"),
            "targets" => format!("{id}: target"),
            "answers" => format!("{id}: answer"),
            "decisions" => format!("{id}: decision"),
            "actions" => format!("{id}: action"),
            table => format!("{id}: {table}"),
        },
        [_, id, field] => format!("{id}: {field}"),
        fact => fact.join(": "),
    }
}

/// The value of a fact on one side.
fn value(fact: &[String], value: Option<&Value>) -> String {
    let parts: Vec<String> = match value {
        None => Vec::new(),
        Some(Value::Table(facts)) => match fact.first().map(String::as_str) {
            Some("questionnaires") => facts.keys().cloned().collect(),
            Some("votes") => facts.iter().map(|(word, count)| format!("{word} {count}")).collect(),
            Some("answers") => facts.get("answer").iter().map(|answer| plain(answer)).collect(),
            _ => facts.values().map(plain).collect(),
        },
        Some(Value::Array(list)) => {
            list.iter().map(|one| plain(one.get("by").or(one.get("answer")).unwrap_or(one))).collect()
        }
        Some(value) => vec![plain(value)],
    };
    if parts.is_empty() {
        "nothing".to_owned()
    } else {
        cut(&parts.join(", ").replace('\n', " "), MAX_CONFLICT)
    }
}

/// A text without its quotes, anything else as it is written.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
