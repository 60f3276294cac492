//! Areas side by side as bars, the strongest first: proven, still possible, and the rest.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::{Line, Tone};
use crate::score::{AreasScore, RankedArea};
use crate::words;

/// Columns for the percent.
const PERCENT: usize = 8;
/// Columns for the place of an area: "12= ".
const PLACE: usize = 4;
/// The fewest columns in which strongest and weakest are named.
const ROOM_FOR_NAMES: usize = 50;

/// One bar for each area, in at most this width and height; the percent alone where no bar fits. Areas
/// with the same percent have the same place, with a sign behind it.
pub fn bars(score: &AreasScore<'_>, (width, height): (usize, usize)) -> Vec<Line> {
    let ranked = score.ranked();
    let named = [words::scores::STRONGEST, words::scores::WEAKEST].map(|word| word.width() + 2);
    let marks = if width < ROOM_FOR_NAMES { 0 } else { named.into_iter().max().unwrap_or(0) };
    let width_of_bars = width.saturating_sub(marks);
    let names = ranked.iter().map(|area| area.score.area.text.title.width());
    let names = names.max().unwrap_or(0).min(width_of_bars.saturating_sub(PERCENT + PLACE) * 2 / 5);
    let from = PLACE + names + 1;
    let to = width_of_bars.saturating_sub(PERCENT);
    let mut canvas = Canvas::new(width, ranked.len().min(height));
    for (row, area) in ranked.iter().take(height).enumerate() {
        canvas.put(row, 0, &place(area), Tone::Muted);
        canvas.put(row, PLACE, &cut(&area.score.area.text.title, names), Tone::Plain);
        let percent = draw(&mut canvas, row, (from, to), area);
        let percent = cut(&percent, width_of_bars.saturating_sub(from));
        canvas.put(row, width_of_bars.saturating_sub(percent.width()), &percent, Tone::Plain);
        let mark = [
            (area.strongest, words::scores::STRONGEST, Tone::Reached),
            (area.weakest, words::scores::WEAKEST, Tone::Weak),
        ];
        for (_, word, tone) in mark.into_iter().filter(|(is, ..)| *is && marks > 0) {
            canvas.put(row, width_of_bars + 2, word, tone);
        }
    }
    canvas.lines()
}

/// " 2=" for the second place where two areas have it.
fn place(area: &RankedArea<'_>) -> String {
    let tied = if area.tied { "=" } else { " " };
    area.place.map_or_else(String::new, |place| format!("{place:>2}{tied}"))
}

/// Draws the bar between these columns, and returns what to write behind it.
fn draw(canvas: &mut Canvas, row: usize, (from, to): (usize, usize), area: &RankedArea<'_>) -> String {
    let column = |tenths: u64| from + usize::try_from(tenths).unwrap_or(0) * to.saturating_sub(from) / 1000;
    let score = &area.score;
    if let (Some(proven), Some(possible)) = (score.sum.tenths(), score.possible.tenths()) {
        canvas.fill(row, column(possible), to, "░", Tone::Beyond);
        canvas.fill(row, column(proven), column(possible), "▒", Tone::Possible);
        canvas.fill(row, from, column(proven), "█", Tone::Reached);
    }
    score.sum.to_string()
}
