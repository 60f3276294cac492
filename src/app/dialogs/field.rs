//! A text to write: a line or a note.

use super::super::App;
use super::super::effect::Effect;
use crate::text::{clean, clean_lines};

/// The longest text that can be written, in characters; a longer paste is cut.
pub const LONGEST_TEXT: usize = 20_000;

/// A text to write.
pub struct TextField {
    pub text: String,
    /// Whether it has several lines.
    pub is_note: bool,
    pub problem: Option<String>,
    /// What is said where nothing is written, if something has to be.
    pub(super) missing: Option<&'static str>,
    /// The user's own editor may still have the text.
    pub(in crate::app) is_in_editor: bool,
    /// What nothing at all stands for, where it may be written.
    pub nothing: Option<&'static str>,
    then: TakeText,
}

/// Takes a text, or says what is wrong with it: then the dialog stays.
pub(super) type TakeText = Box<dyn Fn(&mut App<'_>, &str) -> Result<Vec<Effect>, String>>;

impl TextField {
    pub(super) fn new(text: String, is_note: bool, then: TakeText) -> TextField {
        TextField { text, is_note, problem: None, missing: None, is_in_editor: false, nothing: None, then }
    }

    /// What the user's own editor is asked to do with the text.
    pub(in crate::app) fn edit(&self) -> Effect {
        let edit = if self.is_in_editor { Effect::EditOn } else { Effect::Edit };
        edit(self.text.clone())
    }

    /// Takes what was written in the user's own editor, if something was.
    pub(in crate::app) fn edited(&mut self, text: Option<String>) {
        (self.is_in_editor, self.problem) = (false, None);
        if let Some(text) = text {
            self.text = clean_lines(&text).into_owned();
        }
    }

    /// The user's own editor came back at once, and this is said.
    pub(in crate::app) fn waits_for_editor(&mut self, said: String) {
        (self.is_in_editor, self.problem) = (true, Some(said));
    }

    /// Takes what is written now, unless it is too long.
    pub(in crate::app) fn typed(&mut self, text: String) {
        let longer = text.chars().count() > LONGEST_TEXT && text.len() > self.text.len();
        if text != self.text && !longer {
            self.problem = None;
            self.text = text;
        }
    }

    /// The part of a pasted text that can be added; of a line, with blanks in place of line ends.
    pub fn pasted(&self, text: &str) -> String {
        let room = LONGEST_TEXT.saturating_sub(self.text.chars().count());
        let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().take(room).collect();
        if self.is_note { clean_lines(&text) } else { clean(&text) }.into_owned()
    }

    pub(super) fn answer(&self, app: &mut App<'_>) -> Result<Vec<Effect>, String> {
        if self.is_note {
            return (self.then)(app, &clean_lines(&self.text));
        }
        let line = clean(self.text.trim());
        match self.missing {
            Some(missing) if line.is_empty() => Err(missing.to_owned()),
            _ => (self.then)(app, &line),
        }
    }
}
