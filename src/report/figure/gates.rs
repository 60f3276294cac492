//! The gates of all levels as bars: "1 Legal-driven  ████████░░│░  82.0% of 75%  keys 3/3  holds".

use super::{Line, Piece, Tone};
use crate::questionnaire::Questionnaire;
use crate::report::explain::Gate;
use crate::score::{LevelScore, LevelsScore, Sum};
use crate::text::{fit, width};
use crate::words;

/// The longest bar of a gate, in columns.
const BAR: usize = 24;
/// From this many columns on a gate says how much it needs, beside the line in its bar.
const ROOM_FOR_NEED: usize = 64;
/// The columns that the state of a gate takes in most cases.
const STATE: usize = 15;

/// One line for each level from number 1, in so many columns.
pub fn gates(
    score: &LevelsScore<'_>,
    questionnaire: &Questionnaire,
    gates: &[Gate<'_>],
    columns: usize,
) -> Vec<Line> {
    let widest = questionnaire.levels.iter().map(|level| width(&level.text.title)).max().unwrap_or(0);
    let line = |(level, gate): (&LevelScore<'_>, &Gate<'_>)| {
        let title = questionnaire.levels.get(level.number).map_or("", |level| &level.text.title);
        let name = fit(&format!("{} {title}", level.number), (widest + 3).min(columns / 3));
        let keys = words::results_screen::keys(gate.keys);
        let percent = match columns >= ROOM_FOR_NEED {
            _ if level.sum.is_empty() => String::new(),
            // Nothing of it was answered: that is not nothing.
            _ if gate.unanswered => words::answers::UNANSWERED.to_owned(),
            true => words::results_screen::of_needed(level.sum, questionnaire.gate),
            false => level.sum.to_string(),
        };
        let numbers = format!(" {percent:>0$}  {keys:<9}", if columns >= ROOM_FOR_NEED { 13 } else { 7 });
        let room = columns.saturating_sub(width(&name) + width(&numbers) + STATE).min(BAR);
        let tone = match (level.holds, level.could_hold) {
            (true, _) => Tone::Reached,
            (false, true) => Tone::Possible,
            (false, false) => Tone::Weak,
        };
        let mut line = vec![Piece::plain(name)];
        line.extend(bar(room, level.sum, level.possible, questionnaire.gate));
        line.push(Piece::plain(numbers));
        line.push(Piece { text: words::results_screen::gate(score, level, questionnaire.gate), tone });
        line
    };
    score.levels.iter().zip(gates).map(line).collect()
}

/// A bar of so many columns: what is proven, what is still possible, the rest; the gate stands in it
/// as a line.
fn bar(width: usize, proven: Sum, possible: Sum, gate: u32) -> impl Iterator<Item = Piece> {
    let columns = move |sum: Sum| usize::try_from(sum.tenths().unwrap_or(0)).unwrap_or(0) * width / 1000;
    let gate = (gate as usize * width / 100).min(width.saturating_sub(1));
    (0..width).map(move |column| {
        let (sign, tone) = match column {
            _ if column == gate => ("│", Tone::Target),
            _ if column < columns(proven) => ("█", Tone::Reached),
            _ if column < columns(possible) => ("▒", Tone::Possible),
            _ => ("░", Tone::Beyond),
        };
        Piece { text: sign.to_owned(), tone }
    })
}
