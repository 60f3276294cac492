//! The ladder, after Figure 9 of the paper: steps that rise from left to right, and along them an
//! arrow, since whoever climbs goes on with what the lower rungs ask.

use super::canvas::{Canvas, cut};
use super::label::{Label, Look, labels, legend, list};
use super::{Line, Tone};
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;
use crate::words;

/// The shortest and the longest step, in columns.
const STEPS: std::ops::RangeInclusive<usize> = 4..=16;
/// With fewer columns than these for each step, words give way to signs.
const GOOD_STEP: usize = 7;

/// The steps of all levels with the position on them, in at most this width and height; one line per
/// level where that is too small. `target` is the number of a level.
pub fn ladder(
    score: &LevelsScore<'_>,
    questionnaire: &Questionnaire,
    target: Option<usize>,
    (width, height): (usize, usize),
) -> Vec<Line> {
    let drawn = [true, false].into_iter().find_map(|by_words| {
        let labels = labels(score, questionnaire, target, by_words);
        let legend = legend(score, width, !by_words);
        let step = step(&labels, width, if by_words { GOOD_STEP } else { *STEPS.start() })?;
        (2 * labels.len() + legend.len() <= height)
            .then(|| draw(score, &labels, width, step).into_iter().chain(legend).collect())
    });
    let list = || list(&labels(score, questionnaire, target, false), score.reached, (width, height));
    drawn.unwrap_or_else(list)
}

/// The length of each step with which every label fits at the right of its riser.
fn step(labels: &[Label], width: usize, least: usize) -> Option<usize> {
    let room = |(number, label): (usize, &Label)| Some(width.checked_sub(2 + label.width())? / number);
    let rooms: Option<Vec<usize>> = labels.iter().enumerate().skip(1).map(room).collect();
    let step = rooms?.into_iter().min()?.min(*STEPS.end());
    (step >= least).then_some(step)
}

fn draw(score: &LevelsScore<'_>, labels: &[Label], width: usize, step: usize) -> Vec<Line> {
    let top = labels.len().saturating_sub(1);
    let mut canvas = Canvas::new(width, 2 * labels.len());
    arrow(&mut canvas, top, step);
    for (number, label) in labels.iter().enumerate() {
        let (row, column) = (2 * (top - number), number * step);
        let reached = label.look == Look::Reached;
        let tone = label.look.tone();
        canvas.fill(row, column, (column + step).min(width), if reached { "━" } else { "─" }, tone);
        if number > 0 {
            canvas.put(row, column, if reached { "┏" } else { "┌" }, tone);
            canvas.put(row + 1, column, if reached { "┃" } else { "│" }, tone);
            let below = labels.get(number - 1).is_some_and(|label| label.look == Look::Reached);
            let foot = if reached {
                "┛"
            } else if below {
                "┙"
            } else {
                "┘"
            };
            canvas.put(row + 2, column, foot, tone);
        }
        let text_at = column + if number > 0 { 2 } else { 0 };
        label.draw(&mut canvas, row + 1, text_at, width - text_at);
    }
    let position = usize::try_from(score.position()).unwrap_or(usize::MAX).min(100 * top);
    let column = (position * step / 100).max(position / 100 * step + 1);
    canvas.put(2 * (top - position / 100), column, words::figures::HERE, Tone::Position);
    canvas.lines()
}

/// The arrow along the steps, and what it says in the free corner above them.
fn arrow(canvas: &mut Canvas, top: usize, step: usize) {
    for number in 1..=top {
        let row = 2 * (top - number);
        let sign = if number == top { "↗" } else { "╱" };
        canvas.put(row, (number * step).saturating_sub(2), sign, Tone::Axis);
        canvas.put(row + 1, (number * step).saturating_sub(2 + step / 2), "╱", Tone::Axis);
    }
    let room = (top * step).saturating_sub(4 + step / 2);
    let caption = textwrap::wrap(words::figures::ARROW, room.max(1));
    if top > 1 && caption.len() <= 2 {
        for (row, text) in caption.iter().enumerate() {
            canvas.put(row, 0, &cut(text, room), Tone::Axis);
        }
    }
}
