//! The agenda of a workshop: its questions, their order, and how each stands.

use crate::assessment::{Assessment, How};
use crate::interview::{Position, Session};
use crate::questionnaire::{Part, Question};
use crate::score::own_standing;
use crate::team::{Tally, discussion, is_of_merging};

/// The questions that a workshop walks through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those without an answer, in the order of asking.
    Open,
    /// Those on which the files of the participants are divided: first those that can change a level, the most
    /// divided of them first.
    Divided,
    /// Every question that the room has not decided, with or without an answer.
    All,
}

impl Scope {
    /// The scope that an assessment asks for: where files of participants were put together, what
    /// divides them.
    pub fn of(assessment: &Assessment) -> Scope {
        if assessment.voices.is_empty() { Scope::Open } else { Scope::Divided }
    }
}

/// The stage of a question in a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has voted.
    Open,
    /// There are votes, and no decision.
    Voting,
    /// Put off to the end.
    Parked,
    Decided,
}

/// A question that is to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaItem<'a> {
    /// The question, and where it stands.
    pub position: Position<'a>,
    pub stage: Stage,
    /// True when its votes are divided; not told while they are hidden.
    pub contested: bool,
}

/// The stage of a question. A decision without an answer to it (taken away, or to be confirmed since) is
/// none; nor is what merging files made of divided votes.
pub fn stage(question: &Question, assessment: &Assessment) -> Stage {
    let votes = assessment.votes.get(&question.id);
    let answered = !own_standing(question, assessment.entry(&question.id)).is_unanswered();
    match assessment.decisions.get(&question.id) {
        Some(decision) if decision.how == How::Parked && !is_of_merging(question, assessment) => {
            Stage::Parked
        }
        Some(_) if answered && !(is_of_merging(question, assessment) && contested(question, assessment)) => {
            Stage::Decided
        }
        _ if votes.is_some_and(|votes| votes.values().any(|count| *count > 0)) => Stage::Voting,
        _ => Stage::Open,
    }
}

fn contested(question: &Question, assessment: &Assessment) -> bool {
    Tally::of(question, assessment.votes.get(&question.id)).contested
}

/// The questions still to be decided, in order: where votes were counted last, then the questions of the
/// scope (where files were merged, what decides first), then what is parked.
pub fn agenda<'a>(session: &Session<'a>, scope: Scope) -> Vec<AgendaItem<'a>> {
    let (catalogue, assessment) = (session.catalogue(), session.assessment());
    let mut items: Vec<AgendaItem<'a>> = Vec::new();
    for position in positions(session, scope) {
        let Some(question) = catalogue.question(&position.place.question) else { continue };
        let stage = stage(question, assessment);
        if stage != Stage::Decided && !items.iter().any(|item| item.position.place.question == question.id) {
            let seen = assessment.decisions.contains_key(&question.id);
            items.push(AgendaItem { position, stage, contested: seen && contested(question, assessment) });
        }
    }
    // Where nobody was asked before, the order of asking is the right one.
    let merged = !assessment.voices.is_empty();
    items.sort_by_key(|item| match item.stage {
        Stage::Parked => (2, 0),
        _ if is_begun(session, item) => (0, 0),
        _ => (1, if merged { weight(session, item) } else { 0 }),
    });
    items
}

/// True where votes were counted last: no decision was made of them.
pub(super) fn is_begun(session: &Session<'_>, item: &AgendaItem<'_>) -> bool {
    let decisions = &session.assessment().decisions;
    item.stage == Stage::Voting && !decisions.contains_key(&item.position.place.question)
}

/// What decides comes first: 0 for a contested question of a level that is reached or next, 1 for a key
/// question of the next level, 2 for the rest.
fn weight(session: &Session<'_>, item: &AgendaItem<'_>) -> u8 {
    let question = &item.position.place.question;
    let mut weight = 2;
    for score in &session.progress().scores {
        let Some(next) =
            score.levels().map(|levels| levels.next().map_or(levels.reached, |next| next.number))
        else {
            continue;
        };
        if let Some(place) = score.questionnaire.place(question) {
            weight = weight.min(match place.part {
                Part::Level(number) if item.contested && number <= next => 0,
                Part::Level(number) if place.key && number == next => 1,
                _ => 2,
            });
        }
    }
    weight
}

/// True when a room has begun to vote or to decide in this assessment, and something is left of it.
pub fn is_under_way(session: &Session<'_>) -> bool {
    let (catalogue, assessment) = (session.catalogue(), session.assessment());
    let by_the_room = |id: &String| {
        let question = catalogue.question(id);
        question.is_some_and(|question| !is_of_merging(question, assessment))
    };
    assessment.votes.keys().any(by_the_room) && !agenda(session, Scope::of(assessment)).is_empty()
}

/// The questions of a scope, decided or not; one may stand in it twice.
fn positions<'a>(session: &Session<'a>, scope: Scope) -> Vec<Position<'a>> {
    let (catalogue, assessment) = (session.catalogue(), session.assessment());
    let all = session.positions();
    let position = |id: &str| all.iter().find(|position| position.place.question == id).copied();
    let merged = |id: &str| assessment.voices.contains_key(id);
    let topics = discussion(catalogue, assessment);
    let divided = topics.iter().filter(|topic| merged(&topic.question.id) && topic.is_contested());
    let mut walked: Vec<Position<'a>> = divided.filter_map(|topic| position(&topic.question.id)).collect();
    match scope {
        Scope::Divided => {}
        Scope::Open => walked.extend(&session.progress().queue),
        Scope::All => walked.extend(session.progress().queue.iter().chain(&all)),
    }
    // Where a room began to vote, or put a decision off, is walked in any case.
    let begun = |position: &&Position<'a>| {
        let id = &position.place.question;
        match assessment.decisions.get(id) {
            Some(decision) => decision.how == How::Parked,
            None => merged(id) || assessment.votes.contains_key(id),
        }
    };
    walked.extend(all.iter().filter(begun));
    walked
}
