//! What several subjects share.

pub mod assessments;
pub mod attack;
pub mod catalogues;
pub mod files;
pub mod keys;
pub mod program;
#[cfg(unix)]
pub mod pty;
pub mod random;
pub mod read;
pub mod screen;
pub mod svg;
pub mod sweep;
pub mod talk;
