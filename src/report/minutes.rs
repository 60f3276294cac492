//! The minutes of a workshop: who was there, what was voted and decided on each question and why, what was put
//! off, and who does what.

use super::tree::{Block, Report, Section};
use crate::assessment::{ActionState, Assessment, How, State};
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::score::own_standing;
use crate::team::{Tally, device_voices, join_notes, later_change};
use crate::words::{minutes as words, sources, team};

/// The minutes of the workshop in an assessment, laid out, its questions in the order of asking.
pub fn minutes(catalogue: &Catalogue, assessment: &Assessment) -> Report {
    let mut report = Report::new(words::title(&assessment.organization));
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    let is_parked = |question: &&Question| {
        assessment.decisions.get(&question.id).is_some_and(|decision| decision.how == How::Parked)
    };
    let is_of_the_room = |question: &&Question| {
        assessment.votes.contains_key(&question.id) || assessment.decisions.contains_key(&question.id)
    };
    let questions: Vec<&Question> = asked.filter(is_of_the_room).collect();
    report.push(who(assessment, &questions));
    if questions.is_empty() {
        let mut decided = Section::new(words::DECIDED);
        decided.fact(words::NOBODY_VOTED);
        report.push(decided);
    }
    report.sections.extend(questions.iter().map(|question| on(question, assessment)));
    let asked = |questionnaire: &&Questionnaire| {
        questionnaire
            .placements
            .iter()
            .any(|place| questions.iter().any(|question| question.id == place.question))
    };
    let named = sources::of(assessment.asked(catalogue).filter(asked));
    let parked: Vec<&Question> = questions.into_iter().filter(is_parked).collect();
    let put_off = parked.iter().map(|question| {
        let reason = assessment.decisions.get(&question.id).and_then(|decision| decision.reason.as_deref());
        words::put_off(&team::question(question), reason)
    });
    report.push(Section::list(words::parked(parked.len()), put_off));
    report.push(Section::list(words::NEXT_STEPS, next_steps(catalogue, assessment)));
    report.push(Section::list(sources::SOURCES, named));
    report
}

/// Who was there, and when.
fn who(assessment: &Assessment, questions: &[&Question]) -> Section {
    let mut section = Section::new(words::WHO);
    if let Some(respondent) = &assessment.respondent {
        section.named(words::PEOPLE, respondent);
    }
    let votes =
        questions.iter().map(|question| Tally::of(question, assessment.votes.get(&question.id)).all).max();
    if let Some(votes) = votes {
        section.named(words::VOTES, votes.to_string());
    }
    let times = questions.iter().filter_map(|question| assessment.entry(&question.id)?.answered_at);
    if let (Some(first), Some(last)) = (times.clone().min(), times.max()) {
        section.named(words::TIME, words::time(first, last));
    }
    section
}

/// What was voted, decided and written down on a question.
fn on(question: &Question, assessment: &Assessment) -> Section {
    let mut section = Section::new(team::question(question));
    let votes = assessment.votes.get(&question.id);
    let tally = Tally::of(question, votes);
    for (i, votes) in assessment.rounds.get(&question.id).into_iter().flatten().enumerate() {
        section.named(&words::round(i + 1), team::votes_on(question, votes));
    }
    if let Some(votes) = votes {
        section.named(words::VOTED, team::votes_on(question, votes));
        section.fact(team::hands(&tally));
    }
    let entry = assessment.entry(&question.id);
    if let Some(decision) = assessment.decisions.get(&question.id) {
        let (standing, later) = (own_standing(question, entry), later_change(question, assessment));
        let decided = team::decided(question, standing, &tally, decision, later.as_ref());
        section.blocks.push(Block::Fact(decided));
    }
    let from_devices = assessment.ballots.get(&question.id);
    let from_devices = from_devices.and_then(|ballots| join_notes(&device_voices(ballots)));
    let notes = entry.and_then(|entry| entry.note.as_ref()).into_iter().chain(&from_devices);
    let lines = notes.flat_map(|note| note.lines()).filter(|line| !line.trim().is_empty());
    lines.for_each(|line| section.named(words::NOTE, line));
    if let Some(entry) = entry {
        entry.evidence.iter().for_each(|place| section.named(words::EVIDENCE, place));
    }
    section
}

/// The actions still to be done that somebody has taken, or that have a day.
fn next_steps(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    let step = |(id, state): (&String, &ActionState)| {
        let action = catalogue.question(id)?.action.as_ref()?;
        let is_left = matches!(state.state, State::Todo | State::Doing);
        let is_taken = state.owner.is_some() || state.due.is_some();
        (is_left && is_taken).then(|| words::next_step(&action.text.title, state.owner.as_deref(), state.due))
    };
    assessment.actions.iter().filter_map(step).collect()
}
