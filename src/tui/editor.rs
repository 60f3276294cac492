//! The user's own editor, for long notes.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::channel;
use std::thread::Builder;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::input::{Event, Teller};
use crate::questionnaire::read_at_most;
use crate::words::{editor as words, terminal};

/// The largest text that is taken back from the editor, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What a terminal sends to everybody in it when the editor is ended by a key is here after so long.
const SIGNALS_ARE_HERE: Duration = Duration::from_millis(50);

/// Who is back before has not written: a window of its own may still be open.
const AT_ONCE: Duration = Duration::from_secs(2);

/// The editor that every system has.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// A text in a file, for the editor in `$VISUAL` or `$EDITOR` (else [`USUAL`]).
pub(super) struct Editor {
    name: String,
    file: NamedTempFile,
    before: String,
    /// The process that was started last, and when.
    started: Option<(u32, Instant)>,
}

/// What came of a text that was given to the editor.
pub(super) enum Taken {
    /// This was saved.
    Text(String),
    /// What is there was there before.
    Unchanged,
    /// The same, and the editor did not wait until somebody had written: the file stays.
    TooSoon(Editor),
}

impl Editor {
    /// Makes the file.
    ///
    /// # Errors
    /// It cannot be made: what to say.
    pub(super) fn new(text: &str) -> Result<Editor, String> {
        let name =
            ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty());
        let name = name.map_or_else(|| USUAL.to_owned(), |name| name.to_string_lossy().into_owned());
        let file = written(text).map_err(|error| words::no_file(&error))?;
        Ok(Editor { name, file, before: text.to_owned(), started: None })
    }

    /// Opens the file in the editor; that it was left comes as [`Event::EditorLeft`].
    ///
    /// # Errors
    /// It cannot be opened: what to say.
    pub(super) fn start(&mut self, teller: Teller) -> Result<(), String> {
        let cannot = |error: io::Error| words::cannot_start(&self.name, &error);
        let command = || spawn(&self.name, self.file.path());
        // The thread before the editor: one that nobody waits for would have the terminal with us.
        let (child, started) = channel::<Child>();
        let wait = move || {
            let Ok(mut child) = started.recv() else { return };
            let left = child.wait();
            std::thread::sleep(SIGNALS_ARE_HERE);
            teller.tell(Event::EditorLeft(left));
        };
        Builder::new().spawn(wait).map_err(|_| terminal::NO_THREAD.to_owned())?;
        let started = command().map_err(cannot)?;
        self.started = Some((started.id(), Instant::now()));
        let _ = child.send(started);
        Ok(())
    }

    pub(super) fn end(&self) {
        #[cfg(unix)]
        if let Some((id, _)) = self.started
            && let Some(id) = i32::try_from(id).ok().and_then(rustix::process::Pid::from_raw)
        {
            let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
        }
    }

    /// Takes what was saved. `left` is missing where the program has to end: then whatever was saved counts.
    ///
    /// # Errors
    /// What was saved is not taken: why, and where it is.
    pub(super) fn take(mut self, left: Option<io::Result<ExitStatus>>) -> Result<Taken, String> {
        let too_soon = self.started.is_some_and(|(_, start)| start.elapsed() < AT_ONCE);
        let ended = left.is_some();
        let failed = left.is_some_and(|left| !left.is_ok_and(|status| status.success()));
        match read(self.file.path()) {
            Err(error) if error.kind() == ErrorKind::NotFound => Err(words::removed(&self.name)),
            Err(error) => Err(self.kept(&error.to_string())),
            Ok(text) if text == self.before && failed => Err(words::failed(&self.name)),
            Ok(text) if text == self.before && ended && too_soon => {
                self.file.disable_cleanup(true);
                Ok(Taken::TooSoon(self))
            }
            Ok(text) if text == self.before => Ok(Taken::Unchanged),
            Ok(_) if failed => Err(self.kept(words::ENDED_WITH_ERROR)),
            Ok(text) => Ok(Taken::Text(text)),
        }
    }

    /// Takes what was saved after the editor had returned too soon, for a note that is this text by now.
    ///
    /// # Errors
    /// What was saved is not taken: why, and where it is.
    pub(super) fn take_later(mut self, note: &str) -> Result<Taken, String> {
        match read(self.file.path()) {
            Err(error) if error.kind() == ErrorKind::NotFound => Err(words::removed(&self.name)),
            Err(error) => Err(self.kept(&error.to_string())),
            Ok(text) if text == self.before && note == self.before => Ok(Taken::TooSoon(self)),
            Ok(text) if text == self.before => Ok(Taken::Unchanged),
            Ok(_) if note != self.before => Err(self.kept(words::NOTE_CHANGED)),
            Ok(text) => {
                self.file.disable_cleanup(false);
                Ok(Taken::Text(text))
            }
        }
    }

    /// What to say of an editor that returned too soon.
    pub(super) fn waits(&self) -> String {
        words::too_soon(&self.name, self.file.path())
    }

    /// Keeps the file, and says where it is.
    fn kept(self, why: &str) -> String {
        match self.file.keep() {
            Ok((_, path)) => words::not_taken(why, &path),
            Err(error) => words::lost(why, &error),
        }
    }
}

/// Opens a file in an editor, which is named by a program and its arguments, quoted as for a shell.
fn spawn(name: &str, file: &Path) -> io::Result<Child> {
    // There a backslash stands between folders, and quotes nothing.
    let name = if cfg!(windows) { name.replace('\\', "\\\\") } else { name.to_owned() };
    let words = shell_words::split(&name).map_err(io::Error::other)?;
    let (program, arguments) = words.split_first().ok_or(ErrorKind::NotFound)?;
    let spawn = |program: &str| Command::new(program).args(arguments).arg(file).spawn();
    match spawn(program) {
        // An editor may be installed as a script, which Windows finds by its whole name alone.
        Err(error) if cfg!(windows) && error.kind() == ErrorKind::NotFound => {
            spawn(&format!("{program}.cmd")).map_err(|_| error)
        }
        started => started,
    }
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
