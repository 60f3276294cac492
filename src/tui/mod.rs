//! The screens: what comes from the terminal goes to [`crate::app`], which is then drawn.
//!
//! - `screens`, `widgets`: drawing
//! - `keymap`: the names of the keys that a terminal sends
//! - `theme`: colours by meaning

mod editor;
pub(crate) mod input;
pub(crate) mod keymap;
mod runtime;
pub(crate) mod screens;
pub(crate) mod terminal;
pub mod theme;
pub(crate) mod widgets;

pub use runtime::{run, run_workshop};
pub use screens::frame::draw;
pub use screens::workshop::Setup;
