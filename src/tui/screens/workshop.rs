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
use crate::tui::scene::Scene;
use crate::workshop::View;

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(state) = &open.workshop else { return };
    let width = area.width.saturating_sub(4).min(question::WIDEST);
    let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    match state.workshop.view(&open.session) {
        View::Over => over::draw(scene, open, state, frame, area),
        shown => question::draw(scene, open, state, shown, frame, area),
    }
}
