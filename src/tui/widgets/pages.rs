//! Pages side by side, turned with the left and right keys: which one this is, and what comes next.

use ratatui::text::{Line, Span};

use super::text::{cut, width};
use crate::tui::theme::Theme;

/// The heading of a page: its title, "1 of 3", and the title of the next one.
pub(crate) fn heading<'l>(theme: &Theme, columns: usize, titles: &[&str], at: usize) -> Line<'l> {
    let Some(title) = titles.get(at) else { return Line::raw("") };
    let title = cut(title, columns);
    if titles.len() < 2 {
        return Line::styled(title, theme.title);
    }
    let number = format!("  {} of {}", at + 1, titles.len());
    let next = titles.get(next(at, titles.len())).map_or("", |next| next);
    let room = columns.saturating_sub(width(&title) + width(&number) + 5);
    let next = if room < 8 { String::new() } else { cut(next, room) };
    let gap = columns.saturating_sub(width(&title) + width(&number) + width(&next) + 2);
    Line::from(vec![
        Span::styled(title, theme.title),
        Span::styled(number, theme.muted),
        Span::raw(" ".repeat(gap)),
        Span::styled(cut("\u{2192}", columns), theme.key),
        Span::styled(format!(" {next}"), theme.muted),
    ])
}

/// The page after this one; after the last comes the first.
fn next(at: usize, pages: usize) -> usize {
    (at + 1) % pages.max(1)
}
