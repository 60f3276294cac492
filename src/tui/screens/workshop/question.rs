//! One question of a workshop: calm, with as much room between the options as there is; its votes as
//! bars once they are shown.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Sign, WorkshopView, named};
use crate::assessment::{Answer, How};
use crate::questionnaire::Question;
use crate::report::words_team;
use crate::tui::app::{App, Open};
use crate::tui::screens::interview::question::place;
use crate::tui::widgets::text::{cut, width, wrap};
use crate::workshop::{Stage, Tally, View, stage, words};

/// Longer lines are hard to read from the back of a room.
pub(super) const WIDEST: u16 = 100;
/// The columns of a bar.
const BAR: usize = 12;
/// The lines below the options.
const FOOT: u16 = 2;

pub(super) fn draw(
    app: &App<'_>,
    open: &Open<'_>,
    view: &WorkshopView,
    shown: View,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let Some(question) = open.session.question() else { return };
    let Some(tally) = view.sitting.tally(&open.session) else { return };
    let columns = usize::from(area.width);
    let [time, main, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(FOOT)]).areas(area);
    frame.render_widget(clock(app, open, view, columns), time);

    let head = head(app, open, question, (shown != View::Voting).then_some(&tally), columns);
    let chosen = chosen(open, question, &tally, shown);
    let options = options(app, question, &tally, shown, chosen, columns);
    let lines = lay(head, options, rest(app, &tally, shown), usize::from(main.height));
    let top = view.top.min(lines.len().saturating_sub(usize::from(main.height)));
    let below = lines.len() > top + usize::from(main.height);
    frame.render_widget(Paragraph::new(lines.into_iter().skip(top).collect::<Vec<_>>()), main);

    let (first, mut second) = state(app, open, view, question, &tally, shown);
    if below && shown == View::Voting && view.sign.is_none() {
        second = Line::styled("PgDn shows more of this question", app.theme.open);
    } else if below {
        second.push_span(Span::styled(" · PgDn shows more", app.theme.open));
    }
    frame.render_widget(Paragraph::new(vec![first, second]), foot);
}

/// What is left, of questions and of time; and how long this one takes.
fn clock<'l>(app: &App<'_>, open: &Open<'_>, view: &WorkshopView, columns: usize) -> Line<'l> {
    let (sitting, now) = (&view.sitting, app.now);
    let left = sitting.agenda(&open.session).len();
    let outlook = sitting.outlook(&open.session, now);
    let mut text = match outlook.left {
        ..0 => format!("{left} left · {} min over time", (-outlook.left + 59) / 60),
        seconds => format!("{left} left · {} min", (seconds + 59) / 60),
    };
    if outlook.fits < left {
        text += &format!(": time for {}, skip {} (a)", outlook.fits, left - outlook.fits);
    }
    let (taken, may) = sitting.clock.question(now);
    let (right, style) = match sitting.clock.is_running() {
        false => ("BREAK: Space goes on".to_owned(), app.theme.target),
        true if taken > may => (format!("{} of {} TIME", minutes(taken), minutes(may)), app.theme.bad),
        true => (format!("{} of {}", minutes(taken), minutes(may)), app.theme.muted),
    };
    let text = cut(&text, columns.saturating_sub(width(&right) + 1));
    let gap = columns.saturating_sub(width(&text) + width(&right));
    Line::from(vec![
        Span::styled(text, app.theme.muted),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, style),
    ])
}

/// Seconds as minutes: "1:05".
fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds.rem_euclid(60))
}

fn head<'l>(
    app: &App<'_>,
    open: &Open<'_>,
    question: &Question,
    shown: Option<&Tally>,
    columns: usize,
) -> Vec<Line<'l>> {
    let mut marks = String::new();
    if stage(question, open.session.assessment()) == Stage::Parked {
        marks += " · PARKED";
    }
    if shown.is_some_and(|tally| tally.contested) {
        marks += " · CONTESTED";
    }
    let place = cut(&place(open), columns.saturating_sub(width(&marks)));
    let mut lines =
        vec![Line::from(vec![Span::styled(place, app.theme.muted), Span::styled(marks, app.theme.bad)])];
    lines.push(Line::raw(""));
    let text = wrap(&question.text.question, columns);
    lines.extend(text.into_iter().map(|line| Line::styled(line, app.theme.title)));
    lines.push(Line::raw(""));
    lines
}

/// The option that is decided, or that `Enter` would decide upon.
fn chosen(open: &Open<'_>, question: &Question, tally: &Tally, shown: View) -> Option<usize> {
    let answer = match shown {
        View::Voting | View::Over => None,
        View::Revealed => tally.outcome.as_ref()?.answer.clone(),
        View::Decided => open.session.assessment().entry(&question.id)?.answer.clone(),
    };
    match answer? {
        Answer::Option(id) => question.option(&id).map(|(position, _)| position),
        Answer::Unknown | Answer::NotApplicable => None,
    }
}

/// The lines of each option.
fn options<'l>(
    app: &App<'_>,
    question: &Question,
    tally: &Tally,
    shown: View,
    chosen: Option<usize>,
    columns: usize,
) -> Vec<Vec<Line<'l>>> {
    let theme = &app.theme;
    let texts = question.text.options.iter().zip(&tally.options).enumerate();
    texts
        .map(|(i, (option, count))| {
            let bar = if shown == View::Voting { String::new() } else { bar(*count, tally.all) };
            let indent = if bar.is_empty() { 5 } else { 5 + BAR + 5 };
            let style = if chosen == Some(i) { theme.title } else { Style::new() };
            let text = wrap(&option.text, columns.saturating_sub(indent));
            let lines = text.into_iter().enumerate().map(|(j, line)| {
                let pointer = if j == 0 && chosen == Some(i) { "> " } else { "  " };
                let key = if j == 0 { (i + 1).to_string() } else { " ".to_owned() };
                let mut spans = vec![Span::raw(pointer), Span::styled(key, theme.key), Span::raw("  ")];
                if !bar.is_empty() {
                    spans.push(Span::styled(bar.clone(), theme.good));
                    let count = if j == 0 { count.to_string() } else { String::new() };
                    spans.push(Span::styled(format!("{count:>3}  "), theme.title));
                }
                spans.push(Span::styled(line, style));
                Line::from(spans)
            });
            lines.collect()
        })
        .collect()
}

/// A bar for so many of all votes; the least that is there is seen.
fn bar(count: u32, all: u64) -> String {
    let cells = u64::from(count) * BAR as u64 / all.max(1);
    let cells = usize::try_from(cells).unwrap_or(BAR).max(usize::from(count > 0));
    format!("{}{}", "\u{2588}".repeat(cells), "\u{2591}".repeat(BAR.saturating_sub(cells)))
}

/// The two answers that are no options.
fn rest<'l>(app: &App<'_>, tally: &Tally, shown: View) -> Line<'l> {
    let count = |count: u32| if shown == View::Voting { String::new() } else { format!(": {count}") };
    Line::from(vec![
        Span::raw("  "),
        Span::styled("0", app.theme.key),
        Span::raw(format!("  We don't know{}", count(tally.unknown))),
        Span::raw("      "),
        Span::styled("x", app.theme.key),
        Span::raw(format!("  Does not apply to us{}", count(tally.not_applicable))),
    ])
}

/// Everything from top to bottom, with as much room between the options as there is.
fn lay<'l>(
    mut head: Vec<Line<'l>>,
    options: Vec<Vec<Line<'l>>>,
    rest: Line<'l>,
    height: usize,
) -> Vec<Line<'l>> {
    let needed = head.len() + options.iter().map(Vec::len).sum::<usize>() + 1;
    let spare = height.saturating_sub(needed);
    let gap = (spare / options.len().max(1)).min(2);
    if needed > height {
        head.retain(|line| line.width() > 0);
    }
    let mut lines = head;
    for option in options {
        lines.extend(option);
        lines.extend(std::iter::repeat_n(Line::raw(""), gap));
    }
    lines.push(rest);
    lines
}

/// The two lines at the foot: how the votes stand, and what comes of them.
fn state<'l>(
    app: &App<'_>,
    open: &Open<'_>,
    view: &WorkshopView,
    question: &Question,
    tally: &Tally,
    shown: View,
) -> (Line<'l>, Line<'l>) {
    let theme = &app.theme;
    let last = question.options.len();
    let sign = match view.sign {
        Some(Sign::TakeBack) => Some(format!("Take a vote back from which? 1-{last}, 0 or x")),
        Some(Sign::Add) => Some(format!("Add a vote to which? 1-{last}, 0 or x")),
        None => None,
    };
    let sign = sign.map(|text| Line::styled(text, theme.open));
    match shown {
        View::Voting => {
            let votes = Line::styled(format!("Votes: {}", tally.all), theme.title);
            let hint = "Count the hands: a key for each. Nobody sees the votes yet.";
            (votes, sign.unwrap_or_else(|| Line::styled(hint, theme.muted)))
        }
        View::Revealed => {
            let own = tally.outcome.as_ref().and_then(|outcome| {
                let what = if outcome.decision.how == How::Median { "Median" } else { "Most votes" };
                Some(format!("{what}: {}", named(question, outcome.answer.as_ref()?)))
            });
            let own = own.unwrap_or_else(|| "No option has the most votes".to_owned());
            (agreement(app, tally), sign.unwrap_or_else(|| Line::styled(own, theme.title)))
        }
        View::Decided | View::Over => {
            (agreement(app, tally), Line::styled(decided(open, question), theme.good))
        }
    }
}

/// How many votes, and how far they agree.
fn agreement<'l>(app: &App<'_>, tally: &Tally) -> Line<'l> {
    let votes = format!("Votes: {}", tally.all);
    let mut text = match tally.agreement {
        Some(agreement) => {
            format!("{votes} · agreement {}: {}", words_team::agreement(agreement), words(agreement))
        }
        None => votes,
    };
    if tally.contested && tally.not_applicable > 0 {
        text += &format!(" · not for {}", tally.not_applicable);
    }
    if tally.contested && tally.unknown > 0 {
        text += &format!(" · unknown to {}", tally.unknown);
    }
    Line::styled(text, if tally.contested { app.theme.bad } else { Style::new() })
}

/// The decision in words.
fn decided(open: &Open<'_>, question: &Question) -> String {
    let assessment = open.session.assessment();
    let answer = assessment.entry(&question.id).and_then(|entry| entry.answer.as_ref());
    let answer = answer.map_or_else(String::new, |answer| named(question, answer));
    match assessment.decisions.get(&question.id) {
        Some(decision) => {
            let how = if decision.how == How::Median { "the median" } else { "chosen" };
            let why = decision.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            format!("DECIDED: {answer} ({how}{why})")
        }
        None => format!("Answer: {answer}"),
    }
}
