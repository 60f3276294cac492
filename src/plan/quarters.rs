//! The quarters of a plan: the work in each, the actions finished in it, the one under way at its end, and
//! the level that each questionnaire will have reached then.

use std::ops::Range;

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
    let mut first = 0;
    let ends = (0..total).step_by(usize::try_from(capacity).unwrap_or(usize::MAX)).map(|begin| {
        let end = total.min(begin + capacity);
        let next = first + until[first..].iter().take_while(|until| **until <= end).count();
        let actions = std::mem::replace(&mut first, next)..next;
        (end - begin, actions, next.checked_sub(1).map_or(0, |last| until[last]) < end)
    });
    let ends: Vec<(u64, Range<usize>, bool)> = ends.collect();
    let mut outlooks = vec![None; ends.len()];
    let finished: Vec<usize> = ends.iter().map(|(_, actions, _)| actions.end).collect();
    fill(baseline, order, &finished, &mut outlooks);
    let quarters = ends.into_iter().zip(outlooks).zip(1..);
    let quarters = quarters.map(|(((points, actions, begun), outlook), number)| {
        let (starts, ends) = dates(settings.start, number);
        let (reaches, sustains) = outlook.unwrap_or_default();
        Quarter {
            number,
            starts,
            ends,
            points: u32::try_from(points).unwrap_or(u32::MAX),
            under_way: begun.then_some(actions.end),
            actions,
            reaches,
            sustains,
        }
    });
    quarters.collect()
}

/// What is reached, and what ability sustains.
type Outlook<'a> = (Levels<'a>, Levels<'a>);

/// Finds the outlook after each of these quarters, by how many actions are finished then. More work never takes
/// a level away: where the first and the last are the same, so are all between them. There may be thousands.
fn fill<'a>(
    baseline: &Baseline<'a>,
    order: &[usize],
    finished: &[usize],
    outlooks: &mut [Option<Outlook<'a>>],
) {
    let last = finished.len().saturating_sub(1);
    for i in [0, last] {
        if let (Some(none @ None), Some(count)) = (outlooks.get_mut(i), finished.get(i)) {
            *none = Some(outlook(baseline, &order[..*count]));
        }
    }
    if last < 2 {
        return;
    }
    if outlooks[0] == outlooks[last] {
        let same = outlooks[0].clone();
        return outlooks.fill(same);
    }
    let middle = last / 2;
    fill(baseline, order, &finished[..=middle], &mut outlooks[..=middle]);
    fill(baseline, order, &finished[middle..], &mut outlooks[middle..]);
}

/// What is reached, and what ability sustains, once these actions are finished.
fn outlook<'a>(baseline: &Baseline<'a>, actions: &[usize]) -> Outlook<'a> {
    let mut finished = vec![false; baseline.asked.len()];
    actions.iter().for_each(|position| finished[*position] = true);
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
