//! `ospo-assess`: assess the maturity of an open source programme, and leave with a plan.
//!
//! `ARCHITECTURE.md` has the picture of its parts, which of them knows which, and what a new screen, key,
//! format or field touches; each part says at its head what it is for.

pub mod app;
pub mod assessment;
pub mod check;
pub mod cli;
pub mod clock;
pub mod effects;
pub mod files;
pub mod interview;
pub mod listen;
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
