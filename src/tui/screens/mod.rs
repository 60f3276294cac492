//! The screens: each is a file that draws it, and works out what depends on what is seen of it: the
//! selection that moves, the text that scrolls, what stands below a click.
//!
//! To add one: its file, and its line in each `match` here.

mod comparison;
mod dialogs;
pub(super) mod frame;
mod home;
mod interview;
mod plan;
mod results;
mod target;
mod workshop;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::scene::Scene;
use crate::app::dialogs::Body;
use crate::app::keys::Command;
use crate::app::{Message, Screen, Tab};

fn draw(scene: &Scene<'_, '_>, frame: &mut Frame<'_>, area: Rect) {
    match &scene.app.screen {
        Screen::Home => home::draw(scene, frame, area),
        Screen::Comparison(view) => comparison::draw(scene, view, frame, area),
        Screen::Open(open) => match open.tab {
            Tab::Interview => interview::draw(scene, open, frame, area),
            Tab::Results => results::draw(scene, open, frame, area),
            Tab::Target => target::draw(scene, open, frame, area),
            Tab::Plan => plan::draw(scene, open, frame, area),
            Tab::Workshop => workshop::draw(scene, open, frame, area),
        },
    }
}

/// The message that a command to move comes to; `None` where the application does it alone.
pub(super) fn moved(scene: &Scene<'_, '_>, command: Command) -> Option<Message> {
    if !command.moves() {
        return None;
    }
    if let Some(dialog) = &scene.app.dialog {
        let Body::Page(page) = &dialog.body else { return None };
        return Some(Message::Scrolled(dialogs::scrolled(scene.body(), page, command)));
    }
    match &scene.app.screen {
        Screen::Home => None,
        Screen::Comparison(view) => Some(Message::Scrolled(comparison::scrolled(scene, view, command))),
        Screen::Open(open) => match open.tab {
            Tab::Interview => interview::scrolled(scene, open, command).map(Message::Scrolled),
            Tab::Results => Some(Message::Moved(results::moved(scene, open, command))),
            Tab::Target => target::moved(scene, open, command),
            Tab::Plan => plan::moved(scene, open, command).map(Message::Moved),
            Tab::Workshop => workshop::scrolled(scene, open, command).map(Message::Scrolled),
        },
    }
}

/// The messages that the mouse comes to: the wheel moves up and down, a click chooses or selects what is
/// below it.
pub(super) fn mouse(scene: &Scene<'_, '_>, event: MouseEvent) -> Vec<Message> {
    let turned = |command| vec![moved(scene, command).unwrap_or(Message::Command(command))];
    match event.kind {
        MouseEventKind::ScrollUp => turned(Command::Up),
        MouseEventKind::ScrollDown => turned(Command::Down),
        MouseEventKind::Down(MouseButton::Left) => clicked(scene, Position { x: event.column, y: event.row }),
        _ => Vec::new(),
    }
}

/// A click chooses an option of a question or a line of a list over the screen, and selects a line
/// elsewhere; on the selected assessment it opens it.
fn clicked(scene: &Scene<'_, '_>, at: Position) -> Vec<Message> {
    if let Some(dialog) = &scene.app.dialog {
        let Body::List(list) = &dialog.body else { return Vec::new() };
        let Some(line) = dialogs::line_at(scene.size, dialog, list, at) else { return Vec::new() };
        let command = if list.has_ticks() { Command::Toggle } else { Command::Enter };
        return vec![Message::Select(line), Message::Command(command)];
    }
    let message = match &scene.app.screen {
        Screen::Home => home::clicked(scene, at),
        Screen::Comparison(_) => None,
        Screen::Open(open) => match open.tab {
            Tab::Interview => interview::answer_at(scene, open, at).map(Message::Command),
            Tab::Results => results::clicked(scene, open, at).map(Message::Moved),
            Tab::Target => target::clicked(scene, open, at).map(Message::Moved),
            Tab::Plan => plan::clicked(scene, open, at).map(Message::Moved),
            // A vote is counted by its key alone: a slip of the mouse would not be seen.
            Tab::Workshop => None,
        },
    };
    message.into_iter().collect()
}
