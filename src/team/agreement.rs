//! The agreement of a group: van der Eijk's agreement *A* for ordered rating scales (C. van der Eijk,
//! "Measuring Agreement in Ordered Rating Scales", Quality & Quantity 35, 2001, pages 325 to 341).
//!
//! The votes are cut into layers: as many votes from every option that still has some as the smallest
//! of them has, until none is left. A layer is a pattern of ones and zeros, with S ones among K
//! options, and its agreement is U · (1 − (S − 1) / (K − 1)). U compares, among all triples of options
//! in their order, those that speak for one peak (1 1 0 and 0 1 1: TU) with those that speak against
//! it (1 0 1: TDU): U = ((K − 2) · TU − (K − 1) · TDU) / ((K − 2) · (TU + TDU)), equation 2. A is the mean of
//! the layers by their numbers of votes.
//!
//! The source defines it from three options on. With two there are no triples; the layers give 1 for
//! all in one option down to 0 for an even split.

/// The options that a scale may have at most.
const MAX_OPTIONS: usize = 9;

/// The least common multiple of S − 1 for all S up to [`MAX_OPTIONS`].
const COMMON: i128 = 840;

/// The agreement in thousandths, rounded half up: 1000 when all votes are on one option, 0 when they
/// are spread evenly over all, −1000 when one half is at either end. `votes` is the number of votes
/// on each option, in their order. `None` without votes, and for fewer than 2 or more than 9 options.
pub fn agreement(votes: &[u32]) -> Option<i32> {
    let k = votes.len();
    let total: i128 = votes.iter().map(|votes| i128::from(*votes)).sum();
    if !(2..=MAX_OPTIONS).contains(&k) || total == 0 {
        return None;
    }
    // Σ votes · agreement over the layers, in units of 1 / `unit`.
    let triples = k as i128 - 2;
    let unit = (k as i128 - 1) * triples.max(1) * COMMON;
    let mut sum = 0;
    let mut rest = votes.to_vec();
    while let Some(height) = rest.iter().copied().filter(|votes| *votes > 0).min() {
        let pattern: Vec<bool> = rest.iter().map(|votes| *votes > 0).collect();
        let ones = pattern.iter().filter(|one| **one).count() as i128;
        let layer = match ones {
            1 => unit,
            _ if ones == k as i128 => 0,
            // TU + TDU is S · (S − 1) / 2 · (K − S), by which S · U · (K − S) / (K − 1) is simplified.
            _ => {
                let (peaked, split) = count_triples(&pattern);
                let against = (k as i128 - 1) * split;
                2 * (triples * peaked - against) * (COMMON / (ones - 1))
            }
        };
        sum += i128::from(height) * layer;
        rest.iter_mut().for_each(|votes| *votes = votes.saturating_sub(height));
    }
    let (sum, all) = (sum * 1000, unit * total);
    i32::try_from((2 * sum + all).div_euclid(2 * all)).ok()
}

/// TU and TDU: the triples for one peak, and those against.
fn count_triples(pattern: &[bool]) -> (i128, i128) {
    let (mut peaked, mut split) = (0, 0);
    for (i, first) in pattern.iter().enumerate() {
        for (j, middle) in pattern.iter().enumerate().skip(i + 1) {
            for last in pattern.iter().skip(j + 1) {
                match (first, middle, last) {
                    (true, true, false) | (false, true, true) => peaked += 1,
                    (true, false, true) => split += 1,
                    _ => {}
                }
            }
        }
    }
    (peaked, split)
}
