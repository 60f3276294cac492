//! Areas: the same sums, side by side.

use std::cmp::Ordering;

use super::{Standing, Sum};
use crate::questionnaire::{Area, Part, Placement, Questionnaire};

/// The result of a questionnaire of kind `areas`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreasScore<'a> {
    /// Over all questions.
    pub sum: Sum,
    /// The sum that they still allow.
    pub possible: Sum,
    /// By area, in the order of the file.
    pub areas: Vec<AreaScore<'a>>,
}

/// The score of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaScore<'a> {
    /// The area.
    pub area: &'a Area,
    /// The sum that the answers prove.
    pub sum: Sum,
    /// The sum that they still allow.
    pub possible: Sum,
}

/// An area among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedArea<'a> {
    /// The area and its score.
    pub score: AreaScore<'a>,
    /// Its place from the strongest, from 1; areas with the same percent share one. `None` where nothing
    /// applies.
    pub place: Option<usize>,
    /// True when another area has the same place.
    pub tied: bool,
    /// True when none has proven more; not set where all are equal.
    pub strongest: bool,
    /// True when none has less that is still possible: what is unknown may turn out well. Not set where all
    /// are equal.
    pub weakest: bool,
}

impl<'a> AreasScore<'a> {
    /// The areas from the strongest to the weakest by what is proven, those in which nothing applies at
    /// the end; equal ones in the order of the file. Compared are the fractions, not rounded percentages.
    pub fn ranked(&self) -> Vec<RankedArea<'a>> {
        let mut areas = self.areas.clone();
        areas.sort_by(|a, b| falling(a.sum, b.sum));
        let proven: Vec<Sum> = areas.iter().map(|area| area.sum).filter(|sum| !sum.is_empty()).collect();
        let possible: Vec<Sum> =
            areas.iter().map(|area| area.possible).filter(|sum| !sum.is_empty()).collect();
        let above = |all: &[Sum], sum: Sum| all.iter().filter(|other| falling(**other, sum).is_lt()).count();
        let below = |all: &[Sum], sum: Sum| all.iter().filter(|other| falling(**other, sum).is_gt()).count();
        let ranked = areas.iter().map(|area| {
            let applies = !area.sum.is_empty();
            let (stronger, weaker) = (above(&proven, area.sum), below(&proven, area.sum));
            let strongest = applies && stronger == 0 && weaker > 0;
            let least = below(&possible, area.possible) == 0 && above(&possible, area.possible) > 0;
            RankedArea {
                score: *area,
                place: applies.then_some(stronger + 1),
                tied: applies && stronger + weaker + 1 < proven.len(),
                strongest,
                weakest: applies && least && !strongest,
            }
        });
        ranked.collect()
    }
}

/// The higher percent first; areas in which nothing applies come last.
fn falling(a: Sum, b: Sum) -> Ordering {
    match (a.is_empty(), b.is_empty()) {
        (false, false) => (b.gained * a.weight).cmp(&(a.gained * b.weight)),
        (one, other) => one.cmp(&other),
    }
}

/// Scores a questionnaire of kind `areas`.
pub(super) fn score<'a>(
    questionnaire: &'a Questionnaire,
    stands: &[(&'a Placement, Standing)],
) -> AreasScore<'a> {
    let (mut sum, mut possible) = (Sum::default(), Sum::default());
    let empty = |area| AreaScore { area, sum: Sum::default(), possible: Sum::default() };
    let mut areas: Vec<AreaScore<'a>> = questionnaire.areas.iter().map(empty).collect();
    for (place, standing) in stands {
        let (Part::Area(number), Some(proven), Some(allowed)) =
            (place.part, standing.proven(), standing.possible())
        else {
            continue;
        };
        let Some(area) = areas.get_mut(number) else { continue };
        for (total, part, credit) in
            [(&mut sum, &mut area.sum, proven), (&mut possible, &mut area.possible, allowed)]
        {
            total.add(place.weight, credit);
            part.add(place.weight, credit);
        }
    }
    AreasScore { sum, possible, areas }
}
