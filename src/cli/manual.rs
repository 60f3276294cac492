//! `completions` and `man`: what shells and manuals want to know, made from the arguments themselves.

use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{Cli, message};
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::completions::ABOUT, after_help = help::completions::NOTES)]
pub(super) struct CompletionsArgs {
    #[arg(help = help::completions::SHELL)]
    shell: Shell,
}

impl CompletionsArgs {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "ospo-assess", &mut script);
        message::print(&String::from_utf8_lossy(&script))
    }
}

pub(super) fn print_manual() -> anyhow::Result<()> {
    let page = page().context(command_line::NO_MANUAL)?;
    message::print(&String::from_utf8_lossy(&page))
}

/// The whole page: the program, then a section for each command.
fn page() -> std::io::Result<Vec<u8>> {
    let mut cli = Cli::command().disable_help_subcommand(true);
    cli.build();
    let mut page = Vec::new();
    let man = Man::new(cli.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    heading("SH", help::program::MANUAL_NOTES).to_writer(&mut page)?;
    examples(&cli).to_writer(&mut page)?;
    for command in cli.get_subcommands() {
        heading("SH", &format!("ospo-assess {}", command.get_name()).to_uppercase()).to_writer(&mut page)?;
        section(command, &mut page)?;
    }
    Ok(page)
}

/// A command: what it does, and below it its arguments, without those that every command has.
fn section(command: &clap::Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let everywhere = ["questionnaires", "theme", "plain", "help"];
    let own = command.clone().mut_args(|argument| {
        let hide = everywhere.contains(&argument.get_id().as_str());
        argument.hide(hide)
    });
    let about = own.get_about().map(ToString::to_string).unwrap_or_default();
    let mut text = Roff::new();
    text.text([roman(format!("{about}."))]);
    text.to_writer(page)?;
    let examples = examples(&own);
    let has_arguments = own.get_arguments().any(|argument| !argument.is_hide_set());
    let man = Man::new(own);
    let mut below = Vec::new();
    man.render_synopsis_section(&mut below)?;
    if has_arguments {
        man.render_options_section(&mut below)?;
    }
    page.extend(String::from_utf8_lossy(&below).replace(".SH ", ".SS ").into_bytes());
    heading("SS", help::MANUAL_NOTES).to_writer(page)?;
    examples.to_writer(page)
}

fn heading(kind: &str, title: &str) -> Roff {
    let mut heading = Roff::new();
    heading.control(kind, [title]);
    heading
}

/// What stands below the help of a command, line by line as it is.
fn examples(command: &clap::Command) -> Roff {
    let mut examples = Roff::new();
    examples.control("nf", []);
    for line in command.get_after_help().map(ToString::to_string).unwrap_or_default().lines() {
        examples.text([roman(line)]);
    }
    examples.control("fi", []);
    examples
}
