//! Progress: how far one is, and how long the rest will take.

use super::queue::{
    OpenQuestions, Position, QuestionGroup, Standings, open_questions, question_groups, queue_of,
};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Placement, Questionnaire, SECONDS_PER_QUESTION};
use crate::score::{Counts, Score, Standing, score_with};

/// Pauses longer than this, in seconds, are breaks and not thinking.
const LONGEST_SECONDS: i64 = 300;
/// The fewest seconds that a question is taken to need, however fast somebody began.
const SHORTEST_SECONDS: i64 = 10;
/// Pauses between answers from which on one's own pace counts, and what the usual pace counts beside it.
const PAUSES_FOR_PACE: usize = 5;

/// The progress of an interview.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress<'a> {
    /// The scores, by questionnaire.
    pub scores: Vec<Score<'a>>,
    /// The parts of all questionnaires in the order of the list, and how the questions of each stand.
    pub groups: Vec<(QuestionGroup<'a>, Counts)>,
    /// The questions still to be asked, in order.
    pub queue: Vec<Position<'a>>,
    /// The open questions of each questionnaire.
    pub(super) open: Vec<OpenQuestions<'a>>,
    /// By questionnaire, the number of questions in the queue that it asks.
    left: Vec<usize>,
    /// The standings of all questions; one that several questionnaires ask counts once.
    pub counts: Counts,
    /// Seconds that one question takes, from the pace so far.
    pub pace: i64,
}

impl<'a> Progress<'a> {
    /// The number of seconds that so many questions take.
    pub fn seconds(&self, questions: usize) -> usize {
        questions.saturating_mul(usize::try_from(self.pace).unwrap_or(usize::MAX))
    }

    /// The number of questions of this questionnaire that are still to be asked, those too that another asks.
    pub fn left_in(&self, questionnaire: &str) -> usize {
        let position = self.scores.iter().position(|score| score.questionnaire.id == questionnaire);
        position.and_then(|position| self.left.get(position)).copied().unwrap_or(0)
    }

    /// The number of open questions of this questionnaire before it tells its result.
    pub fn before_milestone(&self, questionnaire: &str) -> usize {
        let open = self.open.iter().find(|open| open.questionnaire.id == questionnaire);
        open.map_or(0, |open| open.before_milestone)
    }

    /// True when a questionnaire has told its result.
    pub fn has_told(&self) -> bool {
        self.open.iter().any(|open| open.before_milestone == 0)
    }

    /// The score of a questionnaire.
    pub fn score(&self, questionnaire: &str) -> Option<&Score<'a>> {
        self.scores.iter().find(|score| score.questionnaire.id == questionnaire)
    }
}

/// The number of questions that a questionnaire asks an organisation at the beginning before it tells its
/// result.
pub fn before_first_result(catalogue: &Catalogue, questionnaire: &Questionnaire) -> usize {
    let questionnaires = vec![(questionnaire.id.clone(), questionnaire.version.clone())];
    let assessment = Assessment { questionnaires, ..Assessment::default() };
    progress(catalogue, &assessment).before_milestone(&questionnaire.id)
}

/// The progress of the interview of an assessment.
pub fn progress<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Progress<'a> {
    let asked: Vec<&Questionnaire> = assessment.asked(catalogue).collect();
    let stands = Standings::of(catalogue, assessment);
    let stand = |place: &Placement| stands.at(place).unwrap_or(Standing::Unanswered);
    let scores: Vec<Score<'a>> = asked.iter().map(|one| score_with(catalogue, one, stand)).collect();
    let open = scores.iter().map(|score| open_questions(&asked, catalogue, &stands, score));
    let open: Vec<OpenQuestions<'a>> = open.collect();
    let queue = queue_of(&open, None);
    let left = |score: &Score<'a>| {
        queue.iter().filter(|position| score.questionnaire.asks(&position.place.question)).count()
    };
    let counted = |group: QuestionGroup<'a>| {
        let counts = Counts::of(group.places.iter().map(|place| stand(place)));
        (group, counts)
    };
    let groups = asked.iter().flat_map(|questionnaire| question_groups(catalogue, questionnaire));
    Progress {
        groups: groups.map(counted).collect(),
        left: scores.iter().map(left).collect(),
        counts: stands.counts(),
        pace: pace(assessment),
        scores,
        open,
        queue,
    }
}

/// The seconds that one question takes: the median time between two answers and the usual time, each by
/// its weight, so that a few answers in a row do not turn it over.
fn pace(assessment: &Assessment) -> i64 {
    let mut times: Vec<i64> =
        assessment.answers.values().filter_map(|entry| entry.answered_at).map(|at| at.as_second()).collect();
    times.sort_unstable();
    let pauses = times.windows(2).map(|pair| pair[1] - pair[0]);
    let mut pauses: Vec<i64> = pauses.filter(|pause| (1..=LONGEST_SECONDS).contains(pause)).collect();
    let usual = i64::from(SECONDS_PER_QUESTION);
    if pauses.len() < PAUSES_FOR_PACE {
        return usual;
    }
    pauses.sort_unstable();
    let own = pauses[pauses.len() / 2].max(SHORTEST_SECONDS);
    let weight = |pauses: usize| i64::try_from(pauses).unwrap_or(i64::MAX / LONGEST_SECONDS);
    let (before, since) = (weight(PAUSES_FOR_PACE), weight(pauses.len() - PAUSES_FOR_PACE));
    (usual * before + own * since) / (before + since)
}
