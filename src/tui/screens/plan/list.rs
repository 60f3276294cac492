//! The actions as a column: by quarter, then what is listed beside the plan.

use ratatui::text::{Line, Span};

use crate::app::Pick;
use crate::app::screens::plan::PlanState;
use crate::assessment::State;
use crate::plan::{Finished, Plan, Planned, Quarter};
use crate::score::Score;
use crate::tui::theme::Theme;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::{cut, fit, width};
use crate::words::answers::not_confirmed;
use crate::words::{actions, plan as words_plan, plan_screen as words};

/// What one line of the list is drawn with.
struct Row<'t> {
    theme: &'t Theme,
    columns: usize,
}

/// The head of the plan: how much, which way, to where, and what to find out first.
pub(super) fn head<'l>(
    column: &mut Column<'l>,
    plan: &Plan<'_>,
    (scores, to_confirm): (&[Score<'_>], usize),
    theme: &Theme,
    columns: usize,
) {
    if let Some(text) = not_confirmed(to_confirm) {
        column.text(&text, theme.open, columns);
    }
    let work = match plan.actions.is_empty() {
        true if plan.done.is_empty() && plan.left_out.is_empty() && plan.targets.is_empty() => {
            words::NO_ACTIONS.to_owned()
        }
        _ => words::work(plan),
    };
    column.text(&work, theme.title, columns);
    column.text(words_plan::route(plan), theme.muted, columns);
    for target in &plan.targets {
        let score = scores.iter().find(|score| score.questionnaire.id == target.questionnaire.id);
        let Some(levels) = score.and_then(|score| score.levels()) else { continue };
        column.text(&words::target(plan, target, levels), theme.target, columns);
        let titles: Vec<String> = target.needs_dropped.iter().map(|id| title(plan, id)).collect();
        if !titles.is_empty() {
            column.text(&words_plan::needs_dropped(&titles), theme.bad, columns);
        }
    }
    if let Some(text) = words::to_answer(plan) {
        column.text(&text, theme.open, columns);
    }
    if let Some(text) = words::doing(plan) {
        column.line(Line::raw(cut(&text, columns)));
    }
    if !plan.actions.is_empty() {
        column.text(words::SIGNS, theme.muted, columns);
    }
    column.gap();
}

/// The title of an action that was dropped.
fn title(plan: &Plan<'_>, id: &str) -> String {
    let dropped = plan.dropped.iter().find(|listed| listed.question.id == id);
    dropped.map_or_else(|| id.to_owned(), |listed| listed.action.text.title.clone())
}

/// The actions by quarter, and what is listed beside the plan.
pub(super) fn actions<'l>(
    column: &mut Column<'l>,
    state: &PlanState<'_>,
    plan: &Plan<'_>,
    theme: &Theme,
    columns: usize,
) {
    let row = Row { theme, columns };
    for quarter in &plan.quarters {
        column.gap();
        row.quarter(column, plan, quarter);
        row.finished(column, plan, quarter);
    }
    for (title, listed) in state.beside() {
        column.gap();
        column.line(Line::styled(cut(&words::group(title, listed.len()), columns), theme.title));
        for listed in listed {
            column.item(Pick::Question(listed.question.id.clone()), [row.line(plan, listed)]);
        }
    }
    column.gap();
    if column.has_items() {
        column.text(&actions::state_signs(), theme.muted, columns);
    }
    if !plan.quarters.is_empty() {
        column.text(words::QUARTERS, theme.muted, columns);
    }
}

impl Row<'_> {
    /// The heading of a quarter, with the levels that are new then.
    fn quarter<'l, 'p>(&self, column: &mut Column<'l>, plan: &Plan<'p>, quarter: &Quarter<'p>) {
        let heading = words_plan::quarter(quarter);
        let outcome = words::outcome(quarter, &plan.new_levels(quarter, quarter));
        let gap = self.columns.saturating_sub(width(&heading) + width(&outcome));
        if gap >= 2 {
            let outcome = Span::styled(outcome, self.theme.target);
            let heading = Span::styled(heading, self.theme.title);
            column.line(Line::from(vec![heading, Span::raw(" ".repeat(gap)), outcome]));
        } else {
            column.line(Line::styled(cut(&heading, self.columns), self.theme.title));
            column.line(Line::styled(cut(&outcome, self.columns), self.theme.target));
        }
    }

    /// What is finished in a quarter, then what is under way at its end.
    fn finished<'l>(&self, column: &mut Column<'l>, plan: &Plan<'_>, quarter: &Quarter<'_>) {
        let Finished { actions, names } = plan.finished(quarter);
        let item =
            |planned: &Planned<'_>| (Pick::Question(planned.question.id.clone()), [self.line(plan, planned)]);
        for (pick, line) in actions.into_iter().map(item) {
            column.item(pick, line);
        }
        if !names.is_empty() {
            column.text(words_plan::NAMES, self.theme.muted, self.columns);
        }
        for (pick, line) in names.into_iter().map(item) {
            column.item(pick, line);
        }
        if let Some(planned) = quarter.under_way.and_then(|index| plan.actions.get(index)) {
            let under_way = words::under_way(&planned.action.text.title);
            column.line(Line::styled(cut(&under_way, self.columns), self.theme.muted));
        }
    }

    fn line<'l>(&self, plan: &Plan<'_>, planned: &Planned<'_>) -> Line<'l> {
        let is_settled = matches!(planned.state.state, State::Done | State::Dropped);
        let blocking = if planned.blocking && !is_settled { "!" } else { " " };
        let open = if planned.standing.is_open() { words::FIND_OUT_MARK } else { " " };
        let Planned { question, action, state, .. } = planned;
        let title = if action.text.title.is_empty() { &question.id } else { &action.text.title };
        let owner = state.owner.as_ref().map(|owner| cut(owner, self.columns / 6));
        let due = state.due.map(|due| words::due(due, plan.due_off(planned)));
        let right = owner.into_iter().chain(due).chain([words::effort(planned)]);
        let right = right.collect::<Vec<_>>().join("  ");
        let left = format!("{} {blocking}{open} ", words::tick(state.state));
        let room = self.columns.saturating_sub(width(&left) + width(&right) + 1);
        Line::from(vec![
            Span::raw(left),
            Span::raw(fit(title, room)),
            Span::styled(format!(" {right}"), self.theme.muted),
        ])
    }
}
