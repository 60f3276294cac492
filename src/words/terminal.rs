//! What is said about the terminal itself.

pub(crate) const NEEDS_TERMINAL: &str =
    "the interface needs a terminal; run it in one, use --plain, or the commands (ospo-assess --help)";
pub(crate) const NO_TERMINAL: &str = "standard input and output are not a terminal";
pub(crate) const CANNOT_DRAW: &str = "cannot draw on the terminal";
#[cfg(unix)]
pub(crate) const FROZEN: &str = "the terminal takes nothing any more";
pub(crate) const NO_THREAD: &str =
    "the system has no thread to give; close other programs, or raise its limit (ulimit -u)";
pub(crate) const PANICKED: &str = "ended by a fault of this program; please report what it said";
pub(crate) const NO_STREAMS: &str = "cannot read standard input, or write standard output";
