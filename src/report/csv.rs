//! A plan as a table, for spreadsheets and trackers: one row for each action that is to be done.

use super::escape::cell;
use crate::plan::{Plan, Planned, Quarter};
use crate::questionnaire::Catalogue;
use crate::words;

/// An action of the plan, in its quarter.
struct PlanRow<'r> {
    catalogue: &'r Catalogue,
    quarter: Option<&'r Quarter<'r>>,
    planned: &'r Planned<'r>,
}

/// A column: its name, and what stands in it.
type PlanColumn = (&'static str, fn(&PlanRow<'_>) -> String);

const COLUMNS: [PlanColumn; 16] = [
    ("quarter", |row| row.planned.quarter.to_string()),
    ("starts", |row| row.quarter.map(|quarter| quarter.starts.to_string()).unwrap_or_default()),
    ("ends", |row| row.quarter.map(|quarter| quarter.ends.to_string()).unwrap_or_default()),
    ("question", |row| row.planned.question.id.clone()),
    ("title", |row| row.planned.action.text.title.clone()),
    ("effort", |row| row.planned.action.effort.id().to_owned()),
    ("points", |row| row.planned.points.to_string()),
    ("role", |row| words::plan::role(row.catalogue, &row.planned.action.owner)),
    ("owner", |row| row.planned.state.owner.clone().unwrap_or_default()),
    ("due", |row| row.planned.state.due.map(|due| due.to_string()).unwrap_or_default()),
    ("state", |row| row.planned.state.state.id().to_owned()),
    ("blocking", |row| words::plan::yes_no(row.planned.blocking).to_owned()),
    ("foundation", |row| words::plan::yes_no(row.planned.foundation).to_owned()),
    ("levels", |row| levels(row.planned)),
    ("requires", |row| row.planned.requires.join("; ")),
    ("done_when", |row| row.planned.action.text.done_when.clone()),
];

/// A plan as CSV, with a row of column names; texts that a spreadsheet would take for a formula begin
/// with an apostrophe.
pub fn plan_csv(catalogue: &Catalogue, plan: &Plan<'_>) -> String {
    let rows = plan.actions.iter().map(|planned| {
        let quarter = plan.quarters.iter().find(|quarter| quarter.number == planned.quarter);
        COLUMNS.map(|(_, text)| text(&PlanRow { catalogue, quarter, planned }))
    });
    std::iter::once(COLUMNS.map(|(name, _)| name.to_owned())).chain(rows).map(line).collect()
}

/// A row of a table.
pub(super) fn line(cells: impl IntoIterator<Item = String>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(cells.into_iter().map(|text| cell(&text)));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn levels(planned: &Planned<'_>) -> String {
    let levels =
        planned.levels.iter().map(|(questionnaire, number)| format!("{} {number}", questionnaire.id));
    levels.collect::<Vec<_>>().join("; ")
}
