//! Plans as their readers see them: routes, order, quarters, states, targets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod order;
mod organisation;
mod properties;
mod quarters;
mod routes;
mod settings;
