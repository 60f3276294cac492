//! Lines in and lines out. Everything goes to standard output, problems and prompts too: a screen
//! reader follows one stream.

use std::io::{self, BufRead, IsTerminal, Read, StdinLock, StdoutLock, Write};

use super::words;
use crate::clean::{MAX_LINE, clean};

/// The columns of a line; longer sentences go on in the next one.
const WIDTH: usize = 78;
/// The bytes of a line that are read; the rest of it is passed over.
const LONGEST: u64 = 4 * MAX_LINE as u64;

/// Why no more lines come.
#[derive(Debug)]
pub(super) enum Stop {
    /// The user leaves.
    Quit,
    /// The input has ended.
    End,
    /// It has ended, and something could not be saved.
    Unsaved,
    /// Standard input or output failed.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Failed(error)
    }
}

/// Both ends of the conversation.
pub(super) struct Talk {
    input: StdinLock<'static>,
    output: StdoutLock<'static>,
    /// Whether a terminal shows what is typed, the end of the line included.
    typed: bool,
}

impl Talk {
    pub(super) fn new() -> Talk {
        let input = io::stdin();
        let typed = input.is_terminal();
        Talk { input: input.lock(), output: io::stdout().lock(), typed }
    }

    /// Says a sentence, on lines of its own.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.wrapped(text, "")
    }

    /// Says several.
    pub(super) fn say_all(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Stop> {
        texts.into_iter().try_for_each(|text| self.say(text.as_ref()))
    }

    /// Begins something new: a line without anything on it.
    pub(super) fn pause(&mut self) -> Result<(), Stop> {
        Ok(writeln!(self.output)?)
    }

    /// Says what can be chosen, by its number.
    pub(super) fn option(&mut self, number: usize, text: &str) -> Result<(), Stop> {
        self.wrapped(&format!("{number}. {text}"), "   ")
    }

    /// Says what can be chosen, numbered from 1.
    pub(super) fn options(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Stop> {
        texts.into_iter().enumerate().try_for_each(|(i, text)| self.option(i + 1, text.as_ref()))
    }

    fn wrapped(&mut self, text: &str, indent: &str) -> Result<(), Stop> {
        if text.is_empty() {
            return Ok(());
        }
        let options = textwrap::Options::new(WIDTH)
            .subsequent_indent(indent)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&clean(text), options) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// Asks for a line; returns it without blanks at its ends.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<String, Stop> {
        write!(self.output, "{}: ", clean(prompt))?;
        let line = self.line();
        if !self.typed || matches!(line, Err(Stop::End)) {
            // Nobody has typed the end of the line: the next sentence begins on one of its own.
            writeln!(self.output)?;
        }
        Ok(line?.trim().to_owned())
    }

    /// Asks for one of the numbers from 1 to `last`; `None` for an empty line.
    pub(super) fn choose(&mut self, prompt: &str, last: usize) -> Result<Option<usize>, Stop> {
        loop {
            let line = self.ask(&words::choose_prompt(prompt, last))?;
            match line.parse() {
                _ if line.is_empty() => return Ok(None),
                Ok(number) if (1..=last).contains(&number) => return Ok(Some(number)),
                _ if ["q", "quit"].contains(&line.as_str()) => return Err(Stop::Quit),
                _ => self.say(&words::no_such_line(&line, last))?,
            }
        }
    }

    /// Asks for any of the numbers from 1 to `last`; none for an empty line.
    pub(super) fn ask_numbers(&mut self, prompt: &str, last: usize) -> Result<Vec<usize>, Stop> {
        loop {
            let line = self.ask(prompt)?;
            let mut words = line.split([' ', ',']).filter(|word| !word.is_empty());
            let number = |word: &str| word.parse().ok().filter(|number| (1..=last).contains(number));
            match words.clone().find(|word| number(word).is_none()) {
                Some(odd) => self.say(&words::no_such_line(odd, last))?,
                None => return Ok(words.by_ref().filter_map(number).collect()),
            }
        }
    }

    /// Asks for yes or no.
    pub(super) fn ask_yes(&mut self, prompt: &str) -> Result<bool, Stop> {
        loop {
            match self.ask(prompt)?.to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "n" | "no" | "" => return Ok(false),
                _ => self.say(words::YES_OR_NO)?,
            }
        }
    }

    /// Asks for any number of lines, ended by a single dot.
    pub(super) fn ask_lines(&mut self, prompt: &str) -> Result<Vec<String>, Stop> {
        self.say(prompt)?;
        let mut lines = Vec::new();
        loop {
            let line = self.line()?;
            if line.trim() == "." {
                return Ok(lines);
            }
            lines.push(line);
        }
    }

    /// A line as it came, but for what [`clean`] takes out.
    fn line(&mut self) -> Result<String, Stop> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        self.input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
        let ended = bytes.is_empty();
        if !ended && bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
            self.input.skip_until(b'\n')?;
        }
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        if ended { Err(Stop::End) } else { Ok(clean(text.trim_end()).into_owned()) }
    }
}
