//! The quarters of a plan: the work in each, the actions finished in it, the one under way at its end, and
//! the level that each questionnaire will have reached then.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::baseline::Baseline;
use super::settings::Settings;
use super::targets::sustains;
use super::types::{Levels, Quarter};

const MONTHS: i64 = 3;

/// The quarters of actions in this order, done one after the other.
pub(super) fn quarters<'a>(
    baseline: &Baseline<'a>,
    order: &[usize],
    settings: &Settings,
) -> Vec<Quarter<'a>> {
    let capacity = u64::from(settings.capacity.max(1));
    let mut points = 0;
    let until = |position: &usize| {
        points += u64::from(baseline.asked[*position].points());
        points
    };
    // By action, the points of work until it is finished.
    let until: Vec<u64> = order.iter().map(until).collect();
    let total = until.last().copied().unwrap_or(0);
    let mut quarters: Vec<Quarter<'a>> = Vec::new();
    let mut finished = vec![false; baseline.asked.len()];
    let mut first = 0;
    for (number, begin) in (1..).zip((0..total).step_by(usize::try_from(capacity).unwrap_or(usize::MAX))) {
        let end = total.min(begin + capacity);
        let next = first + until[first..].iter().take_while(|until| **until <= end).count();
        for position in &order[first..next] {
            finished[*position] = true;
        }
        let (reaches, sustains) = match quarters.last() {
            Some(before) if first == next => (before.reaches.clone(), before.sustains.clone()),
            _ => outlook(baseline, &finished),
        };
        let begun = next.checked_sub(1).map_or(0, |last| until[last]) < end;
        let (starts, ends) = dates(settings.start, number);
        quarters.push(Quarter {
            number,
            starts,
            ends,
            points: u32::try_from(end - begin).unwrap_or(u32::MAX),
            actions: first..next,
            under_way: begun.then_some(next),
            reaches,
            sustains,
        });
        first = next;
    }
    quarters
}

/// What is reached, and what ability sustains, once these are finished.
fn outlook<'a>(baseline: &Baseline<'a>, finished: &[bool]) -> (Levels<'a>, Levels<'a>) {
    let scores = baseline.project(|position| finished[position]);
    let reaches = scores.iter().map(|(questionnaire, score)| (*questionnaire, score.reached));
    let sustained =
        scores.iter().filter_map(|(questionnaire, score)| Some((*questionnaire, sustains(score)?)));
    (reaches.collect(), sustained.collect())
}

/// The first and last day of quarter `number`; from the end of the calendar on, its last day.
fn dates(start: Date, number: usize) -> (Date, Date) {
    let begin = |quarter: usize| {
        let months = i64::try_from(quarter).ok()?.checked_mul(MONTHS)?;
        start.checked_add(Span::new().try_months(months).ok()?).ok()
    };
    let starts = begin(number - 1).unwrap_or(Date::MAX);
    let ends = begin(number).and_then(|next| next.checked_sub(1.day()).ok()).unwrap_or(Date::MAX);
    (starts, ends)
}
