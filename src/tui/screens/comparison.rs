//! What changed from an earlier assessment to a later one: two files of the list, compared.

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::dialogs::{Choice, Choosing, Dialog, Item};
use crate::app::keys::Command;
use crate::app::message::Effect;
use crate::app::{App, Notice, Screen};
use crate::assessment::Assessment;
use crate::report::compare::report;
use crate::report::sections;
use crate::team::{compare, in_order, says_order};
use crate::tui::widgets::text::wrap;

/// What is said where the times of the answers do not tell which one is the earlier one.
const AS_CHOSEN: &str = "The times of their answers do not say which one is earlier: it is the one that you chose to compare with.";

/// What is compared, and where one is in it.
#[derive(Debug)]
pub(crate) struct ComparisonView {
    before: Assessment,
    after: Assessment,
    /// The first line shown.
    top: usize,
}

/// Asks what to compare a file of the list with: those of the same organisation come first.
pub(crate) fn ask(app: &mut App<'_>, path: PathBuf) {
    let Some((_, this)) = app.home.assessments().find(|(listing, _)| listing.path == path) else {
        app.notice = Some(Notice::Info("This file cannot be read".to_owned()));
        return;
    };
    let mut others: Vec<_> = app.home.assessments().filter(|(listing, _)| listing.path != path).collect();
    others.sort_by_key(|(_, other)| other.organization != this.organization);
    let items: Vec<Item> = others
        .into_iter()
        .map(|(listing, other)| {
            let day = listing.day().map(|day| day.to_string()).unwrap_or_default();
            let name = listing.path.file_name().unwrap_or_default().to_string_lossy();
            Item::new(listing.path.to_string_lossy(), format!("{day} {} ({name})", other.organization))
        })
        .collect();
    if items.is_empty() {
        app.notice = Some(Notice::Info("There is no other assessment to compare with".to_owned()));
        return;
    }
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: format!("Compare {} with", this.organization),
        hint: "The earlier one is compared with the later one, by the times of their answers.".to_owned(),
        items,
        selected: 0,
        purpose: Choice::Compare(path),
    }));
}

/// Shows what changed between two files of the list.
pub(crate) fn open(app: &mut App<'_>, this: &Path, other: &Path) -> Vec<Effect> {
    let find = |path: &Path| {
        let mut assessments = app.home.assessments();
        assessments.find(|(listing, _)| listing.path == path).map(|(_, assessment)| assessment.clone())
    };
    let (Some(this), Some(other)) = (find(this), find(other)) else { return Vec::new() };
    let (before, after) = in_order(this, other);
    app.comparison = Some(ComparisonView { before, after, top: 0 });
    app.screen = Screen::Comparison;
    Vec::new()
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let (lines, height) = (lines(app).len(), usize::from(app.body().height));
    let page = height.saturating_sub(1);
    let last = lines.saturating_sub(height);
    let Some(view) = &mut app.comparison else { return Vec::new() };
    match command {
        Command::Up => view.top = view.top.saturating_sub(1),
        Command::Down => view.top = (view.top + 1).min(last),
        Command::PageUp => view.top = view.top.saturating_sub(page),
        Command::PageDown => view.top = (view.top + page).min(last),
        Command::Back => {
            app.comparison = None;
            app.screen = Screen::Home;
        }
        _ => {}
    }
    Vec::new()
}

/// Draws the screen.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(view) = &app.comparison else { return };
    let lines = lines(app);
    let top = view.top.min(lines.len().saturating_sub(usize::from(area.height)));
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    frame.render_widget(Paragraph::new(lines.into_iter().skip(top).collect::<Vec<_>>()), area);
}

/// Everything that changed, from top to bottom.
fn lines<'l>(app: &App<'_>) -> Vec<Line<'l>> {
    let Some(view) = &app.comparison else { return Vec::new() };
    let columns = usize::from(app.size.width.saturating_sub(2));
    let report = report(&compare(&view.before, &view.after, app.catalogue));
    let mut lines: Vec<Line<'l>> = wrap(&report.title, columns).into_iter().map(Line::from).collect();
    if !says_order(&view.before, &view.after) {
        lines.extend(wrap(AS_CHOSEN, columns).into_iter().map(|line| Line::styled(line, app.theme.open)));
    }
    for section in report.sections.into_iter().filter(|section| !section.body.is_empty()) {
        lines.push(Line::raw(""));
        lines.push(Line::styled(section.heading, app.theme.title));
        for line in section.body {
            match line {
                sections::Line::Item(depth, text) => lines.extend(item(depth, &text, columns)),
                sections::Line::Chart(text) => lines.push(Line::raw(text)),
            }
        }
    }
    lines
}

/// An item of a list, wrapped, so many lists deep.
fn item<'l>(depth: usize, text: &str, columns: usize) -> impl Iterator<Item = Line<'l>> {
    let indent = "  ".repeat(depth + 1);
    let wrapped = wrap(text, columns.saturating_sub(indent.len() + 2));
    wrapped.into_iter().enumerate().map(move |(i, line)| {
        let mark = if i == 0 { "- " } else { "  " };
        Line::raw(format!("{indent}{mark}{line}"))
    })
}
