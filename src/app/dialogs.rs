//! What stands over a screen until it is answered: texts to read, fields, editors and lists.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui_textarea::{CursorMove, Input, Key, TextArea, WrapMode};

use super::keys::Command;

/// The longest text that a field or a note takes, in characters; a longer paste is cut.
pub(crate) const LONGEST_TEXT: usize = 20_000;

/// Why a text cannot be changed here.
const SHOWN_CUT: &str = "A line of it is too long to be shown whole: change it in the file";

/// Something over the screen.
#[derive(Debug)]
pub(crate) enum Dialog {
    /// A text to read.
    Reading(Reading),
    /// A text to write.
    Writing(Box<Writing>),
    /// A list to choose from.
    Choosing(Choosing),
}

/// A text to read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) title: String,
    pub(crate) lines: Vec<String>,
    /// The first line shown.
    pub(crate) top: usize,
    /// The list over which it stands, which comes back.
    pub(crate) over: Option<Box<Dialog>>,
}

/// A text to write: a field of one line, or a note of several.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) title: String,
    /// A sentence on what to write.
    pub(crate) hint: String,
    pub(crate) area: TextArea<'static>,
    pub(crate) lines: Lines,
    /// What it began with.
    before: String,
    /// What is wrong with what was written.
    pub(crate) problem: Option<String>,
    /// What the text is for.
    pub(crate) purpose: Text,
}

/// How many lines a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// One: `Enter` is done.
    One,
    /// As many as wanted: `Enter` makes a new one, `Esc` is done.
    Many,
}

/// What a written text is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Text {
    /// Why the current question is not applicable.
    Reason,
    /// The note of this question.
    Note(String),
    /// The evidence of this question, a line each.
    Evidence(String),
    /// Why a room decides upon this answer.
    Decision(String),
    /// How many minutes a workshop has left.
    Minutes,
    /// A part of a question to find.
    Find,
    /// The organisation of a new assessment.
    Organization,
    /// The file to open.
    OpenPath,
    /// The new name of the organisation of this file.
    Rename(std::path::PathBuf),
    /// The file to save to, after saving failed.
    SaveAs,
    /// The person who does the action of this question.
    Owner(String),
    /// The day by which the action of this question is due.
    Due(String),
    /// Points of work a quarter.
    Capacity,
    /// The first day of the plan.
    Start,
    /// The file for the plan, in a format.
    PlanPath(super::PlanFormat),
}

/// A list to choose from.
#[derive(Debug)]
pub(crate) struct Choosing {
    pub(crate) title: String,
    /// A sentence above the list.
    pub(crate) hint: String,
    pub(crate) items: Vec<Item>,
    pub(crate) selected: usize,
    /// What the choice is for.
    pub(crate) purpose: Choice,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) text: String,
    /// What it stands for.
    pub(crate) id: String,
    /// Ticked or not, where lines can be ticked.
    pub(crate) ticked: Option<bool>,
}

impl Item {
    pub(crate) fn new(id: impl Into<String>, text: impl Into<String>) -> Item {
        Item { text: text.into(), id: id.into(), ticked: None }
    }
}

/// What a choice is for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Choice {
    /// A question to go to.
    Question,
    /// The questionnaires of a new assessment of this organisation.
    NewQuestionnaires(String),
    /// The questionnaires of the open assessment.
    Questionnaires,
    /// What to compare this file with.
    Compare(std::path::PathBuf),
    /// Whether the next assessment after this file asks first about what the plan worked on: these
    /// questions.
    Next(std::path::PathBuf, std::collections::BTreeSet<String>),
    /// Whether to confirm what was carried over.
    Confirm,
    /// Whether to remove this file from the list.
    Remove(std::path::PathBuf),
    /// The state of the action of this question.
    State(String),
    /// What to change about the plan.
    Settings,
    /// Whether to leave the workshop, and where to.
    LeaveWorkshop,
    /// The format of the plan to write.
    Format,
    /// Whether the plan may replace this foreign file.
    Replace(std::path::PathBuf, super::PlanFormat),
    /// What to do about a file that somebody else changed.
    Changed,
    /// Which of the facts that both sides changed are to be as in the file.
    Conflicts(Box<super::message::Merging>),
    /// What to do when it cannot be saved and the user wants to leave.
    Unsaved,
}

/// How a dialog was answered.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Not yet.
    Pending,
    /// Left without an answer.
    Cancelled,
    /// A text was written.
    Text(Text, String),
    /// A line was chosen: its id, and the ids that are ticked.
    Chosen(Choice, String, Vec<String>),
    /// The text is to be edited with the user's own editor.
    External(String),
    /// A command that the dialog does not know: mouse, quit, suspend, help.
    Command(Command),
}

impl Writing {
    /// A text to write, beginning with `text`, the cursor at its end.
    pub(crate) fn dialog(title: &str, hint: &str, lines: Lines, text: &str, purpose: Text) -> Dialog {
        let mut writing = Writing {
            title: title.to_owned(),
            hint: hint.to_owned(),
            area: TextArea::default(),
            lines,
            before: text.to_owned(),
            problem: None,
            purpose,
        };
        writing.set_text(text);
        Dialog::Writing(Box::new(writing))
    }

    /// Replaces the text, the cursor at its end.
    pub(crate) fn set_text(&mut self, text: &str) {
        self.area = TextArea::new(text.lines().map(str::to_owned).collect());
        self.area.set_wrap_mode(WrapMode::WordOrGlyph);
        self.area.set_cursor_line_style(ratatui::style::Style::default());
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// What is written.
    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Takes pasted text; a field makes spaces of its line ends.
    pub(crate) fn paste(&mut self, text: &str) {
        let room = LONGEST_TEXT.saturating_sub(self.text().chars().count());
        let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().take(room).collect();
        let text = match self.lines {
            Lines::One => crate::text::clean(&text).into_owned(),
            Lines::Many => crate::text::broken_lines(&text),
        };
        if self.may_change() {
            self.area.insert_str(text);
        }
    }

    /// What a key does to it.
    pub(crate) fn key(&mut self, key: &KeyEvent) -> Answer {
        let done = match (self.lines, key.code) {
            (Lines::One, KeyCode::Enter) => true,
            (Lines::Many, KeyCode::Esc) => true,
            (Lines::One, KeyCode::Esc) => return Answer::Cancelled,
            _ => false,
        };
        if done {
            return Answer::Text(self.purpose.clone(), self.text());
        }
        if key.modifiers == KeyModifiers::CONTROL {
            match key.code {
                KeyCode::Char('o') if self.lines == Lines::Many && self.may_change() => {
                    return Answer::External(self.text());
                }
                KeyCode::Char('u') if self.lines == Lines::One => {
                    self.before.clear();
                    self.set_text("");
                    return Answer::Pending;
                }
                KeyCode::Char('z') => return Answer::Command(Command::Suspend),
                // A line end that was typed while the terminal was lent; the text area deletes a line by it.
                KeyCode::Char('j') => {
                    if self.lines == Lines::Many {
                        self.area.insert_newline();
                    }
                    return Answer::Pending;
                }
                _ => {}
            }
        }
        let full = self.text().chars().count() >= LONGEST_TEXT;
        let adds = matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab);
        let changes = adds || matches!(key.code, KeyCode::Backspace | KeyCode::Delete);
        if !(full && adds) && (!changes || self.may_change()) {
            self.area.input(input(key));
        }
        Answer::Pending
    }

    /// Whether the text may be changed: not where a line of it is shown cut, since what is not shown
    /// would be lost. Says so.
    fn may_change(&mut self) -> bool {
        let cut = crate::text::was_cut(&self.before);
        self.problem = cut.then(|| SHOWN_CUT.to_owned());
        !cut
    }
}

/// A key as the text area knows it.
fn input(key: &KeyEvent) -> Input {
    let code = match key.code {
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Enter => Key::Enter,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Delete => Key::Delete,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Tab => Key::Char(' '),
        _ => Key::Null,
    };
    Input {
        key: code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift: key.modifiers.contains(KeyModifiers::SHIFT),
    }
}

impl Choosing {
    /// Whether its lines can be ticked.
    pub(crate) fn has_ticks(&self) -> bool {
        self.items.iter().any(|item| item.ticked.is_some())
    }

    /// Whether it opens without a key of its own.
    pub(crate) fn asks_by_itself(&self) -> bool {
        matches!(self.purpose, Choice::Changed | Choice::Conflicts(_) | Choice::Unsaved | Choice::Replace(..))
    }

    fn command(&mut self, command: Command) -> Answer {
        let last = self.items.len().saturating_sub(1);
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => self.selected = (self.selected + 1).min(last),
            Command::PageUp => self.selected = self.selected.saturating_sub(10),
            Command::PageDown => self.selected = (self.selected + 10).min(last),
            Command::Toggle => self.toggle(),
            Command::Choose(number) if number <= self.items.len() => {
                self.selected = number - 1;
                match self.items.get(self.selected) {
                    Some(Item { ticked: Some(_), .. }) => self.toggle(),
                    // A digit that was to count a hand does not lead out of the room.
                    _ if self.purpose == Choice::LeaveWorkshop => {}
                    _ => return self.chosen(),
                }
            }
            Command::Choose(_) => {}
            Command::Enter => return self.chosen(),
            Command::Back => return Answer::Cancelled,
            other => return Answer::Command(other),
        }
        Answer::Pending
    }

    fn toggle(&mut self) {
        if let Some(ticked) = self.items.get_mut(self.selected).and_then(|item| item.ticked.as_mut()) {
            *ticked = !*ticked;
        }
    }

    fn chosen(&self) -> Answer {
        let Some(item) = self.items.get(self.selected) else { return Answer::Cancelled };
        let ticked = self.items.iter().filter(|item| item.ticked == Some(true));
        Answer::Chosen(self.purpose.clone(), item.id.clone(), ticked.map(|item| item.id.clone()).collect())
    }
}

impl Dialog {
    /// Whether one who wanted to leave has begun something else with it.
    pub(crate) fn keeps_here(&self) -> bool {
        match self {
            Dialog::Choosing(choosing) => !choosing.asks_by_itself(),
            Dialog::Writing(writing) => writing.purpose != Text::SaveAs,
            Dialog::Reading(_) => true,
        }
    }

    /// What a command does to it; a text field knows none, and the screen scrolls a text to read.
    pub(crate) fn command(&mut self, command: Command) -> Answer {
        match self {
            Dialog::Choosing(choosing) => choosing.command(command),
            Dialog::Reading(_) => match command {
                Command::Back => Answer::Cancelled,
                other => Answer::Command(other),
            },
            Dialog::Writing(_) => Answer::Pending,
        }
    }
}
