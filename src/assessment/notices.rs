//! Notices: what a user should be told on opening an assessment that was made with other questionnaires than
//! those of this program. Nothing of it changes the assessment.

use std::collections::BTreeSet;

use super::confirm::{ToConfirm, to_confirm};
use super::model::Assessment;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::text::near;

/// One thing to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The assessment asks a questionnaire that is not here.
    UnknownQuestionnaire {
        id: String,
        /// Its version in the assessment.
        version: String,
    },
    /// A questionnaire has another version now.
    OtherVersion {
        id: String,
        /// The version in the assessment.
        then: String,
        /// The version here.
        now: String,
    },
    /// Questions with an answer or a note that no questionnaire of the assessment asks.
    NotAsked(Vec<String>),
    /// Names of questions that nobody knows, each with one that is asked and is like it.
    Mistyped(Vec<(String, String)>),
    /// Questions with an answer that they do not offer (any more), and that answer.
    NotOffered(Vec<(String, String)>),
    /// Questions whose answers are to be confirmed for another reason.
    ToConfirm(ToConfirm, Vec<String>),
    /// A target that its questionnaire does not have (any more).
    UnknownTarget { questionnaire: String, level: String },
}

/// The differences between an assessment and the catalogue, the most far-reaching first.
pub fn notices(assessment: &Assessment, catalogue: &Catalogue) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (id, then) in &assessment.questionnaires {
        match catalogue.questionnaire(id) {
            None => notices.push(Notice::UnknownQuestionnaire { id: id.clone(), version: then.clone() }),
            Some(now) if now.version != *then => {
                let now = now.version.clone();
                notices.push(Notice::OtherVersion { id: id.clone(), then: then.clone(), now });
            }
            Some(_) => {}
        }
    }
    let mistyped = mistyped(assessment, catalogue);
    if !mistyped.is_empty() {
        notices.push(Notice::Mistyped(mistyped));
    }
    notices.extend(unknown_targets(assessment, catalogue));
    notices.extend(about_answers(assessment, catalogue));
    notices
}

/// The notice about the questions with an answer or a note that the assessment no longer asks; `None` when
/// there are none.
pub fn no_longer_asked(catalogue: &Catalogue, assessment: &Assessment) -> Option<Notice> {
    about_answers(assessment, catalogue).find(|notice| matches!(notice, Notice::NotAsked(_)))
}

/// The questions that something is said about under a name that is none, and those that may be meant.
fn mistyped(assessment: &Assessment, catalogue: &Catalogue) -> Vec<(String, String)> {
    let Assessment { answers, votes, voices, decisions, actions, plan, .. } = assessment;
    let said = answers.keys().chain(votes.keys()).chain(voices.keys()).chain(decisions.keys());
    let said = said.chain(actions.keys()).chain(&plan.also).chain(&plan.first).chain(&plan.later);
    let unknown: BTreeSet<&String> = said.filter(|id| catalogue.question(id).is_none()).collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    let asked = assessment.asked_questions(catalogue);
    let meant = |id: &String| near(id, asked.iter().copied()).first().map(|near| (*near).to_owned());
    unknown.into_iter().filter_map(|id| Some((id.clone(), meant(id)?))).collect()
}

fn unknown_targets<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = Notice> + 'a {
    assessment.targets.iter().filter_map(|(id, level)| {
        let known = catalogue.questionnaire(id)?.levels.iter().any(|known| known.id == *level);
        (!known).then(|| Notice::UnknownTarget { questionnaire: id.clone(), level: level.clone() })
    })
}

fn about_answers(assessment: &Assessment, catalogue: &Catalogue) -> impl Iterator<Item = Notice> {
    let asked: Vec<&Questionnaire> = assessment.asked(catalogue).collect();
    let is_asked = |id: &str| asked.iter().any(|questionnaire| questionnaire.asks(id));
    let (mut not_asked, mut not_offered) = (Vec::new(), Vec::new());
    let (mut changed, mut carried_over) = (Vec::new(), Vec::new());
    for (id, entry) in &assessment.answers {
        let Some(question) = catalogue.question(id).filter(|_| is_asked(id)) else {
            not_asked.push(id.clone());
            continue;
        };
        match to_confirm(question, entry) {
            Some(ToConfirm::NotOffered) => {
                let answer = entry.answer.as_ref().map(|answer| answer.word().to_owned());
                not_offered.push((id.clone(), answer.unwrap_or_default()));
            }
            Some(ToConfirm::Changed) => changed.push(id.clone()),
            Some(ToConfirm::CarriedOver) => carried_over.push(id.clone()),
            None => {}
        }
    }
    let notices = [
        (!not_asked.is_empty()).then_some(Notice::NotAsked(not_asked)),
        (!not_offered.is_empty()).then_some(Notice::NotOffered(not_offered)),
        (!changed.is_empty()).then_some(Notice::ToConfirm(ToConfirm::Changed, changed)),
        (!carried_over.is_empty()).then_some(Notice::ToConfirm(ToConfirm::CarriedOver, carried_over)),
    ];
    notices.into_iter().flatten()
}
