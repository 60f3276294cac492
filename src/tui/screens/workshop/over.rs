//! The end of a workshop: what is left, where the organisation stands, what was decided without
//! agreement; each way on can be selected.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::Open;
use crate::app::screens::workshop::{EndStep, WorkshopState, end_steps};
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll::scroll;
use crate::tui::widgets::text::{cut, styled};
use crate::words::scores;
use crate::words::workshop_screen as words;
use crate::workshop::Stage;

/// The rows that the ways on have in any case.
const LEAST_STEPS: usize = 4;

/// What is left, in a sentence.
fn title(open: &Open<'_>, state: &WorkshopState) -> String {
    let left = state.workshop.agenda(&open.session);
    let parked = left.iter().filter(|item| item.stage == Stage::Parked).count();
    let others = state.workshop.not_picked(&open.session).len();
    words::over(left.len(), parked, others, state.workshop.unanswered(&open.session).len())
}

pub(super) fn draw(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    state: &WorkshopState,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let columns = usize::from(area.width);
    let theme = scene.theme;
    let mut head = styled(&title(open, state), columns, theme.title);
    head.extend(styled(words::OVER, columns, Style::new()));
    head.push(Line::raw(""));
    let mut results: Vec<Line<'_>> = Vec::new();
    for score in &open.session.progress().scores {
        if let Some(levels) = score.levels() {
            let result = scores::result(score.questionnaire, levels);
            let text = format!("{}: {result}", score.questionnaire.text.title);
            results.extend(styled(&text, columns, Style::new()));
        }
    }
    if !results.is_empty() {
        results.push(Line::raw(""));
    }
    let steps = end_steps(open);
    let rows = steps.len() + usize::from(steps.iter().any(|(step, _)| matches!(step, EndStep::Question(_))));
    // The results have a screen of their own: where all does not fit, they give way.
    let height = usize::from(area.height);
    if head.len() + results.len() + rows.min(LEAST_STEPS) <= height {
        head.append(&mut results);
    }
    let [top, list] = Layout::vertical([
        Constraint::Length(u16::try_from(head.len()).unwrap_or(u16::MAX)),
        Constraint::Fill(1),
    ])
    .areas(area);
    frame.render_widget(Lines(head), top);
    draw_steps(scene, state, &steps, frame, list);
}

fn draw_steps(
    scene: &Scene<'_, '_>,
    state: &WorkshopState,
    steps: &[(EndStep<'_>, String)],
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let columns = usize::from(area.width);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut selected, mut heading) = (0, false);
    let contested = steps.iter().filter(|(step, _)| matches!(step, EndStep::Question(_))).count();
    for (i, (step, text)) in steps.iter().enumerate() {
        if matches!(step, EndStep::Question(_)) && !heading {
            heading = true;
            let text = words::though_contested(contested);
            lines.push(Line::styled(cut(&text, columns), scene.theme.bad));
        }
        if i == state.selected {
            selected = lines.len();
        }
        let (mark, style) =
            if i == state.selected { ("> ", scene.theme.selected) } else { ("  ", <_>::default()) };
        lines.push(Line::styled(cut(&format!("{mark}{text}"), columns), style));
    }
    let all = lines.len();
    let height = usize::from(area.height);
    // Where not all fits, the last row says what part is seen.
    let room = if all > height { height.saturating_sub(1) } else { height };
    let top = scroll(selected, all, room);
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(top).take(room).collect();
    if all > room {
        let text = words::lines_shown(top + 1, (top + room).min(all), all);
        shown.push(Line::styled(text, scene.theme.open));
    }
    frame.render_widget(Lines(shown), area);
}
