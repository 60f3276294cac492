//! The results: where the organisation stands and why, a page for each questionnaire; on the last page,
//! what would look closer at what is weak.

use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::{Cursor, Now, Open, Pick, Tab};
use crate::interview::Session;
use crate::questionnaire::Questionnaire;
use crate::report::explain::lowest;
use crate::score::{FollowUp, Outcome, Score, follow_ups};
use crate::words::results_screen as words;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct ResultsState {
    /// The page shown, from 0.
    page: usize,
    /// Whether the questions in the way of every level are shown; else those of the next one.
    pub all_levels: bool,
    /// The selection on it: a question to go to, or a questionnaire to add.
    pub cursor: Cursor,
}

/// The pages: the scores, and the questionnaires that are worth a closer look on a page of their own.
pub struct Pages<'s, 'a> {
    /// A page each.
    pub scores: &'s [Score<'a>],
    /// What the last page offers; without any there is no such page.
    pub follow_ups: Vec<FollowUp<'a>>,
    /// The page shown, from 0.
    pub shown: usize,
}

impl<'s, 'a> Pages<'s, 'a> {
    /// The pages as they are now.
    pub fn of(open: &'s Open<'a>) -> Pages<'s, 'a> {
        let scores = open.session.progress().scores.as_slice();
        let follow_ups = follow_ups(open.session.catalogue(), open.session.assessment());
        let pages = Pages { scores, follow_ups, shown: 0 };
        Pages { shown: open.results.page.min(pages.count().saturating_sub(1)), ..pages }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.scores.len() + usize::from(!self.follow_ups.is_empty())
    }

    /// Whether the last page is shown.
    pub fn is_last(&self) -> bool {
        self.shown + 1 >= self.count()
    }

    /// The score of the page shown; `None` on the last page.
    pub fn score(&self) -> Option<&'s Score<'a>> {
        self.scores.get(self.shown)
    }
}

/// What can be selected on the page shown, from top to bottom.
pub fn items(open: &Open<'_>) -> Vec<Pick> {
    let pages = Pages::of(open);
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let Some(score) = pages.score() else {
        let offered = pages.follow_ups.iter().map(|follow_up| follow_up.questionnaire.id.clone());
        return offered.map(Pick::Questionnaire).collect();
    };
    let questions: Vec<&str> = match &score.result {
        Outcome::Levels(levels) => {
            let shown = levels.in_the_way(open.results.all_levels);
            let levels = levels.levels.iter().filter(|level| shown.contains(&level.number));
            let blocking = levels.flat_map(|level| level.blocking.iter().copied());
            blocking.filter(|id| catalogue.question(id).is_some()).collect()
        }
        Outcome::Areas(_) => {
            let lowest = lowest(catalogue, assessment, score.questionnaire);
            lowest.into_iter().map(|blocking| blocking.question.id.as_str()).collect()
        }
        Outcome::Fit(_) => Vec::new(),
    };
    questions.into_iter().map(|id| Pick::Question(id.to_owned())).collect()
}

pub(in crate::app) fn command(open: &mut Open<'_>, now: Now, command: Command) -> Response {
    match command {
        Command::Next => turn(open, 1),
        Command::Previous => turn(open, -1),
        Command::Enter => {
            return match open.results.cursor.selected_in(&items(open)) {
                Some(Pick::Question(question)) => to_question(open, now, &question),
                Some(Pick::Questionnaire(id)) => match open.session.catalogue().questionnaire(&id) {
                    Some(questionnaire) => add(open, now, questionnaire),
                    None => Response::none(),
                },
                _ => Response::say(words::SELECT_HINT),
            };
        }
        Command::NextOpen => {
            open.session.go_on();
            open.go(Tab::Interview, now);
        }
        Command::AllLevels => open.results.all_levels = !open.results.all_levels,
        Command::Back => open.go(Tab::Interview, now),
        _ => {}
    }
    Response::none()
}

/// Turns so many pages on; after the last one comes the first.
fn turn(open: &mut Open<'_>, by: isize) {
    let pages = Pages::of(open);
    let page = super::turned(pages.shown, pages.count(), by);
    open.results = ResultsState { page, cursor: Cursor::default(), all_levels: open.results.all_levels };
}

/// Goes to a question where the questionnaire of this page asks it.
fn to_question(open: &mut Open<'_>, now: Now, question: &str) -> Response {
    let here = Pages::of(open).score().map(|score| score.questionnaire.id.as_str());
    let mut positions = open.session.positions().into_iter();
    let position = positions.find(|position| {
        Some(position.questionnaire.id.as_str()) == here && position.place.question == question
    });
    if let Some(position) = position {
        open.session.go_to_position(position);
    }
    open.go(Tab::Interview, now);
    Response::none()
}

/// Adds a questionnaire, and goes to its first question without an answer.
fn add(open: &mut Open<'_>, now: Now, questionnaire: &Questionnaire) -> Response {
    let response = open.change(|session: &mut Session<'_>| session.add_questionnaire(questionnaire));
    if response.changed {
        open.results = ResultsState::default();
        open.go(Tab::Interview, now);
    }
    response
}
