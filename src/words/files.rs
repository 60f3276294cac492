//! What is said about files: why one cannot be opened or saved, and what became of it.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use crate::files::{FORMAT, MAX_ID, MAX_QUESTIONS, OpenError, OpenProblem};
use crate::questionnaire::{DEFAULT_SELECTION, MAX_FILE_BYTES};
use crate::text::clean;

/// The characters of a file that a message repeats at most.
const MAX_SHOWN: usize = 40;

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

/// What is wrong with a file, and what to do.
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
        OpenProblem::NotAnId(key) => format!(
            "`{}` cannot be an id; an id has 1 to {MAX_ID} letters, digits, hyphens, underscores or points",
            shown(key)
        ),
        OpenProblem::TooManyEntries(group) => {
            format!("`{group}` has more than {MAX_QUESTIONS} entries; {NOT_MADE}")
        }
        OpenProblem::NoReason => {
            "\"not-applicable\" needs a reason; add a line like reason = \"…\"".to_owned()
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
    format!("this must be {} (found {})", self::expected(expected), self::found(found))
}

/// What `serde` expected.
fn expected(kind: &str) -> String {
    match kind {
        "a string" => "text in quotes".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "a table".to_owned(),
        "u32" => format!("a whole number from 0 to {}", u32::MAX),
        "a nonzero u32" => format!("a whole number from 1 to {}", u32::MAX),
        "local date" => "a date without quotes, like 2027-01-31".to_owned(),
        "offset datetime" => "a time with its zone, like 2026-11-22T10:15:00Z, without quotes".to_owned(),
        "a TOML datetime" => {
            "a date or a time without quotes, like 2027-01-31 or 2026-11-22T10:15:00Z".to_owned()
        }
        kind if kind.starts_with("struct ") => "a table".to_owned(),
        words => format!("one of: {}", words.replace("one of ", "").replace(" or ", ", ").replace('`', "")),
    }
}

/// What `serde` found.
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
    let text = clean(text);
    if text.chars().count() <= MAX_SHOWN {
        text.into_owned()
    } else {
        text.chars().take(MAX_SHOWN).chain(['…']).collect()
    }
}
