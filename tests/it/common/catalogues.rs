//! Questionnaires: the built-in ones, and a few that are small enough to check by hand, whose texts do not
//! change when the built-in ones do.

use std::path::Path;
use std::sync::LazyLock;

use ospo_assess::questionnaire::Catalogue;

/// The built-in questionnaires, read once for all tests.
pub static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::built_in().unwrap());

pub const CLIMB: &str = include_str!("small/climb.toml");
pub const TEAM: &str = include_str!("small/team.toml");
pub const SHAPE: &str = include_str!("small/shape.toml");
pub const ROLES: &str = include_str!("small/roles.toml");
pub const RESOURCES: &str = include_str!("small/resources.toml");

/// The questionnaires of the tests of the command line.
pub const EXAMPLE: &str = include_str!("../../cli/example.toml");
pub const CHOOSE: &str = include_str!("../../cli/choose.toml");

/// A catalogue of these texts alone, each under the name of its file.
pub fn of(texts: &[(&str, &str)]) -> Catalogue {
    Catalogue::of(texts.iter().map(|(name, text)| (Path::new(name), *text))).unwrap()
}

/// `climb` and `rungs` (levels), `team` and `closer` (areas: `closer` looks closer at what is weak), `shape`
/// (fit), two roles, one resource.
pub fn small() -> Catalogue {
    small_with(CLIMB)
}

/// The same with another `climb`.
pub fn small_with(climb: &str) -> Catalogue {
    of(&[
        ("climb.toml", climb),
        ("rungs.toml", include_str!("small/rungs.toml")),
        ("team.toml", TEAM),
        ("closer.toml", include_str!("small/closer.toml")),
        ("shape.toml", SHAPE),
        ("roles.toml", ROLES),
        ("resources.toml", RESOURCES),
    ])
}
