//! The place of a new table in a file: after that of the question asked before it, and otherwise at the
//! end of the last group before its own.
//!
//! The TOML library prints tables by a number each has. The numbers of a file are spread to multiples
//! of [`BLOCK`], so that new tables fit in between.

use std::cell::OnceCell;
use std::collections::HashMap;

use toml_edit::{Item, Table};

use super::patch::INLINE;
use crate::questionnaire::{Catalogue, Questionnaire};

/// The numbers from one table of a file to the next: more than all groups take.
const BLOCK: isize = 1 << 24;

/// The numbers of a group for its new tables: more than there are questions.
const GROUP: isize = 1 << 18;

pub(super) struct Order<'c> {
    /// Each group with the tables in it that were there, in the order of a new file.
    groups: Vec<(String, Vec<Header>)>,
    /// The questions of the assessment, in the order of asking.
    asked: Ranks<'c>,
    /// All questions that the catalogue knows: seldom needed, and dear to read.
    known: OnceCell<Ranks<'c>>,
    catalogue: &'c Catalogue,
}

/// The place of a table that was there.
struct Header {
    /// The question, or nothing for the table of the group itself.
    name: String,
    first: isize,
    last: isize,
}

/// The rank of each question among others.
type Ranks<'c> = HashMap<&'c str, isize>;

impl<'c> Order<'c> {
    /// The order for what a file is to say, and room between the tables that are there.
    pub(super) fn new(root: &mut Table, facts: &toml::Table, catalogue: &'c Catalogue) -> Order<'c> {
        spread(root);
        let asked = facts.get(INLINE).and_then(toml::Value::as_table).into_iter().flatten();
        let asked = asked.filter_map(|(id, _)| catalogue.questionnaire(id));
        let groups = facts.iter().filter(|(name, fact)| fact.is_table() && *name != INLINE);
        let groups = groups.map(|(name, _)| (name.clone(), root.get(name).map_or_else(Vec::new, places)));
        Order { groups: groups.collect(), asked: ranks(asked), known: OnceCell::new(), catalogue }
    }

    /// The number for a new table: of a question in a group, or of this name.
    pub(super) fn place(&self, group: Option<&str>, name: &str) -> isize {
        let (group, question) = group.map_or((name, ""), |group| (group, name));
        let index = self.groups.iter().position(|(name, _)| name == group).unwrap_or(self.groups.len());
        let (before, from) = self.groups.split_at(index);
        let rank = self.rank(question);
        let places = from.first().map_or(&[][..], |(_, places)| places.as_slice());
        let earlier = places.iter().filter(|place| self.rank(&place.name) <= rank);
        let earlier =
            earlier.max_by_key(|place| (self.rank(&place.name), place.last)).map(|place| place.last);
        let first = || Some(places.iter().map(|place| place.first).min()? - BLOCK);
        let before = || before.iter().flat_map(|(_, places)| places).map(|place| place.last).max();
        earlier.or_else(first).or_else(before).unwrap_or(0) + index as isize * GROUP + rank + 2
    }

    /// The rank of a question; of one that nobody knows, behind all others. The group itself is first.
    fn rank(&self, question: &str) -> isize {
        if question.is_empty() {
            return -1;
        }
        self.asked.get(question).copied().unwrap_or_else(|| {
            let known = self.known.get_or_init(|| ranks(self.catalogue.questionnaires()));
            self.asked.len() as isize + known.get(question).copied().unwrap_or(known.len() as isize)
        })
    }
}

/// The questions of questionnaires, in the order of asking.
fn ranks<'c>(questionnaires: impl Iterator<Item = &'c Questionnaire>) -> Ranks<'c> {
    let mut ranks = Ranks::new();
    for placement in questionnaires.flat_map(|questionnaire| &questionnaire.placements) {
        let rank = ranks.len() as isize;
        ranks.entry(&placement.question).or_insert(rank);
    }
    ranks
}

/// The places of a group and of the tables in it.
fn places(group: &Item) -> Vec<Header> {
    let below = group.as_table_like().into_iter().flat_map(|group| group.iter());
    let own = group.as_table().and_then(own_number).map(|number| (String::new(), vec![number]));
    let below = below.map(|(name, item)| (name.to_owned(), numbers(item)));
    let place = |(name, numbers): (String, Vec<isize>)| {
        Some(Header { name, first: *numbers.iter().min()?, last: *numbers.iter().max()? })
    };
    own.into_iter().chain(below).filter_map(place).collect()
}

/// The numbers of the headers in an item: its own and those below it.
fn numbers(item: &Item) -> Vec<isize> {
    let tables: Vec<&Table> = match item {
        Item::Table(table) => vec![table],
        Item::ArrayOfTables(tables) => tables.iter().collect(),
        Item::None | Item::Value(_) => Vec::new(),
    };
    let headers = tables.iter().filter_map(|table| own_number(table));
    headers.chain(tables.iter().flat_map(|table| table.iter()).flat_map(|(_, item)| numbers(item))).collect()
}

fn own_number(table: &Table) -> Option<isize> {
    table.position().filter(|_| !table.is_implicit() && !table.is_dotted())
}

fn spread(table: &mut Table) {
    table.set_position(table.position().map(|number| number * BLOCK));
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => spread(table),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(spread),
            Item::None | Item::Value(_) => {}
        }
    }
}
