//! The user's own editor, for long notes.

use std::io::{Read, Write};
use std::process::Command;

/// The largest text that is taken back from the editor, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Opens a text in `$VISUAL` or `$EDITOR` (else `vi`), waits, and returns what was saved; `None` when
/// the editor failed or changed nothing.
pub(super) fn edit(text: &str) -> Option<String> {
    let editor = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty());
    let editor = editor.map_or_else(|| "vi".to_owned(), |name| name.to_string_lossy().into_owned());
    // An editor may come with arguments of its own, as in `code --wait`.
    let mut words = editor.split_whitespace();
    let program = words.next()?;
    let mut file = tempfile::Builder::new().prefix("ospo-assess-note-").suffix(".md").tempfile().ok()?;
    file.write_all(text.as_bytes()).ok()?;
    file.flush().ok()?;
    let left = Command::new(program).args(words).arg(file.path()).status().ok()?;
    // Editors may replace the file rather than write it: read it again by its name.
    let mut edited = String::new();
    std::fs::File::open(file.path()).ok()?.take(LARGEST).read_to_string(&mut edited).ok()?;
    (left.success() && edited != text).then_some(edited)
}
