//! The command line: arguments, the commands, messages and exit statuses.
//!
//! Results go to standard output and messages to standard error. The exit status is 0; 1 when something
//! could not be done; 2 when the arguments are wrong whatever the files say.
//!
//! Each command has its arguments and its work in one file. They know nothing of formats, formulas and
//! screens: those are `report`, `score`, `plan` and `tui`.

mod action;
mod answer;
mod check;
mod compare;
mod interface;
mod manual;
mod merge;
mod message;
mod names;
mod new;
mod open;
mod plan;
mod portfolio;
mod questionnaires;
mod score;
mod sync;
mod target;
mod workshop;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::tui::theme::ThemeName;

const EXAMPLES: &str = "\
Examples:
  ospo-assess                           the interface: your assessments
  ospo-assess new ospo.toml --organization \"Example Corp\"
  ospo-assess ospo.toml                 the interface, at the next question
  ospo-assess score ospo.toml --explain
  ospo-assess plan ospo.toml --output PLAN.md

A file that is named like a command is reached as ./score. Exit status: 0; 1 with a message; 2 for \
wrong usage.";

/// Assess the maturity of an open source programme, and leave with a plan
#[derive(Debug, Parser)]
#[command(name = "ospo-assess", version, after_help = EXAMPLES)]
struct Cli {
    /// The assessment to open in the interface, at its next question
    file: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
struct Common {
    /// Read your own questionnaires from this folder too
    #[arg(long, global = true, value_name = "DIR")]
    questionnaires: Vec<PathBuf>,
    /// Colours of the interface: auto, dark, light, mono
    #[arg(long, global = true, value_name = "THEME", default_value = "auto")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    theme: ThemeName,
    /// Line by line, for screen readers and pipes; taken by itself where TERM is dumb
    #[arg(long, global = true)]
    plain: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::NewArgs),
    Answer(answer::AnswerArgs),
    Target(target::TargetArgs),
    Action(action::ActionArgs),
    Score(score::ScoreArgs),
    Plan(plan::PlanArgs),
    Compare(compare::CompareArgs),
    Merge(merge::MergeArgs),
    Sync(sync::SyncArgs),
    Workshop(workshop::WorkshopArgs),
    Check(check::CheckArgs),
    Questionnaires(questionnaires::QuestionnairesArgs),
    Show(questionnaires::ShowArgs),
    Schema(questionnaires::SchemaArgs),
    Completions(manual::CompletionsArgs),
    Man(manual::ManArgs),
}

/// Does what the arguments of this process ask for, and returns its exit status.
pub fn run() -> ExitCode {
    refuse_instead_of_dying();
    run_with(std::env::args_os().collect())
}

/// At a limit on the size of files the system ends a program that does not care; one that does gets an
/// error from its write, and can say it.
fn refuse_instead_of_dying() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

fn run_with(mut arguments: Vec<OsString>) -> ExitCode {
    // Whoever asks how to get help is told as by `help` alone.
    if arguments.get(1).is_some_and(|word| word == "help") {
        arguments.retain(|word| word != "--help" && word != "-h");
    }
    let cli = Cli::try_parse_from(&arguments).map_err(|error| match error.kind() {
        ErrorKind::UnknownArgument => mistyped(&arguments).unwrap_or_else(|| error.into()),
        _ => error.into(),
    });
    cli.and_then(dispatch).unwrap_or_else(|error| message::failure(&error))
}

/// The error for a mistyped command, which the parser takes for a file.
fn mistyped(arguments: &[OsString]) -> Option<anyhow::Error> {
    let word = arguments.get(1)?.to_string_lossy();
    if word.starts_with('-') {
        return None;
    }
    let near = near_command(&word)?;
    Some(usage(None, format!("there is no command {word}{near}")))
}

/// What to offer for a word that is no command, when it is like one.
fn near_command(word: &str) -> Option<String> {
    let cli = Cli::command();
    let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
    let near = names::did_you_mean(word, commands.iter().copied());
    (!commands.contains(&word) && !near.is_empty()).then_some(near)
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let Cli { file, common, command } = cli;
    let Some(command) = command else {
        return interface::run(&common, file.as_deref());
    };
    if let Some(file) = file {
        let file = file.display();
        return Err(usage(None, format!("'{file}' stands before a command; put it behind the command")));
    }
    match command {
        Command::New(args) => args.run(&common)?,
        Command::Answer(args) => args.run(&common)?,
        Command::Target(args) => args.run(&common)?,
        Command::Action(args) => args.run(&common)?,
        Command::Score(args) => return args.run(&common),
        Command::Plan(args) => args.run(&common)?,
        Command::Compare(args) => return args.run(&common),
        Command::Merge(args) => args.run(&common)?,
        Command::Sync(args) => args.run(&common)?,
        Command::Workshop(args) => args.run(&common)?,
        Command::Check(args) => return args.run(&common),
        Command::Questionnaires(args) => args.run(&common)?,
        Command::Show(args) => args.run(&common)?,
        Command::Schema(args) => args.run()?,
        Command::Completions(args) => args.run()?,
        Command::Man(args) => args.run()?,
    }
    Ok(ExitCode::SUCCESS)
}

/// An error in the arguments that their parser alone cannot see: it ends with status 2 too.
fn usage(command: Option<&str>, what: impl std::fmt::Display) -> anyhow::Error {
    let mut cli = Cli::command();
    cli.build();
    let found = command.and_then(|name| cli.find_subcommand_mut(name).cloned());
    found.unwrap_or(cli).error(ErrorKind::ValueValidation, what).into()
}
