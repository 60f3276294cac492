//! Everything that the line-by-line interface says and the screens do not. Sentences for the ear: a
//! translation replaces this file.

use std::fmt::Display;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::keys::{Command, Context};
use crate::assessment::{Assessment, Entry};
use crate::files::{LibraryEntry, SaveError};
use crate::interview::Session;
use crate::questionnaire::{Catalogue, Part, Question};
use crate::report;
use crate::score::{FollowUp, Standing};
use crate::team::answered_on;
use crate::words::answers::{self, NOT_APPLICABLE, TO_CONFIRM, UNKNOWN};
use crate::words::scores::level as level_title;
use crate::words::{capital, count, interview, scores};

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
pub(super) const YOUR_ASSESSMENTS: &str = "Your assessments, the last changed first:";
pub(super) const CHOOSE_ONE: &str = "Write the number of an assessment, or a for a new one.";
pub(super) const NO_ASSESSMENT: &str = "There is no assessment yet: a starts one.";
pub(super) const WHICH_LATER: &str = "Which is the later one";
pub(super) const WHICH_EARLIER: &str = "Which is the earlier one";
pub(super) const WHICH_ASSESSMENT: &str = "Which assessment";
pub(super) const WORKED_ON: &str = "The last plan worked on:";
pub(super) const ASK_FIRST: &str = "Ask about these first, as their answers may have changed";
pub(super) const NONE_TO_COMPARE: &str = "There is no other assessment to compare with.";
pub(super) const TWO_OF_THEM: &str = "Choose two different assessments that can be read.";
pub(super) const OPEN_HINT: &str =
    "An assessment is a file that ends with .toml. A path may begin with ~/ for your home directory.";
pub(super) const OPEN_PATH: &str = "The path of the file (an empty line goes back)";
pub(super) const ORGANIZATION_HINT: &str = "Whose programme do you assess?";
pub(super) const ORGANIZATION: &str = "The name of the organisation (an empty line goes back)";
pub(super) const NOT_BEGUN: &str = "No assessment was begun.";
pub(super) const NEW_NAME_HINT: &str =
    "The assessment keeps its file; the plan has the new name. R gives it the old one again.";
pub(super) const NEW_NAME: &str = "The new name of the organisation (an empty line keeps it)";
pub(super) const REMOVE: &str = "Remove it";
pub(super) const YES_OR_NO: &str = "Write yes or no; an empty line is no.";

pub(super) const BACK_AND_QUIT: &str = "back goes back, q leaves the program.";
pub(super) const BACK_ALONE: &str = "back alone goes back, and changes nothing.";
pub(super) const KEPT: &str = "The input has ended: what was written is kept.";
pub(super) const GOODBYE: &str = "Everything is saved. ospo-assess --plain comes back to it.";
pub(super) const ALL_TOLD: &str = "That is all there is here.";

pub(super) const HELP_HOME: &str = "A number opens that assessment.";
pub(super) const HELP_QUESTION: &[&str] = &[
    "A number answers with the option of that number, and goes on. An empty line goes on without an answer; \
     where an earlier answer is to be confirmed, it takes that over.",
    "We don't know (0) counts as nothing for what is reached, and as everything for what is possible.",
    "Not applicable (x) leaves the question out; the reason stands in the plan.",
    "A level is out of reach without its key questions.",
];
pub(super) const HELP_MILESTONE: &[&str] = &["A number chooses a way on; an empty line takes the first."];
pub(super) const HELP_RESULTS: &[&str] = &[
    "A number goes to the question with that number. An empty line, or more, reads on; at the end it goes to \
     the next page.",
    "Reached is the level that your answers prove, possible the one that they still allow. The result is \
     provisional while they differ, settled when they agree.",
];
pub(super) const HELP_TARGET: &[&str] = &[
    "A number aims at the level with that number, or ticks the objective with that number. An empty line, or \
     more, reads on; at the end it goes to the next page.",
];
pub(super) const HELP_PLAN: &[&str] = &[
    "A number tells all of an action; there you say how far it is, who does it and by when. An empty line, or \
     more, reads on with the next quarter.",
];
pub(super) const HELP_ACTION: &[&str] = &["An empty line goes back."];
pub(super) const HELP_WHO: &str = "who: the roles that the plan needs.";
pub(super) const EVERYWHERE: &str = "At every place of an assessment:";
pub(super) const HELP_LIST: &str = "list: the questions of this questionnaire with their answers.";

pub(super) const NOTHING_ASKED: &str =
    "This assessment asks no questionnaire that this program knows. b chooses some.";
pub(super) const REASON_HINT: &str =
    "Why does this question not apply to you? One sentence: it stands in the plan.";
pub(super) const REASON: &str = "Reason (an empty line changes nothing)";
pub(super) const NOTE: &str = "Note";
pub(super) const NOTE_HINT: &str = "Write the note; it takes the place of the one before. A dot at once changes nothing, a minus and then a dot \
     removes the note.";
pub(super) const EVIDENCE: &str = "Evidence";
pub(super) const EVIDENCE_HINT: &str = "Write what shows that the answer is right, one address or place on each line; they take the place of \
     those before. A dot at once changes nothing, a minus and then a dot removes them.";
/// What is written to remove something.
pub(super) const NOTHING_MORE: &str = "-";
pub(super) const NOTE_DONE: &str = "The note is written.";
pub(super) const NOTE_REMOVED: &str = "The note is removed.";
pub(super) const NONE_TO_CONFIRM: &str = "No answer of the assessment before is left to be confirmed.";
pub(super) const CLEARED: &str = "The answer is taken away.";
pub(super) const UNCHANGED: &str = "Nothing has changed.";
pub(super) const NOTHING_TO_UNDO: &str = "There is nothing to take back.";
pub(super) const NOTHING_TO_REDO: &str = "There is nothing to make again.";
pub(super) const NONE_OPEN: &str = "Everything is answered. r tells the results.";
pub(super) const NO_FURTHER: &str = "There is no further question in this direction.";
pub(super) const FIND_HINT: &str = "Which question?";
pub(super) const FIND: &str = "A part of the question, its options or its name (an empty line goes back)";
pub(super) const NOT_FOUND: &str = "No question says that.";
pub(super) const LIST_HINT: &str = "/ and one of these names goes to the question.";
pub(super) const WHICH_QUESTION: &str = "Which question";

pub(super) const QUESTIONNAIRES: &str =
    "Which questionnaires? A question that two of them ask is asked once.";
pub(super) const QUESTIONNAIRES_HELP: &str = "A number ticks a questionnaire, which is asked then, or unticks it; \
     several may stand on one line. An empty line takes those that are ticked.";
pub(super) const AT_LEAST_ONE: &str = "At least one has to be asked.";
pub(super) const QUESTIONNAIRES_DONE: &str = "The questionnaires are chosen.";

pub(super) const DEEPER: &str = "Look deeper. These questionnaires look closer at something that is weak here. A number adds one and goes \
     to its first question; what is answered already is not asked again.";
pub(super) const ONE_PAGE: &str = "There is no other page.";
pub(super) const ADDED: &str = "The questionnaire is asked too.";
pub(super) const NOTHING_ANSWERED: &str =
    "Nothing is answered yet, so nothing is proven. i goes to the questions.";

pub(super) const LEAVING: &str = "Everything is on disk.";
pub(super) const CHANGED: [&str; 4] = [
    "Merge: keep the changes of both, question by question.",
    "Read the file again: your unsaved changes go.",
    "Keep yours: the changes on disk go.",
    "Save yours to another file.",
];
pub(super) const AGAIN: &str = "Try again.";
pub(super) const ELSEWHERE: &str = "Save to another file.";
pub(super) const LATER: &str = "Go on; it is tried again with your next change, and when you leave.";
pub(super) const LEAVE: &str = "Leave without saving.";
pub(super) const WHICH_WAY: &str = "What to do";
pub(super) const OTHER_FILE_HINT: &str = "Your changes go to a new file, and you go on with that one.";
pub(super) const OTHER_FILE: &str = "The path of a file that does not exist yet (an empty line goes back)";
pub(super) const CONFLICTS: &str = "Both changed these:";
pub(super) const AS_IN_FILE: &str =
    "Numbers of those that are to be as in the file (an empty line keeps yours)";
pub(super) const AS_IN_FILE_HELP: &str = "Of each line there are two versions. Those whose numbers you write are taken from the file, the others stay yours.";
pub(super) const GIVE_UP_YOURS: &str = "Give up your unsaved changes";
pub(super) const GIVE_UP_THEIRS: &str = "Give up the changes on disk";
pub(super) const MERGED: &str = "The changes of both are here; u takes theirs back.";
pub(super) const RELOADED: &str = "The file is read again.";

/// Asks whether so many of the facts that both changed are to be as in the file.
pub(super) fn decided(theirs: usize, all: usize) -> String {
    format!("As in the file: {theirs}; as you have them: {}; is that right", all.saturating_sub(theirs))
}

/// A text as a sentence: with a full stop, where it has no end of its own.
pub(super) fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{text}{end}")
}

/// A text of a report for the ear.
pub(super) fn spoken(text: &str) -> String {
    sentence(&report::spoken(text))
}

/// A line that means nothing here.
pub(super) fn not_known(line: &str) -> String {
    if line.is_empty() {
        return "Write one of these; ? tells what else there is.".to_owned();
    }
    let word: String = line.chars().take(40).collect();
    format!("{word:?} means nothing here. ? tells what does.")
}

/// Which numbers there are.
pub(super) fn range(last: usize) -> String {
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

pub(super) fn choose_help(last: usize) -> String {
    format!("A number ({}) chooses the line with that number; an empty line goes back.", range(last))
}

pub(super) fn yes_prompt(what: &str) -> String {
    format!("{what} (yes or no, an empty line is no)")
}

/// The prompt of one of several lines.
pub(super) fn line_prompt(what: &str, number: usize) -> String {
    format!("{what}, line {number} (a dot alone ends)")
}

/// That there is more to tell.
pub(super) fn more(lines: usize) -> String {
    format!("{} more: an empty line reads on.", count(lines, "line"))
}

/// What a change was about that was taken back, or made again.
pub(super) fn stepped(back: bool, what: &str) -> String {
    sentence(&format!("{}: {what}", if back { "Taken back" } else { "Made again" }))
}

/// What a command does here, where the table says it for all screens at once.
pub(super) fn what_it_does(context: Context, command: Command) -> Option<&'static str> {
    match (context, command) {
        (Context::Home, Command::Undo) => Some("put back what was removed last; a name is given back with R"),
        (Context::Interview, Command::Next) => Some("the next question of the list"),
        (Context::Interview, Command::Previous) => Some("the question before"),
        (_, Command::Next) => Some("the next page"),
        (_, Command::Previous) => Some("the page before"),
        (_, Command::Back) => Some("go back to where you came from"),
        _ => None,
    }
}

pub(super) fn evidence_done(places: usize) -> String {
    match places {
        0 => "The evidence is removed.".to_owned(),
        _ => format!("Evidence: {}.", count(places, "place")),
    }
}

/// A question of the list and how it stands: "inventory 2".
pub(super) fn mark(question: &Question, standing: Standing) -> String {
    let mark = match standing {
        Standing::Answered { option, .. } => (option + 1).to_string(),
        Standing::ToConfirm(_) => TO_CONFIRM.to_owned(),
        other => answers::standing(question, other),
    };
    format!("{} {mark}", question.id)
}

pub(super) fn marks(title: &str, marks: &[String]) -> String {
    format!("{title}: {}.", marks.join(", "))
}

/// One of two assessments that are compared.
pub(super) fn compared(which: &str, path: &Path, assessment: &Assessment) -> String {
    let answered = answered_on(assessment);
    let answered = answered.map_or("nothing says when".to_owned(), |day| format!("answered until {day}"));
    format!("{which}: {}, {answered}.", path.display())
}

/// A prompt for a number.
pub(super) fn choose_prompt(what: &str, last: usize) -> String {
    format!("{what} ({}, an empty line goes back)", range(last))
}

pub(super) fn home_prompt(assessments: usize) -> String {
    match assessments {
        0 => "What to do (a new, o open a file, ? help, q quit)".to_owned(),
        last => format!("Assessment ({} opens it, a new, o open a file, ? help, q quit)", range(last)),
    }
}

/// An assessment of the list in one line.
pub(super) fn listed_assessment(catalogue: &Catalogue, listed: &LibraryEntry, is_ours: bool) -> String {
    // The name of a file is enough where all are in one folder.
    let name = listed.path.file_name().filter(|_| is_ours).map_or(listed.path.as_path(), Path::new);
    let changed = Timestamp::try_from(listed.modified).unwrap_or(Timestamp::UNIX_EPOCH);
    let changed = changed.to_zoned(TimeZone::system()).date();
    match &listed.summary {
        Ok(assessment) => {
            let respondent = assessment.respondent.as_ref();
            let respondent = respondent.map(|name| format!(" ({name})")).unwrap_or_default();
            let summary = self::summary(catalogue, assessment);
            format!(
                "{}{respondent}: {summary}, changed {changed}. File: {}",
                assessment.organization,
                name.display()
            )
        }
        Err(error) => format!("Not readable: {error}."),
    }
}

/// How far an assessment is, and what it has reached.
pub(super) fn summary(catalogue: &Catalogue, assessment: &Assessment) -> String {
    interview::summary(catalogue, assessment).join(", ")
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
    format!("{text}: {}.", if is_asked { "ticked" } else { "not ticked" })
}

pub(super) fn questionnaires_prompt(last: usize) -> String {
    format!("Numbers to tick or untick ({}, an empty line goes on)", range(last))
}

/// Where the question stands, and how much is left.
pub(super) fn place(session: &Session<'_>) -> String {
    let Some(position) = session.position() else { return String::new() };
    let questionnaire = position.questionnaire;
    let title = &questionnaire.text.title;
    let part = match position.place.part {
        Part::Level(number) => format!(", {}", level_title(questionnaire, number)),
        Part::Ability => ", ability to execute".to_owned(),
        Part::Area(number) => {
            questionnaire.areas.get(number).map(|area| format!(", {}", area.text.title)).unwrap_or_default()
        }
        Part::Fit => String::new(),
    };
    let key = if position.place.key { ", key question" } else { "" };
    let progress = session.progress();
    let left = match (progress.left_in(&questionnaire.id), progress.queue.len()) {
        (_, 0) => format!("All {} questions are answered", progress.counts.total),
        (here, all) => format!("{here} left here, {all} in all, {}", interview::time(progress, all)),
    };
    format!("{title}{part}{key}. {left}.")
}

pub(super) fn question(question: &Question) -> String {
    format!("{}: {}", question.id, question.text.question)
}

/// Asks whether everything that was carried over still holds.
pub(super) fn confirm(answers: usize) -> String {
    format!("Confirm {} of the assessment before as they are", count(answers, "answer"))
}

pub(super) fn confirmed(answers: usize) -> String {
    format!("{} confirmed.", count(answers, "answer"))
}

/// What an option is worth.
pub(super) fn worth(credit: u32) -> String {
    format!("Worth {credit}: ")
}

pub(super) fn whom_to_ask(role: &str) -> String {
    format!("Whom to ask: {role}.")
}

/// The answer that a question has, by the line that it stands for.
pub(super) fn answer_now(
    question: &Question,
    line: Option<usize>,
    entry: &Entry,
    standing: Standing,
) -> String {
    let options = question.options.len();
    let answer = match line {
        None => "one that is not offered any more".to_owned(),
        Some(line) if line < options => (line + 1).to_string(),
        Some(line) if line == options => format!("0, {UNKNOWN}"),
        Some(_) => format!("x, {NOT_APPLICABLE}: {}", entry.reason.as_deref().unwrap_or_default()),
    };
    let Standing::ToConfirm(why) = standing else { return format!("Answer now: {}", sentence(&answer)) };
    let take_over = if line.is_some() { " An empty line takes it over." } else { "" };
    format!("{} ({}): {}{take_over}", capital(TO_CONFIRM), answers::to_confirm(why), sentence(&answer))
}

pub(super) fn note(note: &str) -> String {
    format!("Note: {note}")
}

pub(super) fn evidence(place: &str) -> String {
    format!("Evidence: {place}")
}

pub(super) fn answer_prompt(options: usize) -> String {
    let options = if options == 0 { String::new() } else { format!("{}, ", range(options)) };
    format!("Answer ({options}0 {UNKNOWN}, x {NOT_APPLICABLE}, an empty line goes on, ? help)")
}

pub(super) fn milestone_prompt(ways: usize) -> String {
    format!("How to go on ({}, an empty line takes 1, ? help)", range(ways))
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

/// The prompt of the results; the numbers stand for questions, or for questionnaires to add.
pub(super) fn results_prompt(items: usize, can_add: bool, pages: usize) -> String {
    let what = if can_add { "adds one" } else { "goes to a question" };
    let items = if items == 0 { String::new() } else { format!("{} {what}, ", range(items)) };
    format!("Results ({items}an empty line reads on, {}t target, p plan, ? help)", turning(pages))
}

pub(super) fn turning(pages: usize) -> &'static str {
    if pages > 1 { "l next page, " } else { "" }
}

/// A questionnaire that can be added, and because of which answers.
pub(super) fn follow_up(follow_up: &FollowUp<'_>) -> String {
    let summary = sentence(&follow_up.questionnaire.text.summary);
    format!("{}. {summary} {}.", scores::follow_up(follow_up), scores::because(follow_up))
}
