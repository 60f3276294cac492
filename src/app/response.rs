//! What comes of a command: what a screen wants of the application.

use super::dialogs::Dialog;
use super::effect::Effect;

/// What the application is to do after a command.
#[derive(Default)]
pub(super) struct Response {
    /// The open assessment was changed: it is to be saved.
    pub(super) changed: bool,
    pub(super) feedback: Option<Feedback>,
    pub(super) dialog: Option<Dialog>,
    pub(super) leave: Option<Leaving>,
    /// Something to be done outside, after the save.
    pub(super) effects: Vec<Effect>,
}

/// One line of feedback, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feedback {
    /// Something went as it should, or is to be known.
    Info(String),
    /// Something did not.
    Problem(String),
}

/// A way out of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// To the list of assessments.
    Home,
    Quit,
}

impl Response {
    /// Nothing more is to be done.
    pub(super) fn none() -> Response {
        Response::default()
    }

    pub(super) fn say(text: impl Into<String>) -> Response {
        Response { feedback: Some(Feedback::Info(text.into())), ..Response::default() }
    }

    /// It is said what went wrong.
    pub(super) fn problem(text: impl Into<String>) -> Response {
        Response { feedback: Some(Feedback::Problem(text.into())), ..Response::default() }
    }

    pub(super) fn ask(dialog: Dialog) -> Response {
        Response { dialog: Some(dialog), ..Response::default() }
    }

    pub(super) fn leave(leaving: Leaving) -> Response {
        Response { leave: Some(leaving), ..Response::default() }
    }

    pub(super) fn effect(effect: Effect) -> Response {
        Response { effects: vec![effect], ..Response::default() }
    }

    /// The same, and something is said where nothing is yet.
    #[must_use]
    pub(super) fn and_say(mut self, text: impl Into<String>) -> Response {
        self.feedback.get_or_insert_with(|| Feedback::Info(text.into()));
        self
    }
}
