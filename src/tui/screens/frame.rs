//! What all screens share: the top line, the foot, and feedback.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Span;

use super::dialogs;
use crate::app::{App, Feedback, FileState, Open, SaveProblem, Screen, Tab};
use crate::tui::scene::{SMALLEST, Scene};
use crate::tui::theme::Theme;
use crate::tui::widgets::bars;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::text::styled;
use crate::words::frame as words;
use crate::words::interview_screen;

/// From so many rows on the workshop keeps one free for feedback, so that nothing moves.
const ROOMY: u16 = 20;

pub(in crate::tui) fn draw(scene: &Scene<'_, '_>, frame: &mut Frame<'_>) {
    let (area, app) = (frame.area(), scene.app);
    if area.is_empty() {
        return;
    }
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(frame, area);
    }
    let [top, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let (place, so_far, right) = title(app, scene.theme);
    bars::top(frame, top, scene.theme, (&place, &so_far), right);
    let shown = if app.is_in_workshop() { above_feedback(app, body) } else { body };
    super::draw(scene, frame, shown);
    bars::footer(frame, foot, scene.theme, app.context());
    if let Some(dialog) = &app.dialog {
        dialogs::draw(scene, dialog, frame, body);
    }
    // In a workshop the keys stay in sight: a room waits while somebody looks for one.
    let feedback_area = if app.is_in_workshop() { top.union(body) } else { area };
    match &app.feedback {
        Some(Feedback::Info(text)) => bars::feedback(frame, feedback_area, text, scene.theme.good),
        Some(Feedback::Problem(text)) => bars::feedback(frame, feedback_area, text, scene.theme.bad),
        None => {}
    }
}

/// What is left of the workshop's screen above feedback: a row is kept free where there is room.
fn above_feedback(app: &App<'_>, body: Rect) -> Rect {
    let text = match &app.feedback {
        Some(Feedback::Info(text) | Feedback::Problem(text)) => Some(text),
        None => None,
    };
    let rows = text.map_or(0, |text| bars::feedback_rows(body, text)).max(u16::from(body.height >= ROOMY));
    Rect { height: body.height.saturating_sub(rows), ..body }
}

fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let text = words::too_small((area.width, area.height), SMALLEST);
    frame.render_widget(Lines(styled(&text, usize::from(area.width), Style::new())), area);
}

/// Where one is, how one stands there, and how the file stands.
fn title(app: &App<'_>, theme: &Theme) -> (String, String, Span<'static>) {
    match &app.screen {
        Screen::Home => (words::HOME.to_owned(), String::new(), Span::raw("")),
        Screen::Comparison(_) => (words::COMPARISON.to_owned(), String::new(), Span::raw("")),
        Screen::Open(open) => {
            let organization = &open.session.assessment().organization;
            let so_far = so_far(open).map(|so_far| format!(" · {so_far}")).unwrap_or_default();
            (format!("{organization}: {}", open.title()), so_far, file_state(open, theme))
        }
    }
}

/// Where one stands so far, beside the questions.
fn so_far(open: &Open<'_>) -> Option<String> {
    let position = open.session.position().filter(|_| open.tab == Tab::Interview)?;
    interview_screen::so_far(open.session.progress(), &position.questionnaire.id)
}

fn file_state(open: &Open<'_>, theme: &Theme) -> Span<'static> {
    let (text, style) = match &open.file {
        FileState::Saved => (words::SAVED, theme.good),
        FileState::Saving => (words::SAVING, theme.open),
        FileState::Failed(SaveProblem::ChangedOnDisk) => (words::CHANGED, theme.bad),
        FileState::Failed(SaveProblem::Failed(_)) => (words::NOT_SAVED, theme.bad),
        FileState::ReadOnly(_) => (words::READ_ONLY, theme.open),
    };
    Span::styled(text, style)
}
