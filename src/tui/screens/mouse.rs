//! What the mouse does: the wheel moves up and down, a click chooses or selects what is below it.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{dialogs, home, interview, movement, plan, results, target};
use crate::app::dialogs::Body;
use crate::app::keys::Command;
use crate::app::{Message, Screen, Tab};
use crate::tui::scene::Scene;

/// What the application is told of a mouse.
pub(in crate::tui) fn messages(scene: &Scene<'_, '_>, event: MouseEvent) -> Vec<Message> {
    let turned = |command| vec![movement::message(scene, command).unwrap_or(Message::Command(command))];
    match event.kind {
        MouseEventKind::ScrollUp => turned(Command::Up),
        MouseEventKind::ScrollDown => turned(Command::Down),
        MouseEventKind::Down(MouseButton::Left) => click(scene, Position { x: event.column, y: event.row }),
        _ => Vec::new(),
    }
}

/// A click chooses an option of a question or a line of a list over the screen, and selects a line
/// elsewhere; on the selected assessment it opens it.
fn click(scene: &Scene<'_, '_>, at: Position) -> Vec<Message> {
    if let Some(dialog) = &scene.app.dialog {
        let Body::List(list) = &dialog.body else { return Vec::new() };
        let Some(line) = dialogs::line_at(scene.size, dialog, list, at) else { return Vec::new() };
        let command = if list.has_ticks() { Command::Toggle } else { Command::Enter };
        return vec![Message::Select(line), Message::Command(command)];
    }
    match &scene.app.screen {
        Screen::Home => match home::listing_at(scene, at) {
            Some(listing) if listing == scene.app.home.selected => vec![Message::Command(Command::Enter)],
            listing => listing.map(Message::Select).into_iter().collect(),
        },
        Screen::Comparison(_) => Vec::new(),
        Screen::Open(open) => match open.tab {
            Tab::Interview => {
                interview::answer_at(scene, open, at).map(Message::Command).into_iter().collect()
            }
            Tab::Results => results::clicked(scene, open, at).map(Message::Moved).into_iter().collect(),
            Tab::Target => target::clicked(scene, open, at).map(Message::Moved).into_iter().collect(),
            Tab::Plan => plan::clicked(scene, open, at).map(Message::Moved).into_iter().collect(),
            // A vote is counted by its key alone: a slip of the mouse would not be seen.
            Tab::Workshop => Vec::new(),
        },
    }
}
