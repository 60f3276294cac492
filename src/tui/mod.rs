//! The screens: what comes from the terminal goes to [`crate::app`], which is then drawn. Nothing is
//! decided here but what can be seen.
//!
//! - `runtime`: the loop: events in, drawing out, effects carried out in between
//! - `terminal`, `input`, `editor`: the terminal, what it sends, and the user's own editor on it
//! - `ui`: messages from what the terminal sends; `keymap`: the names of its keys; `textbox`: the box in
//!   which a text is written
//! - `screens`: a file that draws for each screen; `scene`: what they draw; `laid_out`: a page that stays laid out;
//!   `widgets`: pieces of them
//! - `theme`: colours by meaning

mod editor;
mod input;
mod keymap;
mod laid_out;
#[cfg(unix)]
mod ready;
mod runtime;
mod scene;
mod screens;
mod terminal;
mod textbox;
pub mod theme;
mod ui;
mod widgets;

pub use runtime::run;
pub use scene::SMALLEST;
pub use ui::Ui;
