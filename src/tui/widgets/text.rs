//! Text in columns.

use std::cell::RefCell;
use std::num::NonZeroUsize;

use lru::LruCache;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::wrapping;
pub(crate) use crate::text::{cut, fit, width};

/// The texts whose lines are known: more than a screen has.
const KNOWN: NonZeroUsize = NonZeroUsize::new(200).unwrap();

/// The bytes that such a text has at most.
const LONGEST: usize = 4096;

/// The lines of a text in so many columns.
type Wrapped = (usize, Vec<String>);

thread_local! {
    /// To look for the places where lines may end takes a third of a frame.
    static WRAPPED: RefCell<LruCache<String, Wrapped>> = RefCell::new(LruCache::new(KNOWN));
}

/// A text in lines of so many columns.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    WRAPPED.with_borrow_mut(|wrapped| {
        if let Some((known, lines)) = wrapped.get(text)
            && *known == columns
        {
            return lines.clone();
        }
        let lines = crate::text::wrap(text, columns);
        if text.len() <= LONGEST {
            wrapped.put(text.to_owned(), (columns, lines.clone()));
        }
        lines
    })
}

/// A text wrapped, in one style.
pub(crate) fn styled(text: &str, columns: usize, style: Style) -> Vec<Line<'static>> {
    wrap(text, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}

/// A line of a two-column text wrapped so that its second column hangs.
pub(crate) fn hang(line: &str, columns: usize) -> Vec<String> {
    let indent = line.find("  ").map_or(0, |gap| gap + line[gap..].len() - line[gap..].trim_start().len());
    let indent = " ".repeat(indent.min(columns / 2));
    let options = wrapping(columns.max(8)).subsequent_indent(&indent);
    let wrapped: Vec<String> =
        textwrap::wrap(line, options).into_iter().map(|line| line.into_owned()).collect();
    if wrapped.is_empty() { vec![String::new()] } else { wrapped }
}

/// An item of a list, wrapped so that it hangs behind its mark.
pub(crate) fn item(mut mark: String, text: &str, columns: usize) -> Vec<String> {
    let blank = " ".repeat(mark.len());
    let lines = wrap(text, columns.saturating_sub(mark.len())).into_iter();
    lines.map(|line| std::mem::replace(&mut mark, blank.clone()) + &line).collect()
}
