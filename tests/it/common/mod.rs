//! What several tests share. Each test file uses its own part of it.
#![allow(dead_code, unreachable_pub, unused_imports, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod founder;
pub mod keys;
#[cfg(unix)]
pub mod pty;
pub mod random;
pub mod screen;
pub mod small;
pub mod svg;
pub mod sweep;
