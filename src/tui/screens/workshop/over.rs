//! The end of a workshop: what was decided, what is left, where the organisation stands.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::WorkshopView;
use crate::assessment::How;
use crate::report::words;
use crate::tui::app::{App, Open};
use crate::tui::widgets::text::{cut, wrap};
use crate::workshop::{Stage, Tally};

pub(super) fn draw(app: &App<'_>, open: &Open<'_>, view: &WorkshopView, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let (session, theme) = (&open.session, &app.theme);
    let left = view.sitting.agenda(session);
    let parked = left.iter().filter(|item| item.stage == Stage::Parked).count();
    let title = match left.len() {
        0 => "Everything is decided.".to_owned(),
        left => format!(
            "{} to decide: {parked} parked, {} passed over.",
            words::count(left, "question"),
            left - parked
        ),
    };
    let mut lines = vec![Line::raw(""), Line::styled(title, theme.title), Line::raw("")];
    if !left.is_empty() {
        lines.push(Line::raw("Enter brings them back, the parked ones at the end; a lists them."));
        lines.push(Line::raw(""));
    }
    for score in &session.progress().scores {
        if let Some(levels) = score.levels() {
            let text =
                format!("{}: {}", score.questionnaire.text.title, words::result(score.questionnaire, levels));
            lines.extend(wrap(&text, columns).into_iter().map(Line::from));
            lines.push(Line::raw(""));
        }
    }
    let contested = contested(app, open);
    if !contested.is_empty() {
        lines.push(Line::styled("Decided, though contested:", theme.bad));
        lines.extend(contested.into_iter().map(|text| Line::raw(cut(&format!("  {text}"), columns))));
        lines.push(Line::raw(""));
    }
    lines.push(Line::raw("Everything is in the file. r shows the results, p the plan, q leaves."));
    let room = lines.len().saturating_sub(usize::from(area.height));
    let lines: Vec<Line<'_>> = lines.into_iter().skip(view.top.min(room)).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// The questions that were decided although the votes are divided.
fn contested(app: &App<'_>, open: &Open<'_>) -> Vec<String> {
    let assessment = open.session.assessment();
    let decided = assessment.decisions.iter().filter(|(_, decision)| decision.how != How::Parked);
    let contested = decided.filter_map(|(id, _)| {
        let question = app.catalogue.question(id)?;
        let contested = Tally::of(question, assessment.votes.get(id)).contested;
        contested.then(|| question.text.question.clone())
    });
    contested.collect()
}
