//! What the figures of levels have in common: how a level stands, what is written beside it, and
//! the legend.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::{Line, Piece, Tone};
use crate::questionnaire::Questionnaire;
use crate::score::LevelsScore;
use crate::words;
use crate::words::figures::{MARKS, Mark, MarkWord};

/// How many columns a name keeps where not all of it fits.
const SHORT_NAME: usize = 9;

/// How a level stands, as a figure shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Reached,
    Possible,
    Beyond,
    ScopedOut,
}

impl Look {
    pub(super) fn of(score: &LevelsScore<'_>, number: usize) -> Look {
        let level = number.checked_sub(1).and_then(|index| score.levels.get(index));
        match level {
            Some(level) if level.scoped_out => Look::ScopedOut,
            _ if number <= score.reached => Look::Reached,
            _ if number <= score.possible => Look::Possible,
            _ => Look::Beyond,
        }
    }

    /// What a bar of it is filled with.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Look::Reached => "█",
            Look::Possible => "▒",
            Look::Beyond => "░",
            Look::ScopedOut => "·",
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Look::Reached => Tone::Reached,
            Look::Possible => Tone::Possible,
            Look::Beyond => Tone::Beyond,
            Look::ScopedOut => Tone::Muted,
        }
    }
}

/// What is written beside a level: its name at the left, its marks and percent at the right.
pub(super) struct Label {
    name: String,
    marks: String,
    percent: String,
    tone: Tone,
    pub(super) look: Look,
}

impl Label {
    /// The columns of the whole label.
    pub(super) fn width(&self) -> usize {
        self.name.width() + self.right_width() + 2
    }

    /// The columns of the label with its name cut short.
    pub(super) fn least_width(&self) -> usize {
        self.name.width().min(SHORT_NAME) + self.right_width() + 2
    }

    fn right_width(&self) -> usize {
        self.marks.width() + self.percent.width() + usize::from(!self.marks.is_empty())
    }

    /// Draws it from this cell, `width` columns wide, the right part at its right end.
    pub(super) fn draw(&self, canvas: &mut Canvas, row: usize, column: usize, width: usize) {
        let name_room = width.saturating_sub(self.right_width() + 2);
        canvas.put(row, column, &cut(&self.name, name_room), Tone::Plain);
        let percent_at = width.saturating_sub(self.percent.width());
        let marks_at = width.saturating_sub(self.right_width());
        canvas.put(row, column + marks_at, &self.marks, self.tone);
        canvas.put(row, column + percent_at, &self.percent, Tone::Plain);
    }
}

/// The marks of a level.
pub fn marks(
    score: &LevelsScore<'_>,
    number: usize,
    target: Option<usize>,
) -> impl Iterator<Item = &'static MarkWord> {
    MARKS.iter().filter(move |mark| match mark.kind {
        Mark::Reached => number == score.reached,
        Mark::Possible => number == score.possible && score.provisional(),
        Mark::Target => target == Some(number),
    })
}

/// How a level stands, for who draws it.
pub fn tone(score: &LevelsScore<'_>, number: usize) -> Tone {
    Look::of(score, number).tone()
}

/// The labels of all levels from number 0, marked by words or by the signs of the legend.
pub(super) fn labels(
    score: &LevelsScore<'_>,
    questionnaire: &Questionnaire,
    target: Option<usize>,
    by_words: bool,
) -> Vec<Label> {
    let label = |(number, level): (usize, &crate::questionnaire::Level)| {
        let look = Look::of(score, number);
        let marks: Vec<&str> =
            marks(score, number, target).map(|mark| if by_words { mark.word } else { mark.sign }).collect();
        let sum = number.checked_sub(1).and_then(|index| score.levels.get(index)).map(|level| level.sum);
        Label {
            name: cut(&format!("{number} {}", level.text.title), usize::MAX),
            marks: marks.join(if by_words { ", " } else { "" }),
            percent: sum.map(|sum| format!("{:>6}", sum.to_string())).unwrap_or_else(|| " ".repeat(6)),
            tone: if target == Some(number) { Tone::Target } else { look.tone() },
            look,
        }
    };
    questionnaire.levels.iter().enumerate().map(label).collect()
}

/// The lines that explain the signs; `with_signs` where the labels have signs for words.
pub(super) fn legend(score: &LevelsScore<'_>, width: usize, with_signs: bool) -> Vec<Line> {
    let mut items = vec![(words::figures::HERE, words::figures::here(score), Tone::Position)];
    let tones = [Tone::Reached, Tone::Possible, Tone::Target];
    for (mark, tone) in MARKS.iter().zip(tones).filter(|_| with_signs) {
        items.push((mark.sign, mark.word.to_owned(), tone));
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut used = width;
    for (sign, text, tone) in items {
        let text = format!(" {}", cut(&text, width.saturating_sub(2)));
        if used + 3 + 1 + text.width() > width {
            lines.push(Vec::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { continue };
        if used > 0 {
            line.push(Piece { text: "   ".to_owned(), tone: Tone::Plain });
            used += 3;
        }
        used += 1 + text.width();
        line.push(Piece { text: sign.to_owned(), tone });
        line.push(Piece { text, tone: Tone::Plain });
    }
    lines
}

/// One line per level, the highest on top, for sizes in which no figure can be drawn. Where not all
/// fit, the reached level is among those that are left.
pub(super) fn list(labels: &[Label], reached: usize, (width, height): (usize, usize)) -> Vec<Line> {
    let count = labels.len().min(height);
    let lowest = (reached + 1).saturating_sub(count);
    let mut canvas = Canvas::new(width, count);
    for (i, label) in labels.iter().skip(lowest).take(count).enumerate() {
        let row = count - 1 - i;
        canvas.put(row, 0, label.look.sign(), label.look.tone());
        label.draw(&mut canvas, row, 2, width.saturating_sub(2));
    }
    canvas.lines()
}
