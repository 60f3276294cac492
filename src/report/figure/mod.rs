//! The figures, as lines of pieces with a tone: the reports take the text, the screens add colour.
//!
//! Nothing here knows a colour or a terminal. Every figure keeps within the width and height it is
//! given, and says everything by signs and words, so that it can be read without tones.

mod bars;
mod canvas;
mod gates;
mod label;
mod ladder;
mod points;
mod staircase;

pub use bars::bars;
pub use canvas::cut;
pub use gates::gates;
pub use label::{marks, tone};
pub use ladder::ladder;
pub use points::points;
pub use staircase::staircase;

use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;

/// The figure that fits a questionnaire of kind `levels`: the staircase where it asks for the ability
/// to execute, which is the upright axis, else the ladder.
pub fn levels(
    score: &LevelsScore<'_>,
    questionnaire: &Questionnaire,
    target: Option<usize>,
    size: (usize, usize),
) -> Vec<Line> {
    let figure = if score.ability.is_some() { staircase } else { ladder };
    figure(score, questionnaire, target, size)
}

/// A piece of a line: text in one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What stands there; no control characters.
    pub text: String,
    pub tone: Tone,
}

impl Piece {
    fn plain(text: String) -> Piece {
        Piece { text, tone: Tone::Plain }
    }
}

/// A line of a figure, from left to right.
pub type Line = Vec<Piece>;

/// What a piece means; a screen chooses the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Names and numbers.
    #[default]
    Plain,
    /// What is of less interest, or not applicable.
    Muted,
    /// Axes, their words, and the caption of the ladder.
    Axis,
    /// A level that the answers prove.
    Reached,
    /// A level, or a share, that the answers still allow.
    Possible,
    /// A level, or a share, beyond what the answers allow.
    Beyond,
    /// The level aimed at.
    Target,
    /// Where the organisation stands.
    Position,
    /// What is weakest.
    Weak,
}

/// The text of a figure without its tones, each line ended by a newline.
pub fn plain(lines: &[Line]) -> String {
    let text = |line: &Line| line.iter().map(|piece| piece.text.as_str()).chain(["\n"]).collect::<String>();
    lines.iter().map(text).collect()
}
