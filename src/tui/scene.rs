//! What is drawn: the application, in these colours, on a terminal of this size.

use ratatui::layout::{Rect, Size};

use super::laid_out::LaidOut;
use super::textbox::TextBox;
use super::theme::Theme;
use crate::app::App;

/// The smallest terminal that the screens fit into, columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Everything that drawing needs.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'s, 'a> {
    pub(crate) app: &'s App<'a>,
    pub(crate) theme: &'s Theme,
    pub(crate) size: Size,
    /// The page that was laid out last.
    pub(crate) laid_out: &'s LaidOut,
    /// The text that is being written, where a dialog asks for one.
    pub(crate) textbox: Option<&'s TextBox>,
}

impl Scene<'_, '_> {
    /// The part of the terminal between the top line and the foot.
    pub(crate) fn body(&self) -> Rect {
        Rect { x: 0, y: 1, width: self.size.width, height: self.size.height.saturating_sub(2) }
    }

    /// Whether the terminal is too small for anything to be seen.
    pub(crate) fn is_too_small(&self) -> bool {
        self.size.width < SMALLEST.0 || self.size.height < SMALLEST.1
    }
}
