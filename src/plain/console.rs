//! Lines in and lines out. Everything goes to standard output, problems and prompts too: a screen
//! reader follows one stream. Lines are read by a thread, so that a signal can end the wait for one,
//! and devices may vote meanwhile.

use std::io::{self, BufRead, IsTerminal, Read, StdoutLock, Write};
use std::sync::mpsc::{Sender, channel};
use std::thread::Builder;

use crate::text::{MAX_LINE, clean, wrapping};

/// The columns of a line; longer sentences go on in the next one.
const WIDTH: usize = 78;
/// The bytes of a line that are read; the rest of it is passed over.
const LONGEST: u64 = 4 * MAX_LINE as u64;

/// The reason why no more lines are read.
#[derive(Debug)]
pub(super) enum Exit {
    /// The input has ended, or the system wants the program to end.
    End,
    /// Standard input or output failed.
    Failed(io::Error),
}

impl From<io::Error> for Exit {
    fn from(error: io::Error) -> Exit {
        Exit::Failed(error)
    }
}

/// Both ends of the conversation.
pub(super) struct Console {
    /// Asks for the next line.
    wanted: Sender<()>,
    output: StdoutLock<'static>,
    /// A terminal shows what is typed, the end of the line included.
    is_typed: bool,
    /// The input has ended; a terminal would go on after that.
    has_ended: bool,
    /// Something was said since the last line.
    has_said: bool,
}

/// Something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Utterance {
    /// A sentence.
    Sentence(String),
    /// Something to choose.
    Choice {
        /// The number that chooses it.
        number: usize,
        /// Its position, from 0, among what can be selected.
        position: usize,
        /// What it says.
        text: String,
    },
}

impl Console {
    /// Takes standard input and output. `tell` gets each line that was asked for, and the end.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub(super) fn new(tell: impl Fn(Result<String, Exit>) + Clone + Send + 'static) -> io::Result<Console> {
        let (wanted, asked) = channel();
        watch_signals(tell.clone())?;
        Builder::new().spawn(move || {
            let mut input = io::stdin().lock();
            asked.into_iter().for_each(|()| tell(line(&mut input)));
        })?;
        let is_typed = io::stdin().is_terminal();
        Ok(Console { wanted, output: io::stdout().lock(), is_typed, has_ended: false, has_said: false })
    }

    /// Whether an error says that nobody is there any more: the reader of a pipe, or the terminal.
    pub(super) fn is_gone(&self, error: &io::Error) -> bool {
        #[cfg(unix)]
        let hung_up = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
        #[cfg(not(unix))]
        let hung_up = false;
        error.kind() == io::ErrorKind::BrokenPipe || (hung_up && self.is_typed)
    }

    /// Says a sentence, on lines of its own.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Exit> {
        self.wrapped(text, "")
    }

    /// Says several.
    pub(super) fn say_all(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Exit> {
        texts.into_iter().try_for_each(|text| self.say(text.as_ref()))
    }

    /// Says sentences and choices.
    pub(super) fn tell<'u>(&mut self, said: impl IntoIterator<Item = &'u Utterance>) -> Result<(), Exit> {
        said.into_iter().try_for_each(|said| match said {
            Utterance::Sentence(text) => self.say(text),
            Utterance::Choice { number, text, .. } => self.wrapped(&format!("{number}. {text}"), "   "),
        })
    }

    /// Whether something was said since the last line.
    pub(super) fn has_said(&self) -> bool {
        self.has_said
    }

    /// Begins something new: a line without anything on it.
    pub(super) fn pause(&mut self) -> Result<(), Exit> {
        Ok(writeln!(self.output)?)
    }

    fn wrapped(&mut self, text: &str, indent: &str) -> Result<(), Exit> {
        if text.is_empty() {
            return Ok(());
        }
        self.has_said = true;
        // Breaks at blanks alone: an address or a path stays in one piece.
        let blanks = textwrap::WordSeparator::AsciiSpace;
        let options = wrapping(WIDTH).subsequent_indent(indent).break_words(false).word_separator(blanks);
        for line in textwrap::wrap(&clean(text), options) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// Asks for a line. It is told as it came, but for what [`clean`] takes out and blanks at its end.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<(), Exit> {
        if self.has_ended {
            return Err(Exit::End);
        }
        self.has_said = false;
        write!(self.output, "{}: ", clean(prompt))?;
        self.output.flush()?;
        // Whoever ends meanwhile has said why.
        let _ = self.wanted.send(());
        Ok(())
    }

    /// Takes the line that was told.
    pub(super) fn take(&mut self, line: Result<String, Exit>) -> Result<String, Exit> {
        self.has_ended = matches!(line, Err(Exit::End));
        if !self.is_typed || self.has_ended {
            // Nobody has typed the end of the line: the next sentence begins on one of its own.
            writeln!(self.output)?;
        }
        line
    }
}

fn line(input: &mut impl BufRead) -> Result<String, Exit> {
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Err(Exit::End);
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(clean(text.strip_suffix('\n').unwrap_or(&text).trim_end()).into_owned())
}

/// Has a signal that would end the program end the input: what is being written is not lost. The second one
/// ends the program, whatever it does.
#[cfg(unix)]
fn watch_signals(tell: impl Fn(Result<String, Exit>) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    Builder::new().spawn(move || {
        let mut signals = signals.forever();
        let _ = signals.next().map(|_| tell(Err(Exit::End)));
        let _ = signals.next().map(signal_hook::low_level::emulate_default_handler);
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals(_: impl Fn(Result<String, Exit>)) -> io::Result<()> {
    Ok(())
}
