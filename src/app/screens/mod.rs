//! The open assessment and its screens: what each of them remembers, and what a command does on it.
//!
//! To add a screen: its file, a [`Tab`], what it remembers in [`Open`], and its line in each `match` here; a
//! context and its keys in `keys`; and a file that draws it, and one that tells it.

pub mod comparison;
pub mod help;
pub mod home;
pub mod interview;
pub mod plan;
pub mod results;
mod shared;
pub mod target;
pub mod workshop;
pub(super) mod writing;

use std::path::PathBuf;

use strum::VariantArray;

use self::interview::InterviewState;
use self::plan::PlanState;
use self::results::ResultsState;
use self::target::TargetState;
use self::workshop::{Setup, WorkshopState};
use self::writing::Writing;
use super::Now;
use super::cursor::{Cursor, Pick};
use super::keys::{Command, Context};
use super::message::SaveProblem;
use super::response::Response;
use crate::interview::Session;
use crate::words::app as words;
use crate::words::dialogs;
use crate::words::frame as titles;
use crate::words::interview::change_text;
use crate::workshop::Picked;

/// A screen of the open assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
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
    pub path: PathBuf,
    pub file: FileState,
    pub tab: Tab,
    pub interview: InterviewState<'a>,
    pub results: ResultsState,
    pub target: TargetState<'a>,
    pub plan: PlanState<'a>,
    /// The workshop, once it has begun.
    pub workshop: Option<WorkshopState>,
    /// What was written to a file last.
    pub(super) writing: Option<Writing>,
    setup: Setup,
    /// The questions that were picked for the workshop before it began.
    pub(super) shortlist: Vec<Picked>,
}

impl Tab {
    /// The command that goes there.
    pub fn command(self) -> Command {
        match self {
            Tab::Interview => Command::Interview,
            Tab::Results => Command::Results,
            Tab::Target => Command::Target,
            Tab::Plan => Command::Plan,
            Tab::Workshop => Command::Workshop,
        }
    }

    fn of(command: Command) -> Option<Tab> {
        Tab::VARIANTS.iter().copied().find(|tab| tab.command() == command)
    }
}

impl<'a> Open<'a> {
    /// An assessment that was opened from this file, at its first screen.
    pub(in crate::app) fn new(
        session: Session<'a>,
        path: PathBuf,
        file: FileState,
        setup: Setup,
    ) -> Open<'a> {
        Open {
            session,
            path,
            file,
            tab: Tab::Interview,
            interview: InterviewState::default(),
            results: ResultsState::default(),
            target: TargetState::default(),
            plan: PlanState::default(),
            workshop: None,
            writing: None,
            setup,
            shortlist: Vec::new(),
        }
    }

    /// What the present screen is called; the interview as its questionnaire.
    pub fn title(&self) -> &str {
        match (self.tab, self.session.position()) {
            (Tab::Interview, Some(position)) => &position.questionnaire.text.title,
            (Tab::Interview, None) => titles::INTERVIEW,
            (Tab::Results, _) => titles::RESULTS,
            (Tab::Target, _) => titles::TARGET,
            (Tab::Plan, _) => titles::PLAN,
            (Tab::Workshop, _) => titles::WORKSHOP,
        }
    }

    /// Whether it may not be changed.
    pub fn is_read_only(&self) -> bool {
        matches!(self.file, FileState::ReadOnly(_))
    }

    /// Whether nothing of it is missing on disk.
    pub fn is_on_disk(&self) -> bool {
        matches!(self.file, FileState::Saved | FileState::ReadOnly(_))
    }

    /// Makes a change; says why not where the file is read only.
    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut Session<'a>)) -> Response {
        if let FileState::ReadOnly(why) = &self.file {
            return Response::problem(why.clone());
        }
        let before = self.session.version();
        change(&mut self.session);
        Response { changed: self.session.version() != before, ..Response::none() }
    }

    pub(in crate::app) fn go(&mut self, tab: Tab, now: Now) {
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
    pub(in crate::app) fn come_again(&mut self, now: Now) {
        self.go(self.tab, now);
    }

    pub(in crate::app) fn context(&self) -> Context {
        match self.tab {
            Tab::Interview if self.interview.milestone.is_some() => Context::Milestone,
            Tab::Interview => Context::Interview,
            Tab::Results => Context::Results,
            Tab::Target => Context::Target,
            Tab::Plan => Context::Plan,
            Tab::Workshop => workshop::context(self),
        }
    }

    pub(in crate::app) fn command(&mut self, now: Now, command: Command) -> Response {
        match command {
            Command::Interview if self.tab == Tab::Plan => plan::to_question(self, now),
            Command::Workshop => workshop::come(self, now),
            // From the other screens of a workshop's file one goes back to the workshop.
            Command::Back if self.workshop.is_some() && self.tab != Tab::Workshop => {
                workshop::come(self, now)
            }
            Command::Questionnaires => shared::ask_questionnaires(self, dialogs::QUESTIONNAIRES_HINT),
            Command::Find => shared::ask_find(),
            Command::Write if self.tab == Tab::Workshop => writing::ask_format(Writing::minutes()),
            Command::Write => plan::ask_to_write(self, now),
            Command::Undo | Command::Redo => {
                let back = command == Command::Undo;
                workshop::ask_step(self, back).unwrap_or_else(|| self.undo_or_redo(back, now))
            }
            _ => match (Tab::of(command), self.tab) {
                (Some(Tab::Plan), _) => plan::come(self, now),
                (Some(tab), _) => {
                    self.go(tab, now);
                    Response::none()
                }
                (_, Tab::Interview) => interview::command(self, now, command),
                (_, Tab::Results) => results::command(self, now, command),
                (_, Tab::Target) => target::command(self, now, command),
                (_, Tab::Plan) => plan::command(self, now, command),
                (_, Tab::Workshop) => workshop::command(self, now, command),
            },
        }
    }

    /// Takes the last change back, or makes it again, and says what it was.
    pub(super) fn undo_or_redo(&mut self, back: bool, now: Now) -> Response {
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

    /// What can be selected on the present screen, from top to bottom.
    pub fn items(&self) -> Vec<Pick> {
        match self.tab {
            Tab::Results => results::items(self),
            Tab::Target => target::items(self),
            Tab::Plan => plan::items(self),
            Tab::Interview | Tab::Workshop => Vec::new(),
        }
    }

    /// Selects the item of the present screen in this position, from 0.
    pub(in crate::app) fn select(&mut self, position: usize) {
        let items = self.items();
        match (self.tab, self.cursor()) {
            (_, Some(cursor)) => cursor.select(&items, position),
            (Tab::Workshop, None) => workshop::select(self, position),
            (_, None) => self.interview.highlighted = Some(position),
        }
    }

    pub(in crate::app) fn moved(&mut self, moved: Cursor) {
        match (self.tab, self.cursor()) {
            (Tab::Target, _) => self.target.moved(moved),
            (_, Some(cursor)) => *cursor = moved,
            (_, None) => {}
        }
    }

    fn cursor(&mut self) -> Option<&mut Cursor> {
        match self.tab {
            Tab::Results => Some(&mut self.results.cursor),
            Tab::Target => Some(&mut self.target.cursor),
            Tab::Plan => Some(&mut self.plan.cursor),
            Tab::Interview | Tab::Workshop => None,
        }
    }

    /// Takes the first line that a front end shows.
    pub(in crate::app) fn scrolled(&mut self, top: usize) {
        match self.tab {
            Tab::Interview => self.interview.top = Some(top),
            Tab::Target => self.target.detail_top = top,
            Tab::Workshop => self.workshop.iter_mut().for_each(|state| state.top = top),
            Tab::Results | Tab::Plan => {}
        }
    }
}

/// The page so many pages on, of those that stand in a circle.
fn turned(page: usize, pages: usize, by: isize) -> usize {
    let pages = pages.max(1);
    match by {
        1 => (page + 1) % pages,
        _ => page.checked_sub(1).unwrap_or(pages - 1),
    }
}
