//! Scores and plans as JSON. The fields are a promise to other programs: these names, this order,
//! these meanings, nothing else under them.

use serde_json::{Map, Value, json};

use super::Targets;
use crate::assessment::Assessment;
use crate::plan::{Listed, Plan, Planned, Quarter};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{AbilityScore, AreasScore, Counts, FitScore, LevelsScore, Outcome, Score, Sum, score};

/// The scores of an assessment as JSON, ended by a newline.
pub fn score_json(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let scores = questionnaires(catalogue, assessment);
    pretty(&json!({"format": 1, "organization": assessment.organization, "questionnaires": scores}))
}

/// The scores of all questionnaires of an assessment.
pub(super) fn questionnaires(catalogue: &Catalogue, assessment: &Assessment) -> Vec<Value> {
    let targets = Targets::of(catalogue, assessment);
    score(catalogue, assessment).iter().map(|score| questionnaire(score, &targets)).collect()
}

/// A plan as JSON, ended by a newline.
pub fn plan_json(assessment: &Assessment, plan: &Plan<'_>) -> String {
    let targets = plan.targets.iter().map(|target| (target.questionnaire, target.level));
    let ids = |listed: &[Listed<'_>]| -> Vec<String> {
        listed.iter().map(|listed| listed.question.id.clone()).collect()
    };
    pretty(&json!({
        "format": 1,
        "organization": assessment.organization,
        "route": plan.settings.route.id(),
        "proven_shortest": plan.proven_shortest,
        "points": plan.points(),
        "capacity": plan.settings.capacity,
        "start": plan.settings.start.to_string(),
        "targets": by_questionnaire(targets, level),
        "to_answer": plan.to_answer(),
        "actions": plan.actions.iter().map(action).collect::<Vec<_>>(),
        "done": ids(&plan.done),
        "left_out": ids(&plan.left_out),
        "quarters": plan.quarters.iter().map(|quarter| self::quarter(plan, quarter)).collect::<Vec<_>>(),
    }))
}

pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

pub(super) fn questionnaire(score: &Score<'_>, targets: &Targets) -> Value {
    let questionnaire = score.questionnaire;
    let mut fields = Map::new();
    let mut field = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    field("id", json!(questionnaire.id));
    field("kind", json!(questionnaire.kind.id()));
    field("version", json!(questionnaire.version));
    if let Some(sum) = score.sum() {
        field("percent", percent(sum));
    }
    field("questions", counts(score.questions));
    match &score.result {
        Outcome::Levels(levels) => {
            field("reached", level(questionnaire, levels.reached));
            field("possible", level(questionnaire, levels.possible));
            field("provisional", json!(levels.provisional()));
            field("position", number(levels.position(), 100));
            field("target", json!(targets.get(&questionnaire.id).map(|number| level(questionnaire, number))));
            field("levels", gates(questionnaire, levels));
            field("ability", json!(levels.ability.map(|score| ability(questionnaire, &score))));
        }
        Outcome::Areas(score) => {
            field("areas", areas(score));
        }
        Outcome::Fit(score) => {
            field("candidates", candidates(score));
        }
    }
    Value::Object(fields)
}

fn gates(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> Value {
    let level = |level: &crate::score::LevelScore<'_>| {
        json!({
            "id": questionnaire.levels.get(level.number).map(|level| level.id.as_str()),
            "number": level.number,
            "percent": percent(level.sum),
            "possible_percent": percent(level.possible),
            "gate": questionnaire.gate,
            "holds": level.holds,
            "scoped_out": level.scoped_out,
            "blocking": level.blocking,
        })
    };
    score.levels.iter().map(level).collect()
}

/// The ability to execute: all but the counts is `null` when nothing of it is applicable.
fn ability(questionnaire: &Questionnaire, score: &AbilityScore) -> Value {
    json!({
        "percent": percent(score.sum),
        "possible_percent": percent(score.possible),
        "questions": counts(score.questions),
        "sustains": score.sustains.map(|number| level(questionnaire, number)),
        "balance": score.balance.map(|balance| balance.id()),
    })
}

fn areas(score: &AreasScore<'_>) -> Value {
    let area = |score: &crate::score::AreaScore<'_>| json!({"id": score.area.id, "percent": percent(score.sum), "possible_percent": percent(score.possible)});
    score.areas.iter().map(area).collect()
}

fn candidates(score: &FitScore<'_>) -> Value {
    let candidate = |score: &crate::score::CandidateScore<'_>| json!({"id": score.candidate.id, "points": score.points, "reasons": score.reasons});
    score.candidates.iter().map(candidate).collect()
}

fn counts(counts: Counts) -> Value {
    json!({
        "total": counts.total,
        "answered": counts.answered,
        "unknown": counts.unknown,
        "not_applicable": counts.not_applicable,
        "unanswered": counts.unanswered,
    })
}

fn action(planned: &Planned<'_>) -> Value {
    let levels = planned.levels.iter().map(|(questionnaire, number)| (*questionnaire, *number));
    json!({
        "question": planned.question.id,
        "title": planned.action.text.title,
        "effort": planned.action.effort.id(),
        "points": planned.action.effort.points(),
        "owner": planned.action.owner,
        "level": by_questionnaire(levels, |_, number| json!(number)),
        "blocking": planned.blocking,
        "requires": planned.requires,
        "quarter": planned.quarter,
        "state": planned.state.state.id(),
    })
}

fn quarter(plan: &Plan<'_>, quarter: &Quarter<'_>) -> Value {
    let id = |planned: &Planned<'_>| planned.question.id.clone();
    let actions = plan.actions.get(quarter.actions.clone()).unwrap_or_default();
    json!({
        "number": quarter.number,
        "starts": quarter.starts.to_string(),
        "ends": quarter.ends.to_string(),
        "actions": actions.iter().map(id).collect::<Vec<_>>(),
        "under_way": quarter.under_way.and_then(|index| plan.actions.get(index)).map(id),
        "reaches": by_questionnaire(quarter.reaches.iter().copied(), level),
    })
}

fn by_questionnaire<'a>(
    numbers: impl Iterator<Item = (&'a Questionnaire, usize)>,
    value: impl Fn(&Questionnaire, usize) -> Value,
) -> Value {
    let field = |(questionnaire, number): (&'a Questionnaire, usize)| {
        (questionnaire.id.clone(), value(questionnaire, number))
    };
    Value::Object(numbers.map(field).collect())
}

fn level(questionnaire: &Questionnaire, number: usize) -> Value {
    json!({"id": questionnaire.levels.get(number).map(|level| level.id.as_str()), "number": number})
}

/// A percent with one decimal; `null` when nothing is applicable.
fn percent(sum: Sum) -> Value {
    sum.tenths().map_or(Value::Null, |tenths| number(tenths, 10))
}

/// A whole number of tenths or hundredths as a decimal number: made by way of its digits, so that
/// nothing is computed with fractions.
fn number(parts: u64, of: u64) -> Value {
    let digits = of.ilog10() as usize;
    serde_json::from_str(&format!("{}.{:0digits$}", parts / of, parts % of)).unwrap_or_default()
}
