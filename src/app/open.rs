//! The open assessment: what its screens remember, and what means the same on all of them.

use std::path::PathBuf;

use super::Now;
use super::keys::{Command, Context};
use super::message::SaveProblem;
use super::response::Response;
use super::screens::interview::InterviewState;
use super::screens::plan::PlanState;
use super::screens::results::ResultsState;
use super::screens::target::TargetState;
use super::screens::workshop::{Setup, WorkshopState};
use super::screens::{interview, plan, results, shared, target, workshop};
use crate::interview::Session;
use crate::words::app as words;
use crate::words::dialogs;
use crate::words::interview::change_text;

/// A screen of the open assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The questions, one at a time.
    Interview,
    /// The results, and what stands behind them.
    Results,
    /// The choice of a level to aim at.
    Target,
    /// The actions by quarter.
    Plan,
    /// A room that counts hands.
    Workshop,
}

/// The state of the file of the open assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// Everything is on disk.
    Saved,
    /// A save is under way.
    Saving,
    /// It could not be saved.
    Failed(SaveProblem),
    /// It is not to be saved, since somebody else has it open: says so.
    ReadOnly(String),
}

/// The open assessment and what its screens remember.
pub struct Open<'a> {
    /// The assessment, and the question where one is.
    pub session: Session<'a>,
    /// Its file.
    pub path: PathBuf,
    /// Whether it is on disk.
    pub file: FileState,
    /// The screen that is shown.
    pub tab: Tab,
    /// The interview.
    pub interview: InterviewState<'a>,
    /// The results.
    pub results: ResultsState,
    /// The choice of a target.
    pub target: TargetState<'a>,
    /// The plan.
    pub plan: PlanState<'a>,
    /// The workshop, once it has begun.
    pub workshop: Option<WorkshopState>,
    /// How a workshop begins.
    pub(super) setup: Setup,
}

impl<'a> Open<'a> {
    /// Whether it may not be changed.
    pub fn is_read_only(&self) -> bool {
        matches!(self.file, FileState::ReadOnly(_))
    }

    /// Whether nothing of it is missing on disk.
    pub fn is_on_disk(&self) -> bool {
        matches!(self.file, FileState::Saved | FileState::ReadOnly(_))
    }

    /// Makes a change; says why not where the file is read only.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Session<'a>)) -> Response {
        if let FileState::ReadOnly(why) = &self.file {
            return Response::problem(why.clone());
        }
        let before = self.session.version();
        change(&mut self.session);
        Response { changed: self.session.version() != before, ..Response::none() }
    }

    /// Goes to one of its screens.
    pub(super) fn go(&mut self, tab: Tab, now: Now) {
        self.tab = tab;
        match tab {
            Tab::Interview => self.interview.arrive(&self.session),
            Tab::Results => {}
            Tab::Target => self.target.arrive(&self.session, now.today),
            Tab::Plan => self.plan.arrive(&self.session, now.today),
            Tab::Workshop => workshop::arrive(self, now),
        }
    }

    /// Comes to the present screen anew, after a change from elsewhere.
    pub(super) fn come_again(&mut self, now: Now) {
        self.go(self.tab, now);
    }

    /// Where a key is pressed.
    pub(super) fn context(&self) -> Context {
        match self.tab {
            Tab::Interview if self.interview.milestone.is_some() => Context::Settled,
            Tab::Interview => Context::Interview,
            Tab::Results => Context::Results,
            Tab::Target => Context::Target,
            Tab::Plan => Context::Plan,
            Tab::Workshop => workshop::context(self),
        }
    }

    /// Does what a command means on the present screen.
    pub(super) fn command(&mut self, now: Now, command: Command) -> Response {
        match command {
            Command::Interview if self.tab == Tab::Plan => plan::to_question(self, now),
            Command::Interview => self.switch(Tab::Interview, now),
            Command::Results => self.switch(Tab::Results, now),
            Command::Target => self.switch(Tab::Target, now),
            Command::Plan => self.switch(Tab::Plan, now),
            Command::Workshop => workshop::come(self, now),
            // From the other screens of a workshop's file one goes back to the workshop.
            Command::Back if self.workshop.is_some() && self.tab != Tab::Workshop => {
                workshop::come(self, now)
            }
            Command::Questionnaires => shared::ask_questionnaires(self, dialogs::QUESTIONNAIRES_HINT),
            Command::Find => shared::ask_find(),
            Command::Write => plan::ask_format(),
            Command::Undo => self.undo_or_redo(true, now),
            Command::Redo => self.undo_or_redo(false, now),
            _ => match self.tab {
                Tab::Interview => interview::command(self, now, command),
                Tab::Results => results::command(self, now, command),
                Tab::Target => target::command(self, now, command),
                Tab::Plan => plan::command(self, now, command),
                Tab::Workshop => workshop::command(self, now, command),
            },
        }
    }

    fn switch(&mut self, tab: Tab, now: Now) -> Response {
        self.go(tab, now);
        Response::none()
    }

    /// Takes the last change back, or makes it again, and says what it was.
    fn undo_or_redo(&mut self, back: bool, now: Now) -> Response {
        if let FileState::ReadOnly(why) = &self.file {
            return Response::problem(why.clone());
        }
        let catalogue = self.session.catalogue();
        let text = |assessment: &_, edit: &_| change_text(catalogue, assessment, edit);
        let Some(change) = self.session.undo_or_redo(back, text) else {
            return Response::say(if back { words::NOTHING_TO_UNDO } else { words::NOTHING_TO_REDO });
        };
        self.interview.last = None;
        self.come_again(now);
        let text = if back { words::taken_back(&change) } else { words::made_again(&change) };
        Response { changed: true, ..Response::say(text) }
    }

    /// Selects the item of the present screen in this position, from 0.
    pub(super) fn select(&mut self, position: usize) {
        match self.tab {
            Tab::Interview => self.interview.highlighted = Some(position),
            Tab::Results => self.results.cursor.select(&results::items(self), position),
            Tab::Target => self.target.cursor.select(&target::items(self), position),
            Tab::Plan => self.plan.cursor.select(&plan::items(self), position),
            Tab::Workshop => workshop::select(self, position),
        }
    }
}
