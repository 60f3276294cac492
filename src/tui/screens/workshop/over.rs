//! The end of a workshop: what is left, where the organisation stands, what was decided without
//! agreement; each way on can be selected.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::WorkshopView;
use crate::app::keys::Command;
use crate::app::{App, Open};
use crate::questionnaire::Question;
use crate::team::decided_though_contested;
use crate::tui::screens::frame::scroll;
use crate::tui::widgets::text::{cut, wrap};
use crate::words;
use crate::words::team::THOUGH_CONTESTED;
use crate::workshop::Stage;

/// What to do now.
const NOW: &str = "Everything is in the file. r shows the results, p the plan, q leaves.";
/// The rows that the ways on have in any case.
const LEAST_WAYS: usize = 4;
/// How far a page moves.
const PAGE: usize = 10;

/// A way on from the end.
enum Way<'a> {
    /// What is parked and what was passed over.
    BringBack,
    /// The questions without an answer.
    Unanswered,
    /// A question that was decided although its votes are contested.
    Question(&'a Question),
}

/// The ways on, as they are said.
fn ways<'a>(app: &App<'a>, open: &Open<'_>, view: &WorkshopView) -> Vec<(Way<'a>, String)> {
    let workshop = &view.workshop;
    let mut ways = Vec::new();
    if !workshop.agenda(&open.session).is_empty() {
        ways.push((Way::BringBack, "Bring them back, what is parked at the end (a lists them)".to_owned()));
    }
    let unanswered = workshop.unanswered(&open.session).len();
    if unanswered > 0 {
        let questions = words::count(unanswered, "question");
        ways.push((
            Way::Unanswered,
            format!("Walk through the {questions} without an answer (or begin with --all)"),
        ));
    }
    for (topic, _) in decided_though_contested(app.catalogue, open.session.assessment()) {
        let question = app.catalogue.question(&topic.question.id);
        ways.extend(question.map(|question| (Way::Question(question), question.text.question.clone())));
    }
    ways
}

/// Moves the selection.
pub(super) fn moved(app: &mut App<'_>, command: Command) {
    let Some(open) = &app.open else { return };
    let Some(view) = &open.workshop else { return };
    let last = ways(app, open, view).len().saturating_sub(1);
    let selected = match command {
        Command::Up => view.selected.saturating_sub(1),
        Command::Down => view.selected + 1,
        Command::PageUp => view.selected.saturating_sub(PAGE),
        _ => view.selected + PAGE,
    };
    if let Some(view) = app.open.as_mut().and_then(|open| open.workshop.as_mut()) {
        view.selected = selected.min(last);
    }
}

/// Goes the way that is selected.
pub(super) fn enter(app: &mut App<'_>) {
    let now = app.now;
    let Some(open) = &app.open else { return };
    let Some(view) = &open.workshop else { return };
    let way = ways(app, open, view).into_iter().nth(view.selected);
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return };
    match way {
        Some((Way::BringBack, _)) => view.workshop.begin_again(session, now),
        Some((Way::Unanswered, _)) => view.workshop.ask_unanswered(session, now),
        Some((Way::Question(question), _)) => view.workshop.revisit(session, &question.id, now),
        None => {}
    }
    (view.top, view.selected) = (0, 0);
}

/// What is left, in a sentence.
fn title(open: &Open<'_>, view: &WorkshopView) -> String {
    let left = view.workshop.agenda(&open.session);
    let parked = left.iter().filter(|item| item.stage == Stage::Parked).count();
    let questions = words::count(left.len(), "question");
    match (left.len(), view.workshop.unanswered(&open.session).len()) {
        (0, 0) => "Everything is decided.".to_owned(),
        (0, open) => {
            let have = if open == 1 { "has" } else { "have" };
            format!("Every contested question is decided; {open} {have} no answer yet.")
        }
        (left, 0) => format!("{questions} to decide: {parked} parked, {} passed over.", left - parked),
        (left, open) => format!(
            "{questions} to decide: {parked} parked, {} passed over; {open} more without an answer.",
            left - parked
        ),
    }
}

pub(super) fn draw(app: &App<'_>, open: &Open<'_>, view: &WorkshopView, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let theme = &app.theme;
    let head = wrap(&title(open, view), columns).into_iter().map(|line| Line::styled(line, theme.title));
    let mut head: Vec<Line<'_>> = head.chain(wrap(NOW, columns).into_iter().map(Line::from)).collect();
    head.push(Line::raw(""));
    let mut scores: Vec<Line<'_>> = Vec::new();
    for score in &open.session.progress().scores {
        if let Some(levels) = score.levels() {
            let result = words::scores::result(score.questionnaire, levels);
            let text = format!("{}: {result}", score.questionnaire.text.title);
            scores.extend(wrap(&text, columns).into_iter().map(Line::from));
        }
    }
    if !scores.is_empty() {
        scores.push(Line::raw(""));
    }
    let ways = ways(app, open, view);
    let rows = ways.len() + usize::from(ways.iter().any(|(way, _)| matches!(way, Way::Question(_))));
    // The results have a screen of their own: where all does not fit, they give way.
    let height = usize::from(area.height);
    if head.len() + scores.len() + rows.min(LEAST_WAYS) <= height {
        head.append(&mut scores);
    }
    let [top, list] = Layout::vertical([
        Constraint::Length(u16::try_from(head.len()).unwrap_or(u16::MAX)),
        Constraint::Fill(1),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(head), top);
    draw_ways(app, view, &ways, frame, list);
}

fn draw_ways(
    app: &App<'_>,
    view: &WorkshopView,
    ways: &[(Way<'_>, String)],
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let columns = usize::from(area.width);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut selected, mut heading) = (0, false);
    let contested = ways.iter().filter(|(way, _)| matches!(way, Way::Question(_))).count();
    for (i, (way, text)) in ways.iter().enumerate() {
        if matches!(way, Way::Question(_)) && !heading {
            heading = true;
            let text = format!("{THOUGH_CONTESTED} ({contested}); Enter goes back to one");
            lines.push(Line::styled(cut(&text, columns), app.theme.bad));
        }
        if i == view.selected {
            selected = lines.len();
        }
        let (mark, style) =
            if i == view.selected { ("> ", app.theme.selected) } else { ("  ", <_>::default()) };
        lines.push(Line::styled(cut(&format!("{mark}{text}"), columns), style));
    }
    let all = lines.len();
    let height = usize::from(area.height);
    // Where not all fits, the last row says what part is seen.
    let room = if all > height { height.saturating_sub(1) } else { height };
    let top = scroll(selected, all, room);
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(top).take(room).collect();
    if all > room {
        let text = format!("  Up and Down: lines {} to {} of {all}", top + 1, (top + room).min(all));
        shown.push(Line::styled(text, app.theme.open));
    }
    frame.render_widget(Paragraph::new(shown), area);
}
