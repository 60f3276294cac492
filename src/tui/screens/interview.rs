//! The interview: the questions by level at the left, one question at the right.
//!
//! ```text
//! ┌──────────────────┬──────────────────────────────────────┐
//! │ 1 Legal      5/8 │ where · key question                 │
//! │   ✓ inventory    │ Question?                            │
//! │   > licence-…    │ help                                 │
//! │ 2 Community  0/8 │   1 option …                         │
//! │                  │   0 don't know   x not applicable    │
//! │                  │ last answer · progress               │
//! └──────────────────┴──────────────────────────────────────┘
//! ```

mod milestone;
mod question;
mod question_list;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};

use crate::app::Open;
use crate::app::keys::Command;
use crate::tui::scene::Scene;

/// From this width on the list of questions stands beside the question.
const WIDE_ENOUGH_FOR_LIST: u16 = 76;
/// From this width on it stands beside a result too, which has more to say.
const WIDE_ENOUGH_BESIDE_RESULT: u16 = 110;

/// Draws the screen.
pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let main = main_area(open, area);
    if has_list(open, area) {
        let [list, _] =
            Layout::horizontal([Constraint::Length(list_width(area) + 1), Constraint::Fill(1)]).areas(area);
        question_list::draw(scene, open, frame, list);
    }
    match &open.interview.milestone {
        Some(milestone) => milestone::draw(scene, open, milestone, frame, main),
        None => question::draw(scene, open, frame, main),
    }
}

fn has_list(open: &Open<'_>, area: Rect) -> bool {
    let beside_result = open.interview.milestone.is_some();
    area.width >= if beside_result { WIDE_ENOUGH_BESIDE_RESULT } else { WIDE_ENOUGH_FOR_LIST }
}

/// Where the question stands: beside the list of questions, where there is room for one.
fn main_area(open: &Open<'_>, area: Rect) -> Rect {
    if !has_list(open, area) {
        return Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    }
    let list = list_width(area);
    Rect { x: area.x + list + 2, width: area.width - list - 3, ..area }
}

/// The columns of the list of questions.
fn list_width(area: Rect) -> u16 {
    if area.width >= 110 { 36 } else { 25 }
}

/// The first line of the question, or of a milestone, after a page up or down.
pub(super) fn scrolled(scene: &Scene<'_, '_>, open: &Open<'_>, command: Command) -> Option<usize> {
    let area = main_area(open, scene.body());
    match (command, &open.interview.milestone) {
        (Command::Up | Command::Down, _) => None,
        (_, Some(milestone)) if command.moves() => {
            Some(milestone::scrolled(scene, open, milestone, area, command))
        }
        (_, None) if command.moves() => question::scrolled(scene, open, area, command),
        _ => None,
    }
}

/// The answer that a click chooses.
pub(super) fn answer_at(scene: &Scene<'_, '_>, open: &Open<'_>, at: Position) -> Option<Command> {
    let main = main_area(open, scene.body());
    let answers = open.interview.milestone.is_none() && main.contains(at);
    answers.then(|| question::answer_at(scene, open, main, at.y))?
}
