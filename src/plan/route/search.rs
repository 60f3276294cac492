//! Branch and bound: finds the cheapest set of items, and proves that none is cheaper.

use std::cmp::Reverse;

use super::super::baseline::reversed;
use super::CoverProblem;
use super::relaxation::{Branch, Covers, Relaxation, UNIT};

/// The work after which the search gives up proving: steps of the dynamic programmes.
pub(super) const WORK_LIMIT: u64 = 20_000_000;

/// The rounds in which the tolls are bettered at the root of the search, and below it.
const ROUNDS: (u32, u32) = (120, 12);

/// After how many rounds in vain the steps of the tolls are halved.
const PATIENCE: u32 = 5;

/// The result of the search.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// True for each item that is in the set.
    pub chosen: Vec<bool>,
    /// True when no set is cheaper.
    pub proven: bool,
    /// The work that it took.
    pub work: u64,
}

/// A part of the search: all sets that agree with these decisions.
#[derive(Clone)]
struct Node {
    decided: Vec<Branch>,
    tolls: Vec<i64>,
    /// No set of it is cheaper.
    bound: i64,
}

struct Search<'p> {
    problem: &'p CoverProblem,
    relaxation: Relaxation,
    required_by: Vec<Vec<usize>>,
    requires: Vec<Vec<usize>>,
    costs: Vec<i64>,
    /// Only cheaper sets are of interest.
    best_cost: i64,
    best: Vec<bool>,
    work: u64,
    limit: u64,
}

/// Finds a set of items with the fewest points, and among those the fewest items, that covers all
/// needs. Of several such sets it is the one that holds the first item in which they differ.
///
/// All items together have to cover the needs.
pub(super) fn solve(problem: &CoverProblem, limit: u64) -> Found {
    let mut search = Search::of(problem, limit);
    let Some(mut root) = search.root() else {
        return Found { chosen: search.best, proven: false, work: search.work };
    };
    let forced = root.decided.clone();
    search.offer(vec![true; problem.items.len()], &forced);
    search.explore(&mut root, &forced, ROUNDS.0);
    let proven = search.run(root.clone(), false);
    if proven {
        search.prefer(root);
    }
    Found { chosen: search.best, proven, work: search.work }
}

impl<'p> Search<'p> {
    fn of(problem: &'p CoverProblem, limit: u64) -> Search<'p> {
        // One point outweighs all items together: effort first, then how many.
        let point = problem.items.len() as i64 + 1;
        let costs: Vec<i64> = problem.items.iter().map(|item| item.points * point + 1).collect();
        let requires: Vec<Vec<usize>> = problem.items.iter().map(|item| item.requires.clone()).collect();
        Search {
            problem,
            relaxation: Relaxation::of(problem, &costs),
            required_by: reversed(&requires),
            requires,
            costs,
            best_cost: i64::MAX,
            best: vec![true; problem.items.len()],
            work: 0,
            limit,
        }
    }

    /// Every set that holds the forced items.
    fn root(&mut self) -> Option<Node> {
        let decided = vec![Branch::Open; self.problem.items.len()];
        let tolls = vec![0; self.relaxation.ties.len()];
        let mut root = Node { decided, tolls, bound: 0 };
        for (item, part) in self.problem.items.iter().enumerate() {
            if part.forced {
                self.decide(&mut root, item, Branch::In);
            }
        }
        self.settle(&mut root).then_some(root)
    }

    /// Searches a part until nothing in it can be cheaper than the best set; with `one`, until a
    /// cheaper one is found. Returns whether it came to an end within the limit.
    fn run(&mut self, start: Node, one: bool) -> bool {
        let cost = self.best_cost;
        let kept = start.decided.clone();
        let mut waiting = vec![start];
        while let Some(mut node) = waiting.pop() {
            let branch = self.explore(&mut node, &kept, ROUNDS.1);
            if one && self.best_cost < cost {
                return true;
            }
            if self.work >= self.limit {
                return false;
            }
            let Some(item) = branch else { continue };
            for decision in [Branch::Out, Branch::In] {
                let mut part = node.clone();
                self.decide(&mut part, item, decision);
                if self.settle(&mut part) {
                    waiting.push(part);
                }
            }
        }
        true
    }

    /// Betters the tolls and with them the bound of a part. Returns the item to decide upon next, or
    /// `None` when the part cannot hold a cheaper set.
    fn explore(&mut self, node: &mut Node, kept: &[Branch], rounds: u32) -> Option<usize> {
        if node.bound >= self.best_cost {
            return None;
        }
        let mut tolls = node.tolls.clone();
        let mut branch = None;
        let (mut best_price, mut stale, mut halvings) = (i64::MIN, 0u32, 0);
        for _ in 0..rounds {
            if self.work >= self.limit {
                break;
            }
            self.relaxation.drop_idle(&mut tolls, &node.decided);
            let covers = self.relaxation.covers(&tolls, &node.decided, &mut self.work)?;
            if covers.price > best_price {
                (best_price, stale) = (covers.price, 0);
                node.bound = node.bound.max(covers.bound());
                node.tolls.clone_from(&tolls);
                branch = self.conflict(&covers, &tolls);
            } else {
                stale += 1;
                halvings += u32::from(stale % PATIENCE == 0);
            }
            self.offer(self.union(&covers), kept);
            if node.bound >= self.best_cost {
                return None;
            }
            let distance = ((self.best_cost - 1) * UNIT - covers.price).max(UNIT);
            self.relaxation.shift(&mut tolls, &covers, distance >> halvings);
        }
        branch
    }

    /// The item on which the covers disagree, and which weighs most; always an open one, for what
    /// follows from a decision is decided with it.
    fn conflict(&self, covers: &Covers, tolls: &[i64]) -> Option<usize> {
        let ties = self.relaxation.ties.iter().zip(tolls);
        let broken = ties.filter(|(tie, toll)| tie.slack(covers, **toll) != 0);
        let weighed = broken.map(|(tie, toll)| {
            let item = self.relaxation.twins[tie.second].item;
            (toll.abs() + self.costs[item], Reverse(item))
        });
        weighed.max().map(|(_, Reverse(item))| item)
    }

    /// All items of these covers, with what they require.
    fn union(&self, covers: &Covers) -> Vec<bool> {
        let mut chosen = vec![false; self.costs.len()];
        for (twin, _) in self.relaxation.twins.iter().zip(&covers.chosen).filter(|(_, chosen)| **chosen) {
            spread(twin.item, &self.requires, |item| !std::mem::replace(&mut chosen[item], true));
        }
        chosen
    }

    /// Takes a set that covers all needs as the best, thinned out but for the items that are decided
    /// to be kept, if it is cheaper.
    fn offer(&mut self, mut chosen: Vec<bool>, kept: &[Branch]) {
        let mut spare: Vec<i64> = self.problem.needs.iter().map(|need| -need).collect();
        for (part, _) in self.problem.items.iter().zip(&chosen).filter(|(_, chosen)| **chosen) {
            for (level, gain) in &part.gains {
                spare[*level] += gain;
            }
        }
        let mut dearest_first: Vec<usize> = (0..chosen.len()).filter(|item| chosen[*item]).collect();
        dearest_first.sort_by_key(|item| (Reverse(self.costs[*item]), Reverse(*item)));
        for item in dearest_first {
            let mut removed = Vec::new();
            spread(item, &self.required_by, |other| {
                let was_chosen = std::mem::replace(&mut chosen[other], false);
                removed.extend(was_chosen.then_some(other));
                was_chosen
            });
            let mut left = spare.clone();
            for (level, gain) in removed.iter().flat_map(|other| &self.problem.items[*other].gains) {
                left[*level] -= gain;
            }
            self.work += (removed.len() + left.len()) as u64;
            let needed = removed.iter().any(|other| kept[*other] == Branch::In);
            if needed || left.iter().any(|spare| *spare < 0) {
                removed.iter().for_each(|other| chosen[*other] = true);
            } else {
                spare = left;
            }
        }
        let cost = self.cost(&chosen);
        if cost < self.best_cost {
            (self.best, self.best_cost) = (chosen, cost);
        }
    }

    fn cost(&self, chosen: &[bool]) -> i64 {
        self.costs.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(cost, _)| cost).sum()
    }

    /// Decides upon an item, and upon all that follows: what it requires, or what requires it.
    fn decide(&self, node: &mut Node, item: usize, decision: Branch) {
        let edges = if decision == Branch::In { &self.requires } else { &self.required_by };
        spread(item, edges, |other| std::mem::replace(&mut node.decided[other], decision) != decision);
    }

    /// Takes in every item without which a level cannot be covered any more. Returns whether all
    /// levels can.
    fn settle(&mut self, node: &mut Node) -> bool {
        loop {
            self.work += self.costs.len() as u64;
            let mut spare: Vec<i64> = self.problem.needs.iter().map(|need| -need).collect();
            for (part, decision) in self.problem.items.iter().zip(&node.decided) {
                if *decision != Branch::Out {
                    part.gains.iter().for_each(|(level, gain)| spare[*level] += gain);
                }
            }
            if spare.iter().any(|spare| *spare < 0) {
                return false;
            }
            let critical = (0..self.costs.len()).find(|item| {
                let gains = &self.problem.items[*item].gains;
                node.decided[*item] == Branch::Open && gains.iter().any(|(level, gain)| *gain > spare[*level])
            });
            match critical {
                Some(item) => self.decide(node, item, Branch::In),
                None => return true,
            }
        }
    }

    /// Of all sets that cost as little as the best, finds the one that holds the first item in which
    /// they differ: each item in turn is kept, or taken in if one of those sets has it.
    fn prefer(&mut self, mut part: Node) {
        for item in 0..self.costs.len() {
            if self.work >= self.limit {
                return;
            }
            if part.decided[item] != Branch::Open {
                continue;
            }
            if !self.best[item] {
                let mut with = part.clone();
                self.decide(&mut with, item, Branch::In);
                let (best, cost) = (self.best.clone(), self.best_cost);
                self.best_cost = cost + 1;
                let found = self.settle(&mut with) && self.run(with, true) && self.best_cost <= cost;
                if !found {
                    (self.best, self.best_cost) = (best, cost);
                    self.decide(&mut part, item, Branch::Out);
                    continue;
                }
            }
            self.decide(&mut part, item, Branch::In);
        }
    }
}

/// Visits an item and, while `visit` says so, all that follows along these edges.
fn spread(item: usize, edges: &[Vec<usize>], mut visit: impl FnMut(usize) -> bool) {
    let mut next = vec![item];
    while let Some(item) = next.pop() {
        if visit(item) {
            next.extend(&edges[item]);
        }
    }
}
