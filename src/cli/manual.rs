//! `completions` and `man`: what shells and manuals want to know, made from the arguments themselves.

use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{Cli, message};

/// Completions for a shell: bash, zsh, fish, elvish or powershell
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess completions bash > ~/.local/share/bash-completion/completions/ospo-assess")]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// The manual page of all commands
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  ospo-assess man > ~/.local/share/man/man1/ospo-assess.1")]
pub(super) struct ManArgs {}

impl CompletionsArgs {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "ospo-assess", &mut script);
        message::print(&String::from_utf8_lossy(&script))
    }
}

impl ManArgs {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let page = page().context("cannot make the manual page")?;
        message::print(&String::from_utf8_lossy(&page))
    }
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
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_extra_section(&mut page)?;
    for command in cli.get_subcommands() {
        heading(&format!("ospo-assess {}", command.get_name())).to_writer(&mut page)?;
        page.extend(section(command)?);
    }
    Ok(page)
}

fn heading(title: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title.to_uppercase().as_str()]);
    roff
}

/// A command: what it does, and below it its arguments, without those that every command has.
fn section(command: &clap::Command) -> std::io::Result<Vec<u8>> {
    let everywhere = ["questionnaires", "theme", "help"];
    let own = command.clone().mut_args(|argument| {
        let hide = everywhere.contains(&argument.get_id().as_str());
        argument.hide(hide)
    });
    let about = own.get_about().map(ToString::to_string).unwrap_or_default();
    let mut text = Roff::new();
    text.text([roman(format!("{about}."))]);
    let mut section = Vec::new();
    text.to_writer(&mut section)?;
    let man = Man::new(own);
    let mut below = Vec::new();
    man.render_synopsis_section(&mut below)?;
    man.render_options_section(&mut below)?;
    man.render_extra_section(&mut below)?;
    section.extend(String::from_utf8_lossy(&below).replace(".SH ", ".SS ").into_bytes());
    Ok(section)
}
