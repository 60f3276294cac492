//! All tests on what users see and rely on, in one program: a module for each subject.
//!
//! The tests run beside each other in one process. None changes what the process shares (the working
//! folder, the environment, limits, signals): what needs that runs the real program.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers are used all over the program, and a test that cannot go on panics"
)]

mod common;

mod agreement;
mod architecture;
mod assessment_file;
mod assessment_library;
mod assessment_merge;
mod assessment_next;
mod assessment_round_trip;
#[cfg(unix)]
mod assessment_save;
mod attacks;
mod check;
mod cli_bad_input;
mod cli_change;
mod cli_help;
mod cli_questionnaires;
mod cli_results;
mod cli_session;
mod cli_team;
#[cfg(target_os = "linux")]
mod costs;
mod development_set;
mod documents;
#[cfg(unix)]
mod faults;
mod folders;
#[cfg(unix)]
mod growing_models;
mod hostile;
mod interview;
mod keys;
#[cfg(unix)]
mod kill;
mod listen;
mod organisations;
mod paper_map;
mod plain;
#[cfg(unix)]
mod plain_same;
mod plain_saving;
mod plain_workshop;

mod plan;
mod plan_marks;
mod report_attacks;
mod report_documents;
mod report_figures;
mod report_json;
mod report_since;
mod score;
mod score_implied;
mod screens_comparison;
mod screens_interview;
mod screens_look;
mod screens_paper;
mod screens_plan;
mod screens_plan_setup;
mod screens_results;
mod screens_room;
mod screens_safe;
mod screens_target;
mod screens_workshop;
mod security_model;
#[cfg(target_os = "linux")]
mod strace;
mod sync;
mod team_compare;
mod team_merge;
#[cfg(unix)]
mod terminal;
mod text;
mod trackers;
mod who_is_needed;
mod workshop;
#[cfg(unix)]
mod workshop_sessions;
mod writing_questionnaires;
