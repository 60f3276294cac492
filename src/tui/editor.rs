//! The user's own editor, for long notes.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::sync::mpsc::Sender;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::input::Event;
use crate::questionnaire::read_at_most;
use crate::words::editor as words;

/// The largest text that is taken back from the editor, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What a terminal sends to everybody in it when the editor is ended by a key is here after so long.
const SIGNALS_ARE_HERE: Duration = Duration::from_millis(50);

pub(super) struct Editor {
    name: String,
    id: u32,
    file: NamedTempFile,
    before: String,
}

impl Editor {
    /// Opens a text in `$VISUAL` or `$EDITOR` (else `vi`); that it was left comes as
    /// [`Event::EditorLeft`].
    ///
    /// # Errors
    /// It cannot be opened: what to say.
    pub(super) fn open(text: &str, events: Sender<Event>) -> Result<Editor, String> {
        let name =
            ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty());
        let name = name.map_or_else(|| "vi".to_owned(), |name| name.to_string_lossy().into_owned());
        let file = written(text).map_err(|error| words::no_file(&error))?;
        let mut child = command(&name)
            .and_then(|mut command| command.arg(file.path()).spawn())
            .map_err(|error| words::cannot_start(&name, &error))?;
        let id = child.id();
        std::thread::spawn(move || {
            let left = child.wait();
            std::thread::sleep(SIGNALS_ARE_HERE);
            let _ = events.send(Event::EditorLeft(left));
        });
        Ok(Editor { name, id, file, before: text.to_owned() })
    }

    pub(super) fn end(&self) {
        #[cfg(unix)]
        if let Some(id) = i32::try_from(self.id).ok().and_then(rustix::process::Pid::from_raw) {
            let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
        }
    }

    /// What was saved in it; `None` when that is what was there before. `left` is missing where the
    /// program has to end: then whatever was saved counts.
    ///
    /// # Errors
    /// What was saved is not taken: why, and where it is.
    pub(super) fn take(self, left: Option<io::Result<ExitStatus>>) -> Result<Option<String>, String> {
        let failed = left.is_some_and(|left| !left.is_ok_and(|status| status.success()));
        match read(self.file.path()) {
            Err(error) if error.kind() == ErrorKind::NotFound => Err(words::removed(&self.name)),
            Err(error) => Err(self.kept(&error.to_string())),
            Ok(text) if text == self.before && failed => Err(words::failed(&self.name)),
            Ok(text) if text == self.before => Ok(None),
            Ok(_) if failed => Err(self.kept(words::ENDED_WITH_ERROR)),
            Ok(text) => Ok(Some(text)),
        }
    }

    /// Keeps the file, and says where it is.
    fn kept(self, why: &str) -> String {
        match self.file.keep() {
            Ok((_, path)) => words::not_taken(why, &path),
            Err(error) => words::lost(why, &error),
        }
    }
}

/// The command that an editor is called by: a program and its arguments, quoted as for a shell.
fn command(name: &str) -> io::Result<Command> {
    let mut words = shell_words::split(name).map_err(io::Error::other)?.into_iter();
    let program = words.next().ok_or(ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    command.args(words);
    Ok(command)
}

fn written(text: &str) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("ospo-assess-note-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}

/// Reads the file by its name: editors may replace it rather than write it.
fn read(path: &Path) -> io::Result<String> {
    let bytes = read_at_most(path, LARGEST)?.ok_or_else(|| io::Error::other(words::TOO_LARGE))?;
    String::from_utf8(bytes).map_err(|_| io::Error::other(words::NOT_UTF_8))
}
