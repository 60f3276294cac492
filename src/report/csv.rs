//! A plan as a table, for spreadsheets and trackers: one row for each action that is to be done.

use super::escape::cell;
use crate::assessment::State;
use crate::plan::{Plan, Planned};
use crate::questionnaire::Catalogue;
use crate::words;

const COLUMNS: [&str; 15] = [
    "quarter",
    "starts",
    "ends",
    "question",
    "title",
    "effort",
    "points",
    "role",
    "owner",
    "due",
    "state",
    "blocking",
    "levels",
    "requires",
    "done_when",
];

/// A plan as CSV, with a row of column names; texts that a spreadsheet would take for a formula begin
/// with an apostrophe.
pub fn plan_csv(catalogue: &Catalogue, plan: &Plan<'_>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = plan.actions.iter().map(|planned| row(catalogue, plan, planned));
    for row in std::iter::once(COLUMNS.map(str::to_owned)).chain(rows) {
        // Writing to memory does not fail, and all rows are of one length.
        let _ = writer.write_record(row.map(|text| cell(&text)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn row(catalogue: &Catalogue, plan: &Plan<'_>, planned: &Planned<'_>) -> [String; COLUMNS.len()] {
    let action = planned.action;
    let quarter = plan.quarters.iter().find(|quarter| quarter.number == planned.quarter);
    let levels =
        planned.levels.iter().map(|(questionnaire, number)| format!("{} {number}", questionnaire.id));
    let text = |text: Option<String>| text.unwrap_or_default();
    [
        planned.quarter.to_string(),
        text(quarter.map(|quarter| quarter.starts.to_string())),
        text(quarter.map(|quarter| quarter.ends.to_string())),
        planned.question.id.clone(),
        action.text.title.clone(),
        action.effort.id().to_owned(),
        action.effort.points().to_string(),
        words::plan::role(catalogue, &action.owner),
        text(planned.state.owner.clone()),
        text(planned.state.due.map(|due| due.to_string())),
        State::id(planned.state.state).to_owned(),
        words::plan::yes_no(planned.blocking).to_owned(),
        levels.collect::<Vec<_>>().join("; "),
        planned.requires.join("; "),
        action.text.done_when.clone(),
    ]
}
