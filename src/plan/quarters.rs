//! The quarters of a plan: the actions finished in each, and the level that each questionnaire will have
//! reached then.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::baseline::Baseline;
use super::settings::Settings;
use super::types::Quarter;

const MONTHS: i64 = 3;

/// By action of this order, the number of the quarter in which its last point falls, from 1.
pub(super) fn numbers(baseline: &Baseline<'_>, order: &[usize], capacity: u32) -> Vec<usize> {
    let capacity = u64::from(capacity.max(1));
    let mut points = 0;
    let number = |position: &usize| {
        points += u64::from(baseline.asked[*position].action.effort.points());
        usize::try_from(points.div_ceil(capacity)).unwrap_or(usize::MAX)
    };
    order.iter().map(number).collect()
}

/// The quarters of actions in this order, each finished in the quarter with its number.
pub(super) fn quarters<'a>(
    baseline: &Baseline<'a>,
    order: &[usize],
    numbers: &[usize],
    settings: &Settings,
) -> Vec<Quarter<'a>> {
    let mut quarters: Vec<Quarter<'a>> = Vec::new();
    let mut finished = vec![false; baseline.asked.len()];
    let mut first = 0;
    for number in 1..=numbers.last().copied().unwrap_or(0) {
        let end = first + numbers[first..].iter().take_while(|own| **own == number).count();
        for position in &order[first..end] {
            finished[*position] = true;
        }
        let reaches = match quarters.last() {
            Some(before) if first == end => before.reaches.clone(),
            _ => {
                let scores = baseline.project(|position| finished[position]).into_iter();
                scores.map(|(questionnaire, score)| (questionnaire, score.reached)).collect()
            }
        };
        let under_way = (first == end).then_some(first);
        let (starts, ends) = dates(settings.start, number);
        quarters.push(Quarter { number, starts, ends, actions: first..end, under_way, reaches });
        first = end;
    }
    quarters
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
