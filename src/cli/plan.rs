//! `plan`: what to do, in which order, by when. Options override what the assessment says.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::arguments::{ArgumentError, BYTE_ORDER_MARK, date, pair};
use super::{Common, message, open, sync, target, usage};
use crate::assessment::{Assessment, Edit, Route};
use crate::clock;
use crate::plan::{Settings, higher_aim, to_keep};
use crate::plan_file::{Difference, ExportError, PlanFormat, Replace, export, read_plan};
use crate::questionnaire::Catalogue;
use crate::score::score;
use crate::team::without_words;
use crate::words::{command_line, help};

#[derive(Debug, Args)]
#[command(about = help::plan::ABOUT, after_help = help::plan::NOTES)]
pub(super) struct PlanArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::FORMAT, long, value_name = "FORMAT", default_value = PlanFormat::Markdown.id())]
    #[arg(value_parser = format())]
    format: PlanFormat,
    #[arg(help = help::plan::ROUTE, long, value_name = "ROUTE", value_parser = route())]
    route: Option<Route>,
    #[arg(help = help::plan::TARGET, long, value_name = "QUESTIONNAIRE=LEVEL", value_parser = wanted_level)]
    target: Vec<(String, String)>,
    #[arg(help = help::plan::CAPACITY, long, value_name = "N", value_parser = capacity)]
    #[arg(allow_negative_numbers = true)]
    capacity: Option<u32>,
    #[arg(help = help::plan::START, long, value_name = "DATE", value_parser = date)]
    start: Option<Date>,
    #[arg(help = help::plan::OUTPUT, long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(help = help::ANONYMOUS_REPORT, long)]
    anonymous: bool,
    #[arg(help = help::BOM, long)]
    bom: bool,
    #[arg(help = help::SINCE, long, value_name = "EARLIER")]
    since: Option<PathBuf>,
    #[arg(help = help::plan::FORCE, long, requires = "output")]
    force: bool,
}

fn format() -> impl TypedValueParser<Value = PlanFormat> {
    let words = PossibleValuesParser::new(PlanFormat::ALL.iter().map(|format| format.id()));
    words.map(|word| word.parse().unwrap_or(PlanFormat::Markdown))
}

fn route() -> impl TypedValueParser<Value = Route> {
    let words = PossibleValuesParser::new(Route::ALL.iter().map(|route| route.id()));
    words.map(|word| word.parse::<Route>().unwrap_or_default())
}

fn capacity(argument: &str) -> Result<u32, ArgumentError> {
    let capacity = argument.parse().ok().filter(|capacity| *capacity > 0);
    capacity.ok_or(ArgumentError::NotACapacity)
}

fn wanted_level(argument: &str) -> Result<(String, String), ArgumentError> {
    let (questionnaire, level) = pair(argument)?;
    if level.is_empty() { Err(ArgumentError::MissingLevel) } else { Ok((questionnaire, level)) }
}

impl PlanArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        target::check_usage("plan", &self.target)?;
        if self.bom && self.format != PlanFormat::Csv {
            return Err(usage(Some("plan"), command_line::BOM_IS_FOR_CSV));
        }
        if self.since.is_some() && !self.format.tells_change() {
            return Err(usage(Some("plan"), command_line::SINCE_IS_FOR_PAGES));
        }
        let catalogue = open::catalogue(common)?;
        if let Some(earlier) = self.earlier_plan() {
            // That the plan is older is why it is written again.
            let is_told = |kept: &Difference| !kept.is_of_older_plan();
            sync::take_over(&self.file, earlier, catalogue, is_told, message::warn)?;
        }
        let mut assessment = open::read(&self.file, catalogue)?;
        let earlier = open::earlier(self.since.as_deref(), &assessment)?;
        if self.anonymous {
            assessment = without_words(&assessment);
        }
        let settings =
            self.settings(&assessment, catalogue).with_context(|| self.file.display().to_string())?;
        let mut written = self.format.plan_of(catalogue, &assessment, &settings, earlier.as_ref());
        if self.bom {
            written.insert_str(0, BYTE_ORDER_MARK);
        }
        match &self.output {
            None => message::print(&written)?,
            Some(path) => {
                self.write(path, &written, &assessment)?;
                if assessment.plan.start.is_none() {
                    self.keep_start(catalogue, settings.start);
                }
            }
        }
        self.say_what_is_assumed(&assessment, catalogue, &settings);
        Ok(())
    }

    /// Says what neither the assessment nor an option says.
    fn say_what_is_assumed(&self, assessment: &Assessment, catalogue: &Catalogue, settings: &Settings) {
        let targets = settings.targets.iter().filter_map(|(id, number)| {
            let questionnaire = catalogue.questionnaire(id)?;
            let chosen = assessment.targets.get(id);
            let in_file = questionnaire.levels.iter().any(|level| Some(&level.id) == chosen);
            let is_said = in_file || self.target.iter().any(|(said, _)| said == id);
            (!is_said).then_some((questionnaire, *number))
        });
        let capacity = self.capacity.or(assessment.plan.capacity).is_none().then_some(settings.capacity);
        let start = self.start.or(assessment.plan.start).is_none().then_some(settings.start);
        let assumed = command_line::assumed(&targets.collect::<Vec<_>>(), capacity, start);
        if let Some(assumed) = assumed {
            message::say(&assumed);
        }
        let is_said = |id: &str| self.target.iter().any(|(said, _)| said == id);
        let scores = score(catalogue, assessment);
        let aims = scores.iter().filter(|score| !is_said(&score.questionnaire.id));
        for aim in aims.filter_map(|score| higher_aim(catalogue, assessment, score, settings.start)) {
            message::say(&command_line::suggested(&aim));
        }
        if assessment.plan.is_set_up() {
            return;
        }
        let keep = to_keep(catalogue, assessment, settings);
        if !keep.is_empty() {
            message::say(&command_line::suggested_keep(&keep));
        }
    }

    fn earlier_plan(&self) -> Option<&Path> {
        let onto = self.output.as_deref().filter(|_| self.keeps_words() && !self.force);
        onto.filter(|path| path.is_file() && read_plan(path).is_some())
    }

    /// True when what people wrote into an earlier plan goes on into this one.
    fn keeps_words(&self) -> bool {
        self.format == PlanFormat::Markdown && !self.anonymous
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
        let replace = match (self.force, self.keeps_words()) {
            (true, _) => Replace::Anything,
            (false, true) => Replace::Plan,
            (false, false) => Replace::Nothing,
        };
        let exported = export(path, written, replace, &self.file, assessment);
        let refused = exported.map_err(|error| match error {
            ExportError::Exists(_) => anyhow::anyhow!(command_line::choose_another_or_force(error)),
            error => error.into(),
        })?;
        message::say(&command_line::wrote(path));
        if !refused.is_empty() {
            sync::say_refused(path, &refused);
            message::say(&command_line::about(path, command_line::not_read(refused.len())));
        }
        Ok(())
    }

    /// Writes the start into the assessment. The plan is there already: that it cannot be kept, for
    /// instance in a file that may only be read, is worth a word and no failure.
    fn keep_start(&self, catalogue: &Catalogue, start: Date) {
        let kept = open::change_quietly(&self.file, catalogue, |mut assessment| {
            if assessment.plan.start.is_none() {
                let mut settings = assessment.plan.clone();
                settings.start = Some(start);
                assessment.apply(Edit::Plan(settings));
            }
            Ok(assessment)
        });
        if let Err(error) = kept {
            message::say(&command_line::start_not_kept(start, &error));
        }
    }
}
