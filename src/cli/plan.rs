//! `plan`: what to do, in which order, by when. Options override what the assessment says.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::names::{date, pair};
use super::{Common, message, open, sync, target};
use crate::assessment::{Assessment, Edit, Route};
use crate::clock;
use crate::plan::Settings;
use crate::plan_file::PlanFormat;
use crate::plan_file::{ExportError, Replace, export, read_plan};
use crate::questionnaire::Catalogue;

/// Write the plan
#[derive(Debug, Args)]
#[command(after_help = "\
The first plan writes its start into the assessment, so that the quarters stay where they are.
Written onto an earlier Markdown plan, it first takes over what people ticked
and filled in there (as `sync` does), and keeps what they wrote.

Examples:
  ospo-assess plan ospo.toml --output PLAN.md
  ospo-assess plan ospo.toml --route full --capacity 6 --format csv")]
pub(super) struct PlanArgs {
    /// The assessment
    file: PathBuf,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = PlanFormat::Markdown.id(), value_parser = format())]
    format: PlanFormat,
    /// Which actions to take: all, or the least work that reaches every target
    #[arg(long, value_name = "ROUTE", value_parser = route())]
    route: Option<Route>,
    /// The level to aim at in a questionnaire; may be given several times
    #[arg(long, value_name = "QUESTIONNAIRE=LEVEL", value_parser = wanted_level)]
    target: Vec<(String, String)>,
    /// Points of work that a quarter holds, about one a week; 12 where nothing is said
    #[arg(long, value_name = "N", value_parser = capacity, allow_negative_numbers = true)]
    capacity: Option<u32>,
    /// The first day of the first quarter, like 2027-01-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    start: Option<Date>,
    /// The file to write; without it, standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file whatever it is, with all that people wrote into it
    #[arg(long, requires = "output")]
    force: bool,
}

fn format() -> impl TypedValueParser<Value = PlanFormat> {
    let words = PossibleValuesParser::new(PlanFormat::ALL.map(PlanFormat::id));
    words.map(|word| PlanFormat::from_id(&word).unwrap_or(PlanFormat::Markdown))
}

fn route() -> impl TypedValueParser<Value = Route> {
    let words = PossibleValuesParser::new([Route::Shortest.id(), Route::Full.id()]);
    words.map(|word| word.parse::<Route>().unwrap_or_default())
}

fn capacity(argument: &str) -> Result<u32, String> {
    let capacity = argument.parse().ok().filter(|capacity| *capacity > 0);
    capacity.ok_or_else(|| "write a whole number, 1 or more".to_owned())
}

fn wanted_level(argument: &str) -> Result<(String, String), String> {
    let (questionnaire, level) = pair(argument)?;
    if level.is_empty() {
        Err("there is no level behind the =".to_owned())
    } else {
        Ok((questionnaire, level))
    }
}

impl PlanArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        target::check_usage("plan", &self.target)?;
        let catalogue = open::catalogue(common)?;
        if let Some(earlier) = self.earlier_plan() {
            sync::take_over(&self.file, earlier, &catalogue, |line| {
                message::say(line);
                Ok(())
            })?;
        }
        let assessment = open::read(&self.file, &catalogue)?;
        let settings =
            self.settings(&assessment, &catalogue).with_context(|| self.file.display().to_string())?;
        let written = self.format.plan_of(&catalogue, &assessment, &settings);
        match &self.output {
            None => message::print(&written)?,
            Some(path) => self.write(path, &written, &assessment)?,
        }
        if assessment.plan.start.is_none() {
            self.keep_start(&catalogue, settings.start);
        }
        Ok(())
    }

    /// The earlier plan that this one is written onto.
    fn earlier_plan(&self) -> Option<&Path> {
        let onto = self.output.as_deref().filter(|_| self.format == PlanFormat::Markdown && !self.force);
        onto.filter(|path| path.is_file() && read_plan(path).is_some())
    }

    /// What the assessment says, overridden by the options.
    fn settings(&self, assessment: &Assessment, catalogue: &Catalogue) -> anyhow::Result<Settings> {
        let mut settings = Settings::of(catalogue, assessment, clock::today());
        settings.route = self.route.unwrap_or(settings.route);
        settings.capacity = self.capacity.unwrap_or(settings.capacity);
        settings.start = self.start.unwrap_or(settings.start);
        for (id, level) in &self.target {
            let number = target::number(id, level, assessment, catalogue)?;
            settings.targets.retain(|(known, _)| known != id);
            settings.targets.push((id.clone(), number));
        }
        Ok(settings)
    }

    fn write(&self, path: &Path, written: &str, assessment: &Assessment) -> anyhow::Result<()> {
        let replace = match (self.force, self.format) {
            (true, _) => Replace::Anything,
            (false, PlanFormat::Markdown) => Replace::Plan,
            (false, _) => Replace::Nothing,
        };
        export(path, written, replace, &self.file, assessment).map_err(|error| match error {
            ExportError::Exists(_) => {
                anyhow::anyhow!("{error}; choose another name, or replace it with --force")
            }
            error => error.into(),
        })?;
        message::say(&format!("wrote {}", path.display()));
        Ok(())
    }

    /// Writes the start into the assessment. The plan is there already: that it cannot be kept, for
    /// instance in a file that may only be read, is worth a word and no failure.
    fn keep_start(&self, catalogue: &Catalogue, start: Date) {
        let kept = open::change_quietly(&self.file, catalogue, |mut assessment| {
            if assessment.plan.start.is_none() {
                let mut settings = assessment.plan;
                settings.start = Some(start);
                assessment.apply(Edit::Plan(settings));
            }
            Ok(assessment)
        });
        if let Err(error) = kept {
            message::say(&format!(
                "the start {start} was not kept in the assessment, so the next plan may start on another day: {error:#}"
            ));
        }
    }
}
