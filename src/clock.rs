//! The clock: the one place that reads it for dates. Everything below `cli` and `tui` is told the time.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day it is where the user lives; the day in UTC where the system does not say where that is.
pub fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::system()).date()
}
