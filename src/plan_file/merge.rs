//! Two plans as one: the blocks of the new one, and those of the old one that people wrote, each behind
//! the block behind which it stood. A block of the old plan is the program's where it says what one of the
//! new plan says, or bears a seal. What has lost its place comes at the end, under a heading of its own.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::blocks::{BlockKind, MarkdownBlock};
use super::first_release;
use super::marks::{self, Field, PlanMark};
use super::parse::{ParsedPlan, Task, filled_in, task_mark};
use super::pieces::{PeoplesWords, gone, text_with};
use super::places::Places;
use super::read::Said;
use super::seals::{headline, key};
use crate::words::plan_file as words;

/// How many line breaks of a block are looked at as the place where people went on in the program's words.
const BREAKS: usize = 20;

/// The plan `new` with people's words of `old`; `unknown` are the actions of which the assessment does not
/// know everything.
pub(super) fn merged(old: &ParsedPlan, new: &ParsedPlan, said: &Said, unknown: &HashSet<&str>) -> String {
    let places = Places::of(new);
    let mut seen = HashMap::new();
    let tasks = old.tasks.iter().map(|task| (task.start, task)).collect();
    let mut merge = Merge {
        old,
        new,
        said,
        unknown,
        tasks,
        unseen: Vec::new(),
        seen: HashMap::new(),
        outside: Spot { line: Some(0), ..Spot::default() },
        part: None,
        pieces: Vec::new(),
        homeless: Vec::new(),
        headline: None,
        replaced: HashMap::new(),
        places,
    };
    let mut in_part = false;
    for block in &old.page.blocks {
        match &block.kind {
            BlockKind::Mark(PlanMark::Part(_)) => in_part = true,
            BlockKind::Mark(PlanMark::End) => in_part = false,
            _ => merge.see(block, in_part, &mut seen),
        }
    }
    merge.seen = seen;
    let keys = merge.places.keys.keys();
    merge.unseen = keys.filter(|key| !key.is_empty() && merge.is_missing(key)).cloned().collect();
    merge.unseen.sort_by_key(|key| std::cmp::Reverse(key.len()));
    merge.blocks(&old.page.blocks, None);
    let last = merge.places.ends.values().copied().max().unwrap_or(new.page.len() - 1);
    text_with(new, &merge.replaced, merge.pieces, merge.homeless, last)
}

/// Where the next words of people come.
#[derive(Debug, Clone, Copy, Default)]
struct Spot {
    /// The block of the new plan that holds them.
    node: Option<usize>,
    /// The line before which they come; `None` where that place is gone.
    line: Option<usize>,
    indent: usize,
    /// True where the program writes; elsewhere its blocks have strayed.
    is_ours: bool,
    /// True directly below an action.
    has_details: bool,
}

struct Merge<'p> {
    old: &'p ParsedPlan,
    new: &'p ParsedPlan,
    said: &'p Said,
    unknown: &'p HashSet<&'p str>,
    /// The actions of the old plan by the byte at which they begin.
    tasks: HashMap<usize, &'p Task>,
    places: Places,
    /// What the program's blocks of the old plan say where they stand as it wrote them, and how many of them.
    seen: HashMap<String, usize>,
    /// What blocks of the new plan say that the old one does not have so; the longest first.
    unseen: Vec<String>,
    outside: Spot,
    part: Option<(&'p str, Spot)>,
    pieces: Vec<PeoplesWords>,
    /// What has lost its place.
    homeless: Vec<PeoplesWords>,
    /// What stands above the words about an action that is gone, until there are some.
    headline: Option<PeoplesWords>,
    /// Lines of the new plan that say what could not be read in the old one.
    replaced: HashMap<usize, String>,
}

impl<'p> Merge<'p> {
    /// Notes what the program's blocks say.
    fn see(&self, block: &MarkdownBlock, is_ours: bool, seen: &mut HashMap<String, usize>) {
        let is_ours = self.tasks.contains_key(&block.start) && block.kind == BlockKind::Item
            || is_ours && self.is_program_s(block);
        if is_ours {
            *seen.entry(key(block)).or_default() += 1;
        }
        block.children.iter().for_each(|child| self.see(child, is_ours, seen));
    }

    /// True when the program wrote such a block, or writes it now.
    fn is_program_s(&self, block: &MarkdownBlock) -> bool {
        let key = key(block);
        match block.kind {
            BlockKind::Html | BlockKind::Other | BlockKind::Mark(_) => false,
            BlockKind::Table | BlockKind::Quote => {
                !block.children.is_empty() && block.children.iter().all(|child| self.is_program_s(child))
            }
            _ => {
                !key.is_empty()
                    && (self.places.keys.contains_key(&key)
                        || self.old.seals.has(&self.old.page, block, &key))
            }
        }
    }

    /// The same at this spot: where people write, only what does not stand where it belongs.
    fn is_ours(&self, block: &MarkdownBlock, is_ours: bool) -> bool {
        self.is_program_s(block) && (is_ours || self.is_missing(&key(block)))
    }

    /// True when the old plan lacks something of the program that says this where it belongs.
    fn is_missing(&self, key: &str) -> bool {
        let count = |keys: &HashMap<String, usize>| keys.get(key).copied().unwrap_or_default();
        count(&self.seen) < count(&self.places.keys).max(1)
    }

    fn blocks(&mut self, blocks: &'p [MarkdownBlock], mut spot: Option<Spot>) {
        for block in blocks {
            if let BlockKind::Mark(mark) = &block.kind {
                self.mark(mark);
                continue;
            }
            let mut here = spot.or(self.part.map(|(_, spot)| spot)).unwrap_or(self.outside);
            self.block(block, &mut here);
            match (&mut spot, &mut self.part) {
                (Some(spot), _) => *spot = here,
                (None, Some((_, part))) => *part = here,
                (None, None) => self.outside = here,
            }
        }
    }

    fn mark(&mut self, mark: &'p PlanMark) {
        match mark {
            PlanMark::Plan { .. } => self.outside.line = Some(self.places.title),
            PlanMark::Part(name) => {
                self.end_part();
                let node = self.places.parts.get(name).copied();
                let line = self.places.node(node).map(|node| node.own_end);
                self.part = Some((name, Spot { node, line, is_ours: true, ..Spot::default() }));
            }
            PlanMark::End => self.end_part(),
            PlanMark::Sealed(_) | PlanMark::Seals(_) | PlanMark::InComment => {}
        }
    }

    fn end_part(&mut self) {
        let end = self.part.take().and_then(|(name, _)| self.places.ends.get(name).copied());
        self.outside.line = end.or(self.outside.line);
    }

    fn block(&mut self, block: &'p MarkdownBlock, spot: &mut Spot) {
        let is_title = self.old.title == Some(block.start) && block.kind == BlockKind::Heading;
        match self.tasks.get(&block.start).copied().filter(|_| task_mark(block).is_some()) {
            Some(task)
                if self.said.doubles.contains(&block.start)
                    || task.sign.is_none() && self.is_example(task) =>
            {
                self.people(block, spot)
            }
            Some(task) => self.action(block, task, spot),
            None if is_title
                && (self.is_program_s(block) || block.words().starts_with(first_release::TITLE)) => {}
            None if spot.has_details
                && block.kind == BlockKind::Item
                && marks::detail(&block.text).is_some() =>
            {
                self.detail(block, spot);
            }
            None if self.is_ours(block, spot.is_ours) => {
                let inside = self.pass(block, spot);
                if !matches!(block.kind, BlockKind::Table | BlockKind::Quote) {
                    self.blocks(&block.children, Some(inside));
                }
            }
            None => match self.words_behind(block, &block.words(), 0).filter(|_| spot.is_ours) {
                Some((rest, is_behind)) => {
                    let lines = self.old.page.source_of(block, rest);
                    if block.kind == BlockKind::Item {
                        let inside = self.pass(block, spot);
                        self.put(&inside, lines, block, true);
                        self.blocks(&block.children, Some(inside));
                    } else {
                        if is_behind {
                            self.pass(block, spot);
                        }
                        self.put(spot, lines, block, true);
                    }
                }
                None => self.people(block, spot),
            },
        }
    }

    /// True when an action without a box stands in the plan elsewhere.
    fn is_example(&self, task: &Task) -> bool {
        self.old.tasks.iter().any(|other| other.id == task.id && other.start != task.start)
    }

    /// Goes on behind the block of the new plan that is this one; returns the spot in it.
    fn pass(&self, block: &MarkdownBlock, spot: &mut Spot) -> Spot {
        let found = self.places.child(spot.node, block);
        let Some(node) = self.places.node(found) else {
            return Spot { node: None, has_details: false, ..*spot };
        };
        spot.line = spot.line.max(Some(node.end));
        Spot { node: found, line: Some(node.own_end), indent: node.indent, is_ours: true, has_details: false }
    }

    /// The place in a block's text of what people wrote around words of the program that stand nowhere
    /// else, and whether it stands behind them.
    fn words_behind(&self, block: &MarkdownBlock, all: &str, from: usize) -> Option<(Range<usize>, bool)> {
        if !matches!(block.kind, BlockKind::Item | BlockKind::Text | BlockKind::Heading) {
            return None;
        }
        let text = block.text.get(from..).unwrap_or_default();
        let places = marks::places(text);
        let count = |key: &str| key.split(' ').count();
        let place = |word: usize| places.get(word).map_or(text.len(), |place| place.start) + from;
        let (mut rest, mut first, mut last, mut is_behind) = (all, 0, places.len(), false);
        while let Some((key, shorter, begins)) = self.unseen.iter().find_map(|key| around(key, rest)) {
            if begins {
                first += count(key);
            } else {
                last -= count(key);
            }
            (rest, is_behind) = (shorter, is_behind || begins);
        }
        if rest.len() < all.len() {
            let end = if last == places.len() { block.text.len() } else { place(last) };
            return Some((place(first)..end, is_behind));
        }
        let is_old =
            |words: String| !words.is_empty() && self.old.seals.has_words(&words) && self.is_missing(&words);
        let breaks = || text.match_indices('\n').map(|(at, _)| at);
        let behind =
            breaks().take(BREAKS).find(|at| is_old(marks::words(text.get(..*at).unwrap_or_default())));
        behind.map(|at| (at + from..block.text.len(), true))
    }

    fn action(&mut self, block: &'p MarkdownBlock, task: &'p Task, spot: &mut Spot) {
        let found = self.places.actions.get(task.id.as_str()).copied();
        let here = self.places.child(spot.node, block).filter(|here| Some(*here) == found);
        let inside = match self.places.node(found) {
            Some(node) => {
                if here.is_some() {
                    spot.line = spot.line.max(Some(node.end));
                }
                Spot {
                    node: found,
                    line: Some(node.own_end),
                    indent: node.indent,
                    is_ours: true,
                    has_details: true,
                }
            }
            None => Spot { is_ours: true, has_details: true, indent: 2, ..Spot::default() },
        };
        let (text, before) = (self.headline_source(block), self.headline.take());
        if found.is_none() {
            let is_unknown = self.unknown.contains(task.id.as_str()) || self.said.unclear.contains(&task.id);
            self.headline = Some(gone(&text, task, is_unknown));
            if is_unknown {
                self.say_headline();
            }
        } else if self.said.unclear.contains(&task.id) {
            self.carry_box(task, found);
        }
        let words = headline(block);
        let behind = marks::box_of(&block.text).1;
        let is_known =
            self.places.keys.contains_key(&words) || self.old.seals.has(&self.old.page, block, &words);
        match self.words_behind(block, &words, behind).filter(|_| found.is_some()) {
            _ if is_known => {}
            Some((rest, _)) => self.put(&inside, self.old.page.source_of(block, rest), block, true),
            None if found.is_some() => self.put(&inside, vec![format!("- {text}")], block, false),
            None => self.say_headline(),
        }
        self.blocks(&block.children, Some(inside));
        self.headline = before;
    }

    /// The first line of an action as text: without its box and its mark it is not read as one again.
    fn headline_source(&self, block: &MarkdownBlock) -> String {
        let behind = marks::box_of(&block.text).1;
        let source = self.old.page.source_of(block, behind..block.text.len()).join(" ");
        marks::without(&source)
    }

    /// A detail that people fill in: what it says is known, or could not be read.
    fn detail(&mut self, block: &'p MarkdownBlock, spot: &mut Spot) {
        let Some(filled) = filled_in(&self.old.page, block) else { return };
        let unclear = self.task_at(block).is_some_and(|task| self.said.unclear.contains(&task.id));
        let mut inside = self.pass(block, spot);
        inside.has_details = true;
        if unclear && !filled.text.is_empty() {
            let line = self.places.node(spot.node).and_then(|node| {
                let line = node.details.iter().find(|(field, _)| *field == filled.field);
                line.map(|(_, line)| *line)
            });
            match line.filter(|line| !self.replaced.contains_key(line)) {
                Some(line) => self.replace_value(line, filled.field, &filled.text),
                // Another line says otherwise: both stay as they are, and are refused again.
                None => return self.put(spot, self.old.page.source(block, false, &[]), block, false),
            }
        }
        let rest = self.old.page.source_of(block, filled.rest..block.text.len());
        self.put(&inside, rest, block, true);
        self.blocks(&block.children, Some(inside));
    }

    /// The action that a block stands in.
    fn task_at(&self, block: &MarkdownBlock) -> Option<&'p Task> {
        self.old.tasks.iter().take_while(|task| task.start < block.start).last()
    }

    fn replace_value(&mut self, line: usize, field: Field, value: &str) {
        let text = self.new.page.line(line);
        let before = text.split(field.mark()).next().unwrap_or_default();
        self.replaced
            .insert(line, format!("{before}{} {}", field.mark(), crate::report::escape::mentioning(value)));
    }

    /// The box of an action that could not be read, as it was.
    fn carry_box(&mut self, task: &Task, found: Option<usize>) {
        let Some((sign, node)) = task.sign.as_deref().zip(self.places.node(found)) else { return };
        let sign = if sign.is_empty() { " " } else { sign };
        let line = node.own_end - 1;
        let text = self.new.page.line(line);
        if let Some((before, behind)) = text.split_once("[ ]").or_else(|| text.split_once("[x]")) {
            self.replaced.insert(line, format!("{before}[{sign}]{behind}"));
        }
    }

    /// A block that people wrote, without those of the program that strayed into it.
    fn people(&mut self, block: &'p MarkdownBlock, spot: &mut Spot) {
        let (mut without, mut actions) = (Vec::new(), Vec::new());
        self.strayed(block, spot.is_ours, &mut without, &mut actions);
        let mut lines = self.old.page.source(block, spot.indent == 0, &without);
        if spot.has_details && block.kind == BlockKind::Item {
            self.mark_as_edited(block, spot, &mut lines);
        }
        self.put(spot, lines, block, false);
        for (block, task) in actions {
            self.action(block, task, spot);
        }
    }

    /// The lines of the program's blocks, and the actions, in a block of people's.
    fn strayed(
        &self,
        block: &'p MarkdownBlock,
        is_ours: bool,
        without: &mut Vec<Range<usize>>,
        actions: &mut Vec<(&'p MarkdownBlock, &'p Task)>,
    ) {
        let in_rows = matches!(block.kind, BlockKind::Table | BlockKind::Quote);
        let head = usize::from(block.kind == BlockKind::Table);
        for child in block.children.iter().skip(head) {
            let task = self.tasks.get(&child.start).filter(|_| task_mark(child).is_some());
            if let Some(task) = task.filter(|_| !self.said.doubles.contains(&child.start)) {
                without.push(child.lines.clone());
                actions.push((child, task));
                continue;
            }
            if child.lines.start > block.lines.start && self.is_ours(child, is_ours && in_rows) {
                without.push(child.own.clone());
            }
            self.strayed(child, false, without, actions);
        }
    }

    /// A detail of the program that people changed says that it is one: the new one stands beside it.
    fn mark_as_edited(&self, block: &MarkdownBlock, spot: &Spot, lines: &mut [String]) {
        let Some(first) = lines.first_mut() else { return };
        let known = self.places.child(spot.node, block).is_some();
        if let Some((label, rest)) = first.split_once([':', '：']).filter(|_| known) {
            let text = words::as_edited(label, marks::without(rest).trim());
            *first = text.trim_end().to_owned();
        }
    }

    /// Words of people into the new plan.
    fn put(&mut self, spot: &Spot, mut lines: Vec<String>, block: &MarkdownBlock, is_rest: bool) {
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        if lines.is_empty() {
            return;
        }
        let line = spot.line.unwrap_or_default();
        if spot.line.is_none() {
            self.say_headline();
        }
        let page = &self.old.page;
        let from = block.lines.clone();
        let pieces = if spot.line.is_some() { &mut self.pieces } else { &mut self.homeless };
        let before = pieces.iter().rev().find(|piece| piece.line == line && piece.indent == spot.indent);
        let follows = before.is_some_and(|piece| piece.from.end == from.start && !is_rest);
        let has_blank = from.start == 0 || page.is_blank(from.start - 1);
        let is_spaced = is_rest || has_blank || (block.kind != BlockKind::Item && !follows);
        pieces.push(PeoplesWords { line, indent: spot.indent, lines, is_spaced, from });
    }

    fn say_headline(&mut self) {
        self.homeless.extend(self.headline.take());
    }
}

/// What is left of words that begin or end with a key, and whether they begin with it.
fn around<'k, 'w>(key: &'k str, words: &'w str) -> Option<(&'k str, &'w str, bool)> {
    let behind = words.strip_prefix(key).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let before = || words.strip_suffix(key).filter(|rest| rest.ends_with(' '));
    behind.map(|rest| (key, rest.trim_start(), true)).or_else(|| Some((key, before()?.trim_end(), false)))
}
