//! A column of lines that scrolls, in which some lines can be selected.
//!
//! A screen builds the column anew whenever what it shows may have changed, and the selection stays on the
//! same thing.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::lines::Lines;
use super::text::styled;
use crate::app::keys::Command;
use crate::app::{Cursor, Pick};
use crate::tui::theme::Theme;

/// Columns that a column of lines takes for itself: the pointer at the left, "more" at the right.
pub(crate) const MARGIN: u16 = 4;

/// Lines from top to bottom; some of them can be selected.
#[derive(Debug)]
pub(crate) struct Column<'l> {
    lines: Vec<Line<'l>>,
    items: Vec<(Pick, Range<usize>)>,
}

impl<'l> Column<'l> {
    pub(crate) fn new() -> Column<'l> {
        Column { lines: Vec::new(), items: Vec::new() }
    }

    pub(crate) fn line(&mut self, line: impl Into<Line<'l>>) {
        self.lines.push(line.into());
    }

    /// Adds an empty line, unless the last one is empty or there is none.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.line("");
        }
    }

    pub(crate) fn text(&mut self, text: &str, style: Style, columns: usize) {
        self.lines.extend(styled(text, columns, style));
    }

    /// Adds lines that are selected together.
    pub(crate) fn item(&mut self, what: Pick, lines: impl IntoIterator<Item = Line<'l>>) {
        let start = self.lines.len();
        self.lines.extend(lines);
        self.items.push((what, start..self.lines.len()));
    }

    pub(crate) fn has_items(&self) -> bool {
        !self.items.is_empty()
    }

    pub(crate) fn height(&self) -> usize {
        self.lines.len()
    }

    pub(crate) fn selected(&self, cursor: &Cursor) -> Option<&Pick> {
        Some(&self.items.get(self.index(cursor)?)?.0)
    }

    /// The position of the item that is selected.
    fn index(&self, cursor: &Cursor) -> Option<usize> {
        cursor.position_in(self.items.iter().map(|(what, _)| what))
    }

    /// The first line to show, so that what is selected is seen.
    fn top(&self, cursor: &Cursor, height: usize) -> usize {
        let top = cursor.top.min(self.lines.len().saturating_sub(height));
        match self.index(cursor).and_then(|index| self.items.get(index)) {
            Some((_, lines)) => top.max(lines.end.saturating_sub(height)).min(lines.start),
            None => top,
        }
    }

    /// The cursor where a command moves it; `height` is how many lines are shown.
    pub(crate) fn moved(&self, cursor: &Cursor, command: Command, height: usize) -> Cursor {
        let mut moved = cursor.clone();
        self.do_move(&mut moved, command, height);
        moved
    }

    fn do_move(&self, cursor: &mut Cursor, command: Command, height: usize) {
        let top = self.top(cursor, height);
        let (end, last) = (top + height, self.lines.len().saturating_sub(height));
        let page = height.saturating_sub(1).max(1);
        let index = self.index(cursor);
        cursor.top = top;
        match command {
            Command::Down => {
                let next = match index {
                    Some(index) => index + 1,
                    None => self.items.iter().take_while(|(_, lines)| lines.start < top).count(),
                };
                match self.items.get(next) {
                    // A longer text between two items is scrolled through, not jumped over.
                    Some((_, lines)) if lines.end <= end + page => self.select(cursor, Some(next)),
                    _ => self.scroll(cursor, (top + 1).min(last), height),
                }
            }
            Command::Up => match index {
                Some(index) if index > 0 => self.select(cursor, Some(index - 1)),
                Some(_) => {
                    self.select(cursor, None);
                    cursor.top = top.saturating_sub(page);
                }
                None => cursor.top = top.saturating_sub(1),
            },
            Command::PageDown if top == last => {
                self.select(cursor, self.items.len().checked_sub(1));
            }
            Command::PageDown => self.turn(cursor, (top + page).min(last), height),
            Command::PageUp => self.turn(cursor, top.saturating_sub(page), height),
            Command::First => self.turn(cursor, 0, height),
            Command::Last => {
                cursor.top = last;
                self.select(cursor, self.items.len().checked_sub(1));
            }
            _ => {}
        }
    }

    /// The cursor on what stands at this place of the area where the column is drawn, if something does.
    pub(crate) fn clicked(&self, cursor: &Cursor, area: Rect, at: Position) -> Option<Cursor> {
        let row = usize::from(at.y.checked_sub(area.y).filter(|_| area.contains(at))?);
        let top = self.top(cursor, usize::from(area.height));
        let hit = self.items.iter().position(|(_, lines)| lines.contains(&(top + row)))?;
        let mut clicked = Cursor { top, ..Cursor::default() };
        self.select(&mut clicked, Some(hit));
        Some(clicked)
    }

    fn select(&self, cursor: &mut Cursor, index: Option<usize>) {
        cursor.selected = index.and_then(|index| self.items.get(index)).map(|(what, _)| what.clone());
        cursor.position = index.unwrap_or(0);
    }

    /// Shows the lines from `top` on; what is no longer seen is no longer selected.
    fn scroll(&self, cursor: &mut Cursor, top: usize, height: usize) {
        let seen = |index: &usize| {
            self.items.get(*index).is_some_and(|(_, lines)| top <= lines.start && lines.end <= top + height)
        };
        let index = self.index(cursor).filter(seen);
        self.select(cursor, index);
        cursor.top = top;
    }

    /// Shows the page from `top` on, and selects the first item on it.
    fn turn(&self, cursor: &mut Cursor, top: usize, height: usize) {
        let seen =
            |(_, lines): &(Pick, Range<usize>)| lines.start >= top && lines.end <= top.saturating_add(height);
        self.select(cursor, self.items.iter().position(seen));
        cursor.top = top;
    }

    /// Draws what is to be seen of it: `>` before what is selected, an arrow where there is more.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme, cursor: &Cursor) {
        let height = usize::from(area.height);
        let top = self.top(cursor, height);
        let selected =
            self.index(cursor).and_then(|index| self.items.get(index)).map(|(_, lines)| lines.clone());
        let more = self.lines.len() > top + height;
        let shown = self.lines.iter().enumerate().skip(top).take(height).map(|(i, line)| {
            let mut line = line.clone();
            let first = selected.as_ref().is_some_and(|lines| lines.start == i);
            line.spans.insert(0, Span::raw(if first { "> " } else { "  " }));
            let inside = selected.as_ref().is_some_and(|lines| lines.contains(&i));
            if inside { line.patch_style(theme.selected) } else { line }
        });
        let text = Rect { width: area.width.saturating_sub(MARGIN - 2), ..area };
        frame.render_widget(Lines(shown), text);
        let arrow =
            |y: u16| Rect { x: area.right().saturating_sub(1), y, width: 1, height: 1 }.intersection(area);
        if top > 0 {
            frame.render_widget(Span::styled("\u{2191}", theme.key), arrow(area.y));
        }
        if more {
            frame.render_widget(Span::styled("\u{2193}", theme.key), arrow(area.bottom().saturating_sub(1)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twelve lines of text, then three items of two lines each, then three lines.
    fn column() -> Column<'static> {
        let mut column = Column::new();
        (0..12).for_each(|_| column.line("text"));
        for what in 1..=3 {
            column.item(Pick::Level(what), [Line::raw("one"), Line::raw("two")]);
        }
        (0..3).for_each(|_| column.line("text"));
        column
    }

    fn after(commands: &[Command], height: usize) -> (Option<Pick>, usize) {
        let (column, mut cursor) = (column(), Cursor::default());
        commands.iter().for_each(|command| cursor = column.moved(&cursor, *command, height));
        (column.selected(&cursor).cloned(), column.top(&cursor, height))
    }

    #[test]
    fn down_selects_what_comes_next_and_shows_it() {
        use Command::{Down, Up};
        assert_eq!(after(&[], 10), (None, 0));
        assert_eq!(after(&[Down], 10), (Some(Pick::Level(1)), 4));
        assert_eq!(after(&[Down, Down, Down], 10), (Some(Pick::Level(3)), 8));
        assert_eq!(after(&[Down, Down, Down, Down], 10), (Some(Pick::Level(3)), 9));
        assert_eq!(after(&[Down, Up], 10), (None, 0));
    }

    #[test]
    fn a_text_longer_than_the_window_is_not_jumped_over() {
        assert_eq!(after(&[Command::Down], 4), (None, 1));
        assert_eq!(after(&[Command::PageDown], 4), (None, 3));
    }

    #[test]
    fn pages_reach_both_ends() {
        use Command::{PageDown, PageUp};
        assert_eq!(after(&[PageDown, PageDown], 10), (Some(Pick::Level(1)), 11));
        assert_eq!(after(&[PageDown, PageDown, PageDown], 10), (Some(Pick::Level(3)), 11));
        assert_eq!(after(&[PageDown, PageDown, PageUp, PageUp], 10), (None, 0));
    }

    #[test]
    fn when_what_was_selected_has_gone_its_neighbour_is() {
        let mut cursor = Cursor::default();
        cursor = column().moved(&cursor, Command::Down, 30);
        cursor = column().moved(&cursor, Command::Down, 30);
        let mut shorter = Column::new();
        shorter.item(Pick::Level(1), [Line::raw("a")]);
        shorter.item(Pick::Level(3), [Line::raw("c")]);
        assert_eq!(shorter.selected(&cursor), Some(&Pick::Level(3)));
    }
}
