//! The minutes of a workshop: who was there, what was voted and decided on each question and why, what was put
//! off, and who does what.

use super::tree::{Report, Section};
use crate::assessment::{ActionState, Assessment, Decision, How, State};
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::team::{AGREED, Tally, device_voices, is_of_merging, join_notes, later_change};
use crate::words::{minutes as words, sources, team};

/// The minutes of the workshop in an assessment, laid out: what the room decided in the order in which it did, then
/// all else in the order of asking.
pub fn minutes(catalogue: &Catalogue, assessment: &Assessment) -> Report {
    let mut report = Report::new(words::title(&assessment.organization));
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    let is_parked = |question: &&Question| {
        assessment.decisions.get(&question.id).is_some_and(|decision| decision.how == How::Parked)
    };
    let is_of_the_room = |question: &&Question| {
        assessment.votes.contains_key(&question.id) || assessment.decisions.contains_key(&question.id)
    };
    let mut questions: Vec<&Question> = asked.filter(is_of_the_room).collect();
    questions.sort_by_key(|question| {
        let entry = assessment.entry(&question.id).filter(|_| !is_of_merging(question, assessment));
        let decided = entry.and_then(|entry| entry.answered_at);
        (decided.is_none(), decided)
    });
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
    // What was changed later belongs to no workshop.
    let of_the_room = questions.iter().filter(|question| later_change(question, assessment).is_none());
    let times = of_the_room.filter_map(|question| assessment.entry(&question.id)?.answered_at);
    if let (Some(first), Some(last)) = (times.clone().min(), times.max()) {
        section.named(words::TIME, words::time(first, last));
    }
    let decisions = || questions.iter().filter_map(|question| assessment.decisions.get(&question.id));
    let parked = decisions().filter(|decision| decision.how == How::Parked).count();
    if decisions().next().is_some() {
        section.named(words::DECISION, words::decisions(decisions().count() - parked, parked));
    }
    section
}

/// What was voted, decided and written down on a question.
fn on(question: &Question, assessment: &Assessment) -> Section {
    let mut section = Section::new(team::question(question));
    let votes = assessment.votes.get(&question.id);
    let tally = Tally::of(question, votes);
    for (i, votes) in assessment.rounds.get(&question.id).into_iter().flatten().enumerate() {
        let tally = Tally::of(question, Some(votes));
        section.named(&words::round(i + 1), words::votes(question, votes, &tally));
    }
    if let Some(votes) = votes {
        section.named(words::VOTED, words::votes(question, votes, &tally));
    }
    if let Some(last) = team::last_time(question, assessment) {
        section.fact(last);
    }
    let entry = assessment.entry(&question.id);
    if let Some(decision) = assessment.decisions.get(&question.id) {
        decided(&mut section, question, assessment, decision);
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

/// What was decided on a question, by which means and why; and what became of it.
fn decided(section: &mut Section, question: &Question, assessment: &Assessment, decision: &Decision) {
    if decision.how == How::Parked {
        section.fact(words::NO_ANSWER);
        decision.reason.iter().for_each(|reason| section.named(words::WHY, reason));
        return;
    }
    let (entry, later) = (assessment.entry(&question.id), later_change(question, assessment));
    let now = entry.and_then(|entry| entry.answer.as_ref());
    if let Some(answer) = later.as_ref().map(|later| &later.decided).or(now) {
        let tally = Tally::of(question, assessment.votes.get(&question.id));
        section.named(words::DECISION, words::decision(question, answer, &tally, decision));
    }
    let reason = decision.reason.as_ref().filter(|reason| *reason != AGREED);
    if let Some(reason) = reason.or_else(|| entry?.reason.as_ref()) {
        section.named(words::WHY, reason);
    }
    if let Some(later) = &later {
        section.named(words::CHANGED, words::changed(question, now, later));
    }
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
