//! Coming back: the next assessment of one in the list, and what changed between two of them.

use std::collections::BTreeSet;
use std::path::Path;

use super::console::Exit;
use super::home::Home;
use super::words;
use crate::assessment::Assessment;
use crate::files::{Document, LibraryEntry, next_of};
use crate::interview::actions_in_progress;
use crate::report::comparison;
use crate::report::tree::Block;
use crate::team::{compare, in_order};
use crate::words::interview::worked_on;

impl Home<'_> {
    /// Begins the next assessment of a file. Where the plan was worked on, it asks first whether to begin
    /// there: those are the answers that may have changed.
    pub(super) fn next(&mut self, path: &Path) -> Result<bool, Exit> {
        let (read, next) = (Document::read(path), next_of(self.catalogue, path));
        let (last, next) = match (read, next) {
            (Ok((document, _)), Ok(next)) => (document.assessment, next),
            (Err(error), _) => return self.tell(Err(error.to_string())),
            (_, Err(error)) => return self.tell(Err(error.to_string())),
        };
        let worked = actions_in_progress(self.catalogue, &last);
        let mut first = BTreeSet::new();
        if !worked.is_empty() {
            self.console.say(words::WORKED_ON)?;
            let titles = worked.iter().map(|(question, state)| worked_on(question, *state));
            self.console.say_all(titles.map(|title| words::sentence(&title)))?;
            if self.console.ask_yes(words::ASK_FIRST)? {
                first = worked.into_iter().map(|(question, _)| question.id.clone()).collect();
            }
        }
        self.create(next, first)
    }

    /// Tells what changed between two assessments of the list.
    pub(super) fn compare(&mut self, rest: &str, list: &[LibraryEntry]) -> Result<(), Exit> {
        if list.iter().filter(|listed| listed.summary.is_ok()).count() < 2 {
            return self.console.say(words::NONE_TO_COMPARE);
        }
        let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
        let Some(this) = self.which(first, words::WHICH_LATER, list)? else { return Ok(()) };
        let Some(other) = self.which(second, words::WHICH_EARLIER, list)? else { return Ok(()) };
        let find = |path: &Path| {
            let listed = list.iter().find(|listed| listed.path == path);
            listed.and_then(|listed| listed.summary.as_ref().ok())
        };
        match (find(&this), find(&other)) {
            (Some(one), Some(two)) if this != other => self.tell_changes((one, &this), (two, &other)),
            _ => self.console.say(words::TWO_OF_THEM),
        }
    }

    fn tell_changes(
        &mut self,
        (this, path): (&Assessment, &Path),
        (other, other_path): (&Assessment, &Path),
    ) -> Result<(), Exit> {
        let (before, after) = in_order(this.clone(), other.clone());
        let is_later = after == *this;
        let (first, second) = if is_later { (other_path, path) } else { (path, other_path) };
        let report = comparison(&compare(&before, &after, self.catalogue));
        self.console.pause()?;
        self.console.say(&words::spoken(&report.title))?;
        self.console.say(&words::compared("Before", first, &before))?;
        self.console.say(&words::compared("After", second, &after))?;
        for section in &report.sections {
            self.console.say(&words::spoken(&section.heading))?;
            for block in &section.blocks {
                if let Block::Item(_, text) = block {
                    self.console.say(&words::spoken(text))?;
                }
            }
        }
        Ok(())
    }
}
