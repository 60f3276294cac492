//! Levels, areas, scales and candidates: whether they make a whole with the questions.

use std::collections::HashSet;

use super::references::given_points;
use crate::check::problem::{Problems, shown};
use crate::check::{Fault, Numbering};
use crate::questionnaire::Kind;
use crate::questionnaire::format::{QuestionnaireFile, ScaleTable};
use crate::questionnaire::located::Id;

pub(super) fn check(file: &QuestionnaireFile, problems: &mut Problems) {
    file.scale.iter().for_each(|scale| rising(scale, problems));
    level_numbers(file, problems);
    if file.question.is_empty() && file.r#use.is_empty() {
        problems.add(Fault::NoQuestions, problems.head.clone());
    } else {
        questions_of_parts(file, problems);
    }
    unused_scales(file, problems);
}

fn rising(scale: &ScaleTable, problems: &mut Problems) {
    // A credit that is missing or no credit is told elsewhere.
    let credits: Option<Vec<u32>> = scale.steps.iter().map(|step| step.credit).collect();
    let Some(credits) = credits else { return };
    let ends_well =
        credits.first().is_none_or(|first| *first == 0) && credits.last().is_none_or(|last| *last == 100);
    if !ends_well || !credits.is_sorted_by(|a, b| a < b) {
        problems.add(Fault::ScaleNotRising { scale: shown(&scale.id), credits }, scale.steps.span());
    }
}

fn level_numbers(file: &QuestionnaireFile, problems: &mut Problems) {
    let mut numbers: Vec<_> = file.level.iter().filter_map(|level| level.number.as_ref()).collect();
    numbers.sort_by_key(|number| (***number, number.span().start));
    let mut expected = 0;
    for number in numbers {
        if **number < expected {
            problems.add(Fault::LevelNumbers(Numbering::Twice(**number)), number.span());
        } else if **number > expected {
            let gap = Numbering::Gap { missing: expected, found: **number };
            problems.add(Fault::LevelNumbers(gap), number.span());
        }
        expected = expected.max(**number + 1);
    }
}

/// Every level from 1, every area and every candidate has a question; level 0 has none.
fn questions_of_parts(file: &QuestionnaireFile, problems: &mut Problems) {
    let own = file.question.iter().map(|table| (&table.level, &table.area));
    let used = file.r#use.iter().map(|table| (&table.level, &table.area));
    let (levels, areas): (Vec<_>, Vec<_>) = own.chain(used).unzip();
    match file.kind {
        Kind::Levels => {
            let is_zero = |id: &Id| {
                file.level
                    .iter()
                    .any(|level| level.id == *id && level.number.as_ref().is_some_and(|number| **number == 0))
            };
            for level in levels.iter().copied().flatten().filter(|id| is_zero(id)) {
                problems.add(Fault::LevelZeroQuestion(shown(level)), level.span());
            }
            let with: HashSet<&Id> = levels.into_iter().flatten().collect();
            for level in file.level.iter().filter(|level| !with.contains(&level.id) && !is_zero(&level.id)) {
                problems.add(Fault::LevelWithoutQuestions(shown(&level.id)), level.span());
            }
        }
        Kind::Areas => {
            let with: HashSet<&Id> = areas.into_iter().flatten().collect();
            for area in file.area.iter().filter(|area| !with.contains(&area.id)) {
                problems.add(Fault::AreaWithoutQuestions(shown(&area.id)), area.span());
            }
        }
        Kind::Fit => {
            let with: HashSet<&Id> = given_points(file).collect();
            for candidate in file.candidate.iter().filter(|candidate| !with.contains(&candidate.id)) {
                problems.add(Fault::UnusedCandidate(shown(&candidate.id)), candidate.span());
            }
        }
    }
}

fn unused_scales(file: &QuestionnaireFile, problems: &mut Problems) {
    let named: HashSet<_> = file.question.iter().map(|question| question.scale.as_ref()).collect();
    for (position, scale) in file.scale.iter().enumerate() {
        let is_used = named.contains(&Some(&scale.id)) || (position == 0 && named.contains(&None));
        if !is_used {
            problems.add(Fault::UnusedScale(shown(&scale.id)), scale.span());
        }
    }
}
