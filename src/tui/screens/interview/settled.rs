//! "Your level is settled": what that means, and whether to see the results or to go on. Digits do
//! nothing here: whoever answers fast would choose a way without having seen it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::interview::{News, Way, announced, ways};
use crate::tui::app::{App, Open, Screen};
use crate::tui::keys::Command;
use crate::tui::message::Effect;
use crate::tui::widgets::text::wrap;

/// What a command does while the news stand.
pub(super) fn command(app: &mut App<'_>, command: Command) -> Vec<Effect> {
    let Some(open) = &mut app.open else { return Vec::new() };
    let Some(news) = open.interview.news else { return Vec::new() };
    let ways = ways(&open.session, news);
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
        Some(Way::Questions(questionnaire)) => {
            open.session.go_on_with(questionnaire);
            open.interview.arrive(&open.session);
        }
        None => {}
    }
    Vec::new()
}

pub(super) fn draw(app: &App<'_>, open: &Open<'_>, news: News<'_>, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let mut lines = vec![Line::raw("")];
    for (i, text) in announced(&open.session, news).into_iter().enumerate() {
        let style = if i == 0 { app.theme.title } else { Default::default() };
        lines.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, style)));
        lines.push(Line::raw(""));
    }
    let highlighted = open.interview.highlighted.unwrap_or(0);
    let mut end = 0;
    for (i, (_, text)) in ways(&open.session, news).into_iter().enumerate() {
        let (pointer, style) =
            if i == highlighted { ("> ", app.theme.selected) } else { ("  ", Default::default()) };
        for (j, line) in wrap(&text, columns.saturating_sub(2)).into_iter().enumerate() {
            let start = if j == 0 { pointer } else { "  " };
            lines.push(Line::from(vec![Span::raw(start), Span::styled(line, style)]));
        }
        if i <= highlighted {
            end = lines.len();
        }
    }
    // Where not all of it fits, what is highlighted is seen.
    let top = end.saturating_sub(usize::from(area.height));
    frame.render_widget(Paragraph::new(lines.split_off(top)), area);
}
