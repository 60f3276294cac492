//! The page that offers questionnaires that look closer at what is weak.

use ratatui::style::Style;
use ratatui::text::Line;

use super::{Item, words};
use crate::interview::Offer;
use crate::report::words as scores;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::wrap;

/// The most reasons that are shown for one.
const REASONS: usize = 2;

/// The page that offers them.
pub(super) fn lay<'l>(column: &mut Column<'l, Item>, offers: &[Offer<'_>], theme: &Theme, columns: usize) {
    column.text(words::DEEPER_INTRO, theme.muted, columns);
    for Offer { questionnaire, low } in offers {
        column.gap();
        let mut lines = vec![Line::styled(words::offer(questionnaire), theme.title)];
        let mut add = |text: &str, style: Style| {
            lines.extend(wrap(text, columns).into_iter().map(|line| Line::styled(line, style)));
        };
        add(&questionnaire.text.summary, Style::new());
        let answers = low.iter().take(REASONS);
        let answers: Vec<String> = answers
            .map(|(question, standing)| {
                format!("{} ({})", question.text.question, scores::answer(question, *standing))
            })
            .collect();
        add(&words::because(&answers), theme.open);
        column.item(Item::Add(questionnaire.id.clone()), lines);
    }
}
