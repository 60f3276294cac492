//! The interface by keys on real files, without a terminal: what goes outside is carried out as in the
//! program.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ospo_assess::app::keys::{Command, Context, Key, command};
use ospo_assess::app::{App, Effect, FileState, Message};
use ospo_assess::effects::Effects;
use ospo_assess::files::Folders;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::tui::Ui;
use ospo_assess::tui::theme::{Theme, ThemeName};

use super::keys::keys;
use super::program::Folder;

/// The interface in a folder, and the outside of it.
pub struct ByKeys<'a> {
    ui: Ui<'a>,
    effects: Effects<'a>,
    messages: Receiver<Message>,
    /// How many messages come for certain: lists and plans that are being written.
    awaited: usize,
    is_over: bool,
    /// Whoever reads a question that opened by itself takes time: so much later it is than by the clock.
    later: SignedDuration,
    /// What was asked for by keys, and where.
    pub pressed: Vec<(Context, Command)>,
}

impl<'a> ByKeys<'a> {
    /// Begins with the file `a.toml` of a folder, else with the list of assessments.
    pub fn start(catalogue: &'a Catalogue, folder: &Folder, has_file: bool) -> ByKeys<'a> {
        let (sender, messages) = channel();
        let tell = Arc::new(move |message| drop(sender.send(message)));
        let home = Folders::all_in(&folder.path().join("home"));
        let mut by_keys = ByKeys {
            ui: Ui::new(App::new(catalogue), Theme::new(ThemeName::Mono, true), (120, 40)),
            effects: Effects::in_folders(catalogue, home, tell),
            messages,
            awaited: 0,
            is_over: false,
            later: SignedDuration::ZERO,
            pressed: Vec::new(),
        };
        let begin = if has_file { Effect::Open(folder.path().join("a.toml")) } else { Effect::List };
        by_keys.carry_out(vec![begin]);
        by_keys.wait();
        by_keys
    }

    /// Presses keys; after each everything is on disk.
    pub fn press(&mut self, line: &str) {
        self.later += SignedDuration::from_secs(2);
        for event in keys(line) {
            let context = self.context();
            self.pressed.extend(command(context, &name(&event)).map(|command| (context, command)));
            let now = self.now();
            let effects = self.ui.input(now, now.to_zoned(TimeZone::UTC).date(), Event::Key(event));
            self.carry_out(effects);
            self.wait();
        }
    }

    /// Where a key is pressed.
    pub fn context(&self) -> Context {
        self.ui.app().context()
    }

    /// Whether the user has left; everything is on disk then for good.
    pub fn end(mut self) -> bool {
        self.effects.finish().unwrap();
        self.is_over
    }

    fn now(&self) -> Timestamp {
        Timestamp::now() + self.later
    }

    fn send(&mut self, message: Message) {
        let now = self.now();
        let effects = self.ui.update(now, now.to_zoned(TimeZone::UTC).date(), message);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.is_over |= effect == Effect::Quit;
            self.awaited += usize::from(matches!(effect, Effect::List | Effect::Write { .. }));
            if let Some(message) = self.effects.carry_out(effect) {
                self.send(message);
            }
        }
    }

    fn wait(&mut self) {
        let is_saving = |ui: &Ui<'_>| ui.app().open().is_some_and(|open| open.file == FileState::Saving);
        while self.awaited > 0 || is_saving(&self.ui) {
            let message = self.messages.recv().unwrap();
            self.awaited -= usize::from(matches!(message, Message::Listed(_) | Message::Written(_)));
            self.send(message);
        }
    }
}

/// The name of a key in the table.
fn name(event: &KeyEvent) -> Key {
    let name = match event.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::Delete => "Del".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        other => format!("{other:?}"),
    };
    Key(match event.modifiers {
        KeyModifiers::CONTROL => format!("Ctrl+{}", name.to_uppercase()),
        KeyModifiers::ALT => format!("Alt+{name}"),
        _ => name,
    })
}
