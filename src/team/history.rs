//! Several assessments of one organisation, one after the other.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{Score, score_one};

/// The results of one organisation over time.
#[derive(Debug, Clone, PartialEq)]
pub struct History<'a> {
    /// The assessments, in the order in which they were given.
    pub moments: Vec<Moment<'a>>,
    /// Every questionnaire that any of them asks and that is here, in the order of asking.
    pub series: Vec<Series<'a>>,
}

/// One of the assessments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment<'a> {
    /// Its name, for instance the name of its file.
    pub label: &'a str,
    pub assessment: &'a Assessment,
    /// The day of its newest answer (UTC), where any says its time.
    pub answered: Option<Date>,
}

/// The results of one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<'a> {
    pub questionnaire: &'a Questionnaire,
    /// A result for each moment; `None` where it was not asked.
    pub scores: Vec<Option<Score<'a>>>,
}

/// The time at which the newest answer of an assessment was given.
pub fn answered_at(assessment: &Assessment) -> Option<Timestamp> {
    assessment.answers.values().filter_map(|entry| entry.answered_at).max()
}

/// The day of the newest answer of an assessment (UTC).
pub fn answered_on(assessment: &Assessment) -> Option<Date> {
    Some(answered_at(assessment)?.to_zoned(TimeZone::UTC).date())
}

/// Two assessments, the earlier one first, by the times of their newest answers; where these do not say
/// (see [`is_order_known`]), `other` is the earlier one.
pub fn sort_by_time(this: Assessment, other: Assessment) -> (Assessment, Assessment) {
    let later = is_order_known(&this, &other) && answered_at(&other) > answered_at(&this);
    if later { (this, other) } else { (other, this) }
}

/// True when the times of their newest answers tell which of two assessments is the earlier one.
pub fn is_order_known(this: &Assessment, other: &Assessment) -> bool {
    let (this, other) = (answered_at(this), answered_at(other));
    this.is_some() && other.is_some() && this != other
}

/// True when two assessments have the same name, respondent and day: only their files tell them apart.
pub fn look_alike(this: &Assessment, other: &Assessment) -> bool {
    let name = |one: &Assessment| (one.organization.clone(), one.respondent.clone(), answered_on(one));
    name(this) == name(other)
}

/// The newest of these assessments that is of the same organisation as this one and earlier than it.
pub fn earlier_of<'a>(
    this: &Assessment,
    others: impl Iterator<Item = &'a Assessment>,
) -> Option<&'a Assessment> {
    let answered = answered_at(this)?;
    others
        .filter(|other| other.organization.trim() == this.organization.trim())
        .filter(|other| answered_at(other).is_some_and(|earlier| earlier < answered))
        .max_by_key(|other| answered_at(other))
}

/// The history of these assessments, each with its label.
pub fn history<'a>(assessments: &[(&'a str, &'a Assessment)], catalogue: &'a Catalogue) -> History<'a> {
    let moment = |(label, assessment): &(&'a str, &'a Assessment)| Moment {
        label,
        assessment,
        answered: answered_on(assessment),
    };
    let mut questionnaires: Vec<&'a Questionnaire> = Vec::new();
    for (id, _) in assessments.iter().flat_map(|(_, assessment)| &assessment.questionnaires) {
        let known = questionnaires.iter().any(|known| known.id == *id);
        questionnaires.extend(catalogue.questionnaire(id).filter(|_| !known));
    }
    let series = |questionnaire: &'a Questionnaire| Series {
        questionnaire,
        scores: assessments
            .iter()
            .map(|(_, assessment)| {
                let asked = assessment.asks(&questionnaire.id);
                asked.then(|| score_one(catalogue, questionnaire, assessment))
            })
            .collect(),
    };
    History {
        moments: assessments.iter().map(moment).collect(),
        series: questionnaires.into_iter().map(series).collect(),
    }
}
