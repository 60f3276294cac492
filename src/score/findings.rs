//! What stands behind a level: the practices that are in place, and those that the next level lacks.

use std::cmp::Reverse;

use super::{LevelScore, MET, Score, Standing, Sum, standing};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Part, Placement, Question};

/// What stands behind the level of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelFindings<'a> {
    /// Its practices that are in place at least in part ([`MET`]), with the position of the option that says
    /// so; the most advanced first, key questions before others.
    pub in_place: Vec<(&'a Question, usize)>,
    /// Ability that is known and below that, with the position of its option; the weakest first, key questions
    /// before others.
    pub weak_ability: Vec<(&'a Question, usize)>,
    /// What the next level has and lacks; `None` where there is no further level.
    pub next: Option<NextLevel<'a>>,
}

/// What the next level has and lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextLevel<'a> {
    /// Its number.
    pub number: usize,
    /// The number of its practices that are in place at least in part.
    pub in_place: usize,
    /// The number of those that are begun, and not in place in part.
    pub begun: usize,
    /// The number of its practices that apply.
    pub practices: usize,
    /// Its practices that are known and below that, the heaviest first, key questions before others.
    pub missing: Vec<&'a Question>,
    /// Its open questions whose answers decide on it: all of them, or the key ones where its sum is there already.
    pub deciding: Vec<&'a Question>,
    /// The number of its practices that nobody knows.
    pub unknown: usize,
    /// The number of those that are not answered.
    pub unanswered: usize,
    /// The least number of practices with which its gate would hold, were they fully in place.
    pub short_by: usize,
}

/// What stands behind the level; `None` where the questionnaire has no levels.
pub fn findings<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    score: &Score<'a>,
) -> Option<LevelFindings<'a>> {
    let levels = score.levels()?;
    let placed: Vec<Practice<'a>> = score
        .questionnaire
        .placements
        .iter()
        .filter_map(|place| {
            let question = catalogue.question(&place.question)?;
            Some(Practice { place, question, standing: standing(catalogue, assessment, question) })
        })
        .collect();
    let mut in_place: Vec<_> = placed
        .iter()
        .filter_map(|practice| match practice.standing {
            Standing::Answered { credit: credit @ MET.., option } => {
                let place = practice.place;
                // Ability carries the levels: it comes after what they consist of.
                let part = match place.part {
                    Part::Level(number) => number,
                    Part::Ability | Part::Area(_) | Part::Fit => 0,
                };
                Some(((Reverse(credit), Reverse(part), !place.key, Reverse(place.weight)), practice, option))
            }
            _ => None,
        })
        .collect();
    in_place.sort_by_key(|(rank, ..)| *rank);
    let weak = |practice: &Practice<'a>| match practice.standing {
        Standing::Answered { credit, option } if practice.place.part == Part::Ability && credit < MET => {
            Some(((credit, !practice.place.key), (practice.question, option)))
        }
        _ => None,
    };
    let mut weak_ability: Vec<_> = placed.iter().filter_map(weak).collect();
    weak_ability.sort_by_key(|(rank, _)| *rank);
    let next = levels.next().map(|next| next_level(score, next, &placed));
    Some(LevelFindings {
        in_place: in_place.into_iter().map(|(_, practice, option)| (practice.question, option)).collect(),
        weak_ability: weak_ability.into_iter().map(|(_, weak)| weak).collect(),
        next,
    })
}

/// A question of the questionnaire and how it stands.
struct Practice<'a> {
    place: &'a Placement,
    question: &'a Question,
    standing: Standing,
}

fn next_level<'a>(score: &Score<'a>, next: &LevelScore<'_>, placed: &[Practice<'a>]) -> NextLevel<'a> {
    let here = || placed.iter().filter(|practice| practice.place.part == Part::Level(next.number));
    let credits = || here().filter_map(|practice| Some((practice, practice.standing.proven()?)));
    let key_gate = score.questionnaire.key_gate;
    let mut missing: Vec<_> =
        credits().filter(|(practice, credit)| *credit < MET && !practice.standing.is_open()).collect();
    let gap = |(practice, credit): &(&Practice<'a>, u32)| practice.place.weight * (100 - credit);
    missing.sort_by_key(|lacks| (!lacks.0.place.key, Reverse(gap(lacks))));

    let is_key = |(practice, credit): &(&Practice<'a>, u32)| practice.place.key && *credit < key_gate;
    let keys = credits().filter(is_key);
    let mut others: Vec<u32> = credits().filter(|lacks| !is_key(lacks)).map(|lacks| gap(&lacks)).collect();
    others.sort_by_key(|gap| Reverse(*gap));
    let mut sum: Sum = next.sum;
    let mut short_by = 0;
    for lacks in keys {
        sum.gained += u64::from(gap(&lacks));
        short_by += 1;
    }
    for gap in others {
        if sum.reaches(score.questionnaire.gate) {
            break;
        }
        sum.gained += u64::from(gap);
        short_by += 1;
    }
    let deciding = here().filter(|practice| next.deciding.contains(&practice.place.question.as_str()));
    NextLevel {
        number: next.number,
        deciding: deciding.map(|practice| practice.question).collect(),
        in_place: credits().filter(|(_, credit)| *credit >= MET).count(),
        begun: credits().filter(|(_, credit)| (1..MET).contains(credit)).count(),
        practices: credits().count(),
        missing: missing.into_iter().map(|(practice, _)| practice.question).collect(),
        unknown: here().filter(|practice| practice.standing == Standing::Unknown).count(),
        unanswered: here().filter(|practice| practice.standing.is_unanswered()).count(),
        short_by,
    }
}
