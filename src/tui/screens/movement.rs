//! What moves by what is shown at a time: the selection in a column of lines, and texts that scroll.

use super::{comparison, dialogs, interview, plan, results, target};
use crate::app::dialogs::Body;
use crate::app::keys::Command;
use crate::app::{Message, Screen, Tab};
use crate::tui::scene::Scene;

/// The message that a command to move comes to; `None` where the application does it alone.
pub(in crate::tui) fn message(scene: &Scene<'_, '_>, command: Command) -> Option<Message> {
    if !matches!(command, Command::Up | Command::Down | Command::PageUp | Command::PageDown) {
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
            Tab::Workshop => None,
        },
    }
}
