//! The box in which a text is written: the application holds the text, the box its cursor.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::app::dialogs::TextField;

#[derive(Debug)]
pub(crate) struct TextBox {
    pub(crate) area: TextArea<'static>,
    is_note: bool,
}

impl TextBox {
    /// A box with this text, the cursor at its end.
    pub(crate) fn new(field: &TextField) -> TextBox {
        let mut area = TextArea::new(field.text.lines().map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(ratatui::style::Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        TextBox { area, is_note: field.is_note }
    }

    pub(crate) fn shows(&self, field: &TextField) -> bool {
        self.is_note == field.is_note && self.text() == field.text
    }

    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    pub(crate) fn insert(&mut self, text: &str) {
        self.area.insert_str(text);
    }

    /// What a key does to it that is no command.
    pub(crate) fn key(&mut self, key: &KeyEvent) {
        match (key.code, key.modifiers) {
            // A line end that was typed while the terminal was lent; the text area deletes a line by it.
            (KeyCode::Char('j'), KeyModifiers::CONTROL) | (KeyCode::BackTab, _) => {}
            // The text area would put several blanks in the place of a tab.
            (KeyCode::Tab, _) => self.area.insert_char(' '),
            _ => drop(self.area.input(*key)),
        }
    }
}
