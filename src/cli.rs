//! The command line: arguments, the commands, messages and exit statuses.
//!
//! Results go to standard output and messages to standard error. The exit status is 0; 1 when something
//! could not be done; 2 when the arguments are wrong whatever the files say.
//!
//! Each command has its arguments and its work in one file. They know nothing of formats, formulas and
//! screens: those are `report`, `score`, `plan` and `tui`.

mod action;
mod answer;
mod arguments;
mod check;
mod compare;
mod interface;
mod manual;
mod merge;
mod message;
mod minutes;
mod new;
mod next;
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

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::tui::theme::ThemeName;
use crate::words::{command_line, help};

#[derive(Debug, Parser)]
#[command(name = "ospo-assess", bin_name = "ospo-assess", version, about = help::program::ABOUT, after_help = help::program::NOTES)]
struct Cli {
    #[arg(help = help::program::FILE)]
    file: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<CommandArgs>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = help::everywhere::HEADING)]
struct Common {
    #[arg(help = help::everywhere::QUESTIONNAIRES, long, global = true, value_name = "DIR")]
    questionnaires: Vec<PathBuf>,
    #[arg(help = help::everywhere::THEME, long, global = true, value_name = "THEME", default_value = "auto")]
    #[arg(value_parser = theme(), hide_default_value = true, hide_possible_values = true)]
    theme: ThemeName,
    #[arg(help = help::everywhere::PLAIN, long, global = true)]
    plain: bool,
}

fn theme() -> impl TypedValueParser<Value = ThemeName> {
    let themes = ThemeName::ALL.iter().zip(help::everywhere::THEMES);
    let values = themes.map(|(theme, help)| PossibleValue::new(theme.id()).help(help));
    PossibleValuesParser::new(values).map(|name| name.parse::<ThemeName>().unwrap_or_default())
}

#[derive(Debug, Subcommand)]
enum CommandArgs {
    New(new::NewArgs),
    Next(next::NextArgs),
    Answer(answer::AnswerArgs),
    Target(target::TargetArgs),
    Action(action::ActionArgs),
    Score(score::ScoreArgs),
    Plan(plan::PlanArgs),
    Compare(compare::CompareArgs),
    Merge(merge::MergeArgs),
    Sync(sync::SyncArgs),
    Workshop(workshop::WorkshopArgs),
    Minutes(minutes::MinutesArgs),
    Check(check::CheckArgs),
    Questionnaires(questionnaires::QuestionnairesArgs),
    Show(questionnaires::ShowArgs),
    #[command(about = help::schema::ABOUT, after_help = help::schema::NOTES)]
    Schema,
    Completions(manual::CompletionsArgs),
    #[command(about = help::man::ABOUT, after_help = help::man::NOTES)]
    Man,
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
    let near = near_commands(&word);
    (!near.is_empty()).then(|| usage(None, command_line::no_command(&word, &near)))
}

/// The commands that a word is like, when it is none.
fn near_commands(word: &str) -> Vec<String> {
    let cli = Cli::command();
    let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
    if commands.contains(&word) {
        return Vec::new();
    }
    crate::text::near(word, commands).into_iter().map(str::to_owned).collect()
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let Cli { file, common, command } = cli;
    let Some(command) = command else {
        return interface::run(&common, file.as_deref()).map(|()| ExitCode::SUCCESS);
    };
    if let Some(file) = file {
        return Err(usage(None, command_line::file_before_command(&file)));
    }
    match command {
        CommandArgs::New(args) => args.run(&common)?,
        CommandArgs::Next(args) => args.run(&common)?,
        CommandArgs::Answer(args) => args.run(&common)?,
        CommandArgs::Target(args) => args.run(&common)?,
        CommandArgs::Action(args) => args.run(&common)?,
        CommandArgs::Score(args) => return args.run(&common),
        CommandArgs::Plan(args) => args.run(&common)?,
        CommandArgs::Compare(args) => return args.run(&common),
        CommandArgs::Merge(args) => return args.run(&common),
        CommandArgs::Sync(args) => args.run(&common)?,
        CommandArgs::Workshop(args) => args.run(&common)?,
        CommandArgs::Minutes(args) => args.run(&common)?,
        CommandArgs::Check(args) => return args.run(&common),
        CommandArgs::Questionnaires(args) => args.run(&common)?,
        CommandArgs::Show(args) => args.run(&common)?,
        CommandArgs::Schema => questionnaires::print_schema()?,
        CommandArgs::Completions(args) => args.run()?,
        CommandArgs::Man => manual::print_manual()?,
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
