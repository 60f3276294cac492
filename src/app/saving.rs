//! How the open assessment gets to disk, what is done when it does not, and how one leaves it.

use std::path::PathBuf;

use super::dialogs::{Act, Cause, Dialog};
use super::response::Response;
use super::screens::{comparison, plan, writing};
use super::{
    App, Effect, Feedback, FileState, Leaving, Merging, Message, Now, Open, SaveProblem, Screen,
    WriteProblem, WrittenPlan,
};
use crate::assessment::{Assessment, Edit, Fact, merge_changes};
use crate::words::files;
use crate::words::plan_screen::written_to;
use crate::words::saving as words;

impl App<'_> {
    pub(super) fn save(&mut self) -> Vec<Effect> {
        match self.open_mut() {
            // A file that somebody else changed is not overwritten before the user has decided.
            Some(open) if !open.is_read_only() && !open.has_changed_on_disk() => {
                open.save_by(Effect::Save).effects
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn saved(&mut self, version: u64) -> Vec<Effect> {
        if let Some(open) = self.open_mut()
            && version == open.session.version()
        {
            open.file = FileState::Saved;
        }
        self.leave_if_saved()
    }

    pub(super) fn save_failed(&mut self, problem: SaveProblem) -> Vec<Effect> {
        if let Some(open) = self.open_mut() {
            open.file = FileState::Failed(problem.clone());
        }
        let may_ask = self.dialog.as_ref().is_none_or(|dialog| dialog.cause == Cause::FailedSave);
        match problem {
            SaveProblem::ChangedOnDisk if may_ask => self.ask_changed(),
            SaveProblem::ChangedOnDisk => self.interruptions.wait(Message::SaveFailed(problem)),
            SaveProblem::Failed(text) if may_ask && (self.leaving.is_some() || self.is_by_lines()) => {
                self.ask_unsaved(&text);
            }
            SaveProblem::Failed(text) => self.feedback = Some(Feedback::Problem(words::not_saved(&text))),
        }
        Vec::new()
    }

    /// The open assessment is in another file now.
    pub(super) fn saved_as(&mut self, version: u64, path: PathBuf) -> Vec<Effect> {
        if let Some(open) = self.open_mut() {
            open.path = path;
        }
        // What hindered the old file is of no interest any more.
        self.interruptions.forget_failed_saves();
        self.saved(version)
    }

    pub(super) fn quit(&mut self) -> Vec<Effect> {
        self.leave(Leaving::Quit)
    }

    /// Leaves the open assessment once it is on disk; asks what to do when it cannot be saved. Who asks
    /// twice while the disk is busy is asked too.
    pub(super) fn leave(&mut self, leaving: Leaving) -> Vec<Effect> {
        let waits = self.leaving.replace(leaving).is_some();
        match self.open().map(|open| open.file.clone()) {
            Some(FileState::Failed(_)) if self.waits_for_disk > 0 => self.ask_unsaved(words::SLOW_DISK),
            Some(FileState::Failed(SaveProblem::ChangedOnDisk)) => self.ask_changed(),
            Some(FileState::Failed(SaveProblem::Failed(text))) => self.ask_unsaved(&text),
            Some(FileState::Saving) if waits => self.ask_unsaved(words::SLOW_DISK),
            Some(FileState::Saving) => self.feedback = Some(Feedback::Info(words::SAVING.to_owned())),
            _ => {}
        }
        self.leave_if_saved()
    }

    /// Goes where one wanted to go, once everything is on disk.
    fn leave_if_saved(&mut self) -> Vec<Effect> {
        if !self.open().is_none_or(Open::is_on_disk) {
            return Vec::new();
        }
        let leaving = self.leaving.take();
        if leaving.is_some() {
            self.dialog = None;
        }
        match leaving {
            None => Vec::new(),
            Some(Leaving::Home) => self.close(),
            Some(Leaving::Quit) => vec![Effect::Quit],
        }
    }

    /// Closes the open assessment and shows the list.
    fn close(&mut self) -> Vec<Effect> {
        if let Screen::Open(open) = std::mem::replace(&mut self.screen, Screen::Home) {
            let Open { path, workshop, .. } = *open;
            self.home.wanted = Some(path.clone());
            self.left_workshop = workshop.map(|state| (path, state)).or(self.left_workshop.take());
        }
        vec![Effect::Close, Effect::List]
    }

    /// Ends the program at once: what is being written is kept, and saved with everything else.
    pub(super) fn terminate(&mut self) -> Vec<Effect> {
        self.was_ended = true;
        self.keep_written();
        let unsaved = self.open_mut().filter(|open| !open.is_on_disk());
        let save = unsaved.map(|open| Effect::Save(open.session.version(), open.copy()));
        save.into_iter().chain([Effect::Quit]).collect()
    }

    /// Merges what somebody else changed in the file into the open assessment. Where both changed the
    /// same fact it asks first.
    pub(super) fn merge(&mut self, merging: Merging) -> Vec<Effect> {
        let Some(open) = self.open() else { return Vec::new() };
        let mine = open.session.assessment();
        let (_, conflicts) = merge_changes(&merging.base, mine, &merging.theirs, |_| false);
        if conflicts.is_empty() {
            return self.on_open(|open, now| merge(open, now, &merging, &[]));
        }
        let lines = conflicts.into_iter().map(|conflict| {
            let text = files::conflict(&conflict);
            (conflict.fact, text, false)
        });
        let dialog =
            Dialog::ticks(words::CONFLICTS, words::CONFLICTS_HINT, lines.collect(), move |app, theirs| {
                app.on_open(|open, now| merge(open, now, &merging, &theirs))
            });
        let dialog = dialog.giving_up(|list| Some(words::decided(list.ticked(), list.items.len())));
        self.ask_by_itself(dialog.leading_out());
        Vec::new()
    }

    /// Says that somebody else changed the file, and asks what to do.
    fn ask_changed(&mut self) {
        // What comes of it is to be seen before one leaves.
        self.leaving = None;
        self.ask_way_out(
            words::CHANGED,
            words::CHANGED_HINT,
            &[
                (words::MERGE, None, |_, _| Response::effect(Effect::Merge)),
                (words::RELOAD, Some(words::GIVE_UP_MINE), |_, _| Response::effect(Effect::Reload)),
                (words::MINE, Some(words::GIVE_UP_THEIRS), |open, _| open.save_by(Effect::SaveOver)),
                (words::ELSEWHERE_MINE, None, |open, _| ask_elsewhere(open)),
            ],
        );
    }

    /// Says that something is not saved, before the program ends or, line by line, before it goes on.
    fn ask_unsaved(&mut self, problem: &str) {
        let leave: Way = (words::LEAVE, Some(words::GIVE_UP_MINE), |_, _| Response::effect(Effect::Leave));
        let later: Way = (words::LATER, None, |_, _| Response::none());
        self.ask_way_out(
            words::UNSAVED,
            problem,
            &[
                (words::RETRY, None, |open, _| open.save_by(Effect::Save)),
                (words::ELSEWHERE, None, |open, _| ask_elsewhere(open)),
                if self.leaving.is_some() { leave } else { later },
            ],
        );
    }

    /// Says what became of a plan that was to be written.
    pub(super) fn written(&mut self, result: Result<WrittenPlan, WriteProblem>) -> Vec<Effect> {
        match result {
            Ok(WrittenPlan { path, is_minutes, refused }) => {
                if !refused.is_empty() {
                    self.ask_by_itself(plan::not_read(&path, &refused));
                }
                self.follow(Response::say(written_to(&path, is_minutes)))
            }
            // What is asked by now is not taken away.
            Err(WriteProblem::Failed(_, problem)) if self.dialog.is_some() => {
                self.follow(Response::problem(problem))
            }
            Err(WriteProblem::Failed(path, problem)) => {
                let asked = self.open().map(|open| writing::ask_path_again(open, &path, problem));
                asked.into_iter().for_each(|dialog| self.ask_by_itself(dialog));
                Vec::new()
            }
            Err(WriteProblem::Exists(path)) => {
                let asked = self.open().map(|open| writing::ask_to_replace(open, path));
                asked.into_iter().for_each(|dialog| self.ask_by_itself(dialog));
                Vec::new()
            }
            Err(WriteProblem::NotSynced(path, said)) => {
                let earlier = comparison::earlier(self);
                self.on_open(|open, now| plan::take_over(open, now, path, &said, earlier))
            }
        }
    }

    fn ask_way_out(&mut self, title: &str, hint: &str, ways: &[Way]) {
        let given_up: Vec<Option<&str>> = ways.iter().map(|(_, given_up, _)| *given_up).collect();
        let lines = ways.iter().map(|(text, _, act)| (*act, (*text).to_owned())).collect();
        let dialog = Dialog::acts(title, hint, lines, 0).leading_out();
        let dialog = dialog.giving_up(move |list| Some((*given_up.get(list.selected)?)?.to_owned()));
        self.ask_by_itself(Dialog { cause: Cause::FailedSave, ..dialog });
    }
}

/// A way out where a file was changed or cannot be saved: what it says, what it gives up, as a question,
/// and what it does.
type Way = (&'static str, Option<&'static str>, Act);

impl Open<'_> {
    /// The file was changed by another program, and nobody has decided what to do.
    fn has_changed_on_disk(&self) -> bool {
        self.file == FileState::Failed(SaveProblem::ChangedOnDisk)
    }

    fn copy(&self) -> Box<Assessment> {
        Box::new(self.session.assessment().clone())
    }

    /// Saves it as it is now, by one of the effects that do.
    fn save_by(&mut self, save: impl FnOnce(u64, Box<Assessment>) -> Effect) -> Response {
        self.file = FileState::Saving;
        Response::effect(save(self.session.version(), self.copy()))
    }
}

fn ask_elsewhere(open: &Open<'_>) -> Response {
    let stem = open.path.file_stem().unwrap_or_default().to_string_lossy();
    let path = open.path.with_file_name(format!("{stem}-mine.toml")).display().to_string();
    let dialog = Dialog::line(words::ELSEWHERE, words::SAVE_AS_HINT, path, |app, line| {
        let path = PathBuf::from(line);
        let save_as = |version, assessment| Effect::SaveAs(version, assessment, path);
        Ok(app.on_open(|open, _| open.save_by(save_as)))
    });
    Response::ask(dialog.required(crate::words::dialogs::NO_PATH).leading_out())
}

/// Merges what is in the file; `theirs` are the facts that both changed and that are to be as in the file.
fn merge(open: &mut Open<'_>, now: Now, merging: &Merging, theirs: &[Fact]) -> Response {
    let (merged, _) = merge_changes(&merging.base, open.session.assessment(), &merging.theirs, |fact| {
        theirs.contains(fact)
    });
    open.session.edit(Edit::Whole(Box::new(merged)));
    open.interview.last = None;
    let response = open.save_by(Effect::SaveMerged);
    open.come_again(now);
    response.and_say(words::MERGED)
}
