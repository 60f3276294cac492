//! What the results screen says. What the reports say too stands in [`crate::words::scores`].

use crate::questionnaire::Questionnaire;
use crate::score::{Counts, LevelScore, LevelsScore, Sum};
use crate::words::scores::{PASSED_OVER, level};
use crate::words::{answers, count};

pub(crate) const DEEPER: &str = "Look deeper";
pub(crate) const DEEPER_INTRO: &str = "These questionnaires look closer at something that is weak here. Enter adds \
    one and goes to its first question; what is answered already is not asked again.";
pub(crate) const NOTHING_ASKED: &str =
    "This assessment asks no questionnaire that this program knows. Type b to choose some.";
pub(crate) const NOTHING_ANSWERED: &str = "Nothing is answered yet, so nothing is proven. Type i to begin; the first result is \
     told as soon as there is one.";
pub(crate) const SELECT_HINT: &str = "Arrow keys select one, Enter goes to its question, r comes back.";

/// The percent over a questionnaire, and how its questions stand.
pub(crate) fn counts(sum: Sum, counts: Counts) -> String {
    format!("{sum} of all: {}", answers::tally(counts))
}

/// How many of the key questions are far enough; nothing where none is.
pub(crate) fn keys((met, keys): (usize, usize)) -> String {
    if keys == 0 { String::new() } else { format!("keys {met}/{keys}") }
}

pub(crate) fn of_needed(sum: Sum, gate: u32) -> String {
    format!("{sum} of {gate}%")
}

/// How the gate of a level stands, in a few words; what it lacks stands before them in numbers.
pub(crate) fn gate(levels: &LevelsScore<'_>, this: &LevelScore<'_>, gate: u32) -> String {
    let below =
        levels.levels.iter().find(|level| level.number < this.number && !level.holds && !level.scoped_out);
    match (this.scoped_out, this.holds, this.could_hold, below) {
        (true, ..) => PASSED_OVER.to_owned(),
        (_, true, _, None) => "holds".to_owned(),
        (_, true, _, Some(below)) => format!("holds, waits for {}", below.number),
        (_, _, true, _) => "may still hold".to_owned(),
        _ if this.sum.reaches(gate) => "keys missing".to_owned(),
        _ => "not enough yet".to_owned(),
    }
}

/// The heading over what is in the way of a level.
pub(crate) fn in_the_way(questionnaire: &Questionnaire, number: usize, questions: usize) -> String {
    format!("In the way of {}: {}", level(questionnaire, number), count(questions, "question"))
}

/// The signs of the bars.
pub(crate) const LEGEND: &str = "\u{2588} proven · \u{2592} still possible · \u{2591} neither · \u{2502} what a level needs; keys 3/4: so many key questions far enough";

/// That questions stand in the way of higher levels too, and how they are shown.
pub(crate) fn rest(questions: usize) -> String {
    format!("v shows the {} in the way of the other levels.", count(questions, "question"))
}

/// That more can be asked, at the end of a page.
pub(crate) fn deeper(follow_ups: usize) -> String {
    let follow_ups = count(follow_ups, "more questionnaire");
    format!("{DEEPER}: {follow_ups} for what is weak here, on the last page (left arrow from the first)")
}
