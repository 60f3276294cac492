//! Sentences on opening an assessment that was made with other questionnaires than those at hand.

use std::fmt::{self, Display, Formatter};

use super::answers::{TO_CONFIRM, not_confirmed};
use crate::assessment::{Notice, ToConfirm};

/// The names that a notice lists before it counts the rest.
const LISTED: usize = 10;

impl Display for Notice {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Notice::UnknownQuestionnaire { id, version } => write!(
                f,
                "The questionnaire {id} ({version}) is not here: its answers are kept and not scored. Put its file into your questionnaires."
            ),
            Notice::OtherVersion { id, then, now } => {
                write!(f, "The questionnaire {id} was {then} when this was answered, and is {now} now.")
            }
            Notice::NotAsked(ids) => {
                write!(f, "No longer asked, kept and not scored ({}): {}.", ids.len(), listed(ids))
            }
            Notice::Mistyped(pairs) => {
                let pairs: Vec<String> =
                    pairs.iter().map(|(id, near)| format!("{id} (did you mean {near}?)")).collect();
                write!(f, "No question has this name, and nothing of it counts: {}.", listed(&pairs))
            }
            Notice::NotOffered(pairs) => {
                let pairs: Vec<String> =
                    pairs.iter().map(|(id, option)| format!("{id} ({option})")).collect();
                write!(f, "Answers no longer offered, {TO_CONFIRM} ({}): {}.", pairs.len(), listed(&pairs))
            }
            Notice::ToConfirm(ToConfirm::CarriedOver, ids) => {
                write!(f, "{}.", not_confirmed(ids.len()).unwrap_or_default())
            }
            Notice::ToConfirm(why, ids) => {
                let why = match why {
                    ToConfirm::CarriedOver => "Answers of the assessment before",
                    ToConfirm::Changed => "Answers whose question has changed since",
                    ToConfirm::NotOffered => "Answers no longer offered",
                };
                write!(f, "{why}, {TO_CONFIRM} ({}): {}.", ids.len(), listed(ids))
            }
            Notice::UnknownTarget { questionnaire, level } => {
                write!(f, "The target {level} is no level of {questionnaire}: choose another.")
            }
        }
    }
}

fn listed(names: &[String]) -> String {
    let mut list = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > LISTED {
        list += &format!(", and {} more", names.len() - LISTED);
    }
    list
}
