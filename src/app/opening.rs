//! What happens when an assessment was opened.

use super::message::{Effect, Opened};
use super::{App, Notice, Open, Saved, Screen};
use crate::interview::Session;
use crate::tui::screens;
use crate::tui::screens::interview::InterviewView;
use crate::tui::screens::plan::PlanView;
use crate::tui::screens::results::ResultsView;
use crate::tui::screens::target::TargetView;
use crate::workshop::is_under_way;

impl App<'_> {
    /// Shows what was opened: its next question, or what is to be known about it first.
    pub(crate) fn opened(&mut self, opened: Opened) -> Vec<Effect> {
        let Opened { path, assessment, notices, read_only } = opened;
        self.unasked.forget_failed_saves();
        let mut session = Session::new(self.catalogue, assessment);
        let first = std::mem::take(&mut self.ask_first);
        if !first.is_empty() {
            session.ask_first(first);
        }
        self.notice = read_only.clone().map(Notice::Problem);
        if !notices.is_empty() {
            let to_confirm = session.carried_over().len();
            self.dialog = Some(screens::help::notices(notices, to_confirm));
        }
        // A file that was read again in the middle of a workshop, or was left for Home, goes on where it was.
        let left = self.left_workshop.take_if(|(left, _)| *left == path);
        if left.is_some() {
            self.screen = Screen::Workshop;
        } else if self.screen != Screen::Workshop && self.notice.is_none() && is_under_way(&session) {
            self.notice = Some(Notice::Info(screens::workshop::UNDER_WAY.to_owned()));
        }
        let before = self.open.take().filter(|open| open.path == path);
        let open = self.open.insert(Open {
            workshop: before.and_then(|open| open.workshop).or(left.map(|(_, view)| view)),
            interview: InterviewView::default(),
            results: ResultsView::default(),
            target: TargetView::default(),
            plan: PlanView::default(),
            saved: read_only.map_or(Saved::Yes, Saved::ReadOnly),
            session,
            path,
        });
        screens::workshop::find_place(open);
        self.go(if self.screen == Screen::Workshop { Screen::Workshop } else { Screen::Interview });
        Vec::new()
    }
}
