//! The screens: each draws itself from the state, and says what a command does to it.

pub(crate) mod comparison;
pub(crate) mod frame;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod interview;
pub(crate) mod plan;
pub(crate) mod results;
pub(crate) mod target;
pub(crate) mod workshop;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use ratatui::layout::Position;

use crate::app::dialogs::Dialog;
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Screen};

/// What the mouse does: the wheel moves up and down, a click chooses what is below it.
pub(crate) fn mouse(app: &mut App<'_>, event: MouseEvent) -> Vec<Effect> {
    let command = match event.kind {
        MouseEventKind::ScrollUp => Command::Up,
        MouseEventKind::ScrollDown => Command::Down,
        MouseEventKind::Down(MouseButton::Left) => return click(app, event),
        _ => return Vec::new(),
    };
    app.press(command)
}

/// A click chooses an option of a question or a line of a list over the screen, and selects a line
/// elsewhere.
fn click(app: &mut App<'_>, event: MouseEvent) -> Vec<Effect> {
    let at = Position { x: event.column, y: event.row };
    if let Some(dialog) = &mut app.dialog {
        let Dialog::Choosing(choosing) = dialog else { return Vec::new() };
        let Some(line) = frame::line_at(app.size, choosing, at) else { return Vec::new() };
        choosing.selected = line;
        let command = if choosing.has_ticks() { Command::Toggle } else { Command::Enter };
        return app.press(command);
    }
    match app.screen {
        Screen::Home => return home::click(app, at),
        Screen::Interview => {
            if let Some(command) = interview::answer_at(app, at) {
                return app.press(command);
            }
        }
        Screen::Results => results::click(app, at),
        Screen::Target => target::click(app, at),
        Screen::Plan => plan::click(app, at),
        // A vote is counted by its key alone: a slip of the mouse would not be seen.
        Screen::Workshop => {}
        Screen::Comparison => {}
    }
    Vec::new()
}
