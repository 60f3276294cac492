//! How the open assessment gets to disk, what is done when it does not, and how one leaves it.

use std::path::PathBuf;

use super::answers;
use super::dialogs::{Choice, Choosing, Dialog, Item, Lines, Text, Writing};
use super::message::{Effect, Merging, Message, SaveProblem};
use super::{App, Notice, Open, Saved};
use crate::assessment::{Conflict, Edit, Fact, merge_changes};
use crate::tui::screens;
use crate::words::files as words;

/// Why nothing happens yet.
const SAVING: &str = "Waiting for the disk; the same key again offers other ways out";
const SLOW_DISK: &str = "The disk has not answered yet. It may still: leaving now gives it up.";

/// A way out of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// To the list of assessments.
    Home,
    /// Out of the program.
    Quit,
}

impl App<'_> {
    /// Saves the open assessment as it is now.
    pub(crate) fn save(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.is_read_only() {
            return Vec::new();
        }
        // A file that somebody else changed is not overwritten before the user has decided.
        if open.saved == Saved::Failed(SaveProblem::ChangedOnDisk) {
            return Vec::new();
        }
        open.saved = Saved::Pending;
        vec![Effect::Save(open.session.version(), Box::new(open.session.assessment().clone()))]
    }

    pub(crate) fn saved(&mut self, version: u64) -> Vec<Effect> {
        if let Some(open) = &mut self.open
            && version == open.session.version()
        {
            open.saved = Saved::Yes;
        }
        self.leave_if_saved()
    }

    pub(crate) fn save_failed(&mut self, problem: SaveProblem) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            open.saved = Saved::Failed(problem.clone());
        }
        let may_ask = match &self.dialog {
            Some(Dialog::Choosing(open)) => matches!(open.purpose, Choice::Changed | Choice::Unsaved),
            open => open.is_none(),
        };
        match problem {
            SaveProblem::ChangedOnDisk if may_ask => ask_changed(self),
            SaveProblem::ChangedOnDisk => self.unasked.wait(Message::SaveFailed(problem)),
            SaveProblem::Failed(text) if may_ask && self.leaving.is_some() => ask_unsaved(self, &text),
            SaveProblem::Failed(text) => {
                self.notice = Some(Notice::Problem(format!("{text} (q or Esc offers it)")));
            }
        }
        Vec::new()
    }

    /// The open assessment is in another file now.
    pub(crate) fn saved_as(&mut self, version: u64, path: PathBuf) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            open.path = path;
        }
        // What hindered the old file is of no interest any more.
        self.unasked.forget_failed_saves();
        self.saved(version)
    }

    /// Ends the program once everything is on disk.
    pub(crate) fn quit(&mut self) -> Vec<Effect> {
        self.leave(Leaving::Quit)
    }

    /// Leaves the open assessment once it is on disk; asks what to do when it cannot be saved. Who asks
    /// twice while the disk is busy is asked too.
    pub(crate) fn leave(&mut self, leaving: Leaving) -> Vec<Effect> {
        let waits = self.leaving.replace(leaving).is_some();
        match self.open.as_ref().map(|open| open.saved.clone()) {
            Some(Saved::Failed(SaveProblem::ChangedOnDisk)) => ask_changed(self),
            Some(Saved::Failed(SaveProblem::Failed(text))) => ask_unsaved(self, &text),
            Some(Saved::Pending) if waits => ask_unsaved(self, SLOW_DISK),
            Some(Saved::Pending) => self.notice = Some(Notice::Info(SAVING.to_owned())),
            _ => {}
        }
        self.leave_if_saved()
    }

    /// Goes where one wanted to go, once everything is on disk.
    fn leave_if_saved(&mut self) -> Vec<Effect> {
        let saved = |open: &Open<'_>| matches!(open.saved, Saved::Yes | Saved::ReadOnly(_));
        if !self.open.as_ref().is_none_or(saved) {
            return Vec::new();
        }
        let leaving = self.leaving.take();
        if leaving.is_some() {
            self.dialog = None;
        }
        match leaving {
            None => Vec::new(),
            Some(Leaving::Home) => screens::home::leave(self),
            Some(Leaving::Quit) => vec![Effect::Quit],
        }
    }

    /// Keeps a note or evidence that is being written, as far as it is.
    pub(crate) fn keep_written(&mut self) -> Vec<Effect> {
        match &self.dialog {
            Some(Dialog::Writing(writing))
                if matches!(writing.purpose, Text::Note(_) | Text::Evidence(_)) =>
            {
                let (purpose, text) = (writing.purpose.clone(), writing.text());
                answers::text(self, purpose, &text)
            }
            _ => Vec::new(),
        }
    }

    /// Ends the program at once: what is being written is kept, and saved with everything else.
    pub(crate) fn terminate(&mut self) -> Vec<Effect> {
        self.keep_written();
        let unsaved =
            self.open.as_ref().filter(|open| !matches!(open.saved, Saved::Yes | Saved::ReadOnly(_)));
        let save = unsaved
            .map(|open| Effect::Save(open.session.version(), Box::new(open.session.assessment().clone())));
        save.into_iter().chain([Effect::Quit]).collect()
    }
}

/// Does what was chosen about a file that was changed or cannot be saved.
pub(crate) fn after_failed_save(app: &mut App<'_>, id: &str) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let save = |open: &Open<'_>| (open.session.version(), Box::new(open.session.assessment().clone()));
    match id {
        "merge" => vec![Effect::Merge],
        "reload" => vec![Effect::Reload],
        "mine" => {
            open.saved = Saved::Pending;
            let (version, assessment) = save(open);
            vec![Effect::SaveOver(version, assessment)]
        }
        "retry" => {
            open.saved = Saved::Pending;
            let (version, assessment) = save(open);
            vec![Effect::Save(version, assessment)]
        }
        "elsewhere" => {
            let stem = open.path.file_stem().unwrap_or_default().to_string_lossy();
            let path = open.path.with_file_name(format!("{stem}-mine.toml")).display().to_string();
            app.dialog = Some(Writing::dialog(
                "Save to another file",
                "The path of a file that does not exist yet.",
                Lines::One,
                &path,
                Text::SaveAs,
            ));
            Vec::new()
        }
        "leave" => vec![Effect::Leave],
        _ => Vec::new(),
    }
}

/// Says that somebody else changed the file, and asks what to do.
fn ask_changed(app: &mut App<'_>) {
    // What comes of it is to be seen before one leaves.
    app.leaving = None;
    app.ask_by_itself(Dialog::Choosing(Choosing {
        title: "The file was changed by another program".to_owned(),
        hint:
            "Your last changes are not saved yet. Nothing was overwritten. Choose with the arrows and Enter."
                .to_owned(),
        items: vec![
            Item::new("merge", "Merge: keep the changes of both, question by question"),
            Item::new("reload", "Read it again: your unsaved changes go"),
            Item::new("mine", "Keep mine: the changes on disk go"),
            Item::new("elsewhere", "Save mine to another file"),
        ],
        selected: 0,
        purpose: Choice::Changed,
    }));
}

/// Merges what somebody else changed in the file into the open assessment. Where both changed the same
/// fact it asks first; `decided` are the facts to be as in the file.
pub(crate) fn merge(app: &mut App<'_>, merging: Merging, decided: Option<&[String]>) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let mine = open.session.assessment();
    let take_theirs = |fact: &Fact| decided.is_some_and(|decided| decided.contains(&words::fact(fact)));
    let (merged, conflicts) = merge_changes(&merging.base, mine, &merging.theirs, take_theirs);
    if decided.is_none() && !conflicts.is_empty() {
        let item = |conflict: &Conflict| Item {
            text: words::conflict(conflict),
            id: words::fact(&conflict.fact),
            ticked: Some(false),
        };
        app.ask_by_itself(Dialog::Choosing(Choosing {
            title: "Both changed these".to_owned(),
            hint:
                "Tick those that are to be as in the file; the others stay as you have them. Enter goes on."
                    .to_owned(),
            items: conflicts.iter().map(item).collect(),
            selected: 0,
            purpose: Choice::Conflicts(Box::new(merging)),
        }));
        return Vec::new();
    }
    open.session.edit(Edit::Whole(Box::new(merged)));
    open.interview.last = None;
    open.saved = Saved::Pending;
    let save = Effect::SaveMerged(open.session.version(), Box::new(open.session.assessment().clone()));
    let screen = app.screen;
    app.go(screen);
    app.notice = Some(Notice::Info("Merged: the changes of both are here (u takes theirs back)".to_owned()));
    vec![save]
}

/// Says that something is not saved before the program ends.
fn ask_unsaved(app: &mut App<'_>, problem: &str) {
    app.ask_by_itself(Dialog::Choosing(Choosing {
        title: "Not saved yet".to_owned(),
        hint: format!("{problem} Choose with the arrows and Enter."),
        items: vec![
            Item::new("retry", "Try again"),
            Item::new("elsewhere", "Save to another file"),
            Item::new("leave", "Leave without saving"),
        ],
        selected: 0,
        purpose: Choice::Unsaved,
    }));
}
