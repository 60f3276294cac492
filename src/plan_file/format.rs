//! The formats of a plan, for whoever lets the user choose one.

use std::path::Path;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::html::{page_html, plan_html};
use super::slides::plan_slides;
use super::write::plan_markdown;
use crate::assessment::Assessment;
use crate::plan::{Settings, plan};
use crate::questionnaire::Catalogue;
use crate::report::{minutes, plan_csv, plan_issues, plan_json};
use crate::words::plan_file as words;

/// The formats in which a plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanFormat {
    Markdown,
    Html,
    Json,
    Csv,
    Slides,
    Issues,
}

impl PlanFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: &'static [PlanFormat] = PlanFormat::VARIANTS;

    /// Its id on the command line and in lists.
    pub fn id(self) -> &'static str {
        self.into()
    }

    fn ending(self) -> &'static str {
        match self {
            PlanFormat::Markdown => "md",
            PlanFormat::Slides => "html",
            PlanFormat::Issues => "jsonl",
            PlanFormat::Html | PlanFormat::Json | PlanFormat::Csv => self.id(),
        }
    }

    /// Its use, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            PlanFormat::Markdown => words::MARKDOWN,
            PlanFormat::Html => words::HTML,
            PlanFormat::Json => words::JSON,
            PlanFormat::Csv => words::CSV,
            PlanFormat::Slides => words::SLIDES,
            PlanFormat::Issues => words::ISSUES,
        }
    }

    /// The name of the file that is offered for the plan of the assessment in this file.
    pub fn file_name(self, assessment: &Path) -> String {
        let name = assessment.file_stem().map_or("plan".into(), |stem| stem.to_string_lossy());
        let what = match self {
            PlanFormat::Slides | PlanFormat::Issues => self.id(),
            _ => "plan",
        };
        format!("{name}-{what}.{}", self.ending())
    }

    /// Whether it can tell what changed since an earlier assessment.
    pub fn tells_change(self) -> bool {
        matches!(self, PlanFormat::Markdown | PlanFormat::Html | PlanFormat::Slides)
    }

    /// The plan of an assessment in this format; where it tells that, with what changed since an earlier one.
    pub fn plan_of(
        self,
        catalogue: &Catalogue,
        assessment: &Assessment,
        settings: &Settings,
        earlier: Option<&Assessment>,
    ) -> String {
        let plan = plan(catalogue, assessment, settings);
        match self {
            PlanFormat::Markdown => plan_markdown(catalogue, assessment, &plan, earlier),
            PlanFormat::Html => plan_html(catalogue, assessment, &plan, earlier),
            PlanFormat::Json => plan_json(assessment, &plan),
            PlanFormat::Csv => plan_csv(catalogue, &plan),
            PlanFormat::Slides => plan_slides(catalogue, assessment, &plan, earlier),
            PlanFormat::Issues => plan_issues(catalogue, assessment, &plan),
        }
    }
}

/// The formats in which minutes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum MinutesFormat {
    Markdown,
    Html,
}

impl MinutesFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: &'static [MinutesFormat] = MinutesFormat::VARIANTS;

    /// Its id on the command line.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its use, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            MinutesFormat::Markdown => words::MINUTES_MARKDOWN,
            MinutesFormat::Html => words::MINUTES_HTML,
        }
    }

    /// The name of the file that is offered for the minutes of the workshop in this file.
    pub fn file_name(self, assessment: &Path) -> String {
        let name = assessment.file_stem().map_or("workshop".into(), |stem| stem.to_string_lossy());
        let ending = if self == MinutesFormat::Markdown { "md" } else { self.id() };
        format!("{name}-minutes.{ending}")
    }

    /// The minutes of an assessment in this format.
    pub fn minutes_of(self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let report = minutes(catalogue, assessment);
        match self {
            MinutesFormat::Markdown => report.markdown(),
            MinutesFormat::Html => page_html(&report.title, &report.markdown()),
        }
    }
}
