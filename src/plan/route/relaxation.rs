//! A lower bound on the effort of every set that is still possible.
//!
//! The problem is hard because of what ties the levels together: a question that counts in several,
//! and requirements. So the ties are cut: each item stands once for every level (its *twins*), and each
//! level is covered for itself at the least price, exactly. What the ties ask for is put into the
//! prices instead: each has a *toll*, which the one end pays and the other receives. A set that
//! respects the ties pays no more than its effort, whatever the tolls, so the sum of the cheapest
//! covers is a bound; good tolls make it tight (Lagrangian relaxation: Fisher, "The Lagrangian
//! Relaxation Method for Solving Integer Programming Problems", 1981).

use super::CoverProblem;

/// Prices and tolls are counted in fractions of a unit of cost, so that they can be shared out.
pub(super) const UNIT: i64 = 64;

/// The decision about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Branch {
    Open,
    In,
    Out,
}

/// An item where it counts for one level.
#[derive(Debug)]
pub(super) struct Twin {
    pub item: usize,
    gain: i64,
    price: i64,
}

/// A condition between two twins: the first is chosen only with the second.
#[derive(Debug)]
pub(super) struct Tie {
    pub first: usize,
    pub second: usize,
    /// True when the second is chosen only with the first, too: twins of one item.
    pub mutual: bool,
}

/// The problem with its ties cut.
#[derive(Debug)]
pub(super) struct Relaxation {
    pub twins: Vec<Twin>,
    pub ties: Vec<Tie>,
    /// Twins by level, and what the level needs; the last group holds those that count nowhere.
    groups: Vec<(i64, Vec<usize>)>,
}

/// The cheapest covers of all levels.
pub(super) struct Covers {
    /// Their price, in fractions of a unit.
    pub price: i64,
    /// True for each twin that is chosen.
    pub chosen: Vec<bool>,
}

impl Covers {
    /// The cost below which no set is that respects the ties.
    pub(super) fn bound(&self) -> i64 {
        self.price.div_euclid(UNIT) + i64::from(self.price.rem_euclid(UNIT) > 0)
    }
}

impl Tie {
    /// 1 where covers break the tie; −1 where they keep it too well, which a toll pays for in vain;
    /// 0 where nothing is to be bettered.
    pub(super) fn slack(&self, covers: &Covers, toll: i64) -> i64 {
        match (covers.chosen[self.first], covers.chosen[self.second]) {
            (true, false) => 1,
            (false, true) if self.mutual || toll > 0 => -1,
            _ => 0,
        }
    }
}

impl Relaxation {
    /// Cuts the ties of a problem whose items have these costs.
    pub(super) fn of(problem: &CoverProblem, costs: &[i64]) -> Relaxation {
        let mut groups: Vec<(i64, Vec<usize>)> =
            problem.needs.iter().map(|need| (*need, Vec::new())).collect();
        groups.push((0, Vec::new()));
        let (mut twins, mut ties, mut first_twin) = (Vec::new(), Vec::new(), Vec::new());
        for (item, (part, cost)) in problem.items.iter().zip(costs).enumerate() {
            let nowhere = [(problem.needs.len(), 0)];
            let places = if part.gains.is_empty() { &nowhere } else { part.gains.as_slice() };
            let share = cost * UNIT / places.len() as i64;
            first_twin.push(twins.len());
            for (nth, (group, gain)) in places.iter().enumerate() {
                let rest = cost * UNIT - share * (places.len() as i64 - 1);
                if nth > 0 {
                    ties.push(Tie { first: twins.len() - 1, second: twins.len(), mutual: true });
                }
                groups[*group].1.push(twins.len());
                twins.push(Twin { item, gain: *gain, price: if nth == 0 { rest } else { share } });
            }
        }
        for (item, part) in problem.items.iter().enumerate() {
            for required in &part.requires {
                ties.push(Tie { first: first_twin[item], second: first_twin[*required], mutual: false });
            }
        }
        Relaxation { twins, ties, groups }
    }

    /// The cheapest covers under these tolls and decisions; `None` when a level cannot be covered.
    /// Adds what it did to `work`.
    pub(super) fn covers(&self, tolls: &[i64], decided: &[Branch], work: &mut u64) -> Option<Covers> {
        let mut prices: Vec<i64> = self.twins.iter().map(|twin| twin.price).collect();
        for (tie, toll) in self.ties.iter().zip(tolls) {
            prices[tie.first] += toll;
            prices[tie.second] -= toll;
        }
        let mut covers = Covers { price: 0, chosen: vec![false; self.twins.len()] };
        for (need, twins) in &self.groups {
            let mut need = *need;
            let mut open = Vec::new();
            for twin in twins {
                let Twin { item, gain, .. } = self.twins[*twin];
                let chosen = match decided[item] {
                    Branch::In => true,
                    Branch::Out => false,
                    Branch::Open => prices[*twin] <= 0,
                };
                if chosen {
                    covers.chosen[*twin] = true;
                    covers.price += prices[*twin];
                    need -= gain;
                } else if decided[item] == Branch::Open && gain > 0 {
                    open.push((*twin, prices[*twin], gain));
                }
            }
            *work += twins.len() as u64;
            covers.price += cheapest_cover(need, open, &mut covers.chosen, work)?;
        }
        Some(covers)
    }

    /// Takes the toll from every tie that is kept whatever comes.
    pub(super) fn drop_idle(&self, tolls: &mut [i64], decided: &[Branch]) {
        let decision = |twin: usize| decided[self.twins[twin].item];
        for (tie, toll) in self.ties.iter().zip(tolls).filter(|(tie, _)| !tie.mutual) {
            if decision(tie.first) == Branch::Out || decision(tie.second) == Branch::In {
                *toll = 0;
            }
        }
    }

    /// Raises the tolls of ties that these covers break, and lowers those that they keep too well:
    /// a step along the subgradient, `distance` being how far the price is from the best known.
    pub(super) fn shift(&self, tolls: &mut [i64], covers: &Covers, distance: i64) {
        let slacks: Vec<i64> =
            self.ties.iter().zip(tolls.iter()).map(|(tie, toll)| tie.slack(covers, *toll)).collect();
        let steps = slacks.iter().filter(|slack| **slack != 0).count().max(1) as i64;
        let step = (distance / steps).max(1);
        for ((tie, toll), slack) in self.ties.iter().zip(tolls).zip(slacks) {
            *toll += step * slack;
            if !tie.mutual {
                *toll = (*toll).max(0);
            }
        }
    }
}

/// A choice among the first candidates of a level: its price, what it gains, and how it came about.
struct PartialCover {
    price: i64,
    gain: i64,
    history: usize,
}

/// Chooses, of candidates (twin, price above 0, gain above 0), those that gain `need` at the least
/// price; returns the price, or `None` when all of them do not gain enough.
///
/// A dynamic programme: of the choices among the candidates so far, only those stay that no other
/// beats in both price and gain.
fn cheapest_cover(
    need: i64,
    mut candidates: Vec<(usize, i64, i64)>,
    chosen: &mut [bool],
    work: &mut u64,
) -> Option<i64> {
    if need <= 0 {
        return Some(0);
    }
    // The best value first: good covers are found early, and end the others.
    candidates.sort_by(|(_, price, gain), (_, other_price, other_gain)| {
        (i128::from(*price) * i128::from(*other_gain)).cmp(&(i128::from(*other_price) * i128::from(*gain)))
    });
    let mut to_come: i64 = candidates.iter().map(|(_, _, gain)| gain).sum();
    let mut histories: Vec<(usize, usize)> = vec![(usize::MAX, usize::MAX)]; // twin, history before it
    let mut choices = vec![PartialCover { price: 0, gain: 0, history: 0 }]; // by price and gain, both rising
    for (twin, price, gain) in candidates {
        to_come -= gain;
        let mut merged: Vec<PartialCover> = Vec::with_capacity(2 * choices.len());
        let mut keep = |choice: PartialCover| {
            let beaten = merged.last().is_some_and(|last: &PartialCover| last.gain >= choice.gain);
            if !beaten && choice.gain + to_come >= need {
                if merged.last().is_some_and(|last| last.price == choice.price) {
                    merged.pop();
                }
                merged.push(choice);
            }
        };
        let mut without = choices.iter().peekable();
        for old in &choices {
            let with =
                PartialCover { price: old.price + price, gain: (old.gain + gain).min(need), history: 0 };
            while let Some(other) = without.next_if(|other| other.price <= with.price) {
                keep(PartialCover { ..*other });
            }
            histories.push((twin, old.history));
            keep(PartialCover { history: histories.len() - 1, ..with });
        }
        without.for_each(|other| keep(PartialCover { ..*other }));
        *work += merged.len() as u64;
        choices = merged;
    }
    let best = choices.last().filter(|best| best.gain >= need)?;
    let mut history = best.history;
    while history > 0 {
        let (twin, before) = histories[history];
        chosen[twin] = true;
        history = before;
    }
    Some(best.price)
}
