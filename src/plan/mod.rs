//! Plans of action: candidates, route, order, quarters. Pure; the definitions stand in `docs/scoring.md`.

mod ahead;
mod baseline;
mod candidates;
mod higher_aim;
mod make;
mod objectives;
mod order;
mod quarters;
mod reached;
mod roles;
mod route;
mod settings;
mod targets;
mod types;
mod what_if;

pub use self::ahead::{Ahead, YEAR, ahead, to_keep};
pub use self::higher_aim::{HigherAim, higher_aim};
pub use self::make::plan;
pub use self::objectives::{Suggestion, suggest_level, suggested_level, toggle_objective};
pub use self::reached::Reached;
pub use self::roles::{Need, RoleState, Vacancy, needs, respondents, role_state};
pub use self::settings::{Settings, target};
pub use self::types::{DueOff, Finished, Levels, Plan, Planned, Quarter, Target};
pub use self::what_if::{Beside, LevelForecast, RouteForecast, forecast_level};
