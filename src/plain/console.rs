//! Lines in and lines out. Everything goes to standard output, problems and prompts too: a screen
//! reader follows one stream.

use std::io::{self, BufRead, IsTerminal, Read, StdinLock, StdoutLock, Write};

use super::words;
use crate::text::{MAX_LINE, clean};

/// The columns of a line; longer sentences go on in the next one.
const WIDTH: usize = 78;
/// The bytes of a line that are read; the rest of it is passed over.
const LONGEST: u64 = 4 * MAX_LINE as u64;

/// Why no more lines come.
#[derive(Debug)]
pub(super) enum Exit {
    /// The user leaves.
    Quit,
    /// The input has ended.
    End,
    /// It has ended, and something could not be saved.
    Unsaved,
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
    input: StdinLock<'static>,
    output: StdoutLock<'static>,
    /// Whether a terminal shows what is typed, the end of the line included.
    typed: bool,
    /// Whether the input has ended; a terminal would go on after that.
    ended: bool,
}

/// Something to say.
pub(super) enum Utterance {
    /// A sentence.
    Sentence(String),
    /// What can be chosen by a number.
    Choice(usize, String),
}

impl Console {
    pub(super) fn new() -> Console {
        let input = io::stdin();
        let typed = input.is_terminal();
        Console { input: input.lock(), output: io::stdout().lock(), typed, ended: false }
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
    pub(super) fn tell(&mut self, said: &[Utterance]) -> Result<(), Exit> {
        said.iter().try_for_each(|said| match said {
            Utterance::Sentence(text) => self.say(text),
            Utterance::Choice(number, text) => self.option(*number, text),
        })
    }

    /// Begins something new: a line without anything on it.
    pub(super) fn pause(&mut self) -> Result<(), Exit> {
        Ok(writeln!(self.output)?)
    }

    /// Says what can be chosen, by its number.
    pub(super) fn option(&mut self, number: usize, text: &str) -> Result<(), Exit> {
        self.wrapped(&format!("{number}. {text}"), "   ")
    }

    /// Says what can be chosen, numbered from 1.
    pub(super) fn options(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Exit> {
        texts.into_iter().enumerate().try_for_each(|(i, text)| self.option(i + 1, text.as_ref()))
    }

    fn wrapped(&mut self, text: &str, indent: &str) -> Result<(), Exit> {
        if text.is_empty() {
            return Ok(());
        }
        let options = textwrap::Options::new(WIDTH)
            .subsequent_indent(indent)
            .break_words(false)
            // Breaks at blanks alone: an address or a path stays in one piece.
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&clean(text), options) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// Asks for a line; returns it without blanks at its ends.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<String, Exit> {
        Ok(self.ask_raw(prompt)?.trim().to_owned())
    }

    fn ask_raw(&mut self, prompt: &str) -> Result<String, Exit> {
        if self.ended {
            return Err(Exit::End);
        }
        write!(self.output, "{}: ", clean(prompt))?;
        let line = self.line();
        self.ended = matches!(line, Err(Exit::End));
        if !self.typed || self.ended {
            // Nobody has typed the end of the line: the next sentence begins on one of its own.
            writeln!(self.output)?;
        }
        line
    }

    /// Asks for a line where `?` explains what is asked, `back` gives `None`, and `q` leaves.
    fn ask_with_help(&mut self, prompt: &str, help: &str) -> Result<Option<String>, Exit> {
        loop {
            let line = self.ask(prompt)?;
            match line.to_lowercase().as_str() {
                "?" | "help" => self.say_all([help, words::BACK_AND_QUIT])?,
                "back" | "esc" => return Ok(None),
                "q" | "quit" => return Err(Exit::Quit),
                _ => return Ok(Some(line)),
            }
        }
    }

    /// Asks for one of the numbers from 1 to `last`; `None` for an empty line or `back`.
    pub(super) fn choose(&mut self, prompt: &str, last: usize) -> Result<Option<usize>, Exit> {
        loop {
            let help = words::choose_help(last);
            let line = self.ask_with_help(&words::choose_prompt(prompt, last), &help)?.unwrap_or_default();
            match line.parse() {
                _ if line.is_empty() => return Ok(None),
                Ok(number) if (1..=last).contains(&number) => return Ok(Some(number)),
                _ => self.say(&words::no_such_line(&line, last))?,
            }
        }
    }

    /// Asks for any of the numbers from 1 to `last`: none for an empty line, `None` for `back`.
    pub(super) fn ask_numbers(
        &mut self,
        prompt: &str,
        help: &str,
        last: usize,
    ) -> Result<Option<Vec<usize>>, Exit> {
        loop {
            let Some(line) = self.ask_with_help(prompt, help)? else { return Ok(None) };
            let mut words = line.split([' ', ',']).filter(|word| !word.is_empty());
            let number = |word: &str| word.parse().ok().filter(|number| (1..=last).contains(number));
            match words.clone().find(|word| number(word).is_none()) {
                Some(odd) => self.say(&words::no_such_line(odd, last))?,
                None => return Ok(Some(words.by_ref().filter_map(number).collect())),
            }
        }
    }

    /// Asks for yes or no; an empty line and `back` are no.
    pub(super) fn ask_yes(&mut self, prompt: &str) -> Result<bool, Exit> {
        loop {
            let line = self.ask_with_help(&words::yes_prompt(prompt), words::YES_OR_NO)?;
            match line.unwrap_or_default().to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "n" | "no" | "" => return Ok(false),
                _ => self.say(words::YES_OR_NO)?,
            }
        }
    }

    /// The text behind a command, or else a line that is asked for; `None` for `back`. A lone `?`
    /// explains what is asked: no file and nobody is called so.
    pub(super) fn ask_text(&mut self, given: &str, hint: &str, prompt: &str) -> Result<Option<String>, Exit> {
        if !given.is_empty() && given != "?" {
            return Ok(Some(given.to_owned()));
        }
        self.say(hint)?;
        loop {
            let line = self.ask(prompt)?;
            match line.to_lowercase().as_str() {
                "?" => self.say_all([hint, words::BACK_ALONE])?,
                "back" => return Ok(None),
                _ => return Ok(Some(line)),
            }
        }
    }

    /// Asks for any number of lines, ended by a single dot or the end of the input.
    pub(super) fn ask_lines(&mut self, what: &str, hint: &str) -> Result<Vec<String>, Exit> {
        self.say(hint)?;
        let mut lines = Vec::new();
        loop {
            match self.ask_raw(&words::line_prompt(what, lines.len() + 1)) {
                Ok(line) if line.trim() == "." => return Ok(lines),
                Ok(line) => lines.push(line),
                Err(Exit::End) if !lines.is_empty() => {
                    self.say(words::KEPT)?;
                    return Ok(lines);
                }
                Err(stop) => return Err(stop),
            }
        }
    }

    /// A line as it came, but for what [`clean`] takes out.
    fn line(&mut self) -> Result<String, Exit> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        self.input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
        let ended = bytes.is_empty();
        if !ended && bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
            self.input.skip_until(b'\n')?;
        }
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        if ended { Err(Exit::End) } else { Ok(clean(text.trim_end()).into_owned()) }
    }
}
