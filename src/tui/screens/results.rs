//! stub
use crate::tui::app::App;
use crate::tui::keys::Command;
use crate::tui::message::Effect;
use ratatui::Frame;
use ratatui::layout::Rect;
pub(in crate::tui) fn command(_app: &mut App<'_>, _command: Command) -> Vec<Effect> {
    Vec::new()
}
pub(in crate::tui) fn draw(_app: &App<'_>, _frame: &mut Frame<'_>, _area: Rect) {}
#[derive(Debug, Default)]
pub(in crate::tui) struct ResultsView {}
