//! A page that stays laid out while only the selection on it moves: to lay it out takes as long as it is, to draw it
//! only what is seen.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::layout::Rect;

use super::widgets::column::Column;

/// What stands on a page.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// What stays where it is while the rest scrolls.
    pub(crate) head: Column<'static>,
    pub(crate) body: Column<'static>,
}

/// The page that was laid out last, and the area that it was laid out for.
#[derive(Default)]
pub(crate) struct LaidOut(RefCell<Option<(Rect, Rc<Sheet>)>>);

impl LaidOut {
    /// The page for this area: the one laid out last, or a new one.
    pub(crate) fn page(&self, area: Rect, lay: impl FnOnce() -> Sheet) -> Rc<Sheet> {
        if let Some((known, page)) = &*self.0.borrow()
            && *known == area
        {
            return Rc::clone(page);
        }
        let page = Rc::new(lay());
        self.0.replace(Some((area, Rc::clone(&page))));
        page
    }

    /// Has the next page laid out anew: something else than the selection changed.
    pub(crate) fn forget(&self) {
        self.0.replace(None);
    }
}
