//! One question: its text, help, options, and what was said about it.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Open;
use crate::app::keys::Command;
use crate::questionnaire::Question;
use crate::score::Standing;
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll;
use crate::tui::widgets::text::{cut, styled, width, wrap};
use crate::words::{answers, dialogs, interview_screen as words, team};

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
    frame.render_widget(Lines(shown), main);
    let mut state = progress(scene, open, usize::from(foot.width));
    if below {
        more(&mut state, usize::from(foot.width), scene.theme.key);
    }
    frame.render_widget(Lines(state.to_vec()), foot);
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

/// The question from top to bottom: what it asks, its options, whom to ask and what was said, then its help.
/// Blank lines stand where there is room for everything. All of it is read by turning pages.
fn lay<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &'l Question, area: Rect) -> Laid<'l> {
    let columns = usize::from(area.width);
    let mut lines = head(scene, open, question, columns);
    let Laid { lines: mut options, mut choices } = options(scene, open, question, columns);
    let tail = tail(scene, open, question, columns);
    let help = styled(&question.text.help, columns, scene.theme.muted);
    let taken = lines.len() + options.len() + tail.len() + help.len();
    let mut spare = usize::from(area.height).saturating_sub(taken);
    let mut gap = |lines: &mut Vec<Line<'l>>| {
        if spare > 0 {
            lines.push(Line::raw(""));
            spare -= 1;
        }
    };
    gap(&mut lines);
    let offset = lines.len();
    let mut below = Vec::new();
    gap(&mut below);
    below.extend(tail);
    gap(&mut below);
    below.extend(help);
    if spare > question.options.len() {
        spread(&mut options, &mut choices, question.options.len());
    }
    lines.extend(options);
    lines.extend(below);
    let choices = choices.into_iter().map(|lines| lines.start + offset..lines.end + offset).collect();
    Laid { lines, choices }
}

/// Where the question stands, what hangs on it, its text, and what is to be known of its answer.
fn head<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Vec<Line<'l>> {
    let theme = scene.theme;
    let position = open.session.position();
    let mut head = styled(&position.map_or_else(String::new, words::place), columns, theme.muted);
    if let Some(key) = position.and_then(words::key_question) {
        head.extend(styled(&key, columns, theme.muted));
    }
    head.extend(styled(&question.text.question, columns, theme.title));
    match (open.session.standing(), &question.only_if) {
        (Some(Standing::ToConfirm(_)), _) => head.extend(styled(words::TO_CONFIRM, columns, theme.open)),
        (Some(standing), Some(condition)) if standing.is_implied() => {
            head.extend(styled(&words::not_asked(&condition.question), columns, theme.open));
        }
        _ => {}
    }
    head
}

/// The options, and the two answers that are none.
fn options<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Laid<'l> {
    let mut laid = Laid { lines: Vec::new(), choices: Vec::new() };
    for (i, (key, text)) in choice_texts(open, question).into_iter().enumerate() {
        let start = laid.lines.len();
        let highlighted = open.interview.highlighted == Some(i);
        laid.lines.extend(choice(scene, &key, &text, highlighted, columns));
        laid.choices.push(start..laid.lines.len());
    }
    laid
}

/// Who knows the answer, the names that the question speaks of, and what was said about it.
fn tail<'l>(scene: &Scene<'_, '_>, open: &Open<'_>, question: &Question, columns: usize) -> Vec<Line<'l>> {
    let mut tail: Vec<Line<'l>> = Vec::new();
    if let Some(role) = scene.app.catalogue.role(&question.respondent) {
        tail.extend(styled(&words::whom_to_ask(&role.text.title), columns, scene.theme.muted));
    }
    for (list, names) in open.session.lists() {
        tail.extend(styled(&words::names(list, names), columns, scene.theme.muted));
    }
    if let Some(last) = team::last_time(question, open.session.assessment()) {
        tail.extend(styled(&last, columns, scene.theme.muted));
    }
    if let Some(entry) = open.session.assessment().entry(&question.id) {
        let reason = entry.reason.iter().map(|reason| words::reason(reason));
        let note = entry.note.iter().map(|note| dialogs::note(note));
        let evidence = entry.evidence.iter().map(dialogs::evidence);
        let said = reason.chain(note).chain(evidence);
        tail.extend(said.flat_map(|text| wrap(&text, columns)).map(Line::from));
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

/// A line that can be chosen by its key: `> 1 text`.
pub(super) fn choice<'l>(
    scene: &Scene<'_, '_>,
    key: &str,
    text: &str,
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
                Span::styled(key.to_owned(), scene.theme.key),
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
    let here = open.session.position().map_or("", |position| position.questionnaire.id.as_str());
    let progress = open.session.progress();
    let text = words::left(progress, here);
    [
        Line::styled(last.unwrap_or_default(), scene.theme.good),
        Line::styled(cut(&text, columns), scene.theme.muted),
    ]
}
