//! The list of assessments.

use super::Page;
use crate::app::{HomeState, Listing};
use crate::questionnaire::Catalogue;
use crate::words::interview::summary;
use crate::words::prompts;
use crate::words::{home as words, spoken};

pub(super) fn page(catalogue: &Catalogue, home: &HomeState) -> Page {
    let mut page = Page::new("home", 1);
    let list = home.list.as_deref().unwrap_or_default();
    match list {
        [] => words::WELCOME.iter().for_each(|text| page.say(*text)),
        _ => page.say(spoken::YOUR_ASSESSMENTS),
    }
    for listing in list {
        page.next_choice(text(catalogue, listing));
    }
    page.prompt = prompts::home_prompt(list.len());
    page
}

fn text(catalogue: &Catalogue, listing: &Listing) -> String {
    match &listing.assessment {
        Ok(assessment) => {
            let file = listing.path.file_name().unwrap_or_default().to_string_lossy();
            spoken::listed(assessment, &summary(catalogue, assessment), listing.modified, &file)
        }
        Err(problem) => spoken::not_readable(problem),
    }
}
