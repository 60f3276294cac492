//! The changes from an earlier assessment to a later one: two files of the list, compared.

use std::path::{Path, PathBuf};

use crate::app::dialogs::Dialog;
use crate::app::response::Response;
use crate::app::{App, Listing, Screen};
use crate::assessment::Assessment;
use crate::team::{earlier_of, look_alike, sort_by_time};
use crate::words::comparison as words;

/// The two assessments.
#[derive(Debug)]
pub struct ComparisonState {
    pub before: Assessment,
    pub after: Assessment,
    /// Their files, where nothing else tells the two apart.
    pub files: Option<[PathBuf; 2]>,
    /// The first line shown, from 0, where a front end scrolls.
    pub top: usize,
}

/// A file of the list, and what is in it.
type Listed<'l> = (&'l Listing, &'l Assessment);

/// Asks which file of the list to compare one with: those of the same organisation come first.
pub(super) fn ask<'l>(list: impl Iterator<Item = Listed<'l>>, path: PathBuf) -> Response {
    let (this, mut others): (Vec<_>, Vec<_>) = list.partition(|(listing, _)| listing.path == path);
    let [(_, this)] = this[..] else { return Response::say(words::UNREADABLE) };
    others.sort_by_key(|(_, other)| other.organization != this.organization);
    if others.is_empty() {
        return Response::say(words::NO_OTHER);
    }
    let lines = others
        .into_iter()
        .map(|(listing, other)| (listing.path.clone(), words::other(listing.day(), other, &listing.path)));
    let title = words::compare_with(&this.organization);
    Response::ask(Dialog::list(title, words::HINT, lines.collect(), 0, move |app, other: PathBuf| {
        if let Some(comparison) = comparison(app.home.assessments(), &path, &other) {
            app.screen = Screen::Comparison(Box::new(comparison));
        }
        Vec::new()
    }))
}

fn comparison<'l>(
    list: impl Iterator<Item = Listed<'l>>,
    this: &Path,
    other: &Path,
) -> Option<ComparisonState> {
    let list: Vec<_> = list.collect();
    let find = |path: &Path| {
        list.iter().find(|(listing, _)| listing.path == path).map(|(_, assessment)| (*assessment).clone())
    };
    let (mine, theirs) = (find(this)?, find(other)?);
    let is_same = look_alike(&mine, &theirs);
    let (before, after) = sort_by_time(mine.clone(), theirs);
    let (first, last) = if before == mine { (this, other) } else { (other, this) };
    let files = is_same.then(|| [first.to_owned(), last.to_owned()]);
    Some(ComparisonState { before, after, files, top: 0 })
}

/// The newest assessment of the list that is earlier than the open one, of the same organisation.
pub(in crate::app) fn earlier(app: &App<'_>) -> Option<Assessment> {
    let open = app.open()?;
    let others = app.home.assessments().filter(|(listing, _)| listing.path != open.path);
    earlier_of(open.session.assessment(), others.map(|(_, other)| other)).cloned()
}
