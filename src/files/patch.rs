//! Puts what has changed into the tree of a file, and touches nothing else. It works on tables of facts
//! and knows no field but [`INLINE`]. New tables come after that of the question asked before them; a
//! file that is empty so far thereby gets the whole order of the format.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, TableLike, Value};

use super::order::Order;
use crate::questionnaire::Catalogue;

/// The one table of a new file that stands in a line, and whose order is a fact: that of asking.
pub(super) const INLINE: &str = "questionnaires";

type Facts = toml::Table;

/// Changes the tree from what `before` says (nothing, for a new file) to what `after` says.
pub(super) fn update(document: &mut DocumentMut, before: &Facts, after: &Facts, catalogue: &Catalogue) {
    let mut writer = Writer { order: Order::new(document, after, catalogue), root: document };
    put(writer.root, &values(before), &values(after));
    for (name, after) in after {
        let Some(after) = after.as_table() else { continue };
        let none = Facts::new();
        let before = before.get(name).and_then(toml::Value::as_table).unwrap_or(&none);
        if name == INLINE {
            writer.inline(before, after);
        } else if before.values().chain(after.values()).any(|fact| fact.is_table() || is_list_of_tables(fact))
        {
            writer.group(name, before, after);
        } else {
            writer.table(name, before, after);
        }
    }
}

/// The facts that are no tables.
fn values(facts: &Facts) -> Facts {
    facts
        .iter()
        .filter(|(_, fact)| !fact.is_table())
        .map(|(name, fact)| (name.clone(), fact.clone()))
        .collect()
}

fn is_list_of_tables(fact: &toml::Value) -> bool {
    fact.as_array().is_some_and(|list| list.iter().any(toml::Value::is_table))
}

struct Writer<'t> {
    order: Order,
    root: &'t mut Table,
}

impl Writer<'_> {
    fn inline(&mut self, before: &Facts, after: &Facts) {
        let Some(table) = self.root.get_mut(INLINE).and_then(Item::as_table_like_mut) else {
            self.root.insert(INLINE, Item::Value(value(&toml::Value::Table(after.clone()))));
            return;
        };
        put(table, before, after);
        if table.iter().map(|(id, _)| id).ne(after.keys()) {
            after.keys().for_each(|id| move_to_end(table, id));
        }
        tidy(self.root, INLINE);
    }

    /// A table of its own, such as `[plan]`.
    fn table(&mut self, name: &str, before: &Facts, after: &Facts) {
        if !self.root.contains_key(name) && !after.is_empty() {
            let place = self.order.place(self.root, name, None);
            self.root.insert(name, Item::Table(table_at(place)));
        }
        if let Some(table) = self.root.get_mut(name).and_then(Item::as_table_like_mut) {
            put(table, before, after);
        }
    }

    /// A table for each question, such as `[answers.inventory]`, or several: `[[voices.inventory]]`.
    fn group(&mut self, name: &str, before: &Facts, after: &Facts) {
        for id in self.order.changed(before, after) {
            let (before, after) = (before.get(&id), after.get(&id));
            let is_list = before.or(after).is_some_and(toml::Value::is_array);
            let place = self.make(name, &id, |place| match is_list {
                true => Item::ArrayOfTables(ArrayOfTables::new()),
                false => Item::Table(table_at(place)),
            });
            let Some(group) = self.root.get_mut(name).and_then(Item::as_table_like_mut) else { continue };
            if is_list {
                put_list(group, &id, tables(before), tables(after), place);
            } else {
                put_or_remove(group, &id, before, after);
            }
        }
    }

    /// Makes the group, and in it what belongs to a question, where they are missing; returns the place
    /// of what was made.
    fn make(&mut self, name: &str, id: &str, item: impl FnOnce(isize) -> Item) -> isize {
        if !self.root.contains_key(name) {
            let mut group = Table::new();
            group.set_implicit(true);
            self.root.insert(name, Item::Table(group));
        }
        let has = |group: &Item| group.get(id).is_some();
        if self.root.get(name).is_some_and(has) {
            return 0;
        }
        let place = self.order.place(self.root, name, Some(id));
        if let Some(group) = self.root.get_mut(name).and_then(Item::as_table_like_mut) {
            group.insert(id, item(place));
            tidy(self.root, name);
        }
        place
    }
}

fn table_at(place: isize) -> Table {
    let mut table = Table::new();
    table.set_position(Some(place));
    table
}

/// Puts the facts on a question, and removes its table when nothing is left in it.
fn put_or_remove(
    group: &mut dyn TableLike,
    id: &str,
    before: Option<&toml::Value>,
    after: Option<&toml::Value>,
) {
    let facts =
        |fact: Option<&toml::Value>| fact.and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let Some(table) = group.get_mut(id).and_then(Item::as_table_like_mut) else { return };
    put(table, &facts(before), &facts(after));
    // Its comments and its place are those of whoever wrote them.
    let is_empty = table.is_empty();
    if is_empty && !group.get(id).and_then(Item::as_table).is_some_and(has_comment) {
        group.remove(id);
    }
}

/// The tables of a list.
fn tables(list: Option<&toml::Value>) -> Vec<Facts> {
    let list = list.and_then(toml::Value::as_array).into_iter().flatten();
    list.filter_map(toml::Value::as_table).cloned().collect()
}

/// One table for each element; those that were there keep what else stands in them.
fn put_list(group: &mut dyn TableLike, id: &str, before: Vec<Facts>, after: Vec<Facts>, place: isize) {
    match group.get_mut(id) {
        _ if after.is_empty() => drop(group.remove(id)),
        Some(Item::ArrayOfTables(tables)) => {
            while tables.len() > after.len() {
                tables.remove(tables.len() - 1);
            }
            let place = tables.iter().filter_map(Table::position).max().unwrap_or(place);
            for (i, after) in after.iter().enumerate() {
                if tables.get(i).is_none() {
                    tables.push(table_at(place));
                }
                if let Some(table) = tables.get_mut(i) {
                    put(table, before.get(i).unwrap_or(&Facts::new()), after);
                }
            }
        }
        Some(Item::Value(list)) => *list = after.into_iter().map(|facts| value(&facts.into())).collect(),
        _ => {}
    }
}

/// Puts the facts that differ into a table.
fn put(table: &mut dyn TableLike, before: &Facts, after: &Facts) {
    before.keys().filter(|field| !after.contains_key(*field)).for_each(|field| remove(table, field));
    for (i, (field, fact)) in after.iter().enumerate() {
        if before.get(field) != Some(fact) {
            let later: Vec<&String> = after.keys().skip(i + 1).collect();
            set(table, field, value(fact), &later);
        }
    }
}

/// A fact as it is written: text of several lines on lines of its own, for the sake of diffs.
fn value(fact: &toml::Value) -> Value {
    match fact {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(truth) => (*truth).into(),
        toml::Value::Datetime(moment) => (*moment).into(),
        toml::Value::Array(list) => list.iter().map(value).collect(),
        toml::Value::Table(facts) => facts.iter().map(|(name, fact)| (name, value(fact))).collect(),
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
fn set(table: &mut dyn TableLike, field: &str, value: Value, later: &[&String]) {
    match (table.get_mut(field).and_then(Item::as_value_mut), value) {
        (Some(Value::Array(old)), Value::Array(new)) => set_array(old, &new),
        (Some(old), mut new) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        (None, new) => {
            let is_later = |key: &str| later.iter().any(|field| *field == key);
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
