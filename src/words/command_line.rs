//! What the commands say: what was done, what is worth knowing, and why something cannot be done. Paths
//! are as the user wrote them: whoever says a message cleans it as a whole.

use std::fmt::Display;
use std::path::Path;

use jiff::civil::Date;

use super::check::not_loaded;
use super::plan_changes::{higher_aim, to_keep};
use super::scores::level;
use super::{argument, count};
use crate::assessment::{Assessment, State};
use crate::check::LoadError;
use crate::plan::{HigherAim, Planned};
use crate::questionnaire::{NOT_APPLICABLE, Question, Questionnaire, UNKNOWN};

// Arguments that are wrong whatever the files say.

pub(crate) const NO_EQUALS_SIGN: &str = "there is no = in it";
pub(crate) const NO_NAME: &str = "there is no name before the =";
pub(crate) const NO_LEVEL: &str = "there is no level behind the =";
pub(crate) const NO_DAY: &str = "write a day of the calendar, like 2027-01-31";
pub(crate) const NO_CAPACITY: &str = "write a whole number, 1 or more";
pub(crate) const NO_ORGANIZATION: &str = "--organization is empty; give the organisation's name";
pub(crate) const NOTHING_TO_COMPARE: &str =
    "one file alone has nothing to be compared with; give two or more";
pub(crate) const EXPLAIN_IS_TEXT: &str = "--explain is for people; the other formats are for programs";
pub(crate) const EXPLAIN_IS_FOR_ONE: &str = "--explain is for one assessment";
/// A page for several assessments.
pub(crate) const HTML_IS_FOR_ONE: &str = "--format html is a page for one assessment: name one file";
pub(crate) const SINCE_IS_FOR_PAGES: &str = "--since is for what people read: text, Markdown, HTML and slides; `compare` has the change as JSON and CSV";
pub(crate) const SINCE_IS_FOR_ONE: &str = "--since is for one assessment; `compare` takes several";
pub(crate) const BOM_IS_FOR_CSV: &str = "--bom is for CSV alone";
pub(crate) const JSON_IS_FOR_ONE: &str = "json is for one assessment; use --format json-lines for several";

pub(crate) const NOTHING_PICKED: &str = "none of these questions is left to decide";

/// Questions that a workshop is not asked to decide again.
pub(crate) fn decided_already(ids: &[&str]) -> String {
    format!("decided already, and passed over: {}", ids.join(", "))
}

/// What is offered for a name that is not known, behind it: nothing where none is like it.
fn did_you_mean(near: &[impl AsRef<str>]) -> String {
    let near: Vec<&str> = near.iter().map(AsRef::as_ref).collect();
    if near.is_empty() { String::new() } else { format!(" (did you mean {}?)", near.join(" or ")) }
}

/// The states of an action, where something else stands.
pub(crate) fn no_state() -> String {
    let states: Vec<&str> = State::ALL.iter().map(|state| state.id()).collect();
    format!("an action is one of {}", states.join(", "))
}

pub(crate) fn no_command(word: &str, near: &[String]) -> String {
    format!("there is no command {word}{}", did_you_mean(near))
}

pub(crate) fn file_before_command(file: &Path) -> String {
    format!("'{}' stands before a command; put it behind the command", file.display())
}

pub(crate) fn answered_twice(question: &str) -> String {
    format!("{question} is given twice; answer it once")
}

pub(crate) fn two_states(question: &str) -> String {
    format!("{question} is given twice; give it one state")
}

/// An action of which it is not clear whether its state or its place is meant.
pub(crate) fn state_or_place(question: &str, is_place: bool) -> String {
    match is_place {
        true => format!(
            "{question} stands with a state; with --sooner, --later and --also name the question alone"
        ),
        false => format!(
            "{question} has no state; write {question}=STATE, or move it with --sooner, --later or --also"
        ),
    }
}

pub(crate) fn two_targets(questionnaire: &str) -> String {
    format!("{questionnaire} is given twice; give it one target")
}

pub(crate) fn needs_reason(question: &str) -> String {
    format!("{question}={NOT_APPLICABLE} needs a reason; say it with --reason")
}

pub(crate) fn reason_without_need() -> String {
    format!("--reason goes with {NOT_APPLICABLE} alone; use --note for anything else")
}

// Files.

/// A file that is not there, and may be a command that was mistyped.
pub(crate) fn no_file(file: &Path, near_commands: &[String]) -> String {
    let near = match near_commands {
        [] => String::new(),
        near => format!(", and no such command either{}", did_you_mean(near)),
    };
    format!(
        "{}: there is no such file{near}; `ospo-assess new FILE --organization NAME` makes one",
        file.display()
    )
}

pub(crate) fn no_folder(folder: &Path) -> String {
    format!(
        "{}: there is no such folder; --questionnaires names one with questionnaires of your own",
        folder.display()
    )
}

pub(crate) fn nothing_in_folder(folder: &Path) -> String {
    format!("{}: there is no assessment in this folder", folder.display())
}

pub(crate) const NOT_ALL_READ: &str = "nothing was begun, since not all files of participants can be read";
pub(crate) const NOTHING_FOUND: &str = "there is no assessment to read";

pub(crate) fn folder_unreadable(folder: &Path, error: impl Display) -> String {
    format!("{}: this folder cannot be read, and is left out: {error}", folder.display())
}

pub(crate) fn a_plan_is_no_assessment(path: &Path) -> String {
    let (path, argument) = (path.display(), argument(path));
    format!(
        "{path}: this is a plan, not an assessment; give the assessment that it was made from \
         (`ospo-assess sync ASSESSMENT {argument}` takes over what was ticked in it)"
    )
}

pub(crate) fn among_the_merged(file: &Path) -> String {
    format!("{}: this is one of the files to merge; choose another name for the result", file.display())
}

pub(crate) fn or_force(in_the_way: impl Display) -> String {
    format!("{in_the_way}, or replace it with --force")
}

/// The same where its message names no other way.
pub(crate) fn choose_another_or_force(in_the_way: impl Display) -> String {
    or_force(format!("{in_the_way}; choose another name"))
}

pub(crate) const NO_OUTPUT: &str = "cannot write to standard output";
pub(crate) const NO_MANUAL: &str = "cannot make the manual page";
pub(crate) const THREAD_FAILED: &str = "a thread has failed; please report this";

pub(crate) fn no_output(error: impl Display) -> String {
    format!("{NO_OUTPUT}: {error}")
}

pub(crate) fn made(file: &Path) -> String {
    format!("made {}", file.display())
}

pub(crate) fn made_to_answer(file: &Path) -> String {
    format!("made {}; answer it with `ospo-assess {}`", file.display(), argument(file))
}

pub(crate) fn wrote(file: &Path) -> String {
    format!("wrote {}", file.display())
}

pub(crate) fn about(file: &Path, what: impl Display) -> String {
    format!("{}: {what}", file.display())
}

/// What a plan takes for granted since nobody has said it; `None` where all is said.
pub(crate) fn assumed(
    targets: &[(&Questionnaire, usize)],
    capacity: Option<u32>,
    start: Option<Date>,
) -> Option<String> {
    let levels: Vec<String> =
        targets.iter().map(|(questionnaire, target)| level(questionnaire, *target)).collect();
    let targets = (!levels.is_empty()).then(|| format!("the target {}", levels.join(" and ")));
    let capacity = capacity.map(|points| format!("{} a quarter", count(points, "point")));
    let start = start.map(|start| format!("the start {start}"));
    let assumed: Vec<String> = targets.into_iter().chain(capacity).chain(start).collect();
    (!assumed.is_empty())
        .then(|| format!("assumed: {}; --target, --capacity and --start say otherwise", assumed.join("; ")))
}

/// A level that would be a better target than the one assumed, and the option to type.
pub(crate) fn suggested(aim: &HigherAim<'_>) -> String {
    let id = aim.questionnaire.levels.get(aim.level).map_or("", |level| level.id.as_str());
    format!("suggested: --target {}={id}. {}", aim.questionnaire.id, higher_aim(aim))
}

/// What is there and has to be looked after, and how it is taken in.
pub(crate) fn suggested_keep(keep: &[Planned<'_>]) -> String {
    let ids = keep.iter().map(|planned| planned.question.id.as_str()).collect::<Vec<_>>();
    format!(
        "suggested: look after what is there ({}): action FILE ID --also, then --sooner, for {}",
        to_keep(keep),
        ids.join(", ")
    )
}

pub(crate) fn start_not_kept(start: Date, error: &anyhow::Error) -> String {
    format!(
        "the start {start} was not kept in the assessment, so the next plan may start on another day: {error:#}"
    )
}

// Questionnaires, questions, levels.

pub(crate) fn replaces_built_in(path: &Path, id: &str) -> String {
    format!("{} takes the place of the built-in questionnaire {id}", path.display())
}

pub(crate) fn checked_alone(error: &LoadError) -> String {
    format!("checked beside the built-in questionnaires alone: {}", not_loaded(error))
}

pub(crate) fn checked(summary: &str, files: usize) -> String {
    format!("{summary} in {}", count(files, "file"))
}

pub(crate) fn questions(questions: usize) -> String {
    format!("{questions:>2} questions")
}

pub(crate) const IN_PLACE_OF_BUILT_IN: &str = "(in place of the built-in one)";

pub(crate) fn no_questionnaire(id: &str, near: &[&str]) -> String {
    let near = did_you_mean(near);
    format!("there is no questionnaire {id}{near}; `ospo-assess questionnaires` lists them all")
}

pub(crate) fn questionnaire_not_asked(id: &str, near: &[&str], assessment: &Assessment) -> String {
    let asked: Vec<&str> = assessment.questionnaires.iter().map(|(id, _)| id.as_str()).collect();
    let near = did_you_mean(near);
    format!("the questionnaire {id} is not asked{near}; this assessment asks {}", asked.join(", "))
}

pub(crate) fn no_question(id: &str, near: &[&str]) -> String {
    let near = did_you_mean(near);
    format!("there is no question {id}{near}; `ospo-assess show QUESTIONNAIRE` names them all")
}

/// A question that an assessment does not ask, and the questionnaire that does.
pub(crate) fn question_not_asked(id: &str, home: Option<&Questionnaire>) -> String {
    let home = home.map_or_else(String::new, |home| {
        let Questionnaire { id, version, .. } = home;
        format!("; it belongs to {id}: add {id} = \"{version}\" to `questionnaires` in this file")
    });
    format!("{id} is not asked{home}")
}

pub(crate) fn no_option(question: &Question, word: &str) -> String {
    let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    let (id, options) = (&question.id, options.join(", "));
    format!("{id} has no option {word}; its answers are {options}, {UNKNOWN} and {NOT_APPLICABLE}")
}

pub(crate) fn no_action(question: &str) -> String {
    format!("{question} has no action: its questionnaire compares candidates; nothing is to be done")
}

pub(crate) fn no_levels(questionnaire: &str) -> String {
    format!("{questionnaire} has no levels to aim at; targets are for questionnaires of kind levels")
}

pub(crate) fn no_level(questionnaire: &Questionnaire, level: &str) -> String {
    let levels: Vec<&str> = questionnaire.levels.iter().map(|level| level.id.as_str()).collect();
    format!("{} has no level {level}; its levels are {}", questionnaire.id, levels.join(", "))
}

// Many files.

pub(crate) const SEVERAL_ORGANIZATIONS: &str =
    "the files are of several organisations; use --format text, csv or json-lines";
pub(crate) const ONLY_ONE: &str = "there is only one assessment; nothing can be compared with it";
pub(crate) const DIFFERENT_ORGANIZATIONS: &str = "the two are of different organisations";
pub(crate) const LATER_FIRST: &str = "the first was answered after the second; the earlier one comes first";
pub(crate) const NAMES_IN_TEXTS: &str =
    "all names are dropped; read through notes, reasons and evidence: names in their text are still there";

pub(crate) fn differing(files: usize, of: usize) -> String {
    format!(
        "{files} of {of} were answered with other questionnaires than those here; `ospo-assess score FILE` says how"
    )
}

pub(crate) fn broken(files: usize, of: usize) -> String {
    format!("{files} of {of} cannot be read and are left out")
}

pub(crate) fn alone(organizations: usize) -> String {
    format!("left out, since there is only one assessment: {organizations} of the organisations")
}

// Plans that come back.

pub(crate) const NO_PLAN: &str = "there is no such file; `ospo-assess plan` writes one";

pub(crate) fn no_issues(error: impl Display) -> String {
    format!(
        "this is no list of issues ({error}); write it by `gh issue list --state all --json \
         body,state,stateReason` or `glab issue list --all --output json`"
    )
}

pub(crate) fn not_a_plan(first_line: &str) -> String {
    format!(
        "this is neither a plan of ospo-assess, whose first line would be {first_line}, nor a list of issues in JSON"
    )
}

pub(crate) fn nothing_taken_over(problems: impl Display) -> String {
    format!("{problems}; nothing is taken over")
}

/// How many lines of a plan cannot be read, where the others were taken over.
pub(crate) fn not_read(refused: usize) -> String {
    format!("{} cannot be read, everything else is", count(refused, "line"))
}

pub(crate) fn plan_of_others(other: &str, file: &Path, assessment: &Assessment) -> String {
    format!(
        "this is the plan of {other}, and {} is the assessment of {}; if that is meant, correct the title of the plan",
        file.display(),
        assessment.organization
    )
}

/// How many changes were taken over from a plan into the file of an assessment.
pub(crate) fn taken_over(changes: usize, plan: &Path, file: &Path) -> String {
    match changes {
        0 => format!("{} says nothing new", plan.display()),
        changes => format!("{} taken over into {}", count(changes, "change"), file.display()),
    }
}

// Workshops.

/// What a workshop leaves: how many questions are still to be decided, and the command that goes on, with the
/// options that were typed.
pub(crate) fn workshop_left(file: &Path, questions: usize, options: &str, is_plain: bool) -> String {
    let (file, argument) = (file.display(), argument(file));
    let plain = if is_plain { "--plain " } else { "" };
    match questions {
        0 => format!("saved in {file}; nothing is left to decide"),
        left => format!(
            "saved in {file}; {} left: `ospo-assess {plain}workshop {argument}{options}` goes on",
            count(left, "question")
        ),
    }
}
