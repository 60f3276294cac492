//! Areas: the same sums, side by side.

use super::{Standing, Sum};
use crate::questionnaire::{Area, Part, Place, Questionnaire};

/// The result of a questionnaire of kind `areas`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreasScore<'a> {
    /// Over all questions.
    pub sum: Sum,
    /// What they still allow.
    pub possible: Sum,
    /// By area, in the order of the file.
    pub areas: Vec<AreaScore<'a>>,
}

/// How one area stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaScore<'a> {
    /// Which.
    pub area: &'a Area,
    /// What the answers prove.
    pub sum: Sum,
    /// What they still allow.
    pub possible: Sum,
}

/// Scores a questionnaire of kind `areas`.
pub(super) fn score<'a>(
    questionnaire: &'a Questionnaire,
    stands: &[(&'a Place, Standing)],
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
