//! The people whom a plan needs: the roles that own its actions, and whether somebody holds them. A role
//! names the question that tells; the answer of this assessment counts, asked by whichever
//! questionnaire.

use super::types::{Plan, Planned};
use crate::assessment::{Assessment, State};
use crate::questionnaire::{Catalogue, Question, Role};
use crate::score::{MET, Standing, is_asked, standing};

/// The state of a role: held by somebody, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleState<'a> {
    /// Somebody does, or the action that fills it is done.
    Filled,
    /// Nobody does, or not in earnest.
    Vacant(Vacancy<'a>),
    /// Its question is asked, but nobody knows or has answered.
    Unknown,
    /// Its question was answered with "not applicable".
    NotApplicable,
    /// No question tells, or it is neither asked nor answered.
    NotAsked,
}

/// A role that is not filled, and what can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vacancy<'a> {
    /// The question that told; its action fills the role.
    pub question: &'a Question,
    /// True when something has begun: the answer is worth more than nothing, if less than [`MET`].
    pub begun: bool,
    /// The stand-in until it is filled: the role whose task it is to fill it, unless that is
    /// vacant too.
    pub stand_in: Option<&'a Role>,
}

/// A role that a plan needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need<'a> {
    /// Its id.
    pub role: &'a str,
    /// The number of actions that it owns.
    pub actions: usize,
    /// Their points.
    pub points: u32,
    /// The number of the quarter in which the first of them is finished.
    pub from: usize,
    /// Its state: held by somebody, or not.
    pub held: RoleState<'a>,
}

/// Finds out whether somebody holds this role.
pub fn role_state<'a>(catalogue: &'a Catalogue, assessment: &Assessment, role: &str) -> RoleState<'a> {
    let vacancy = match answered(catalogue, assessment, role) {
        RoleState::Vacant(vacancy) => vacancy,
        held => return held,
    };
    let fills = vacancy.question.action.as_ref().map(|action| action.owner.as_str());
    let stand_in = fills.filter(|fills| {
        *fills != role && !matches!(answered(catalogue, assessment, fills), RoleState::Vacant(_))
    });
    RoleState::Vacant(Vacancy { stand_in: stand_in.and_then(|id| catalogue.role(id)), ..vacancy })
}

/// The state of a role by the answer about it; who stands in for it is not looked at.
fn answered<'a>(catalogue: &'a Catalogue, assessment: &Assessment, role: &str) -> RoleState<'a> {
    let tells = catalogue.role(role).and_then(|role| role.staffing.as_deref());
    let Some(question) = tells.and_then(|id| catalogue.question(id)) else { return RoleState::NotAsked };
    match standing(catalogue, assessment, question) {
        _ if assessment.state(&question.id) == State::Done => RoleState::Filled,
        Standing::Answered { credit: MET.., .. } => RoleState::Filled,
        Standing::Answered { credit, .. } => {
            RoleState::Vacant(Vacancy { question, begun: credit > 0, stand_in: None })
        }
        Standing::Implied => RoleState::Vacant(Vacancy { question, begun: false, stand_in: None }),
        Standing::NotApplicable | Standing::ImpliedNotApplicable => RoleState::NotApplicable,
        Standing::Unanswered if !is_asked(catalogue, assessment, &question.id) => RoleState::NotAsked,
        Standing::Unknown | Standing::Unanswered | Standing::ToConfirm(_) => RoleState::Unknown,
    }
}

/// The roles that own actions of this plan, in the order of the roles; those that the catalogue does not
/// know at the end, by id.
pub fn needs<'a>(catalogue: &'a Catalogue, assessment: &Assessment, plan: &Plan<'a>) -> Vec<Need<'a>> {
    let owner = |planned: &Planned<'a>| planned.action.owner.as_str();
    let mut roles: Vec<&str> = plan.actions.iter().map(owner).collect();
    let rank = |id: &str| catalogue.roles().iter().position(|role| role.id == id).unwrap_or(usize::MAX);
    roles.sort_by_key(|id| (rank(id), *id));
    roles.dedup();
    let need = |role: &'a str| {
        let owned = || plan.actions.iter().filter(|planned| owner(planned) == role);
        Need {
            role,
            actions: owned().count(),
            points: owned().map(|planned| planned.points).sum(),
            from: owned().map(|planned| planned.quarter).min().unwrap_or(0),
            held: role_state(catalogue, assessment, role),
        }
    };
    roles.into_iter().map(need).collect()
}

/// The roles that know the answers to these questions, each once, in the order of the roles.
pub fn respondents<'a>(catalogue: &Catalogue, questions: impl Iterator<Item = &'a Question>) -> Vec<&'a str> {
    let mut roles: Vec<&str> = questions.map(|question| question.respondent.as_str()).collect();
    let rank = |id: &str| catalogue.roles().iter().position(|role| role.id == id).unwrap_or(usize::MAX);
    roles.sort_by_key(|id| (rank(id), *id));
    roles.dedup();
    roles
}
