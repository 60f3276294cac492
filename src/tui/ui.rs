//! The screens of the application: what a terminal sends becomes messages, and the state is drawn.

use crossterm::event::{Event, KeyEvent, KeyEventKind, KeyModifiers};
use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Size;

use super::keymap;
use super::laid_out::LaidOut;
use super::scene::Scene;
use super::screens::{self, frame};
use super::terminal;
use super::textbox::TextBox;
use super::theme::Theme;
use crate::app::dialogs::Dialog;
use crate::app::keys::{self, Command, Context};
use crate::app::{App, Effect, Message};

/// The application on a terminal.
pub struct Ui<'a> {
    app: App<'a>,
    theme: Theme,
    size: Size,
    /// The text that is being written, where a dialog asks for one.
    textbox: Option<TextBox>,
    laid_out: LaidOut,
}

impl<'a> Ui<'a> {
    /// An application in these colours, on a terminal of so many columns and rows.
    pub fn new(app: App<'a>, theme: Theme, (columns, rows): (u16, u16)) -> Ui<'a> {
        Ui { app, theme, size: Size::new(columns, rows), textbox: None, laid_out: LaidOut::default() }
    }

    /// The application.
    pub fn app(&self) -> &App<'a> {
        &self.app
    }

    pub(super) fn into_app(self) -> App<'a> {
        self.app
    }

    /// Takes a message that arrived at this moment, and says what is to be done.
    pub fn update(&mut self, at: Timestamp, today: Date, message: Message) -> Vec<Effect> {
        if !matches!(message, Message::Moved(_)) {
            self.laid_out.forget();
        }
        let effects = self.app.update(at, today, message);
        // The box shows what the application has; where that is the same, its cursor stays.
        let field = self.app.dialog.as_ref().and_then(Dialog::field);
        self.textbox = field.map(|field| match self.textbox.take() {
            Some(textbox) if textbox.shows(field) => textbox,
            _ => TextBox::new(field),
        });
        effects
    }

    /// Takes what the terminal sent at this moment, and says what is to be done.
    pub fn input(&mut self, at: Timestamp, today: Date, event: Event) -> Vec<Effect> {
        let messages = match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(&key),
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(event) => screens::mouse(&self.scene(), event),
            Event::Resize(columns, rows) => {
                self.size = terminal::clamped(Size::new(columns, rows));
                Vec::new()
            }
            _ => Vec::new(),
        };
        messages.into_iter().flat_map(|message| self.update(at, today, message)).collect()
    }

    /// Draws everything.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        frame::draw(&self.scene(), frame);
    }

    fn scene(&self) -> Scene<'_, 'a> {
        Scene {
            app: &self.app,
            theme: &self.theme,
            size: self.size,
            laid_out: &self.laid_out,
            textbox: self.textbox.as_ref(),
        }
    }

    fn key(&mut self, event: &KeyEvent) -> Vec<Message> {
        let key = keymap::key(event);
        if self.scene().is_too_small() {
            // What cannot be seen is not answered: only leaving works.
            return match keys::command(Context::Home, &key) {
                Some(Command::Quit) if event.modifiers == KeyModifiers::CONTROL => vec![Message::Key(key)],
                Some(Command::Quit) => vec![Message::Command(Command::Quit)],
                _ => Vec::new(),
            };
        }
        let command = keys::command(self.app.context(), &key);
        if let (Some(textbox), None | Some(Command::NewLine)) = (&mut self.textbox, command) {
            match command {
                Some(_) => textbox.insert("\n"),
                None => textbox.key(event),
            }
            return vec![Message::Typed(textbox.text())];
        }
        let moved = command.and_then(|command| screens::moved(&self.scene(), command));
        vec![moved.unwrap_or(Message::Key(key))]
    }

    fn paste(&mut self, text: &str) -> Vec<Message> {
        let field = self.app.dialog.as_ref().and_then(Dialog::field);
        let (Some(field), Some(textbox)) = (field, &mut self.textbox) else { return vec![Message::Pasted] };
        textbox.insert(&field.pasted(text));
        vec![Message::Typed(textbox.text())]
    }
}
