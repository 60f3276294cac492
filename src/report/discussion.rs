//! What a group has to talk about, and which of its decisions a reader should know of.

use super::tree::{Report, Section};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Question};
use crate::score::own_standing;
use crate::team::{Tally, Topic, later_change, notable_decisions, unanswered};
use crate::words;

/// The questions without an answer that are named, at most.
const NAMED: usize = 20;

/// What a group should talk about, laid out: first what is contested, then what differs a little, each
/// question with its votes, the answer so far, and what was said; then what nobody answered.
pub fn discussion(catalogue: &Catalogue, assessment: &Assessment) -> Report {
    let asked = assessment.asked_questions(catalogue);
    let answered = assessment.votes.keys().filter(|id| asked.contains(&id.as_str())).count();
    let mut report = Report::new(words::team::merged(assessment, answered));
    if assessment.votes.is_empty() {
        report.heading(words::team::NOTHING_ANSWERED);
        return report;
    }
    let topics = crate::team::discussion(catalogue, assessment);
    let (contested, small): (Vec<_>, Vec<_>) = topics.into_iter().partition(Topic::is_contested);
    report.heading(match (contested.len(), small.len()) {
        (0, 0) => words::team::NOTHING_TO_DISCUSS.to_owned(),
        (0, _) => words::team::NOTHING_CONTESTED.to_owned(),
        (contested, _) => words::team::contested(contested),
    });
    let mut numbers = 1..;
    let mut add = |report: &mut Report, topics: &[Topic<'_>]| {
        let sections = topics.iter().zip(&mut numbers).map(|(topic, number)| put(number, topic, assessment));
        report.sections.extend(sections);
    };
    add(&mut report, &contested);
    if !small.is_empty() {
        report.heading(words::team::small(small.len()));
    }
    add(&mut report, &small);
    let unanswered = unanswered(catalogue, assessment);
    let named = unanswered.iter().take(NAMED).map(|question| words::team::question(question));
    let mut section = Section::list(words::team::unanswered(unanswered.len()), named);
    if unanswered.len() > NAMED {
        section.fact(words::team::more(unanswered.len() - NAMED));
    }
    report.push(section);
    report
}

/// A question to talk about, with its number.
fn put(number: usize, topic: &Topic<'_>, assessment: &Assessment) -> Section {
    let (question, id) = (topic.question, &topic.question.id);
    let mut section = Section::new(format!("{number}. {}", words::team::question(question)));
    section.fact(words::team::topic(topic));
    section.fact(words::team::votes_on(question, topic.votes));
    if let Some(decision) = assessment.decisions.get(id) {
        let later = later_change(question, assessment);
        let (standing, tally) =
            (own_standing(question, assessment.entry(id)), Tally::of(question, Some(topic.votes)));
        section.fact(words::team::decided(question, standing, &tally, decision, later.as_ref()));
    }
    for voice in assessment.voices.get(id).into_iter().flatten() {
        let by = voice.by.as_deref().map(|by| format!("{by}: ")).unwrap_or_default();
        for said in voice.reason.iter().chain(&voice.note).chain(&voice.evidence) {
            section.item(1, format!("{by}{said}"));
        }
    }
    section
}

/// The decisions of a group that a reader should know of, a sentence for each question; empty where there is
/// nothing of it.
pub(crate) fn notable(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    let sentence = |(question, decision): (&Question, _)| {
        let standing = own_standing(question, assessment.entry(&question.id));
        let tally = Tally::of(question, assessment.votes.get(&question.id));
        let later = later_change(question, assessment);
        words::team::notable(question, standing, &tally, decision, later.as_ref())
    };
    notable_decisions(catalogue, assessment).into_iter().map(sentence).collect()
}
