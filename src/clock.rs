//! The clock: the one place that reads it for dates. Everything below `cli`, `plain` and `tui` is told the time.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day it is where the user lives; the day in UTC where the system does not say where that is.
pub fn today() -> Date {
    now().to_zoned(TimeZone::system()).date()
}

/// The moment it is. A clock that is beyond what dates can say stands still at their end.
pub fn now() -> Timestamp {
    timestamp(SystemTime::now())
}

fn timestamp(time: SystemTime) -> Timestamp {
    Timestamp::try_from(time).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_beyond_all_dates_stands_still() {
        let far = SystemTime::UNIX_EPOCH + Duration::from_secs(300_000_000_000);
        let day = timestamp(far).to_zoned(TimeZone::system()).date();
        assert!(day.year() >= 9998, "{day}");
    }
}
