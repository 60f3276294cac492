//! Areas side by side as bars: proven, still possible, and the rest.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cut};
use super::{Line, Tone};
use crate::score::AreasScore;

/// Columns for the percent.
const PERCENT: usize = 8;

/// One bar for each area, in at most this width and height; the percent alone where no bar fits.
pub fn bars(score: &AreasScore<'_>, (width, height): (usize, usize)) -> Vec<Line> {
    let names = score.areas.iter().map(|area| area.area.text.title.width());
    let names = names.max().unwrap_or(0).min(width.saturating_sub(PERCENT) * 2 / 5);
    let from = names + 1;
    let to = width.saturating_sub(PERCENT);
    let mut canvas = Canvas::new(width, score.areas.len().min(height));
    for (row, area) in score.areas.iter().take(height).enumerate() {
        canvas.put(row, 0, &cut(&area.area.text.title, names), Tone::Plain);
        let column =
            |tenths: u64| from + usize::try_from(tenths).unwrap_or(0) * to.saturating_sub(from) / 1000;
        let percent = match (area.sum.tenths(), area.possible.tenths()) {
            (Some(proven), Some(possible)) => {
                canvas.fill(row, column(possible), to, "░", Tone::Beyond);
                canvas.fill(row, column(proven), column(possible), "▒", Tone::Possible);
                canvas.fill(row, from, column(proven), "█", Tone::Reached);
                area.sum.to_string()
            }
            _ => cut(&area.sum.to_string(), width.saturating_sub(from)),
        };
        canvas.put(row, width.saturating_sub(percent.width()), &percent, Tone::Plain);
    }
    canvas.lines()
}
