//! The screens: each draws itself from the state, and says what a command does to it.

pub(super) mod frame;
pub(super) mod help;
pub(super) mod home;
pub(super) mod interview;
pub(super) mod plan;
pub(super) mod results;
pub(super) mod target;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::app::App;
use super::keys::Command;
use super::message::Effect;

/// What the mouse does: the wheel moves up and down, a click chooses the line below it.
pub(super) fn mouse(app: &mut App<'_>, event: MouseEvent) -> Vec<Effect> {
    let command = match event.kind {
        MouseEventKind::ScrollUp => Command::Up,
        MouseEventKind::ScrollDown => Command::Down,
        MouseEventKind::Down(MouseButton::Left) => {
            return match interview::option_at(app, event.row) {
                Some(number) => app.press(Command::Choose(number)),
                None => Vec::new(),
            };
        }
        _ => return Vec::new(),
    };
    app.press(command)
}
