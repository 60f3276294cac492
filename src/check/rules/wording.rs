//! What makes a good question, as far as a program can tell.

use crate::check::Fault;
use crate::check::index::{Index, folded};
use crate::check::language::ENGLISH;
use crate::check::problem::{ProblemList, WayStep, at, shown};
use crate::questionnaire::format::QuestionnaireFile;

const LONGEST_QUESTION: usize = 110;
const LONGEST_OPTION: usize = 130;
const LONGEST_HELP: usize = 300;
const LONGEST_TITLE: usize = 70;
const LONGEST_SUITS: usize = 72;

pub(super) fn check(file: &QuestionnaireFile, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    too_long("suits", &file.text.suits, LONGEST_SUITS, at!["suits"], problems);
    for (i, question) in file.questions() {
        stem(&question.text, at!["question", i, "text"], problems);
        too_long("help", &question.help, LONGEST_HELP, at!["question", i, "help"], problems);
        for (id, text) in question.options.iter().flatten() {
            option((&question.id, id), text, index, at!["question", i, "options", id.as_str()], problems);
        }
        for (j, choice) in question.choice.iter().enumerate() {
            let own = (question.id.as_str(), choice.fit.option.as_str());
            option(own, &choice.text, index, at!["question", i, "choice", j, "text"], problems);
        }
        let Some(action) = &question.action else { continue };
        too_long("title", &action.text.title, LONGEST_TITLE, at!["question", i, "action", "title"], problems);
        let first = action.text.steps.first().and_then(|step| index.first_steps.get(&folded(&step.text)));
        if let Some(other) = first.filter(|first| **first != question.id) {
            problems.add_at(Fault::SameFirstStep(shown(other)), at!["question", i, "action", "steps", 0]);
        }
    }
}

fn stem(text: &str, way: &[WayStep<'_>], problems: &mut ProblemList<'_>) {
    let joining = words(text).find(|word| ENGLISH.joining.contains(&word.as_str()));
    let joining = joining.or_else(|| text.contains('/').then(|| "/".to_owned()));
    let asks_twice = text.chars().filter(|c| is_question_mark(*c)).count() > 1;
    if joining.is_some() || asks_twice {
        problems.add_at(Fault::JoinedQuestion(joining), way);
    }
    if !text.trim_end().ends_with(is_question_mark) {
        problems.add_at(Fault::NotAQuestion, way);
    }
    let found = text.chars().count();
    if found > LONGEST_QUESTION {
        problems.add_at(Fault::QuestionTooLong { found, most: LONGEST_QUESTION }, way);
    }
}

fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？')
}

/// Looks at an option (its question, its id); one with a text that stands before, in this question or
/// anywhere, is told too.
fn option(
    own: (&str, &str),
    text: &str,
    index: &Index<'_>,
    way: &[WayStep<'_>],
    problems: &mut ProblemList<'_>,
) {
    let mut spaced = format!(" {} ", words(text).collect::<Vec<_>>().join(" "));
    for limit in ENGLISH.limits {
        spaced = spaced.replace(&format!(" {limit} "), " ");
    }
    let hedge = ENGLISH.hedges.iter().find(|hedge| spaced.contains(&format!(" {hedge} ")));
    if let Some(hedge) = hedge {
        problems.add_at(Fault::HedgedOption(hedge), way);
    }
    too_long("option", text, LONGEST_OPTION, way, problems);
    let first = index.options.get(&folded(text)).filter(|first| **first != own);
    if let Some((question, _)) = first {
        let fault = Fault::OptionsAlike { question: shown(question), is_same: *question == own.0 };
        problems.add_at(fault, way);
    }
}

/// Words in lowercase; one with a hyphen is one word.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn too_long(
    name: &'static str,
    text: &str,
    most: usize,
    way: &[WayStep<'_>],
    problems: &mut ProblemList<'_>,
) {
    let found = text.chars().count();
    if found > most {
        problems.add_at(Fault::TextTooLong { text: name, found, most }, way);
    }
}
