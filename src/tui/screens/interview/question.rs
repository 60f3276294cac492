//! One question: its text, help, options, and what was said about it.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::interview::capitalised;
use crate::questionnaire::{Part, Question};
use crate::score::Standing;
use crate::tui::app::{App, Open};
use crate::tui::keys::Command;
use crate::tui::widgets::text::{cut, width, wrap};

/// The question in lines, and the lines that each choosable line of it takes.
struct Laid<'l> {
    lines: Vec<Line<'l>>,
    choices: Vec<Range<usize>>,
}

pub(super) fn draw(app: &App<'_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = open.session.question() else { return };
    let [main, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]).areas(area);
    let laid = lay(app, open, question, main);
    let top = top(open, &laid, usize::from(main.height));
    let below = laid.lines.len() > top + usize::from(main.height);
    let shown: Vec<Line<'_>> = laid.lines.into_iter().skip(top).collect();
    frame.render_widget(Paragraph::new(shown), main);
    let mut state = progress(app, open, usize::from(foot.width));
    if below {
        state[1] = Line::styled("PgDn shows more of this question", app.theme.open);
    }
    frame.render_widget(Paragraph::new(state), foot);
}

/// The answer that stands on this row of the screen.
pub(super) fn answer_at(app: &App<'_>, open: &Open<'_>, area: Rect, row: u16) -> Option<Command> {
    let question = open.session.question()?;
    let [main, _] = Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]).areas::<2>(area);
    let laid = lay(app, open, question, main);
    let line = usize::from(row.checked_sub(main.y)?) + top(open, &laid, usize::from(main.height));
    let chosen = laid.choices.iter().position(|lines| lines.contains(&line))?;
    Some(match chosen.checked_sub(question.options.len()) {
        None => Command::Choose(chosen + 1),
        Some(0) => Command::Unknown,
        Some(_) => Command::NotApplicable,
    })
}

/// The first line to show: where the user scrolled to, and so that the highlighted line is seen.
fn top(open: &Open<'_>, laid: &Laid<'_>, height: usize) -> usize {
    let last = laid.lines.len().saturating_sub(height);
    let mut top = open.interview.top.min(last);
    if let Some(lines) = open.interview.highlighted.and_then(|line| laid.choices.get(line)) {
        top = top.max(lines.end.saturating_sub(height)).min(lines.start.max(top.min(lines.start)));
    }
    top
}

fn lay<'l>(app: &App<'_>, open: &Open<'_>, question: &'l Question, area: Rect) -> Laid<'l> {
    let columns = usize::from(area.width);
    let theme = &app.theme;
    let entry = open.session.assessment().entry(&question.id);
    let mut head = vec![Line::styled(cut(&place(open), columns), theme.muted)];
    head.extend(
        wrap(&question.text.question, columns).into_iter().map(|line| Line::styled(line, theme.title)),
    );
    if open.session.standing() == Some(Standing::ToConfirm) {
        head.push(Line::styled("To be confirmed: Enter takes the earlier answer over.", theme.open));
    }

    let mut options: Vec<Line<'l>> = Vec::new();
    let mut choices: Vec<Range<usize>> = Vec::new();
    for (i, text) in choice_texts(open, question).into_iter().enumerate() {
        let start = options.len();
        let highlighted = open.interview.highlighted == Some(i);
        options.extend(choice(app, &text, highlighted, columns));
        choices.push(start..options.len());
    }

    let mut tail: Vec<Line<'l>> = Vec::new();
    if let Some(entry) = entry {
        let reason = entry.reason.iter().map(|reason| ("Not applicable: ", reason.as_str()));
        let note = entry.note.iter().map(|note| ("Note: ", note.as_str()));
        let evidence = entry.evidence.iter().map(|evidence| ("Evidence: ", evidence.as_str()));
        for (label, text) in reason.chain(note).chain(evidence) {
            tail.extend(wrap(&format!("{label}{text}"), columns).into_iter().map(Line::from));
        }
    }
    if let Some(role) = app.catalogue.role(&question.respondent) {
        tail.push(Line::styled(cut(&format!("Whom to ask: {}", role.text.title), columns), theme.muted));
    }

    // The options come first, then the first lines of what was said; the help takes what room is left.
    let height = usize::from(area.height);
    let said = if tail.len() > 1 { tail.len().min(4) + 1 } else { tail.len() };
    let spare = height.saturating_sub(head.len() + options.len() + said);
    let help = shortened(&question.text.help, columns, spare.saturating_sub(1));
    let air = usize::from(spare > help.len());
    if spare > help.len() + tail.len() + choices.len() + 1 {
        spread(&mut options, &mut choices, question.options.len());
    }
    let mut lines = head;
    lines.extend(help.into_iter().map(|line| Line::styled(line, theme.muted)));
    lines.extend(std::iter::repeat_n(Line::raw(""), air));
    let offset = lines.len();
    lines.extend(options);
    if !tail.is_empty() && lines.len() + tail.len() < height {
        lines.push(Line::raw(""));
    }
    lines.extend(tail);
    let choices = choices.into_iter().map(|lines| lines.start + offset..lines.end + offset).collect();
    Laid { lines, choices }
}

/// Puts a blank line after each option, where there is room for them.
fn spread(lines: &mut Vec<Line<'_>>, choices: &mut [Range<usize>], options: usize) {
    for i in (0..options.min(choices.len())).rev() {
        lines.insert(choices[i].end, Line::raw(""));
        for later in &mut choices[i + 1..] {
            *later = later.start + 1..later.end + 1;
        }
    }
}

/// A text in at most so many lines; `…` says that there is more.
fn shortened(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if most == 0 {
        lines.clear();
    } else if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}…"), columns);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    lines
}

/// Level or area, and whether it is a key question.
pub(in crate::tui::screens) fn place(open: &Open<'_>) -> String {
    let Some(spot) = open.session.spot() else { return String::new() };
    let questionnaire = spot.questionnaire;
    let part = match spot.place.part {
        Part::Level(number) => {
            let title = questionnaire.levels.get(number).map_or("", |level| &level.text.title);
            format!("{} {number} {title}", capitalised(&questionnaire.text.level_name))
        }
        Part::Ability => "Ability to execute".to_owned(),
        Part::Area(number) => questionnaire.areas.get(number).map_or("", |area| &area.text.title).to_owned(),
        Part::Fit => questionnaire.text.title.clone(),
    };
    let key = if spot.place.key { " · key question" } else { "" };
    format!("{part} · {}{key}", spot.place.question)
}

/// The key and the text of every choosable line.
fn choice_texts(open: &Open<'_>, question: &Question) -> Vec<(String, String)> {
    let options = question.text.options.iter().zip(&question.options).enumerate();
    let options = options.map(|(i, (text, option))| {
        let worth = if open.interview.worth { format!("[{}] ", option.credit) } else { String::new() };
        ((i + 1).to_string(), format!("{worth}{}", text.text))
    });
    let rest = [("0", "We don't know"), ("x", "Does not apply to us")];
    options.chain(rest.map(|(key, text)| (key.to_owned(), text.to_owned()))).collect()
}

fn choice<'l>(
    app: &App<'_>,
    (key, text): &(String, String),
    highlighted: bool,
    columns: usize,
) -> Vec<Line<'l>> {
    let pointer = if highlighted { "> " } else { "  " };
    let indent = width(pointer) + width(key) + 1;
    let style = if highlighted { app.theme.selected } else { Style::new() };
    let lines = wrap(text, columns.saturating_sub(indent)).into_iter().enumerate();
    lines
        .map(|(i, line)| match i {
            0 => Line::from(vec![
                Span::raw(pointer),
                Span::styled(key.clone(), app.theme.key),
                Span::raw(" "),
                Span::styled(line, style),
            ]),
            _ => Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]),
        })
        .collect()
}

/// What was answered last, and how far one is.
fn progress<'l>(app: &App<'_>, open: &Open<'_>, columns: usize) -> Vec<Line<'l>> {
    let last = open
        .interview
        .last
        .as_ref()
        .map(|last| cut(&format!("{} {last} (u takes it back)", '\u{2713}'), columns));
    let progress = open.session.progress();
    let counts = progress.counts;
    let left = progress.queue.len();
    let here = open.session.spot().map_or(0, |spot| progress.left_in(&spot.questionnaire.id));
    let text = if left == 0 {
        format!("All {} questions are answered. r shows the results.", counts.total)
    } else {
        format!("{here} left here, {left} in all: about {} minutes", progress.minutes(left))
    };
    vec![
        Line::styled(last.unwrap_or_default(), app.theme.good),
        Line::styled(cut(&text, columns), app.theme.muted),
    ]
}
