//! Puts what has changed into the tree of a file, and touches nothing else. New tables come after
//! that of the question asked before them; a file that is empty so far thereby gets the whole order
//! of the format's description.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, TableLike, Value};

use super::facts::{self, Facts};
use super::order::Order;
use crate::assessment::*;
use crate::questionnaire::Catalogue;

/// The tables of a file in their order.
pub(super) const GROUPS: [&str; 8] =
    ["plan", "targets", "objectives", "answers", "votes", "voices", "decisions", "actions"];

/// Changes the tree from what `before` says (nothing, for a new file) to what `after` says.
pub(super) fn update(
    document: &mut DocumentMut,
    before: Option<&Assessment>,
    after: &Assessment,
    catalogue: &Catalogue,
) {
    let mut writer = Writer { order: Order::new(document, after, catalogue), root: document };
    let none = Assessment::default();
    let old = before.unwrap_or(&none);

    put(writer.root, &before.map(facts::root).unwrap_or_default(), facts::root(after));
    writer.versions(&facts::versions(old), facts::versions(after));
    writer.table("plan", &facts::plan(old), facts::plan(after));
    writer.table("targets", &facts::targets(&old.targets), facts::targets(&after.targets));
    writer.table("objectives", &facts::objectives(&old.objectives), facts::objectives(&after.objectives));
    writer.group("answers", &old.answers, &after.answers, facts::entry);
    writer.group("votes", &old.votes, &after.votes, facts::votes);
    writer.voices(&old.voices, &after.voices);
    writer.group("decisions", &old.decisions, &after.decisions, facts::decision);
    writer.group("actions", &old.actions, &after.actions, facts::action);
}

struct Writer<'t> {
    order: Order,
    root: &'t mut Table,
}

impl Writer<'_> {
    /// The questionnaires: their order is that of asking, so it is a fact too.
    fn versions(&mut self, before: &Facts, after: Facts) {
        const FIELD: &str = "questionnaires";
        let order: Vec<String> = after.0.iter().map(|(id, _)| id.clone()).collect();
        let Some(table) = self.root.get_mut(FIELD).and_then(Item::as_table_like_mut) else {
            let versions = after.0.into_iter().collect();
            self.root.insert(FIELD, Item::Value(Value::InlineTable(versions)));
            return;
        };
        put(table, before, after);
        if table.iter().map(|(id, _)| id).ne(order.iter().map(String::as_str)) {
            order.iter().for_each(|id| move_to_end(table, id));
        }
        tidy(self.root, FIELD);
    }

    /// A table of its own, such as `[plan]`.
    fn table(&mut self, name: &str, before: &Facts, after: Facts) {
        if !self.root.contains_key(name) && !after.0.is_empty() {
            let mut table = Table::new();
            table.set_position(Some(self.order.place(self.root, name, None)));
            self.root.insert(name, Item::Table(table));
        }
        if let Some(table) = self.root.get_mut(name).and_then(Item::as_table_like_mut) {
            put(table, before, after);
        }
    }

    /// A table for each question, such as `[answers.inventory]`.
    fn group<T: PartialEq>(
        &mut self,
        name: &str,
        before: &BTreeMap<String, T>,
        after: &BTreeMap<String, T>,
        facts: fn(&T) -> Facts,
    ) {
        for id in self.order.changed(before, after) {
            let old = before.get(&id).map(facts).unwrap_or_default();
            let new = after.get(&id).map(facts).unwrap_or_default();
            self.make(name, &id, |position| {
                let mut table = Table::new();
                table.set_position(Some(position));
                Item::Table(table)
            });
            let Some(group) = self.root.get_mut(name).and_then(Item::as_table_like_mut) else { continue };
            let Some(table) = group.get_mut(&id).and_then(Item::as_table_like_mut) else { continue };
            put(table, &old, new);
            // Its comments and its place are those of whoever wrote them.
            let is_commented = group.get(&id).and_then(Item::as_table).is_some_and(has_comment);
            if group.get(&id).and_then(Item::as_table_like).is_some_and(TableLike::is_empty) && !is_commented
            {
                group.remove(&id);
            }
        }
    }

    /// The voices on each question: `[[voices.inventory]]`.
    fn voices(&mut self, before: &BTreeMap<String, Vec<Voice>>, after: &BTreeMap<String, Vec<Voice>>) {
        const GROUP: &str = "voices";
        let facts = |map: &BTreeMap<String, Vec<Voice>>, id: &str| -> Vec<Facts> {
            map.get(id).into_iter().flatten().map(facts::voice).collect()
        };
        for id in self.order.changed(before, after) {
            let (old, new) = (facts(before, &id), facts(after, &id));
            let mut position = 0;
            self.make(GROUP, &id, |place| {
                position = place;
                Item::ArrayOfTables(ArrayOfTables::new())
            });
            let Some(group) = self.root.get_mut(GROUP).and_then(Item::as_table_like_mut) else { continue };
            match group.get_mut(&id) {
                _ if new.is_empty() => drop(group.remove(&id)),
                Some(Item::ArrayOfTables(tables)) => put_voices(tables, &old, new, position),
                Some(Item::Value(list)) => {
                    *list = new.into_iter().map(|voice| voice.0.into_iter().collect::<Value>()).collect()
                }
                _ => {}
            }
        }
    }

    /// Makes the group, and in it what belongs to a question, where they are missing.
    fn make(&mut self, name: &str, id: &str, item: impl FnOnce(isize) -> Item) {
        if !self.root.contains_key(name) {
            let mut group = Table::new();
            group.set_implicit(true);
            self.root.insert(name, Item::Table(group));
        }
        let has = |group: &Item| group.get(id).is_some();
        if self.root.get(name).is_some_and(has) {
            return;
        }
        let position = self.order.place(self.root, name, Some(id));
        if let Some(group) = self.root.get_mut(name).and_then(Item::as_table_like_mut) {
            group.insert(id, item(position));
            tidy(self.root, name);
        }
    }
}

/// One table for each voice; those that were there keep what else stands in them.
fn put_voices(tables: &mut ArrayOfTables, old: &[Facts], new: Vec<Facts>, position: isize) {
    while tables.len() > new.len() {
        tables.remove(tables.len() - 1);
    }
    let position = tables.iter().filter_map(Table::position).max().unwrap_or(position);
    for (i, voice) in new.into_iter().enumerate() {
        if tables.get(i).is_none() {
            let mut table = Table::new();
            table.set_position(Some(position));
            tables.push(table);
        }
        if let Some(table) = tables.get_mut(i) {
            put(table, old.get(i).unwrap_or(&Facts::default()), voice);
        }
    }
}

/// Puts the facts that differ into a table.
fn put(table: &mut dyn TableLike, before: &Facts, after: Facts) {
    for (field, _) in &before.0 {
        if after.written(field).is_none() {
            remove(table, field);
        }
    }
    let fields: Vec<String> = after.0.iter().map(|(field, _)| field.clone()).collect();
    for (i, (field, value)) in after.0.into_iter().enumerate() {
        if before.written(&field).is_none_or(|before| before != value.to_string()) {
            set(table, &field, value, fields.get(i + 1..).unwrap_or_default());
        }
    }
}

/// Whether a comment stands above a table, or behind its name.
fn has_comment(table: &Table) -> bool {
    let decor = table.decor();
    [decor.prefix(), decor.suffix()]
        .into_iter()
        .flatten()
        .any(|text| text.as_str().is_some_and(|text| text.contains('#')))
}

/// Removes a field; a comment above it goes to the next field, or below the one before.
fn remove(table: &mut dyn TableLike, field: &str) {
    let comment = |table: &dyn TableLike, field: &str| {
        table.key(field).and_then(|key| Some(key.leaf_decor().prefix()?.as_str()?.to_owned()))
    };
    let above = comment(table, field).filter(|above| above.contains('#'));
    let next = table.iter().map(|(key, _)| key.to_owned()).skip_while(|key| key != field).nth(1);
    table.remove(field);
    let Some(above) = above else { return };
    if let Some(next) = next {
        let all = above + &comment(table, &next).unwrap_or_default();
        if let Some(mut key) = table.key_mut(&next) {
            key.leaf_decor_mut().set_prefix(all);
        }
    } else if let Some(value) = table.iter_mut().last().and_then(|(_, item)| item.as_value_mut()) {
        let behind = value.decor().suffix().and_then(RawString::as_str).unwrap_or_default();
        let all = format!("{behind}\n{}", above.trim_end());
        value.decor_mut().set_suffix(all);
    }
}

/// Sets a field; the comment on its line stays. A new one goes before the first of the `later` ones.
fn set(table: &mut dyn TableLike, field: &str, value: Value, later: &[String]) {
    match (table.get_mut(field).and_then(Item::as_value_mut), value) {
        (Some(Value::Array(old)), Value::Array(new)) => set_array(old, &new),
        (Some(old), mut new) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        (None, new) => {
            let is_later = |key: &str| later.iter().any(|field| field == key);
            let behind = table.iter().map(|(key, _)| key).skip_while(|key| !is_later(key));
            let behind: Vec<String> = behind.map(str::to_owned).collect();
            table.insert(field, Item::Value(new));
            behind.iter().for_each(|key| move_to_end(table, key));
        }
    }
}

fn move_to_end(table: &mut dyn TableLike, field: &str) {
    let key = table.key(field).cloned();
    if let (Some(key), Some(item)) = (key, table.remove(field)) {
        table.entry_format(&key).or_insert(item);
    }
}

/// Takes the blanks before the commas of an inline table away, which were those before its end.
fn tidy(root: &mut Table, field: &str) {
    let Some(table) = root.get_mut(field).and_then(Item::as_inline_table_mut) else { return };
    let last = table.len().saturating_sub(1);
    for (_, value) in table.iter_mut().take(last) {
        if value.decor().suffix().and_then(RawString::as_str).is_some_and(|suffix| suffix.trim().is_empty()) {
            value.decor_mut().set_suffix("");
        }
    }
}

/// Sets the elements of an array; those that stay keep what stands around them, and what is new stands
/// on lines of its own if they do.
fn set_array(old: &mut Array, new: &Array) {
    let line = old.iter().last().and_then(|value| value.decor().prefix()?.as_str()?.rsplit_once('\n'));
    let prefix = line.map(|(_, indent)| format!("\n{indent}"));
    let same = |(old, new): &(&Value, &Value)| old.as_str() == new.as_str();
    let same = old.iter().zip(new.iter()).take_while(same).count();
    let mut before: Vec<Value> = old.iter().skip(same).cloned().collect();
    while old.len() > same {
        old.remove(old.len() - 1);
    }
    for value in new.iter().skip(same) {
        let known = before.iter().position(|known| known.as_str() == value.as_str());
        let known = known.map(|position| before.remove(position));
        match (&prefix, known) {
            (Some(_), Some(known)) => old.push_formatted(known),
            (Some(prefix), None) => old.push_formatted(value.clone().decorated(prefix, "")),
            (None, known) => old.push(known.unwrap_or_else(|| value.clone())),
        }
    }
}
