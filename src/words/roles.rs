//! What the reports say about roles: who owns an action, and what to do where nobody holds the role.

use super::answers::NOT_APPLICABLE;
use super::plan::role;
use crate::assessment::Assessment;
use crate::plan::{Need, Plan, Planned, RoleState, Vacancy, role_state};
use crate::questionnaire::Catalogue;

/// Roles of which nobody knows whether somebody holds them.
const UNKNOWN: &str = "unknown: find out";
/// Roles about which this assessment asks nothing.
const NOT_ASKED: &str = "not asked in this assessment";
/// Whom to give an action to where no role suggests itself.
const SOMEBODY: &str = "to somebody beside their own role";

/// The role of an action in a few words: "Compliance engineer"; where nobody holds it and nobody has
/// taken the action, that, and whom to give it to.
pub(crate) fn owner_in_short(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    planned: &Planned<'_>,
) -> String {
    with_vacancy(catalogue, assessment, planned, |vacancy| {
        let place = |id: &str| plan.actions.iter().position(|other| other.question.id == id);
        let nobody = nobody(vacancy);
        let whom = vacancy.stand_in.map_or(SOMEBODY.to_owned(), |role| format!("to: {}", role.text.title));
        match filling(plan, vacancy) {
            Some(first) if place(&first.question.id) < place(&planned.question.id) => {
                format!("{nobody}; to be filled in quarter {}", first.quarter)
            }
            Some(later) => format!("{nobody}; until quarter {} give it {whom}", later.quarter),
            None => format!("{nobody}; give it {whom}"),
        }
    })
}

/// The role of an action; where nobody holds it and nobody has taken the action, that, which action
/// fills it, and whom to give it to until then.
pub(crate) fn owner(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    planned: &Planned<'_>,
) -> String {
    with_vacancy(catalogue, assessment, planned, |vacancy| vacant(plan, vacancy))
}

fn with_vacancy(
    catalogue: &Catalogue,
    assessment: &Assessment,
    planned: &Planned<'_>,
    say: impl Fn(&Vacancy<'_>) -> String,
) -> String {
    let id = planned.action.owner.as_str();
    match role_state(catalogue, assessment, id) {
        RoleState::Vacant(vacancy) if planned.state.owner.is_none() => {
            format!("{} ({})", role(catalogue, id), say(&vacancy))
        }
        _ => role(catalogue, id),
    }
}

/// Whether somebody holds a role, in the table of roles.
pub(crate) fn answer(plan: &Plan<'_>, need: &Need<'_>) -> String {
    match &need.held {
        RoleState::Filled => "yes".to_owned(),
        RoleState::Vacant(vacancy) => {
            let late = filling(plan, vacancy).is_some_and(|filling| filling.quarter > need.from);
            let early = if late { format!("; needed from quarter {}", need.from) } else { String::new() };
            format!("{}{early}", vacant(plan, vacancy))
        }
        RoleState::Unknown => UNKNOWN.to_owned(),
        RoleState::NotApplicable => NOT_APPLICABLE.to_owned(),
        RoleState::NotAsked => NOT_ASKED.to_owned(),
    }
}

/// That nobody holds a role, which action fills it, and who does its work until then.
fn vacant(plan: &Plan<'_>, vacancy: &Vacancy<'_>) -> String {
    let until = match vacancy.stand_in {
        Some(stand_in) => format!("until then: {}", stand_in.text.title),
        None => format!("until then give it {SOMEBODY}"),
    };
    format!("{}: {}; {until}", nobody(vacancy), fills(plan, vacancy))
}

fn nobody(vacancy: &Vacancy<'_>) -> &'static str {
    if vacancy.begun { "filled in part only" } else { "nobody holds it yet" }
}

/// The action that fills a role, and where it stands.
fn fills(plan: &Plan<'_>, vacancy: &Vacancy<'_>) -> String {
    let id = &vacancy.question.id;
    let title = vacancy.question.action.as_ref().map_or(id, |action| &action.text.title);
    match filling(plan, vacancy) {
        Some(planned) => format!("see “{title}”, quarter {}", planned.quarter),
        None if plan.left_out.iter().any(|listed| listed.question.id == *id) => {
            format!("“{title}” fills it, which this route leaves out")
        }
        None => format!("“{title}” would fill it, which is not in this plan"),
    }
}

/// The action of the plan that fills a role.
fn filling<'p, 'a>(plan: &'p Plan<'a>, vacancy: &Vacancy<'_>) -> Option<&'p Planned<'a>> {
    plan.actions.iter().find(|planned| planned.question.id == vacancy.question.id)
}
