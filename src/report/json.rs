//! Scores and plans as JSON. The fields are a promise to other programs: these names, this order,
//! these meanings, nothing else under them. `docs/formats.md` describes them.

use serde::{Serialize, Serializer};

use crate::assessment::Assessment;
use crate::plan::{Levels, Plan, Planned, Quarter, target};
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question, Questionnaire, UNKNOWN};
use crate::score::{AbilityScore, Counts, LevelScore, LevelsScore, Outcome, Score, Standing, Sum, score};
use crate::team::answered_on;

/// The scores of an assessment as JSON, ended by a newline.
pub fn score_json(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let scores = score(catalogue, assessment);
    pretty_json(&ScoresRecord {
        format: 1,
        organization: &assessment.organization,
        questionnaires: score_records(assessment, &scores),
    })
}

/// A plan as JSON, ended by a newline.
pub fn plan_json(assessment: &Assessment, plan: &Plan<'_>) -> String {
    let targets: Levels<'_> =
        plan.targets.iter().map(|target| (target.questionnaire, target.level)).collect();
    pretty_json(&PlanRecord {
        format: 1,
        organization: &assessment.organization,
        route: plan.settings.route.id(),
        proven: plan.proven,
        points: plan.points(),
        capacity: plan.settings.capacity,
        start: plan.settings.start.to_string(),
        targets: levels(&targets),
        to_answer: plan.to_answer(),
        actions: plan.actions.iter().map(ActionRecord::of).collect(),
        done: plan.done.iter().map(ActionRecord::of).collect(),
        left_out: plan.left_out.iter().map(|left_out| left_out.question.id.as_str()).collect(),
        quarters: plan.quarters.iter().map(|quarter| QuarterRecord::of(plan, quarter)).collect(),
    })
}

/// JSON on several lines, ended by a newline.
pub(crate) fn pretty_json(record: &impl Serialize) -> String {
    // Writing to memory does not fail, and every key is a string.
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}

/// Which assessment something is about.
#[derive(Serialize)]
pub(super) struct AssessmentRecord<'a> {
    file: &'a str,
    organization: &'a str,
    respondent: Option<&'a str>,
    answered_on: Option<String>,
}

impl<'a> AssessmentRecord<'a> {
    pub(super) fn of(file: &'a str, assessment: &'a Assessment) -> AssessmentRecord<'a> {
        AssessmentRecord {
            file,
            organization: &assessment.organization,
            respondent: assessment.respondent.as_deref(),
            answered_on: answered_on(assessment).map(|day| day.to_string()),
        }
    }
}

/// An answer with its credit; both `null` where there is none. What another answer implies has a credit
/// alone.
#[derive(Serialize)]
pub(super) struct AnswerRecord<'a> {
    answer: Option<&'a str>,
    credit: Option<u32>,
}

impl<'a> AnswerRecord<'a> {
    pub(super) fn of(question: &'a Question, standing: Standing) -> AnswerRecord<'a> {
        let (answer, credit) = match standing {
            Standing::Answered { option, credit } => {
                (question.options.get(option).map(|option| option.id.as_str()), Some(credit))
            }
            Standing::Unknown => (Some(UNKNOWN), None),
            Standing::NotApplicable => (Some(NOT_APPLICABLE), None),
            Standing::Implied => (None, Some(0)),
            Standing::Unanswered | Standing::ToConfirm(_) | Standing::ImpliedNotApplicable => (None, None),
        };
        AnswerRecord { answer, credit }
    }
}

#[derive(Serialize)]
struct ScoresRecord<'a> {
    format: u32,
    organization: &'a str,
    questionnaires: Vec<ScoreRecord<'a>>,
}

/// The result of a questionnaire.
#[derive(Serialize)]
pub(super) struct ScoreRecord<'a> {
    id: &'a str,
    kind: &'static str,
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<Sum>,
    questions: Counts,
    #[serde(flatten)]
    result: ResultRecord<'a>,
}

/// What the kinds of questionnaire do not have in common.
#[derive(Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "each is made where it stands and written at once")]
enum ResultRecord<'a> {
    Levels {
        reached: LevelRecord<'a>,
        possible: LevelRecord<'a>,
        provisional: bool,
        position: f64,
        target: Option<LevelRecord<'a>>,
        levels: Vec<GateRecord<'a>>,
        ability: Option<AbilityRecord<'a>>,
    },
    Areas {
        areas: Vec<AreaRecord<'a>>,
    },
    Fit {
        candidates: Vec<CandidateRecord<'a>>,
    },
}

pub(super) fn score_records<'a>(assessment: &Assessment, scores: &'a [Score<'a>]) -> Vec<ScoreRecord<'a>> {
    let record =
        |score: &'a Score<'a>| ScoreRecord::of(score, Some(&score.questionnaire.version), assessment);
    scores.iter().map(record).collect()
}

impl<'a> ScoreRecord<'a> {
    pub(super) fn of(
        score: &'a Score<'a>,
        version: Option<&'a str>,
        assessment: &Assessment,
    ) -> ScoreRecord<'a> {
        let questionnaire = score.questionnaire;
        let level = |number| LevelRecord::of(questionnaire, number);
        let result = match &score.result {
            Outcome::Levels(levels) => ResultRecord::Levels {
                reached: level(levels.reached),
                possible: level(levels.possible),
                provisional: levels.provisional(),
                position: levels.position() as f64 / 100.0,
                target: target(assessment, score).map(level),
                levels: GateRecord::all(questionnaire, levels),
                ability: levels.ability.map(|ability| AbilityRecord::of(questionnaire, &ability)),
            },
            Outcome::Areas(areas) => ResultRecord::Areas {
                areas: areas
                    .areas
                    .iter()
                    .map(|area| AreaRecord {
                        id: &area.area.id,
                        percent: area.sum,
                        possible_percent: area.possible,
                    })
                    .collect(),
            },
            Outcome::Fit(fit) => ResultRecord::Fit {
                candidates: fit
                    .candidates
                    .iter()
                    .map(|candidate| CandidateRecord {
                        id: &candidate.candidate.id,
                        points: candidate.points,
                        reasons: &candidate.reasons,
                    })
                    .collect(),
            },
        };
        ScoreRecord {
            id: &questionnaire.id,
            kind: questionnaire.kind.id(),
            version,
            percent: score.sum(),
            questions: score.questions,
            result,
        }
    }
}

#[derive(Serialize)]
struct LevelRecord<'a> {
    id: Option<&'a str>,
    number: usize,
}

impl<'a> LevelRecord<'a> {
    fn of(questionnaire: &'a Questionnaire, number: usize) -> LevelRecord<'a> {
        let level = questionnaire.levels.get(number);
        LevelRecord { id: level.map(|level| level.id.as_str()), number }
    }
}

#[derive(Serialize)]
struct GateRecord<'a> {
    #[serde(flatten)]
    level: LevelRecord<'a>,
    percent: Sum,
    possible_percent: Sum,
    gate: u32,
    holds: bool,
    scoped_out: bool,
    blocking: &'a [&'a str],
}

impl<'a> GateRecord<'a> {
    fn all(questionnaire: &'a Questionnaire, score: &'a LevelsScore<'a>) -> Vec<GateRecord<'a>> {
        let gate = |level: &'a LevelScore<'a>| GateRecord {
            level: LevelRecord::of(questionnaire, level.number),
            percent: level.sum,
            possible_percent: level.possible,
            gate: questionnaire.gate,
            holds: level.holds,
            scoped_out: level.scoped_out,
            blocking: &level.blocking,
        };
        score.levels.iter().map(gate).collect()
    }
}

/// The ability to execute: all but the counts is `null` when nothing of it is applicable.
#[derive(Serialize)]
struct AbilityRecord<'a> {
    percent: Sum,
    possible_percent: Sum,
    questions: Counts,
    sustains: Option<LevelRecord<'a>>,
    balance: Option<&'static str>,
}

impl<'a> AbilityRecord<'a> {
    fn of(questionnaire: &'a Questionnaire, score: &AbilityScore) -> AbilityRecord<'a> {
        AbilityRecord {
            percent: score.sum,
            possible_percent: score.possible,
            questions: score.questions,
            sustains: score.sustains.map(|number| LevelRecord::of(questionnaire, number)),
            balance: score.balance.map(|balance| balance.id()),
        }
    }
}

#[derive(Serialize)]
struct AreaRecord<'a> {
    id: &'a str,
    percent: Sum,
    possible_percent: Sum,
}

#[derive(Serialize)]
struct CandidateRecord<'a> {
    id: &'a str,
    points: i32,
    reasons: &'a [&'a str],
}

#[derive(Serialize)]
struct PlanRecord<'a> {
    format: u32,
    organization: &'a str,
    route: &'static str,
    proven: Option<bool>,
    points: u32,
    capacity: u32,
    start: String,
    targets: ByQuestionnaire<'a, LevelRecord<'a>>,
    to_answer: usize,
    actions: Vec<ActionRecord<'a>>,
    done: Vec<ActionRecord<'a>>,
    left_out: Vec<&'a str>,
    quarters: Vec<QuarterRecord<'a>>,
}

#[derive(Serialize)]
struct ActionRecord<'a> {
    question: &'a str,
    title: &'a str,
    effort: &'static str,
    points: u32,
    owner: &'a str,
    level: ByQuestionnaire<'a, usize>,
    blocking: bool,
    foundation: bool,
    requires: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    quarter: Option<usize>,
    state: &'static str,
}

impl<'a> ActionRecord<'a> {
    fn of(planned: &'a Planned<'a>) -> ActionRecord<'a> {
        let levels =
            planned.levels.iter().map(|(questionnaire, number)| (questionnaire.id.as_str(), *number));
        ActionRecord {
            question: &planned.question.id,
            title: &planned.action.text.title,
            effort: planned.action.effort.id(),
            points: planned.points,
            owner: &planned.action.owner,
            level: ByQuestionnaire(levels.collect()),
            blocking: planned.blocking,
            foundation: planned.foundation,
            requires: &planned.requires,
            quarter: Some(planned.quarter).filter(|quarter| *quarter > 0),
            state: planned.state.state.id(),
        }
    }
}

#[derive(Serialize)]
struct QuarterRecord<'a> {
    number: usize,
    starts: String,
    ends: String,
    points: u32,
    actions: Vec<&'a str>,
    under_way: Option<&'a str>,
    reaches: ByQuestionnaire<'a, LevelRecord<'a>>,
    sustains: ByQuestionnaire<'a, LevelRecord<'a>>,
}

impl<'a> QuarterRecord<'a> {
    fn of(plan: &'a Plan<'a>, quarter: &'a Quarter<'a>) -> QuarterRecord<'a> {
        let id = |planned: &'a Planned<'a>| planned.question.id.as_str();
        let actions = plan.actions.get(quarter.actions.clone()).unwrap_or_default();
        QuarterRecord {
            number: quarter.number,
            starts: quarter.starts.to_string(),
            ends: quarter.ends.to_string(),
            points: quarter.points,
            actions: actions.iter().map(id).collect(),
            under_way: quarter.under_way.and_then(|index| plan.actions.get(index)).map(id),
            reaches: levels(&quarter.reaches),
            sustains: levels(&quarter.sustains),
        }
    }
}

/// An object with a field for each questionnaire, in this order.
struct ByQuestionnaire<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for ByQuestionnaire<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

fn levels<'a>(levels: &Levels<'a>) -> ByQuestionnaire<'a, LevelRecord<'a>> {
    let level = |(questionnaire, number): &(&'a Questionnaire, usize)| {
        (questionnaire.id.as_str(), LevelRecord::of(questionnaire, *number))
    };
    ByQuestionnaire(levels.iter().map(level).collect())
}
