//! The workshop: made for a projector, so one question, large, and nothing else.
//!
//! ```text
//! │ 12 left · 43 min                      0:42 of 3:35 │
//! │ where · key question                               │
//! │ Question?                                          │
//! │                                                    │
//! │   1  option …           > 2  ██████   4  option …  │
//! │                                                    │
//! │   0  We don't know       x  Does not apply to us   │
//! │ votes · agreement                                  │
//! │ decision                                           │
//! ```

mod over;
mod question;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::Open;
use crate::app::keys::Command;
use crate::tui::scene::Scene;
use crate::workshop::View;

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(state) = &open.workshop else { return };
    let area = inner(area);
    match state.workshop.view(&open.session) {
        View::Over => over::draw(scene, open, state, frame, area),
        shown => question::draw(scene, open, state, shown, frame, area),
    }
}

/// The first line shown after a command to move, where a question is.
pub(super) fn scrolled(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Option<usize> {
    let state = open.workshop.as_ref()?;
    match state.workshop.view(&open.session) {
        View::Over => None,
        shown => question::scrolled(scene, open, state, shown, inner(scene.body()), command),
    }
}

/// Where lines are no longer than can be read from the back of a room.
fn inner(area: Rect) -> Rect {
    let width = area.width.saturating_sub(4).min(question::WIDEST);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}
