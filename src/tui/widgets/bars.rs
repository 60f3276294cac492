//! The line at the top of every screen and the keys at its foot.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::lines::Lines;
use super::text::{cut, fit, width, wrap};
use crate::app::keys::{Binding, Command, Context, bindings};
use crate::tui::theme::Theme;

/// The top line: where one is at the left, with how one stands there, which is not cut; how the file stands at the
/// right.
pub(crate) fn top(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: &Theme,
    (place, so_far): (&str, &str),
    right: Span<'_>,
) {
    let columns = usize::from(area.width);
    let room = columns.saturating_sub(width(&right.content) + 3);
    let left = format!("{}{so_far}", cut(place, room.saturating_sub(width(so_far))));
    let left = Span::styled(format!(" {} ", fit(&left, room)), theme.title);
    frame.render_widget(Lines([Line::from(vec![left, right])]), area);
}

/// The keys of a context, as many as fit; the last one is always the help.
pub(crate) fn footer(frame: &mut Frame<'_>, area: Rect, theme: &Theme, context: Context) {
    let useful = |binding: &&Binding| !binding.label.is_empty() && !leads_here(binding.command, context);
    let shown: Vec<_> = bindings(context).filter(useful).collect();
    let (help, others): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|binding| binding.command == Command::Help);
    let size = |binding: &Binding| width(binding.keys) + width(binding.label) + 3;
    let mut room =
        usize::from(area.width).saturating_sub(1 + help.iter().map(|binding| size(binding)).sum::<usize>());
    let mut spans = vec![Span::raw(" ")];
    for binding in others.into_iter().filter(|binding| {
        let fits = size(binding) <= room;
        room -= if fits { size(binding) } else { 0 };
        fits
    }) {
        spans.push(Span::styled(binding.keys, theme.key));
        spans.push(Span::raw(format!(" {}  ", binding.label)));
    }
    for binding in help {
        spans.push(Span::styled(binding.keys, theme.key));
        spans.push(Span::raw(format!(" {}", binding.label)));
    }
    frame.render_widget(Lines([Line::from(spans)]), area);
}

/// Whether a command goes to the screen where one is.
fn leads_here(command: Command, context: Context) -> bool {
    matches!(
        (command, context),
        (Command::Interview, Context::Interview)
            | (Command::Results, Context::Results)
            | (Command::Target, Context::Target)
            | (Command::Plan, Context::Plan)
    )
}

/// The rows that feedback takes in an area of this width.
pub(crate) fn feedback_rows(area: Rect, text: &str) -> u16 {
    let lines = wrap(text, usize::from(area.width).saturating_sub(2)).len();
    u16::try_from(lines).unwrap_or(u16::MAX).min(area.height / 2)
}

/// Feedback in the last lines of an area.
pub(crate) fn feedback(frame: &mut Frame<'_>, whole: Rect, text: &str, style: Style) {
    let height = feedback_rows(whole, text);
    let area = Rect { y: whole.bottom() - height, height, ..whole };
    let lines = wrap(text, usize::from(whole.width).saturating_sub(2)).into_iter();
    let lines = lines.map(|line| Line::from(vec![Span::raw(" "), Span::styled(line, style)]));
    frame.render_widget(Clear, area);
    frame.render_widget(Lines(lines), area);
}
