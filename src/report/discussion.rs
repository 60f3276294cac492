//! What a merge put together, as text: what to discuss, with the votes and with who said what.

use super::text::Text;
use super::words_team;
use crate::assessment::{Assessment, Voice};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, UNKNOWN};
use crate::score::standing;
use crate::team::{Topic, counts, discussion};

/// What a group should talk about: each question with its votes, the answer so far, and what was said.
pub fn merge_text(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let mut text = Text::default();
    text.line(0, &words_team::merged(assessment, assessment.votes.len()));
    text.blank();
    let topics = discussion(catalogue, assessment);
    if topics.is_empty() {
        text.line(0, words_team::NOTHING_TO_DISCUSS);
        return text.0;
    }
    text.line(0, &words_team::to_discuss(topics.len()));
    for (i, topic) in topics.iter().enumerate() {
        text.blank();
        text.line(0, &format!("{}. {}", i + 1, words_team::question(topic.question)));
        text.line(1, &words_team::topic(topic));
        text.line(1, &votes(topic));
        let id = &topic.question.id;
        if let Some(decision) = assessment.decisions.get(id) {
            let standing = standing(topic.question, assessment.entry(id));
            text.line(1, &words_team::decided(topic.question, standing, decision.how));
        }
        for voice in assessment.voices.get(id).into_iter().flatten() {
            said(&mut text, voice);
        }
    }
    text.0
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
