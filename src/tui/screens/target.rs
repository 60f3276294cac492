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
use crate::interview::Session;
use jiff::civil::Date;
#[derive(Debug, Default)]
pub(in crate::tui) struct TargetView<'a> {
    _p: std::marker::PhantomData<&'a ()>,
}
impl TargetView<'_> {
    pub(in crate::tui) fn arrive(&mut self, _s: &Session<'_>, _d: Date) {}
}
