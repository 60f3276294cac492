//! What an answer brought about, in sentences, and the ways on from there: the same for every front end.

use super::progress::{Progress, asks};
use super::queue::Position;
use super::session::Session;
use crate::assessment::Answer;
use crate::questionnaire::{Question, Questionnaire};
use crate::score::{LevelsScore, follow_ups};

/// Something that an answer brought about and that the user should hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone<'a> {
    /// The level of this questionnaire is settled.
    Settled(&'a Questionnaire),
    /// Every question of every questionnaire has an answer.
    Complete,
}

/// What can be done after the milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// See the results.
    Results,
    /// Go on with the questions of this questionnaire.
    Questions(&'a Questionnaire),
    /// See the plan.
    Plan,
}

/// The ways on after the milestone, each with what it says.
pub fn next_steps<'a>(session: &Session<'a>, milestone: Milestone<'a>) -> Vec<(NextStep<'a>, String)> {
    let progress = session.progress();
    let results = match follow_ups(session.catalogue(), session.assessment()).is_empty() {
        true => "See where you stand, and why",
        false => "See where you stand, and what to look closer at",
    };
    let mut next_steps = vec![(NextStep::Results, results.to_owned())];
    if let Milestone::Settled(here) = milestone {
        let go_on = |questionnaire: &Questionnaire| {
            let left = work(progress, progress.left_in(&questionnaire.id));
            format!("Go on with {}: {left}", questionnaire.text.title)
        };
        if progress.left_in(&here.id) > 0 {
            next_steps.push((NextStep::Questions(here), format!("{}; they sharpen the plan", go_on(here))));
        }
        let mut others = progress.queue.iter().filter(|position| !asks(here, position));
        if let Some(Position { questionnaire: next, .. }) = others.next() {
            let more = others.filter(|position| !asks(next, position)).count();
            let more = if more == 0 { String::new() } else { format!("; {more} more in others") };
            next_steps.push((NextStep::Questions(next), go_on(next) + &more));
        }
    }
    next_steps.push((NextStep::Plan, "See the plan as it is now".to_owned()));
    next_steps
}

/// So many questions, and how long they take.
fn work(progress: &Progress<'_>, questions: usize) -> String {
    let s = if questions == 1 { "" } else { "s" };
    format!("{questions} question{s}, {}", progress.time(questions))
}

/// The milestone in sentences: what, what it means, what it rests on.
pub fn milestone_text(session: &Session<'_>, milestone: Milestone<'_>) -> Vec<String> {
    let progress = session.progress();
    let Milestone::Settled(questionnaire) = milestone else {
        let total = progress.counts.total;
        return vec!["Everything is answered.".to_owned(), format!("All {total} questions have an answer.")];
    };
    let score = progress.score(&questionnaire.id);
    let Some((score, levels)) = score.and_then(|score| Some((score, score.levels()?))) else {
        return Vec::new();
    };
    let name = &questionnaire.text.level_name;
    let level = questionnaire.levels.get(levels.reached);
    let title = level.map_or("", |level| &level.text.title);
    let summary = level.map_or("", |level| &level.text.summary);
    let counts = score.questions;
    let next = levels.next().and_then(|next| {
        let title = &questionnaire.levels.get(next.number)?.text.title;
        let lacks = match next.sum.reaches(questionnaire.gate) {
            true => "a key question is not far enough".to_owned(),
            false => format!("{} of the {}% that it needs", next.sum, questionnaire.gate),
        };
        Some(format!("Not yet {title}: {lacks}. "))
    });
    vec![
        format!("Your {name} is settled: {} {} {title}", capitalised(name), levels.reached),
        // The description is of a typical organisation there, which may have more in place than that.
        format!("{}What the model calls {title}: {summary}", next.unwrap_or_default()),
        format!(
            "Answered so far: {} of {}. No answer that is still missing can change the {name}{}.",
            counts.total - counts.unanswered,
            counts.total,
            because(session, questionnaire, levels)
        ),
    ]
}

/// Why nothing can change a settled level any more, as a clause.
fn because(session: &Session<'_>, questionnaire: &Questionnaire, levels: &LevelsScore<'_>) -> String {
    let name = &questionnaire.text.level_name;
    let Some(next) = levels.next() else { return format!(": it is the highest {name}") };
    let next_name = format!("{name} {}", next.number);
    match next.too_low.as_slice() {
        [] => format!(
            ": even if everything missing were in place, {next_name} would get {} of the {}% that it needs",
            next.possible, questionnaire.gate
        ),
        [first, more @ ..] => {
            let question = session.catalogue().question(first);
            let text = question.map_or(*first, |question| &question.text.question);
            let more = match more.len() {
                0 => " is".to_owned(),
                1 => " and one more key question are".to_owned(),
                many => format!(" and {many} more key questions are"),
            };
            format!(": \u{201c}{text}\u{201d}{more} answered too low for {next_name}")
        }
    }
}

/// What was answered, in a few words.
pub fn answer_text(question: &Question, answer: &Answer) -> String {
    let option = match answer {
        Answer::Option(id) => question.option(id).and_then(|(i, _)| Some((i, question.text.options.get(i)?))),
        _ => None,
    };
    match (option, answer) {
        (Some((i, text)), _) if text.label.is_empty() => format!("{}: {}", question.id, i + 1),
        (Some((i, text)), _) => format!("{}: {} {}", question.id, i + 1, text.label),
        (None, Answer::NotApplicable) => format!("{}: not applicable", question.id),
        (None, _) => format!("{}: we don't know", question.id),
    }
}

/// With a capital letter at its beginning.
pub fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
