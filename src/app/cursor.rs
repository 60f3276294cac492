//! The selection on a screen whose lines are more than what is shown.

/// Something that can be selected on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// The question with this id, or its action.
    Question(String),
    /// The questionnaire with this id, to be added.
    Questionnaire(String),
    Level(usize),
    Objective(String),
}

/// The selection among the items of a screen, and how far the screen is scrolled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cursor {
    pub selected: Option<Pick>,
    /// The position of that item, from 0: its neighbour is selected when it has gone.
    pub position: usize,
    /// The first line shown, from 0, where a front end scrolls.
    pub top: usize,
}

impl Cursor {
    /// The position of the selected item: the same item as before, else the one in its place.
    pub fn position_in<'i>(&self, items: impl IntoIterator<Item = &'i Pick>) -> Option<usize> {
        let selected = self.selected.as_ref()?;
        let mut count = 0;
        for (i, item) in items.into_iter().enumerate() {
            if item == selected {
                return Some(i);
            }
            count = i + 1;
        }
        Some(self.position.min(count.checked_sub(1)?))
    }

    /// The selected item.
    pub fn selected_in(&self, items: &[Pick]) -> Option<Pick> {
        items.get(self.position_in(items)?).cloned()
    }

    /// Selects the item in this position; nothing where there is none.
    pub fn select(&mut self, items: &[Pick], position: usize) {
        self.selected = items.get(position).cloned();
        self.position = position;
    }
}
