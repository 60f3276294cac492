//! What several subjects share.

pub mod attack;
pub mod founder;
pub mod keys;
pub mod program;
#[cfg(unix)]
pub mod pty;
pub mod random;
pub mod read;
pub mod report;
pub mod screen;
pub mod small;
pub mod svg;
pub mod sweep;
pub mod talk;
