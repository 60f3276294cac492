//! What an assessment says, as fields of its file: which there are, in which order, and how each is
//! written. It does not know where in a file they go: that is for `write`.

use std::collections::BTreeMap;

use toml_edit::{Array, Datetime, Value};

use super::migrate::FORMAT;
use crate::assessment::*;
use crate::text::{clean, clean_lines};

/// The reason that is written where a "not applicable" came without one, which no file may lack.
const NO_REASON: &str = "not given";

/// Fields with their values, in the order of the file.
#[derive(Default)]
pub(super) struct Facts(pub Vec<(String, Value)>);

impl Facts {
    fn with(mut self, field: &str, value: impl Into<Option<Value>>) -> Facts {
        self.0.extend(value.into().map(|value| (field.to_owned(), value)));
        self
    }

    /// The value of a field, as it is written.
    pub(super) fn written(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, value)| value.to_string())
    }
}

pub(super) fn root(assessment: &Assessment) -> Facts {
    Facts::default()
        .with("format", Value::from(FORMAT))
        .with("organization", text(&assessment.organization))
        .with("respondent", assessment.respondent.as_deref().map(text))
}

pub(super) fn versions(assessment: &Assessment) -> Facts {
    Facts(assessment.questionnaires.iter().map(|(id, version)| (id.clone(), text(version))).collect())
}

pub(super) fn plan(assessment: &Assessment) -> Facts {
    let plan = &assessment.plan;
    Facts::default()
        .with("route", plan.route.map(|route| text(route.id())))
        .with("capacity", plan.capacity.map(number))
        .with("start", plan.start.and_then(|date| datetime(&date)))
}

pub(super) fn targets(targets: &BTreeMap<String, String>) -> Facts {
    Facts(targets.iter().map(|(id, level)| (id.clone(), text(level))).collect())
}

pub(super) fn objectives(objectives: &BTreeMap<String, Vec<String>>) -> Facts {
    Facts(objectives.iter().map(|(id, chosen)| (id.clone(), texts(chosen))).collect())
}

pub(super) fn entry(entry: &Entry) -> Facts {
    let said = |reason: &&str| entry.answer != Some(Answer::NotApplicable) || !reason.trim().is_empty();
    let reason = entry.reason.as_deref().filter(said);
    let reason = reason.or((entry.answer == Some(Answer::NotApplicable)).then_some(NO_REASON));
    Facts::default()
        .with("answer", entry.answer.as_ref().map(|answer| text(answer.word())))
        .with("reason", reason.map(lines))
        .with("note", entry.note.as_deref().map(lines))
        .with("evidence", some_texts(&entry.evidence))
        .with("revision", entry.revision.map(number))
        .with("answered_at", entry.answered_at.and_then(|time| datetime(&time)))
}

pub(super) fn votes(votes: &Votes) -> Facts {
    Facts(votes.iter().map(|(word, count)| (word.clone(), number(*count))).collect())
}

pub(super) fn voice(voice: &Voice) -> Facts {
    Facts::default()
        .with("by", voice.by.as_deref().map(text))
        .with("answer", voice.answer.as_deref().map(text))
        .with("reason", voice.reason.as_deref().map(lines))
        .with("note", voice.note.as_deref().map(lines))
        .with("evidence", some_texts(&voice.evidence))
}

pub(super) fn decision(decision: &Decision) -> Facts {
    Facts::default()
        .with("how", text(decision.how.id()))
        .with("reason", decision.reason.as_deref().map(lines))
}

pub(super) fn action(action: &ActionState) -> Facts {
    Facts::default()
        .with("state", text(action.state.id()))
        .with("owner", action.owner.as_deref().map(text))
        .with("due", action.due.and_then(|date| datetime(&date)))
}

fn text(text: &str) -> Value {
    Value::from(clean(text).as_ref())
}

/// Text that may have several lines: each stands on its own line of the file, for the sake of diffs.
fn lines(text: &str) -> Value {
    Value::from(clean_lines(text).as_ref())
}

fn texts(texts: &[String]) -> Value {
    Value::from(texts.iter().map(|text| clean(text).into_owned()).collect::<Array>())
}

fn some_texts(list: &[String]) -> Option<Value> {
    (!list.is_empty()).then(|| texts(list))
}

fn number(number: u32) -> Value {
    Value::from(i64::from(number))
}

/// A date or time; `None` for a year that TOML cannot write (before 0).
fn datetime(date: &impl ToString) -> Option<Value> {
    date.to_string().parse::<Datetime>().ok().map(Value::from)
}
