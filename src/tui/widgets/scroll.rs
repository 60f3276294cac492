//! Which lines are shown where not all of them fit.

use crate::app::keys::Command;
use crate::words::frame as words;

/// Which of so many lines are shown, from `top` on, where `room` do not hold them all.
pub(crate) fn range(top: usize, lines: usize, room: usize) -> String {
    if lines <= room {
        return String::new();
    }
    let last = (top + room).min(lines);
    let sign = match (top > 0, last < lines) {
        (true, true) => "↑↓ ",
        (true, false) => "↑ ",
        _ => "↓ ",
    };
    format!(" {sign}{} ", words::lines_shown(top + 1, last, lines))
}

/// The first line shown after a command to scroll `lines`, of which `room` are shown from `top` on.
pub(crate) fn scrolled_top(top: usize, lines: usize, room: usize, command: Command) -> usize {
    let (last, page) = (lines.saturating_sub(room), room.saturating_sub(1).max(1));
    let top = top.min(last);
    match command {
        Command::Up => top.saturating_sub(1),
        Command::Down => (top + 1).min(last),
        Command::PageUp => top.saturating_sub(page),
        Command::First => 0,
        Command::Last => last,
        _ => (top + page).min(last),
    }
}

/// The first line to show so that the selected one is seen, with one line around it where possible.
pub(crate) fn scroll(selected: usize, lines: usize, height: usize) -> usize {
    (selected + 2).saturating_sub(height).min(lines.saturating_sub(height))
}
