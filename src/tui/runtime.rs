//! The loop around the interface: events in, drawing out, effects carried out in between.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;

use super::editor::{Editor, Taken};
use super::input::{self, Event, Events, Teller};
use super::terminal::{self, Guard};
use super::theme::{Theme, ThemeName};
use super::ui::Ui;
use crate::app::{App, Effect, Message};
use crate::clock;
use crate::effects::{Effects, EffectsAside, Tell};
use crate::listen::Door;
use crate::words::terminal as words;

/// Runs the application on the terminal until the user leaves: at the next question of the assessment in
/// `start`, or at Home. Devices come in at the door, where there is one. Returns it as it was left.
///
/// # Errors
/// Standard input or output is no terminal, the terminal fails, or something could not be saved.
pub fn run(
    app: App<'static>,
    start: Option<&Path>,
    door: Option<Door>,
    theme: ThemeName,
) -> anyhow::Result<App<'static>> {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let events = Events::start().context(words::NO_THREAD)?;
    let panicked = events.teller();
    let guard = Guard::new(move || panicked.tell(Event::Panicked)).context(words::NEEDS_TERMINAL)?;
    let size = guard.size();
    let tell = tell(events.teller());
    let mut effects = Effects::new(app.catalogue, Arc::clone(&tell))?;
    door.map_or(Ok(()), |door| effects.listen(door))?;
    let mut program = Program {
        effects: EffectsAside::start(effects, tell).context(words::NO_THREAD)?,
        has_given_up: false,
        ui: Ui::new(app, Theme::new(theme, no_color), (size.width, size.height)),
        events,
        guard,
        waiting: None,
    };
    let result = program.run(start);
    if result.is_err() {
        // The terminal failed: what was answered and what was being written is not lost with it.
        let _ = program.message(Message::Terminate);
    }
    let unsaved = program.ui.app().open().is_some_and(|open| !open.is_on_disk());
    let saved = program.effects.finish(unsaved && !program.has_given_up);
    if terminal::is_frozen() {
        // A message would wait for the terminal again, and nobody reads it.
        drop(program);
        std::process::exit(1);
    }
    // Nobody is there any more to hear of it.
    let result = result.or_else(|error| if terminal::is_gone(&error) { Ok(()) } else { Err(error) });
    saved.and(result).map(|()| program.ui.into_app())
}

/// What came of an effect is an event like others.
fn tell(teller: Teller) -> Tell {
    Arc::new(move |message| teller.tell(Event::Message(message)))
}

/// How long an editor has to end when the program has to.
const EDITOR_ENDS: Duration = Duration::from_secs(2);

struct Program {
    ui: Ui<'static>,
    effects: EffectsAside,
    /// The user left what is not saved.
    has_given_up: bool,
    events: Events,
    guard: Guard,
    /// An editor that came back at once, whose file may still be written.
    waiting: Option<Editor>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Over,
}

impl Program {
    fn run(&mut self, start: Option<&Path>) -> anyhow::Result<()> {
        match start {
            Some(path) => {
                let opening = self.effects.begin(Effect::Open(path.to_owned()));
                // While the disk answers.
                self.ui.app().catalogue.read_ahead();
                if let Some(message) = opening.wait() {
                    self.message(message)?;
                }
            }
            None => drop(self.carry_out(vec![Effect::List])?),
        }
        self.draw()?;
        while let Some(event) = self.wait() {
            // What has come meanwhile is taken in too before anything is drawn.
            let mut event = Some(event);
            while let Some(next) = event.take() {
                if self.event(next)? == Flow::Over {
                    return Ok(());
                }
                event = self.events.told();
            }
            self.draw()?;
        }
        Ok(())
    }

    /// The next event. The program sleeps until there is one; only where a clock is shown it wakes up
    /// with every second, and goes on where there is work.
    fn wait(&mut self) -> Option<Event> {
        let (app, now) = (self.ui.app(), Instant::now());
        if app.has_work() {
            return self.events.next(Some(now)).or(Some(Event::Message(Message::Work)));
        }
        if !app.has_running_clock() {
            return self.events.next(None);
        }
        let into = u64::try_from(clock::now().subsec_millisecond()).unwrap_or(0);
        let second = now + Duration::from_millis(1000_u64.saturating_sub(into).max(1));
        self.events.next(Some(second)).or(Some(Event::Message(Message::Tick)))
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        // A panic of another thread gave it back: what follows is the end.
        if !terminal::is_taken() {
            return Ok(());
        }
        let ui = &self.ui;
        self.guard.draw(|frame| ui.draw(frame)).context(words::CANNOT_DRAW)?;
        Ok(())
    }

    fn event(&mut self, event: Event) -> anyhow::Result<Flow> {
        match event {
            Event::Input(inputs) => {
                for input in inputs {
                    let effects = self.ui.input(clock::now(), clock::today(), input);
                    if self.carry_out(effects)? == Flow::Over {
                        return Ok(Flow::Over);
                    }
                }
                Ok(Flow::On)
            }
            Event::Resized(columns, rows) => {
                let size = crossterm::event::Event::Resize(columns, rows);
                self.ui.input(clock::now(), clock::today(), size);
                Ok(Flow::On)
            }
            Event::Message(message) => self.message(message),
            Event::HungUp | Event::Terminate | Event::Interrupt => self.message(Message::Terminate),
            Event::EditorLeft(_) => Ok(Flow::On),
            Event::Panicked => anyhow::bail!(words::PANICKED),
            Event::Stop => self.stop(),
            Event::Continued => {
                self.guard.lend(self.ui.app().mouse, || ())?;
                Ok(Flow::On)
            }
        }
    }

    fn stop(&mut self) -> anyhow::Result<Flow> {
        if input::can_be_continued() {
            self.guard.lend(self.ui.app().mouse, input::stop)?;
            return Ok(Flow::On);
        }
        self.message(Message::CannotSuspend)
    }

    /// Lends the terminal to the user's own editor.
    fn edit(&mut self, text: &str) -> anyhow::Result<Flow> {
        self.waiting = None;
        match Editor::new(text) {
            Ok(editor) => self.lend_to(editor),
            Err(problem) => self.message(Message::Edited(Err(problem))),
        }
    }

    /// Takes what was saved in an editor that had come back at once, or opens it again.
    fn edit_on(&mut self, text: &str) -> anyhow::Result<Flow> {
        match self.waiting.take().map(|editor| editor.take_later(text)) {
            Some(Ok(Taken::TooSoon(editor))) => self.lend_to(editor),
            Some(Ok(Taken::Unchanged)) | None => self.edit(text),
            Some(taken) => self.taken(taken),
        }
    }

    fn lend_to(&mut self, editor: Editor) -> anyhow::Result<Flow> {
        let events = &mut self.events;
        let mut taken = Ok(Taken::Unchanged);
        let lent = self.guard.lend(self.ui.app().mouse, || taken = edit(editor, events));
        // A terminal that is gone meanwhile does not take the text with it.
        let flow = self.taken(taken)?;
        lent?;
        Ok(flow)
    }

    fn taken(&mut self, taken: Result<Taken, String>) -> anyhow::Result<Flow> {
        let message = match taken {
            Ok(Taken::Text(text)) => Message::Edited(Ok(Some(text))),
            Ok(Taken::Unchanged) => Message::Edited(Ok(None)),
            Ok(Taken::TooSoon(editor)) => Message::NotWaited(self.waiting.insert(editor).waits()),
            Err(problem) => Message::Edited(Err(problem)),
        };
        self.message(message)
    }

    fn message(&mut self, message: Message) -> anyhow::Result<Flow> {
        let effects = self.ui.update(clock::now(), clock::today(), message);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> anyhow::Result<Flow> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Flow::Over),
                Effect::Leave => {
                    self.effects.give_up();
                    self.has_given_up = true;
                    return Ok(Flow::Over);
                }
                Effect::Mouse(on) => terminal::set_mouse(on)?,
                Effect::Suspend => drop(self.stop()?),
                Effect::Edit(text) => {
                    if self.edit(&text)? == Flow::Over {
                        return Ok(Flow::Over);
                    }
                }
                Effect::EditOn(text) => {
                    if self.edit_on(&text)? == Flow::Over {
                        return Ok(Flow::Over);
                    }
                }
                other => {
                    if let Some(message) = self.effects.carry_out(other)
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

/// Has a text edited in the user's own editor. What comes meanwhile waits, but for what the terminal
/// sends to everybody in it: a key that stops the editor stops this program with it, and one that
/// interrupts is the editor's alone.
fn edit(mut editor: Editor, events: &mut Events) -> Result<Taken, String> {
    editor.start(events.teller())?;
    let mut later = Vec::new();
    let mut end = None;
    let left = loop {
        match events.while_lent(end) {
            None => break None,
            Some(Event::EditorLeft(left)) => break Some(left).filter(|_| end.is_none()),
            Some(Event::Stop) if input::can_be_continued() => input::stop(),
            Some(Event::Stop | Event::Continued | Event::Interrupt) => {}
            Some(event) => {
                if matches!(event, Event::Terminate | Event::HungUp | Event::Panicked) && end.is_none() {
                    editor.end();
                    end = Some(Instant::now() + EDITOR_ENDS);
                }
                later.push(event);
            }
        }
    };
    later.into_iter().for_each(|event| events.teller().tell(event));
    editor.take(left)
}
