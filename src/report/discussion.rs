//! What a group has to talk about, and what it decided although it did not agree.

use super::text::Text;
use crate::assessment::{Assessment, Voice};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, UNKNOWN};
use crate::score::standing;
use crate::team::{Tally, Topic, counts, decided_though_contested, discussion, unanswered};
use crate::words;

/// The questions without an answer that are named, at most.
const NAMED: usize = 20;

/// What a group should talk about: first what is contested, then what differs a little, each question
/// with its votes, the answer so far, and what was said; then what nobody answered.
pub fn merge_text(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let mut text = Text::default();
    text.line(0, &words::team::merged(assessment, assessment.votes.len()));
    text.blank();
    if assessment.votes.is_empty() {
        text.line(0, words::team::NOTHING_ANSWERED);
        return text.0;
    }
    let topics = discussion(catalogue, assessment);
    let (contested, small): (Vec<_>, Vec<_>) = topics.into_iter().partition(Topic::is_contested);
    text.line(
        0,
        &match (contested.len(), small.len()) {
            (0, 0) => words::team::NOTHING_TO_DISCUSS.to_owned(),
            (0, _) => words::team::NOTHING_CONTESTED.to_owned(),
            (contested, _) => words::team::contested(contested),
        },
    );
    let mut numbers = 1..;
    for (topic, number) in contested.iter().zip(&mut numbers) {
        put(&mut text, number, topic, assessment);
    }
    if !small.is_empty() {
        text.blank();
        text.line(0, &words::team::small(small.len()));
    }
    for (topic, number) in small.iter().zip(&mut numbers) {
        put(&mut text, number, topic, assessment);
    }
    let unanswered = unanswered(catalogue, assessment);
    if !unanswered.is_empty() {
        text.blank();
        text.line(0, &words::team::unanswered(unanswered.len()));
    }
    for question in unanswered.iter().take(NAMED) {
        text.line(1, &format!("- {}", words::team::question(question)));
    }
    if unanswered.len() > NAMED {
        text.line(1, &words::team::more(unanswered.len() - NAMED));
    }
    text.0
}

/// A question to talk about, with its number.
fn put(text: &mut Text, number: usize, topic: &Topic<'_>, assessment: &Assessment) {
    let (question, id) = (topic.question, &topic.question.id);
    text.blank();
    text.line(0, &format!("{number}. {}", words::team::question(question)));
    text.line(1, &words::team::topic(topic));
    text.line(1, &votes(topic));
    if let Some(decision) = assessment.decisions.get(id) {
        let (standing, tally) =
            (standing(question, assessment.entry(id)), Tally::of(question, Some(topic.votes)));
        text.line(1, &words::team::decided(question, standing, &tally, decision));
    }
    for voice in assessment.voices.get(id).into_iter().flatten() {
        said(text, voice);
    }
}

/// What a room decided although it did not agree, a sentence for each question; empty where there is
/// nothing of it.
pub(crate) fn though_contested(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    let decided = decided_though_contested(catalogue, assessment).into_iter();
    let sentence = |(topic, decision): (Topic<'_>, _)| {
        let standing = standing(topic.question, assessment.entry(&topic.question.id));
        let tally = Tally::of(topic.question, Some(topic.votes));
        words::team::though_contested(topic.question, standing, &tally, decision)
    };
    decided.map(sentence).collect()
}

/// The votes in the order of the options: "Not in place 1 · In place in part 3 · unknown 1".
fn votes(topic: &Topic<'_>) -> String {
    let labels = topic.question.text.options.iter().map(|option| match option.label.as_str() {
        "" => option.text.as_str(),
        label => label,
    });
    let of = |word| topic.votes.get(word).copied().unwrap_or(0);
    let options = labels.zip(counts(topic.question, topic.votes));
    let others = [("unknown", of(UNKNOWN)), ("not applicable", of(NOT_APPLICABLE))];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    options.chain(others).map(|(label, count)| format!("{label} {count}")).collect::<Vec<_>>().join(" · ")
}

/// What somebody gave along with the answer.
fn said(text: &mut Text, voice: &Voice) {
    let by = voice.by.as_deref().map(|by| format!("{by}: ")).unwrap_or_default();
    for said in voice.reason.iter().chain(&voice.note).chain(&voice.evidence) {
        text.line(2, &format!("- {by}{}", said));
    }
}
