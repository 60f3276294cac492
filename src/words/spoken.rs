//! What the interface says line by line and the screens do not: sentences for the ear, and prompts. What
//! both say stands with its subject.

use std::path::Path;

use jiff::civil::Date;

pub(crate) use super::actions::{evidence, note};
use super::answers::{self, NOT_APPLICABLE, TO_CONFIRM, UNKNOWN};
use super::command_line::workshop_left;
use super::{
    actions, capital, count, follow_ups, interview_screen, plan as words_plan, plan_changes, scores,
    target_screen,
};
use crate::assessment::{Answer, Assessment, Entry};
use crate::interview::{Position, Session};
use crate::plan::{LevelForecast, Plan, Planned, RouteForecast, Target, suggested_level};
use crate::questionnaire::{Objective, Part, Question, Questionnaire};
use crate::score::{FollowUp, LevelsScore, Standing};
use crate::team::answered_on;

pub(crate) const WELCOME: &str =
    "ospo-assess, line by line. Every answer is saved at once; q leaves, ? helps.";
pub(crate) const KEPT: &str = "The input has ended: what was written is kept.";

// Where a line leads to nothing.
pub(crate) const ALL_TOLD: &str = "That is all there is here.";
pub(crate) const UNCHANGED: &str = "Nothing has changed.";
pub(crate) const NOT_COUNTED: &str = "This line was not counted: something has to be decided first.";
pub(crate) const NO_FURTHER: &str = "There is no further one in this direction.";
pub(crate) const ON_BREAK: &str = "A break: nothing counts or decides until it ends.";
pub(crate) const ACTION_FIRST: &str = "Write the number of an action first.";
pub(crate) const ACTION_GONE: &str = "This action is no longer in the plan.";
pub(crate) const CHOOSE_ONE: &str = "Write the number of an assessment, or a for a new one.";
pub(crate) const WHICH_ASSESSMENT: &str = "Which assessment";

// What the places say.
pub(crate) const YOUR_ASSESSMENTS: &str = "Your assessments, the last changed first:";
pub(crate) const FOLLOW_UPS: &str = "Look deeper. These questionnaires look closer at something that is weak here. A number adds one and goes \
     to its first question; what is answered already is not asked again.";
pub(crate) const LIST_HINT: &str = "/ and one of these names goes to the question.";
pub(crate) const DETAILS: &str = "Each level in detail.";
pub(crate) const OBJECTIVES: &str = "What you want of open source. A number ticks an objective, or unticks it; the ticked ones suggest a level. That is our judgement, not \
     the paper's.";

// What the dialogs take.
pub(crate) const WHAT_TO_DO: &str = "What to do";
pub(crate) const NOTE_HELP: &str = "What you write takes the place of what is there. A dot at once changes nothing, \
     a minus and then a dot removes it.";
pub(crate) const LINE_HELP: &str = "One line. back goes back, and changes nothing.";
pub(crate) const TICK_HELP: &str = "A number ticks its line, or unticks it; several may stand on one line. An empty line goes on with \
     those that are ticked. back goes back, q leaves the program.";
pub(crate) const ORDER_HELP: &str = "A number ticks its line, or unticks it; several may stand on one line. < 5 moves line 5 sooner, > 5 later; \
     + 5 gives it more minutes of its own, - 5 fewer. An empty line goes on with those that are ticked, in \
     their order. back goes back, q leaves the program.";
pub(crate) const LIST_HELP: &str =
    "A number chooses the line with that number; an empty line goes back. q leaves the program.";
pub(crate) const YES_OR_NO: &str =
    "Write yes or no; an empty line is no. back goes back, q leaves the program.";

// What `?` says.
pub(crate) const HELP_HOME: &[&str] = &["A number opens that assessment."];
pub(crate) const HELP_QUESTION: &[&str] = &[
    "A number answers with the option of that number, and goes on. An empty line goes on without an answer; \
     where an earlier answer is to be confirmed, it takes that over.",
    "We don't know (0) counts as nothing for what is reached, and as everything for what is possible.",
    "Not applicable (x) leaves the question out; the reason stands in the plan.",
    "A level is out of reach without its key questions. What follows from another answer is not asked.",
];
pub(crate) const HELP_MILESTONE: &[&str] = &["A number chooses a way on; an empty line takes the first."];
pub(crate) const HELP_RESULTS: &[&str] = &[
    "A number goes to the question with that number. An empty line, or more, reads on; at the end it goes to \
     the next page.",
    "Reached is the level that your answers prove, possible the one that they still allow. The result is \
     provisional while they differ, settled when they agree.",
];
pub(crate) const HELP_TARGET: &[&str] = &[
    "A number aims at the level with that number, or ticks the objective with that number. An empty line, or \
     more, reads on; at the end it goes to the next page.",
];
pub(crate) const HELP_PLAN: &[&str] = &[
    "A number tells all of an action; there you say how far it is, who does it and by when. An empty line, or \
     more, reads on with the next quarter.",
];
pub(crate) const HELP_ACTION: &[&str] = &["An empty line goes back."];
pub(crate) const HELP_COMPARISON: &[&str] = &["An empty line, or more, reads on, and goes back at the end."];
pub(crate) const HELP_WORKSHOP: &[&str] = &[
    "A number counts a vote for the option with that number; several may stand on one line. An empty line \
     shows the votes, then decides upon what they come to, then goes on.",
    "+ or -, and then the number of an option, adds a vote or takes one back.",
];
pub(crate) const HELP_LIST: &str = "list: the questions of this questionnaire with their answers.";
pub(crate) const EVERYWHERE: &str = "At every place of an assessment:";
pub(crate) const PUT_BACK: &str = "put back what was removed last; a name is given back with R";
pub(crate) const NEXT_QUESTION: &str = "the next question of the list";
pub(crate) const QUESTION_BEFORE: &str = "the question before";
pub(crate) const PASS_OVER: &str =
    "go on without a decision; what is passed over can be brought back at the end";
pub(crate) const NEXT_PAGE: &str = "the next page";
pub(crate) const PAGE_BEFORE: &str = "the page before";
pub(crate) const GO_BACK: &str = "go back to where you came from";

/// How one leaves: how to come back, and what a workshop has left that was begun with these options.
pub(crate) fn goodbye(open: Option<(&Path, usize)>, options: &str) -> String {
    match open {
        Some((file, left)) => sentence(&capital(&workshop_left(file, left, options, true))),
        None => "Everything is saved. ospo-assess --plain comes back to it.".to_owned(),
    }
}

/// A text as a sentence: with a full stop, where it has no end of its own. Behind a path or an address a
/// full stop would be taken for a part of it.
pub(crate) fn sentence(text: &str) -> String {
    let is_ended = text.ends_with(['.', '!', '?', ':']) || is_place(text.rsplit(' ').next().unwrap_or(text));
    format!("{text}{}", if is_ended { "" } else { "." })
}

/// Whether a word is a path or an address: `/tmp/plan`, `PLAN.md`, `C:\plan`, `https://example.org`.
fn is_place(word: &str) -> bool {
    let is_name = |ending: &std::ffi::OsStr| ending.to_string_lossy().starts_with(char::is_alphabetic);
    word.starts_with(['/', '~'])
        || word.contains('\\')
        || word.contains("://")
        || Path::new(word).extension().is_some_and(is_name)
}

/// A text that was written for the eye: words for arrows and dots, and no bars.
pub(crate) fn spoken(text: &str) -> String {
    let text = text.replace(" \u{2192} ", "; then ").replace(" \u{b7} ", ", ");
    text.replace(|c: char| c == '\u{b7}' || ('\u{2500}'..='\u{25ff}').contains(&c), "")
}

pub(crate) fn not_known(line: &str) -> String {
    let word: String = line.chars().take(40).collect();
    format!("{word:?} means nothing here. ? tells what does.")
}

/// Which numbers there are.
pub(super) fn range(first: usize, last: usize) -> String {
    if last > first { format!("{first}-{last}") } else { last.to_string() }
}

/// A number, or what was written for one, that nothing has.
pub(crate) fn no_such_number(line: &str, numbers: Option<(usize, usize)>) -> String {
    match numbers {
        None => format!("{line} is no choice: there is none here."),
        Some((first, last)) if first == last => format!("{line} is no choice: there is only {last}."),
        Some((first, last)) => format!("{line} is no choice: choose from {first} to {last}."),
    }
}

pub(crate) fn more(lines: usize) -> String {
    format!("{} more: an empty line reads on.", count(lines, "line"))
}

pub(crate) fn saved(done: &str) -> String {
    format!("{} Saved.", sentence(done))
}

/// What a change was about that says nothing else of itself.
pub(crate) fn changed(what: &str) -> String {
    format!("Changed: {what}")
}

/// A word that may be written for a command, with its letter, and what it does.
pub(crate) fn command(letter: Option<&str>, word: &str, what: &str) -> String {
    match letter {
        Some(letter) => format!("{letter} or {word}: {what}."),
        None => format!("{word}: {what}."),
    }
}

pub(crate) fn ticked(text: &str, detail: &str, is_ticked: bool) -> String {
    let text = format!("{text}: {}. {detail}", if is_ticked { "ticked" } else { "not ticked" });
    text.trim_end().to_owned()
}

// The list of assessments, and what is opened.

/// An assessment of the list in one line.
pub(crate) fn listed(
    assessment: &Assessment,
    summary: &[String],
    changed: Option<Date>,
    file: &str,
) -> String {
    let respondent = assessment.respondent.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    let changed = changed.map(|day| format!(", changed {day}")).unwrap_or_default();
    format!("{}{respondent}: {}{changed}. File: {file}", assessment.organization, summary.join(", "))
}

pub(crate) fn not_readable(problem: &str) -> String {
    format!("Not readable: {problem}.")
}

pub(crate) fn in_file(path: &Path) -> String {
    format!("File: {}", path.display())
}

/// One of two assessments that are compared.
pub(crate) fn compared(is_later: bool, assessment: &Assessment) -> String {
    let which = if is_later { "After" } else { "Before" };
    let answered = answered_on(assessment);
    let answered = answered.map_or("nothing says when".to_owned(), |day| format!("answered until {day}"));
    format!("{which}: {answered}.")
}

// Questions.

/// Where a question stands, what there is to come, and where one stands so far.
pub(crate) fn place(session: &Session<'_>) -> String {
    let Some(position) = session.position() else { return String::new() };
    let (progress, questionnaire) = (session.progress(), &position.questionnaire.id);
    let left = interview_screen::left(progress, questionnaire);
    let so_far = interview_screen::so_far(progress, questionnaire);
    let so_far = so_far.map(|so_far| format!(" So far: {so_far}.")).unwrap_or_default();
    format!("{}. {}{so_far}", part(position), sentence(&left))
}

/// Where a question stands: questionnaire and part.
pub(crate) fn part(position: Position<'_>) -> String {
    let questionnaire = position.questionnaire;
    let title = &questionnaire.text.title;
    let part = match position.place.part {
        Part::Level(number) => format!(", {}", scores::level(questionnaire, number)),
        Part::Ability => ", ability to execute".to_owned(),
        Part::Area(number) => {
            questionnaire.areas.get(number).map(|area| format!(", {}", area.text.title)).unwrap_or_default()
        }
        Part::Fit => String::new(),
    };
    format!("{title}{part}")
}

pub(crate) fn question(question: &Question) -> String {
    format!("{}: {}", question.id, question.text.question)
}

pub(crate) fn with_votes(answer: &str, votes: u32) -> String {
    format!("{}: {}.", answer.trim_end_matches('.'), count(votes, "vote"))
}

pub(crate) fn worth(credit: u32) -> String {
    format!("Worth {credit}: ")
}

/// The answer that a question has, by the line that it stands for.
pub(crate) fn answer_now(
    question: &Question,
    line: Option<usize>,
    entry: &Entry,
    standing: Standing,
) -> String {
    let answer = match (line, &entry.answer) {
        (None, _) => "one that is not offered any more".to_owned(),
        (_, Some(Answer::Unknown)) => format!("0, {UNKNOWN}"),
        (_, Some(Answer::NotApplicable)) => {
            format!("x, {NOT_APPLICABLE}: {}", entry.reason.as_deref().unwrap_or_default())
        }
        (Some(line), _) => (line + 1).min(question.options.len()).to_string(),
    };
    let Standing::ToConfirm(why) = standing else { return format!("Answer now: {}", sentence(&answer)) };
    let take_over = if line.is_some() { " An empty line takes it over." } else { "" };
    format!("{} ({}): {}{take_over}", capital(TO_CONFIRM), answers::to_confirm(why), sentence(&answer))
}

/// A question of the list and how it stands: "inventory 2".
pub(crate) fn mark(question: &Question, standing: Standing) -> String {
    let mark = match standing {
        Standing::Answered { option, .. } => (option + 1).to_string(),
        Standing::ToConfirm(_) => TO_CONFIRM.to_owned(),
        other => answers::standing(question, other),
    };
    format!("{} {mark}", question.id)
}

pub(crate) fn marks(title: &str, marks: &[String]) -> String {
    format!("{title}: {}.", marks.join(", "))
}

// Results and targets.

/// Which page this is, where there are several.
pub(crate) fn page(at: usize, pages: usize) -> String {
    if pages > 1 { format!("This is page {} of {pages}.", at + 1) } else { String::new() }
}

/// A questionnaire that can be added, and because of which answers.
pub(crate) fn follow_up(follow_up: &FollowUp<'_>) -> String {
    let summary = sentence(&follow_up.questionnaire.text.summary);
    format!("{}. {summary} {}.", follow_ups::follow_up(follow_up), follow_ups::because(follow_up))
}

/// Where one is, and where one wants to.
pub(crate) fn target_now(questionnaire: &Questionnaire, levels: &LevelsScore<'_>, target: usize) -> String {
    let here = match levels.provisional() {
        true => scores::between(questionnaire, levels),
        false => format!("at {}", scores::level(questionnaire, levels.reached)),
    };
    let target = scores::level(questionnaire, target);
    format!("{}: you are {here}. The target is {target}.", questionnaire.text.title)
}

pub(crate) fn lower(questionnaire: &Questionnaire, reached: usize) -> String {
    format!("What is lower than {} is reached already.", scores::level(questionnaire, reached))
}

/// A level as a choice: what it takes by the recommended route.
pub(crate) fn level(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    forecast: &LevelForecast<'_>,
    target: usize,
) -> String {
    let title = capital(&scores::level(questionnaire, forecast.level));
    let here = match forecast.level == levels.reached {
        true => format!(", {}", target_screen::here(levels)),
        false => String::new(),
    };
    let target = if target == forecast.level { ", the target" } else { "" };
    format!("{title}{here}{target}: {}.", takes(&forecast.recommended))
}

pub(crate) fn level_detail(questionnaire: &Questionnaire, number: usize) -> String {
    let description = scores::description(questionnaire, number);
    format!("{}. {description}", capital(&scores::level(questionnaire, number)))
}

/// What a level would take, by each route.
pub(crate) fn forecast(questionnaire: &Questionnaire, forecast: &LevelForecast<'_>) -> Vec<String> {
    let mut lines = vec![
        format!("Recommended route: {}.", takes(&forecast.recommended)),
        format!("Shortest route: {}.", takes(&forecast.shortest)),
        format!("Full route: {}.", takes(&forecast.full)),
    ];
    lines.extend(plan_changes::work_all_the_same(&forecast.recommended).map(str::to_owned));
    lines.extend(plan_changes::ability(questionnaire, forecast));
    lines.extend(forecast.beside.iter().map(plan_changes::beside));
    lines.extend(forecast.together.as_ref().map(plan_changes::together));
    if !forecast.full.needs_dropped.is_empty() {
        lines.push(sentence(&words_plan::needs_dropped(&forecast.full.needs_dropped)));
    }
    lines
}

/// A route in numbers.
fn takes(forecast: &RouteForecast) -> String {
    let RouteForecast { actions, points, to_answer, reached, .. } = forecast;
    let (actions, points) = (count(*actions, "action"), count(*points, "point"));
    let find_out = match to_answer {
        0 => String::new(),
        some => format!(", {some} of them to find out first"),
    };
    let reached = words_plan::reached_when(*reached);
    format!("{actions}{find_out}, {points} of effort, {reached}")
}

pub(crate) fn objective(questionnaire: &Questionnaire, objective: &Objective, is_ticked: bool) -> String {
    let suggests = suggested_level(questionnaire, objective);
    let suggests = suggests.map(|number| format!(", suggests {}", scores::level(questionnaire, number)));
    let ticked = if is_ticked { "ticked" } else { "not ticked" };
    format!("{}: {ticked}{}.", objective.title, suggests.unwrap_or_default())
}

// The plan.

/// From where to where, and by when.
pub(crate) fn way(plan: &Plan<'_>, target: &Target<'_>, levels: &LevelsScore<'_>) -> String {
    let title = &target.questionnaire.text.title;
    sentence(&format!("{title}: {}", words_plan::way(plan, target, levels)))
}

/// The heading of actions that only name somebody.
pub(crate) const NAMES: &str = "Names to agree on:";

/// An action of the plan in one line.
pub(crate) fn planned(plan: &Plan<'_>, planned: &Planned<'_>) -> String {
    let action = actions::short(planned.action);
    let state = plan_changes::state(planned.state.state);
    let owner = planned.state.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
    let off = plan.due_off(planned).map(|off| format!(", {}", actions::due_off(off))).unwrap_or_default();
    let due = planned.state.due.map(|due| format!(", due {due}{off}")).unwrap_or_default();
    let find_out = if planned.standing.is_open() { ", begins with finding out" } else { "" };
    let blocking = if planned.blocking { ", in the way of a target" } else { "" };
    format!("{action}: {state}{owner}{due}{find_out}{blocking}.")
}

/// An action that is done, dropped or left out.
pub(crate) fn listed_action(listed: &Planned<'_>) -> String {
    sentence(&actions::short(listed.action))
}
