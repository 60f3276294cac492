//! The candidates of a questionnaire of kind `fit` as bars, by their points.

use super::{Line, Piece, Tone};
use crate::score::{CandidateScore, FitScore};
use crate::text::{fit, width};
use crate::words;

/// The longest bar, in columns.
const BAR: usize = 40;
/// The shortest, for which titles are cut.
const SHORTEST_BAR: usize = 10;
/// Columns for the points and the gaps.
const POINTS: usize = 14;

/// One line for each candidate, in so many columns.
pub fn points(score: &FitScore<'_>, columns: usize) -> Vec<Line> {
    let title = |candidate: &CandidateScore<'_>| width(&candidate.candidate.text.title);
    let names = score.candidates.iter().map(title).max().unwrap_or(0);
    let names = names.min(columns.saturating_sub(SHORTEST_BAR + POINTS));
    let room = columns.saturating_sub(names + POINTS).min(BAR);
    let most = score.candidates.iter().map(|candidate| candidate.points).max().unwrap_or(0).max(1);
    let line = |candidate: &CandidateScore<'_>| {
        let share = usize::try_from(candidate.points.max(0)).unwrap_or(0) * room;
        let filled = (share / usize::try_from(most).unwrap_or(1)).min(room);
        vec![
            Piece::plain(format!("{} ", fit(&candidate.candidate.text.title, names))),
            Piece { text: "█".repeat(filled), tone: Tone::Reached },
            Piece { text: "░".repeat(room - filled), tone: Tone::Beyond },
            Piece::plain(format!(" {}", words::scores::points(candidate.points))),
        ]
    };
    score.candidates.iter().map(line).collect()
}
