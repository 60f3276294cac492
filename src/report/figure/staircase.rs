//! The staircase, after Figure 3 of the paper: a bar for each level, lying on each other, each
//! beginning further right than the one below and all ending together, since each level keeps the
//! duties of those below it.

use super::canvas::Canvas;
use super::label::{Label, labels, legend, list};
use super::{Line, Tone};
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;
use crate::words;

/// Columns at the left for the words of the upright axis, and the axis.
const LEFT: usize = 6;
/// Rows that are no bar: the name of the upright axis, the other axis and its words.
const FRAME: usize = 3;
/// By how many columns a bar begins further right than the one below, at least.
const LEAST_STEP: usize = 3;
/// With fewer columns than these for each step, words give way to signs.
const GOOD_STEP: usize = 5;
/// The most rows of a bar with the gap above the next.
const MOST_ROWS: usize = 3;

/// The bars of all levels with the position on both axes, in at most this width and height; one line
/// per level where that is too small. `target` is the number of a level.
pub fn staircase(
    score: &LevelsScore<'_>,
    questionnaire: &Questionnaire,
    target: Option<usize>,
    size: (usize, usize),
) -> Vec<Line> {
    let drawn = [true, false].into_iter().find_map(|by_words| {
        let labels = labels(score, questionnaire, target, by_words);
        let legend = legend(score, size.0, !by_words);
        let shape = Shape::of(&labels, legend.len(), size, by_words)?;
        Some(draw(score, &labels, shape).into_iter().chain(legend).collect())
    });
    drawn.unwrap_or_else(|| list(&labels(score, questionnaire, target, false), score.reached, size))
}

/// The measures of the drawing, in columns and rows.
#[derive(Clone, Copy)]
struct Shape {
    width: usize,
    /// How much further right each bar begins.
    step: usize,
    /// Rows of each level.
    rows: usize,
    /// Levels above number 0.
    top: usize,
}

impl Shape {
    /// The measures that fit, if any do.
    fn of(labels: &[Label], legend: usize, (width, height): (usize, usize), by_words: bool) -> Option<Shape> {
        let top = labels.len().checked_sub(1).filter(|top| *top > 0)?;
        let rows = height.checked_sub(FRAME + legend)? / labels.len();
        // A blank before and after the label, and the first cell and the last of the bar.
        let step = |need: usize, least: usize| {
            let room = width.checked_sub(LEFT + need + 4)?;
            Some(room / top).filter(|step| *step >= least)
        };
        let whole = labels.iter().map(Label::width).max()?;
        let short = labels.iter().map(Label::least_width).max()?;
        let step = if by_words {
            step(whole, GOOD_STEP)?
        } else {
            step(whole, LEAST_STEP).or_else(|| step(short, LEAST_STEP).map(|_| LEAST_STEP))?
        };
        (rows > 0).then_some(Shape { width, step, rows: rows.min(MOST_ROWS), top })
    }

    /// The column at which the bar of a level begins.
    fn start(self, level: usize) -> usize {
        LEFT + level * self.step
    }

    /// The row in which the label of a level stands.
    fn row(self, level: usize) -> usize {
        1 + (self.top - level) * self.rows + (self.rows - 1).min(1)
    }

    /// The row of the level axis.
    fn axis(self) -> usize {
        1 + (self.top + 1) * self.rows
    }
}

fn draw(score: &LevelsScore<'_>, labels: &[Label], shape: Shape) -> Vec<Line> {
    let mut canvas = Canvas::new(shape.width, shape.axis() + 2);
    axes(&mut canvas, shape, score.ability.is_some());
    let text_at = shape.start(shape.top) + 2;
    for (number, label) in labels.iter().enumerate() {
        let (start, end) = (shape.start(number), shape.width);
        let (sign, tone) = (label.look.sign(), label.look.tone());
        // With more than one row, the first stays free as a gap.
        let first = shape.row(number);
        let last = 1 + (shape.top - number + 1) * shape.rows;
        for row in first..last {
            canvas.fill(row, start, end, sign, tone);
        }
        canvas.fill(first, text_at - 1, end - 1, " ", Tone::Plain);
        label.draw(&mut canvas, first, text_at, end - 2 - text_at);
    }
    position(&mut canvas, score, shape);
    canvas.lines()
}

fn axes(canvas: &mut Canvas, shape: Shape, with_ability: bool) {
    let tone = Tone::Axis;
    let axis = shape.axis();
    for row in 1..axis {
        canvas.put(row, LEFT - 1, "│", tone);
    }
    canvas.put(axis, LEFT - 1, "└", tone);
    canvas.fill(axis, LEFT, shape.width, "─", tone);
    if with_ability {
        canvas.put(0, 0, words::scores::ABILITY, tone);
        canvas.put(shape.row(shape.top), 0, words::figures::HIGH, tone);
        canvas.put(shape.row(0), 0, words::figures::LOW, tone);
    }
    let [null, low, high] = [words::figures::NULL, words::figures::LOW, words::figures::HIGH];
    let low_at = shape.start(1).max(LEFT + null.len() + 1);
    let high_at = shape.width - high.len();
    canvas.put(axis + 1, LEFT, null, tone);
    canvas.put(axis + 1, low_at, low, tone);
    canvas.put(axis + 1, high_at, high, tone);
    let name_at = (low_at + low.len() + high_at).saturating_sub(words::figures::OSPO_LEVEL.len()) / 2;
    canvas.put(axis + 1, name_at, words::figures::OSPO_LEVEL, tone);
}

/// Marks the position on the level axis, the ability on the other, and the point where they meet:
/// in the row of the level that the ability sustains.
fn position(canvas: &mut Canvas, score: &LevelsScore<'_>, shape: Shape) {
    let tone = Tone::Position;
    let position = usize::try_from(score.position()).unwrap_or(usize::MAX);
    let column = LEFT + position.min(100 * shape.top) * shape.step / 100;
    canvas.put(shape.axis(), column, "▲", tone);
    if let Some(sustained) = score.ability.and_then(|ability| ability.sustains) {
        let row = shape.row(sustained.min(shape.top));
        canvas.put(row, LEFT - 1, "►", tone);
        canvas.put(row, column, words::figures::HERE, tone);
    }
}
