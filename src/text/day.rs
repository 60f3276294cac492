//! Days as people write them.

use jiff::Span;
use jiff::civil::Date;

/// The years that a day may fall in: others are slips of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

/// A day as people write it: `2027-01-31`, or `+30` for thirty days from today.
pub fn day(text: &str, today: Date) -> Option<Date> {
    let day = match text.strip_prefix('+') {
        Some(days) => {
            let span = days.trim().parse().ok().and_then(|days: u32| Span::new().try_days(days).ok());
            span.and_then(|span| today.checked_add(span).ok())
        }
        None => text.parse().ok().filter(|_| text.len() == "2027-01-31".len()),
    };
    day.filter(|day| YEARS.contains(&day.year()))
}
