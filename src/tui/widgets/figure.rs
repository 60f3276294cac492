//! Figures on the screen: the lines that the reports draw, in the colours of the theme; and bars.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::report::figure::{Piece, Tone};
use crate::score::Sum;
use crate::tui::theme::Theme;

/// What a tone looks like.
fn style(theme: &Theme, tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Muted | Tone::Axis | Tone::Beyond => theme.muted,
        Tone::Reached => theme.good,
        Tone::Possible => theme.open,
        Tone::Target => theme.target,
        Tone::Position => theme.key,
        Tone::Weak => theme.bad,
    }
}

/// Pieces of a line in colours.
pub(crate) fn spans(theme: &Theme, pieces: Vec<Piece>) -> Vec<Span<'static>> {
    pieces.into_iter().map(|piece| Span::styled(piece.text, style(theme, piece.tone))).collect()
}

/// A figure in colours.
pub(crate) fn lines(theme: &Theme, figure: Vec<Vec<Piece>>) -> Vec<Line<'static>> {
    figure.into_iter().map(|line| Line::from(spans(theme, line))).collect()
}

/// A bar of so many columns: what is proven, what is still possible, the rest; the gate stands in it
/// as a line.
pub(crate) fn bar(width: usize, proven: Sum, possible: Sum, gate: Option<u32>) -> Vec<Piece> {
    let columns = |sum: Sum| usize::try_from(sum.tenths().unwrap_or(0)).unwrap_or(0) * width / 1000;
    let (proven, possible) = (columns(proven), columns(possible));
    let gate = gate.map(|gate| (gate as usize * width / 100).min(width.saturating_sub(1)));
    let cells = (0..width).map(|column| match column {
        _ if Some(column) == gate => ("\u{2502}", Tone::Target),
        _ if column < proven => ("\u{2588}", Tone::Reached),
        _ if column < possible => ("\u{2592}", Tone::Possible),
        _ => ("\u{2591}", Tone::Beyond),
    });
    cells.map(|(sign, tone)| Piece { text: sign.to_owned(), tone }).collect()
}
