//! The results: where the organisation stands, and why.

use super::PlanSource;
use super::page::MarkdownPage;
use crate::report::escape::inline;
use crate::report::{Depth, Medium, result};

pub(super) fn write(page: &mut MarkdownPage, source: &PlanSource<'_>) {
    for score in &source.scores {
        page.blank();
        page.line(&format!("### {}", inline(&score.questionnaire.text.title)));
        page.blank();
        let result = result(source.catalogue, source.assessment, score, Medium::Markdown, Depth::AllLevels);
        page.line(&result.markdown());
    }
}
