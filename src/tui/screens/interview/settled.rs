//! "Your level is settled": what that means, and whether to see the results or to go on. Digits do
//! nothing here: whoever answers fast would choose a way without having seen it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::question::capitalised;
use crate::interview::News;
use crate::score::offers;
use crate::tui::app::{App, Open, Screen};
use crate::tui::keys::Command;
use crate::tui::message::Effect;
use crate::tui::widgets::text::wrap;

/// What can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Results,
    Here,
    Elsewhere,
    Plan,
}

/// The ways on, each with what it says.
fn ways(open: &Open<'_>, news: News<'_>) -> Vec<(Way, String)> {
    let progress = open.session.progress();
    let offered = offers(open.session.catalogue(), open.session.assessment());
    let results = match offered.is_empty() {
        true => "See where you stand, and why",
        false => "See where you stand, and what to look closer at",
    };
    let mut ways = vec![(Way::Results, results.to_owned())];
    if let News::Settled(questionnaire) = news {
        let here = progress.left_in(&questionnaire.id);
        let others = progress.queue.len() - here;
        if here > 0 {
            let minutes = progress.minutes(here);
            let text = &questionnaire.text.title;
            ways.push((
                Way::Here,
                format!(
                    "Go on with {text}: {here} questions, about {minutes} minutes; they sharpen the plan"
                ),
            ));
        }
        if others > 0 {
            let next = progress.queue.iter().find(|spot| spot.questionnaire.id != questionnaire.id);
            let (id, title) = next.map_or(("", ""), |spot| {
                (spot.questionnaire.id.as_str(), spot.questionnaire.text.title.as_str())
            });
            let there = progress.left_in(id);
            let minutes = progress.minutes(there);
            let text = format!("Go on with {title}: {there} questions, about {minutes} minutes");
            let more = others - there;
            let more = if more == 0 { String::new() } else { format!("; {more} more in others") };
            ways.push((Way::Elsewhere, text + &more));
        }
    }
    ways.push((Way::Plan, "See the plan as it is now".to_owned()));
    ways
}

/// What a command does while the news stand.
pub(super) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let Some(news) = open.interview.news else { return Vec::new() };
    let ways = ways(open, news);
    let last = ways.len() - 1;
    let line = open.interview.highlighted.unwrap_or(0).min(last);
    let chosen = match command {
        Command::Up => {
            open.interview.highlighted = Some(line.saturating_sub(1));
            None
        }
        Command::Down => {
            open.interview.highlighted = Some((line + 1).min(last));
            None
        }
        Command::Enter => ways.get(line),
        Command::Back | Command::Next => {
            open.interview.arrive(&open.session);
            None
        }
        _ => None,
    };
    match chosen.map(|(way, _)| *way) {
        Some(Way::Results) => app.go(Screen::Results),
        Some(Way::Plan) => app.go(Screen::Plan),
        Some(Way::Here) => open.interview.arrive(&open.session),
        Some(Way::Elsewhere) => {
            open.session.go_on_elsewhere();
            open.interview.arrive(&open.session);
        }
        None => {}
    }
    Vec::new()
}

pub(super) fn draw(app: &App<'_>, open: &Open<'_>, news: News<'_>, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let mut lines = vec![Line::raw("")];
    for (i, text) in said(open, news).into_iter().enumerate() {
        let style = if i == 0 { app.theme.title } else { Default::default() };
        lines.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, style)));
        lines.push(Line::raw(""));
    }
    let highlighted = open.interview.highlighted.unwrap_or(0);
    for (i, (_, text)) in ways(open, news).into_iter().enumerate() {
        let (pointer, style) =
            if i == highlighted { ("> ", app.theme.selected) } else { ("  ", Default::default()) };
        for (j, line) in wrap(&text, columns.saturating_sub(2)).into_iter().enumerate() {
            let start = if j == 0 { pointer } else { "  " };
            lines.push(Line::from(vec![Span::raw(start), Span::styled(line, style)]));
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// The news in sentences: what, what it means, what it rests on.
fn said(open: &Open<'_>, news: News<'_>) -> Vec<String> {
    let News::Settled(questionnaire) = news else {
        let total = open.session.progress().counts.total;
        return vec!["Everything is answered.".to_owned(), format!("All {total} questions have an answer.")];
    };
    let score = open.session.progress().score(&questionnaire.id);
    let Some((score, levels)) = score.and_then(|score| Some((score, score.levels()?))) else {
        return Vec::new();
    };
    let name = &questionnaire.text.level_name;
    let level = questionnaire.levels.get(levels.reached);
    let title = level.map_or("", |level| &level.text.title);
    let summary = level.map_or("", |level| &level.text.summary);
    let counts = score.questions;
    vec![
        format!("Your {name} is settled: {} {} {title}", capitalised(name), levels.reached),
        summary.to_owned(),
        format!(
            "Answered so far: {} of {}. No answer that is still missing can change the {name}.",
            counts.total - counts.unanswered,
            counts.total
        ),
    ]
}
