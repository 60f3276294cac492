//! Home: the assessments of this user.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::answers;
use crate::app::dialogs::{Choice, Choosing, Dialog, Item, Lines, Text, Writing};
use crate::app::keys::Command;
use crate::app::message::{Effect, Listing};
use crate::app::{App, Open, Screen};
use crate::assessment::Assessment;
use crate::interview::actions_in_progress;
use crate::questionnaire::Catalogue;
use crate::score::follow_ups;
use crate::tui::screens::frame::{range, scroll};
use crate::tui::widgets::text::{cut, fit, wrap};
use crate::words::interview::{summary, worked_on};
use crate::words::scores;

/// The actions that are named before the next assessment, at most.
const LISTED_ACTIONS: usize = 8;

/// The list and where one is in it.
#[derive(Debug, Default)]
pub(crate) struct Home {
    /// `None` until it was read.
    list: Option<Vec<Listing>>,
    /// What is worth a closer look, by listing.
    closer: Vec<Option<String>>,
    selected: usize,
    /// The file to select when the list is read anew: what was just left, named or put back.
    pub(crate) wanted: Option<PathBuf>,
}

impl Home {
    /// Takes the list that was read; the selection stays on its file.
    pub(crate) fn listed(&mut self, catalogue: &Catalogue, list: Vec<Listing>) {
        let before = self.wanted.take().or_else(|| self.selected().map(|listing| listing.path.clone()));
        let same = before.and_then(|path| list.iter().position(|listing| listing.path.ends_with(&path)));
        self.selected = same.unwrap_or(self.selected).min(list.len().saturating_sub(1));
        self.closer = list.iter().map(|listing| closer(catalogue, listing)).collect();
        self.list = Some(list);
    }

    /// The assessments that can be read, with their files.
    pub(crate) fn assessments(&self) -> impl Iterator<Item = (&Listing, &Assessment)> {
        let list = self.list.iter().flatten();
        list.filter_map(|listing| Some((listing, listing.assessment.as_ref().ok()?)))
    }

    /// Rows that each assessment takes: as many as any of them needs, so that the list scrolls evenly.
    fn rows(&self) -> usize {
        if self.closer.iter().any(Option::is_some) { 4 } else { 3 }
    }

    /// Whether there is nothing in the list.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.as_ref().is_none_or(Vec::is_empty)
    }

    fn selected(&self) -> Option<&Listing> {
        self.list.as_ref()?.get(self.selected)
    }
}

/// What a command does here.
pub(crate) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let last = app.home.list.as_ref().map_or(0, |list| list.len().saturating_sub(1));
    let path = app.home.selected().map(|listing| listing.path.clone());
    match (command, path) {
        (Command::Up, _) => app.home.selected = app.home.selected.saturating_sub(1),
        (Command::Down, _) => app.home.selected = (app.home.selected + 1).min(last),
        (Command::PageUp, _) => app.home.selected = app.home.selected.saturating_sub(10),
        (Command::PageDown, _) => app.home.selected = (app.home.selected + 10).min(last),
        (Command::New, _) | (Command::Enter, None) => answers::ask_organization(app),
        (Command::Open, _) => {
            let hint = "The path of an assessment.";
            app.dialog = Some(Writing::dialog("Open a file", hint, Lines::One, "", Text::OpenPath));
        }
        (Command::Enter, Some(path)) => return vec![Effect::Open(path)],
        (Command::Copy, Some(path)) => return next(app, path),
        (Command::Compare, Some(path)) => super::comparison::ask(app, path),
        (Command::Rename, Some(path)) => {
            let name = name(app);
            app.dialog = Some(Writing::dialog(
                "Another name",
                "Of the organisation.",
                Lines::One,
                &name,
                Text::Rename(path),
            ));
        }
        (Command::Remove, Some(path)) => {
            let name = name(app);
            answers::ask_to_remove(app, path, &name);
        }
        (Command::Undo, _) => return vec![Effect::PutBack],
        _ => {}
    }
    Vec::new()
}

fn name(app: &App<'_>) -> String {
    let assessment = app.home.selected().and_then(|listing| listing.assessment.as_ref().ok());
    assessment.map(|assessment| assessment.organization.clone()).unwrap_or_default()
}

/// Closes the open assessment and shows the list.
pub(crate) fn leave(app: &mut App<'_>) -> Vec<Effect> {
    if let Some(Open { path, workshop, .. }) = app.open.take() {
        app.home.wanted = Some(path.clone());
        app.left_workshop = workshop.map(|view| (path, view)).or(app.left_workshop.take());
    }
    app.screen = Screen::Home;
    vec![Effect::Close, Effect::List]
}

/// The next assessment of a file. Where the plan was worked on, it asks first whether to begin there:
/// those are the answers that may have changed.
fn next(app: &mut App<'_>, path: PathBuf) -> Vec<Effect> {
    let assessment = app.home.selected().and_then(|listing| listing.assessment.as_ref().ok());
    let worked =
        assessment.map_or_else(Vec::new, |assessment| actions_in_progress(app.catalogue, assessment));
    if worked.is_empty() {
        return vec![Effect::CopyAsNext(path)];
    }
    let mut hint: Vec<String> = vec!["The last plan worked on:".to_owned()];
    hint.extend(
        worked
            .iter()
            .take(LISTED_ACTIONS)
            .map(|(question, state)| format!("- {}", worked_on(question, *state))),
    );
    if worked.len() > LISTED_ACTIONS {
        hint.push(format!("- and {} more", worked.len() - LISTED_ACTIONS));
    }
    let questions = worked.into_iter().map(|(question, _)| question.id.clone()).collect();
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: "The next assessment".to_owned(),
        hint: hint.join("\n"),
        items: vec![
            Item::new(answers::YES, "Ask about these first: their answers may have changed"),
            Item::new("usual", "Ask everything in the usual order"),
        ],
        selected: 0,
        purpose: Choice::Next(path, questions),
    }));
    Vec::new()
}

/// Draws the list, or what to do when there is none.
pub(crate) fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(list) = &app.home.list else { return };
    let columns = usize::from(area.width);
    let mut lines = vec![Line::raw("")];
    if list.is_empty() {
        for (i, paragraph) in WELCOME.iter().enumerate() {
            let style = if i == 0 { app.theme.title } else { Default::default() };
            lines.extend(wrap(paragraph, columns.min(76)).into_iter().map(|line| Line::styled(line, style)));
            lines.push(Line::raw(""));
        }
        // Where it is narrow every line counts.
        if lines.len() > usize::from(area.height) + 1 {
            lines.retain(|line| line.width() > 0);
        }
        return frame.render_widget(Paragraph::new(lines), area);
    }
    let height = usize::from(area.height).saturating_sub(1) / app.home.rows();
    let top = scroll(app.home.selected, list.len(), height);
    lines = vec![Line::styled(range(top, list.len(), height), app.theme.muted).right_aligned()];
    for (i, listing) in list.iter().enumerate().skip(top).take(height.max(1)) {
        let selected = i == app.home.selected;
        let style = if selected { app.theme.selected } else { app.theme.title };
        let mark = if selected { '>' } else { ' ' };
        let changed = listing.day().map(|date| date.to_string()).unwrap_or_default();
        let name = match &listing.assessment {
            Ok(assessment) => match &assessment.respondent {
                Some(respondent) => format!("{} ({respondent})", assessment.organization),
                None => assessment.organization.clone(),
            },
            Err(_) => listing.path.display().to_string(),
        };
        let room = columns.saturating_sub(changed.len() + 3);
        lines.push(Line::styled(format!("{mark} {} {changed}", fit(&name, room)), style));
        let detail = match &listing.assessment {
            Ok(assessment) => Span::raw(summary(app.catalogue, assessment).join(" · ")),
            Err(problem) => Span::styled(problem.clone(), app.theme.bad),
        };
        let detail = Span::styled(cut(&detail.content, columns.saturating_sub(2)), detail.style);
        lines.push(Line::from(vec![Span::raw("  "), detail]));
        if let Some(Some(closer)) = app.home.closer.get(i) {
            let text = cut(closer, columns.saturating_sub(2));
            lines.push(Line::from(vec![Span::raw("  "), Span::styled(text, app.theme.open)]));
        }
        while (lines.len() - 1) % app.home.rows() != 0 {
            lines.push(Line::raw(""));
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// A click selects an assessment; on the selected one it opens it.
pub(crate) fn click(app: &mut App<'_>, at: Position) -> Vec<Effect> {
    let Some(list) = app.home.list.as_ref() else { return Vec::new() };
    let rows = usize::from(app.size.height.saturating_sub(3)) / app.home.rows();
    let Some(row) = usize::from(at.y).checked_sub(2).map(|row| row / app.home.rows()) else {
        return Vec::new();
    };
    let clicked = scroll(app.home.selected, list.len(), rows) + row;
    if row >= rows || clicked >= list.len() {
        return Vec::new();
    }
    if clicked == app.home.selected {
        return app.press(Command::Enter);
    }
    app.home.selected = clicked;
    Vec::new()
}

/// What is worth a closer look after the answers of an assessment, and where it is offered.
fn closer(catalogue: &Catalogue, listing: &Listing) -> Option<String> {
    let assessment = listing.assessment.as_ref().ok()?;
    Some(format!("{} (last page of the results)", scores::closer(&follow_ups(catalogue, assessment))?))
}

/// What a new user reads first.
const WELCOME: &[&str] = &[
    "Welcome. You have no assessment yet.",
    "Press a to start one. You will answer questions about how your organisation works with open source, one at a time: what is in place, what is not. \"We don't know\" is a fine answer.",
    "After about ten minutes the first level is settled: you see where you stand and why. From there you choose what to aim at, and the program writes the plan that gets you there, quarter by quarter, as a Markdown file.",
    "Everything stays on this machine. Each answer is saved at once; you can stop at any time and come back.",
    "Press ? for the keys of any screen, o to open an assessment from a file, q to leave.",
];
