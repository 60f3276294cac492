//! The changes from an earlier assessment to a later one: two files of the list, compared.

use std::path::{Path, PathBuf};

use super::home::HomeState;
use crate::app::Screen;
use crate::app::dialogs::Dialog;
use crate::app::response::Response;
use crate::assessment::Assessment;
use crate::team::sort_by_time;
use crate::words::comparison as words;

/// The two assessments.
#[derive(Debug)]
pub struct ComparisonState {
    /// The earlier one.
    pub before: Assessment,
    /// The later one.
    pub after: Assessment,
    /// The first line shown, from 0, where a front end scrolls.
    pub top: usize,
}

/// Asks which file of the list to compare one with: those of the same organisation come first.
pub(super) fn ask(home: &HomeState, path: PathBuf) -> Response {
    let Some((_, this)) = home.assessments().find(|(listing, _)| listing.path == path) else {
        return Response::say(words::UNREADABLE);
    };
    let mut others: Vec<_> = home.assessments().filter(|(listing, _)| listing.path != path).collect();
    others.sort_by_key(|(_, other)| other.organization != this.organization);
    if others.is_empty() {
        return Response::say(words::NO_OTHER);
    }
    let lines = others.into_iter().map(|(listing, other)| {
        (listing.path.clone(), words::other(listing.day(), &other.organization, &listing.path))
    });
    let title = words::compare_with(&this.organization);
    Response::ask(Dialog::list(title, words::HINT, lines.collect(), 0, move |app, other: PathBuf| {
        if let Some(comparison) = comparison(&app.home, &path, &other) {
            app.screen = Screen::Comparison(Box::new(comparison));
        }
        Vec::new()
    }))
}

/// The comparison of two files of the list.
fn comparison(home: &HomeState, this: &Path, other: &Path) -> Option<ComparisonState> {
    let find = |path: &Path| {
        let mut assessments = home.assessments();
        assessments.find(|(listing, _)| listing.path == path).map(|(_, assessment)| assessment.clone())
    };
    let (before, after) = sort_by_time(find(this)?, find(other)?);
    Some(ComparisonState { before, after, top: 0 })
}
