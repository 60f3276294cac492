//! Saving a change before anything else is asked, and what to do where that fails.

use super::console::Exit;
use super::sitting::Sitting;
use super::words;
use crate::assessment::{Edit, Fact, merge_changes};
use crate::files::{SaveError, expand};
use crate::interview::Session;
use crate::words::files;

/// What is done after a failed save.
enum Remedy {
    Again,
    Over,
    /// It is saved elsewhere, read again, or left for later.
    Done,
}

impl Sitting<'_, '_> {
    /// Saves, and asks what to do for as long as that fails.
    pub(super) fn save(&mut self, done: &str) -> Result<(), Exit> {
        let mut over = false;
        loop {
            match self.file.save(self.session.assessment(), self.catalogue, over) {
                Ok(()) => return self.console.say(&words::saved(done)),
                Err(error) => match self.after_failure(&error)? {
                    Remedy::Again => over = false,
                    Remedy::Over => over = true,
                    Remedy::Done => return Ok(()),
                },
            }
        }
    }

    /// Says what hindered a save, and asks what to do about it.
    fn after_failure(&mut self, error: &SaveError) -> Result<Remedy, Exit> {
        self.console.say(&words::not_saved(error))?;
        let changed = matches!(error, SaveError::ChangedOnDisk(_));
        let ways = match (changed, self.leaving) {
            (true, false) => words::CHANGED.to_vec(),
            (true, true) => [words::CHANGED.as_slice(), &[words::LEAVE]].concat(),
            (false, false) => vec![words::AGAIN, words::ELSEWHERE, words::LATER],
            (false, true) => vec![words::AGAIN, words::ELSEWHERE, words::LEAVE],
        };
        self.console.options(&ways)?;
        loop {
            let Some(chosen) = self.console.choose(words::WHICH_WAY, ways.len())? else { continue };
            // A number may have been typed ahead for a question: nothing is given up by it alone.
            let given_up = match (changed, chosen) {
                (true, 2) => Some(words::GIVE_UP_YOURS),
                (true, 3) => Some(words::GIVE_UP_THEIRS),
                (true, 5) | (false, 3) if self.leaving => Some(words::GIVE_UP_YOURS),
                _ => None,
            };
            if let Some(question) = given_up
                && !self.console.ask_yes(question)?
            {
                continue;
            }
            let remedy = match (changed, chosen) {
                (true, 1) if self.merge()? => Some(Remedy::Again),
                (true, 2) if self.reload()? => Some(Remedy::Done),
                (true, 3) => Some(Remedy::Over),
                (true, 4) | (false, 2) if self.save_elsewhere()? => Some(Remedy::Done),
                (false, 1) => Some(Remedy::Again),
                (true, 5) | (false, 3) => Some(Remedy::Done),
                _ => None,
            };
            if let Some(remedy) = remedy {
                return Ok(remedy);
            }
        }
    }

    /// Merges what somebody else changed in the file, and asks where both changed the same; returns
    /// whether that was done.
    fn merge(&mut self) -> Result<bool, Exit> {
        let theirs = match self.file.read_for_merge() {
            Ok(theirs) => theirs,
            Err(problem) => {
                self.console.say(&words::sentence(&problem))?;
                return Ok(false);
            }
        };
        let merged = |as_in_file: &[Fact]| {
            let (mine, now) = (self.session.assessment(), &theirs.document.assessment);
            merge_changes(&theirs.base, mine, now, |fact| as_in_file.contains(fact))
        };
        let (mut whole, conflicts) = merged(&[]);
        let mut decided = conflicts.is_empty();
        while !decided {
            self.console.say(words::CONFLICTS)?;
            self.console.options(conflicts.iter().map(|conflict| files::conflict(conflict) + "."))?;
            let numbers =
                self.console.ask_numbers(words::AS_IN_FILE, words::AS_IN_FILE_HELP, conflicts.len())?;
            let Some(numbers) = numbers else { return Ok(false) };
            let theirs = numbers.iter().filter_map(|number| conflicts.get(number - 1));
            let as_in_file: Vec<Fact> = theirs.map(|conflict| conflict.fact.clone()).collect();
            decided = self.console.ask_yes(&words::decided(as_in_file.len(), conflicts.len()))?;
            whole = merged(&as_in_file).0;
        }
        self.session.edit(Edit::Whole(Box::new(whole)));
        self.file.go_on_with(theirs);
        self.reloaded = true;
        self.console.say(words::MERGED)?;
        Ok(true)
    }

    /// Reads the file again; returns whether it could be read.
    fn reload(&mut self) -> Result<bool, Exit> {
        if let Err(problem) = self.file.reload() {
            self.console.say(&words::sentence(&problem))?;
            return Ok(false);
        }
        self.session = Session::new(self.catalogue, self.file.assessment().clone());
        self.reloaded = true;
        self.console.say(words::RELOADED)?;
        Ok(true)
    }

    /// Saves to another file; returns whether that was done.
    fn save_elsewhere(&mut self) -> Result<bool, Exit> {
        let path = self.console.ask_text("", words::OTHER_FILE_HINT, words::OTHER_FILE)?.unwrap_or_default();
        if path.is_empty() {
            return Ok(false);
        }
        let path = expand(path.as_ref());
        if let Err(error) = self.file.save_as(&path, self.session.assessment(), self.catalogue) {
            self.console.say(&words::not_saved(&error))?;
            return Ok(false);
        }
        // Where it cannot be remembered, it is only missing from the list.
        let _ = self.library.remember(&path);
        self.console.say(&words::saved_in(&path))?;
        Ok(true)
    }
}
