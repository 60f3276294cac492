//! What is asked line by line: each prompt says in brackets what can be written.

use super::answers::{NOT_APPLICABLE, UNKNOWN};
use super::spoken::range;
use crate::questionnaire::Questionnaire;
use crate::text::cut;

/// The columns of what a prompt repeats.
const LONGEST_IN_PROMPT: usize = 40;

pub(crate) fn home_prompt(assessments: usize) -> String {
    match assessments {
        0 => "What to do (a new, o open a file, ? help, q quit)".to_owned(),
        last => format!("Assessment ({} opens it, a new, o open a file, ? help, q quit)", range(1, last)),
    }
}

pub(crate) fn answer_prompt(options: usize) -> String {
    let options = if options == 0 { String::new() } else { format!("{}, ", range(1, options)) };
    format!("Answer ({options}0 {UNKNOWN}, x {NOT_APPLICABLE}, an empty line goes on, ? help)")
}

pub(crate) fn milestone_prompt(ways: usize) -> String {
    format!("How to go on ({}, an empty line takes 1, ? help)", range(1, ways))
}

/// The prompt of the results; the numbers stand for questions, or for questionnaires to add.
pub(crate) fn results_prompt(items: usize, can_add: bool, pages: usize) -> String {
    let what = if can_add { "adds one" } else { "goes to a question" };
    let items = if items == 0 { String::new() } else { format!("{} {what}, ", range(1, items)) };
    format!("Results ({items}an empty line reads on, {}t target, p plan, ? help)", turning(pages))
}

fn turning(pages: usize) -> &'static str {
    if pages > 1 { "l next page, " } else { "" }
}

pub(crate) const NO_TARGET_PROMPT: &str = "Target (b questionnaires, i questions, ? help)";

pub(crate) fn target_prompt(questionnaire: &Questionnaire, reached: usize, pages: usize) -> String {
    let levels = questionnaire.levels.len();
    let objectives = match questionnaire.objectives.len() {
        0 => String::new(),
        many => format!("{} an objective, ", range(levels, levels + many - 1)),
    };
    let numbers = range(reached, levels.saturating_sub(1));
    let turning = turning(pages);
    format!("Target ({numbers} a level, {objectives}an empty line reads on, {turning}p plan, ? help)")
}

pub(crate) fn plan_prompt(actions: usize) -> String {
    let actions =
        if actions == 0 { String::new() } else { format!("{} tells an action, ", range(1, actions)) };
    format!("Plan ({actions}an empty line reads on, c route, capacity and start, w write, ? help)")
}

pub(crate) const ACTION_PROMPT: &str = "Action (s state, o owner, d due, + take in, < sooner, > later, i its question, an empty line goes back, ? help)";
pub(crate) const COMPARISON_PROMPT: &str = "What changed (an empty line reads on, back goes back, ? help)";

/// The prompts of a workshop: while votes are counted, shown, and decided upon; in a break; at its end.
pub(crate) fn voting_prompt(options: usize) -> String {
    format!(
        "Votes ({}, 0 {UNKNOWN}, x {NOT_APPLICABLE}, an empty line shows them, ? help)",
        range(1, options)
    )
}

/// The prompts for a vote that is added or taken back, and for those of all who have not voted yet.
pub(crate) fn add_prompt(options: usize) -> String {
    which_prompt("Add a vote to which", options)
}

pub(crate) fn take_back_prompt(options: usize) -> String {
    which_prompt("Take a vote back from which", options)
}

pub(crate) fn rest_prompt(options: usize) -> String {
    which_prompt("All who have not voted yet: for which", options)
}

fn which_prompt(which: &str, options: usize) -> String {
    format!("{which} ({}, 0, x, back leaves it)", range(1, options))
}

pub(crate) const REVEALED_PROMPT: &str =
    "Decision (an empty line decides, a number another, z park, v vote again, ? help)";
pub(crate) const DECIDED_PROMPT: &str = "Decided (an empty line goes on, v vote again, u undo, ? help)";
pub(crate) const BREAK_PROMPT: &str = "Break (break goes on, ? help, q quit)";

pub(crate) fn over_prompt(ways: usize) -> String {
    let ways = if ways == 0 { String::new() } else { format!("{} goes there, ", range(1, ways)) };
    format!("Workshop ({ways}r results, p plan, back leaves it, ? help, q quit)")
}

pub(crate) fn choose_prompt(what: &str, last: usize) -> String {
    format!("{what} ({}, an empty line goes back, ? help)", range(1, last))
}

pub(crate) fn tick_prompt(what: &str, last: usize) -> String {
    format!("{what} ({} tick or untick, an empty line goes on, ? help)", range(1, last))
}

pub(crate) fn order_prompt(what: &str, last: usize) -> String {
    let lines = range(1, last);
    format!(
        "{what} ({lines} tick or untick, < sooner, > later, + more minutes, an empty line goes on, ? help)"
    )
}

pub(crate) fn yes_prompt(what: &str) -> String {
    format!("{what} (yes or no, an empty line is no)")
}

/// A prompt for a line: an empty one stands for this text, if any, and a minus for nothing at all, where
/// that may be written and means this.
pub(crate) fn line_prompt(what: &str, text: &str, nothing: Option<&str>) -> String {
    let (empty, minus) = match (text, nothing) {
        ("", Some(meaning)) => (format!("for {meaning}"), String::new()),
        ("", None) => ("goes back".to_owned(), String::new()),
        (text, nothing) => {
            let minus = nothing.map(|meaning| format!(", - for {meaning}")).unwrap_or_default();
            (format!("for {}", cut(text, LONGEST_IN_PROMPT)), minus)
        }
    };
    format!("{what} (an empty line {empty}{minus}, ? help)")
}

pub(crate) fn note_prompt(number: usize) -> String {
    format!("Line {number} (a dot alone ends)")
}
