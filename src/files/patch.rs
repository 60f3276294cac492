//! Puts what has changed into the tree of a file, and touches nothing else. It works on tables of facts
//! and knows no field but [`INLINE`]. New tables come after that of the question asked before them; a
//! file that is empty so far thereby gets the whole order of the format.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, RawString, Table, TableLike, Value};

use super::order::Order;
use crate::questionnaire::Catalogue;

/// The one table of a new file that stands in a line, and whose order is a fact: that of asking.
pub(super) const INLINE: &str = "questionnaires";

type Facts = toml::Table;

/// Changes the tree from what `before` says (nothing, for a new file) to what `after` says.
pub(super) fn update(document: &mut DocumentMut, before: &Facts, after: &Facts, catalogue: &Catalogue) {
    let order = Order::new(document, after, catalogue);
    Patch { order }.put(None, document.as_table_mut(), before, after);
}

struct Patch<'c> {
    order: Order<'c>,
}

impl Patch<'_> {
    /// Puts the facts that differ into a table: that of a group, that of a question in it, or the whole
    /// file.
    fn put(&self, group: Option<&str>, table: &mut dyn TableLike, before: &Facts, after: &Facts) {
        for (name, fact) in before.iter().filter(|(name, _)| !after.contains_key(*name)) {
            match fact {
                toml::Value::Table(facts) => self.put_table(group, table, name, facts, &Facts::new()),
                _ => remove(table, name),
            }
        }
        for (i, (name, fact)) in after.iter().enumerate() {
            let old = before.get(name);
            match fact {
                toml::Value::Table(facts) => {
                    let none = Facts::new();
                    self.put_table(
                        group,
                        table,
                        name,
                        old.and_then(toml::Value::as_table).unwrap_or(&none),
                        facts,
                    );
                }
                _ if old == Some(fact) => {}
                toml::Value::Array(list) if is_list_of_tables(fact) => {
                    let old = old.and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
                    self.put_list(group, table, name, old, list);
                }
                _ => {
                    let later: Vec<&String> = after.keys().skip(i + 1).collect();
                    set(table, name, value(fact), &later);
                }
            }
        }
    }

    /// Puts the facts that differ into a table within another one. That of a question goes where nothing
    /// is left in it.
    fn put_table(
        &self,
        group: Option<&str>,
        parent: &mut dyn TableLike,
        name: &str,
        before: &Facts,
        after: &Facts,
    ) {
        if !parent.contains_key(name) && (!after.is_empty() || name == INLINE) {
            parent.insert(name, self.new_table(group, name, after));
        }
        let Some(item) = parent.get_mut(name) else { return };
        let Some(table) = item.as_table_like_mut() else { return };
        self.put(group.or(Some(name)), table, before, after);
        if name == INLINE && table.iter().map(|(id, _)| id).ne(after.keys()) {
            after.keys().for_each(|id| move_to_end(table, id));
        }
        let is_empty = table.is_empty();
        if let Some(table) = item.as_inline_table_mut() {
            tidy(table);
        }
        // Its comments and its place are those of whoever wrote them.
        if is_empty && group.is_some() && !item.as_table().is_some_and(has_comment) {
            parent.remove(name);
        }
    }

    fn new_table(&self, group: Option<&str>, name: &str, facts: &Facts) -> Item {
        if name == INLINE {
            return Item::Value(InlineTable::new().into());
        }
        let mut table = Table::new();
        if group.is_none() && facts.values().any(|fact| fact.is_table() || is_list_of_tables(fact)) {
            table.set_implicit(true);
        } else {
            table.set_position(Some(self.order.place(group, name)));
        }
        Item::Table(table)
    }

    /// One table for each element of a list; those that were there keep what else stands in them.
    fn put_list(
        &self,
        group: Option<&str>,
        parent: &mut dyn TableLike,
        name: &str,
        before: &[toml::Value],
        after: &[toml::Value],
    ) {
        if !parent.contains_key(name) {
            parent.insert(name, Item::ArrayOfTables(ArrayOfTables::new()));
        }
        match parent.get_mut(name) {
            Some(Item::ArrayOfTables(tables)) => {
                while tables.len() > after.len() {
                    tables.remove(tables.len() - 1);
                }
                let last = tables.iter().filter_map(Table::position).max();
                let place = last.unwrap_or_else(|| self.order.place(group, name));
                let none = Facts::new();
                for (i, facts) in after.iter().filter_map(toml::Value::as_table).enumerate() {
                    if tables.get(i).is_none() {
                        let mut table = Table::new();
                        table.set_position(Some(place));
                        tables.push(table);
                    }
                    let old = before.get(i).and_then(toml::Value::as_table).unwrap_or(&none);
                    if let Some(table) = tables.get_mut(i) {
                        self.put(group, table, old, facts);
                    }
                }
            }
            Some(Item::Value(list)) => *list = after.iter().map(value).collect(),
            _ => {}
        }
    }
}

fn is_list_of_tables(fact: &toml::Value) -> bool {
    fact.as_array().is_some_and(|list| list.iter().any(toml::Value::is_table))
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

/// Tells whether a comment stands above a table, or behind its name.
fn has_comment(table: &Table) -> bool {
    let decor = table.decor();
    [decor.prefix(), decor.suffix()]
        .into_iter()
        .flatten()
        .any(|text| text.as_str().is_some_and(|text| text.contains('#')))
}

/// Removes a field; the comments above it, in it and behind it go to the next field, or below the one before.
fn remove(table: &mut dyn TableLike, field: &str) {
    let comment = |table: &dyn TableLike, field: &str| {
        table.key(field).and_then(|key| Some(key.leaf_decor().prefix()?.as_str()?.to_owned()))
    };
    let above = comment(table, field).filter(|above| above.contains('#')).unwrap_or_default();
    let own = table.get(field).and_then(Item::as_value).map(comments).unwrap_or_default();
    let next = table.iter().map(|(key, _)| key.to_owned()).skip_while(|key| key != field).nth(1);
    table.remove(field);
    let kept = above + &own;
    if kept.is_empty() {
        return;
    }
    if let Some(next) = next {
        let all = kept + &comment(table, &next).unwrap_or_default();
        if let Some(mut key) = table.key_mut(&next) {
            key.leaf_decor_mut().set_prefix(all);
        }
    } else if let Some(value) = table.iter_mut().last().and_then(|(_, item)| item.as_value_mut()) {
        let behind = value.decor().suffix().and_then(RawString::as_str).unwrap_or_default();
        let all = format!("{behind}\n{}", kept.trim_end());
        value.decor_mut().set_suffix(all);
    }
}

/// The comments within a value and around it, each on a line of its own.
fn comments(value: &Value) -> String {
    let around = |value: &Value| {
        let decor = value.decor();
        let texts = [decor.prefix(), decor.suffix()].into_iter().flatten();
        texts.filter_map(RawString::as_str).collect::<Vec<_>>().join("\n")
    };
    let list = value.as_array();
    let within = list.into_iter().flatten().map(around);
    let behind = list.and_then(|list| list.trailing().as_str().map(str::to_owned));
    let all: Vec<String> = within.chain(behind).chain([around(value)]).collect();
    let lines = all.iter().flat_map(|text| text.lines()).map(str::trim);
    lines.filter(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect()
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
fn tidy(table: &mut InlineTable) {
    let last = table.len().saturating_sub(1);
    for (_, value) in table.iter_mut().take(last) {
        if value.decor().suffix().and_then(RawString::as_str).is_some_and(|suffix| suffix.trim().is_empty()) {
            value.decor_mut().set_suffix("");
        }
    }
}

/// Sets the elements of an array; those that stay keep what stands around them, and what is new stands
/// on lines of its own if they do. The comments of those that go stand at its end.
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
            (None, _) => old.push(value.clone()),
        }
    }
    let gone: String = before.iter().map(comments).collect();
    if !gone.is_empty() {
        let indent = prefix.as_deref().unwrap_or("\n");
        let behind = old.trailing().as_str().unwrap_or_default().trim_end().to_owned();
        let lines: String = gone.lines().map(|comment| format!("{indent}{comment}")).collect();
        old.set_trailing(format!("{behind}{lines}\n"));
    }
}
