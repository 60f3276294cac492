//! The JSON of scores and plans has the designed fields, in their order, and nothing else.

use ospo_assess::assessment::{ActionState, Route, State};
use ospo_assess::report::{plan_csv, plan_json, score_json};
use serde_json::{Value, json};

use crate::common::assessments::{answer, blank, midway, plan_on};
use crate::common::catalogues::{BUILT_IN, small};

/// The example of the design, with the ids of the small catalogue.
const SCORE: &str = r#"
{"format": 1, "organization": "…", "questionnaires": [
  {"id": "maturity-model", "kind": "levels", "version": "1.0.0", "percent": 41.2,
   "questions": {"total": 26, "answered": 20, "implied": 0, "unknown": 2, "not_applicable": 1, "unanswered": 3},
   "reached": {"id": "legal", "number": 1}, "possible": {"id": "community", "number": 2}, "provisional": true,
   "position": 1.42, "target": {"id": "community", "number": 2},
   "levels": [{"id": "legal", "number": 1, "percent": 82.0, "possible_percent": 90.0, "gate": 75,
               "holds": true, "scoped_out": false, "blocking": []}],
   "ability": {"percent": 44.0, "possible_percent": 44.0,
               "questions": {"total": 8, "answered": 8, "implied": 0, "unknown": 0, "not_applicable": 0, "unanswered": 0},
               "sustains": {"id": "community", "number": 2}, "balance": "ready"}},
  {"id": "compliance", "kind": "areas", "version": "1.0.0", "percent": 50.0,
   "questions": {"total": 22, "answered": 22, "implied": 0, "unknown": 0, "not_applicable": 0, "unanswered": 0},
   "areas": [{"id": "team", "percent": 66.7, "possible_percent": 66.7}]},
  {"id": "structure", "kind": "fit", "version": "1.0.0",
   "questions": {"total": 8, "answered": 8, "implied": 0, "unknown": 0, "not_applicable": 0, "unanswered": 0},
   "candidates": [{"id": "virtual", "points": 9, "reasons": ["…"]}]}]}
"#;

const PLAN: &str = r#"
{"format": 1, "organization": "…", "route": "recommended", "proven": true, "points": 14, "capacity": 12, "start": "2027-01-01",
 "targets": {"climb": {"id": "community", "number": 2}},
 "to_answer": 3,
 "actions": [{"question": "inventory", "title": "…", "effort": "M", "points": 3, "owner": "compliance-engineer",
              "level": {"climb": 1}, "blocking": true, "foundation": false, "requires": ["licence-policy"],
              "quarter": 1, "state": "todo"}],
 "done": [], "left_out": ["…"],
 "quarters": [{"number": 1, "starts": "2027-01-01", "ends": "2027-03-31", "points": 12, "actions": ["licence-policy", "inventory"],
            "under_way": null, "reaches": {"climb": {"id": "legal", "number": 1}},
            "sustains": {"climb": {"id": "community", "number": 2}}}]}
"#;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The fields in their order and the kinds of value, down to the leaves; of the elements of an array
/// the first.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name}: {}", shape(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.first().map(shape).unwrap_or_default()),
        Value::String(_) => "text".to_owned(),
        Value::Number(number) => if number.is_f64() { "decimal" } else { "whole" }.to_owned(),
        Value::Bool(_) => "flag".to_owned(),
        Value::Null => "null".to_owned(),
    }
}

#[test]
fn a_score_has_the_designed_fields() {
    let score = parsed(&score_json(&small(), &midway()));
    let designed = parsed(SCORE);
    for (ours, theirs) in
        score["questionnaires"].as_array().unwrap().iter().zip(designed["questionnaires"].as_array().unwrap())
    {
        assert_eq!(shape(ours), shape(theirs));
    }
    assert_eq!(shape(&score), shape(&designed));
}

#[test]
fn a_plan_has_the_designed_fields() {
    let (catalogue, mut assessment) = (small(), midway());
    answer(&mut assessment, "inventory", "none");
    answer(&mut assessment, "policy", "none");
    let mut plan = parsed(&plan_json(&assessment, &plan_on(&catalogue, &assessment, Route::Shortest)));
    // The first action requires nothing: compare with one that does.
    let actions = plan["actions"].as_array_mut().unwrap();
    actions.retain(|action| action["requires"] != json!([]));
    assert!(!actions.is_empty());
    assert_eq!(shape(&plan), shape(&parsed(PLAN)));
}

#[test]
fn numbers_are_those_of_the_design() {
    let score = parsed(&score_json(&small(), &midway()));
    let climb = &score["questionnaires"][0];
    assert_eq!(climb["percent"], json!(47.3));
    assert_eq!(climb["position"], json!(1.17));
    assert_eq!(climb["levels"][0]["percent"], json!(78.0));
    let numbers: Vec<&Value> =
        climb["levels"].as_array().unwrap().iter().map(|level| &level["number"]).collect();
    assert_eq!(numbers, [1, 2, 3], "level 0 is left out");
    assert_eq!(climb["levels"][1]["blocking"], json!(["contributions", "meetups"]));
}

#[test]
fn what_does_not_apply_is_null() {
    let (catalogue, mut assessment) = (small(), midway());
    answer(&mut assessment, "budget", "not-applicable");
    let score = parsed(&score_json(&catalogue, &assessment));
    let climb = &score["questionnaires"][0];
    assert_eq!(climb["levels"][2]["percent"], Value::Null);
    assert_eq!(climb["levels"][2]["scoped_out"], json!(true));
    let ability = &climb["ability"];
    for field in ["percent", "possible_percent", "sustains", "balance"] {
        assert_eq!(ability[field], Value::Null, "{field}");
    }
    assert_eq!(ability["questions"]["not_applicable"], json!(1), "still counted");

    answer(&mut assessment, "budget", "unknown");
    let score = parsed(&score_json(&catalogue, &assessment));
    assert_eq!(score["questionnaires"][0]["ability"]["balance"], Value::Null, "not yet decided");
}

#[test]
fn ability_is_null_where_nothing_asks_for_it() {
    let catalogue = &*BUILT_IN;
    let mut assessment = blank();
    assessment.questionnaires = vec![("strategy-ladder".to_owned(), "1.0.0".to_owned())];
    let score = parsed(&score_json(catalogue, &assessment));
    let fields = score["questionnaires"][0].as_object().unwrap();
    assert_eq!(fields.get("ability"), Some(&Value::Null));
}

#[test]
fn a_chosen_target_is_told_and_an_unknown_one_is_not() {
    let (catalogue, mut assessment) = (small(), midway());
    let target =
        |assessment: &_| parsed(&score_json(&catalogue, assessment))["questionnaires"][0]["target"].clone();
    assert_eq!(target(&assessment), json!({"id": "open", "number": 2}), "the next level by default");
    assessment.targets.insert("climb".to_owned(), "tidy".to_owned());
    assert_eq!(target(&assessment), json!({"id": "tidy", "number": 1}));
    assessment.targets.insert("climb".to_owned(), "moon".to_owned());
    assert_eq!(target(&assessment), json!({"id": "open", "number": 2}));
}

#[test]
fn the_full_route_proves_nothing_and_leaves_nothing_out() {
    let (catalogue, assessment) = (small(), midway());
    let plan = parsed(&plan_json(&assessment, &plan_on(&catalogue, &assessment, Route::Full)));
    assert_eq!(plan["proven"], Value::Null);
    assert_eq!(plan["left_out"], json!([]));
    let area =
        plan["actions"].as_array().unwrap().iter().find(|action| action["question"] == "lead").unwrap();
    assert_eq!(area["level"], json!({}), "an area is no level");
}

#[test]
fn done_actions_are_listed_by_id() {
    let (catalogue, mut assessment) = (small(), midway());
    let done = ActionState { state: State::Done, ..ActionState::default() };
    assessment.actions.insert("contributions".to_owned(), done);
    let plan = parsed(&plan_json(&assessment, &plan_on(&catalogue, &assessment, Route::Shortest)));
    let done = &plan["done"][0];
    assert_eq!((&done["question"], &done["state"]), (&json!("contributions"), &json!("done")));
    let fields = |action: &Value| action.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut expected = fields(&plan["actions"][0]);
    expected.retain(|field| field != "quarter");
    assert_eq!(fields(done), expected, "like the actions, but in no quarter");
}

#[test]
fn a_row_of_the_csv_for_each_action_and_no_formula_in_it() {
    let (catalogue, mut assessment) = (small(), midway());
    let owner = Some("=HYPERLINK(\"https://example.org\"), \"Ana\"".to_owned());
    assessment.actions.insert("meetups".to_owned(), ActionState { owner, ..ActionState::default() });
    let plan = plan_on(&catalogue, &assessment, Route::Full);
    let text = plan_csv(&catalogue, &plan);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next(), Some("quarter"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let ids: Vec<&str> = rows.iter().map(|row| &row[3]).collect();
    let planned: Vec<&str> = plan.actions.iter().map(|planned| planned.question.id.as_str()).collect();
    assert_eq!(ids, planned);
    let meetups = rows.iter().find(|row| &row[3] == "meetups").unwrap();
    assert_eq!(&meetups[8], "'=HYPERLINK(\"https://example.org\"), \"Ana\"");
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}
