//! Figures on the screen: the lines that the reports draw, in the colours of the theme.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::report::figure::{Piece, Tone};
use crate::tui::theme::Theme;

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

pub(crate) fn spans(theme: &Theme, pieces: Vec<Piece>) -> Vec<Span<'static>> {
    pieces.into_iter().map(|piece| Span::styled(piece.text, style(theme, piece.tone))).collect()
}

pub(crate) fn lines(theme: &Theme, figure: Vec<Vec<Piece>>) -> Vec<Line<'static>> {
    figure.into_iter().map(|line| Line::from(spans(theme, line))).collect()
}
