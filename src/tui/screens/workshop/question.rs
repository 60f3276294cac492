//! One question of a workshop: calm, with as much room between the options as there is; its votes as
//! bars once they are shown.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Open;
use crate::app::keys::Command;
use crate::app::screens::workshop::{Correction, WorkshopState};
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};
use crate::team::Tally;
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll::scrolled_top;
use crate::tui::widgets::text::{cut, styled, width, wrap};
use crate::words::answers;
use crate::words::interview_screen;
use crate::words::room as room_words;
use crate::words::team;
use crate::words::workshop_screen as words;
use crate::workshop::{Stage, View, stage};

/// Longer lines are hard to read from the back of a room.
pub(super) const WIDEST: u16 = 100;
const BAR: usize = 12;
/// The most lines below the options.
const MOST_FOOT: usize = 5;

/// A question as it is laid out.
struct QuestionPage<'l> {
    time: Rect,
    main: Rect,
    below: Rect,
    /// All lines of the question and its answers.
    lines: Vec<Line<'l>>,
    foot: Vec<Line<'l>>,
}

impl QuestionPage<'_> {
    fn room(&self) -> usize {
        usize::from(self.main.height)
    }
}

pub(super) fn draw(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    state: &WorkshopState,
    shown: View,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let Some(laid) = lay(scene, open, state, shown, area) else { return };
    let (columns, room) = (usize::from(area.width), laid.room());
    let QuestionPage { time, main, below, lines, mut foot } = laid;
    frame.render_widget(clock(scene, open, state, columns), time);
    let top = state.top.min(lines.len().saturating_sub(room));
    if lines.len() > top + room
        && let Some(last) = foot.last_mut()
    {
        let sign = words::MORE;
        // What is least needed gives way: the last line where the votes are counted, else its end.
        let text: String = last.spans.iter().map(|span| span.content.as_ref()).collect();
        let text = cut(&text, columns.saturating_sub(width(sign) + 3));
        let style = last.style;
        *last =
            Line::from(vec![Span::styled(format!("{text} · "), style), Span::styled(sign, scene.theme.open)]);
    }
    frame.render_widget(Lines(lines.into_iter().skip(top)), main);
    frame.render_widget(Lines(foot), below);
}

/// The first line shown after a command to move.
pub(super) fn scrolled(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    state: &WorkshopState,
    shown: View,
    area: Rect,
    command: Command,
) -> Option<usize> {
    let laid = lay(scene, open, state, shown, area)?;
    Some(scrolled_top(state.top, laid.lines.len(), laid.room(), command))
}

fn lay<'l>(
    scene: &Scene<'_, '_>,
    open: &'l Open<'_>,
    state: &WorkshopState,
    shown: View,
    area: Rect,
) -> Option<QuestionPage<'l>> {
    let question = open.session.question()?;
    let tally = state.workshop.tally(&open.session)?;
    let columns = usize::from(area.width);
    let foot = votes(scene, open, state, question, &tally, shown);
    let mut foot: Vec<Line<'_>> = foot
        .into_iter()
        .flat_map(|(text, style)| {
            lines(&text, columns).into_iter().map(move |line| Line::styled(line, style))
        })
        .collect();
    if foot.len() > MOST_FOOT {
        foot.truncate(MOST_FOOT - 1);
        foot.push(Line::styled("…", scene.theme.muted));
    }
    let rows = u16::try_from(foot.len()).unwrap_or(0);
    let [time, main, below] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(rows)]).areas(area);

    let mut head = head(scene, open, state, question, (shown != View::Voting).then_some(&tally), columns);
    let chosen = chosen(open, question, &tally, shown);
    let answers = answers(scene, state, question, &tally, shown, chosen.as_deref(), columns);
    if shown == View::Voting && !state.is_large {
        add_help(scene, question, &mut head, &answers, columns, usize::from(main.height));
    }
    let lines = spread(head, answers, usize::from(main.height));
    Some(QuestionPage { time, main, below, lines, foot })
}

/// A text in lines that end between its parts where that can be.
fn lines(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split(" · ") {
        match lines.last_mut() {
            Some(line) if width(line) + width(part) + 3 <= columns => *line += &format!(" · {part}"),
            _ => lines.push(part.to_owned()),
        }
    }
    lines.iter().flat_map(|line| wrap(line, columns)).collect()
}

/// What is left, of questions and of time; and how long this one takes.
fn clock<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, state: &WorkshopState, columns: usize) -> Line<'l> {
    let (workshop, now) = (&state.workshop, scene.app.now.at);
    let left = workshop.agenda(&open.session).len();
    let skip = workshop.to_skip(&open.session, now).len();
    let text = words::left(left, workshop.time_left(&open.session, now).left, skip);
    let (taken, may) = workshop.clock.question(now);
    let (right, style) = match workshop.clock.is_running() {
        false => (words::BREAK.to_owned(), scene.theme.target),
        true if may > 0 && taken > may => (words::question_time(taken, may), scene.theme.bad),
        true => (words::question_time(taken, may), scene.theme.muted),
    };
    let text = cut(&text, columns.saturating_sub(width(&right) + 1));
    let gap = columns.saturating_sub(width(&text) + width(&right));
    Line::from(vec![
        Span::styled(text, scene.theme.muted),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, style),
    ])
}

/// Adds the help of a question where rows are free, with a line between all answers left.
fn add_help(
    scene: &Scene<'_, '_>,
    question: &Question,
    head: &mut Vec<Line<'_>>,
    answers: &[Vec<Line<'_>>],
    columns: usize,
    height: usize,
) {
    let help = styled(&question.text.help, columns, scene.theme.muted);
    let rows = head.len() + answers.iter().map(Vec::len).sum::<usize>() + answers.len();
    if !question.text.help.is_empty() && rows + help.len() < height {
        head.extend(help);
        head.push(Line::raw(""));
    }
}

fn head<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    state: &WorkshopState,
    question: &Question,
    shown: Option<&Tally>,
    columns: usize,
) -> Vec<Line<'l>> {
    if state.is_large {
        let mut lines = styled(&question.text.question, columns, scene.theme.title);
        lines.push(Line::raw(""));
        return lines;
    }
    let mut marks = String::new();
    if stage(question, open.session.assessment()) == Stage::Parked {
        marks += &format!(" · {}", words::PARKED);
    }
    if shown.is_some_and(|tally| tally.contested) {
        marks += &format!(" · {}", words::CONTESTED);
    }
    let has_note = open.session.assessment().entry(&question.id).is_some_and(|entry| entry.note.is_some());
    let note = if has_note { format!(" · {}", words::HAS_NOTE) } else { String::new() };
    let place = open.session.position().map_or_else(String::new, interview_screen::place);
    let place = cut(&place, columns.saturating_sub(width(&marks) + width(&note)));
    let mut lines = vec![Line::from(vec![
        Span::styled(place, scene.theme.muted),
        Span::styled(note, scene.theme.open),
        Span::styled(marks, scene.theme.bad),
    ])];
    match open.session.position().filter(|_| shown.is_none()).and_then(interview_screen::key_question) {
        Some(key) => lines.extend(styled(&key, columns, scene.theme.muted)),
        None => lines.push(Line::raw("")),
    }
    lines.extend(styled(&question.text.question, columns, scene.theme.title));
    // Before they vote it would lead them.
    if let Some(last) = shown.and_then(|_| team::last_time(question, open.session.assessment())) {
        lines.extend(styled(&last, columns, scene.theme.muted));
    }
    for (list, names) in open.session.lists() {
        lines.extend(styled(&interview_screen::names(list, names), columns, scene.theme.muted));
    }
    lines.push(Line::raw(""));
    lines
}

/// The answer that is decided, or that `Enter` would decide upon, as its word.
fn chosen(open: &Open<'_>, question: &Question, tally: &Tally, shown: View) -> Option<String> {
    let answer = match shown {
        View::Voting | View::Over => None,
        View::Revealed => tally.outcome.as_ref()?.answer.as_ref(),
        View::Decided => open.session.assessment().entry(&question.id)?.answer.as_ref(),
    };
    answer.map(|answer| answer.word().to_owned())
}

/// The lines of each answer: the options, and the two that are none.
fn answers<'l>(
    scene: &Scene<'_, '_>,
    state: &WorkshopState,
    question: &Question,
    tally: &Tally,
    shown: View,
    chosen: Option<&str>,
    columns: usize,
) -> Vec<Vec<Line<'l>>> {
    let line = |key: String, text: &str, word: &str, count: u32| {
        let votes = (shown != View::Voting).then(|| (bar(count, tally.all), count));
        answer(scene, &key, text, chosen == Some(word), votes, columns)
    };
    let options = question.options.iter().zip(&question.text.options).zip(&tally.options).enumerate();
    let mut answers: Vec<Vec<Line<'_>>> = options
        .map(|(i, ((option, text), count))| {
            let few = state.is_large && !text.label.is_empty();
            line((i + 1).to_string(), if few { &text.label } else { &text.text }, &option.id, *count)
        })
        .collect();
    if shown == View::Voting {
        let mut unknown = line("0".to_owned(), &answers::choice(answers::UNKNOWN), UNKNOWN, 0);
        let rest = line("x".to_owned(), &answers::choice(answers::NOT_APPLICABLE), NOT_APPLICABLE, 0);
        if let (Some(unknown), Some(rest)) = (unknown.first_mut(), rest.into_iter().next()) {
            unknown.push_span("    ");
            unknown.spans.extend(rest.spans);
        }
        answers.push(unknown);
    } else {
        answers.push(line("0".to_owned(), &answers::choice(answers::UNKNOWN), UNKNOWN, tally.unknown));
        answers.push(line(
            "x".to_owned(),
            &answers::choice(answers::NOT_APPLICABLE),
            NOT_APPLICABLE,
            tally.not_applicable,
        ));
    }
    answers
}

/// The lines of one answer: a mark where it is chosen, its key, its votes once they are shown, its text.
fn answer<'l>(
    scene: &Scene<'_, '_>,
    key: &str,
    text: &str,
    chosen: bool,
    votes: Option<(String, u32)>,
    columns: usize,
) -> Vec<Line<'l>> {
    let theme = scene.theme;
    let indent = if votes.is_some() { 5 + BAR + 5 } else { 5 };
    let style = if chosen { theme.title } else { Style::new() };
    let lines = wrap(text, columns.saturating_sub(indent)).into_iter().enumerate();
    let lines = lines.map(|(i, line)| {
        let first = i == 0;
        let pointer = if first && chosen { "> " } else { "  " };
        let key = if first { key.to_owned() } else { " ".to_owned() };
        let mut spans = vec![Span::raw(pointer), Span::styled(key, theme.key), Span::raw("  ")];
        if let Some((bar, count)) = &votes {
            // Once: a bar on each line would count a vote twice.
            let (bar, count) = if first { (bar.as_str(), count.to_string()) } else { ("", String::new()) };
            spans.push(Span::styled(format!("{bar:BAR$}"), theme.good));
            spans.push(Span::styled(format!("{count:>3}  "), theme.title));
        }
        spans.push(Span::styled(line, style));
        Line::from(spans)
    });
    lines.collect()
}

/// A bar for so many of all votes; the least that is there is seen.
fn bar(count: u32, all: u64) -> String {
    let cells = u64::from(count) * BAR as u64 / all.max(1);
    let cells = usize::try_from(cells).unwrap_or(BAR).max(usize::from(count > 0));
    format!("{}{}", "\u{2588}".repeat(cells), "\u{2591}".repeat(BAR.saturating_sub(cells)))
}

/// Everything from top to bottom, with as much room between the options as there is.
fn spread<'l>(mut head: Vec<Line<'l>>, answers: Vec<Vec<Line<'l>>>, height: usize) -> Vec<Line<'l>> {
    let needed = head.len() + answers.iter().map(Vec::len).sum::<usize>();
    let spare = height.saturating_sub(needed);
    let gap = (spare / answers.len().saturating_sub(1).max(1)).min(2);
    if needed > height {
        head.retain(|line| line.width() > 0);
    }
    let mut lines = head;
    for (i, answer) in answers.into_iter().enumerate() {
        if i > 0 {
            lines.extend(std::iter::repeat_n(Line::raw(""), gap));
        }
        lines.extend(answer);
    }
    lines
}

/// What stands at the foot: how the votes stand, and what comes of them.
fn votes(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    state: &WorkshopState,
    question: &Question,
    tally: &Tally,
    shown: View,
) -> [(String, Style); 2] {
    let theme = scene.theme;
    let last = question.options.len();
    let correction = state.correction.map(|correction| match correction {
        Correction::TakeBack => (words::take_back_which(last), theme.open),
        Correction::Add => (words::add_which(last), theme.open),
        Correction::Rest => (words::rest_which(last), theme.open),
    });
    let people = scene.app.people(tally.all);
    let mut hands = team::hands(tally, people);
    let rounds = open.session.assessment().rounds.get(&question.id).into_iter().flatten();
    for (i, votes) in rounds.enumerate() {
        hands += &format!(" · {}", words::round(i + 1, question, votes));
    }
    let votes = (hands, if tally.contested { theme.bad } else { theme.title });
    match shown {
        View::Voting => {
            let hint = match &scene.app.room {
                Some(room) => (room_words::foot(&room.place, &room.code), theme.open),
                None => (words::COUNT.to_owned(), theme.muted),
            };
            let votes = team::votes(tally.all, people);
            [(votes, theme.title), correction.unwrap_or(hint)]
        }
        View::Revealed => [votes, correction.unwrap_or((words::outcome(question, tally), theme.title))],
        View::Decided | View::Over => {
            [votes, (words::decided(question, tally, open.session.assessment()), theme.good)]
        }
    }
}
