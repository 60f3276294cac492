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
use crate::assessment::State;
use crate::interview::Session;
use crate::tui::app::PlanFormat;
use crate::tui::dialogs::Text;
use jiff::civil::Date;
use std::path::PathBuf;
#[derive(Debug)]
pub(in crate::tui) struct PlanView<'a> {
    pub(in crate::tui) format: PlanFormat,
    _p: std::marker::PhantomData<&'a ()>,
}
impl Default for PlanView<'_> {
    fn default() -> Self {
        PlanView { format: PlanFormat::Markdown, _p: std::marker::PhantomData }
    }
}
impl PlanView<'_> {
    pub(in crate::tui) fn arrive(&mut self, _s: &Session<'_>, _d: Date) {}
}
pub(in crate::tui) fn write(_app: &mut App<'_>, _f: PlanFormat, _p: PathBuf, _force: bool) -> Vec<Effect> {
    Vec::new()
}
pub(in crate::tui) fn written(_app: &mut App<'_>, _t: Text, _l: &str) -> Result<Vec<Effect>, String> {
    Ok(Vec::new())
}
pub(in crate::tui) fn setting(_app: &mut App<'_>, _id: &str) -> Vec<Effect> {
    Vec::new()
}
pub(in crate::tui) fn set_state(_app: &mut App<'_>, _q: &str, _s: State) -> Vec<Effect> {
    Vec::new()
}
