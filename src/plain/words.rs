//! Everything that the line-by-line interface says and the screens do not. Sentences for the ear: a
//! translation replaces this file.

use std::fmt::Display;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::assessment::{Assessment, Entry, Listed, SaveError};
use crate::interview::{Offer, Session, summary};
use crate::plan::{Forecast, Listed as ListedAction, Outlook, Planned, Reach, suggested};
use crate::questionnaire::{Catalogue, Objective, Part, Question, Questionnaire};
use crate::report::words::{answer, capital, count, level as level_title};
use crate::report::{words_change, words_plan};
use crate::score::LevelsScore;

pub(super) const WELCOME: &str =
    "ospo-assess, line by line. Every answer is saved at once; q leaves, ? helps.";
pub(super) const FIRST_RUN: &[&str] = &[
    "You have no assessment yet.",
    "Write a to start one. You will answer questions about how your organisation works with open source, one at \
     a time.",
    "After about ten minutes the first level is settled: you hear where you stand and why, choose what to aim \
     at, and the program writes the plan that gets you there.",
    "Everything stays on this machine. You can stop at any time and come back.",
];
pub(super) const YOUR_ASSESSMENTS: &str = "Your assessments:";
pub(super) const CHOOSE_ONE: &str = "Write the number of an assessment, or a for a new one.";
pub(super) const NO_ASSESSMENT: &str = "There is no assessment yet: a starts one.";
pub(super) const WHICH_ASSESSMENT: &str = "Which assessment";
pub(super) const OPEN_PATH: &str = "The path of the file (an empty line goes back)";
pub(super) const ORGANIZATION: &str = "Whose programme do you assess? The name of the organisation";
pub(super) const NOT_BEGUN: &str = "No assessment was begun.";
pub(super) const NEW_NAME: &str = "The new name of the organisation (an empty line keeps it)";
pub(super) const REMOVE: &str = "Remove it (yes or no)";
pub(super) const YES_OR_NO: &str = "Write yes or no.";

/// What stands below the commands in every help.
pub(super) const HELP: &[&str] = &[
    "A number chooses the line with that number. An empty line goes on.",
    "We don't know (0) counts as nothing for what is reached, and as everything for what is possible.",
    "Not applicable (x) leaves the question out; the reason stands in the plan.",
    "A level is out of reach without its key questions.",
    "Reached is the level that your answers prove, possible the one that they still allow. The result is \
     provisional while they differ, settled when they agree.",
];

pub(super) const NOTHING_ASKED: &str =
    "This assessment asks no questionnaire that this program knows. b chooses some.";
pub(super) const REASON: &str = "Why does this question not apply to you? One sentence; it stands in the plan (an empty line changes nothing)";
pub(super) const NOTE_HINT: &str = "Write the note; it takes the place of the one before. A line with a single dot ends it. A dot at once \
     changes nothing, a minus and then a dot removes the note.";
pub(super) const EVIDENCE_HINT: &str = "Write what shows that the answer is right, one address or place on each line; they take the place of \
     those before. A line with a single dot ends it. A dot at once changes nothing, a minus and then a dot removes \
     them.";
/// What is written to remove something.
pub(super) const NOTHING_MORE: &str = "-";
pub(super) const NOTE_DONE: &str = "The note is changed.";
pub(super) const EVIDENCE_DONE: &str = "The evidence is changed.";
pub(super) const CLEARED: &str = "The answer is taken away.";
pub(super) const UNCHANGED: &str = "Nothing has changed.";
pub(super) const UNDONE: &str = "The last change is taken back.";
pub(super) const REDONE: &str = "The change is made again.";
pub(super) const NOTHING_TO_UNDO: &str = "There is nothing to take back.";
pub(super) const NOTHING_TO_REDO: &str = "There is nothing to make again.";
pub(super) const NONE_OPEN: &str = "No question is left without an answer. r tells the results.";
pub(super) const NO_FURTHER: &str = "There is no further question in this direction.";
pub(super) const FIND: &str = "A part of the question, its options or its name";
pub(super) const NOT_FOUND: &str = "No question says that.";
pub(super) const WHICH_QUESTION: &str = "Which question";

pub(super) const QUESTIONNAIRES: &str =
    "Which questionnaires? A question that two of them ask is asked once.";
pub(super) const AT_LEAST_ONE: &str = "At least one has to be asked.";
pub(super) const QUESTIONNAIRES_DONE: &str = "The questionnaires are changed.";

pub(super) const DEEPER: &str = "Look deeper. These questionnaires look closer at something that is weak here. A number adds one and goes \
     to its first question; what is answered already is not asked again.";
pub(super) const ADDED: &str = "The questionnaire is asked too.";
pub(super) const NOTHING_ANSWERED: &str =
    "Nothing is answered yet, so nothing is proven. i goes to the questions.";

pub(super) const NO_LEVELS: &str =
    "None of the questionnaires of this assessment has levels, so there is nothing to aim at. b adds one.";
pub(super) const OBJECTIVES: &str = "What you want of open source. A number ticks an objective, or unticks it; the ticked ones suggest a level.";

pub(super) const ACTION_FIRST: &str = "Write the number of an action first.";
pub(super) const ACTION_GONE: &str = "This action is no longer in the plan.";
pub(super) const ACTION_PROMPT: &str =
    "Action (s state, o owner, d due, n note, i its question, an empty line goes back to the plan, ? help)";
pub(super) const WHICH_STATE: &str = "How far is it";
pub(super) const OWNER_PROMPT: &str =
    "Who does it? A name, or a minus for nobody (an empty line changes nothing)";
pub(super) const OWNER_DONE: &str = "The owner is changed.";
pub(super) const DUE_PROMPT: &str = "By when? A day as 2027-01-31, +30 for thirty days from today, or a minus for none (an empty line \
     changes nothing)";
pub(super) const DUE_DONE: &str = "The due date is changed.";
pub(super) const WHICH_SETTING: &str = "What to change";
pub(super) const CAPACITY_PROMPT: &str = "Points a quarter (an empty line changes nothing)";
pub(super) const START_PROMPT: &str = "The first day, or a minus for none (an empty line changes nothing)";
pub(super) const SETTINGS_DONE: &str = "The plan is made anew.";
pub(super) const WHICH_FORMAT: &str = "Write the plan as what";
pub(super) const NOT_WRITTEN: &str = "No plan was written.";
pub(super) const REPLACE: &str = "Replace it (yes or no)";

pub(super) const LEAVING: &str = "Everything is on disk.";
pub(super) const CHANGED: [&str; 3] = [
    "Read the file again: your unsaved changes go.",
    "Keep yours: the changes on disk go.",
    "Save yours to another file.",
];
pub(super) const AGAIN: &str = "Try again.";
pub(super) const ELSEWHERE: &str = "Save to another file.";
pub(super) const LATER: &str = "Go on; it is tried again with your next change, and when you leave.";
pub(super) const LEAVE: &str = "Leave without saving.";
pub(super) const WHICH_WAY: &str = "What to do";
pub(super) const OTHER_FILE: &str = "The path of a file that does not exist yet (an empty line goes back)";
pub(super) const RELOADED: &str = "The file is read again.";

/// A text as a sentence: with a full stop, where it has no end of its own.
pub(super) fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{text}{end}")
}

/// A line that means nothing here.
pub(super) fn not_known(line: &str) -> String {
    let word: String = line.chars().take(40).collect();
    format!("{word:?} means nothing here. ? tells what does.")
}

/// Which numbers there are.
fn range(last: usize) -> String {
    if last > 1 { format!("1-{last}") } else { last.to_string() }
}

pub(super) fn no_such_number(number: usize, last: usize) -> String {
    no_such_line(&number.to_string(), last)
}

pub(super) fn no_such_line(line: &str, last: usize) -> String {
    match last {
        0 => format!("{line} is no choice: there is none here."),
        1 => format!("{line} is no choice: there is only 1."),
        _ => format!("{line} is no choice: choose from 1 to {last}."),
    }
}

pub(super) fn no_such_way(last: usize) -> String {
    format!("Choose from 1 to {last}; i goes on with the questions.")
}

/// A prompt for a number.
pub(super) fn choose_prompt(what: &str, last: usize) -> String {
    format!("{what} ({}, an empty line goes back)", range(last))
}

pub(super) fn home_prompt(assessments: usize) -> String {
    match assessments {
        0 => "What to do (a new, o open a file, ? help, q quit)".to_owned(),
        last => format!("Assessment ({}, a new, o open a file, ? help, q quit)", range(last)),
    }
}

/// An assessment of the list in one line.
pub(super) fn listed_assessment(catalogue: &Catalogue, listed: &Listed) -> String {
    let changed = Timestamp::try_from(listed.modified).unwrap_or(Timestamp::UNIX_EPOCH);
    let changed = changed.to_zoned(TimeZone::system()).date();
    match &listed.summary {
        Ok(assessment) => {
            let respondent = assessment.respondent.as_ref();
            let respondent = respondent.map(|name| format!(" ({name})")).unwrap_or_default();
            let summary = summary(catalogue, assessment);
            format!("{}{respondent}: {summary}; changed {changed}.", assessment.organization)
        }
        Err(error) => format!("Not readable: {error}."),
    }
}

pub(super) fn remove(path: &Path, assessment: Option<&Assessment>) -> String {
    let name = assessment.map(|assessment| format!("{}: ", assessment.organization)).unwrap_or_default();
    format!("{name}{}. u puts it back until the program ends.", path.display())
}

pub(super) fn no_folder(error: &impl Display) -> String {
    format!("The folder for assessments cannot be made: {error}; set OSPO_ASSESS_HOME to another")
}

pub(super) fn in_file(path: &Path) -> String {
    format!("File: {}", path.display())
}

pub(super) fn questionnaire(text: &str, is_asked: bool) -> String {
    format!("{text}: {}.", if is_asked { "asked" } else { "not asked" })
}

pub(super) fn questionnaires_prompt(last: usize) -> String {
    format!("Numbers to change ({}, an empty line goes on)", range(last))
}

/// Where the question stands, and how much is left.
pub(super) fn place(session: &Session<'_>) -> String {
    let Some(spot) = session.spot() else { return String::new() };
    let questionnaire = spot.questionnaire;
    let title = &questionnaire.text.title;
    let part = match spot.place.part {
        Part::Level(number) => format!(", {}", level_title(questionnaire, number)),
        Part::Ability => ", ability to execute".to_owned(),
        Part::Area(number) => {
            questionnaire.areas.get(number).map(|area| format!(", {}", area.text.title)).unwrap_or_default()
        }
        Part::Fit => String::new(),
    };
    let key = if spot.place.key { ", key question" } else { "" };
    let progress = session.progress();
    let left = match (progress.left_in(&questionnaire.id), progress.queue.len()) {
        (_, 0) => format!("All {} questions are answered", progress.counts.total),
        (here, all) => format!("{here} left here, {all} in all, about {} minutes", progress.minutes(all)),
    };
    format!("{title}{part}{key}. {left}.")
}

pub(super) fn question(question: &Question) -> String {
    format!("{}: {}", question.id, question.text.question)
}

/// What an option is worth.
pub(super) fn worth(credit: u32) -> String {
    format!("Worth {credit}: ")
}

pub(super) fn whom_to_ask(role: &str) -> String {
    format!("Whom to ask: {role}.")
}

/// The answer that a question has, by the line that it stands for.
pub(super) fn answer_now(question: &Question, line: Option<usize>, entry: &Entry, confirmed: bool) -> String {
    let options = question.options.len();
    let answer = match line {
        None => "one that is not offered any more".to_owned(),
        Some(line) if line < options => (line + 1).to_string(),
        Some(line) if line == options => "0, we don't know".to_owned(),
        Some(_) => format!("x, not applicable: {}", entry.reason.as_deref().unwrap_or_default()),
    };
    match (confirmed, line) {
        (true, _) => format!("Answer now: {}", sentence(&answer)),
        (false, Some(_)) => format!("To be confirmed: {} An empty line takes it over.", sentence(&answer)),
        (false, None) => format!("To be confirmed: {}", sentence(&answer)),
    }
}

pub(super) fn note(note: &str) -> String {
    format!("Note: {note}")
}

pub(super) fn evidence(place: &str) -> String {
    format!("Evidence: {place}")
}

pub(super) fn answer_prompt(options: usize) -> String {
    let options = if options == 0 { String::new() } else { format!("{}, ", range(options)) };
    format!("Answer ({options}0 unknown, x not applicable, ? help)")
}

pub(super) fn news_prompt(ways: usize) -> String {
    format!("How to go on ({}, t target, ? help)", range(ways))
}

pub(super) fn found(question: &Question) -> String {
    self::question(question)
}

/// What was done, and that it is on disk.
pub(super) fn saved(done: &str) -> String {
    format!("{done} Saved.")
}

pub(super) fn saved_in(path: &Path) -> String {
    format!("Saved in {}", path.display())
}

pub(super) fn not_saved(error: &SaveError) -> String {
    format!("Not saved. {}", sentence(&error.to_string()))
}

/// Which page this is, where there are several.
pub(super) fn page(at: usize, pages: usize) -> String {
    if pages > 1 { format!("This is page {} of {pages}.", at + 1) } else { String::new() }
}

pub(super) fn results_prompt(items: usize, pages: usize) -> String {
    let items = if items == 0 { String::new() } else { format!("{} goes to a question, ", range(items)) };
    format!("Results ({items}{}t target, p plan, i questions, ? help)", turning(pages))
}

fn turning(pages: usize) -> &'static str {
    if pages > 1 { "l next page, " } else { "" }
}

/// A questionnaire that can be added, and because of which answers.
pub(super) fn offer(offer: &Offer<'_>) -> String {
    let text = &offer.questionnaire.text;
    let low = offer.low.iter().take(2);
    let low = low
        .map(|(question, standing)| format!("{} ({})", question.text.question, answer(question, *standing)));
    let low: Vec<String> = low.collect();
    let size = count(offer.questionnaire.places.len(), "question");
    format!("{} ({size}). {} Because of: {}.", text.title, sentence(&text.summary), low.join("; "))
}

/// Where one is, and where one wants to.
pub(super) fn target_now(questionnaire: &Questionnaire, reached: usize, target: Option<usize>) -> String {
    let title = &questionnaire.text.title;
    let here = level_title(questionnaire, reached);
    let target = target.map(|target| level_title(questionnaire, target)).unwrap_or_default();
    format!("{title}: you are at {here}. The target is {target}.")
}

pub(super) fn lower(questionnaire: &Questionnaire, reached: usize) -> String {
    format!("What is lower than {} is reached already.", level_title(questionnaire, reached))
}

/// A level as a choice.
pub(super) fn level(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    number: usize,
    target: Option<usize>,
) -> String {
    let title = capital(&level_title(questionnaire, number));
    let here = if number == levels.reached { ", you are here" } else { "" };
    let target = if target == Some(number) { ", the target" } else { "" };
    let summary = questionnaire.levels.get(number).map_or("", |level| &level.text.summary);
    format!("{title}{here}{target}. {summary}")
}

/// What a level would take, by either route.
pub(super) fn outlook(outlook: &Outlook) -> Vec<String> {
    let mut lines = vec![forecast("Shortest", &outlook.shortest), forecast("Full", &outlook.full)];
    if !outlook.full.needs_dropped.is_empty() {
        lines.push(sentence(&words_plan::needs_dropped(&outlook.full.needs_dropped)));
    }
    lines
}

fn forecast(route: &str, forecast: &Forecast) -> String {
    let Forecast { actions, points, to_answer, reach, .. } = forecast;
    let (actions, points) = (count(*actions, "action"), count(*points as usize, "point"));
    let find_out = match to_answer {
        0 => String::new(),
        some => format!(", {some} of them to find out first"),
    };
    let reach = match reach {
        Reach::Now => "reached now".to_owned(),
        Reach::WithDone => "reached with what was done".to_owned(),
        Reach::Quarter(number, day) => format!("reached by {day}, with quarter {number}"),
        Reach::Never => "not reached".to_owned(),
    };
    format!("{route} route: {actions}{find_out}, {points} of effort, {reach}.")
}

/// What the numbers count on.
pub(super) fn counts_on<'q>(
    capacity: u32,
    others: impl Iterator<Item = (&'q Questionnaire, usize)>,
) -> String {
    let others: Vec<String> = others.map(|(other, level)| level_title(other, level)).collect();
    words_change::counts_on(capacity, &others)
}

pub(super) fn objective(questionnaire: &Questionnaire, objective: &Objective, ticked: bool) -> String {
    let suggests = suggested(questionnaire, objective);
    let suggests = suggests.map(|number| words_change::suggests(questionnaire, objective, number));
    let ticked = if ticked { "ticked" } else { "not ticked" };
    format!("{}: {ticked}. {}", objective.title, suggests.unwrap_or_default())
}

pub(super) fn objective_set(objective: &Objective, ticked: bool) -> String {
    format!("{}: {}.", objective.title, if ticked { "ticked" } else { "not ticked" })
}

pub(super) fn target_set(questionnaire: &Questionnaire, number: usize) -> String {
    format!("Target: {}.", level_title(questionnaire, number))
}

pub(super) fn target_prompt(
    page: Option<(&Questionnaire, &LevelsScore<'_>)>,
    reached: usize,
    pages: usize,
) -> String {
    let Some((questionnaire, _)) = page else {
        return "Target (b questionnaires, i questions, ? help)".to_owned();
    };
    let name = &questionnaire.text.level_name;
    let highest = questionnaire.levels.len().saturating_sub(1);
    let levels = if reached < highest { format!("{reached}-{highest}") } else { highest.to_string() };
    let objectives = match questionnaire.objectives.len() {
        0 => String::new(),
        many => format!("{}-{} an objective, ", highest + 1, highest + many),
    };
    format!("Target ({levels} a {name}, {objectives}{}p plan, i questions, ? help)", turning(pages))
}

pub(super) fn no_such_target(reached: usize, numbers: usize) -> String {
    format!("Choose from {reached} to {}.", numbers.saturating_sub(1))
}

/// The title of the action of a question; its id where there is none.
pub(super) fn action_title(catalogue: &Catalogue, question: &str) -> String {
    let action = catalogue.question(question).and_then(|question| question.action.as_ref());
    action.map_or(question, |action| &action.text.title).to_owned()
}

/// An action of the plan in one line.
pub(super) fn planned(planned: &Planned<'_>) -> String {
    let action = words_plan::short(planned.action);
    let state = words_change::state(planned.state.state);
    let owner = planned.state.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
    let due = planned.state.due.map(|due| format!(", due {due}")).unwrap_or_default();
    let find_out = if planned.standing.is_open() { ", begins with finding out" } else { "" };
    let blocking = if planned.blocking { ", in the way of a target" } else { "" };
    format!("{action}: {state}{owner}{due}{find_out}{blocking}.")
}

/// An action that is done, dropped or left out.
pub(super) fn listed(listed: &ListedAction<'_>) -> String {
    sentence(&words_plan::short(listed.action))
}

pub(super) fn group(title: &str, many: usize) -> String {
    format!("{title}: {}.", count(many, "action"))
}

pub(super) fn plan_prompt(actions: usize) -> String {
    let actions = if actions == 0 { String::new() } else { format!("{} tells an action, ", range(actions)) };
    format!("Plan ({actions}c route, capacity and start, w write, t target, ? help)")
}

pub(super) fn plan_path(usual: &str) -> String {
    format!("The path of the file (an empty line for {usual})")
}

pub(super) fn start_kept(today: Date) -> String {
    format!("The plan starts on {today}.")
}

pub(super) fn written(path: &Path) -> String {
    format!("The plan is in {}", path.display())
}

pub(super) fn exists(path: &Path) -> String {
    format!("{} exists, and is not a plan that may be replaced unasked.", path.display())
}
