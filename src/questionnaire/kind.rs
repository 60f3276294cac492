//! The kinds of questionnaire, and what each has. A fourth kind does not compile until every place that
//! tells them apart knows it.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

/// What a questionnaire's result looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumIter, EnumString, Deserialize, JsonSchema)]
#[strum(serialize_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Levels that build on each other, each with a gate.
    Levels,
    /// Areas side by side, each with a percentage.
    Areas,
    /// Candidates, ranked by the points that choices give them.
    Fit,
}

impl Kind {
    /// The word in the file: `levels`, `areas` or `fit`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The words of the kinds that have something, as the schema names them in `x-kinds`.
    pub(crate) fn all_that(has: fn(Kind) -> bool) -> Vec<&'static str> {
        Kind::iter().filter(|kind| has(*kind)).map(Kind::id).collect()
    }

    /// Its questionnaires have levels, gates and objectives.
    pub(crate) fn has_levels(self) -> bool {
        match self {
            Kind::Levels => true,
            Kind::Areas | Kind::Fit => false,
        }
    }

    /// Its questionnaires have areas.
    pub(crate) fn has_areas(self) -> bool {
        match self {
            Kind::Areas => true,
            Kind::Levels | Kind::Fit => false,
        }
    }

    /// Its questionnaires have candidates, and answers that give them points.
    pub(crate) fn has_candidates(self) -> bool {
        match self {
            Kind::Fit => true,
            Kind::Levels | Kind::Areas => false,
        }
    }

    /// Its questions have credits, weights and actions.
    pub(crate) fn is_graded(self) -> bool {
        !self.has_candidates()
    }
}
