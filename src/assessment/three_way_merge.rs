//! Two changes of one file put together: what this program changed, and what somebody else changed on
//! disk meanwhile. Pure, and it knows the format only by its tables of facts. It merges two states of
//! the same assessment; putting together what several people said is another matter.

use std::collections::{HashMap, HashSet};

use toml::{Table, Value};

use super::model::Assessment;

/// A fact, by the names that lead to it in the file: `answers`, `inventory`, `note`. The answer itself
/// is `answers`, `inventory`.
pub type Fact = Vec<String>;

/// A fact that both sides changed, each in another way.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub fact: Fact,
    /// The value here; `None` for nothing.
    pub mine: Option<Value>,
    /// The value in the file; `None` for nothing.
    pub theirs: Option<Value>,
}

/// The table whose order is a part of what it says.
const ORDERED: &str = "questionnaires";

/// The table whose entries are several facts: each of [`APART`], and the answer with all that is left.
const DIVIDED: &str = "answers";
const APART: [&str; 2] = ["note", "evidence"];

/// When a question was answered is no fact of its own: it comes with the answer.
const TIME: &str = "answered_at";

/// The assessment with the changes of both sides since `base`. A fact that one side alone changed is as
/// that side has it. One that both changed differently is a conflict: it is as `mine` has it, or as
/// `theirs` has it where `take_theirs` says so.
pub fn merge_changes(
    base: &Assessment,
    mine: &Assessment,
    theirs: &Assessment,
    take_theirs: impl Fn(&Fact) -> bool,
) -> (Assessment, Vec<Conflict>) {
    let [base, ours, theirs] = [base, mine, theirs].map(facts);
    let (mut merged, mut conflicts, mut seen) = (Table::new(), Vec::new(), HashSet::new());
    let sides = [&base, &ours, &theirs].map(|side| side.iter().cloned().collect::<HashMap<Fact, Value>>());
    for (fact, _) in ours.iter().chain(&theirs).chain(&base).filter(|(fact, _)| seen.insert(fact)) {
        let [base, mine, theirs] = sides.each_ref().map(|side| side.get(fact));
        let is_conflict = !same(mine, base) && !same(theirs, base) && !same(mine, theirs);
        let is_theirs = if is_conflict { take_theirs(fact) } else { same(mine, base) && !same(theirs, base) };
        if is_conflict {
            let (mine, theirs) = (mine.cloned(), theirs.cloned());
            conflicts.push(Conflict { fact: fact.clone(), mine, theirs });
        }
        if let Some(value) = if is_theirs { theirs } else { mine } {
            put(&mut merged, fact, value.clone());
        }
    }
    // Facts of assessments are an assessment.
    let merged = merged.try_into().unwrap_or_else(|_| mine.clone());
    (merged.without_empty_entries(), conflicts)
}

/// Each fact of an assessment for itself, in the order of the file.
fn facts(assessment: &Assessment) -> Vec<(Fact, Value)> {
    let mut facts = Vec::new();
    for (name, value) in assessment.facts() {
        let Value::Table(entries) = value else {
            facts.push((vec![name], value));
            continue;
        };
        if name == ORDERED {
            facts.push((vec![name], Value::Table(entries)));
            continue;
        }
        for (id, value) in entries {
            match value {
                Value::Table(mut entry) if name == DIVIDED => {
                    let apart = APART.map(|field| (field, entry.remove(field)));
                    facts.push((vec![name.clone(), id.clone()], Value::Table(entry)));
                    facts.extend(apart.into_iter().filter_map(|(field, value)| {
                        Some((vec![name.clone(), id.clone(), field.to_owned()], value?))
                    }));
                }
                value => facts.push((vec![name.clone(), id], value)),
            }
        }
    }
    facts
}

/// Tells whether two sides say the same; an empty table says nothing.
fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    fn parts(value: Option<&Value>) -> Vec<(&str, &Value)> {
        match value {
            Some(Value::Table(facts)) => facts
                .iter()
                .map(|(name, fact)| (name.as_str(), fact))
                .filter(|(name, _)| *name != TIME)
                .collect(),
            value => value.map(|value| ("", value)).into_iter().collect(),
        }
    }
    parts(one) == parts(other)
}

/// Puts a fact back into its place; a table comes to what is in its place already.
fn put(table: &mut Table, fact: &[String], value: Value) {
    let Some((name, names)) = fact.split_last() else { return };
    let place = names.iter().try_fold(table, |table, name| {
        table.entry(name.clone()).or_insert_with(|| Table::new().into()).as_table_mut()
    });
    let Some(place) = place else { return };
    match (place.get_mut(name).and_then(Value::as_table_mut), value) {
        (Some(there), Value::Table(facts)) => there.extend(facts),
        (_, value) => drop(place.insert(name.clone(), value)),
    }
}
