//! What several subjects share.

pub mod assessments;
pub mod attack;
#[cfg(unix)]
pub mod by_keys;
pub mod catalogues;
pub mod files;
pub mod keys;
pub mod program;
#[cfg(unix)]
pub mod pty;
#[cfg(unix)]
pub mod random;
pub mod read;
pub mod screen;
pub mod svg;
pub mod sweep;
pub mod talk;
pub mod voter;

/// A property's cases: so many for every change, ten times as many in the long share.
pub fn cases(usual: u32) -> proptest::test_runner::Config {
    let is_long = std::env::var_os("OSPO_ASSESS_LONG").is_some();
    proptest::test_runner::Config::with_cases(if is_long { 10 * usual } else { usual })
}

/// Says that a test proves nothing here, and why. What a test prints is shown only where it fails, so this
/// goes past the printing to the terminal.
#[cfg(unix)]
pub fn skipped(reason: &str) {
    use std::io::Write;
    let thread = std::thread::current();
    let _ = writeln!(std::io::stderr(), "SKIPPED {}: {reason}", thread.name().unwrap_or("a test"));
}

/// Whether strace is there and may trace; where not, the test says that it was skipped.
#[cfg(unix)]
pub fn can_trace() -> bool {
    let mut strace = std::process::Command::new("strace");
    let tried = strace.args(["-o", "/dev/null", "true"]).stderr(std::process::Stdio::null()).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        skipped("strace is missing, or tracing is not permitted here");
    }
    can
}
