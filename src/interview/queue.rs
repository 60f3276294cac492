//! The order of asking.

use std::collections::{HashMap, HashSet};

use crate::assessment::{Assessment, State};
use crate::questionnaire::{Catalogue, Part, Placement, Question, Questionnaire};
use crate::score::{Counts, Score, Standing, standing};

use super::progress::progress;

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
    /// Its questions: the key ones first.
    pub places: Vec<&'a Placement>,
}

/// The parts of a questionnaire in the order in which a list shows them: levels or areas as they
/// are numbered, then ability.
pub(super) fn question_groups<'a>(
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

/// How the questions of an assessment stand, by id: everything that is counted is counted from these.
pub(super) struct Standings<'a>(HashMap<&'a str, Standing>);

impl<'a> Standings<'a> {
    pub(super) fn of(catalogue: &'a Catalogue, assessment: &Assessment) -> Standings<'a> {
        let asked = assessment.asked_questions(catalogue).into_iter();
        let stand = |id| Some((id, standing(catalogue, assessment, catalogue.question(id)?)));
        Standings(asked.filter_map(stand).collect())
    }

    /// How the question of a place stands; `None` where nobody knows it.
    pub(super) fn at(&self, place: &Placement) -> Option<Standing> {
        self.0.get(place.question.as_str()).copied()
    }

    pub(super) fn counts(&self) -> Counts {
        Counts::of(self.0.values().copied())
    }
}

/// Every question without an answer, in the order in which to ask: questionnaire by questionnaire, each
/// as `open_questions` has it. A question that several questionnaires ask appears once.
pub fn queue<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<Position<'a>> {
    progress(catalogue, assessment).queue
}

/// The same from the open questions of each questionnaire, with the one that the user chose to go on with before the
/// others: with all of its questions, those too that an earlier one asks.
pub(super) fn queue_of<'a>(open: &[OpenQuestions<'a>], chosen: Option<&str>) -> Vec<Position<'a>> {
    let mut open: Vec<&OpenQuestions<'a>> = open.iter().collect();
    open.sort_by_key(|open| Some(open.questionnaire.id.as_str()) != chosen);
    let mut queued: HashSet<&str> = HashSet::new();
    let all = open.into_iter().flat_map(|open| &open.all).copied();
    all.filter(|position| queued.insert(&position.place.question)).collect()
}

/// The questions of one questionnaire that have no answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OpenQuestions<'a> {
    pub questionnaire: &'a Questionnaire,
    /// In the order in which to ask.
    pub all: Vec<Position<'a>>,
    /// The number of them that come before the milestone.
    pub before_milestone: usize,
}

/// The open questions of a questionnaire: level by level, each whole; after the first level that does not
/// hold, ability and the milestone; then what is left. Where all levels hold, and in the other kinds,
/// the milestone comes last. What a question depends on is asked before it.
pub(super) fn open_questions<'a>(
    asked: &[&'a Questionnaire],
    catalogue: &'a Catalogue,
    stands: &Standings<'_>,
    score: &Score<'a>,
) -> OpenQuestions<'a> {
    let questionnaire = score.questionnaire;
    let mut groups = question_groups(catalogue, questionnaire);
    let mut first_part = groups.len();
    if let Some(levels) = score.levels() {
        let mut numbers = levels.levels.iter().filter(|level| !level.holds && !level.scoped_out);
        let decides = numbers.next().map_or(usize::MAX, |level| level.number);
        let comes_later = |group: &QuestionGroup<'_>| match group.part {
            Part::Level(number) => number > decides,
            Part::Ability | Part::Area(_) | Part::Fit => false,
        };
        groups.sort_by_key(comes_later);
        first_part = groups.iter().take_while(|group| !comes_later(group)).count();
    }
    let mut asking = AskingOrder { asked, catalogue, stands, seen: HashSet::new(), open: Vec::new() };
    let mut before_milestone = 0;
    for (i, group) in groups.iter().enumerate() {
        group.places.iter().for_each(|place| asking.add(Position { questionnaire, place }));
        if i < first_part {
            before_milestone = asking.open.len();
        }
    }
    OpenQuestions { questionnaire, all: asking.open, before_milestone }
}

/// Puts open questions into the order of asking, each after what it depends on.
struct AskingOrder<'a, 's> {
    /// The questionnaires of the assessment.
    asked: &'s [&'a Questionnaire],
    catalogue: &'a Catalogue,
    stands: &'s Standings<'s>,
    seen: HashSet<&'a str>,
    open: Vec<Position<'a>>,
}

impl<'a> AskingOrder<'a, '_> {
    fn add(&mut self, position: Position<'a>) {
        // What a question depends on may depend on others; the last of them is asked first.
        let mut chain = vec![position];
        while let Some(needed) = chain.last().and_then(|last| self.depends_on(*last)) {
            if chain.contains(&needed) {
                break;
            }
            chain.push(needed);
        }
        for position in chain.into_iter().rev() {
            if self.is_open(position) && self.seen.insert(&position.place.question) {
                self.open.push(position);
            }
        }
    }

    fn is_open(&self, position: Position<'a>) -> bool {
        self.stands.at(position.place).is_some_and(Standing::is_unanswered)
    }

    /// The place of the open question that this open one depends on: in the same questionnaire, or else in
    /// the first that asks it.
    fn depends_on(&self, position: Position<'a>) -> Option<Position<'a>> {
        let question = self.catalogue.question(&position.place.question)?;
        let condition = question.only_if.as_ref().filter(|_| self.is_open(position))?;
        let place = |questionnaire: &&'a Questionnaire| {
            let place = questionnaire.place(&condition.question)?;
            Some(Position { questionnaire, place })
        };
        let found = std::iter::once(&position.questionnaire).chain(self.asked).find_map(place);
        found.filter(|needed| self.is_open(*needed))
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
