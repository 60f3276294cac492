//! What makes a good question, as far as a program can tell.

use std::ops::Range;

use super::*;
use crate::check::context::folded;
use crate::check::problem::shown;
use crate::questionnaire::table::Table;

const LONGEST_QUESTION: usize = 110;
const LONGEST_OPTION: usize = 130;
const LONGEST_HELP: usize = 300;
const LONGEST_TITLE: usize = 70;

/// Words that join two questions.
const JOINING: [&str; 2] = ["and", "or"];

/// Words after which everybody may think what they like. "At most" is a limit, and none of them.
#[rustfmt::skip]
const HEDGES: [&str; 33] = [
    "some", "several", "many", "few", "most", "mostly", "often", "sometimes", "occasionally", "rarely",
    "regularly", "frequently", "usually", "generally", "adequate", "adequately", "appropriate",
    "appropriately", "sufficient", "sufficiently", "reasonable", "reasonably", "proper", "properly", "good",
    "well", "various", "relevant", "significant", "significantly", "etc", "as needed", "ad hoc",
];

pub(super) fn check(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    for (_, question) in file.root.tables("question") {
        let id = question.string("id").unwrap_or_default();
        if let (Some(text), Some(place)) = (question.string("text"), question.place("text")) {
            stem(text, place, problems);
        }
        long(question, "help", LONGEST_HELP, problems);
        for (option_id, place, text) in option_texts(question) {
            option(text, place.clone(), problems);
            alike(context, (id, option_id), text, place, problems);
        }
        let Some(action) = question.table("action") else { continue };
        long(action, "title", LONGEST_TITLE, problems);
        first_step(context, id, action, problems);
    }
}

/// The options or choices of a question: id, place and text.
fn option_texts(question: Table<'_>) -> Vec<(&str, Range<usize>, &str)> {
    let options = question.table("options").into_iter().flat_map(Table::fields);
    let options = options.filter_map(|(_, id, value)| Some((id, value.span(), value.get_ref().as_str()?)));
    let choices = question.tables("choice");
    let choices = choices.filter_map(|(_, choice)| {
        Some((choice.string("id")?, choice.place("text")?, choice.string("text")?))
    });
    options.chain(choices).collect()
}

fn stem(text: &str, place: Range<usize>, problems: &mut Problems<'_>) {
    let words: Vec<_> = words(text).collect();
    let joining = words.iter().find(|word| JOINING.contains(&word.as_str())).cloned();
    let joining = joining.or_else(|| text.contains('/').then(|| "/".to_owned()));
    let marks = text.chars().filter(|c| is_question_mark(*c)).count();
    if let Some(word) = joining {
        let message = format!("the question joins two things with \"{word}\"");
        problems.add(JOINED_QUESTION, place.clone(), &message, "ask for one of them, or make two questions");
    } else if marks > 1 {
        problems.add(JOINED_QUESTION, place.clone(), "the question asks twice", "make two questions");
    }
    if !text.trim_end().ends_with(is_question_mark) {
        problems.add(NOT_A_QUESTION, place.clone(), "the question does not end with a question mark", "ask");
    }
    too_long(QUESTION_TOO_LONG, "the question", text, LONGEST_QUESTION, place, problems);
}

fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？')
}

fn option(text: &str, place: Range<usize>, problems: &mut Problems<'_>) {
    let spaced = format!(" {} ", words(text).collect::<Vec<_>>().join(" ")).replace(" at most ", " ");
    let hedge = HEDGES.iter().find(|hedge| spaced.contains(&format!(" {hedge} ")));
    if let Some(hedge) = hedge {
        let message = format!("\"{hedge}\" leaves open what can be seen");
        problems.add(HEDGED_OPTION, place.clone(), &message, "say how many, who, where or by when");
    }
    too_long(TEXT_TOO_LONG, "the option", text, LONGEST_OPTION, place, problems);
}

/// Words in lowercase; one with a hyphen is one word.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Tells of an option (its question, its id) whose text stands before, in this question or anywhere.
fn alike(
    context: &Context<'_>,
    own: (&str, &str),
    text: &str,
    place: Range<usize>,
    problems: &mut Problems<'_>,
) {
    let first = context.options.get(&folded(text)).filter(|first| **first != own);
    let Some((question, _)) = first else { return };
    let message = if *question == own.0 {
        format!("two options of question `{}` say the same", shown(question))
    } else {
        format!("this option says the same as one of question `{}`", shown(question))
    };
    problems.add(OPTIONS_ALIKE, place, &message, "say what is seen here and not there");
}

fn first_step(context: &Context<'_>, question: &str, action: Table<'_>, problems: &mut Problems<'_>) {
    let Some((place, step)) = action.items("steps").next() else { return };
    let first = context.first_steps.get(&folded(step)).filter(|first| **first != question);
    if let Some(other) = first {
        let message = format!("the action of question `{}` begins with the same step", shown(other));
        problems.add(SAME_FIRST_STEP, place, &message, "name what is made here");
    }
}

fn long(table: Table<'_>, field: &str, most: usize, problems: &mut Problems<'_>) {
    if let (Some(text), Some(place)) = (table.string(field), table.place(field)) {
        too_long(TEXT_TOO_LONG, &format!("the {field}"), text, most, place, problems);
    }
}

fn too_long(
    rule: Rule,
    name: &str,
    text: &str,
    most: usize,
    place: Range<usize>,
    problems: &mut Problems<'_>,
) {
    let length = text.chars().count();
    if length > most {
        let message = format!("{name} has {length} characters");
        problems.add(rule, place, &message, &format!("at most {most} are read with ease"));
    }
}
