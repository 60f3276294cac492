//! The order of asking.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, State};
use crate::questionnaire::{Catalogue, Part, Placement, Question, Questionnaire};
use crate::score::{LevelsScore, Score, Standing, score_one, standing};

/// A question in a questionnaire: where the interview is.
#[derive(Debug, Clone, Copy)]
pub struct Position<'a> {
    /// The questionnaire that asks.
    pub questionnaire: &'a Questionnaire,
    /// The place in it.
    pub place: &'a Placement,
}

impl Eq for Position<'_> {}

/// Two are the same where their ids are: a questionnaire may be long, and they are compared for each line.
impl PartialEq for Position<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.questionnaire.id == other.questionnaire.id
    }
}

/// A part of a questionnaire with its questions, in the order of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionGroup<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The part of it.
    pub part: Part,
    /// Its questions: those that can settle the level alone (the key ones) first.
    pub places: Vec<&'a Placement>,
}

/// The parts of a questionnaire in the order in which a list shows them: levels or areas as they
/// are numbered, then ability.
pub fn question_groups<'a>(
    catalogue: &Catalogue,
    questionnaire: &'a Questionnaire,
) -> Vec<QuestionGroup<'a>> {
    let rank = |part: Part| match part {
        Part::Level(number) | Part::Area(number) => number,
        Part::Fit => 0,
        Part::Ability => usize::MAX,
    };
    let mut places: Vec<&Placement> = questionnaire.placements.iter().collect();
    places.retain(|place| catalogue.question(&place.question).is_some());
    places.sort_by_key(|place| (rank(place.part), !place.key));
    let mut groups: Vec<QuestionGroup<'a>> = Vec::new();
    for place in places {
        match groups.last_mut() {
            Some(group) if group.part == place.part => group.places.push(place),
            _ => groups.push(QuestionGroup { questionnaire, part: place.part, places: vec![place] }),
        }
    }
    groups
}

/// Every question without an answer, in the order in which to ask: questionnaire by questionnaire;
/// within one the lowest unsettled level first, ability once the level is settled, then the rest.
/// A question that several questionnaires ask appears once.
pub fn queue<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<Position<'a>> {
    queue_from(catalogue, assessment, None)
}

/// The same with the questionnaire that the user chose to go on with before the others: with all of
/// its questions, those too that an earlier one asks.
pub(super) fn queue_from<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    chosen: Option<&str>,
) -> Vec<Position<'a>> {
    let mut queue: Vec<Position<'a>> = Vec::new();
    let mut ids: Vec<&str> = assessment.questionnaires.iter().map(|(id, _)| id.as_str()).collect();
    ids.sort_by_key(|id| Some(*id) != chosen);
    let mut queued: BTreeSet<&str> = BTreeSet::new();
    for id in ids {
        let Some(questionnaire) = catalogue.questionnaire(id) else { continue };
        let mut groups = question_groups(catalogue, questionnaire);
        if let Some(levels) = score_one(catalogue, questionnaire, assessment).levels() {
            groups.sort_by_key(|group| urgency(group.part, levels));
        }
        for place in groups.iter().flat_map(|group| &group.places) {
            let standing = catalogue
                .question(&place.question)
                .map(|question| standing(question, assessment.entry(&place.question)));
            let open = standing.is_some_and(Standing::is_unanswered);
            if open && queued.insert(&place.question) {
                queue.push(Position { questionnaire, place });
            }
        }
    }
    queue
}

/// The lower, the earlier: unsettled levels while they can change the result; ability; the rest.
fn urgency(part: Part, levels: &LevelsScore<'_>) -> (u8, usize) {
    match part {
        Part::Level(number) => {
            let level = levels.levels.get(number.saturating_sub(1));
            let unsettled = level.is_some_and(|level| level.holds != level.could_hold);
            if levels.provisional() && unsettled { (0, number) } else { (2, number) }
        }
        Part::Ability | Part::Area(_) | Part::Fit => (1, 0),
    }
}

/// True when the result of a questionnaire of kind `levels` is no longer provisional; for the other
/// kinds, whether everything is answered.
pub(super) fn is_settled(score: &Score<'_>) -> bool {
    match score.levels() {
        Some(levels) => !levels.provisional(),
        None => score.questions.unanswered == 0,
    }
}

/// The questions whose actions were finished or begun, those that are finished first: before the next
/// assessment they are offered to be asked first, since their answers may have changed.
pub fn actions_in_progress<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
) -> Vec<(&'a Question, State)> {
    let in_state = |state| {
        let actions = assessment.actions.iter().filter(move |(_, action)| action.state == state);
        let questions = actions.filter_map(|(id, _)| catalogue.question(id));
        questions.filter(|question| question.action.is_some()).map(move |question| (question, state))
    };
    in_state(State::Done).chain(in_state(State::Doing)).collect()
}
