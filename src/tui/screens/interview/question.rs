//! One question: its text, help, options, and what was said about it.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::Open;
use crate::app::keys::Command;
use crate::questionnaire::{Part, Question};
use crate::score::Standing;
use crate::tui::scene::Scene;
use crate::tui::screens::movement;
use crate::tui::widgets::text::{cut, width, wrap};
use crate::words;
use crate::words::answers;

/// Says that the question goes on below.
pub(super) const MORE: &str = "\u{2193} PgDn";

/// The question in lines, and the lines that each choosable line of it takes.
struct Laid<'l> {
    lines: Vec<Line<'l>>,
    choices: Vec<Range<usize>>,
}

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = open.session.question() else { return };
    let [main, foot] = parts(area);
    let laid = lay(scene, open, question, main);
    let top = top(open, &laid, main);
    let below = laid.lines.len() > top + usize::from(main.height);
    let shown: Vec<Line<'_>> = laid.lines.into_iter().skip(top).collect();
    frame.render_widget(Paragraph::new(shown), main);
    let mut state = progress(scene, open, usize::from(foot.width));
    if below {
        more(&mut state, usize::from(foot.width), scene.theme.key);
    }
    frame.render_widget(Paragraph::new(state.to_vec()), foot);
}

/// Says that the question goes on below, where there is room for it.
fn more(state: &mut [Line<'_>; 2], columns: usize, style: Style) {
    let fits = |line: &Line<'_>| line.width() + width(MORE) + 2 <= columns;
    let [last, progress] = state;
    let line = if fits(progress) || !fits(last) { progress } else { last };
    if !fits(line) {
        *line = Line::raw("");
    }
    let gap = columns.saturating_sub(line.width() + width(MORE));
    line.push_span(Span::raw(" ".repeat(gap)));
    line.push_span(Span::styled(MORE, style));
}

/// The answer that stands on this row of the screen.
pub(super) fn answer_at(scene: &Scene<'_, '_>, open: &Open<'_>, area: Rect, row: u16) -> Option<Command> {
    let question = open.session.question()?;
    let [main, _] = parts(area);
    let laid = lay(scene, open, question, main);
    let line = usize::from(row.checked_sub(main.y)?) + top(open, &laid, main);
    let chosen = laid.choices.iter().position(|lines| lines.contains(&line))?;
    Some(match chosen.checked_sub(question.options.len()) {
        None => Command::Choose(chosen + 1),
        Some(0) => Command::Unknown,
        Some(_) => Command::NotApplicable,
    })
}

/// The first line after a page up or down.
pub(super) fn scrolled(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    area: Rect,
    command: Command,
) -> Option<usize> {
    let question = open.session.question()?;
    let [main, _] = parts(area);
    let laid = lay(scene, open, question, main);
    let top = top(open, &laid, main);
    Some(movement::scrolled(top, laid.lines.len(), usize::from(main.height), command))
}

/// The first line to show: where the user turned to, else so that the highlighted line is seen.
fn top(open: &Open<'_>, laid: &Laid<'_>, area: Rect) -> usize {
    let height = usize::from(area.height);
    let last = laid.lines.len().saturating_sub(height);
    if let Some(top) = open.interview.top {
        return top.min(last);
    }
    let lines = open.interview.highlighted.and_then(|line| laid.choices.get(line));
    lines.map_or(0, |lines| lines.end.saturating_sub(height).min(lines.start))
}

/// The question, and the two lines below it.
fn parts(area: Rect) -> [Rect; 2] {
    Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]).areas(area)
}

fn lay<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &'l Question, area: Rect) -> Laid<'l> {
    let columns = usize::from(area.width);
    let theme = scene.theme;
    let entry = open.session.assessment().entry(&question.id);
    let mut head = vec![Line::styled(cut(&place(open), columns), theme.muted)];
    head.extend(
        wrap(&question.text.question, columns).into_iter().map(|line| Line::styled(line, theme.title)),
    );
    if matches!(open.session.standing(), Some(Standing::ToConfirm(_))) {
        let text = "To be confirmed: Enter takes the earlier answer over; y all that are left.";
        head.extend(wrap(text, columns).into_iter().map(|line| Line::styled(line, theme.open)));
    }

    let mut options: Vec<Line<'l>> = Vec::new();
    let mut choices: Vec<Range<usize>> = Vec::new();
    for (i, text) in choice_texts(open, question).into_iter().enumerate() {
        let start = options.len();
        let highlighted = open.interview.highlighted == Some(i);
        options.extend(choice(scene, &text, highlighted, columns));
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
    if let Some(role) = scene.app.catalogue.role(&question.respondent) {
        tail.push(Line::styled(cut(&format!("Whom to ask: {}", role.text.title), columns), theme.muted));
    }

    // The help stands above the options where all of them are seen below it with the first lines of
    // what was said, else at the end. Everything is read by turning pages.
    let height = usize::from(area.height);
    let help = wrap(&question.text.help, columns);
    let help: Vec<Line<'l>> = help.into_iter().map(|line| Line::styled(line, theme.muted)).collect();
    let said = if tail.len() > 1 { tail.len().min(4) } else { 0 };
    let room = height.saturating_sub(head.len() + options.len() + said);
    let below = help.len() > room;
    if room > help.len() + tail.len() - said + choices.len() + 2 {
        spread(&mut options, &mut choices, question.options.len());
    }
    let gap = |lines: &mut Vec<Line<'l>>, after: usize| {
        if lines.len() + after < height {
            lines.push(Line::raw(""));
        }
    };
    let mut lines = head;
    if !below {
        lines.extend(help.iter().cloned());
        gap(&mut lines, options.len());
    }
    let offset = lines.len();
    lines.extend(options);
    for part in [tail, if below { help } else { Vec::new() }] {
        if !part.is_empty() {
            gap(&mut lines, part.len());
            lines.extend(part);
        }
    }
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

/// Level or area, and whether it is a key question.
pub(in crate::tui::screens) fn place(open: &Open<'_>) -> String {
    let Some(position) = open.session.position() else { return String::new() };
    let questionnaire = position.questionnaire;
    let part = match position.place.part {
        Part::Level(number) => {
            let title = questionnaire.levels.get(number).map_or("", |level| &level.text.title);
            format!("{} {number} {title}", words::capital(&questionnaire.text.level_name))
        }
        Part::Ability => "Ability to execute".to_owned(),
        Part::Area(number) => questionnaire.areas.get(number).map_or("", |area| &area.text.title).to_owned(),
        Part::Fit => questionnaire.text.title.clone(),
    };
    let key = if position.place.key { " · key question" } else { "" };
    format!("{part} · {}{key}", position.place.question)
}

/// The key and the text of every choosable line.
fn choice_texts(open: &Open<'_>, question: &Question) -> Vec<(String, String)> {
    let options = question.text.options.iter().zip(&question.options).enumerate();
    let options = options.map(|(i, (text, option))| {
        let worth = if open.interview.worth { format!("[{}] ", option.credit) } else { String::new() };
        ((i + 1).to_string(), format!("{worth}{}", text.text))
    });
    let rest = [("0", answers::UNKNOWN), ("x", answers::NOT_APPLICABLE)];
    options.chain(rest.map(|(key, answer)| (key.to_owned(), answers::choice(answer)))).collect()
}

fn choice<'l>(
    scene: &Scene<'_, '_>,
    (key, text): &(String, String),
    highlighted: bool,
    columns: usize,
) -> Vec<Line<'l>> {
    let pointer = if highlighted { "> " } else { "  " };
    let indent = width(pointer) + width(key) + 1;
    let style = if highlighted { scene.theme.selected } else { Style::new() };
    let lines = wrap(text, columns.saturating_sub(indent)).into_iter().enumerate();
    lines
        .map(|(i, line)| match i {
            0 => Line::from(vec![
                Span::raw(pointer),
                Span::styled(key.clone(), scene.theme.key),
                Span::raw(" "),
                Span::styled(line, style),
            ]),
            _ => Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]),
        })
        .collect()
}

/// What was answered last, and how far one is.
fn progress<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, columns: usize) -> [Line<'l>; 2] {
    let last =
        open.interview.last.as_ref().map(|last| cut(&format!("{} {last} (u undoes)", '\u{2713}'), columns));
    let progress = open.session.progress();
    let counts = progress.counts;
    let left = progress.queue.len();
    let here = open.session.position().map_or(0, |position| progress.left_in(&position.questionnaire.id));
    let text = if left == 0 {
        format!("All {} questions are answered. r shows the results.", counts.total)
    } else {
        format!("{here} left here, {left} in all: {}", words::interview::time(progress, left))
    };
    [
        Line::styled(last.unwrap_or_default(), scene.theme.good),
        Line::styled(cut(&text, columns), scene.theme.muted),
    ]
}
