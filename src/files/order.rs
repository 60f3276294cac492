//! Where a new table goes in a file: after that of the question asked before it, and otherwise at the
//! end of the last group before its own.
//!
//! The TOML library prints tables by a number each has. The numbers of a file are spread to multiples
//! of [`STRIDE`], so that new tables fit in between; among themselves they keep the order in which
//! they are made.

use std::collections::{BTreeSet, HashMap};

use toml_edit::{Item, Table};

use super::patch::INLINE;
use crate::questionnaire::Catalogue;

/// More than the new tables of any file.
const STRIDE: isize = 1 << 20;

pub(super) struct Order {
    /// The names of all tables, in the order of a new file.
    tables: Vec<String>,
    /// Every question that the catalogue knows: first those of the assessment in the order of asking.
    questions: Vec<String>,
    ranks: HashMap<String, usize>,
    /// How many tables were placed.
    placed: isize,
}

impl Order {
    /// The order for what a file is to say, and room between the tables that are there.
    pub(super) fn new(root: &mut Table, facts: &toml::Table, catalogue: &Catalogue) -> Order {
        spread(root);
        let asked = facts.get(INLINE).and_then(toml::Value::as_table).into_iter().flatten();
        let asked = asked.filter_map(|(id, _)| catalogue.questionnaire(id));
        let places =
            asked.chain(catalogue.questionnaires()).flat_map(|questionnaire| &questionnaire.placements);
        let mut order = Order { tables: Vec::new(), questions: Vec::new(), ranks: HashMap::new(), placed: 0 };
        for place in places {
            if !order.ranks.contains_key(&place.question) {
                order.ranks.insert(place.question.clone(), order.questions.len());
                order.questions.push(place.question.clone());
            }
        }
        let tables = facts.iter().filter(|(name, fact)| fact.is_table() && *name != INLINE);
        order.tables.extend(tables.map(|(name, _)| name.clone()));
        order
    }

    /// The ids under which two tables differ: questions in the order of asking, then unknown ones by id.
    pub(super) fn changed(&self, before: &toml::Table, after: &toml::Table) -> Vec<String> {
        let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let changed = ids.into_iter().filter(|id| before.get(*id) != after.get(*id));
        let mut changed: Vec<String> = changed.cloned().collect();
        changed.sort_by_key(|id| self.ranks.get(id).copied().unwrap_or(usize::MAX));
        changed
    }

    /// The number for a new table of a group, and of a question in it.
    pub(super) fn place(&mut self, root: &Table, group: &str, question: Option<&str>) -> isize {
        let block = question
            .and_then(|question| self.block_in_group(root.get(group)?, question))
            .or_else(|| self.block_before(root, group))
            .unwrap_or(0);
        self.placed += 1;
        block * STRIDE + self.placed
    }

    /// The block of the tables after which a question comes in its group.
    fn block_in_group(&self, group: &Item, question: &str) -> Option<isize> {
        let group = group.as_table_like()?;
        let Some(rank) = self.ranks.get(question) else {
            return group.iter().flat_map(|(_, item)| numbers(item)).max().map(block);
        };
        let earlier = self.questions.get(..*rank).unwrap_or_default().iter().rev();
        let mut earlier = earlier.filter_map(|question| numbers(group.get(question)?).into_iter().max());
        let first = || group.iter().flat_map(|(_, item)| numbers(item)).min();
        earlier.next().map(block).or_else(|| first().map(|number| block(number) - 1))
    }

    /// The block of the last table of the groups before this one.
    fn block_before(&self, root: &Table, group: &str) -> Option<isize> {
        let groups = self.tables.iter().take_while(|name| *name != group);
        groups.filter_map(|name| root.get(name)).flat_map(numbers).max().map(block)
    }
}

fn block(number: isize) -> isize {
    number.div_euclid(STRIDE)
}

/// The numbers of the headers in an item: its own and those below it.
fn numbers(item: &Item) -> Vec<isize> {
    let tables: Vec<&Table> = match item {
        Item::Table(table) => vec![table],
        Item::ArrayOfTables(tables) => tables.iter().collect(),
        Item::None | Item::Value(_) => Vec::new(),
    };
    let own = |table: &&Table| !table.is_implicit() && !table.is_dotted();
    let headers = tables.iter().copied().filter(own).filter_map(Table::position);
    let below = tables.iter().flat_map(|table| table.iter()).flat_map(|(_, item)| numbers(item));
    headers.chain(below).collect()
}

fn spread(table: &mut Table) {
    table.set_position(table.position().map(|number| number * STRIDE));
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => spread(table),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(spread),
            Item::None | Item::Value(_) => {}
        }
    }
}
