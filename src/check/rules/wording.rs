//! What makes a good question, as far as a program can tell.

use crate::check::context::{Context, folded};
use crate::check::language::ENGLISH;
use crate::check::problem::{Problems, shown};
use crate::check::{Fault, Length, LongText};
use crate::questionnaire::format::{QuestionTable, QuestionnaireFile};
use crate::questionnaire::located::{Id, Text};

const LONGEST_QUESTION: usize = 110;
const LONGEST_OPTION: usize = 130;
const LONGEST_HELP: usize = 300;
const LONGEST_TITLE: usize = 70;

pub(super) fn check(file: &QuestionnaireFile, context: &Context<'_>, problems: &mut Problems) {
    for question in &file.question {
        stem(&question.text, problems);
        question.help.iter().for_each(|help| too_long(LongText::Help, help, LONGEST_HELP, problems));
        for (id, text) in options(question) {
            option(text, problems);
            alike(context, (&question.id, id), text, problems);
        }
        let Some(action) = &question.action else { continue };
        too_long(LongText::Title, &action.title, LONGEST_TITLE, problems);
        action.steps.first().iter().for_each(|step| first_step(context, &question.id, step, problems));
    }
}

/// The options or choices of a question.
fn options(question: &QuestionTable) -> impl Iterator<Item = (&Id, &Text)> {
    let options = question.options.iter().flat_map(|options| options.iter());
    options.chain(question.choice.iter().map(|choice| (&choice.id, &choice.text)))
}

fn stem(text: &Text, problems: &mut Problems) {
    let joining = words(text).find(|word| ENGLISH.joining.contains(&word.as_str()));
    let joining = joining.or_else(|| text.contains('/').then(|| "/".to_owned()));
    let asks_twice = text.chars().filter(|c| is_question_mark(*c)).count() > 1;
    if joining.is_some() || asks_twice {
        problems.add(Fault::JoinedQuestion(joining), text.span());
    }
    if !text.trim_end().ends_with(is_question_mark) {
        problems.add(Fault::NotAQuestion, text.span());
    }
    let found = text.chars().count();
    if found > LONGEST_QUESTION {
        problems.add(Fault::QuestionTooLong(Length { found, most: LONGEST_QUESTION }), text.span());
    }
}

fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？')
}

fn option(text: &Text, problems: &mut Problems) {
    let mut spaced = format!(" {} ", words(text).collect::<Vec<_>>().join(" "));
    for limit in ENGLISH.limits {
        spaced = spaced.replace(&format!(" {limit} "), " ");
    }
    let hedge = ENGLISH.hedges.iter().find(|hedge| spaced.contains(&format!(" {hedge} ")));
    if let Some(hedge) = hedge {
        problems.add(Fault::HedgedOption(hedge), text.span());
    }
    too_long(LongText::Option, text, LONGEST_OPTION, problems);
}

/// Words in lowercase; one with a hyphen is one word.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Tells of an option (its question, its id) whose text stands before, in this question or anywhere.
fn alike(context: &Context<'_>, own: (&Id, &Id), text: &Text, problems: &mut Problems) {
    let own = (own.0.as_str(), own.1.as_str());
    let first = context.options.get(&folded(text)).filter(|first| **first != own);
    if let Some((question, _)) = first {
        let fault = Fault::OptionsAlike { question: shown(question), is_same: *question == own.0 };
        problems.add(fault, text.span());
    }
}

fn first_step(context: &Context<'_>, question: &Id, step: &Text, problems: &mut Problems) {
    let first = context.first_steps.get(&folded(step)).filter(|first| **first != question.as_str());
    if let Some(other) = first {
        problems.add(Fault::SameFirstStep(shown(other)), step.span());
    }
}

fn too_long(kind: LongText, text: &Text, most: usize, problems: &mut Problems) {
    let found = text.chars().count();
    if found > most {
        problems.add(Fault::TextTooLong { text: kind, length: Length { found, most } }, text.span());
    }
}
