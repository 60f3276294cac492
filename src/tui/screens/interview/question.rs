//! One question: its text, help, options, and what was said about it.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::Open;
use crate::app::keys::Command;
use crate::questionnaire::Question;
use crate::score::Standing;
use crate::tui::scene::Scene;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::{cut, width, wrap};
use crate::words::{answers, dialogs, interview_screen as words};

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
    let fits = |line: &Line<'_>| line.width() + width(words::MORE) + 2 <= columns;
    let [last, progress] = state;
    let line = if fits(progress) || !fits(last) { progress } else { last };
    if !fits(line) {
        *line = Line::raw("");
    }
    let gap = columns.saturating_sub(line.width() + width(words::MORE));
    line.push_span(Span::raw(" ".repeat(gap)));
    line.push_span(Span::styled(words::MORE, style));
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
    Some(scroll::scrolled_top(top, laid.lines.len(), usize::from(main.height), command))
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

/// The question in parts. The help stands above the options where all of them are seen below it with the
/// first lines of what was said, else at the end. Everything is read by turning pages.
fn lay<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &'l Question, area: Rect) -> Laid<'l> {
    let (columns, height) = (usize::from(area.width), usize::from(area.height));
    let head = head(scene, open, question, columns);
    let Laid { lines: mut options, mut choices } = options(scene, open, question, columns);
    let tail = tail(scene, open, question, columns);
    let help = wrap(&question.text.help, columns);
    let help: Vec<Line<'l>> = help.into_iter().map(|line| Line::styled(line, scene.theme.muted)).collect();
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

/// Where the question stands, and its text.
fn head<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Vec<Line<'l>> {
    let theme = scene.theme;
    let place = open.session.position().map_or_else(String::new, words::place);
    let mut head = vec![Line::styled(cut(&place, columns), theme.muted)];
    let text = wrap(&question.text.question, columns).into_iter();
    head.extend(text.map(|line| Line::styled(line, theme.title)));
    if matches!(open.session.standing(), Some(Standing::ToConfirm(_))) {
        let text = wrap(words::TO_CONFIRM, columns).into_iter();
        head.extend(text.map(|line| Line::styled(line, theme.open)));
    }
    head
}

/// The options, and the two answers that are none.
fn options<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Laid<'l> {
    let mut laid = Laid { lines: Vec::new(), choices: Vec::new() };
    for (i, text) in choice_texts(open, question).into_iter().enumerate() {
        let start = laid.lines.len();
        let highlighted = open.interview.highlighted == Some(i);
        laid.lines.extend(choice(scene, &text, highlighted, columns));
        laid.choices.push(start..laid.lines.len());
    }
    laid
}

/// What was said about the question, and who knows the answer.
fn tail<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Vec<Line<'l>> {
    let mut tail: Vec<Line<'l>> = Vec::new();
    if let Some(entry) = open.session.assessment().entry(&question.id) {
        let reason = entry.reason.iter().map(|reason| words::reason(reason));
        let note = entry.note.iter().map(|note| dialogs::note(note));
        let evidence = entry.evidence.iter().map(dialogs::evidence);
        let said = reason.chain(note).chain(evidence);
        tail.extend(said.flat_map(|text| wrap(&text, columns)).map(Line::from));
    }
    if let Some(role) = scene.app.catalogue.role(&question.respondent) {
        let text = words::whom_to_ask(&role.text.title);
        tail.push(Line::styled(cut(&text, columns), scene.theme.muted));
    }
    tail
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
    let last = open.interview.last.as_ref().map(|last| cut(&words::last(last), columns));
    let here = open.session.position().map(|position| position.questionnaire.id.as_str());
    let text = words::left(open.session.progress(), here.unwrap_or_default());
    [
        Line::styled(last.unwrap_or_default(), scene.theme.good),
        Line::styled(cut(&text, columns), scene.theme.muted),
    ]
}
