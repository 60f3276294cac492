//! The screens: each draws what the application has.

mod comparison;
mod dialogs;
pub(super) mod frame;
mod home;
mod interview;
pub(super) mod mouse;
pub(super) mod movement;
mod plan;
mod results;
mod target;
mod workshop;
