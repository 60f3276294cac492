//! The clock: the one place that reads it for dates. Everything below `cli`, `plain` and `tui` is told the time.

use std::sync::LazyLock;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day it is where the user lives; the day in UTC where the system does not say where that is.
pub fn today() -> Date {
    day(SystemTime::now())
}

/// The day of a moment, as [`today`] has it.
pub fn day(time: SystemTime) -> Date {
    timestamp(time).to_zoned(ZONE.clone()).date()
}

/// The time zone of the system, as it was when it was first asked for. Its own file says it at once; to find it by
/// name, all zones are listed first, which takes as long as all else until the first screen.
static ZONE: LazyLock<TimeZone> = LazyLock::new(|| {
    let file = std::fs::read("/etc/localtime").ok().filter(|_| std::env::var_os("TZ").is_none());
    let zone = file.and_then(|file| TimeZone::tzif("", &file).ok());
    zone.unwrap_or_else(TimeZone::system)
});

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
        assert!(day(far).year() >= 9998, "{}", day(far));
    }
}
