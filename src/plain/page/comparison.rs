//! What changed between two assessments.

use super::Page;
use crate::app::ComparisonState;
use crate::questionnaire::Catalogue;
use crate::report::comparison as report;
use crate::report::tree::Block;
use crate::team::{compare, is_order_known};
use crate::words::prompts;
use crate::words::{comparison as words, spoken};

pub(super) fn page(catalogue: &Catalogue, comparison: &ComparisonState) -> Page {
    let ComparisonState { before, after, .. } = comparison;
    let mut page = Page::new("comparison", usize::MAX);
    let report = report(&compare(before, after, catalogue));
    page.sentence(&spoken::spoken(&report.title));
    if let Some([before, after]) = &comparison.files {
        page.sentence(&spoken::spoken(&words::files(before, after)));
    }
    page.say(spoken::compared(false, before));
    page.say(spoken::compared(true, after));
    if !is_order_known(before, after) {
        page.say(words::AS_CHOSEN);
    }
    for section in report.sections.iter().filter(|section| !section.blocks.is_empty()) {
        page.part();
        page.sentence(&spoken::spoken(&section.heading));
        for block in &section.blocks {
            // The items say in words what a chart shows.
            if let Block::Item(_, text) = block {
                page.sentence(&spoken::spoken(text));
            }
        }
    }
    page.prompt = prompts::COMPARISON_PROMPT.to_owned();
    page
}
