//! The page that offers questionnaires that look closer at what is weak.

use ratatui::style::Style;
use ratatui::text::Line;

use super::{Item, words};
use crate::score::Offer;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::wrap;
use crate::words::scores;

/// The page that offers them.
pub(super) fn lay<'l>(column: &mut Column<'l, Item>, offers: &[Offer<'_>], theme: &Theme, columns: usize) {
    column.text(words::DEEPER_INTRO, theme.muted, columns);
    for offer in offers {
        column.gap();
        let mut lines: Vec<Line<'_>> = Vec::new();
        let mut add = |text: &str, style: Style| {
            lines.extend(wrap(text, columns).into_iter().map(|line| Line::styled(line, style)));
        };
        add(&scores::offer(offer), theme.title);
        add(&offer.questionnaire.text.summary, Style::new());
        add(&scores::because(offer), theme.open);
        column.item(Item::Add(offer.questionnaire.id.clone()), lines);
    }
}
