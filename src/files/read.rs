//! From the text of a file to the assessment in it: every field, its type and its limits. What is
//! unknown is passed over, so that it is neither shown nor lost; every text is cleaned.

use std::collections::BTreeMap;

use super::fields::{Field, Fields, Problem, Result};
use crate::assessment::*;
use crate::questionnaire::DEFAULT_SELECTION;

/// The entries that each group of a file may have (`[answers.…]`, `[votes.…]` and so on).
pub const MAX_QUESTIONS: usize = 5_000;

/// Reads a whole assessment of the current format.
pub(super) fn assessment(root: Fields<'_>) -> Result<Assessment> {
    let organization = root.text("organization")?;
    let missing = |field: &str, example: &str| {
        Problem::at(None, format!("`{field}` is missing; add a line like {field} = {example} on top"))
    };
    let Some(questionnaires) = root.get("questionnaires") else {
        return Err(missing("questionnaires", &format!("{{ {} = \"1.0.0\" }}", DEFAULT_SELECTION[0])));
    };
    Ok(Assessment {
        organization: organization.ok_or_else(|| missing("organization", "\"Example Corp\""))?,
        respondent: root.text("respondent")?,
        questionnaires: versions(questionnaires)?,
        plan: root.get("plan").map_or(Ok(PlanSettings::default()), plan)?,
        targets: group(root, "targets", Field::text)?,
        objectives: group(root, "objectives", Field::texts)?,
        answers: without_empty(group(root, "answers", entry)?, |entry| *entry == Entry::default()),
        votes: without_empty(group(root, "votes", votes)?, Votes::is_empty),
        voices: without_empty(group(root, "voices", voices)?, Vec::is_empty),
        decisions: group(root, "decisions", decision)?,
        actions: group(root, "actions", action)?,
    })
}

fn versions(field: Field<'_>) -> Result<Vec<(String, String)>> {
    field.table()?.iter().map(|field| Ok((field.id()?, field.text()?))).collect()
}

fn group<'a, T>(
    root: Fields<'a>,
    name: &str,
    read: impl Fn(Field<'a>) -> Result<T>,
) -> Result<BTreeMap<String, T>> {
    let fields = root.children(name)?;
    if let Some(field) = fields.get(MAX_QUESTIONS) {
        let what =
            format!("`{name}` has more than {MAX_QUESTIONS} entries; this is no assessment that people made");
        return Err(Problem::at(field.at(), what));
    }
    fields.into_iter().map(|field| Ok((field.id()?, read(field)?))).collect()
}

/// An entry of which nothing is known says nothing: it is as if it were not there.
fn without_empty<T>(mut map: BTreeMap<String, T>, is_empty: impl Fn(&T) -> bool) -> BTreeMap<String, T> {
    map.retain(|_, value| !is_empty(value));
    map
}

fn plan(field: Field<'_>) -> Result<PlanSettings> {
    let table = field.table()?;
    Ok(PlanSettings {
        route: table.word("route", Route::from_id, "shortest, full")?,
        capacity: table.number("capacity", 1)?,
        start: table.date("start")?,
    })
}

fn entry(field: Field<'_>) -> Result<Entry> {
    let table = field.table()?;
    let entry = Entry {
        answer: table.text("answer")?.map(|word| Answer::from_word(&word)),
        reason: table.lines("reason")?,
        note: table.lines("note")?,
        evidence: table.texts("evidence")?,
        revision: table.number("revision", 0)?,
        answered_at: table.time("answered_at")?,
    };
    let reason = entry.reason.as_deref().unwrap_or_default();
    if entry.answer == Some(Answer::NotApplicable) && reason.trim().is_empty() {
        let at = table.get("answer").and_then(Field::at);
        return Err(Problem::at(at, "\"not-applicable\" needs a reason; add a line like reason = \"…\""));
    }
    Ok(entry)
}

fn votes(field: Field<'_>) -> Result<Votes> {
    field.table()?.iter().map(|field| Ok((field.id()?, field.number(0)?))).collect()
}

fn voices(field: Field<'_>) -> Result<Vec<Voice>> {
    field.tables()?.into_iter().map(voice).collect()
}

fn voice(table: Fields<'_>) -> Result<Voice> {
    Ok(Voice {
        by: table.text("by")?,
        answer: table.text("answer")?,
        reason: table.lines("reason")?,
        note: table.lines("note")?,
        evidence: table.texts("evidence")?,
    })
}

fn decision(field: Field<'_>) -> Result<Decision> {
    let table = field.table()?;
    let words = "median, chosen, parked";
    let how = table.word("how", How::from_id, words)?;
    let missing = || Problem::at(field.at(), format!("`how` is missing in this decision; one of: {words}"));
    Ok(Decision { how: how.ok_or_else(missing)?, reason: table.lines("reason")? })
}

fn action(field: Field<'_>) -> Result<ActionState> {
    let table = field.table()?;
    Ok(ActionState {
        state: table.word("state", State::from_id, "todo, doing, done, dropped")?.unwrap_or_default(),
        owner: table.text("owner")?,
        due: table.date("due")?,
    })
}
