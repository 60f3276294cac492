//! The loop around the interface: events in, drawing out, effects carried out in between.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use anyhow::Context;
use crossterm::event::{Event as Input, KeyEventKind};
use jiff::Timestamp;

use super::app::App;
use super::desk::Desk;
use super::input::{self, Asking, Event};
use super::message::{Effect, Message};
use super::terminal::{self, Guard};
use super::theme::{Theme, ThemeName};
use crate::questionnaire::Catalogue;

/// Runs the interface until the user leaves: at the next question of the assessment in `start`, or at
/// Home.
///
/// # Errors
/// Standard input or output is no terminal, or the terminal fails.
pub fn run(catalogue: &Catalogue, start: Option<&Path>, theme: ThemeName) -> anyhow::Result<()> {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let (sender, events) = channel();
    let panicked = sender.clone();
    let guard = Guard::new(move || drop(panicked.send(Event::Terminate))).context(
        "the interface needs a terminal; run it in one, use --plain, or the commands (ospo-assess --help)",
    )?;
    let size = guard
        .terminal
        .size()
        .map_err(|error| anyhow::anyhow!("cannot ask the terminal for its size: {error}"))?;
    let mut program = Program {
        app: App::new(catalogue, Theme::new(theme, no_color), (size.width, size.height)),
        desk: Desk::new(catalogue, sender.clone())?,
        asking: input::start(sender),
        events,
        guard,
    };
    let result = program.run(start);
    // Also when the terminal failed: nothing that was answered is lost with it.
    let saved = program.desk.finish();
    saved.and(result)
}

/// Everything that runs.
struct Program<'a> {
    app: App<'a>,
    desk: Desk<'a>,
    asking: Asking,
    events: Receiver<Event>,
    guard: Guard,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Over,
}

impl Program<'_> {
    fn run(&mut self, start: Option<&Path>) -> anyhow::Result<()> {
        self.effects(match start {
            Some(path) => vec![Effect::Open(path.to_owned())],
            None => vec![Effect::List],
        })?;
        self.draw()?;
        self.asking.more();
        while let Ok(event) = self.events.recv() {
            // What has come meanwhile is taken in too before anything is drawn.
            let mut event = Some(event);
            while let Some(next) = event.take() {
                if self.event(next)? == Flow::Over {
                    return Ok(());
                }
                event = self.events.try_recv().ok();
            }
            self.draw()?;
        }
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        // A panic of another thread gave it back: what follows is the end.
        if !terminal::is_taken() {
            return Ok(());
        }
        let app = &self.app;
        self.guard.terminal.draw(|frame| super::draw(app, frame)).context("cannot draw on the terminal")?;
        Ok(())
    }

    fn event(&mut self, event: Event) -> anyhow::Result<Flow> {
        terminal::panic_on_purpose("main");
        match event {
            Event::Input(inputs) => {
                for input in inputs {
                    let Some(message) = message(input) else { continue };
                    if self.message(message)? == Flow::Over {
                        return Ok(Flow::Over);
                    }
                }
                self.asking.more();
                Ok(Flow::On)
            }
            Event::Message(message) => self.message(message),
            Event::HungUp | Event::Terminate => self.message(Message::Terminate),
            Event::Stop => {
                self.guard.lend(self.app.has_mouse(), input::stop)?;
                Ok(Flow::On)
            }
            Event::Continued => {
                self.guard.lend(self.app.has_mouse(), || ())?;
                Ok(Flow::On)
            }
        }
    }

    fn message(&mut self, message: Message) -> anyhow::Result<Flow> {
        let effects = self.app.update(Timestamp::now(), crate::clock::today(), message);
        self.effects(effects)
    }

    fn effects(&mut self, effects: Vec<Effect>) -> anyhow::Result<Flow> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Flow::Over),
                Effect::Leave => {
                    self.desk.give_up();
                    return Ok(Flow::Over);
                }
                Effect::Mouse(on) => terminal::set_mouse(on)?,
                Effect::Suspend => self.guard.lend(self.app.has_mouse(), input::stop)?,
                Effect::Edit(text) => {
                    let edited = self.guard.lend(self.app.has_mouse(), || super::editor::edit(&text))?;
                    if self.message(Message::Edited(edited))? == Flow::Over {
                        return Ok(Flow::Over);
                    }
                }
                other => {
                    if let Some(message) = self.desk.carry_out(other)
                        && self.message(message)? == Flow::Over
                    {
                        return Ok(Flow::Over);
                    }
                }
            }
        }
        Ok(Flow::On)
    }
}

/// What an event of the terminal means to the interface; `None` for what it does not care about.
fn message(input: Input) -> Option<Message> {
    match input {
        Input::Key(key) if key.kind != KeyEventKind::Release => Some(Message::Key(key)),
        Input::Paste(text) => Some(Message::Paste(text)),
        Input::Mouse(mouse) => Some(Message::Mouse(mouse)),
        Input::Resize(columns, rows) => Some(Message::Resized(columns, rows)),
        _ => None,
    }
}
