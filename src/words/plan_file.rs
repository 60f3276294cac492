//! The words of a plan in a file beside the plan itself, and those about reading it back and writing
//! it again. The labels are for readers: a plan is read back by its marks, which are no words.

use std::fmt::Display;
use std::path::Path;

use jiff::civil::Date;

use super::plan_changes;
use crate::assessment::{ActionState, State};
use crate::text::clean;

pub(crate) const ROLE: &str = "role";
pub(crate) const OWNER: &str = "owner";
pub(crate) const DUE: &str = "due";
pub(crate) const STATE: &str = "state";
pub(crate) const DUE_OFF: &str = "that day is";
pub(crate) const COUNTS_FOR: &str = "counts for";
pub(crate) const FIND_OUT: &str = "find out";
pub(crate) const NOW: &str = "now";
pub(crate) const REQUIRES: &str = "requires";
pub(crate) const WHY: &str = "why";
pub(crate) const STEPS: &str = "steps";
pub(crate) const DONE_WHEN: &str = "done when";
pub(crate) const NOTE: &str = "note";
pub(crate) const EVIDENCE: &str = "evidence";
pub(crate) const RESOURCE: &str = "resource";

/// The words by which people may begin the lines that they fill in: those of every language.
pub(crate) const OWNER_NAMES: &[&str] = &[OWNER];
pub(crate) const DUE_NAMES: &[&str] = &[DUE];
pub(crate) const STATE_NAMES: &[&str] = &[STATE];

pub(crate) const KEPT: &str = "Notes kept from the earlier plan";

pub(crate) const MINUTES_MARKDOWN: &str = "Markdown";
pub(crate) const MINUTES_HTML: &str = "HTML, to send or to print";
pub(crate) const MARKDOWN: &str = "Markdown: to keep in a repository and tick off";
pub(crate) const HTML: &str = "HTML: one page to print or send";
pub(crate) const JSON: &str = "JSON: for other programs";
pub(crate) const CSV: &str = "CSV: for a spreadsheet";
pub(crate) const SLIDES: &str = "Slides: pages of 16:9 to show";
pub(crate) const ISSUES: &str = "Issues: for a tracker, a line of JSON each";

pub(crate) const NO_TASK: &str =
    "an action is written as `- [ ] **title** … <!-- action: question -->`, in a list";
pub(crate) const OPEN_COMMENT: &str = "the comment that stands open here hides what follows; end it with -->";
pub(crate) const OTHER_FORMAT: &str =
    "this plan has another format; use the ospo-assess that wrote it, or a newer one";
pub(crate) const NO_PLAN: &str = "this is no plan of ospo-assess: its first line is missing";
pub(crate) const NO_MARKS: &str =
    "nothing of the plan can be told apart any more: the comments in it are gone";
pub(crate) const TICKED_AND_DROPPED: &str =
    "it is ticked and dropped; untick it, or take `state: dropped` away";

/// The problems of a plan that are told one by one.
const MOST: usize = 10;

/// A detail that people changed, as one of theirs.
pub(crate) fn as_edited(label: &str, text: &str) -> String {
    format!("{label} (as it was edited): {text}")
}

/// The reasons why a plan cannot be read back: each problem with the number of its line.
pub(crate) fn problems(problems: &[(usize, String)]) -> String {
    let lines = problems.iter().take(MOST).map(on_line);
    let more = problems.len().checked_sub(MOST + 1).map(|more| format!("and {} more", more + 1));
    lines.chain(more).collect::<Vec<_>>().join("; ")
}

pub(crate) fn on_line((line, what): &(usize, String)) -> String {
    format!("line {line}: {what}")
}

pub(crate) fn open_fence(sign: &str) -> String {
    format!("what begins here with {sign} does not end; end it with a line {sign}")
}

pub(crate) fn two_lines(label: &str) -> String {
    format!("it has two different lines `{label}:`; keep one")
}

/// A box that says nothing that is known.
pub(crate) fn no_box(sign: &str) -> String {
    format!(
        "`[{sign}]` is none of `[ ]`, `[~]` (under way) and `[x]` (done); what is given up has `[ ]` and a line `- state: dropped`"
    )
}

pub(crate) fn under_way_and(state: State) -> String {
    let state = state.id();
    format!("`[~]` says under way, and `state: {state}` does not; take one of them away")
}

/// A line that looks like one to be read.
pub(crate) fn almost_detail(text: &str) -> String {
    format!("`{text}` is not read; write it below the action, as an item of its own like `- owner: Ana`")
}

pub(crate) fn two_places(question: &str, other_line: usize) -> String {
    format!("{question} stands on line {other_line} too, and says something else there; keep one")
}

pub(crate) fn of_action(question: &str, what: &str) -> String {
    format!("{question}: {what}")
}

pub(crate) fn no_state(word: &str) -> String {
    format!("`state: {word}` is none of todo, doing, done and dropped")
}

pub(crate) fn no_day(word: &str) -> String {
    format!("`due: {word}` is no date; write it like 2027-01-31")
}

pub(crate) fn unreadable(problems: &impl Display) -> String {
    format!("the plan that is there cannot be read back ({problems}); mend it, or choose another name")
}

pub(crate) fn of_another(organization: &str) -> String {
    format!("the plan that is there is that of {organization}; if that is meant, correct its title")
}

pub(crate) fn not_synced(questions: &str) -> String {
    format!("the plan that is there says something new on {questions}; take it over with `ospo-assess sync`")
}

pub(crate) fn exists(path: &Path) -> String {
    about(path, "there is such a file already")
}

pub(crate) fn is_assessment(path: &Path) -> String {
    about(path, "this is the assessment itself; choose another name")
}

pub(crate) fn about(path: &Path, what: impl Display) -> String {
    format!("{}: {what}", clean(&path.to_string_lossy()))
}

/// An action that changes by what a plan says: "inventory: to do → done, owner nobody → Ana".
pub(crate) fn action_change(question: &str, before: &ActionState, after: &ActionState) -> String {
    let mut what = Vec::new();
    let state = plan_changes::state;
    if before.state != after.state {
        what.push(format!("{} → {}", state(before.state), state(after.state)));
    }
    let owner = |of: &ActionState| of.owner.clone().unwrap_or_else(|| "nobody".to_owned());
    if before.owner != after.owner {
        what.push(format!("owner {} → {}", owner(before), owner(after)));
    }
    let day = |day: Option<Date>| day.map_or_else(|| "no date".to_owned(), |day| day.to_string());
    if before.due != after.due {
        what.push(format!("due {} → {}", day(before.due), day(after.due)));
    }
    format!("{question}: {}", what.join(", "))
}

pub(crate) fn no_such_action(question: &str, line: usize) -> String {
    format!("line {line}: the assessment has no action {question}; nothing is taken over from there")
}

pub(crate) fn no_action_for_issue(question: &str) -> String {
    format!("the assessment has no action {question}; its issue is passed over")
}

/// A state that stays although the plan says less.
pub(crate) fn state_stays(question: &str, state: State) -> String {
    format!(
        "{question} stays {}, although the plan does not say so; `state: todo` in the plan opens it again",
        plan_changes::state(state)
    )
}

/// An owner or a date that stays although the plan has none.
pub(crate) fn detail_stays(question: &str, label: &str) -> String {
    format!("{question} keeps its {label}, although the plan has none; `ospo-assess action` takes it away")
}

/// A format of minutes, with names or without.
pub(crate) fn minutes_format(format: &str, names: bool) -> String {
    if names { format.to_owned() } else { format!("{format}, without names") }
}
