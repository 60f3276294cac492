//! Levels, areas, scales and candidates: whether they make a whole with the questions.

use std::collections::HashSet;

use crate::check::Fault;
use crate::check::problem::{ProblemList, at, shown};
use crate::questionnaire::Kind;
use crate::questionnaire::format::{QuestionnaireFile, ScaleTable};

pub(super) fn check(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    for (i, scale) in file.scale.iter().enumerate() {
        rising(scale, i, problems);
    }
    level_numbers(file, problems);
    if file.question.is_empty() && file.r#use.is_empty() {
        problems.add_at(Fault::NoQuestions, at![]);
        return;
    }
    match file.kind {
        Kind::Levels => levels(file, problems),
        Kind::Areas => areas(file, problems),
        Kind::Fit => candidates(file, problems),
    }
    unused_scales(file, problems);
}

fn rising(scale: &ScaleTable, i: usize, problems: &mut ProblemList<'_>) {
    // A credit that is missing or no credit is told elsewhere.
    let credits: Option<Vec<u32>> = scale.steps.iter().map(|step| step.credit).collect();
    let Some(credits) = credits else { return };
    let begins = credits.first().is_none_or(|first| *first == 0);
    let ends = credits.last().is_none_or(|last| *last == 100);
    if !begins || !ends || !credits.is_sorted_by(|a, b| a < b) {
        let fault = Fault::ScaleNotRising { scale: shown(&scale.id), credits };
        problems.add_at(fault, at!["scale", i, "steps"]);
    }
}

fn level_numbers(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let numbers = file.level.iter().enumerate().filter_map(|(i, level)| Some((level.number?, i)));
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_unstable();
    let mut expected = 0;
    for (found, i) in numbers {
        if found != expected {
            problems.add_at(Fault::LevelNumbers { expected, found }, at!["level", i, "number"]);
        }
        expected = expected.max(found + 1);
    }
}

/// Every level from 1 has a question, and level 0 has none.
fn levels(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let zero: HashSet<_> =
        file.level.iter().filter(|level| level.number == Some(0)).map(|level| &level.id).collect();
    let asked: Vec<_> =
        file.places().filter_map(|(list, i, place)| Some((list, i, place.level.as_ref()?))).collect();
    for (list, i, level) in asked.iter().filter(|(.., level)| zero.contains(level)) {
        problems.add_at(Fault::LevelZeroQuestion(shown(level)), at![*list, *i, "level"]);
    }
    for (i, level) in file.level.iter().enumerate().filter(|(_, level)| level.number != Some(0)) {
        if !asked.iter().any(|(.., with)| **with == level.id) {
            problems.add_at(Fault::LevelWithoutQuestions(shown(&level.id)), at!["level", i]);
        }
    }
}

/// Every area has a question.
fn areas(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let with: HashSet<_> = file.places().filter_map(|(.., place)| place.area.as_ref()).collect();
    for (i, area) in file.area.iter().enumerate().filter(|(_, area)| !with.contains(&area.id)) {
        problems.add_at(Fault::AreaWithoutQuestions(shown(&area.id)), at!["area", i]);
    }
}

/// Every candidate can get points.
fn candidates(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let own = file.question.iter().flat_map(|table| &table.choice).map(|choice| &choice.fit);
    let used = file.r#use.iter().flat_map(|table| &table.choice);
    let with: HashSet<_> = own.chain(used).flat_map(|fit| fit.points.keys()).collect();
    for (i, candidate) in file.candidate.iter().enumerate().filter(|(_, one)| !with.contains(&one.id)) {
        problems.add_at(Fault::UnusedCandidate(shown(&candidate.id)), at!["candidate", i]);
    }
}

fn unused_scales(file: &QuestionnaireFile, problems: &mut ProblemList<'_>) {
    let named: HashSet<_> = file.question.iter().map(|table| table.scale.as_ref()).collect();
    for (i, scale) in file.scale.iter().enumerate() {
        if !named.contains(&Some(&scale.id)) && (i > 0 || !named.contains(&None)) {
            problems.add_at(Fault::UnusedScale(shown(&scale.id)), at!["scale", i]);
        }
    }
}
