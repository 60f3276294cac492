//! Fit: points by candidate, with the reasons of the choices that gave them.

use super::Standing;
use crate::questionnaire::{Candidate, Catalogue, Placement, Questionnaire};

/// The result of a questionnaire of kind `fit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FitScore<'a> {
    /// The candidates by points, falling; ties in the order of the file.
    pub candidates: Vec<CandidateScore<'a>>,
}

impl<'a> FitScore<'a> {
    /// The candidates that are recommended: the first, and those with as many points; none while no
    /// answer speaks for it.
    pub fn best(&self) -> &[CandidateScore<'a>] {
        let first = self.candidates.first().filter(|first| !first.reasons.is_empty());
        let equal = |first: &CandidateScore<'_>| {
            self.candidates.iter().take_while(|candidate| candidate.points == first.points).count()
        };
        self.candidates.get(..first.map_or(0, equal)).unwrap_or_default()
    }
}

/// The score of one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateScore<'a> {
    /// The candidate.
    pub candidate: &'a Candidate,
    /// The sum of its points.
    pub points: i32,
    /// The reasons of the chosen choices that gave it points, in the order of asking.
    pub reasons: Vec<&'a str>,
    /// The reasons against it: those of chosen choices that took points away.
    pub against: Vec<&'a str>,
}

/// Scores a questionnaire of kind `fit`.
pub(super) fn score<'a>(
    catalogue: &'a Catalogue,
    questionnaire: &'a Questionnaire,
    stands: &[(&'a Placement, Standing)],
) -> FitScore<'a> {
    let none = |candidate| CandidateScore { candidate, points: 0, reasons: Vec::new(), against: Vec::new() };
    let mut candidates: Vec<CandidateScore<'a>> = questionnaire.candidates.iter().map(none).collect();
    for (place, standing) in stands {
        let Standing::Answered { option, .. } = standing else { continue };
        let chosen = catalogue.question(&place.question).and_then(|question| question.options.get(*option));
        let Some(fit) = chosen.and_then(|chosen| place.fits.iter().find(|fit| fit.option == chosen.id))
        else {
            continue;
        };
        for (id, points) in &fit.points {
            let Some(candidate) = candidates.iter_mut().find(|score| score.candidate.id == *id) else {
                continue;
            };
            candidate.points = candidate.points.saturating_add(*points);
            match points {
                1.. => candidate.reasons.push(&fit.reason),
                0 => {}
                _ => candidate.against.push(&fit.reason),
            }
        }
    }
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.points));
    FitScore { candidates }
}
