//! The interface: `event → message → update → effects → draw`.
//!
//! - `keys`: the one table of keys
//! - `app`: the state, and what a message does to it
//! - `answers`, `dialogs`: what stands over a screen, and what its answers do
//! - `screens`, `widgets`: drawing
//! - `message`: what goes in and out
//! - `theme`: colours by meaning

mod answers;
pub mod app;
mod desk;
mod dialogs;
mod editor;
mod input;
pub mod keys;
pub mod message;
mod opening;
mod runtime;
mod saving;
mod screens;
mod terminal;
pub mod theme;
mod unasked;
mod widgets;

pub use runtime::{run, run_workshop};
pub use screens::frame::draw;
pub use screens::workshop::Setup;
