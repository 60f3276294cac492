//! The page that offers questionnaires that look closer at what is weak.

use ratatui::style::Style;
use ratatui::text::Line;

use super::words;
use crate::app::Pick;
use crate::score::FollowUp;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::wrap;
use crate::words::scores;

/// The page that offers them.
pub(super) fn lay<'l>(column: &mut Column<'l>, follow_ups: &[FollowUp<'_>], theme: &Theme, columns: usize) {
    column.text(words::DEEPER_INTRO, theme.muted, columns);
    for follow_up in follow_ups {
        column.gap();
        let mut lines: Vec<Line<'_>> = Vec::new();
        let mut add = |text: &str, style: Style| {
            lines.extend(wrap(text, columns).into_iter().map(|line| Line::styled(line, style)));
        };
        add(&scores::follow_up(follow_up), theme.title);
        add(&follow_up.questionnaire.text.summary, Style::new());
        add(&scores::because(follow_up), theme.open);
        column.item(Pick::Questionnaire(follow_up.questionnaire.id.clone()), lines);
    }
}
