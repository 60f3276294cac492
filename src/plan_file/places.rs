//! The places of a new plan where people's words may stand: behind each of its blocks.

use std::collections::HashMap;

use super::blocks::{BlockKind, MarkdownBlock};
use super::marks::{self, Field, PlanMark};
use super::parse::{ParsedPlan, filled_in, task_mark};
use super::seals::key;

/// A block of the new plan.
#[derive(Debug, Default)]
pub(super) struct PlaceNode {
    /// The line behind its own text.
    pub own_end: usize,
    /// The line behind it and all that is in it.
    pub end: usize,
    /// The indent of what stands in it.
    pub indent: usize,
    /// What stands in it, by what it says and by its label.
    children: HashMap<String, usize>,
    /// The lines of the details that people fill in.
    pub details: Vec<(Field, usize)>,
}

/// Where everything stands in a new plan.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub nodes: Vec<PlaceNode>,
    pub parts: HashMap<String, usize>,
    pub actions: HashMap<String, usize>,
    /// The line behind each part.
    pub ends: HashMap<String, usize>,
    /// The line behind the title.
    pub title: usize,
    /// What blocks say, and how many of them.
    pub keys: HashMap<String, usize>,
}

impl Places {
    pub(super) fn of(plan: &ParsedPlan) -> Places {
        let mut places = Places::default();
        let mut part: Option<(String, usize)> = None;
        for block in &plan.page.blocks {
            match (&block.kind, &part) {
                (BlockKind::Mark(PlanMark::Part(name)), _) => {
                    let node = places.add(PlaceNode { own_end: block.lines.end, ..PlaceNode::default() });
                    places.parts.insert(name.clone(), node);
                    part = Some((name.clone(), node));
                }
                (BlockKind::Mark(PlanMark::End), Some((name, _))) => {
                    places.ends.insert(name.clone(), block.lines.end);
                    part = None;
                }
                (BlockKind::Mark(_), _) => {}
                (_, Some((_, node))) => {
                    let node = *node;
                    places.block(plan, block, node);
                }
                (_, None) if plan.title == Some(block.start) => {
                    places.title = block.lines.end;
                    *places.keys.entry(key(block)).or_default() += 1;
                }
                (_, None) => {}
            }
        }
        places
    }

    fn add(&mut self, node: PlaceNode) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn block(&mut self, plan: &ParsedPlan, block: &MarkdownBlock, parent: usize) {
        let marker = block.text.is_empty() || block.kind != BlockKind::Item;
        let first = block.children.first().filter(|child| child.kind == BlockKind::Item);
        let column = plan.page.column(block);
        let indent = first.map_or(column + if marker { 0 } else { plan.page.bullet(block) }, |child| {
            plan.page.column(child)
        });
        let node = self.add(PlaceNode {
            own_end: block.own.end,
            end: block.lines.end,
            indent,
            ..PlaceNode::default()
        });
        if let Some((_, id)) = task_mark(block) {
            self.actions.insert(id.to_owned(), node);
        }
        if let Some(parent) = self.nodes.get_mut(parent) {
            for name in names(block) {
                parent.children.entry(name).or_insert(node);
            }
            if let Some(filled) = filled_in(&plan.page, block) {
                parent.details.push((filled.field, block.lines.start));
            }
        }
        *self.keys.entry(key(block)).or_default() += 1;
        block.children.iter().for_each(|child| self.block(plan, child, node));
    }

    pub(super) fn node(&self, number: Option<usize>) -> Option<&PlaceNode> {
        self.nodes.get(number?)
    }

    /// The block in this one that is the same as one of an earlier plan, or has the same label.
    pub(super) fn child(&self, node: Option<usize>, block: &MarkdownBlock) -> Option<usize> {
        let children = &self.node(node)?.children;
        names(block).iter().find_map(|name| children.get(name).copied())
    }
}

/// What a block is found by: first what it says, then what it is.
fn names(block: &MarkdownBlock) -> Vec<String> {
    let label = match block.kind {
        BlockKind::Item | BlockKind::Text => match marks::detail(&block.text) {
            Some(detail) => format!("{:?}", detail.field),
            None => marks::label(&block.text).map(marks::words).unwrap_or_default(),
        },
        _ => format!("{:?}", std::mem::discriminant(&block.kind)),
    };
    // No words begin with a blank.
    let label = Some(label).filter(|label| !label.is_empty()).map(|label| format!(" {label}"));
    Some(key(block)).filter(|key| !key.is_empty()).into_iter().chain(label).collect()
}
