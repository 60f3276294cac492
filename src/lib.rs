//! `ospo-assess`: assess the maturity of an open source programme, and leave with a plan.
//!
//! The parts, each of which knows only those above it in this list:
//!
//! - [`questionnaire`]: the models as TOML files: format, reading, the built-in ones
//! - [`check`]: what is wrong with questionnaires, and loading a user's own
//! - [`assessment`]: what one organisation answered
//! - [`files`]: the file of an assessment, saving it, and which of them there are
//! - [`score`]: what the answers prove and what they still allow
//! - [`plan`]: what to do about it, in which order, by when
//! - [`team`]: many answers put together, agreement, what changed over time
//! - [`interview`]: which question comes next (beside `plan`)
//! - [`workshop`]: a room that answers by counting hands (above `interview` and `team`)
//! - [`words`]: every sentence that is said to a person
//! - [`report`]: scores and plans as text, Markdown, JSON, CSV
//! - [`plan_file`]: a Markdown plan written, read back and kept: ticks, owners, dates, people's own words
//! - [`app`]: the application without a terminal: state, keys, dialogs, effects as data
//! - [`tui`], [`plain`] and [`cli`]: the ways in: screens, line by line, commands
//!
//! Below all of them: [`text`], what text from outside may contain. Below the ways in alone: `effects`,
//! which carries out what the application asks for, and [`clock`], the day.
//!
//! `ARCHITECTURE.md` has the picture, and what a new screen, key, format or field touches.

pub mod app;
pub mod assessment;
pub mod check;
pub mod cli;
pub mod clock;
pub mod effects;
pub mod files;
pub mod interview;
pub mod plain;
pub mod plan;
pub mod plan_file;
pub mod questionnaire;
pub mod report;
pub mod score;
pub mod team;
pub mod text;
pub mod tui;
pub mod words;
pub mod workshop;
